"""Train the reader: low-rank matrices that let the default model find the few words that answer.

    python -m training.evidence qa-dev.jsonl evidence.jsonl
    python training/reader.py evidence.jsonl work --folds 2   # cross-validation by article, then all

Each example is a prompt (question, 3 or 4 sentences in random order, question again) and its target, the
shortest gold answer and the end token; the loss is on the target only. Questions that nothing answers are
left out: with them the reader learned little about which those are (AUROC 0.53) and read the others worse,
with F1 0.57 instead of 0.60 (the model card has the table). Where only the upper layers are trained, the
lower ones are read without gradients. A run that was stopped goes on from its last checkpoint; the same seed
gives the same examples.
"""

import argparse
import copy
import json
import logging
import math
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch
from safetensors.torch import load_file, save_file
from torch.nn.functional import cross_entropy, linear

from footnote.config import DEFAULT_MODEL, Settings
from footnote.generate.adapter import adaptable
from footnote.generate.locate import locate
from footnote.generate.reader import prompt
from footnote.generate.weights import Weights, load_weights

if TYPE_CHECKING:
    from transformers import PreTrainedModel

_LOG = logging.getLogger("reader")
_CHECKPOINT_EVERY = 25  # steps


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a run may vary."""

    rank: int = 16
    first_layer: int = 12  # of those that are trained
    sentences: tuple[int, ...] = (3, 3, 4, 4)  # how many sentences a prompt shows, by chance
    passes: float = 2.4
    rate: float = 6e-4
    batch: int = 16
    warm_up: float = 0.05  # share of the steps
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Example:
    """Tokens of a prompt and of its target, the answer and the end token."""

    article: str
    prompt: tuple[int, ...]
    target: tuple[int, ...]


def main() -> None:
    """Train each fold, then all articles; each writes its adapter.safetensors in a folder of its own."""
    given = _arguments()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    recipe = Recipe(**json.loads(given.recipe))
    lines = [json.loads(line) for line in given.evidence.read_text(encoding="utf-8").splitlines()]
    base = load_weights(locate(DEFAULT_MODEL), "cpu", given.dtype, Settings().cache)
    base.model.requires_grad_(False).set_attn_implementation("eager")  # its backward is the faster one
    passes = [list(drawn(lines, base, recipe, number)) for number in range(math.ceil(recipe.passes))]
    halves = Halves(base.model, recipe)
    halves.compile()
    for name, left_out in _runs(lines, given.folds, given.leave_out):
        if name not in (given.only or name) or (given.work / name / "adapter.safetensors").is_file():
            continue
        kept = [[one for one in examples if one.article not in left_out] for examples in passes]
        _LOG.info("%s: %d examples, left out: %s", name, len(kept[0]), " ".join(sorted(left_out)) or "none")
        weights = train(halves, kept, recipe, given.work / name, given.start)
        shipped = {key: value.detach().to(torch.bfloat16).contiguous() for key, value in weights.items()}
        save_file(shipped, given.work / name / "adapter.safetensors")


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


def train(
    halves: Halves, passes: Sequence[Sequence[Example]], recipe: Recipe, work: Path, start: Path | None = None
) -> dict[str, torch.Tensor]:
    """Return the trained matrices in float32, by name.

    ``passes`` are the examples of each pass; ``start`` is an adapter to begin with instead of one that
    changes nothing.
    """
    torch.manual_seed(recipe.seed)
    work.mkdir(parents=True, exist_ok=True)
    weights = initial(halves)
    if start is not None:
        _take_up(weights, load_file(start))
    optimiser = torch.optim.AdamW(weights.values(), lr=recipe.rate, weight_decay=0.0)
    batches = list(batched(passes, recipe))
    done = _resume(work, weights, optimiser)
    began, losses = time.monotonic(), []
    for step in range(done, len(batches)):
        for group in optimiser.param_groups:
            group["lr"] = recipe.rate * _schedule(step, len(batches), recipe.warm_up)
        total = loss(halves, batches[step])
        optimiser.zero_grad()
        torch.autograd.backward(total)
        torch.nn.utils.clip_grad_norm_(list(weights.values()), 1.0)
        optimiser.step()
        losses.append(total.item())
        if (step + 1) % 10 == 0:
            _report(losses, step + 1, len(batches), (time.monotonic() - began) / (step + 1 - done))
        if (step + 1) % _CHECKPOINT_EVERY == 0:
            _save(work, weights, optimiser, step + 1)
    return weights


def initial(halves: Halves) -> dict[str, torch.Tensor]:
    """Return matrices that change nothing yet: up is zero, down is uniform as a new linear layer's."""
    weights: dict[str, torch.Tensor] = {}
    for name, module in halves.beside.items():
        bound = 1 / math.sqrt(module.down.shape[1])
        torch.nn.init.uniform_(module.down, -bound, bound)
        torch.nn.init.zeros_(module.up)
        weights |= {f"{name}.down": module.down, f"{name}.up": module.up}
    return weights


def loss(halves: Halves, batch: Sequence[Example]) -> torch.Tensor:
    """Return a batch's loss: the mean over its examples of the mean over a target's tokens, in nats."""
    hidden = halves.upper(inputs_embeds=halves.states(batch), use_cache=False).last_hidden_state
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


