"""The library in the sidebar as HTML."""

from collections.abc import Collection, Sequence
from html import escape

from footnote.page.words import Words
from footnote.schema import ArticleEntry


def shelf(entries: Sequence[ArticleEntry], chosen: Collection[str], shown: str, words: Words) -> str:
    """Return the list of articles: open one, choose those that questions go to, remove one."""
    heading = f"<h2>{escape(words.library)}</h2>"
    if not entries:
        return f'{heading}<p class="empty">{escape(words.empty_library)}</p>'
    scope = words.asks_chosen.format(len(chosen), len(entries)) if chosen else words.asks_all
    rows = "".join(_row(entry, entry.id in chosen, entry.id == shown, words) for entry in entries)
    return f'{heading}<ul class="shelf">{rows}</ul><p class="scope">{escape(scope)}</p>'


def removal(title: str, words: Words) -> str:
    """Return the notice of a removal, with the way back."""
    text = escape(words.removed.format(title))
    return f'<p class="notice">{text} <button type="button" data-do="undo">{escape(words.undo)}</button></p>'


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
