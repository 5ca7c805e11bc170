"""Each claim-carrying word of a draft is laid on the word of the evidence that it repeats.

Of all ways to do so the one is taken that keeps the evidence's own sequence best (a shortest path
over the places where each word stands). What then is out of sequence has been moved.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from footnote.verify.opposites import SYNONYMS
from footnote.verify.reading.tokens import Reading, Token
from footnote.verify.tables.grammar import ENDINGS

_STEM = 4  # letters that two words must share before one may be a derivation of the other
_BACKWARDS, _AGAIN, _OTHER_SENTENCE, _OTHER_PREPOSITION = 2.0, 6.0, 2.0, 0.7
_FAR = 12


@dataclass(frozen=True)
class Run:
    """Neighbouring words of a draft that are neighbours in the evidence too.

    ``first`` and ``last`` are places in the draft, ``low`` and ``high`` in the evidence.
    """

    first: int
    last: int
    low: int
    high: int
    words: int


@dataclass(frozen=True)
class Alignment:
    """A draft beside its evidence. ``pairs`` are (place in the draft, place in the evidence)."""

    draft: Reading
    evidence: Reading
    pairs: tuple[tuple[int, int], ...]
    missing: tuple[int, ...]  # places of the draft whose words the evidence has not

    @cached_property
    def to_evidence(self) -> dict[int, int]:
        """Return the place in the evidence by place in the draft."""
        return dict(self.pairs)

    @cached_property
    def to_draft(self) -> dict[int, int]:
        """Return the place in the draft by place in the evidence."""
        return {theirs: ours for ours, theirs in self.pairs}

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """Return the draft cut where the evidence's sequence is left or words of it are skipped."""
        runs: list[Run] = []
        for ours, theirs in self.pairs:
            if runs and theirs > runs[-1].high and not any(t.counts for t in self._between(runs[-1], theirs)):
                before = runs.pop()
                runs.append(Run(before.first, ours, before.low, theirs, before.words + 1))
            else:
                runs.append(Run(ours, ours, theirs, theirs, 1))
        return tuple(runs)

    def _between(self, run: Run, place: int) -> tuple[Token, ...]:
        return self.evidence.tokens[run.high + 1 : place]

    @cached_property
    def in_sequence(self) -> frozenset[Run]:
        """Return the runs that stand in the evidence's order: the heaviest such choice."""
        runs = self.runs
        best: list[tuple[int, tuple[Run, ...]]] = []
        for place, run in enumerate(runs):
            before = max(
                (best[i] for i in range(place) if runs[i].high < run.low), key=lambda b: b[0], default=(0, ())
            )
            best.append((before[0] + run.words, (*before[1], run)))
        return frozenset(max(best, key=lambda b: b[0], default=(0, ()))[1])

    @cached_property
    def moved(self) -> tuple[Run, ...]:
        """Return the runs that are out of the evidence's order."""
        return tuple(run for run in self.runs if run not in self.in_sequence)


def align(draft: Reading, evidence: Reading) -> Alignment:
    """Lay each claim-carrying word of the draft on its word in the evidence."""
    places = _places(evidence)
    options: list[tuple[int, tuple[int, ...]]] = []
    missing: list[int] = []
    for place in draft.counting():
        found = _matches(draft.tokens[place], places, evidence)
        if found:
            options.append((place, found))
        else:
            missing.append(place)
    return Alignment(draft, evidence, tuple(_shortest(draft, evidence, options)), tuple(missing))


def _places(evidence: Reading) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for place, token in enumerate(evidence.tokens):
        if token.counts or token.kind == "function":
            places.setdefault(token.key, []).append(place)
            for group in SYNONYMS.get(token.word, ()) if token.counts else ():
                places.setdefault(f"={group}", []).append(place)
    for acronym, place in _initials(evidence):
        places.setdefault(acronym, []).append(place)
    return places


def _matches(token: Token, places: dict[str, list[int]], evidence: Reading) -> tuple[int, ...]:
    if exact := places.get(token.key):
        return tuple(exact)
    if token.kind == "number":
        return ()
    meant = [place for group in SYNONYMS.get(token.word, ()) for place in places.get(f"={group}", ())]
    if meant:
        return tuple(meant)
    words = ((p, t) for p, t in enumerate(evidence.tokens) if t.kind in {"word", "name"})
    return tuple(place for place, other in words if is_derived(token.word, other.word))


@lru_cache(maxsize=100_000)
def is_derived(word: str, other: str) -> bool:
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


def _shortest(
    draft: Reading, evidence: Reading, options: list[tuple[int, tuple[int, ...]]]
) -> list[tuple[int, int]]:
    """Choose one place for each word, so that the sum of the steps' costs is least."""
    if not options:
        return []
    costs = [{place: _own(draft, evidence, options[0][0], place) for place in options[0][1]}]
    back: list[dict[int, int]] = []
    for ours, places in options[1:]:
        row: dict[int, float] = {}
        origin: dict[int, int] = {}
        for place in places:
            before, cost = min(
                ((p, c + _step(evidence, p, place)) for p, c in costs[-1].items()), key=lambda pc: pc[1]
            )
            row[place], origin[place] = cost + _own(draft, evidence, ours, place), before
        costs.append(row)
        back.append(origin)
    place = min(costs[-1], key=costs[-1].__getitem__)
    chosen = [place]
    for origin in reversed(back):
        place = origin[place]
        chosen.append(place)
    return list(zip((ours for ours, _ in options), reversed(chosen), strict=True))


def _step(evidence: Reading, before: int, place: int) -> float:
    if place == before:
        return _AGAIN
    other = _OTHER_SENTENCE * (evidence.tokens[before].sentence != evidence.tokens[place].sentence)
    distance = min(abs(place - before) - 1, _FAR) * 0.1
    return other + distance + (_BACKWARDS if place < before else 0.0)


def _own(draft: Reading, evidence: Reading, ours: int, theirs: int) -> float:
    """Prefer the place that stands after the same preposition."""
    same = draft.governor(ours) == evidence.governor(theirs)
    return 0.0 if same else _OTHER_PREPOSITION
