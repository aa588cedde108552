"""The side of a hit that is new comes first."""

from factcheck.checks.sides import facing
from factcheck.domain import Hit, Location, Related, Role
from factcheck.findings import make_finding
from factcheck.rulebook import load_rulebook

VALUES = {"event": "signing", "ours": "4 March", "theirs": "2 March"}


def place(path: str) -> Location:
    return Location(path, path, 0, 1, 1, 1, 1, 2, path)


def hit(primary: str, *related: tuple[Role, str]) -> Hit:
    others = tuple(Related(role, place(path)) for role, path in related)
    return Hit(place(primary), others, variant="explicit", values=VALUES)


def test_a_new_side_takes_the_first_place_and_its_words_with_it() -> None:
    old = hit("old", (Role.CONTEXT, "new"), (Role.CONFLICTS, "older"), (Role.CONFLICTS, "new"), (Role.EXPLAINS, "x"))
    new = facing(old, frozenset({"new"}))
    assert new.primary == place("new")
    assert [(other.role, other.place.path) for other in new.related] == [
        (Role.CONTEXT, "new"),
        (Role.CONFLICTS, "older"),
        (Role.CONFLICTS, "old"),
        (Role.EXPLAINS, "x"),
    ]
    assert new.values == {"event": "signing", "ours": "2 March", "theirs": "4 March"}


def test_a_finding_keeps_its_fingerprint_and_its_message_turns() -> None:
    rule = load_rulebook().find("D201")
    old = hit("old", (Role.CONFLICTS, "new"))
    one, other = (make_finding(rule, hit, root="") for hit in (old, facing(old, frozenset({"new"}))))
    assert one.fingerprint == other.fingerprint
    assert one.message == "one event (signing), two dates: 4 March here, 2 March there"
    assert other.message == "one event (signing), two dates: 2 March here, 4 March there"


def test_a_hit_stays_as_it_is_when_its_first_side_is_new_or_none_is() -> None:
    old = hit("old", (Role.CONFLICTS, "new"), (Role.CONTEXT, "beside"))
    for changed in (set(), {"old"}, {"old", "new"}, {"beside"}):
        assert facing(old, frozenset(changed)) is old
