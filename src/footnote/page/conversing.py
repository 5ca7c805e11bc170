"""What the page does with the conversation as a whole and with the answers in it: kept, judged, cleared.

A method returns values for components, in the order that ``talk`` names them. Nothing is kept here: the
conversation is the session's, the articles are the service's.
"""

from dataclasses import replace
from typing import Any

import gradio as gr

from footnote.errors import FootnoteError
from footnote.page import conversation
from footnote.page.actions import Values, unexpected, words_of
from footnote.page.buttons import tools
from footnote.page.drawing import Drawing
from footnote.page.problems import told
from footnote.page.turn import Turn, clicked, kept, restored
from footnote.service import Footnote


class Conversing:
    """The conversation: it is found again, judged turn by turn, cleared, and put back."""

    def __init__(self, service: Footnote) -> None:
        self._service = service
        self._drawing = Drawing(service)

    def restore(self, stored: object, request: gr.Request) -> Values:
        """Return (tools, past, evidence, turns): the conversation that this browser kept."""
        words, turns = words_of(request), restored(stored)
        return tools(words), self._drawing.past(turns, words), self._drawing.evidence(turns, words), turns

    def judge(self, event: gr.EventData, turns: list[Turn], request: gr.Request) -> Values:
        """Return (turns, kept, judged): the reader's verdict on an answer, kept by the library."""
        words, turn = words_of(request), clicked(event, turns)
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
        emptied, _, *rest = self._drawing.settled([], words)
        welcome = conversation.welcome(words, cleared=bool(turns))
        return cleared, conversation.evidence(None, {}, words), emptied, welcome, *rest

    def undo(self, cleared: list[Turn], turns: list[Turn], request: gr.Request) -> Values:
        """Return (turns, past, evidence, kept) as they were before the conversation was cleared."""
        if turns or not cleared:
            return (gr.skip(),) * 4
        words = words_of(request)
        past, evidence = self._drawing.past(cleared, words), self._drawing.evidence(cleared, words)
        return cleared, past, evidence, kept(cleared)
