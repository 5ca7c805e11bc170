"""The steps of adding an article, told to whoever watches."""

from collections.abc import Callable
from typing import Literal

Step = Literal["reading", "segmenting", "embedding", "storing"]
Progress = Callable[[Step], None]  # called as a step begins


def untold(step: Step) -> None:
    """The progress of what nobody watches."""
