r"""Read questions with a trained adapter as Footnote does, and say how well it went.

    python training/measure_reader.py evidence.jsonl work/fold-0/adapter.safetensors held_out.jsonl \
        --only ARTICLE...

Writes one line a question as it goes, so a run may be stopped. Measure only articles that the adapter was
not trained on.
"""

import argparse
import collections
import json
import random
import re
import string
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from safetensors.torch import load_file

from footnote.config import DEFAULT_MODEL, Settings
from footnote.generate.chat import Turns
from footnote.generate.hardware import choose_dtype
from footnote.generate.locate import locate
from footnote.generate.reader import Reader
from footnote.generate.weights import load_weights
from training.library import json_lines

_SENTENCES = 4


def main() -> None:
    """Read what is not read yet, then print the figures of all that is."""
    given = _arguments()
    known = _read_before(given.held_out)
    wanted = [
        one for one in json_lines(given.evidence) if one["article"] in given.only and one["id"] not in known
    ]
    random.Random(0).shuffle(wanted)
    if wanted[: given.most]:
        base = load_weights(locate(DEFAULT_MODEL), "cpu", choose_dtype("auto", "cpu"), Settings().cache)
        reader = Reader(base.model.eval(), base.tokenizer, Turns(), load_file(given.adapter))
        with given.held_out.open("a", encoding="utf-8") as out:
            for line in wanted[: given.most]:
                out.write(json.dumps(read(reader, line), ensure_ascii=False) + "\n")
                out.flush()
    figures = measured(list(_read_before(given.held_out).values()))
    print("\n".join(f"{name:32s}{value:8.3f}" for name, value in figures.items()))


def read(reader: Reader, line: dict[str, Any]) -> dict[str, Any]:
    """Return what the reader makes of a question, beside what is known of it."""
    found = line["sentences"][:_SENTENCES]
    reading = reader.read(line["question"], [one["text"] for one in found])
    assert reading is not None, line["id"]
    text = found[reading.sentence]["text"][reading.start : reading.end]
    return {
        **{key: line[key] for key in ("id", "article", "question", "answerable", "answers")},
        "numbers": [one["number"] for one in found],
        "ranker": [one["score"] for one in found],
        "holds": [bool(one["spans"]) for one in found],
        "spans": [found[n]["text"][a:b] for n, (a, b) in enumerate(reading.ranges)],
        "scores": [round(score, 4) for score in reading.sentence_scores],
        "log_odds": round(reading.answers, 4),
        "chosen": reading.sentence,
        "chosen_number": found[reading.sentence]["number"],
        "text": text,
        "f1": max((f1(text, gold) for gold in line["answers"]), default=0.0),
        "exact": max((float(plain(text) == plain(gold)) for gold in line["answers"]), default=0.0),
    }


def measured(read: Sequence[dict[str, Any]]) -> dict[str, float]:
    """Return the figures of questions that were read."""
    answered = [one for one in read if one["answerable"]]
    labels = np.array([one["answerable"] for one in read])
    figures = {"questions": float(len(read)), "answerable": float(len(answered))}
    figures["f1"] = _mean(one["f1"] for one in answered)
    figures["exact"] = _mean(one["exact"] for one in answered)
    figures["first sentence, ranker"] = _mean(one["holds"][0] for one in answered)
    figures["among the sentences"] = _mean(any(one["holds"]) for one in answered)
    for weight in (0.0, 0.3, 0.5, 0.7, 1.0, 1.5, 2.0):
        joined = [int(np.argmax(np.array(o["scores"]) + weight * np.array(o["ranker"]))) for o in answered]
        pairs = list(zip(joined, answered, strict=True))
        figures[f"first sentence, ranker x {weight}"] = _mean(one["holds"][at] for at, one in pairs)
        figures[f"f1, ranker x {weight}"] = _mean(
            max(f1(one["spans"][at], gold) for gold in one["answers"]) for at, one in pairs
        )
    figures["auroc"] = auroc(np.array([one["log_odds"] for one in read]), labels)
    return figures


def auroc(scores: NDArray[np.float64], labels: NDArray[np.bool_]) -> float:
    """Return the probability that a positive scores above a negative, ties counting half."""
    positive, negative = scores[labels][:, None], scores[~labels][None]
    if not positive.size or not negative.size:
        return float("nan")
    return float((positive > negative).mean() + 0.5 * (positive == negative).mean())


def f1(text: str, gold: str) -> float:
    """Return the overlap of words as SQuAD's evaluation counts it."""
    words, wanted = plain(text).split(), plain(gold).split()
    shared = sum((collections.Counter(words) & collections.Counter(wanted)).values())
    return 2 * shared / (len(words) + len(wanted)) if shared else 0.0


def plain(text: str) -> str:
    """Return the text as SQuAD's evaluation compares it: no case, punctuation or articles."""
    kept = "".join(character for character in text.lower() if character not in string.punctuation)
    return " ".join(re.sub(r"\b(?:a|an|the)\b", " ", kept).split())


def _mean(values: Iterable[float]) -> float:
    return float(np.mean([float(value) for value in values] or [float("nan")]))


def _read_before(file: Path) -> dict[str, dict[str, Any]]:
    if not file.is_file():
        return {}
    return {one["id"]: one for one in json_lines(file)}


def _arguments() -> argparse.Namespace:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("evidence", type=Path, help="what training/evidence.py wrote")
    arguments.add_argument("adapter", type=Path)
    arguments.add_argument("held_out", type=Path, help="file to add to")
    arguments.add_argument("--only", nargs="+", required=True, help="ids of the articles to read")
    arguments.add_argument("--most", type=int, default=10**6, help="how many questions to read now")
    return arguments.parse_args()


if __name__ == "__main__":
    main()
