"""A model whose upper layers are trained through low-rank matrices, and pointers beside them."""

import copy
import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

import torch
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy, linear

from footnote.generate.adapter import adaptable
from footnote.generate.pointers import ANSWERS, KEY, QUERY, ROWS, answered, pointed_at
from training.examples import Example, Recipe

if TYPE_CHECKING:
    from transformers import PreTrainedModel


class Halves:
    """A model cut in two: a lower half that is only read, an upper half with low-rank matrices beside it."""

    def __init__(self, model: "PreTrainedModel", recipe: Recipe) -> None:
        self.model = model
        self.beside: dict[str, Beside] = {}
        self._lower = _part(model.model, 0, recipe.first_layer)
        self._lower.norm = torch.nn.Identity()
        self.upper = _part(model.model, recipe.first_layer, None)
        for name, layer in list(adaptable(model)):
            if int(name.split(".layers.")[1].split(".")[0]) >= recipe.first_layer:
                parent, _, child = name.rpartition(".")
                self.beside[name] = Beside(layer, recipe.rank)
                setattr(model.get_submodule(parent), child, self.beside[name])
        shapes = {QUERY: ROWS, KEY: ROWS, ANSWERS: 1}
        self.pointers = {side: torch.empty(rows, model.config.hidden_size) for side, rows in shapes.items()}

    def compile(self) -> None:
        """Compile each upper layer, which makes a step about twice as fast; all share the compiled code."""
        for layer in self.upper.layers:
            layer.compile(dynamic=True)

    @torch.no_grad()
    def states(self, batch: Sequence[Example]) -> torch.Tensor:
        """Return what the lower half makes of the examples: (batch, width, hidden), padded on the right."""
        ids = [torch.tensor([*one.prompt, *one.target[:-1]]) for one in batch]
        padded = torch.nn.utils.rnn.pad_sequence(ids, batch_first=True)
        states: torch.Tensor = self._lower(input_ids=padded, use_cache=False).last_hidden_state
        return states


class Beside(torch.nn.Module):
    """A linear layer with low-rank matrices beside it, as footnote.generate.adapter computes them."""

    def __init__(self, layer: torch.nn.Linear, rank: int) -> None:
        super().__init__()
        self.layer = layer
        self.down = torch.nn.Parameter(torch.empty(rank, layer.in_features))
        self.up = torch.nn.Parameter(torch.empty(layer.out_features, rank))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return the layer's output and what the matrices add to it."""
        added = linear(linear(x, self.down.to(x.dtype)), self.up.to(x.dtype))
        total: torch.Tensor = self.layer(x) + added
        return total


def _part(model: "PreTrainedModel", first: int, last: int | None) -> "PreTrainedModel":
    """Return a model of some of the layers, which it shares."""
    part = copy.copy(model)
    part._modules = dict(model._modules)
    part.layers = model.layers[first:last]
    return part


def initial(halves: Halves) -> dict[str, torch.Tensor]:
    """Return matrices that change nothing yet, and pointers that point anywhere.

    Up is zero, down is uniform as a new linear layer's.
    """
    weights: dict[str, torch.Tensor] = {}
    for name, module in halves.beside.items():
        bound = 1 / math.sqrt(module.down.shape[1])
        torch.nn.init.uniform_(module.down, -bound, bound)
        torch.nn.init.zeros_(module.up)
        weights |= {f"{name}.down": module.down, f"{name}.up": module.up}
    for name, side in halves.pointers.items():
        torch.nn.init.normal_(side, std=1 / math.sqrt(side.shape[1]))
        weights[name] = side.requires_grad_()
    return weights


def loss(halves: Halves, batch: Sequence[Example], recipe: Recipe) -> torch.Tensor:
    """Return the mean of a batch's losses, in nats: of writing the answer, of pointing at it, of whether any.

    An example that nothing answers has the last alone.
    """
    hidden = halves.upper(inputs_embeds=halves.states(batch), use_cache=False).last_hidden_state
    total = recipe.answers * _answering(halves, hidden, batch)
    rows = [row for row, one in enumerate(batch) if one.target]
    if rows:
        answerable = [batch[row] for row in rows]
        written = _writing(halves, hidden[rows], answerable)
        pointing = [_pointing(hidden[row], batch[row], halves.pointers, recipe) for row in rows]
        total = total + (written + torch.stack(pointing).mean()) * len(rows) / len(batch)
    return total


def _answering(halves: Halves, hidden: torch.Tensor, batch: Sequence[Example]) -> torch.Tensor:
    """Return the mean of the cross entropies of whether the sentences answer."""
    said = [
        answered(row[: len(one.prompt)], halves.pointers[ANSWERS])
        for row, one in zip(hidden, batch, strict=True)
    ]
    wanted = torch.tensor([float(bool(one.target)) for one in batch])
    return binary_cross_entropy_with_logits(torch.stack(said), wanted)


def _writing(halves: Halves, hidden: torch.Tensor, batch: Sequence[Example]) -> torch.Tensor:
    """Return the mean over the examples of the mean over a target's tokens; each has one."""
    places, wanted, shares = [], [], []
    for row, one in enumerate(batch):
        for ahead, token in enumerate(one.target):
            places.append((row, len(one.prompt) - 1 + ahead))
            wanted.append(token)
            shares.append(1 / len(one.target))
    rows, columns = zip(*places, strict=True)
    logits = halves.model.lm_head(hidden[list(rows), list(columns)]).float()
    each = cross_entropy(logits, torch.tensor(wanted), reduction="none") * torch.tensor(shares)
    return each.sum() / len(batch)


def _pointing(
    hidden: torch.Tensor, one: Example, pointers: dict[str, torch.Tensor], recipe: Recipe
) -> torch.Tensor:
    """Return an example's loss of pointing; any of several right places will do."""
    states = hidden[: len(one.prompt)]
    begins, ends, holds = pointed_at(states, one.places, pointers[QUERY], pointers[KEY])
    held = holds[list(one.holders)].logsumexp(0)
    ranged = begins[list(one.begins)].logsumexp(0) + ends[list(one.ends)].logsumexp(0)
    return -recipe.begins_and_ends * ranged - recipe.holds * held
