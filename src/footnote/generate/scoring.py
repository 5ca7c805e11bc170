"""How likely a model holds given tokens after what it has read, many rows in one pass."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import torch
    from transformers import PreTrainedModel


def width(rows: Sequence[Sequence[int]]) -> int:
    """Return how many tokens each row has once they are padded to one length."""
    return max(1, *map(len, rows))


def mean_log_likelihoods(
    model: "PreTrainedModel",
    first: "torch.Tensor",
    cache: Any,  # noqa: ANN401
    rows: list[list[int]],
) -> list[float]:
    """Return the mean log likelihood of each row of tokens after the cached prefix.

    ``first`` are the logits (vocabulary,) after the prefix; ``cache`` is used up. Rows are padded on the
    right: under a causal mask no real token sees the padding.
    """
    import torch

    longest = width(rows)
    ids = torch.tensor([row + [0] * (longest - len(row)) for row in rows], device=model.device)
    cache.batch_repeat_interleave(len(rows))
    out = model(input_ids=ids, cache=cache, use_cache=True)
    # (rows, width, vocabulary): the logits that predict each token of the row.
    logits = torch.cat([first.expand(len(rows), 1, -1), out.logits[:, :-1]], dim=1)
    return [
        -torch.nn.functional.cross_entropy(scores[: len(row)].float(), target[: len(row)]).item()
        if row
        else float("-inf")
        for scores, target, row in zip(logits, ids, rows, strict=True)
    ]
