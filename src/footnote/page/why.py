"""Why an answer is what it is, as HTML: how it came about and how sure it is."""

from bisect import bisect
from html import escape

from footnote.page.markup import quotation, scored
from footnote.page.turn import Titles
from footnote.page.words import Words
from footnote.schema import Answer

# Where the next word for the confidence begins: below one half the article more likely does not answer.
_SURER_FROM = (0.5, 0.7, 0.85)


def why(answer: Answer, titles: Titles, words: Words) -> str:
    """Return what an answer rests on, to be opened: how it came about, its quotations, what was searched."""
    quotations = "".join(f"<li>{quotation(c, titles)}</li>" for c in answer.citations)
    listed = f"<h4>{escape(words.quotations)}</h4><ol>{quotations}</ol>" if quotations else ""
    windows = "".join(f"<li>{scored(item, titles)}</li>" for item in answer.evidence)
    looked = f'<h4>{escape(words.looked_in)}</h4><ol class="windows">{windows}</ol>' if windows else ""
    return (
        f'<details class="why"><summary>{escape(words.why)}</summary>'
        f"<dl>{_facts(answer, words)}</dl>{listed}{looked}</details>"
    )


def _facts(answer: Answer, words: Words) -> str:
    composed = f"{words.model}, {answer.model}" if answer.composed_by == "model" else words.quotation
    level, percent = sure(answer, words)
    refused, times = answer.status == "not_in_article", answer.timings
    facts = (
        (words.searched_for, answer.searched_for),
        (words.answerable if refused else words.confidence, f"{level} ({percent})"),
        *([] if refused else [(words.composed_by, composed)]),
        (words.time, words.seconds.format(*map(_decimal, (times.evidence, times.first_text, times.total)))),
    )
    return "".join(f'<dt>{escape(name)}</dt><dd dir="auto">{escape(value)}</dd>' for name, value in facts)


def _decimal(seconds: float) -> str:
    return f"{seconds:.2f}"


def unsure(answer: Answer) -> bool:
    """Return whether what is quoted more likely does not answer."""
    return bool(answer.citations) and answer.confidence < _SURER_FROM[0]


def sure(answer: Answer, words: Words) -> tuple[str, str]:
    """Return how sure an answer is, in a word and in percent."""
    return words.confidence_words[bisect(_SURER_FROM, answer.confidence)], f"{answer.confidence:.0%}"
