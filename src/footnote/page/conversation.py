"""The conversation and the evidence as HTML."""

from collections.abc import Sequence
from html import escape

from footnote.page import export
from footnote.page.buttons import acts, copy, judge, retry
from footnote.page.markup import link, paragraphs, quotation, scored
from footnote.page.turn import Titles, Turn
from footnote.page.why import sure, unsure, why
from footnote.page.words import Words
from footnote.schema import Answer
from footnote.schema.lines import unwrapped


def conversation(turns: Sequence[Turn], titles: Titles, words: Words) -> str:
    """Return the turns one below the other, with the whole as Markdown for who copies it."""
    heading = f'<h2 class="unseen">{escape(words.conversation)}</h2>'
    turned = "".join(exchange(turn, titles, words) for turn in turns)
    return f'<div data-markdown="{escape(export.whole(turns, titles, words))}">{heading}{turned}</div>'


def exchange(turn: Turn, titles: Titles, words: Words) -> str:
    """Return one question with its answer in whatever state that is."""
    copied = "" if turn.answering else f' data-markdown="{escape(export.one(turn, titles, words))}"'
    return (
        f'<section class="turn {turn.progress}" data-turn="{escape(turn.id)}"{copied}>'
        f'<h3 class="asked" dir="auto">{escape(turn.question)}</h3>{_reply(turn, titles, words)}</section>'
    )


def welcome(words: Words, *, cleared: bool = False) -> str:
    """Return what stands where no question was asked yet, or where all was cleared, with the way back."""
    undo = f'<button type="button" data-do="undo">{escape(words.undo)}</button>'
    said = f'<p class="cleared" role="status">{escape(words.cleared)} {undo}</p>' if cleared else ""
    return (
        f'<div class="welcome"><p class="big">{escape(words.welcome)}</p>'
        f"<p>{escape(words.welcome_more)}</p>{said}</div>"
    )


def judged(turn: Turn, said: str) -> str:
    """Return what the page makes of a verdict: what is said of it, and beside which answer."""
    verdict = escape(turn.verdict or "")
    return f'<p data-turn="{escape(turn.id)}" data-verdict="{verdict}">{escape(said)}</p>'


def ahead(before: int, words: Words) -> str:
    """Return how many requests are before the reader's own."""
    return f'<p class="state busy">{escape(words.ahead.format(before))}</p>'


def told(text: str) -> str:
    """Return what is told below the question."""
    return f'<p class="notice" role="status">{escape(text)}</p>' if text else ""


def evidence(answer: Answer | None, titles: Titles, words: Words) -> str:
    """Return the windows that the answer was looked for in, best first, each with its score as a bar."""
    if answer is None or not answer.evidence:
        return f'<p class="empty">{escape(words.no_evidence)}</p>'
    rows = "".join(f"<li>{scored(item, titles)}</li>" for item in answer.evidence)
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
        return _problem(turn, words)
    if turn.progress == "done" and answer.status == "not_in_article":
        return _not_in_article(answer, titles, words) + _finished(turn, titles, words)
    text = paragraphs(answer.answer, answer.citations, words)
    body = f'{_doubt(answer, words)}<div class="answer">{_short(answer, words)}{text}</div>'
    match turn.progress:
        case "done":
            return body + _checked(answer, words) + _finished(turn, titles, words)
        case "stopped":
            said = words.stopped_text if answer.answer else words.stopped_empty
            return f'{body}<p class="state">{escape(said)}</p>{acts(copy(words) + retry(words))}'
    return body + _state(turn, words)


def _doubt(answer: Answer, words: Words) -> str:
    """Return what is said before an answer that more likely is none."""
    if not unsure(answer):
        return ""
    return f'<p class="state unsure">{escape(words.unsure)} · {escape(_how_sure(answer, words))}</p>'


def _how_sure(answer: Answer, words: Words) -> str:
    return words.confident.format(*sure(answer, words))


def _short(answer: Answer, words: Words) -> str:
    short = answer.short_answer
    if short is None or unsure(answer):
        return ""
    return f'<p class="short" dir="auto">{link(short, escape(unwrapped(short.text)), css="cite quote")}</p>'


def _state(turn: Turn, words: Words) -> str:
    found = len(turn.answer.evidence)
    text = {"queued": words.queued, "loading": words.waiting}.get(turn.progress)
    text = text or (words.drafting.format(found) if found else words.searching)
    return f'<p class="state busy">{escape(text)}</p>'


def _checked(answer: Answer, words: Words) -> str:
    """Return how the finished answer was checked, and how sure it is; small talk has nothing to check.

    What more likely is no answer has no tick, which would vouch for more than that it was copied rightly.
    """
    if not answer.citations:
        return ""
    how = words.checked_model if answer.composed_by == "model" else words.checked_quotation
    if unsure(answer):
        return f'<p class="state">{escape(how)}</p>'
    return f'<p class="state checked">{escape(how)} · {escape(_how_sure(answer, words))}</p>'


def _not_in_article(answer: Answer, titles: Titles, words: Words) -> str:
    closest, more = "", answer.answer
    if answer.evidence:
        closest = f"<p>{escape(words.closest)}</p>{quotation(answer.evidence[0], titles)}"
        more = more.partition(". ")[2]  # its first sentence is what the heading says
    said = f'<p dir="auto">{escape(more)}</p>' if more else ""
    return _note("refusal", words.not_in_article, said + closest)


def _problem(turn: Turn, words: Words) -> str:
    said = f'<p dir="auto">{escape(turn.problem)}</p>'
    return _note("problem", words.problem, said) + acts(retry(words))


def _note(css: str, heading: str, inside: str) -> str:
    return f'<div class="note {css}"><p class="what">{escape(heading)}</p>{inside}</div>'


def _finished(turn: Turn, titles: Titles, words: Words) -> str:
    return acts(copy(words) + judge(turn, words)) + why(turn.answer, titles, words)
