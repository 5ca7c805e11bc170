"""Which words of the evidence a word of a draft may repeat: itself, a synonym, a derivation, its acronym."""

from collections.abc import Iterator
from functools import lru_cache

from footnote.verify.opposites import SYNONYMS
from footnote.verify.reading.tokens import Reading, Token
from footnote.verify.tables.grammar import ENDINGS

_STEM = 4  # letters that two words must share before one may be a derivation of the other


def places_by_key(evidence: Reading) -> dict[str, list[int]]:
    """Return where each key stands in the evidence; acronyms and groups of synonyms have keys too."""
    places: dict[str, list[int]] = {}
    for place, token in enumerate(evidence.tokens):
        if token.counts or token.kind == "function":
            places.setdefault(token.key, []).append(place)
            for group in SYNONYMS.get(token.word, ()) if token.counts else ():
                places.setdefault(f"={group}", []).append(place)
    for acronym, place in _initials(evidence):
        places.setdefault(acronym, []).append(place)
    return places


def candidates(token: Token, places: dict[str, list[int]], evidence: Reading) -> tuple[int, ...]:
    """Return where the evidence has a word, or else its synonyms, or else what is derived from it."""
    if exact := places.get(token.key):
        return tuple(exact)
    if token.kind == "number":
        return ()
    meant = [place for group in SYNONYMS.get(token.word, ()) for place in places.get(f"={group}", ())]
    if meant:
        return tuple(meant)
    words = ((p, t) for p, t in enumerate(evidence.tokens) if t.kind in {"word", "name"})
    return tuple(place for place, other in words if _is_derived(token.word, other.word))


@lru_cache(maxsize=100_000)
def _is_derived(word: str, other: str) -> bool:
    """Whether two words differ only by endings that keep the claim: "Russia" and "Russian"."""
    shared = 0
    while shared < min(len(word), len(other)) and word[shared] == other[shared]:
        shared += 1
    if shared < _STEM:
        return False
    if {word[shared:], other[shared:]} & {"ee", "ees", "less", "ful"}:
        return False
    return word[shared:] in ENDINGS and other[shared:] in ENDINGS


def _initials(evidence: Reading) -> Iterator[tuple[str, int]]:
    """Yield the acronyms that runs of three or more capitalised words would make."""
    run: list[int] = []
    for place, token in enumerate(evidence.tokens):
        if token.counts and token.surface[:1].isupper():
            run.append(place)
        elif not (token.kind == "function" and run and token.word in {"of", "the", "and", "for"}):
            yield from _acronym(evidence, run)
            run = []
    yield from _acronym(evidence, run)


def _acronym(evidence: Reading, run: list[int]) -> Iterator[tuple[str, int]]:
    if len(run) >= 3:
        yield "".join(evidence.tokens[place].word[0] for place in run), run[0]
