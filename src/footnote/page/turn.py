"""One turn of the conversation as the page keeps it, and its way into and out of the browser's storage."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Literal

from pydantic import TypeAdapter, ValidationError

from footnote.schema import Answer, Message

Progress = Literal["queued", "loading", "running", "done", "stopped", "failed"]
KEPT_TURNS = 30  # what the browser keeps; its storage holds some megabytes


@dataclass(frozen=True, slots=True)
class Turn:
    """A question with what is known of its answer."""

    question: str
    answer: Answer = field(default_factory=Answer)
    progress: Progress = "queued"
    problem: str = ""


_TURNS: TypeAdapter[list[Turn]] = TypeAdapter(list[Turn])


def kept(turns: Sequence[Turn]) -> str:
    """Return the last turns as the browser keeps them."""
    return json.dumps([asdict(turn) for turn in turns[-KEPT_TURNS:]], ensure_ascii=False)


def restored(text: object) -> list[Turn]:
    """Return the turns that a browser kept; none where it kept something else, such as an older form."""
    try:
        return _TURNS.validate_json(text) if isinstance(text, str) else []
    except ValidationError:
        return []


def history(turns: Sequence[Turn]) -> list[Message]:
    """Return the finished turns as the conversation that a question is asked in."""
    messages: list[Message] = []
    for turn in turns:
        if turn.progress == "done" and turn.answer.answer:
            messages += [Message("user", turn.question), Message("assistant", turn.answer.answer)]
    return messages
