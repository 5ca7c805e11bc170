r"""Measure all of Footnote on articles that nothing which was fitted has seen.

    python -m training.unseen QUESTIONS WORK --rows ROWS --networks NETWORKS --readers READERS \
        --held-out HELD_OUT...

For each article of QUESTIONS a copy of the package is made in WORK, with what was trained or fitted without
it: the network (training/fit_support.py keeps them in NETWORKS), the reader (READERS has the folds of
training/reader.py) and the regressions of the confidence (ROWS is what training/fit_answer.py keeps). Only
the ranker's weights have seen it. HELD_OUT, which training/measure_reader.py writes, says how far such
readers' log odds are spread. Then `footnote evaluate` asks each copy its article's questions, and what they
said is counted together. A run that was stopped goes on. Takes half an hour for 3,065 questions.
"""

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

import footnote
from footnote.evaluate.asked import Asked
from footnote.evaluate.question_measures import report_questions
from footnote.evaluate.questions import Outcome
from footnote.evaluate.report import Report
from footnote.evaluate.sets import Question
from footnote.evaluate.table import render
from footnote.load import load_text
from training.calibration import Row, regressions
from training.library import folds, json_lines

_QUESTIONS, _REPORT = "questions.jsonl", "report.json"  # of a copy


def main() -> None:
    """Make what is not made yet, ask what is not asked yet, and print the figures of all."""
    given = _arguments()
    rows = [Row(**one) for one in json_lines(given.rows)]
    log_odds = [one["log_odds"] for path in given.held_out for one in json_lines(path)]
    spread = {"mean": float(np.mean(log_odds)), "scale": float(np.std(log_odds))}
    lines = list(json_lines(given.questions))
    articles = [load_text(line["text"], max_chars=len(line["text"])).id for line in lines]
    parts = enumerate(folds(articles, given.folds))
    fold = {article_id: f"fold-{number}" for number, left_out in parts for article_id in left_out}
    for article_id, line in zip(articles, lines, strict=True):
        copy = given.work / article_id
        if not (copy / _QUESTIONS).exists():
            network = given.networks / f"{article_id}.safetensors"
            _copy(copy, network, given.readers / fold[article_id] / "adapter.safetensors")
            _refit(copy, [row for row in rows if row.article_id != article_id], spread)
            (copy / _QUESTIONS).write_text(json.dumps(line) + "\n", "utf-8")
        if not (copy / _REPORT).exists():
            _evaluate(copy)
    outcomes = [one for report in sorted(given.work.glob(f"*/{_REPORT}")) for one in _outcomes(report)]
    print(render(Report("unseen", {}, (report_questions(given.questions.name, "", outcomes),))))


def _copy(copy: Path, network: Path, adapter: Path) -> None:
    """Make a copy of the package with another network and another reader."""
    shutil.rmtree(copy, ignore_errors=True)
    package = copy / "footnote"
    shutil.copytree(Path(footnote.__file__).parent, package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copyfile(network, package / "assets" / "support.safetensors")
    reader = package / "assets" / "reader"
    shutil.copyfile(adapter, reader / "adapter.safetensors")
    digest = hashlib.sha256(adapter.read_bytes()).hexdigest()
    card = json.loads((reader / "reader.json").read_text("utf-8"))
    (reader / "reader.json").write_text(json.dumps({**card, "sha256": digest}), "utf-8")


def _refit(copy: Path, rows: Sequence[Row], spread: dict[str, float]) -> None:
    """Fit the copy's confidence anew, on these rows; what was set by hand stays."""
    weights = copy / "footnote" / "answer" / "weights.json"
    fitted = json.loads(weights.read_text("utf-8"))
    confidence = fitted["confidence"] | regressions(rows)
    confidence["answers"] |= spread
    weights.write_text(json.dumps({**fitted, "confidence": confidence}), "utf-8")


def _evaluate(copy: Path) -> None:
    command = [sys.executable, "-m", "footnote", "evaluate", _QUESTIONS, "--json", _REPORT]
    environment = {**os.environ, "PYTHONPATH": str(copy.resolve())}
    subprocess.run([*command, "--store", "sqlite:///:memory:"], cwd=copy, env=environment, check=True)


def _outcomes(report: Path) -> Iterator[Outcome]:
    part: dict[str, Any] = json.loads(report.read_text("utf-8"))["sets"][0]
    for one in part["questions"]:
        yield Outcome(Question(**one["question"]), Asked.read(one["asked"]), one["other"])


def _arguments() -> argparse.Namespace:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("questions", type=Path)
    arguments.add_argument("work", type=Path, help="folder for the copies and their reports")
    arguments.add_argument("--rows", type=Path, required=True, help="what training/fit_answer.py keeps")
    arguments.add_argument("--networks", type=Path, required=True, help="folder of one for each article")
    arguments.add_argument("--readers", type=Path, required=True, help="folder of training/reader.py's folds")
    arguments.add_argument("--folds", type=int, default=2, help="how many there are")
    arguments.add_argument("--held-out", type=Path, nargs="+", required=True, help="what such readers said")
    return arguments.parse_args()


if __name__ == "__main__":
    main()
