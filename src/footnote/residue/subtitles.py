"""What stands beside the words of subtitles: when each is shown, and its number."""

import re
from collections.abc import Sequence
from itertools import pairwise

_TIME_SHOWN = r"((?:\d{1,2}:)?\d{2}:\d{2}[,.]\d{3})"
CUE = re.compile(rf"{_TIME_SHOWN} --> {_TIME_SHOWN}(?: .*)?")  # when a subtitle is shown


def counters(lines: Sequence[str]) -> set[int]:
    """Return the numbers of the lines that only count the subtitles, each above the times of one."""
    below = enumerate(pairwise(lines))
    return {number for number, (line, times) in below if line.strip().isdecimal() and CUE.fullmatch(times)}