def batched(passes: Sequence[Sequence[Example]], recipe: Recipe) -> Iterator[list[Example]]:
    """Yield the batches of all passes: examples of like length together, batches in random order."""
    chance = random.Random(recipe.seed)
    for number, examples in enumerate(passes):
        order = sorted(
            chance.sample(examples, len(examples)), key=lambda one: (len(one.prompt) + len(one.target)) // 8
        )
        groups = [order[i : i + recipe.batch] for i in range(0, len(order), recipe.batch)]
        chance.shuffle(groups)
        yield from groups[: math.ceil(len(groups) * min(1.0, recipe.passes - number))]


def drawn(
    lines: Sequence[dict[str, Any]], base: Weights, recipe: Recipe, number: int = 0
) -> Iterator[Example]:
    """Yield the examples of all answerable questions for a pass; each pass shows other sentences."""
    chance = random.Random(1_000 * recipe.seed + number)
    for line in lines:
        if line["gold"]:
            best = line["sentences"][: chance.choice(recipe.sentences)]
            if not any(one["spans"] for one in best):
                best = [*best[:-1], line["gold"][0]]
            yield encoded(base, line, _shuffled(best, chance), _shortest(best))


def _shuffled(found: Sequence[dict[str, Any]], chance: random.Random) -> list[str]:
    return [one["text"] for one in chance.sample(found, len(found))]


def _shortest(found: Sequence[dict[str, Any]]) -> str:
    spans = [(b - a, one["text"][a:b]) for one in found for a, b in one["spans"]]
    return str(min(spans)[1])


def encoded(base: Weights, line: dict[str, Any], sentences: Sequence[str], answer: str) -> Example:
    """Return an example's tokens; an answer is written after a space, as the prompt's end wants."""
    end = int(base.model.config.eos_token_id)
    words = base.tokenizer.encode_text(" " + " ".join(answer.split()))
    begins = base.tokenizer.encode_text(prompt(line["question"], sentences))
    return Example(line["article"], tuple(begins), (*words, end))


def _runs(
    lines: Sequence[dict[str, Any]], count: int, leave_out: Sequence[str]
) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield the name of each run with the articles that it leaves out; folds in the order of the file."""
    if leave_out:
        yield "left-out", frozenset(leave_out)
        return
    articles = list(dict.fromkeys(line["article"] for line in lines))
    for number in range(count if count > 1 else 0):
        first, last = (len(articles) * place // count for place in (number, number + 1))
        yield f"fold-{number}", frozenset(articles[first:last])
    yield "all", frozenset()


def _report(losses: Sequence[float], step: int, steps: int, pace: float) -> None:
    recent = losses[-50:]
    _LOG.info(
        "step %d/%d: loss %.3f; %.1f s a step, %.0f minutes left",
        *(step, steps, sum(recent) / len(recent), pace, pace * (steps - step) / 60),
    )


def _schedule(step: int, steps: int, warm_up: float) -> float:
    """Return the share of the full rate: a linear rise, then a linear fall to zero."""
    rising = max(1.0, steps * warm_up)
    return min((step + 1) / rising, (steps - step) / max(1.0, steps - rising))


def _save(work: Path, weights: dict[str, torch.Tensor], optimiser: torch.optim.Optimizer, step: int) -> None:
    unfinished = work / "checkpoint.unfinished"
    torch.save({"weights": weights, "optimiser": optimiser.state_dict(), "step": step}, unfinished)
    unfinished.replace(work / "checkpoint.pt")


def _resume(work: Path, weights: dict[str, torch.Tensor], optimiser: torch.optim.Optimizer) -> int:
    """Take up the last checkpoint and return how many steps it had done; 0 where there is none."""
    file = work / "checkpoint.pt"
    if not file.is_file():
        return 0
    kept = torch.load(file, weights_only=True)
    _take_up(weights, kept["weights"])
    optimiser.load_state_dict(kept["optimiser"])
    _LOG.info("going on after step %d", kept["step"])
    return int(kept["step"])


def _take_up(weights: dict[str, torch.Tensor], known: dict[str, torch.Tensor]) -> None:
    with torch.no_grad():
        for name, value in weights.items():
            value.copy_(known[name])


def _arguments() -> argparse.Namespace:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("evidence", type=Path, help="what training/evidence.py wrote")
    arguments.add_argument("work", type=Path, help="folder for the checkpoint and the adapter")
    arguments.add_argument("--folds", type=int, default=0, help="how many folds to train before all articles")
    arguments.add_argument("--leave-out", nargs="*", default=(), help="train once, without these articles")
    arguments.add_argument("--only", nargs="*", help="train only these: fold-0, fold-1, ..., all")
    # A step takes a third of the time in bfloat16 where the CPU has AMX, more where it has only AVX-512.
    arguments.add_argument("--dtype", default="float32", choices=("float32", "bfloat16"))
    arguments.add_argument("--start", type=Path, help="an adapter to begin with")
    arguments.add_argument("--recipe", default="{}", help="JSON of what differs from the standard recipe")
    return arguments.parse_args()


if __name__ == "__main__":
    main()
