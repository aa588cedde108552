"""Which language a text is in, by its script and its commonest words."""

import re
from collections import Counter
from functools import cache

from factcheck.lexicon import Lexicon

_LOOK = 6_000
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_FEW_WORDS = 8
_ENOUGH_WORDS = 25
# Japanese is written with Chinese characters too: so small a part of kana tells it.
_KANA_SHARE = 0.1


@cache
def _languages(lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(sorted(row["language"] for row in lexicon.table("languages")))


@cache
def _spoken(lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    """Return the languages of each small word; those that English shares count for English alone."""
    lists = {row["language"]: frozenset(row["words"].split()) for row in lexicon.table("languages")}
    english = lists["en"]
    others: dict[str, list[str]] = {word: [] for word in frozenset[str]().union(*lists.values()) - english}
    for code, words in lists.items():
        for word in words - english:
            others[word].append(code)
    return {**dict.fromkeys(english, ("en",)), **{word: tuple(codes) for word, codes in others.items()}}


@cache
def _scripts(lexicon: Lexicon) -> tuple[tuple[int, int, str], ...]:
    return tuple((int(row["from"], 16), int(row["to"], 16), row["script"]) for row in lexicon.table("scripts"))


@cache
def _assumed(lexicon: Lexicon) -> dict[str, str]:
    return {row["script"]: row["language"] for row in lexicon.table("scripts")}


def language_of(text: str, lexicon: Lexicon, *, stated: str | None = None) -> str:
    """Return the ISO 639-1 code of a text's language, or "und" (ISO 639-2: undetermined) where nothing tells it.

    Only the first characters are looked at. A text of a few words in Latin letters is taken for English unless they say
    otherwise: headlines and results have hardly any small words. A language that is `stated` counts only where nothing
    in the text tells one.
    """
    sample = text[:_LOOK]
    words = _WORD.findall(sample)
    script = _script(words, lexicon)
    if script is None:
        return stated or "en"
    if script not in {"latin", "cyrillic"}:
        return _assumed(lexicon).get(script, "und")
    hits = _hits(words, lexicon)
    if script == "cyrillic":
        cyrillic = {code: count for code, count in hits.items() if code != "en"}
        return _best(cyrillic) if any(cyrillic.values()) else _assumed(lexicon)[script]
    best = _best({code: count for code, count in hits.items() if code != "en"})
    if hits[best] > max(hits["en"], 1 if len(words) < _FEW_WORDS else 2):
        return best
    if hits["en"] == 0 and hits[best] == 0 and stated:
        return stated
    return "und" if hits["en"] == 0 and len(words) >= _ENOUGH_WORDS else "en"


def _script(words: list[str], lexicon: Lexicon) -> str | None:
    """Return the script of most letters; "kana" for Chinese characters mixed with it, None without letters."""
    letters = Counter("".join(words).lower())
    counts: Counter[str] = Counter()
    for letter, count in letters.items():
        counts[_script_of(ord(letter), lexicon)] += count
    if not counts:
        return None
    if (
        counts["kana"] > _KANA_SHARE * (counts["han"] + counts["kana"])
        and counts["kana"] + counts["han"] > counts["latin"]
    ):
        return "kana"
    return min(counts, key=lambda name: (-counts[name], name))


def _script_of(code_point: int, lexicon: Lexicon) -> str:
    return next((name for low, high, name in _scripts(lexicon) if low <= code_point <= high), "other")


def _hits(words: list[str], lexicon: Lexicon) -> dict[str, int]:
    # "Ng" and "De" in capitals are names; only where all is in capitals does case say nothing.
    written_small = [word for word in words if word.islower()]
    counts = Counter(written_small or [word.lower() for word in words])
    hits, spoken = dict.fromkeys(_languages(lexicon), 0), _spoken(lexicon)
    for word, count in counts.items():
        for code in spoken.get(word, ()):
            hits[code] += count
    return hits


def _best(hits: dict[str, int]) -> str:
    return min(hits, key=lambda code: (-hits[code], code))
