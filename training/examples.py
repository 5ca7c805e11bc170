"""What the reader is trained on: prompts, their answers if any, and where in a prompt an answer stands."""

import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from footnote.generate.reading_prompt import Places, places, prompt
from footnote.generate.sources import without_source
from footnote.generate.weights import Weights


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a run may vary."""

    rank: int = 16
    first_layer: int = 12  # of those that are trained
    sentences: tuple[int, ...] = (3, 3, 4, 4)  # how many sentences a prompt shows, by chance
    passes: float = 3.0
    unanswerable_passes: int = 2  # of these, how many show the development questions that nothing answers
    rate: float = 6e-4
    pointer_rate: float = 3e-3  # of the pointers, which begin with nothing
    begins_and_ends: float = 0.4  # share of each in the loss, beside writing the answer
    holds: float = 0.4  # of which sentence holds it
    answers: float = 0.5  # of whether one does; all that an unanswerable question's example is for
    batch: int = 16
    warm_up: float = 0.05  # share of the steps
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Example:
    """Tokens of a prompt and of its target, the answer and the end token; where the answer stands.

    All but the prompt is empty where nothing answers.
    """

    article: str
    prompt: tuple[int, ...]
    target: tuple[int, ...]
    places: Places
    holders: tuple[int, ...]  # the sentences that hold a gold answer
    begins: tuple[int, ...]  # the tokens of the prompt at which the answer begins
    ends: tuple[int, ...]  # its last tokens


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
    """Yield the examples of all questions for a pass; each pass shows other sentences."""
    chance = random.Random(1_000 * recipe.seed + number)
    for line in lines:
        if line["answerable"] and not line["gold"]:  # the answer goes over two sentences
            continue
        best = line["sentences"][: chance.choice(recipe.sentences)]
        if line["gold"] and not any(one["spans"] for one in best):
            best = [*best[:-1], line["gold"][0]]
        yield encoded(base, line, chance.sample(best, len(best)))


def encoded(base: Weights, line: dict[str, Any], sentences: Sequence[dict[str, Any]]) -> Example:
    """Return the example that shows these sentences; its target is the shortest gold answer that they hold.

    That comes after a space, as the prompt's end wants.
    """
    texts = [_as_read(line["question"], one) for one in sentences]
    spans = [(number, *span) for number, one in enumerate(sentences) for span in one["spans"]]
    ((begun, token_ends),) = base.tokenizer.encode_with_ends([prompt(line["question"], texts)])
    found = places(line["question"], texts, token_ends)
    if not spans:
        return Example(line["article"], tuple(begun), (), found, (), (), ())
    answer = min((texts[number][a:b] for number, a, b in spans), key=lambda text: (len(text), text))
    same = [(number, a, b) for number, a, b in spans if texts[number][a:b] == answer]
    words = base.tokenizer.encode_text(" " + " ".join(answer.split()))
    return Example(
        article=line["article"],
        prompt=tuple(begun),
        target=(*words, int(base.model.config.eos_token_id)),
        places=found,
        holders=tuple(number for number, one in enumerate(sentences) if one["spans"]),
        begins=tuple(found.token(number, a) for number, a, _ in same),
        ends=tuple(found.token(number, b - 1) for number, _, b in same),
    )


def _as_read(question: str, sentence: dict[str, Any]) -> str:
    """Return a sentence as the reader is given it, but never without a gold answer."""
    text = without_source(question, sentence["text"])
    return text if all(end <= len(text) for _, end in sentence["spans"]) else str(sentence["text"])
