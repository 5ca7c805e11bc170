"""The network of footnote/retrieve/support.py as it is trained."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch.nn.functional import binary_cross_entropy_with_logits, dropout, logsigmoid

from footnote.retrieve.support import SUPPORTERS, WORD_FEATURES
from training.support_rows import Row

_PAIRS, _HIDDEN = 16, 16
_ALTERED = 0.5  # what an altered question counts
_PASSES, _BATCH, _RATE, _DECAY, _DROPOUT = 10, 64, 3e-3, 1e-2, 0.4

Weights = dict[str, torch.Tensor]


@dataclass(frozen=True, slots=True)
class Padded:
    """Rows as tensors: (rows, SUPPORTERS, words, ...), 0 in ``there`` where there is no word."""

    features: torch.Tensor
    asked: torch.Tensor
    told: torch.Tensor
    there: torch.Tensor  # (rows, SUPPORTERS, words)
    scores: torch.Tensor  # (rows, SUPPORTERS), far below all others where there is no sentence
    answers: torch.Tensor
    counts: torch.Tensor


def train(rows: Sequence[Row], seed: int = 0) -> Weights:
    """Return a network that was trained on the rows."""
    torch.manual_seed(seed)
    weights = _initial(rows)
    learned = [value for name, value in weights.items() if name not in ("mean", "scale")]
    optimiser = torch.optim.AdamW([value.requires_grad_() for value in learned], _RATE, weight_decay=_DECAY)
    steps = _PASSES * -(-len(rows) // _BATCH)
    schedule = torch.optim.lr_scheduler.LinearLR(optimiser, 1.0, 0.0, steps)
    for _ in range(_PASSES):
        for batch in torch.randperm(len(rows)).split(_BATCH):
            chosen = padded([rows[number] for number in batch.tolist()])
            said = logits(weights, chosen, _DROPOUT)
            optimiser.zero_grad()
            loss = binary_cross_entropy_with_logits(said, chosen.answers, chosen.counts)
            torch.autograd.backward(loss)
            optimiser.step()
            schedule.step()
    return {name: value.detach() for name, value in weights.items()}


def logits(weights: Weights, rows: Padded, share: float = 0.0) -> torch.Tensor:
    """Return what the network says of each row, as footnote.retrieve.support computes it.

    ``share`` of the pairs of words is left out.
    """
    plain = (rows.features - weights["mean"]) / weights["scale"]
    pairs = (rows.asked @ weights["asked"].T) * (rows.told @ weights["told"].T)
    both = torch.cat([plain, dropout(pairs, share, share > 0)], -1)
    hidden = torch.tanh(both @ weights["hidden"].T + weights["hidden_bias"])
    words = logsigmoid(hidden @ weights["out"] + weights["out_bias"])
    lead = weights["rank"] * (rows.scores - rows.scores[:, :1])
    return ((words * rows.there).sum(-1) + lead).logsumexp(-1) + weights["bias"]


def padded(rows: Sequence[Row]) -> Padded:
    """Return the rows as tensors."""
    shape = (len(rows), SUPPORTERS, max(len(one.features) for row in rows for one in row.seen))
    dimension = rows[0].seen[0].asked.shape[1]
    wide = [torch.zeros(*shape, size) for size in (WORD_FEATURES, dimension, dimension)]
    there, scores = torch.zeros(shape), torch.full(shape[:2], -1e9)
    for number, row in enumerate(rows):
        for place, one in enumerate(row.seen):
            words = len(one.features)
            for tensor, values in zip(wide, (one.features, one.asked, one.told), strict=True):
                tensor[number, place, :words] = torch.from_numpy(values)
            there[number, place, :words] = 1
            scores[number, place] = one.score
    answers = torch.tensor([float(row.answers) for row in rows])
    counts = torch.tensor([_ALTERED if row.kind == "altered" else 1.0 for row in rows])
    return Padded(*wide, there, scores, answers, counts)


def _initial(rows: Sequence[Row]) -> Weights:
    """Return a network that takes each word for borne out, to begin with."""
    known = torch.from_numpy(np.concatenate([one.features for row in rows for one in row.seen])).float()
    width, dimension = WORD_FEATURES + _PAIRS, rows[0].seen[0].asked.shape[1]
    return {
        "mean": known.mean(0),
        "scale": known.std(0) + 1e-6,
        "asked": torch.randn(_PAIRS, dimension) * 2.3 / dimension**0.5,
        "told": torch.randn(_PAIRS, dimension) * 2.3 / dimension**0.5,
        "hidden": torch.randn(_HIDDEN, width) / (3 * width) ** 0.5,
        "hidden_bias": torch.zeros(_HIDDEN),
        "out": torch.randn(_HIDDEN) * 0.05,
        "out_bias": torch.tensor(2.0),
        "rank": torch.tensor(0.3),
        "bias": torch.tensor(1.0),
    }
