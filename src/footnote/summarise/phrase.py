"""A model writes a sentence shorter; what it writes is checked against the sentence before it counts.

The default model does not phrase: it scores and reads worse than the sentences themselves. The
service hands a model over only where another one is set.
"""

import threading

from footnote.errors import TooLarge
from footnote.generate import ChatModel
from footnote.injection import commands
from footnote.prompt import shorten_messages
from footnote.verify import verify

_FEWEST_WORDS = 20  # a shorter sentence is quoted


def phrase(sentence: str, language: str, writer: ChatModel, cancel: threading.Event | None) -> str:
    """Return a shorter sentence that the given one supports, "" where the model wrote none or may not write.

    Raises:
        Cancelled: ``cancel`` was set.
    """
    if len(sentence.split()) < _FEWEST_WORDS or commands(sentence):
        return ""
    try:
        pieces = writer.stream(
            shorten_messages(sentence), max_tokens=writer.count_tokens(sentence) + 8, cancel=cancel
        )
        draft = " ".join("".join(pieces).split())
    except TooLarge:  # a sentence longer than the model's context is quoted
        return ""
    shorter = len(draft.split()) < len(sentence.split())
    ended = draft.endswith((".", "!", "?", "”", '"', "’"))
    if shorter and ended and verify(draft, [sentence], language=language).supported:
        return draft
    return ""
