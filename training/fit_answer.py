"""Fit what an answer rests on.

    python -m training.fit_answer --rows ROWS --support SUPPORT QUESTIONS HELD_OUT...

QUESTIONS is a question file; each article is asked its own questions and, as questions that it cannot
answer, some of the next article's. HELD_OUT are the files that training/measure_reader.py writes: what a
reader says of questions about articles that it was not trained on, and of another article's questions asked
of those. Fitted are the confidence (see training/calibration.py), cross-validated by article; its thresholds,
which refuse 6 % of the answerable questions, 5 % where a reader has read; the reader's weight against the
ranker; and the share at which a second sentence is quoted.
Writes src/footnote/answer/weights.json.
"""

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import numpy as np

from footnote.answer.confidence import signals
from footnote.schema import Retrieval
from training.calibration import Matrix, Row, calibrate
from training.library import DevelopmentLibrary, Questioned, exchanged, json_lines, open_library

_WEIGHTS = Path(__file__).parents[1] / "src" / "footnote" / "answer" / "weights.json"
_SECOND_AT = 0.015  # chosen from the table that is printed: a lower share cites more and gains little


def main() -> None:
    """Fit, report and write."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("questions", type=Path)
    arguments.add_argument("held_out", type=Path, nargs="+")
    arguments.add_argument(
        "--rows", type=Path, required=True, help="keeps what was found, which takes minutes"
    )
    arguments.add_argument(
        "--support", type=Path, required=True, help="what training/fit_support.py wrote of unseen articles"
    )
    given = arguments.parse_args()
    if not given.rows.exists():
        lines = [json.dumps(asdict(row)) for row in _rows(open_library(given.questions))]
        given.rows.write_text("\n".join(lines) + "\n", "utf-8")
    readings = [one for path in given.held_out for one in json_lines(path)]
    rows = with_support((Row(**one) for one in json_lines(given.rows)), given.support)
    weight, second_at = _ranking([one for one in readings if one["answerable"]])
    fitted = json.loads(_WEIGHTS.read_text("utf-8"))
    fitted |= {
        "made_by": "training/fit_answer.py on the development questions (SQuAD 2.0, CC BY-SA 4.0)",
        "confidence": calibrate(with_readings(rows, readings)),
        "reader_weight": weight,
        "second_at": second_at,
    }
    _WEIGHTS.write_text(json.dumps(fitted, indent=1) + "\n", "utf-8")


def _rows(library: DevelopmentLibrary) -> Iterator[Row]:
    for foreign, articles in ((False, library.articles), (True, exchanged(library.articles))):
        for one in articles:
            for question in one.questions:
                found = library.retriever.find(question["question"], [one.article.id])
                yield _row(one, question, found, foreign)


def _row(one: Questioned, question: dict[str, Any], found: Retrieval, foreign: bool) -> Row:
    return Row(one.article.id, question["id"], signals(found), question["answerable"], foreign)


def with_support(rows: Iterable[Row], held_out: Path) -> list[Row]:
    """Put in what a network says that has not seen the row's article, in the place of the shipped one's."""
    said = {(one["article"], one["id"]): one["support"] for one in json_lines(held_out)}
    return [
        replace(row, signals={**row.signals, "support": said[row.article_id, row.question_id]})
        for row in rows
    ]


def with_readings(rows: Iterable[Row], readings: Iterable[dict[str, Any]]) -> list[Row]:
    """Put in what a reader says that has not seen the row's article, where one was asked."""
    said = {(one["article"], one["id"]): {"answers": one["log_odds"]} for one in readings}
    return [
        replace(row, signals=row.signals | said.get((row.article_id, row.question_id), {})) for row in rows
    ]


def _ranking(read: Sequence[dict[str, Any]]) -> tuple[float, float]:
    """Return the reader's weight that makes the gold sentences likeliest, and when to quote a second."""
    best, chosen = -np.inf, 0.0
    for weight in (0.0, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.8, 1.0, 1.5):
        first = float(np.mean([one["holds"][int(np.argmax(_joint(one, weight)))] for one in read]))
        likelihood = float(np.mean([_log_share(one, weight) for one in read if any(one["holds"])]))
        print(f"reader's weight {weight}: gold comes first for {first:.3f}, mean log share {likelihood:.3f}")
        if likelihood > best:
            best, chosen = likelihood, weight
    for share in (0.0, 0.025, 0.05, 0.1, 0.15, 0.2, 0.3):
        hits, cited = np.mean([_cited(one, chosen, share) for one in read], axis=0)
        print(f"second sentence at {share}: some citation holds the answer for {hits:.3f}, {cited:.2f} cited")
    return chosen, _SECOND_AT


def _joint(one: dict[str, Any], weight: float) -> Matrix:
    joint: Matrix = np.array(one["ranker"]) + weight * np.maximum(np.array(one["scores"]), -30.0)
    return joint


def _log_share(one: dict[str, Any], weight: float) -> float:
    """Return the logarithm of what the sentences that hold the answer have of the probability."""
    joint = _joint(one, weight)
    return float(np.logaddexp.reduce(joint[np.array(one["holds"])]) - np.logaddexp.reduce(joint))


def _cited(one: dict[str, Any], weight: float, share: float) -> tuple[float, float]:
    scores = _joint(one, weight)
    order = np.argsort(-scores, kind="stable")[:2]
    shares = np.exp(scores[order] - scores[order[0]])
    cited = order if shares[-1] / shares.sum() >= share else order[:1]
    return float(any(one["holds"][place] for place in cited)), float(len(cited))


if __name__ == "__main__":
    main()
