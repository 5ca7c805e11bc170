"""The buttons of an answer and of the whole conversation, as HTML."""

from html import escape

from footnote.page.turn import Turn
from footnote.page.words import Words
from footnote.schema import Verdict

_VERDICTS: tuple[tuple[Verdict, str], ...] = (
    ("right", "verdict_right"),
    ("wrong", "verdict_wrong"),
    ("wrong_citation", "verdict_citation"),
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


def acts(buttons: str) -> str:
    """Return the line of what can be done with an answer; the buttons are HTML already."""
    return f'<div class="acts">{buttons}</div>'


def copy(words: Words) -> str:
    """Return the button that copies an answer."""
    done = f'data-done="{escape(words.copied)}" data-failed="{escape(words.not_copied)}"'
    return (
        f'<button type="button" data-do="copy" {done} aria-label="{escape(words.copy_answer)}"'
        f' title="{escape(words.copy_answer)}">{escape(words.copy)}</button>'
    )


def retry(words: Words) -> str:
    """Return the button that asks a question again."""
    return f'<button type="button" data-do="retry">{escape(words.retry)}</button>'


def judge(turn: Turn, words: Words) -> str:
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
