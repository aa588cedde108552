"""An article's spelling of a name against the spelling that the desk knows to be right."""

from collections.abc import Iterator

from anyascii import anyascii

from factcheck.compare.judgement import Judgement
from factcheck.compare.slips import given_name, known, last_word, slip
from factcheck.domain import Claim, Fact, Facts, Verdict
from factcheck.lexicon import Lexicon

_SURNAMED = frozenset({"person", "other", "word"})  # kinds of names whose last word may be a surname
_SHORTEST_SURNAME = 6  # letters; shorter ones have too many neighbours that are names themselves


def compare_with_spelling(claim: Claim, facts: Facts, lexicon: Lexicon) -> Iterator[tuple[Fact, Judgement]]:
    """Yield whether an article spells a name as a fact has it, in a way that the desk does not want, or by a slip.

    A slip is a letter or two: in the surname of a person with the same given name, or in one word of another name. A
    word that is right in any fact, or is known as something else, is none.
    """
    spelt = " ".join((claim.value or "").removesuffix("’s").removesuffix("'s").split())
    unwanted = _unwanted(claim, spelt, facts)
    if unwanted is not None:
        yield unwanted, Judgement(Verdict.SPELLING, unwanted.told, "unwanted")
        return
    words = _plain(spelt)
    if not words:
        return
    if right := facts.by_key.get(f"spelling:{' '.join(words)}", ()):
        yield from ((fact, Judgement(Verdict.AGREE, fact.told)) for fact in right[:1])
        return
    keys = [*(f"spelt:{word[0]}" for word in words), f"spelt:{given_name(claim)}|{words[-1][0]}"]
    near = {fact.claim.id: fact for key in keys for fact in facts.by_key.get(key, ())}
    for fact in near.values():
        if _is_slip(claim, words, fact, facts, lexicon):
            yield fact, Judgement(Verdict.SPELLING, fact.told, "slip")
            return


def _unwanted(claim: Claim, spelt: str, facts: Facts) -> Fact | None:
    """Return the fact that has a name's spelling, or that of its last word, among the wrong ones."""
    whole = spelt.lower()
    last = whole.rsplit(maxsplit=1)[-1:] if claim.attribute in _SURNAMED else []
    for text in (whole, *last):
        for fact in facts.by_key.get(f"misspelt:{text}", ()):
            if text == whole or fact.claim.attribute == "person":
                return fact
    return None


def _is_slip(claim: Claim, words: list[str], fact: Fact, facts: Facts, lexicon: Lexicon) -> bool:
    if fact.claim.attribute == "person":
        return claim.attribute in _SURNAMED and _is_surname_slip(claim, fact, facts, lexicon)
    for right in sorted(fact.names):
        theirs = right.split()
        differing = [pair for pair in zip(words, theirs, strict=False) if pair[0] != pair[1]]
        if len(theirs) == len(words) and len(differing) == 1:
            ours, meant = differing[0]
            return slip(ours, meant) and not known(ours, lexicon)
    return False


def _is_surname_slip(claim: Claim, fact: Fact, facts: Facts, lexicon: Lexicon) -> bool:
    """Tell whether a person's surname is a slip of the fact's; a fact's lone surname is any bearer's."""
    ours, given = last_word(claim), given_name(claim)
    meant = {right.split()[-1] for right in fact.names}
    if ours in meant or len(ours) < _SHORTEST_SURNAME or known(ours, lexicon) or f"spelling:{ours}" in facts.by_key:
        return False
    full = given_name(fact.claim)
    if full is not None and (given is None or given != full):
        return False
    return any(slip(ours, word) for word in meant)


def _plain(name: str) -> list[str]:
    return anyascii(name).lower().replace(".", " ").split()
