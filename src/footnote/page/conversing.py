"""What the page does when someone asks, stops, asks again, judges an answer or clears the conversation.

A method returns or yields values for components, in the order that ``talk`` names them. Nothing is kept
here: the conversation is the session's, the articles are the service's.

The turns change in short events only. What a long one has under way is the draft, so that whatever happens to
the turns meanwhile, a verdict or a stop, is not overwritten when it ends.
"""

import asyncio
import logging
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import aclosing
from dataclasses import replace
from typing import Any

import gradio as gr

from footnote.errors import FootnoteError
from footnote.page import conversation
from footnote.page.actions import POLL, REDRAW, STOPPING, Values, unexpected, words_of
from footnote.page.buttons import tools
from footnote.page.line import Line
from footnote.page.problems import told
from footnote.page.turn import Turn, history, kept, restored
from footnote.page.words import Words
from footnote.service import Footnote, stream

logger = logging.getLogger(__name__)


class Conversing:
    """The conversation: a question is taken, answered, and put with the others or stopped."""

    def __init__(self, service: Footnote, line: Line) -> None:
        self._service = service
        self._line = line

    def restore(self, stored: object, request: gr.Request) -> Values:
        """Return (tools, past, evidence, turns): the conversation that this browser kept."""
        words, turns = words_of(request), restored(stored)
        return tools(words), self._past(turns, words), self._evidence(turns, words), turns

    # ---- asking

    def take(self, question: str, turns: list[Turn], request: gr.Request) -> Values:
        """Return (question, past, live, turns, ask, stop, hint, asked, clock): the question shown as asked.

        The page has emptied the box already, so that what is typed meanwhile stays; a question that cannot
        be taken now is put back.
        """
        if turns and turns[-1].answering:
            hint = conversation.told(words_of(request).answer_first)
            return question, *(gr.skip(),) * 5, hint, gr.skip(), gr.skip()
        if not question.strip():
            return (gr.skip(),) * 9
        return gr.skip(), gr.skip(), *self._taken(question, turns, request)

    def take_suggested(self, event: gr.EventData, turns: list[Turn], request: gr.Request) -> Values:
        """As `take`, for a question that was offered; what stands in the box stays."""
        return gr.skip(), *self.take(str(event._data.get("question", "")), turns, request)[1:]

    def retry(self, event: gr.EventData, turns: list[Turn], request: gr.Request) -> Values:
        """As `take`, for the question of a turn that failed or was stopped, in the place of that turn."""
        turn = _find(event, turns)
        if turn is None or turns[-1].answering:
            return (gr.skip(),) * 9
        others = [other for other in turns if other.id != turn.id]
        past = self._past(others, words_of(request))
        return gr.skip(), past, *self._taken(turn.question, others, request)

    def _taken(self, question: str, turns: list[Turn], request: gr.Request) -> Values:
        turn = Turn(question.strip())
        live = conversation.exchange(turn, {}, words_of(request))
        buttons = gr.update(visible=False), gr.update(visible=True)
        return live, [*turns, turn], *buttons, "", turn.id, gr.Timer(active=self._line.busy)

    def wait(self, turns: list[Turn], request: gr.Request) -> Values:
        """Return (ahead, clock): how many are before the question that waits, until none does."""
        waiting = bool(turns) and turns[-1].answering
        before = self._line.before(request.session_hash) if waiting else None
        if before is None:
            return "", gr.Timer(active=False)
        return conversation.ahead(before, words_of(request)), gr.skip()

    async def answer(
        self, turns: list[Turn], chosen: list[str], request: gr.Request
    ) -> AsyncIterator[Values]:
        """Yield (live, evidence, draft) while the last question is being answered."""
        if not turns or turns[-1].progress != "queued":
            return
        words, titles = words_of(request), await asyncio.to_thread(self._titles)
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
        return (gr.skip(),) * 8 if last.answering else self._settled([*turns[:-1], last], words_of(request))

    def stop(self, turns: list[Turn], draft: Turn | None, request: gr.Request) -> Values:
        """As `settle`, but what was written so far is kept, marked as stopped."""
        if turns and turns[-1].answering:
            last = _drafted(turns[-1], draft)
            turns = [*turns[:-1], replace(last, progress="stopped") if last.answering else last]
        return self._settled(turns, words_of(request))

    async def pause(self, asked: str) -> str:
        """Return (lost): the turn whose answer did not end; Gradio says so of one that was stopped, too."""
        await asyncio.sleep(STOPPING)
        return asked

    def lose(self, lost: str, turns: list[Turn], request: gr.Request) -> Values:
        """As `settle`, for an answer that the queue refused or gave up: it has failed."""
        if not turns or turns[-1].id != lost or not turns[-1].answering:
            return (gr.skip(),) * 8
        words = words_of(request)
        return self._settled([*turns[:-1], replace(turns[-1], progress="failed", problem=words.lost)], words)

    async def quiet(self, turns: list[Turn]) -> str | dict[str, Any]:
        """Return (live): empty again, where what was under way when an answer was cancelled came late."""
        await asyncio.sleep(STOPPING)
        return gr.skip() if turns and turns[-1].answering else ""

    def _settled(self, turns: list[Turn], words: Words) -> Values:
        buttons = gr.update(visible=True), gr.update(visible=False)
        return turns, self._past(turns, words), "", kept(turns), *buttons, "", ""

    # ---- judging and clearing

    def judge(self, event: gr.EventData, turns: list[Turn], request: gr.Request) -> Values:
        """Return (turns, kept, judged): the reader's verdict on an answer, kept by the library."""
        words, turn = words_of(request), _find(event, turns)
        if turn is None:
            return (gr.skip(),) * 3
        verdict: Any = event._data.get("verdict")
        try:
            self._service.give_feedback(
                verdict, turn.question, turn.answer, turn.article_ids, reference=turn.id
            )
        except FootnoteError as error:
            return gr.skip(), gr.skip(), conversation.judged(turn, told(error, words))
        except Exception:
            return gr.skip(), gr.skip(), conversation.judged(turn, unexpected(words))
        turn = replace(turn, verdict=verdict)
        turns = [turn if other.id == turn.id else other for other in turns]
        return turns, kept(turns), conversation.judged(turn, words.thanks)

    def clear(self, turns: list[Turn], request: gr.Request) -> Values:
        """Return (cleared, evidence, turns, past, live, kept, ask, stop, hint, ahead) of a new conversation.

        The browser's copy is gone; what was cleared is the session's until the page is left, for `undo`.
        """
        words = words_of(request)
        cleared = [turn for turn in turns if not turn.answering]
        emptied, _, *rest = self._settled([], words)
        welcome = conversation.welcome(words, cleared=bool(turns))
        return cleared, conversation.evidence(None, {}, words), emptied, welcome, *rest

    def undo(self, cleared: list[Turn], turns: list[Turn], request: gr.Request) -> Values:
        """Return (turns, past, evidence, kept) as they were before the conversation was cleared."""
        if turns or not cleared:
            return (gr.skip(),) * 4
        words = words_of(request)
        return cleared, self._past(cleared, words), self._evidence(cleared, words), kept(cleared)

    # ---- drawing

    def _past(self, turns: Sequence[Turn], words: Words) -> str:
        return (
            conversation.conversation(turns, self._titles(), words) if turns else conversation.welcome(words)
        )

    def _evidence(self, turns: Sequence[Turn], words: Words) -> str:
        return conversation.evidence(turns[-1].answer if turns else None, self._titles(), words)

    def _titles(self) -> dict[str, str]:
        """Return the articles' titles; none where the library cannot be read, which its own part says."""
        try:
            return {entry.id: entry.title for entry in self._service.articles()}
        except FootnoteError:
            logger.exception("the titles could not be read")
            return {}


def _find(event: gr.EventData, turns: Sequence[Turn]) -> Turn | None:
    """Return the turn that was clicked in."""
    return next((turn for turn in turns if turn.id == event._data.get("turn")), None)


def _drafted(turn: Turn, draft: Turn | None) -> Turn:
    """Return what is known of a turn: its draft, where that is not another's."""
    return draft if draft is not None and draft.id == turn.id else turn
