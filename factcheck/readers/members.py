"""The names of the articles in a file of many: what is stated, else their number, each once."""

from dataclasses import dataclass, field

_LONGEST = 120


@dataclass(slots=True)
class Names:
    """The names given so far in one file."""

    given: set[str] = field(default_factory=set)
    count: int = 0

    def name(self, stated: str | None, number: int | None = None) -> str:
        """Return an article's name: its own id, so that it stays when others are added; its number if it has none."""
        self.count += 1
        own = "".join("_" if char.isspace() or not char.isprintable() else char for char in (stated or "").strip())
        name = own if own and len(own) <= _LONGEST else str(number or self.count)
        while name in self.given:
            name = f"{name}~{self.count}"
        self.given.add(name)
        return name
