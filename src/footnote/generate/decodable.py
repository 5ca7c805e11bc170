"""What a model must have to be decoded token by token: a cache, a number of positions, tokens that end."""

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from footnote.errors import ModelUnavailable

if TYPE_CHECKING:
    import torch
    from transformers import PreTrainedModel

Step = Callable[[list[int], Any, threading.Event | None], "tuple[torch.Tensor, Any]"]


def check_steps(name: str, forward: Step) -> None:
    """Run one token, so that a model that cannot be decoded step by step is refused at start.

    Raises:
        ModelUnavailable: it cannot.
    """
    try:
        _, cache = forward([0], None, None)
        forward([0], cache, None)
        cache.batch_repeat_interleave(1)  # what scoring does, and a recurrent state does not
    except (TypeError, AttributeError, RuntimeError, ValueError) as error:
        raise ModelUnavailable(
            f"The model {name} cannot write text step by step ({error}). "
            "Set FOOTNOTE_MODEL to a causal language model with a key-value cache."
        ) from error


def positions(model: "PreTrainedModel") -> int:
    """Return how many tokens the model can hold."""
    config = model.config.get_text_config()
    return int(getattr(config, "max_position_embeddings", 0) or 4_096)


def end_tokens(model: "PreTrainedModel") -> set[int]:
    """Return the tokens that end a text, by the model's own configuration."""
    end = model.generation_config.eos_token_id if model.generation_config else None
    return set(end) if isinstance(end, list) else {end} if isinstance(end, int) else set()
