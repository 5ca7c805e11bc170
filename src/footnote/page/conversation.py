"""The conversation and the evidence as HTML."""

from collections.abc import Mapping, Sequence
from html import escape

from footnote.page import export
from footnote.page.markup import link, paragraphs, quotation
from footnote.page.turn import Turn
from footnote.page.words import ENGLISH, Words
from footnote.schema import Answer, Evidence, Verdict

Titles = Mapping[str, str]

_VERDICTS: tuple[tuple[Verdict, str], ...] = (
    ("right", "verdict_right"),
    ("wrong", "verdict_wrong"),
    ("wrong_citation", "verdict_citation"),
)


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


def tools(words: Words) -> str:
    """Return the buttons that copy and download the whole conversation."""
    done = f'data-done="{escape(words.copied)}" data-failed="{escape(words.not_copied)}"'
    return (
        f'<button type="button" data-do="copy-chat" {done} title="{escape(words.copy_chat_hint)}">'
        f"{escape(words.copy_chat)}</button>"
        f'<button type="button" data-do="download" data-done="{escape(words.downloaded)}"'
        f' title="{escape(words.download_hint)}">{escape(words.download)}</button>'
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
        return _problem(turn, words)
    if turn.progress == "done" and answer.status == "not_in_article":
        return _not_in_article(answer, titles, words) + _finished(turn, titles, words)
    text = paragraphs(answer.answer, answer.citations, words)
    body = f'<div class="answer">{_short(answer, words)}{text}</div>'
    match turn.progress:
        case "done":
            return body + _checked(answer, words) + _finished(turn, titles, words)
        case "stopped":
            said = words.stopped_text if answer.answer else words.stopped_empty
            return f'{body}<p class="state">{escape(said)}</p>{_acts(_copy(words) + _retry(words))}'
    return body + _state(turn, words)


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


def _checked(answer: Answer, words: Words) -> str:
    """Return how the finished answer was checked, and how sure it is; small talk has nothing to check."""
    if not answer.citations:
        return ""
    how = words.checked_model if answer.composed_by == "model" else words.checked_quotation
    sure = words.confident.format(*_sure(answer, words))
    return f'<p class="state checked">{escape(how)} · {escape(sure)}</p>'


def _not_in_article(answer: Answer, titles: Titles, words: Words) -> str:
    closest = ""
    if answer.evidence:
        closest = f"<p>{escape(words.closest)}</p>{quotation(answer.evidence[0], titles)}"
    more = answer.answer.rstrip(".").casefold() != ENGLISH.not_in_article.casefold()
    said = f'<p dir="auto">{escape(answer.answer)}</p>' if more else ""
    return _note("refusal", words.not_in_article, said + closest)


def _problem(turn: Turn, words: Words) -> str:
    said = f'<p dir="auto">{escape(turn.problem)}</p>'
    return _note("problem", words.problem, said) + _acts(_retry(words))


def _note(css: str, heading: str, inside: str) -> str:
    return f'<div class="note {css}"><p class="what">{escape(heading)}</p>{inside}</div>'


def _finished(turn: Turn, titles: Titles, words: Words) -> str:
    return _acts(_copy(words) + _judge(turn, words)) + _why(turn.answer, titles, words)


def _acts(buttons: str) -> str:
    return f'<div class="acts">{buttons}</div>'


def _copy(words: Words) -> str:
    done = f'data-done="{escape(words.copied)}" data-failed="{escape(words.not_copied)}"'
    return (
        f'<button type="button" data-do="copy" {done} aria-label="{escape(words.copy_answer)}"'
        f' title="{escape(words.copy_answer)}">{escape(words.copy)}</button>'
    )


def _retry(words: Words) -> str:
    return f'<button type="button" data-do="retry">{escape(words.retry)}</button>'


def _judge(turn: Turn, words: Words) -> str:
    """Return the verdicts to choose from; only an answer with citations can have a wrong one."""
    buttons = "".join(
        f'<button type="button" data-do="judge" data-verdict="{verdict}"'
        f' aria-pressed="{str(turn.verdict == verdict).lower()}">{escape(getattr(words, name))}</button>'
        for verdict, name in _VERDICTS
        if verdict != "wrong_citation" or turn.answer.citations
    )
    said = escape(words.thanks) if turn.verdict else ""
    group = f'<span role="group" aria-label="{escape(words.judge)}">{buttons}</span>'
    return f'{group}<span class="thanks">{said}</span>'


def _why(answer: Answer, titles: Titles, words: Words) -> str:
    quotations = "".join(f"<li>{quotation(c, titles)}</li>" for c in answer.citations)
    listed = f"<h4>{escape(words.quotations)}</h4><ol>{quotations}</ol>" if quotations else ""
    windows = "".join(f"<li>{_scored(item, titles)}</li>" for item in answer.evidence)
    looked = f'<h4>{escape(words.looked_in)}</h4><ol class="windows">{windows}</ol>' if windows else ""
    return (
        f'<details class="why"><summary>{escape(words.why)}</summary>'
        f"<dl>{_facts(answer, words)}</dl>{listed}{looked}</details>"
    )


def _facts(answer: Answer, words: Words) -> str:
    composed = f"{words.model}, {answer.model}" if answer.composed_by == "model" else words.quotation
    level, percent = _sure(answer, words)
    refused, times = answer.status == "not_in_article", answer.timings
    facts = (
        (words.searched_for, answer.searched_for),
        (words.answerable if refused else words.confidence, f"{level} ({percent})"),
        *([] if refused else [(words.composed_by, composed)]),
        (words.time, words.seconds.format(*map(_decimal, (times.evidence, times.first_text, times.total)))),
    )
    return "".join(f'<dt>{escape(name)}</dt><dd dir="auto">{escape(value)}</dd>' for name, value in facts)


def _sure(answer: Answer, words: Words) -> tuple[str, str]:
    return words.confidence_words[min(3, int(answer.confidence * 4))], f"{answer.confidence:.0%}"


def _decimal(seconds: float) -> str:
    return f"{seconds:.2f}"


def _scored(item: Evidence, titles: Titles) -> str:
    percent = round(100 * item.score)
    bar = f'<span class="bar" style="--score:{percent}%" aria-hidden="true"></span>'
    return f'<p class="score">{bar}<span>{item.score:.2f}</span></p>{quotation(item, titles)}'
