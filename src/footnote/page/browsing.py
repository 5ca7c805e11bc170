"""The library and the reading pane: what happens when an article is opened, chosen, added or removed."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import gradio as gr

from footnote.errors import FootnoteError
from footnote.page import conversation, reader, shelf
from footnote.page.actions import Values, unexpected, words_of
from footnote.page.words import Words
from footnote.schema import Article, ArticleEntry
from footnote.service import Footnote

_POLL = 0.25


class Browsing:
    """The library: every method that changes what is shown returns (shelf, pane, shown, chosen) first."""

    def __init__(self, service: Footnote) -> None:
        self._service = service

    def open(self, request: gr.Request) -> Values:
        """Return (shelf, pane, shown, chosen) with the first article of the library open."""
        entries = self._service.articles()
        return self._view(entries[0].id if entries else "", [], words_of(request))

    def reopen(self, shown: str, request: gr.Request) -> Values:
        """As `open`, where no article is open yet."""
        return (gr.skip(),) * 4 if shown else self.open(request)

    async def status(self, request: gr.Request) -> AsyncIterator[str]:
        """Yield the state of the models until they are ready or have failed."""
        words = words_of(request)
        while (health := self._service.health())["status"] == "loading":
            yield f'<p class="status loading" role="status">{words.loading}</p>'
            await asyncio.sleep(_POLL)
        if health["status"] == "ready":
            yield f'<p class="status ready" role="status">{words.ready}</p>'
        else:
            yield shelf.notice(f"{words.failed} {health.get('problem', '')}", problem=True)

    def act(
        self, event: gr.EventData, shown: str, chosen: list[str], removed: Article | None, request: gr.Request
    ) -> Values:
        """Return (shelf, pane, shown, chosen, removed, notice) after a click in the library."""
        words, article_id = words_of(request), str(event._data.get("id", ""))
        try:
            match event._data.get("do"):
                case "read":
                    return *self._view(article_id, chosen, words), gr.skip(), ""
                case "choose":
                    return self._choose(article_id, shown, chosen, words)
                case "remove":
                    return self._remove(article_id, shown, chosen, words)
                case "undo" if removed is not None:
                    self._service.add_article(removed.text, title=removed.title, source=removed.source)
                    return *self._view(removed.id, chosen, words), None, ""
        except FootnoteError as error:
            return *self._view(shown, chosen, words), gr.skip(), shelf.notice(str(error), problem=True)
        return (gr.skip(),) * 6

    def read(self, event: gr.EventData, chosen: list[str], request: gr.Request) -> Values:
        """Return (shelf, pane, shown, chosen) with the article open that a citation leads to."""
        return self._view(str(event._data.get("id", "")), chosen, words_of(request))

    async def add_text(
        self, text: str, title: str, chosen: list[str], request: gr.Request
    ) -> AsyncIterator[Values]:
        """Yield (shelf, pane, shown, chosen, notice, text, title) while a pasted text is added."""
        async for values in self._add(
            lambda: self._service.add_article(text, title=title.strip()), chosen, request
        ):
            done = values[-1]
            cleared = ("", "") if done else (gr.skip(),) * 2
            yield *values[:-1], *cleared

    async def add_file(self, path: str, chosen: list[str], request: gr.Request) -> AsyncIterator[Values]:
        """Yield (shelf, pane, shown, chosen, notice) while a file is added."""
        async for values in self._add(lambda: self._service.add_file(Path(path)), chosen, request):
            yield values[:-1]

    async def suggest(self, shown: str) -> str:
        """Return questions that the open article answers."""
        if not shown or self._service.health()["status"] != "ready":
            return ""
        try:
            return conversation.suggestions(await asyncio.to_thread(self._service.suggest_questions, shown))
        except FootnoteError:
            return ""  # an offer, which nobody asked for and nobody misses

    async def _add(self, add: Any, chosen: list[str], request: gr.Request) -> AsyncIterator[Values]:  # noqa: ANN401
        words = words_of(request)
        unchanged = (gr.skip(),) * 4
        yield *unchanged, shelf.notice(words.adding), False
        while self._service.health()["status"] == "loading":
            await asyncio.sleep(_POLL)
        try:
            entry: ArticleEntry = await asyncio.to_thread(add)
        except FootnoteError as error:
            yield *unchanged, shelf.notice(str(error), problem=True), False
        except Exception:
            yield *unchanged, shelf.notice(unexpected(words), problem=True), False
        else:
            said = (words.known if entry.already_known else words.added).format(entry.title)
            yield *self._view(entry.id, chosen, words), shelf.notice(said), True

    def _choose(self, article_id: str, shown: str, chosen: list[str], words: Words) -> Values:
        ticked = [i for i in chosen if i != article_id]
        chosen = ticked if article_id in chosen else [*chosen, article_id]
        view = self._view(article_id if article_id in chosen else shown, chosen, words)
        return *view, gr.skip(), ""

    def _remove(self, article_id: str, shown: str, chosen: list[str], words: Words) -> Values:
        article = self._service.article(article_id)
        self._service.remove_article(article_id)
        entries = self._service.articles()
        if shown == article_id:
            shown = entries[0].id if entries else ""
        view = self._view(shown, [i for i in chosen if i != article_id], words)
        return *view, article, shelf.removal(article.title, words)

    def _view(self, shown: str, chosen: list[str], words: Words) -> Values:
        entries = {entry.id: entry for entry in self._service.articles()}
        chosen = [article_id for article_id in chosen if article_id in entries]
        shelved = shelf.shelf(list(entries.values()), chosen, shown, words)
        if shown not in entries:
            return shelved, reader.no_article(words), "", chosen
        article, segments = self._service.article(shown), self._service.segments(shown)
        return shelved, reader.article(article, entries[shown], segments, words), shown, chosen
