"""A rule as its YAML file states it: one source for `factcheck explain`, the docs and the tests."""

import re
from collections.abc import Iterable
from string import Formatter
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from factcheck.domain import Severity

_FIELD_NAME = re.compile(r"[a-z][a-z0-9_]*")

Code = Annotated[str, Meta(pattern="^[A-Z]{1,8}[0-9]{3}$")]
RuleName = Annotated[str, Meta(pattern="^[a-z0-9]+(-[a-z0-9]+)*$")]
Address = Annotated[str, Meta(pattern=r"^https?://[!-~]+\Z")]
CheckName = Annotated[str, Meta(pattern="^[a-z][a-z0-9_]*$")]


class Expectation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A finding that an example must give; `primary` and `related` are text that stands in such a place, verbatim."""

    primary: str
    variant: str | None = None
    severity: Severity | None = None
    related: str | tuple[str, ...] = ()


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Whole articles, checked together, and all findings of the rule that they must give; `expect: []` is none.

    `facts` is the text of a facts file that they are held against.
    """

    articles: Annotated[tuple[str, ...], Meta(min_length=1)]
    expect: tuple[Expectation, ...]
    facts: str = ""


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A check in words: its code, its severity, what it says, when it is silent, and examples of both.

    `severity` and `message` are one for all cases or a map by variant. `check` names the function that finds places;
    a planned rule has none yet. `url` leads to a page about it.
    """

    code: Code
    name: RuleName
    summary: str
    why: str = ""
    silent_when: str | tuple[str, ...] = ()
    check: CheckName | None = None
    severity: Severity | dict[str, Severity] | None = None
    message: str | dict[str, str] | None = None
    examples: tuple[Example, ...] = ()
    default: Literal["on", "off"] = "on"
    status: Literal["stable", "planned"] = "stable"
    options: dict[str, bool | int | float | str] = {}
    url: Address | None = None

    def __post_init__(self) -> None:
        """Raise ValueError for fields that do not fit together; the YAML reader turns it into a RuleError."""
        if self.status == "planned":
            if self.check is not None:
                raise ValueError(f"{self.code} is planned, so it can't name a check")
            return
        for field in ("check", "severity", "message"):
            if getattr(self, field) is None:
                raise ValueError(f"{self.code} lacks the field `{field}`, which every stable rule has")
        self._check_variants()
        for message in self.messages:
            message_fields(message)

    def _check_variants(self) -> None:
        if not isinstance(self.severity, dict):
            return
        known = set(self.severity)
        used = set(self.message) if isinstance(self.message, dict) else known
        if used != known:
            raise ValueError(f"{self.code} has severities for {_listed(known)} and messages for {_listed(used)}")
        for expected in (expectation for example in self.examples for expectation in example.expect):
            if expected.variant is not None and expected.variant not in known:
                raise ValueError(f"{self.code} expects the variant {expected.variant!r}; there are {_listed(known)}")

    @property
    def messages(self) -> tuple[str, ...]:
        """Return the messages of all variants."""
        if self.message is None:
            return ()
        return tuple(self.message.values()) if isinstance(self.message, dict) else (self.message,)

    @property
    def guards(self) -> tuple[str, ...]:
        """Return the cases in which the rule stays silent, one a line."""
        return (self.silent_when,) if isinstance(self.silent_when, str) else self.silent_when


def message_fields(message: str) -> tuple[str, ...]:
    """Return the names of a message's {fields}, in order.

    Raises ValueError for anything but plain names: an article's text must not reach into a value's attributes or items.
    """
    fields = []
    for _, field, format_spec, conversion in Formatter().parse(message):
        if field is None:
            continue
        if format_spec or conversion or not _FIELD_NAME.fullmatch(field):
            raise ValueError(f"message field {{{field}}} is not a plain name such as {{days}}")
        fields.append(field)
    return tuple(fields)


def _listed(words: Iterable[str]) -> str:
    return ", ".join(sorted(words))
