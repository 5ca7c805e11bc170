"""What the page does when someone asks: the question is shown as asked and waits for its turn.

A method returns values for components, in the order that ``talk`` names them.
"""

from dataclasses import replace

import gradio as gr

from footnote.errors import FootnoteError
from footnote.page import conversation
from footnote.page.actions import Values, words_of
from footnote.page.drawing import Drawing
from footnote.page.line import Line
from footnote.page.problems import told
from footnote.page.turn import Turn, clicked, kept
from footnote.service import Footnote, check_question


class Asking:
    """A question is taken, or put back where it cannot be taken now."""

    def __init__(self, service: Footnote, line: Line) -> None:
        self._line = line
        self._drawing = Drawing(service)

    def take(self, question: str, turns: list[Turn], request: gr.Request) -> Values:
        """Return (question, past, live, turns, ask, stop, hint, asked, clock, kept): shown as asked.

        The page has emptied the box already, so that what is typed meanwhile stays; a question that cannot
        be taken now is put back.
        """
        if turns and turns[-1].answering:
            return _put_back(question, words_of(request).answer_first)
        if not question.strip():
            return (gr.skip(),) * 10
        try:
            check_question(question)
        except FootnoteError as error:
            return _put_back(question, told(error, words_of(request)))
        return gr.skip(), gr.skip(), *self._taken(question, turns, request)

    def take_suggested(self, event: gr.EventData, turns: list[Turn], request: gr.Request) -> Values:
        """As `take`, for a question that was offered; what stands in the box stays."""
        return gr.skip(), *self.take(str(event._data.get("question", "")), turns, request)[1:]

    def retry(self, event: gr.EventData, turns: list[Turn], request: gr.Request) -> Values:
        """As `take`, for the question of a turn that failed or was stopped, in the place of that turn."""
        turn = clicked(event, turns)
        if turn is None or turns[-1].answering:
            return (gr.skip(),) * 10
        others = [other for other in turns if other.id != turn.id]
        past = self._drawing.past(others, words_of(request))
        return gr.skip(), past, *self._taken(turn.question, others, request)

    def _taken(self, question: str, turns: list[Turn], request: gr.Request) -> Values:
        turn = Turn(question.strip())
        live = conversation.exchange(turn, {}, words_of(request))
        buttons = gr.update(visible=False), gr.update(visible=True)
        clock = gr.Timer(active=self._line.busy)
        # Who reloads the page meanwhile finds the question again, as one that was stopped.
        left = kept([*turns, replace(turn, progress="stopped")])
        return live, [*turns, turn], *buttons, "", turn.id, clock, left

    def wait(self, turns: list[Turn], request: gr.Request) -> Values:
        """Return (ahead, clock): how many are before the question that waits, until none does."""
        waiting = bool(turns) and turns[-1].answering
        before = self._line.before(request.session_hash) if waiting else None
        if before is None:
            return "", gr.Timer(active=False)
        return conversation.ahead(before, words_of(request)), gr.skip()


def _put_back(question: str, why: str) -> Values:
    """Return the values of `take` for a question that is not taken, and why."""
    return question, *(gr.skip(),) * 5, conversation.told(why), *(gr.skip(),) * 3
