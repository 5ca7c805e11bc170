"""What a list is, and of what kinds there are."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["items", "steps", "code", "ordinals", "paragraph"]


@dataclass(frozen=True, slots=True)
class Listed:
    """A list: the first and the last sentence of each item, the one that introduces it, if any does.

    A ``paragraph`` is what alone stands below such a line: a quotation, or a line that is no sentence.
    """

    kind: Kind
    items: tuple[tuple[int, int], ...]
    lead: int | None = None
