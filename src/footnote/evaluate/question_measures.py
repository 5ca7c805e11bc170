"""What is measured of answers: evidence, quotations, words, refusals and confidence."""

from collections.abc import Iterable, Sequence

from footnote.evaluate import measures as m
from footnote.evaluate.measures import Measure, measure
from footnote.evaluate.questions import Outcome
from footnote.evaluate.report import SetReport
from footnote.evaluate.shared_measures import pointers, timings


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
