"""The library and the reading pane: what happens when an article is opened, chosen or removed."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import gradio as gr

from footnote.errors import FootnoteError, TooLarge
from footnote.page import conversation, reader, shelf
from footnote.page.actions import POLL, Values, words_of
from footnote.page.problems import told
from footnote.page.words import Words
from footnote.schema import RemovedArticle
from footnote.service import Footnote

_UNDOABLE = 10  # removals that a session can take back


@dataclass(frozen=True, slots=True)
class Removal:
    """An article that was removed, and whether questions went to it."""

    article: RemovedArticle
    chosen: bool

    @property
    def id(self) -> str:
        """The article's id."""
        return self.article.indexed.article.id

    @property
    def title(self) -> str:
        """The article's title."""
        return self.article.indexed.article.title


Removals = tuple[Removal, ...]


class Browsing:
    """The library: every method that changes what is shown returns (shelf, pane, shown, chosen) first."""

    def __init__(self, service: Footnote) -> None:
        self._service = service

    def open(self, kept: object, request: gr.Request) -> Values:
        """Return (shelf, pane, shown, chosen) as this browser kept them; else with the first article open."""
        ids = [entry.id for entry in self._service.articles()]
        place: dict[str, Any] = kept if isinstance(kept, dict) else {}
        shown, chosen = place.get("shown"), place.get("chosen") or []
        opened = shown if shown in ids else next(iter(ids), "")
        return self.view(
            opened, [article_id for article_id in ids if article_id in chosen], words_of(request)
        )

    def reopen(self, shown: str, kept: object, request: gr.Request) -> Values:
        """As `open`, where no article is open yet."""
        return (gr.skip(),) * 4 if shown else self.open(kept, request)

    def keep(self, shown: str, chosen: list[str]) -> dict[str, Any]:
        """Return (kept): what `open` finds again."""
        return {"shown": shown, "chosen": chosen}

    async def status(self, request: gr.Request) -> AsyncIterator[str]:
        """Yield the state of the models until they are ready or have failed."""
        words = words_of(request)
        while (health := self._service.health())["status"] == "loading":
            yield f'<p class="status loading" role="status">{words.loading}</p>'
            await asyncio.sleep(POLL)
        if health["status"] == "ready":
            yield f'<p class="status ready" role="status">{words.ready}</p>'
        else:
            yield shelf.notice(f"{words.failed} {health.get('problem', '')}", problem=True)

    def act(
        self, event: gr.EventData, shown: str, chosen: list[str], removed: Removals, request: gr.Request
    ) -> Values:
        """Return (shelf, pane, shown, chosen, removed, notice) after a click in the library."""
        words, article_id = words_of(request), str(event._data.get("id", ""))
        try:
            match event._data.get("do"):
                case "read":
                    return *self.view(article_id, chosen, words), gr.skip(), ""
                case "choose":
                    return self._choose(article_id, shown, chosen, words)
                case "remove":
                    return self._remove(article_id, shown, chosen, removed, words)
                case "undo":
                    return self._restore(article_id, shown, chosen, removed, words)
                case "choose-all":
                    return *self.view(shown, [], words), gr.skip(), ""
                case "too-large":
                    most = event._data.get("most", 0) / 2**20
                    raise TooLarge(
                        f"{article_id!r} is larger than {most:.1f} MiB. Send a part of it.", "file"
                    )
        except FootnoteError as error:
            return *self.view(shown, chosen, words), gr.skip(), shelf.notice(told(error, words), problem=True)
        return (gr.skip(),) * 6

    def read(self, event: gr.EventData, chosen: list[str], request: gr.Request) -> Values:
        """Return (shelf, pane, shown, chosen) with the article open that a citation leads to."""
        return self.view(str(event._data.get("id", "")), chosen, words_of(request))

    async def suggest(self, shown: str) -> str:
        """Return questions that the open article answers."""
        if not shown or self._service.health()["status"] != "ready":
            return ""
        try:
            return conversation.suggestions(await asyncio.to_thread(self._service.suggest_questions, shown))
        except FootnoteError:
            return ""  # an offer, which nobody asked for and nobody misses

    def _choose(self, article_id: str, shown: str, chosen: list[str], words: Words) -> Values:
        ticked = [i for i in chosen if i != article_id]
        chosen = ticked if article_id in chosen else [*chosen, article_id]
        view = self.view(article_id if article_id in chosen else shown, chosen, words)
        return *view, gr.skip(), ""

    def _remove(
        self, article_id: str, shown: str, chosen: list[str], removed: Removals, words: Words
    ) -> Values:
        ids = [entry.id for entry in self._service.articles()]
        removal = Removal(self._service.remove_article(article_id), article_id in chosen)
        place = ids.index(article_id)  # it was there, or its removal would have failed
        removed = (*removed, removal)[-_UNDOABLE:]
        if shown == article_id:  # the next one is read, the last one where it was the last
            left = [entry.id for entry in self._service.articles()]
            shown = left[min(place, len(left) - 1)] if left else ""
        view = self.view(shown, [i for i in chosen if i != article_id], words)
        return *view, removed, shelf.removals(_named(removed), words)

    def _restore(
        self, article_id: str, shown: str, chosen: list[str], removed: Removals, words: Words
    ) -> Values:
        removal = next((removal for removal in removed if removal.id == article_id), None)
        if removal is None:
            return (gr.skip(),) * 6
        self._service.restore_article(removal.article)
        left = tuple(other for other in removed if other.id != article_id)
        chosen = [*chosen, article_id] if removal.chosen else chosen
        return *self.view(article_id, chosen, words), left, shelf.removals(_named(left), words)

    def view(self, shown: str, chosen: list[str], words: Words) -> Values:
        """Return (shelf, pane, shown, chosen) with an article open; with none where it is not there."""
        entries = {entry.id: entry for entry in self._service.articles()}
        chosen = [article_id for article_id in chosen if article_id in entries]
        shelved = shelf.shelf(list(entries.values()), chosen, shown, words)
        if shown not in entries:
            return shelved, reader.no_article(words, gone=bool(shown)), "", chosen
        article, segments = self._service.article(shown), self._service.segments(shown)
        return shelved, reader.article(article, entries[shown], segments, words), shown, chosen


def _named(removed: Removals) -> list[tuple[str, str]]:
    return [(removal.id, removal.title) for removal in reversed(removed)]
