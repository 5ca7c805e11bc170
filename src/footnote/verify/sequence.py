"""Of the places where each word may stand, those that keep the evidence's own sequence best.

They are a shortest path: each step from word to word costs more the further it leaves that sequence.
"""

from footnote.verify.reading.tokens import Reading

_BACKWARDS, _AGAIN, _OTHER_SENTENCE, _OTHER_PREPOSITION = 2.0, 6.0, 2.0, 0.7
_FAR = 12


def shortest_path(
    draft: Reading, evidence: Reading, options: list[tuple[int, tuple[int, ...]]]
) -> list[tuple[int, int]]:
    """Choose one place for each word, so that the sum of the steps' costs is least."""
    if not options:
        return []
    costs = {place: _own(draft, evidence, options[0][0], place) for place in options[0][1]}
    back: list[dict[int, int]] = []
    for ours, places in options[1:]:
        reached = {place: _reached(evidence, costs, place) for place in places}
        costs = {p: cost + _own(draft, evidence, ours, p) for p, (_, cost) in reached.items()}
        back.append({place: before for place, (before, _) in reached.items()})
    return list(zip((ours for ours, _ in options), _traced(costs, back), strict=True))


def _reached(evidence: Reading, costs: dict[int, float], place: int) -> tuple[int, float]:
    """Return the place before from which a place is reached at the least cost, and that cost."""
    return min(((p, c + _step(evidence, p, place)) for p, c in costs.items()), key=lambda pc: pc[1])


def _traced(costs: dict[int, float], back: list[dict[int, int]]) -> list[int]:
    """Return the cheapest path, from its first place to its last."""
    place = min(costs, key=costs.__getitem__)
    chosen = [place]
    for origin in reversed(back):
        place = origin[place]
        chosen.append(place)
    return chosen[::-1]


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
