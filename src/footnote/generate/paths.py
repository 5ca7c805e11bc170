"""Openings of an answer, followed through the model all at once, and the ranges that they pass.

The paths are branches of a tree whose trunk is the prompt: they lie behind each other in one row, and each
token is let see the prompt and the tokens of its own path before it ("tree attention": Miao et al. 2023,
"SpecInfer"). A batch with a row a path would copy the prompt's cache for each, which took as long again.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING

from footnote.generate.spans import Opening

if TYPE_CHECKING:
    import torch

# Logits (n, vocabulary) of n tokens, given their ids (n), their places in the text (n), and which tokens of
# the cache and of themselves each may see (n, cached + n); the cache grows by them.
Forward = Callable[["torch.Tensor", "torch.Tensor", "torch.Tensor"], "torch.Tensor"]

_STRIDES = ((0, 6), (6, 20))  # places of their tokens that are followed at once
_LENGTH = 0.4  # power of a range's tokens that its log probability is divided by; see choice.py


@dataclass(frozen=True, slots=True)
class Range:
    """A range of a sentence and its log probability; ``tokens`` counts its tokens and the end."""

    sentence: int
    start: int
    end: int
    total: float
    tokens: int

    @property
    def score(self) -> float:
        """The log probability by which ranges are compared, whatever their lengths."""
        return float(self.total / self.tokens**_LENGTH)


@dataclass(frozen=True, slots=True, eq=False)
class _Path:
    """An opening that has been followed some way."""

    opening: Opening
    total: float  # log probability of the tokens so far
    logs: "torch.Tensor"  # (vocabulary,) of the next one
    seen: tuple[int, ...] = ()  # where its tokens lie in the cache


def follow(
    chosen: Sequence[Opening], first: "torch.Tensor", trunk: int, end: int, forward: Forward
) -> list[Range]:
    """Return the ranges that begin as ``chosen`` do, scored.

    An opening that has already fallen behind a whole range of its sentence is not followed further:
    more tokens make it less likely.

    Args:
        chosen: at least one opening.
        first: log probabilities (vocabulary,) of what comes after the prompt.
        trunk: how many tokens the prompt has, all of them in the cache and nothing else.
        end: the token that ends an answer.
        forward: one pass of the model.
    """
    alive, scored, cached = [_Path(one, 0.0, first) for one in chosen], list[Range](), trunk
    best = {one.sentence: float("-inf") for one in chosen}
    for places in _STRIDES:
        alive, passed, cached = _stride(alive, places, (trunk, cached), end, forward)
        scored += passed
        for one in passed:
            best[one.sentence] = max(best[one.sentence], one.score)
        alive = [path for path in alive if _promises(path, places[1], best[path.opening.sentence])]
        if not alive:
            break
    return scored


def _promises(path: _Path, stop: int, best: float) -> bool:
    """Say whether a path goes on after ``stop`` tokens and may still pass the best range of its sentence."""
    return len(path.opening.tokens) > stop and path.total / (stop + 1) ** _LENGTH > best


def _stride(
    paths: Sequence[_Path], places: tuple[int, int], lengths: tuple[int, int], end: int, forward: Forward
) -> tuple[list[_Path], list[Range], int]:
    """Follow each path over some places of its tokens.

    Returns where the paths stand, the ranges passed, and the new length of the cache.
    """
    pieces = [path.opening.tokens[slice(*places)] for path in paths]
    logs = _logs(paths, pieces, places[0], lengths, forward)
    begins = list(accumulate(map(len, pieces), initial=0))
    further, scored = [], []
    for path, piece, begin in zip(paths, pieces, begins, strict=False):
        rows = logs[begin : begin + len(piece)]
        seen = tuple(range(lengths[1] + begin, lengths[1] + begin + len(piece)))
        totals = _totals(path, piece, rows)
        further.append(replace(path, total=totals[-1], logs=rows[-1], seen=path.seen + seen))
        scored += _passed(path.opening, places[0], totals, rows[:, end].tolist())
    return further, scored, lengths[1] + begins[-1]


def _logs(
    paths: Sequence[_Path],
    pieces: Sequence[Sequence[int]],
    place: int,
    lengths: tuple[int, int],
    forward: Forward,
) -> "torch.Tensor":
    """Return the log probabilities (all pieces' tokens, vocabulary) of what comes after each token."""
    import torch

    trunk, cached = lengths
    count = sum(map(len, pieces))
    visible = torch.zeros(count, cached + count, dtype=torch.bool)
    visible[:, :trunk] = True
    row = 0
    for path, piece in zip(paths, pieces, strict=True):
        own = slice(row, row + len(piece))
        visible[own, list(path.seen)] = True
        visible[own, cached + row : cached + row + len(piece)] = (
            torch.ones(len(piece), len(piece)).tril().bool()
        )
        row += len(piece)
    ids = torch.tensor([token for piece in pieces for token in piece])
    where = torch.tensor([trunk + place + at for piece in pieces for at in range(len(piece))])
    return forward(ids, where, visible).float().log_softmax(-1)


def _totals(path: _Path, piece: Sequence[int], rows: "torch.Tensor") -> list[float]:
    """Return the log probability of the path up to each token of the piece."""
    before = [path.logs, *rows[:-1]]
    steps = (float(logs[token]) for logs, token in zip(before, piece, strict=True))
    return list(accumulate(steps, initial=path.total))[1:]


def _passed(opening: Opening, first: int, totals: Sequence[float], ends: Sequence[float]) -> list[Range]:
    """Return the ranges that end within a stretch of the opening's tokens, the first of them at ``first``."""
    return [
        Range(opening.sentence, opening.start, end, totals[place - first] + ends[place - first], place + 2)
        for place, end in opening.ends
        if first <= place < first + len(totals)
    ]
