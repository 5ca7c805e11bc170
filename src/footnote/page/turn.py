"""One turn of the conversation as the page keeps it, and its way into and out of the browser's storage."""

import json
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Literal

import gradio as gr
from pydantic import TypeAdapter, ValidationError

from footnote.schema import Answer, Message, Verdict

Progress = Literal["queued", "loading", "running", "done", "stopped", "failed"]
Titles = Mapping[str, str]  # of the articles, by their ids
KEPT_TURNS = 30  # what the browser keeps; its storage holds some megabytes


def _new_id() -> str:
    return uuid.uuid4().hex


@dataclass(frozen=True, slots=True)
class Turn:
    """A question with what is known of its answer, and what the reader thinks of it.

    ``article_ids`` are the articles that it went to, none for the whole library.
    """

    question: str
    answer: Answer = field(default_factory=Answer)
    progress: Progress = "queued"
    problem: str = ""
    article_ids: tuple[str, ...] = ()
    verdict: Verdict | None = None
    id: str = field(default_factory=_new_id)

    @property
    def answering(self) -> bool:
        """Whether the answer is still to come."""
        return self.progress in ("queued", "loading", "running")


_TURNS: TypeAdapter[list[Turn]] = TypeAdapter(list[Turn])


def kept(turns: Sequence[Turn]) -> str:
    """Return the last turns as the browser keeps them; an answer that is still to come is not kept."""
    finished = [turn for turn in turns if not turn.answering]
    return json.dumps([asdict(turn) for turn in finished[-KEPT_TURNS:]], ensure_ascii=False)


def restored(text: object) -> list[Turn]:
    """Return the turns that a browser kept; none where it kept something else, such as an older form."""
    try:
        turns = _TURNS.validate_json(text) if isinstance(text, str) else []
    except ValidationError:
        return []
    return [turn for turn in turns if not turn.answering]


def history(turns: Sequence[Turn]) -> list[Message]:
    """Return the finished turns as the conversation that a question is asked in."""
    messages: list[Message] = []
    for turn in turns:
        if turn.progress == "done" and turn.answer.answer:
            messages += [Message("user", turn.question), Message("assistant", turn.answer.answer)]
    return messages


def clicked(event: gr.EventData, turns: Sequence[Turn]) -> Turn | None:
    """Return the turn that was clicked in."""
    return next((turn for turn in turns if turn.id == event._data.get("turn")), None)
