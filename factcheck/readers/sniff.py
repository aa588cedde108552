"""What a file is, from its first bytes."""

import re
from functools import cache

from factcheck.config import JsonFields
from factcheck.lexicon import Lexicon
from factcheck.readers.files import File
from factcheck.readers.json import fields_of
from factcheck.readers.xml import ROOTS

LOOK = 65_536  # bytes
_SPACE = rb"(?:\xef\xbb\xbf)?[ \t\r\n]{0,2000}"
_HTML = re.compile(_SPACE + rb"<(?:!doctype\s+html|html|head|body|article|!--)\b", re.IGNORECASE)
_JSON = re.compile(_SPACE + rb"[\[{][ \t\r\n]{0,2000}[\"\[{]")
_JSON_LINE = re.compile(_SPACE + rb"\{[^\r\n]*\}[ \t]*\r?\n[ \t]*\{")
_ROOT = re.compile(rb"<(?:[A-Za-z][\w.-]{0,30}:)?([A-Za-z][\w.-]{0,40})[\s/>]")
_XML = re.compile(_SPACE + rb"<(?:\?xml\b|" + "|".join(root for root in ROOTS if root != "html").encode() + rb")\b")
_FRONT_MATTER = re.compile(rb"(?:\xef\xbb\xbf)?(?:---|\+\+\+)[ \t]{0,9}\r?\n[ \t]{0,20}[\w-]{1,40}[ \t]{0,9}[:=]")
_KEY = re.compile(rb"\"([A-Za-z_][\w.-]{0,40})\"[ \t\r\n]{0,20}:")
_NINJS = frozenset(("bodies", "headlines"))


def is_html(file: File) -> bool:
    """Tell whether a file begins as a page does."""
    return _HTML.match(file.data) is not None


def is_xml(file: File) -> bool:
    """Tell whether a file begins as XML does, or with the root of a vocabulary of news."""
    return _XML.match(file.data) is not None


def is_xml_news(file: File) -> bool:
    """Tell whether the root of an XML file is one of news."""
    found = _ROOT.search(file.data.replace(b"\0", b"") if b"\0" in file.data[:100] else file.data)
    return found is not None and found[1].decode("ascii") in ROOTS


def is_json(file: File) -> bool:
    """Tell whether a file begins as a JSON document does."""
    return _JSON.match(file.data) is not None


def is_json_lines(file: File) -> bool:
    """Tell whether a file begins with two objects on lines of their own."""
    return _JSON_LINE.match(file.data) is not None


def is_json_news(file: File) -> bool:
    """Tell whether the first keys in a JSON file name a text, and a title or a date."""
    text, other = _keys(file.fields, file.lexicon)
    data = file.data.replace(b"\0", b"") if b"\0" in file.data[:100] else file.data
    keys = {key.decode("ascii", "replace") for key in _KEY.findall(data)}
    return bool(keys & text) and bool(keys & other)


@cache
def _keys(own: JsonFields, lexicon: Lexicon) -> tuple[frozenset[str], frozenset[str]]:
    """Return the last names of the fields that are a text, and of those that are a title or date."""
    fields = fields_of(File("", "", b"", lexicon, fields=own))
    last = {part: frozenset(path[-1] for path in paths) for part, paths in fields.items()}
    return last["text"] | _NINJS, last["title"] | last["published"] | _NINJS


def is_docx(file: File) -> bool:
    """Tell whether a file begins as an archive whose first members are a document's."""
    return file.data.startswith(b"PK\x03\x04") and (b"word/" in file.data or b"[Content_Types].xml" in file.data)


def has_front_matter(file: File) -> bool:
    """Tell whether a file begins with front matter."""
    return _FRONT_MATTER.match(file.data) is not None
