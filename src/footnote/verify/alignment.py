"""Each claim-carrying word of a draft is laid on the word of the evidence that it repeats.

Of all ways to do so the one is taken that keeps the evidence's own sequence best (see ``sequence``).
What then is out of sequence has been moved.
"""

from dataclasses import dataclass
from functools import cached_property

from footnote.verify.candidates import candidates, places_by_key
from footnote.verify.reading.tokens import Reading, Token
from footnote.verify.sequence import shortest_path


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

    def neighbours(self, run: Run) -> list[Run]:
        """Return the runs beside a run in the draft."""
        place = self.runs.index(run)
        return [self.runs[p] for p in (place - 1, place + 1) if 0 <= p < len(self.runs)]

    def prepositions(self, run: Run) -> tuple[str, str]:
        """Return the prepositions that stand right before a run, in the draft and in the evidence."""
        return self.draft.preposition(run.first), self.evidence.preposition(run.low)


def align(draft: Reading, evidence: Reading) -> Alignment:
    """Lay each claim-carrying word of the draft on its word in the evidence."""
    places = places_by_key(evidence)
    options: list[tuple[int, tuple[int, ...]]] = []
    missing: list[int] = []
    for place in draft.counting():
        found = candidates(draft.tokens[place], places, evidence)
        if found:
            options.append((place, found))
        else:
            missing.append(place)
    return Alignment(draft, evidence, tuple(shortest_path(draft, evidence, options)), tuple(missing))
