"""A question as it is asked: of which articles, and after what."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass

from footnote.followup.turns import turns
from footnote.schema import ArticleEntry, Message


@dataclass(frozen=True, slots=True)
class Request:
    """A question, the articles that it goes to, and the conversation before it, oldest turn first."""

    question: str
    articles: Sequence[ArticleEntry]
    history: Sequence[Message] = ()
    refuse_below: float | None = None
    cancel: threading.Event | None = None

    @property
    def opening(self) -> bool:
        """Whether nothing was asked before it: small talk is no turn."""
        return not turns(self.history)
