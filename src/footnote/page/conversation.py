"""The conversation and the evidence as HTML."""

from collections.abc import Mapping, Sequence
from html import escape

from footnote.page.markup import link, paragraphs, quotation
from footnote.page.turn import Turn
from footnote.page.words import ENGLISH, Words
from footnote.schema import Answer, Evidence

Titles = Mapping[str, str]


def conversation(turns: Sequence[Turn], titles: Titles, words: Words) -> str:
    """Return the turns one below the other."""
    heading = f'<h2 class="unseen">{escape(words.conversation)}</h2>'
    return heading + "".join(exchange(turn, titles, words) for turn in turns)


def exchange(turn: Turn, titles: Titles, words: Words) -> str:
    """Return one question with its answer in whatever state that is."""
    return (
        f'<section class="turn {turn.progress}"><h3 class="asked" dir="auto">{escape(turn.question)}</h3>'
        f"{_reply(turn, titles, words)}</section>"
    )


def welcome(words: Words) -> str:
    """Return what stands where no question was asked yet."""
    return (
        f'<div class="welcome"><p class="big">{escape(words.welcome)}</p>'
        f"<p>{escape(words.welcome_more)}</p></div>"
    )


def evidence(answer: Answer | None, titles: Titles, words: Words) -> str:
    """Return the windows that the answer was looked for in, best first, each with its score as a bar."""
    if answer is None or not answer.evidence:
        return f'<p class="empty">{escape(words.no_evidence)}</p>'
    rows = "".join(f"<li>{_scored(item, titles)}</li>" for item in answer.evidence)
    return f'<ol class="evidence">{rows}</ol>'


def suggestions(questions: Sequence[str]) -> str:
    """Return questions as buttons that ask them."""
    if not questions:
        return ""
    rows = "".join(f'<button type="button" class="chip" dir="auto">{escape(q)}</button>' for q in questions)
    return f'<div class="chips">{rows}</div>'


def _reply(turn: Turn, titles: Titles, words: Words) -> str:
    answer = turn.answer
    if turn.progress == "failed":
        return _note("problem", words.problem, escape(turn.problem))
    if turn.progress == "done" and answer.status == "not_in_article":
        return _not_in_article(answer, titles, words)
    body = f'<div class="answer">{_short(answer, words)}{_text(turn, words)}</div>'
    if turn.progress == "stopped":
        return f'{body}<p class="state">{escape(words.stopped)}</p>'
    return body + (_why(answer, titles, words) if turn.progress == "done" else _state(turn, words))


def _text(turn: Turn, words: Words) -> str:
    return paragraphs(turn.answer.answer, turn.answer.citations, words)


def _short(answer: Answer, words: Words) -> str:
    short = answer.short_answer
    if short is None:
        return ""
    return f'<p class="short" dir="auto">{link(short, escape(short.text), css="cite quote")}</p>'


def _state(turn: Turn, words: Words) -> str:
    found = len(turn.answer.evidence)
    text = {"queued": words.queued, "loading": words.waiting}.get(turn.progress)
    text = text or (words.drafting.format(found) if found else words.searching)
    return f'<p class="state busy">{escape(text)}</p>'


def _not_in_article(answer: Answer, titles: Titles, words: Words) -> str:
    closest = ""
    if answer.evidence:
        closest = f"<p>{escape(words.closest)}</p>{quotation(answer.evidence[0], titles)}"
    more = answer.answer.rstrip(".").casefold() != ENGLISH.not_in_article.casefold()
    said = f'<p dir="auto">{escape(answer.answer)}</p>' if more else ""
    return _note("refusal", words.not_in_article, said + closest, wrap=False) + _why(answer, titles, words)


def _note(css: str, heading: str, inside: str, *, wrap: bool = True) -> str:
    inside = f"<p>{inside}</p>" if wrap else inside
    return f'<div class="note {css}"><p class="what">{escape(heading)}</p>{inside}</div>'


def _why(answer: Answer, titles: Titles, words: Words) -> str:
    quotations = "".join(f"<li>{quotation(c, titles)}</li>" for c in answer.citations)
    listed = f"<h4>{escape(words.quotations)}</h4><ol>{quotations}</ol>" if quotations else ""
    return (
        f'<details class="why"><summary>{escape(words.why)}</summary>'
        f"<dl>{_facts(answer, words)}</dl>{listed}</details>"
    )


def _facts(answer: Answer, words: Words) -> str:
    composed = f"{words.model}, {answer.model}" if answer.composed_by == "model" else words.quotation
    level = words.confidence_words[min(3, int(answer.confidence * 4))]
    facts = (
        (words.searched_for, answer.searched_for),
        (words.confidence, f"{level} ({answer.confidence:.0%})"),
        (words.composed_by, composed),
        (words.time, words.seconds.format(f"{answer.timings.total:.1f}")),
    )
    return "".join(f'<dt>{escape(name)}</dt><dd dir="auto">{escape(value)}</dd>' for name, value in facts)


def _scored(item: Evidence, titles: Titles) -> str:
    percent = round(100 * item.score)
    bar = f'<span class="bar" style="--score:{percent}%" aria-hidden="true"></span>'
    return f'<p class="score">{bar}<span>{item.score:.2f}</span></p>{quotation(item, titles)}'
