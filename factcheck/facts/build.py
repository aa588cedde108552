"""How every fact becomes a claim: its place and its id."""

from dataclasses import replace
from hashlib import blake2b
from typing import Any

from factcheck.domain import Claim, Kind
from factcheck.facts.read import Placed


def fact_claim(placed: Placed, kind: Kind, attribute: str, **fields: Any) -> Claim:
    """Return an entry's claim; its id is a hash of file, kind, attribute and place, as an article's claim has."""
    place = placed.place
    name = "\x1f".join((place.path, kind, attribute, str(place.start), str(place.end)))
    return Claim(
        id=blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest(),
        kind=kind,
        attribute=attribute,
        place=replace(place, value=fields.get("value")),
        **fields,
    )
