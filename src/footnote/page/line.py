"""How many requests are before one's own in the line for the models."""

from typing import Any

import gradio as gr


class Line:
    """The line that Gradio keeps for the queue ``name`` of a page; requests over HTTP stand in it as well.

    Gradio 6.31 tells a browser its place only for an overlay that this page does not show, so the place is
    read where Gradio itself counts it.
    """

    def __init__(self, blocks: gr.Blocks, name: str) -> None:
        self._blocks = blocks
        self._name = name

    def before(self, session: str | None) -> int | None:
        """Return how many run or wait before a session's first waiting request; None where none waits."""
        line = self._queue()
        for place, event in enumerate(line.queue if line else ()):
            if event.session_hash == session:
                return int(line.current_concurrency) + place
        return None

    @property
    def busy(self) -> bool:
        """Whether a request that comes now has to wait."""
        line = self._queue()
        return line is not None and bool(line.queue or line.current_concurrency)

    def _queue(self) -> Any:  # noqa: ANN401  Gradio's class is not exported
        return self._blocks._queue.event_queue_per_concurrency_id.get(self._name)
