import pytest

from factcheck.errors import UnreadableArticleError
from factcheck.readers.decode import decode

TEXT = "The café in Zürich – “closed”.\r\nIt reopens.\rSoon.\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("utf-8"),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.encode("cp1252"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16 little-endian", "utf-16 big-endian", "windows-1252"],
)
def test_each_encoding_gives_the_same_text_with_its_line_breaks(data):
    assert decode(data, path="a.txt") == TEXT


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7\nplain looking", "PDF"),
        (b"PK\x03\x04rest", "ZIP"),
        (b"\x89PNG\r\n\x1a\nrest", "image"),
        (b"{\\rtf1 hello}", "RTF"),
        (b"text\0text", "binary"),
        ("no mark".encode("utf-16-le"), "binary"),
        (b"\xff\xfe\0\0" + "x".encode("utf-32-le"), "UTF-32"),
        (b"\xff\xfe\x00\xd8", "UTF-16"),
        (bytes(range(1, 9)) * 50, "binary"),
        (b"na\xefve and \x81", "neither UTF-8 nor Windows-1252"),
    ],
)
def test_what_is_no_text_is_refused_with_its_reason(data, reason):
    with pytest.raises(UnreadableArticleError, match=reason) as caught:
        decode(data, path="a.txt")
    assert caught.value.path == "a.txt"


def test_a_few_wire_controls_and_terminal_escapes_are_still_text():
    text = "\x01\x02The river rose.\x1b[31m It fell.\x03"
    assert decode(text.encode(), path="a.txt") == text
