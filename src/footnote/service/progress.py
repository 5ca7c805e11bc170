"""The steps of adding an article, told to whoever watches and may end it."""

import threading
from collections.abc import Callable
from typing import Literal

from footnote.errors import Cancelled

Step = Literal["reading", "segmenting", "embedding", "storing"]
# Called as a step begins, and again and again while it lasts; what it raises ends the adding.
Progress = Callable[[Step], None]


def untold(step: Step) -> None:
    """The progress of what nobody watches."""


def until(cancel: threading.Event) -> Progress:
    """Return a progress that tells nobody and ends the adding by Cancelled once the event is set."""

    def proceed(step: Step) -> None:
        if cancel.is_set():
            raise Cancelled(f"The article was not added; it was stopped while {step}.")

    return proceed
