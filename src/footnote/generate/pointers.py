"""Whether and where in a prompt an answer stands, by the states of its tokens.

Method: pointers (Vinyals, Fortunato and Jaitly 2015, "Pointer Networks"), as readers that extract use them:
the state of the prompt's last token, which has seen everything, asks; the states of the sentences' tokens,
and for whole sentences those of the line ends after them, reply. A pair's logit is the product of its two
projections over the square root of their width. Whether the sentences answer at all, a third projection reads
off the last state. The pass that reads the prompt has the states already, so this costs next to nothing.
``training/reader.py`` makes the projections together with the adapter.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from footnote.errors import ModelUnavailable
from footnote.generate.reading_prompt import Places

if TYPE_CHECKING:
    import torch

QUERY, KEY = "pointers.query", "pointers.key"  # names of the two projections that point
ANSWERS = "pointers.answers"  # of the one that says whether the sentences answer, (1, hidden)
_KINDS = 3  # where the answer begins, where it ends, which sentence holds it
_WIDTH = 64
ROWS = _KINDS * _WIDTH  # of a projection (ROWS, hidden)


@dataclass(frozen=True, slots=True)
class Pointed:
    """Log probabilities that an answer begins and ends at a token, that a sentence holds it; if any does."""

    places: Places
    begins: Sequence[float]  # of each token of the prompt, minus infinity outside of sentences
    ends: Sequence[float]  # the same
    holds: Sequence[float]  # of each sentence
    answers: float  # log odds that one of the sentences answers

    def range(self, sentence: int, start: int, end: int) -> tuple[float, float]:
        """Return the log probabilities that the answer begins and ends as these characters of a sentence."""
        first, last = self.places.token(sentence, start), self.places.token(sentence, end - 1)
        return self.begins[first], self.ends[last]


class Pointers:
    """The trained projections."""

    def __init__(self, weights: "Mapping[str, torch.Tensor]", hidden: int) -> None:
        """Take the projections out of the adapter's weights.

        Raises:
            ModelUnavailable: they are absent or were made for another model.
        """
        shapes = {QUERY: (ROWS, hidden), KEY: (ROWS, hidden), ANSWERS: (1, hidden)}
        if any(key not in weights or weights[key].shape != shape for key, shape in shapes.items()):
            raise ModelUnavailable(
                "The reader's adapter does not fit the model: its pointers are absent or have the wrong "
                "shape. Install Footnote again."
            )
        self._query, self._key, self._answers = (weights[key].float() for key in shapes)

    def point(self, states: "torch.Tensor", places: Places) -> Pointed:
        """Return what the states (tokens, hidden) of a whole prompt point at."""
        sides = (self._query, self._key, self._answers)
        query, key, answers = (side.to(states.device) for side in sides)
        begins, ends, holds = (kind.tolist() for kind in pointed_at(states, places, query, key))
        return Pointed(places, begins, ends, holds, float(answered(states, answers)))


def pointed_at(
    states: "torch.Tensor", places: Places, query: "torch.Tensor", key: "torch.Tensor"
) -> "tuple[torch.Tensor, torch.Tensor, torch.Tensor]":
    """Return the log probabilities that the answer begins and ends at a token, and that a sentence holds it.

    (tokens,) twice, minus infinity outside of sentences, and (sentences,).
    """
    logits = _logits(states, query, key)
    inside = [token for number in range(len(places.lengths)) for token in places.tokens(number)]
    begins, ends = (_shares(logits[kind], inside) for kind in (0, 1))
    return begins, ends, logits[2][places.line_ends()].log_softmax(-1)


def answered(states: "torch.Tensor", answers: "torch.Tensor") -> "torch.Tensor":
    """Return the log odds (a scalar) that the sentences answer; ``states`` are those of a whole prompt."""
    return states[-1].float() @ answers[0]


def _logits(states: "torch.Tensor", query: "torch.Tensor", key: "torch.Tensor") -> "torch.Tensor":
    """Return how much the last of the states (tokens, hidden) points at each: (kinds, tokens)."""
    import torch

    plain = states.float()
    plain = plain * torch.rsqrt(plain.pow(2).mean(-1, keepdim=True) + 1e-6)
    asks = (plain[-1] @ query.T).view(_KINDS, _WIDTH)
    replies = (plain @ key.T).view(-1, _KINDS, _WIDTH)
    return torch.einsum("kw,tkw->kt", asks, replies) / math.sqrt(_WIDTH)


def _shares(logits: "torch.Tensor", inside: list[int]) -> "torch.Tensor":
    """Return the log probabilities of some tokens among themselves; minus infinity for the others."""
    import torch

    shares = torch.full_like(logits, float("-inf"))
    shares[inside] = logits[inside].log_softmax(-1)
    return shares
