"""Plots of a report as PNG files: risk against coverage, reliability, where summaries quote from."""

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from footnote.errors import FootnoteError
from footnote.evaluate import measures as m
from footnote.evaluate.question_measures import risk_rows
from footnote.evaluate.report import Positions, Report, SetReport

_INK = "#1f4e79"
_GREY = "#8a8a8a"
_RISK = ("share of questions answered", "share of wrong answers among these")


def require_matplotlib() -> None:
    """Raise a FootnoteError that says what to install, before an hour is spent, if matplotlib is missing."""
    if find_spec("matplotlib") is None:
        raise FootnoteError("--plots needs the package matplotlib: pip install 'footnote[evaluate]'")


def plot(report: Report, folder: Path) -> list[Path]:
    """Draw what each set of the report allows and return the files written."""
    require_matplotlib()
    folder.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for part in report.sets:
        stem = folder / Path(part.name).stem
        if part.questions:
            written += [_risk_coverage(part, stem), _reliability(part, stem)]
        written += [_positions(part, one, stem) for one in part.positions]
    asked = [part for part in report.sets if part.questions]
    return written + ([_risks(asked, folder / "all-sets")] if len(asked) > 1 else [])


def _risk_coverage(part: SetReport, stem: Path) -> Path:
    figure, axes = _axes(*_RISK, part.name)
    coverages, risks = _curve(part)
    axes.step(coverages, risks, where="post", color=_INK)
    axes.axvline(_answered(part), color=_GREY, linestyle="--", label="answered at the threshold")
    axes.legend(frameon=False)
    return _save(figure, stem, "risk-coverage")


def _risks(parts: Sequence[SetReport], stem: Path) -> Path:
    """Draw the sets' curves in one plot, each with a dot where the threshold stands."""
    figure, axes = _axes(*_RISK, "")
    for part in parts:
        coverages, risks = _curve(part)
        answered = _answered(part)
        (line,) = axes.plot(coverages, risks, drawstyle="steps-post", label=part.name)
        axes.plot(answered, np.interp(answered, coverages, risks), "o", color=line.get_color())
    axes.legend(frameon=False, fontsize=8, title="dot: the threshold", title_fontsize=8)
    return _save(figure, stem, "risk-coverage")


def _curve(part: SetReport) -> tuple[list[float], list[float]]:
    """Return the shares of questions answered, ascending, and the shares of wrong answers among them."""
    curve = m.risk_coverage(np.asarray(risk_rows(part.questions), dtype=np.float64))
    return [coverage for coverage, _ in curve], [risk for _, risk in curve]


def _answered(part: SetReport) -> float:
    own = [outcome for outcome in part.questions if not outcome.other]
    return sum(not outcome.asked.refused for outcome in own) / len(own)


def _reliability(part: SetReport, stem: Path) -> Path:
    figure, axes = _axes("confidence", "share that the article answers", part.name)
    rows = [(o.asked.confidence, o.question.answerable) for o in part.questions if not o.other]
    bins = m.reliability(np.asarray(rows, dtype=np.float64))
    axes.plot([0, 1], [0, 1], color=_GREY, linestyle="--")
    axes.plot([confidence for confidence, _, _ in bins], [share for _, share, _ in bins], "o-", color=_INK)
    for confidence, share, count in bins:
        axes.annotate(
            str(count), (confidence, share), xytext=(6, -10), textcoords="offset points", fontsize=8
        )
    return _save(figure, stem, "reliability")


def _positions(part: SetReport, one: Positions, stem: Path) -> Path:
    figure, axes = _axes("place in the article", f"quotations of {one.style}", part.name)
    count = len(one.tenths)
    starts = [place / count for place in range(count)]
    axes.bar(starts, one.tenths, width=1 / count, align="edge", color=_INK, edgecolor="white")
    axes.set_ylim(0, 1.05 * max(1, *one.tenths))
    return _save(figure, stem, f"positions-{one.style}")


def _axes(across: str, up: str, title: str) -> tuple[Any, Any]:
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(5, 4), layout="constrained")
    FigureCanvasAgg(figure)  # draws to memory, whatever screen there is or is not
    axes = figure.subplots()
    axes.set(xlabel=across, ylabel=up, title=title, xlim=(0, 1), ylim=(0, 1))
    return figure, axes


def _save(figure: Any, stem: Path, what: str) -> Path:  # noqa: ANN401
    path = stem.with_name(f"{stem.name}-{what}.png")
    figure.savefig(path, dpi=150)
    return path
