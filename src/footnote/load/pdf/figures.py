"""Figures: the words in one are its labels, which are no text; its caption is, but of no paragraph."""

import re
from collections.abc import Sequence
from itertools import takewhile

from footnote.load.pdf.lines import Line

_NUMBERED = r" [A-Z]?\d+(?:[.-]\d+)*[a-z]?(?:\s*[.:|–—]|\s+[A-Z])"  # "Figure 1 shows" begins a sentence
_FIGURE = re.compile(rf"(?=[A-Z])(?i:fig(?:\.|ur[ea])?|abb(?:\.|ildung)){_NUMBERED}")
_TABLE = re.compile(rf"(?=[A-Z])(?i:tab(?:\.|elle|la|leau|le)?){_NUMBERED}")
_PART = re.compile(r"\([a-z]\) ")  # the caption of one of several pictures
_APART = 0.05  # of the text's size, at least, by which that of labels differs
_LETTERS = 60  # of a label, or several side by side, at most


def is_caption(line: Line) -> bool:
    """Whether a figure's or a table's caption begins with a line."""
    return bool(_FIGURE.match(line.text) or _TABLE.match(line.text))


def without_labels(pages: Sequence[Sequence[Line]], size: float) -> tuple[list[list[Line]], list[str]]:
    """Return pages of text of a size without the labels above figures' captions, and those of each figure."""
    kept: list[list[Line]] = []
    dropped: list[str] = []
    for page in pages:
        kept.append([])
        for line in page:
            if _FIGURE.match(line.text):
                labels = _labels(kept[-1], line, size)
                dropped += [" ".join(label.text for label in labels)] if labels else []
                kept[-1] = kept[-1][: len(kept[-1]) - len(labels)]
            kept[-1].append(line)
    return kept, dropped


def _labels(before: Sequence[Line], caption: Line, size: float) -> Sequence[Line]:
    """Return the lines above a caption that are labels, among which a title may be, but not before them."""
    labels: list[Line] = []
    found = takewhile(lambda line: _may_be_label(line, caption, size), reversed(before))
    for place, line in enumerate(found, 1):
        if line.size < size or not any(map(str.isalpha, line.text)):
            labels = list(before[-place:])
    return labels


def _may_be_label(line: Line, caption: Line, size: float) -> bool:
    """Whether a line before a caption is not set as the text is, and no sentence."""
    above = line.y > caption.y or line.column == caption.column  # where a graph misstates heights
    apart = abs(line.size - size) > _APART * size or not any(map(str.isalpha, line.text))
    said = line.text.endswith((".", "?", "!")) or _PART.match(line.text) or is_caption(line)
    return (
        above and apart and not (said or line.table or line.fixed or line.note) and len(line.text) <= _LETTERS
    )
