"""What a line of a text is, and how words are put on one."""

import re

ENDS = "\n\r\u2028\u2029"  # CRLF is one end, of which no text that is stored has any
LINE = rf"[^{ENDS}]"  # a character of a line

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")  # what a terminal or a page acts upon
_DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")  # they would turn round what stands behind, too
_PARTED = re.compile(r"(?<=[^\W\d_])\u2010[ \t]*\n\s*(?=[^\W\d_])")


def unparted(text: str) -> str:
    """Return a text with the words made whole that its lines' ends part with the sign of manuals, U+2010."""
    return _PARTED.sub("", text)


def unwrapped(text: str) -> str:
    """Return wrapped lines as one."""
    return " ".join(unparted(text).split())


def one_line(words: str) -> str:
    """Return words on one line, without characters that are not shown but change how others are."""
    return " ".join(_CONTROLS.sub(" ", _DIRECTIONS.sub("", words)).split())
