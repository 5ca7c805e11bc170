"""What the page does while a question is being answered, and when that ends, is stopped or fails.

A method returns or yields values for components, in the order that ``talk`` names them.

The turns change in short events only. What a long one has under way is the draft, so that whatever happens to
the turns meanwhile, a verdict or a stop, is not overwritten when it ends.
"""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing
from dataclasses import replace
from typing import Any

import gradio as gr

from footnote.errors import FootnoteError
from footnote.page import conversation
from footnote.page.actions import POLL, REDRAW, STOPPING, Values, unexpected, words_of
from footnote.page.drawing import Drawing
from footnote.page.problems import told
from footnote.page.turn import Turn, history
from footnote.page.words import Words
from footnote.service import Footnote, stream


class Answering:
    """The last question is answered, and its turn put with the others."""

    def __init__(self, service: Footnote) -> None:
        self._service = service
        self._drawing = Drawing(service)

    async def answer(
        self, turns: list[Turn], chosen: list[str], request: gr.Request
    ) -> AsyncIterator[Values]:
        """Yield (live, evidence, draft) while the last question is being answered."""
        if not turns or turns[-1].progress != "queued":
            return
        words, titles = words_of(request), await asyncio.to_thread(self._drawing.titles)
        async with aclosing(self._progress(turns, chosen, words)) as progress:
            async for turn in progress:
                live = conversation.exchange(turn, titles, words)
                yield live, conversation.evidence(turn.answer, titles, words), turn

    async def _progress(
        self, turns: list[Turn], chosen: list[str], words: Words
    ) -> AsyncGenerator[Turn, None]:
        turn = replace(turns[-1], article_ids=tuple(chosen))
        try:
            while self._service.health()["status"] == "loading":
                yield replace(turn, progress="loading")
                await asyncio.sleep(POLL)
            question, before = turn.question, history(turns[:-1])
            events = stream(lambda cancel: self._service.ask(question, chosen, before, cancel=cancel), REDRAW)
            async with aclosing(events):
                async for answer in events:
                    turn = replace(turn, answer=answer, progress="done" if answer.done else "running")
                    yield turn
            if turn.answering:
                yield replace(turn, progress="failed", problem=words.lost)
        except FootnoteError as error:
            yield replace(turn, progress="failed", problem=told(error, words))
        except Exception:
            yield replace(turn, progress="failed", problem=unexpected(words))

    def settle(self, turns: list[Turn], draft: Turn | None, request: gr.Request) -> Values:
        """Return (turns, past, live, kept, ask, stop, hint, ahead): the finished turn among the others.

        Called as well when an answer was cancelled, which is what `stop` deals with.
        """
        if not turns or not turns[-1].answering:
            return (gr.skip(),) * 8
        last = _drafted(turns[-1], draft)
        if last.answering:
            return (gr.skip(),) * 8
        return self._drawing.settled([*turns[:-1], last], words_of(request))

    def stop(self, turns: list[Turn], draft: Turn | None, request: gr.Request) -> Values:
        """As `settle`, but what was written so far is kept, marked as stopped."""
        if turns and turns[-1].answering:
            last = _drafted(turns[-1], draft)
            turns = [*turns[:-1], replace(last, progress="stopped") if last.answering else last]
        return self._drawing.settled(turns, words_of(request))

    async def pause(self, asked: str) -> str:
        """Return (lost): the turn whose answer did not end; Gradio says so of one that was stopped, too."""
        await asyncio.sleep(STOPPING)
        return asked

    def lose(self, lost: str, turns: list[Turn], request: gr.Request) -> Values:
        """As `settle`, for an answer that the queue refused or gave up: it has failed."""
        if not turns or turns[-1].id != lost or not turns[-1].answering:
            return (gr.skip(),) * 8
        words = words_of(request)
        failed = replace(turns[-1], progress="failed", problem=words.lost)
        return self._drawing.settled([*turns[:-1], failed], words)

    async def quiet(self, turns: list[Turn]) -> str | dict[str, Any]:
        """Return (live): empty again, where what was under way when an answer was cancelled came late."""
        await asyncio.sleep(STOPPING)
        return gr.skip() if turns and turns[-1].answering else ""


def _drafted(turn: Turn, draft: Turn | None) -> Turn:
    """Return what is known of a turn: its draft, where that is not another's."""
    return draft if draft is not None and draft.id == turn.id else turn
