"""Bytes to text, by signature and by trial; what is no text is refused."""

import codecs
import re

from factcheck.errors import UnreadableArticleError

# First bytes of files that are no text (formats' own specifications).
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"PK\x05\x06", "a ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG\r\n", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF87a", "an image"),
    (b"GIF89a", "an image"),
    (b"II*\x00", "an image"),
    (b"MM\x00*", "an image"),
    (b"\x1f\x8b", "compressed data"),
    (b"\xfd7zXZ\x00", "compressed data"),
    (b"7z\xbc\xaf\x27\x1c", "compressed data"),
    (b"(\xb5/\xfd", "compressed data"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
)
# C0 controls but for those of text: tab, LF, vertical tab, form feed, CR, and the escape of terminal colours.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_UTF32_MARKS = (codecs.BOM_UTF32_LE, b"\x00\x00\xfe\xff")
_LOOK = 65_536
# Agency feeds hold a few controls a page (SOH, STX, ETX of the wire); more than one in fifty is no text.
_MOST_CONTROLS = 0.02


# What pages and XML declare, in the names of encodings that extend ASCII; others (UTF-7, hex) must not be tried.
_DECLARED_IN_HTML = re.compile(
    rb"""<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,40})""", re.IGNORECASE
)
_DECLARED_IN_XML = re.compile(rb"""\s{0,9}<\?xml[^>]{0,100}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})""")
_KNOWN = re.compile(
    r"(?:x-)?(?:iso-?8859-?\d{1,2}|latin-?\d{1,2}|l\d|windows-?125\d|cp125\d|koi8-[rut]|mac-?(?:roman|cyrillic)|"
    r"gb(?:2312|k|18030)|big5|shift[-_]jis|sjis|euc-(?:jp|kr)|tis-620)"
)
# Pages that declare Latin-1 are read as Windows-1252, which holds the quotation marks they use (Encoding Standard).
_LATIN_1 = frozenset(("iso-8859-1", "iso8859-1", "latin-1", "latin1", "l1"))
_DECLARATION = 4_096  # bytes


def declared_in_html(data: bytes) -> str | None:
    """Return the encoding that a page's <meta> declares."""
    found = _DECLARED_IN_HTML.search(data[:_DECLARATION])
    return found[1].decode("ascii", "replace") if found else None


def declared_in_xml(data: bytes) -> str | None:
    """Return the encoding that an XML declaration names."""
    found = _DECLARED_IN_XML.match(data[:_DECLARATION])
    return found[1].decode("ascii", "replace") if found else None


def decode(data: bytes, *, path: str, declared: str | None = None) -> str:
    """Return a file's text: UTF-8, UTF-16 with a byte order mark, or else what it declares or Windows-1252.

    Bytes that are UTF-8 are UTF-8 whatever is declared: other text hardly ever is, and saved pages keep old
    declarations.
    The byte order mark is left out, line breaks stay as they are. Raises UnreadableArticleError for binary data and for
    bytes that no encoding of these gives a meaning.
    """
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadableArticleError(f"is {what}, not text", path=path)
    if data.startswith(_UTF32_MARKS):
        raise UnreadableArticleError("is UTF-32 text", path=path, hint="save it as UTF-8")
    text = _decoded(data, path, declared)
    if "\0" in text:
        raise UnreadableArticleError("is binary, not text", path=path)
    seen = text[:_LOOK]
    if len(_CONTROL.findall(seen)) > max(8, len(seen) * _MOST_CONTROLS):
        raise UnreadableArticleError("is binary, not text", path=path)
    return text


def _decoded(data: bytes, path: str, declared: str | None) -> str:
    marks = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
    for mark, encoding in marks:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                raise UnreadableArticleError(
                    f"is not the {encoding.upper()} text that its byte order mark promises", path=path
                ) from error
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    name = (declared or "").lower()
    if _KNOWN.fullmatch(name) and name not in _LATIN_1:
        try:
            return data.decode(name.removeprefix("x-"))
        except (UnicodeDecodeError, LookupError):
            pass
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise UnreadableArticleError(
            f"is neither UTF-8 nor Windows-1252 text (byte 0x{data[error.start]:02x} at {error.start})",
            path=path,
            hint="save it as UTF-8",
        ) from error
