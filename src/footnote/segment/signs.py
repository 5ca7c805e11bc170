"""What a line shows by itself: an end as of a sentence, an item's marker, a heading's mark."""

import re

from footnote.layout import columns
from footnote.segment.margins import without_references

STOPS = ".!?…。！？"
_CLOSING = "\"'”’»)]*_ "
LIST_ITEM = re.compile(r"\s*(?:[-*•–·]|\d{1,3}[.)])\s+\S")
MARKDOWN_HEADING = re.compile(r"\s{0,3}#{1,6}\s")
UNDERLINES = "=-~^\"'*+#"  # below headings, from the highest level on
_UNDERLINE = re.compile(rf"([{re.escape(UNDERLINES)}])\1{{2,}}")
_LONGER = 3  # code points by which an underline and its heading differ


def is_ended(line: str, ends: str = STOPS) -> bool:
    """Whether a line ends with one of the stops, whatever closes or refers behind it."""
    return line[: without_references(line, 0, len(line))].rstrip(_CLOSING).endswith(tuple(ends))


def is_underlined(line: str, below: str) -> bool:
    """Whether the line below is of one sign and about as long, as below a heading in a text without marks."""
    differ = abs(len(line) - len(below))
    return (
        bool(_UNDERLINE.fullmatch(below))
        and differ <= min(_LONGER, len(line) // 4)
        and bool(re.search(r"\w", line))
        and not ("|" in line or columns(line) > 1 or is_ended(line, ".。"))
    )
