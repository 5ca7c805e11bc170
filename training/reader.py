"""Train the reader: low-rank matrices and pointers that let the default model find the words that answer.

    python -m training.evidence qa-dev.jsonl evidence.jsonl
    python -m training.reader evidence.jsonl work --folds 2   # cross-validation by article, then all

Each example is a prompt (question, 3 or 4 sentences in random order, question again) and its target, the
shortest gold answer and the end token; the loss is of writing the target, of pointing at where it stands, and
of saying whether the sentences answer at all, which is all that a question that nothing answers is for. Where
only the upper layers are trained, the lower ones are read without gradients. A run that was stopped goes on
from its last checkpoint; the same seed gives the same examples.
"""

import argparse
import json
import logging
import math
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file, save_file

from footnote.config import DEFAULT_MODEL, Settings
from footnote.generate.locate import locate
from footnote.generate.weights import load_weights
from training.examples import Example, Recipe, batched, drawn
from training.halves import Halves, initial, loss
from training.library import folds, json_lines

_LOG = logging.getLogger("reader")
_CHECKPOINT_EVERY = 25  # steps


def main() -> None:
    """Train each fold, then all articles; each writes its adapter.safetensors in a folder of its own."""
    given = _arguments()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    recipe = Recipe(**json.loads(given.recipe))
    lines = list(json_lines(given.evidence))
    written = [line for file in given.written for line in json_lines(file)]
    base = load_weights(locate(DEFAULT_MODEL), "cpu", given.dtype, Settings().cache)
    base.model.requires_grad_(False).set_attn_implementation("eager")  # its backward is the faster one
    count = math.ceil(recipe.passes)
    passes = [
        list(drawn([*_shown(lines, recipe, number), *written[number::count]], base, recipe, number))
        for number in range(count)
    ]
    halves = Halves(base.model, recipe)
    halves.compile()
    for name, left_out in _runs(lines, given.folds, given.leave_out):
        if name not in (given.only or name) or (given.work / name / "adapter.safetensors").is_file():
            continue
        kept = [[one for one in examples if one.article not in left_out] for examples in passes]
        _LOG.info("%s: %d examples, left out: %s", name, len(kept[0]), " ".join(sorted(left_out)) or "none")
        weights = train(halves, kept, recipe, given.work / name, given.start)
        if given.halfway:
            weights = halfway(load_file(given.start), weights)
        shipped = {key: value.detach().to(torch.bfloat16).contiguous() for key, value in weights.items()}
        save_file(shipped, given.work / name / "adapter.safetensors")


def _shown(lines: Sequence[dict[str, Any]], recipe: Recipe, number: int) -> list[dict[str, Any]]:
    """Return the development questions of a pass."""
    return [line for line in lines if line["answerable"] or number < recipe.unanswerable_passes]


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
    groups = _groups(halves, weights, recipe)
    optimiser = torch.optim.AdamW(groups, weight_decay=0.0)
    batches = list(batched(passes, recipe))
    done = _resume(work, weights, optimiser)
    began, losses = time.monotonic(), []
    for step in range(done, len(batches)):
        for group in optimiser.param_groups:
            group["lr"] = group["full"] * _schedule(step, len(batches), recipe.warm_up)
        total = loss(halves, batches[step], recipe)
        optimiser.zero_grad()
        torch.autograd.backward(total)
        for group in groups:
            torch.nn.utils.clip_grad_norm_(group["params"], 1.0)
        optimiser.step()
        losses.append(total.item())
        if (step + 1) % 10 == 0:
            _report(losses, step + 1, len(batches), (time.monotonic() - began) / (step + 1 - done))
        if (step + 1) % _CHECKPOINT_EVERY == 0:
            _save(work, weights, optimiser, step + 1)
    return weights


def halfway(start: dict[str, torch.Tensor], end: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """Return the mean of an adapter and what went on from it.

    It keeps more of what the first knew of other kinds of question (Wortsman et al. 2022, arXiv 2109.01903).
    """
    return {name: (start[name] + value.detach()) / 2 for name, value in end.items()}


def _groups(halves: Halves, weights: dict[str, torch.Tensor], recipe: Recipe) -> list[dict[str, Any]]:
    """Return the matrices beside the layers and the pointers, with the full rate of each."""
    sides = [value for name, value in weights.items() if name not in halves.pointers]
    pointers = [weights[name] for name in halves.pointers]
    return [{"params": sides, "full": recipe.rate}, {"params": pointers, "full": recipe.pointer_rate}]


def _runs(
    lines: Sequence[dict[str, Any]], count: int, leave_out: Sequence[str]
) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield the name of each run with the articles that it leaves out; folds in the order of the file."""
    if leave_out:
        yield "left-out", frozenset(leave_out)
        return
    articles = list(dict.fromkeys(line["article"] for line in lines))
    for number, left_out in enumerate(folds(articles, count) if count > 1 else ()):
        yield f"fold-{number}", frozenset(left_out)
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
    arguments.add_argument(
        "--written", type=Path, nargs="*", default=(), help="the same, each question shown once"
    )
    arguments.add_argument("--folds", type=int, default=0, help="how many folds to train before all articles")
    arguments.add_argument("--leave-out", nargs="*", default=(), help="train once, without these articles")
    arguments.add_argument("--only", nargs="*", help="train only these: fold-0, fold-1, ..., all")
    # A step takes a third of the time in bfloat16 where the CPU has AMX, more where it has only AVX-512.
    arguments.add_argument("--dtype", default="float32", choices=("float32", "bfloat16"))
    arguments.add_argument("--start", type=Path, help="an adapter to begin with")
    arguments.add_argument("--halfway", action="store_true", help="write the mean of --start and the result")
    arguments.add_argument("--recipe", default="{}", help="JSON of what differs from the standard recipe")
    given = arguments.parse_args()
    if given.halfway and given.start is None:
        arguments.error("--halfway needs --start, the adapter to take the mean with.")
    return given


if __name__ == "__main__":
    main()
