"""The conversation drawn for a reader, with the titles of the reader's own articles."""

import logging
from collections.abc import Sequence

import gradio as gr

from footnote.errors import FootnoteError
from footnote.page import conversation
from footnote.page.actions import Values
from footnote.page.turn import Turn, kept
from footnote.page.words import Words
from footnote.service import Footnote

logger = logging.getLogger(__name__)


class Drawing:
    """What the conversation's components show."""

    def __init__(self, service: Footnote) -> None:
        self._service = service

    def settled(self, turns: list[Turn], words: Words) -> Values:
        """Return (turns, past, live, kept, ask, stop, hint, ahead) where nothing is under way any longer."""
        buttons = gr.update(visible=True), gr.update(visible=False)
        return turns, self.past(turns, words), "", kept(turns), *buttons, "", ""

    def past(self, turns: Sequence[Turn], words: Words) -> str:
        """Return the turns as HTML; a welcome where there are none."""
        return (
            conversation.conversation(turns, self.titles(), words) if turns else conversation.welcome(words)
        )

    def evidence(self, turns: Sequence[Turn], words: Words) -> str:
        """Return the evidence of the last turn as HTML."""
        return conversation.evidence(turns[-1].answer if turns else None, self.titles(), words)

    def titles(self) -> dict[str, str]:
        """Return the articles' titles; none where the library cannot be read, which its own part says."""
        try:
            return {entry.id: entry.title for entry in self._service.articles()}
        except FootnoteError:
            logger.exception("the titles could not be read")
            return {}
