"""A report as tables to read, in Markdown or on a terminal."""

from footnote.evaluate.measures import Measure
from footnote.evaluate.report import Report, SetReport


def render(report: Report) -> str:
    """Return one Markdown table a file, which reads as well on a terminal."""
    return "\n\n".join(_table(part) for part in report.sets) + f"\n\nfootnote {report.program}\n"


def _table(part: SetReport) -> str:
    rows = [("Measure", "Value", "95 % interval", "n")]
    rows += [(one.name, _number(one.value), _interval(one), str(one.count)) for one in part.measures]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    rows.insert(1, tuple("-" * width for width in widths))  # type: ignore[arg-type]
    lines = ["| " + " | ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)) + " |" for row in rows]
    lines += ["", "Quotations by tenth of the article"] if part.positions else []
    lines += [f"{one.style}: {', '.join(map(str, one.tenths))}" for one in part.positions]
    return f"{part.name} ({part.model})\n\n" + "\n".join(lines)


def _number(value: float | None) -> str:
    if value is None:
        return "–"
    return f"{value:.3f}" if value < 10 else f"{value:.1f}"


def _interval(one: Measure) -> str:
    return "–" if one.value is None else f"{_number(one.low)}–{_number(one.high)}"
