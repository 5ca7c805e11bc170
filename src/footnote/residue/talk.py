"""Lines of a talk that begin with who says them, "[10:02] Ida Lund: I am here."."""

import re
from collections import Counter
from collections.abc import Sequence

_SPEAKER = re.compile(
    r"[*_]{0,3}(?:\[?\d{1,2}:\d\d(?::\d\d)?\]?,?[ \t]+)?"
    r"([^\W\d_a-zß-ÿ][\w.'’-]*(?: [^\W\d_a-zß-ÿ][\w.'’-]*){0,2})[*_]{0,3}:[*_]{0,3}[ \t]+\S"
)
_FEWEST_SPOKEN = 5


def spoken(lines: Sequence[str]) -> set[int]:
    """Return the numbers of the lines that begin with who says them, in a talk of at least two by turns."""
    speakers = {number: found[1] for number, line in enumerate(lines) if (found := _SPEAKER.match(line))}
    turns = Counter(speakers.values())
    said = {number for number, speaker in speakers.items() if turns[speaker] > 1}
    return said if len(said) >= _FEWEST_SPOKEN and len({speakers[number] for number in said}) > 1 else set()
