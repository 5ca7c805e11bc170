"""Low-rank side matrices beside a model's linear layers, switched on for as long as a context lasts.

Method: Hu et al. (2021), "LoRA: Low-Rank Adaptation of Large Language Models". The base weights are never
touched: while the adapter is applied each layer's output y = W x becomes W x + B (A x); when it is not, no
hook is there and the model computes what it always did, bit for bit.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from footnote.errors import ModelUnavailable

if TYPE_CHECKING:
    import torch
    from transformers import PreTrainedModel

_DOWN, _UP = ".down", ".up"


class Adapter:
    """Pairs of matrices by layer name: ``<layer>.down`` (rank, inputs) and ``<layer>.up`` (outputs, rank)."""

    def __init__(self, model: "PreTrainedModel", weights: "Mapping[str, torch.Tensor]") -> None:
        """Pair the matrices with the model's layers; other weights are left alone.

        Raises:
            ModelUnavailable: they were made for another model.
        """
        layers = dict(adaptable(model))
        self._layers = []
        for key in sorted(key for key in weights if key.endswith(_DOWN)):
            name = key.removesuffix(_DOWN)
            layer, down, up = layers.get(name), weights[key], weights.get(name + _UP)
            if layer is None or up is None or layer.weight.shape != (up.shape[0], down.shape[1]):
                raise ModelUnavailable(
                    "The reader's adapter does not fit the model: its matrices for "
                    f"{name} have the wrong shape. Install Footnote again."
                )
            self._layers.append((layer, *(side.to(layer.weight) for side in (down, up))))

    @contextmanager
    def applied(self) -> Iterator[None]:
        """Let every forward pass inside the context use the side matrices; not for two threads at once."""
        hooks = [layer.register_forward_hook(_beside(down, up)) for layer, down, up in self._layers]
        try:
            yield
        finally:
            for hook in hooks:
                hook.remove()


def adaptable(model: "torch.nn.Module") -> Iterator[tuple[str, Any]]:
    """Yield the name and module of each linear layer inside the model's blocks."""
    import torch

    for name, module in model.named_modules():
        if isinstance(module, torch.nn.Linear) and ".layers." in name:
            yield name, module


def _beside(down: "torch.Tensor", up: "torch.Tensor") -> Any:  # noqa: ANN401
    """Return a hook that adds up (down x) to a layer's output."""
    from torch.nn.functional import linear

    def add(_: object, inputs: "tuple[torch.Tensor, ...]", output: "torch.Tensor") -> "torch.Tensor":
        x = inputs[0]
        return output + linear(linear(x, down), up)

    return add
