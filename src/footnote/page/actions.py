"""What the page does when someone does something: each method is one event's reply.

A method returns or yields values for components, in the order that ``layout`` names them. Nothing is kept
here: the conversation is the session's, the articles are the service's.
"""

import asyncio
import logging
import time
import uuid
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import aclosing
from dataclasses import replace
from typing import Any

import gradio as gr

from footnote.errors import FootnoteError
from footnote.page import conversation
from footnote.page.turn import Turn, history, kept, restored
from footnote.page.words import Words, preferred
from footnote.service import Footnote, stream

logger = logging.getLogger(__name__)

IN_PROGRESS = ("queued", "loading", "running")
_REDRAW = 0.06  # seconds between two redraws of a growing answer
_POLL = 0.25  # seconds between two looks at whether the models have loaded

Values = tuple[Any, ...]


def words_of(request: gr.Request) -> Words:
    """Return the words in the language that the browser asks for."""
    return preferred(request.headers.get("accept-language"))


class Conversing:
    """The conversation: a question is taken, answered, and put with the others or stopped."""

    def __init__(self, service: Footnote) -> None:
        self._service = service

    def restore(self, stored: object, request: gr.Request) -> Values:
        """Return (past, evidence, turns): the conversation that this browser kept."""
        words, turns = words_of(request), restored(stored)
        return self._past(turns, words), self._evidence(turns, words), turns

    def take(self, question: str, turns: list[Turn], request: gr.Request) -> Values:
        """Return (question, live, turns, ask, stop): the box empty, the question shown as asked."""
        busy = bool(turns) and turns[-1].progress in IN_PROGRESS
        if busy or not question.strip():
            return (gr.skip(),) * 5
        turn = Turn(question.strip())
        live = conversation.exchange(turn, {}, words_of(request))
        return "", live, [*turns, turn], gr.update(visible=False), gr.update(visible=True)

    def take_suggested(self, event: gr.EventData, turns: list[Turn], request: gr.Request) -> Values:
        """As `take`, for a question that was offered."""
        return self.take(str(event._data.get("question", "")), turns, request)

    async def answer(
        self, turns: list[Turn], chosen: list[str], request: gr.Request
    ) -> AsyncIterator[Values]:
        """Yield (live, evidence, draft, turns) while the last question is being answered.

        The turns change with the last value only: what a stopped generator had still under way must not
        overwrite the turn that was stopped.
        """
        if not turns or turns[-1].progress != "queued":
            return
        words, titles = words_of(request), await asyncio.to_thread(self._titles)
        drawn = 0.0
        async with aclosing(self._progress(turns, chosen, words)) as progress:
            async for turn in progress:
                if turn.progress == "running" and time.monotonic() - drawn < _REDRAW:
                    continue
                drawn = time.monotonic()
                live = conversation.exchange(turn, titles, words)
                finished = gr.skip() if turn.progress in IN_PROGRESS else [*turns[:-1], turn]
                yield live, conversation.evidence(turn.answer, titles, words), turn, finished

    async def _progress(
        self, turns: list[Turn], chosen: list[str], words: Words
    ) -> AsyncGenerator[Turn, None]:
        turn = turns[-1]
        try:
            while self._service.health()["status"] == "loading":
                yield replace(turn, progress="loading")
                await asyncio.sleep(_POLL)
            question, before = turn.question, history(turns[:-1])
            events = stream(lambda cancel: self._service.ask(question, chosen, before, cancel=cancel))
            async with aclosing(events):
                async for answer in events:
                    turn = Turn(question, answer, "done" if answer.done else "running")
                    yield turn
        except FootnoteError as error:
            yield replace(turn, progress="failed", problem=str(error))
        except Exception:
            yield replace(turn, progress="failed", problem=unexpected(words))

    def settle(self, turns: list[Turn], request: gr.Request) -> Values:
        """Return (past, live, kept, ask, stop): the finished turn among the others."""
        if turns and turns[-1].progress in IN_PROGRESS:
            return (gr.skip(),) * 5
        past = self._past(turns, words_of(request))
        return past, "", kept(turns), gr.update(visible=True), gr.update(visible=False)

    def stop(self, turns: list[Turn], draft: Turn | None, request: gr.Request) -> Values:
        """Return (turns, past, live, kept, ask, stop): what was written so far is kept, marked as stopped."""
        if turns and turns[-1].progress in IN_PROGRESS:
            last = draft if draft is not None and draft.question == turns[-1].question else turns[-1]
            turns = [*turns[:-1], replace(last, progress="stopped")]
        return turns, *self.settle(turns, request)

    def clear(self, request: gr.Request) -> Values:
        """Return (turns, evidence, past, live, kept, ask, stop) of a new conversation."""
        words = words_of(request)
        return [], conversation.evidence(None, {}, words), *self.settle([], request)

    def _past(self, turns: Sequence[Turn], words: Words) -> str:
        return (
            conversation.conversation(turns, self._titles(), words) if turns else conversation.welcome(words)
        )

    def _evidence(self, turns: Sequence[Turn], words: Words) -> str:
        return conversation.evidence(turns[-1].answer if turns else None, self._titles(), words)

    def _titles(self) -> dict[str, str]:
        return {entry.id: entry.title for entry in self._service.articles()}


def unexpected(words: Words) -> str:
    """Log the error that is being handled and return what the reader is told of it."""
    reference = uuid.uuid4().hex[:12]
    logger.exception("failure %s", reference)
    return words.unexpected.format(reference)
