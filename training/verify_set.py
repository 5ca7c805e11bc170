"""Measure ``verify`` on rewordings and corruptions made from articles.

    python -m training.verify_set FILE… [--half 0|1] [--most 60] [--show KIND]

A FILE is JSON lines with "text" and, for questions, "questions" (as for ``footnote evaluate``).
``--half`` takes every second article, so that rules are written on one half and judged on the other.
"""

import argparse
import json
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from footnote.verify import Verdict, verify
from tests.data.rewordings import Case
from tests.data.verify_cases import Text, cases, sample

SAMPLES = sorted((Path(__file__).parents[1] / "src/footnote/assets/samples").iterdir())


def texts(paths: Sequence[Path], half: int | None) -> Iterator[Text]:
    """Yield the articles of files of JSON lines."""
    for path in paths:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            if half is not None and number % 2 != half:
                continue
            row = json.loads(line)
            asked = tuple(
                (q["question"], row["text"][q["spans"][0][0] : q["spans"][0][1]], q["spans"][0][0])
                for q in row.get("questions", ())
                if q["answerable"] and q["spans"]
            )
            yield Text(row["text"], asked)


def judged(chosen: Sequence[Case]) -> list[tuple[Case, Verdict]]:
    """Return each case with its verdict."""
    return [(case, verify(case.draft, case.evidence, question=case.question)) for case in chosen]


def table(results: Sequence[tuple[Case, Verdict]]) -> str:
    """Return the share that is right per kind, faithful rewordings first."""
    lines = []
    for faithful, title in ((True, "faithful, rejected"), (False, "corrupted, caught")):
        own = [(case, verdict) for case, verdict in results if case.faithful is faithful]
        lines.append(f"{title:28}{'n':>6}{'':>4}share")
        kinds = sorted({case.kind for case, _ in own})
        own = [pair for pair in own if pair[0].kind != "as_it_stands"]  # easy: it would hide what fails
        for kind in [*(kind for kind in kinds if kind != "as_it_stands"), "all"]:
            rows = [verdict for case, verdict in own if kind in (case.kind, "all")]
            rejected = sum(not verdict.supported for verdict in rows)
            lines.append(f"  {kind:26}{len(rows):6}{rejected / len(rows):9.3f}")
    return "\n".join(lines)


def main() -> None:
    """Print the table and, on request, the cases that went wrong."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--half", type=int, choices=(0, 1), help="take every second article")
    parser.add_argument("--most", type=int, default=60, help="cases of a kind")
    parser.add_argument("--show", default="", help="print the wrong cases of this kind, or of 'all'")
    options = parser.parse_args()
    chosen = sample(list(cases(texts(options.files, options.half))), options.most)
    start = time.perf_counter()
    results = judged(chosen)
    seconds = time.perf_counter() - start
    for case, verdict in results:
        if options.show in (case.kind, "all") and verdict.supported is not case.faithful:
            print(f"{case.kind}\n  draft    {case.draft}\n  evidence {' | '.join(case.evidence)}")
            print(f"  {'; '.join(verdict.reasons) or 'passed'}")
    print(table(results))
    print(f"{1000 * seconds / len(results):.2f} ms a verdict, {len(results)} verdicts")


if __name__ == "__main__":
    main()
