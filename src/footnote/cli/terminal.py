"""What is printed: an article may hold characters that a terminal would obey, so none is written raw."""

import re
import sys
from typing import TextIO

# Controls but for tab and the end of a line, and the two signs that turn the direction of any writing around;
# the gentler ones, which Arabic and Hebrew need, are no danger. Half a surrogate, as in the name of a
# file that is not UTF-8, cannot be printed at all.
_OBEYED = re.compile(r"[\0-\x08\x0b-\x1f\x7f-\x9f\u202d\u202e\ud800-\udfff]")


def say(text: object, file: TextIO | None = None, end: str = "\n") -> None:
    """Print a text, on standard output where no file is given; ``end`` is written as it is."""
    print(shown(str(text)), file=file or sys.stdout, end=end)


def shown(text: str) -> str:
    r"""Return a text with what a terminal would obey written as JSON writes it: ``\u001b`` for an escape."""
    return _OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
