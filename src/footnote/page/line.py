"""How many requests are before one's own in the line for the models."""

from typing import Protocol

import gradio as gr


class _Queue(Protocol):
    """What the server's queue tells; callers take turns in it, so only it knows the order."""

    def before(self, kind: str, session: str | None) -> int | None: ...

    def busy(self, kind: str) -> bool: ...


class Line:
    """The line for what a page calls ``kind``; requests over HTTP stand in it as well.

    Gradio 6.31 tells a browser its place only for an overlay that this page does not show, and by arrival.
    """

    def __init__(self, blocks: gr.Blocks, kind: str) -> None:
        self._blocks = blocks
        self._kind = kind

    def before(self, session: str | None) -> int | None:
        """Return how many will be served before a session's waiting request; None where none waits."""
        return self._queue().before(self._kind, session)

    @property
    def busy(self) -> bool:
        """Whether a request that comes now has to wait."""
        return self._queue().busy(self._kind)

    def _queue(self) -> _Queue:
        queue: _Queue = self._blocks._queue  # made when the server is, after the page
        return queue
