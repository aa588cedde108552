"""What the resolution of a time may stand on: the day of publication and what the text has named before."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Known:
    """The day of publication; the value, the day and the quarter or half that the text has named last."""

    published: dt.date | None
    last: str | None = None
    day: dt.date | None = None
    quarter: str | None = None

    @property
    def anchor(self) -> dt.date | None:
        """Return the day that "the day after" counts from: the last one named, else that of publication."""
        return self.day or self.published
