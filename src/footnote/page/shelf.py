"""The library in the sidebar as HTML."""

from collections.abc import Collection, Sequence
from html import escape
from typing import get_args

from footnote.page.words import Words
from footnote.schema import ArticleEntry
from footnote.service import Step

STEPS = get_args(Step)


def shelf(entries: Sequence[ArticleEntry], chosen: Collection[str], shown: str, words: Words) -> str:
    """Return the list of articles: open one, choose those that questions go to, remove one."""
    heading = f"<h2>{escape(words.library)}</h2>"
    if not entries:
        return f'{heading}<p class="empty">{escape(words.empty_library)}</p>'
    rows = "".join(_row(entry, entry.id in chosen, entry.id == shown, words) for entry in entries)
    return f'{heading}<ul class="shelf">{rows}</ul>{_asked(len(chosen), len(entries), words)}'


def _asked(chosen: int, all_of_them: int, words: Words) -> str:
    if not chosen:
        return f'<p class="scope">{escape(words.asks_all)}</p>'
    scope = escape(words.asks_chosen.format(chosen, all_of_them))
    button = f'<button type="button" data-do="choose-all">{escape(words.ask_all)}</button>'
    return f'<p class="scope">{scope} {button}</p>'


def removals(removed: Sequence[tuple[str, str]], words: Words) -> str:
    """Return the notice of removals, each an id and a title, with the way back of each."""
    return "".join(_removal(article_id, title, words) for article_id, title in removed)


def _removal(article_id: str, title: str, words: Words) -> str:
    label = escape(words.undo_removal.format(title))
    button = f'<button type="button" data-do="undo" data-id="{escape(article_id)}" aria-label="{label}">'
    text = escape(words.removed.format(title))
    return f'<p class="notice" role="status">{text} {button}{escape(words.undo)}</button></p>'


def adding(step: Step, words: Words) -> str:
    """Return the steps of adding an article: those that are done, the one under way, those to come."""
    now = STEPS.index(step)
    rows = "".join(
        f'<li class="{"done" if place < now else "now" if place == now else "to-come"}"'
        f"{' aria-current=step' if place == now else ''}>{escape(getattr(words, f'step_{name}'))}</li>"
        for place, name in enumerate(STEPS)
    )
    return f'<ol class="steps" role="status" aria-label="{escape(words.adding)}">{rows}</ol>'


def notice(text: str, *, problem: bool = False) -> str:
    """Return a notice below the form; a problem is announced at once."""
    role = "alert" if problem else "status"
    return f'<p class="notice{" problem" if problem else ""}" role="{role}">{escape(text)}</p>'


def _row(entry: ArticleEntry, chosen: bool, shown: bool, words: Words) -> str:
    title, name = escape(entry.title), escape(entry.id)
    ticked, current = " checked" if chosen else "", ' aria-current="true"' if shown else ""
    about = escape(words.words.format(f"{entry.words:,}"))
    return (
        f'<li{current}><input type="checkbox" data-do="choose" data-id="{name}"{ticked}'
        f' aria-label="{escape(words.choose.format(entry.title))}">'
        f'<button type="button" class="open" data-do="read" data-id="{name}"'
        f' aria-label="{escape(words.read.format(entry.title))}">'
        f'<span dir="auto">{title}</span><small>{about}</small></button>'
        f'<button type="button" class="remove" data-do="remove" data-id="{name}"'
        f' aria-label="{escape(words.remove.format(entry.title))}">×</button></li>'
    )
