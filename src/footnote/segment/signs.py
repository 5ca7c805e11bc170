"""What a line shows by itself: an end as of a sentence, an item's marker."""

import re

from footnote.segment.margins import without_references

STOPS = ".!?…。！？"
_CLOSING = "\"'”’»)]*_ "
LIST_ITEM = re.compile(r"\s*(?:[-*•–·]|\d{1,3}[.)])\s+\S")


def is_ended(line: str, ends: str = STOPS) -> bool:
    """Whether a line ends with one of the stops, whatever closes or refers behind it."""
    return line[: without_references(line, 0, len(line))].rstrip(_CLOSING).endswith(tuple(ends))
