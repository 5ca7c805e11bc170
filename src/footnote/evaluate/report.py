"""Outcomes become measures, and measures a table. What each measure means is said where it is made."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from footnote.evaluate import measures as m
from footnote.evaluate.measures import Measure, measure
from footnote.evaluate.questions import Outcome
from footnote.evaluate.summaries import SummaryOutcome
from footnote.schema import Style, Timings

_SECONDS = ("evidence", "first_text", "total")


@dataclass(frozen=True, slots=True)
class Positions:
    """How many of a style's quotations begin in each tenth of their article."""

    style: Style
    tenths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SetReport:
    """The measures of one file, and the outcomes that they were made of."""

    name: str
    digest: str
    model: str
    measures: tuple[Measure, ...]
    questions: tuple[Outcome, ...] = ()
    summaries: tuple[SummaryOutcome, ...] = ()
    positions: tuple[Positions, ...] = ()

    def value(self, name: str) -> float | None:
        """Return the value of a measure by its name."""
        return next(one.value for one in self.measures if one.name == name)


@dataclass(frozen=True, slots=True)
class Report:
    """What ``run`` returns: one part a file."""

    program: str
    settings: dict[str, str]
    sets: tuple[SetReport, ...]

    def as_dict(self) -> dict[str, Any]:
        """Return everything, outcomes too, as JSON takes it."""
        return asdict(self)


def report_questions(name: str, digest: str, outcomes: Sequence[Outcome]) -> SetReport:
    """Return the measures of a question set; means and shares are over questions."""
    own = [outcome for outcome in outcomes if not outcome.other]
    answerable = [outcome for outcome in own if outcome.question.answerable]
    answered = [outcome for outcome in answerable if not outcome.asked.refused]
    found = (
        *_evidence_and_quotes(answerable, answered),
        *_words_of_answers(answerable, [outcome for outcome in own if not outcome.asked.refused]),
        *_refusals(outcomes),
        *_confidence(outcomes),
        pointers((one.asked.pointers_valid, one.asked.pointers) for one in outcomes),
        *timings([outcome.asked.timings for outcome in own]),
    )
    model = outcomes[0].asked.model if outcomes else ""
    return SetReport(name, digest, model, found, questions=tuple(outcomes))


def _evidence_and_quotes(answerable: Sequence[Outcome], answered: Sequence[Outcome]) -> list[Measure]:
    recalls = [
        measure(f"recall@{k}", [m.inside(o.question.spans, o.asked.evidence[:k]) for o in answerable])
        for k in (1, 3, 5)
    ]
    return [
        *recalls,
        measure("quote_hit", [quote_hit(o) for o in answerable]),
        measure("first_quote_hit", [quote_hit(o, 1) for o in answerable]),
        measure("quote_hit of answered", [quote_hit(o) for o in answered]),
        measure("first_quote_hit of answered", [quote_hit(o, 1) for o in answered]),
        measure("citations", [len(o.asked.citations) for o in answered]),
    ]


def quote_hit(outcome: Outcome, first: int | None = None) -> bool:
    """Whether one of the (first) citations contains a gold span; a refusal cites nothing, so it does not."""
    return m.inside(outcome.question.spans, outcome.asked.citations[:first])


def _words_of_answers(answerable: Sequence[Outcome], answered: Sequence[Outcome]) -> list[Measure]:
    golds = [outcome.question.answers for outcome in answerable]
    texts = [_text(outcome) for outcome in answerable]
    short = [_short(outcome) for outcome in answerable]
    return [
        measure("answer_contains", [m.contains(t, gold) for t, gold in zip(texts, golds, strict=True)]),
        measure("answer_f1", [m.f1(t, gold) for t, gold in zip(short, golds, strict=True)]),
        measure("exact_match", [m.exact_match(t, gold) for t, gold in zip(short, golds, strict=True)]),
        measure("words", [len(_text(outcome).split()) for outcome in answered]),
        measure("composed by the model", [o.asked.composed_by == "model" for o in answered]),
    ]


def _text(outcome: Outcome) -> str:
    """Return the answer without marks; a refusal answers nothing, whatever words it has."""
    return "" if outcome.asked.refused else m.without_marks(outcome.asked.answer)


def _short(outcome: Outcome) -> str:
    return _text(outcome) and (outcome.asked.short_answer or _text(outcome))


def _refusals(outcomes: Sequence[Outcome]) -> list[Measure]:
    return [
        measure(name, [o.asked.refused for o in outcomes if (o.other, o.question.answerable) == kind])
        for name, kind in (
            ("refused_answerable", (False, True)),
            ("refused_unanswerable", (False, False)),
            ("wrong_article_refused", (True, True)),
        )
    ]


def _confidence(outcomes: Sequence[Outcome]) -> list[Measure]:
    own = [(o.asked.confidence, o.question.answerable) for o in outcomes if not o.other]
    answerable = [row for row in own if row[1]]
    wrong = [(o.asked.confidence, False) for o in outcomes if o.other]
    return [
        measure("auroc", own, m.auroc),
        measure("auroc, wrong article", answerable + wrong, m.auroc),
        measure("calibration error", own, m.calibration_error),
    ]


def risk_rows(outcomes: Iterable[Outcome]) -> list[tuple[float, bool]]:
    """Return confidence and rightness of each question asked of its own article.

    Right is a citation that contains a gold span; of a refused question, which cites nothing, the
    first evidence has to contain it, so that the curve goes on below the threshold.
    """
    own = (outcome for outcome in outcomes if not outcome.other)
    return [
        (
            o.asked.confidence,
            m.inside(o.question.spans, o.asked.evidence[:1]) if o.asked.refused else quote_hit(o),
        )
        for o in own
    ]


def pointers(counts: Iterable[tuple[int, int]]) -> Measure:
    """Return the share of valid pointers, given (valid, all) of each reply."""
    flags = [place < valid for valid, total in counts for place in range(total)]
    return measure("pointer_valid", flags)


def timings(found: Sequence[Timings]) -> list[Measure]:
    """Return the median and the 95th percentile of each time."""
    return [
        measure(f"{name} p{share}, s", [getattr(one, name) for one in found], m.quantile(share / 100))
        for name in _SECONDS
        for share in (50, 95)
    ]


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
