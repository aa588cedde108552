"""Everything that can go wrong in a way its user can mend; turned into text in one place, the command line."""

from pathlib import Path


class FactcheckError(Exception):
    """The root of all errors raised on purpose: what is wrong, where, and what to do about it."""

    def __init__(
        self,
        message: str,
        *,
        path: str | Path | None = None,
        line: int | None = None,
        column: int | None = None,
        hint: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.path = str(path) if path is not None else None
        self.line = line
        self.column = column
        self.hint = hint

    def __str__(self) -> str:
        """Return "path:line:column: message (hint)"."""
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)
        text = f"{place}: {self.message}" if place else self.message
        return f"{text} ({self.hint})" if self.hint else text


class UsageError(FactcheckError):
    """A path, option or code on the command line that can't be used."""


class ConfigError(FactcheckError):
    """A configuration file that can't be read or says something unknown."""


class RuleError(FactcheckError):
    """A rule file or lexicon that can't be read or says something unknown."""


class FactsError(FactcheckError):
    """A facts file that can't be read, says something unknown, or contradicts itself."""


class UnreadableArticleError(FactcheckError):
    """A single article that can't be read; reported as A105 while the others are checked."""


class ModelError(FactcheckError):
    """A language model that can't be loaded."""


class ArchiveError(FactcheckError):
    """An archive that can't be opened, read or written."""
