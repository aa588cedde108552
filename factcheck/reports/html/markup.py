"""Elements of HTML and SVG as values: whatever is not an element is text, and text is escaped in this one place."""

from collections.abc import Iterable
from html import escape

from factcheck.reports.escape import visible, visible_words

_VOID = frozenset({"meta", "input", "br"})


class Html(str):
    """Markup that stands on the page as it is; only this module makes it from words."""

    __slots__ = ()


Content = str | Html | None
Value = str | int | float | bool | None


def element(name: str, /, *content: Content, **attributes: Value) -> Html:
    """Return an element; content that is no Html is escaped, None is left out.

    Attributes are named as in HTML, with `_` for `-` and one at the end where Python has the word: class_, for_. True
    stands for the bare name, None and False for no attribute.
    """
    written = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in _VOID:
        return Html(f"<{name}{written}>")
    return Html(f"<{name}{written}>{joined(content)}</{name}>")


def joined(content: Iterable[Content], between: str = "") -> Html:
    """Return pieces one behind the other, those that are no Html escaped."""
    return Html(between.join(piece if isinstance(piece, Html) else text(piece) for piece in content if piece))


def text(words: str) -> Html:
    """Return words as they may stand in an element: no markup, and no character that steers what is shown."""
    return Html(escape(visible_words(words), quote=False))


def path_words(path: str) -> Html:
    """Return a path, which may be broken behind each of its folders."""
    return Html(escape(visible(path), quote=False).replace("/", "/<wbr>"))


def as_is(source: str) -> Html:
    """Return the page's own style and script, which are no one's input."""
    return Html(source)


def _attribute(key: str, value: Value) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    if value is True:
        return f" {name}"
    if isinstance(value, float):
        value = f"{value:.1f}".removesuffix(".0")
    return f' {name}="{escape(visible_words(str(value)))}"'
