"""What stands below a line that introduces it: items, lines, code, or a single paragraph."""

import re

from footnote.layout import columns, introduces
from footnote.retrieve.lists.kinds import Listed
from footnote.retrieve.lists.marked import marked
from footnote.retrieve.paragraphs import Paragraphs

_QUOTED = re.compile(r"[>*_\s]*[\"“„«‘]")
_ENDED = re.compile(r"[.!?…][\"'”’»)*_]*$")
_GOES_ON = re.compile(r"(?:[;,]|\b(?:and|or))$")
_LINE_WORDS = 20
_MOST_QUOTED = 3  # sentences of a paragraph below a line that introduces it


def below(paragraphs: Paragraphs, lead: int) -> Listed | None:
    """Return what stands below a line that introduces it."""
    if not paragraphs.introduces(lead):
        return None
    first = lead + 1
    if paragraphs.is_item(first):
        return marked(paragraphs, first)
    if paragraphs.fenced_off(lead):
        last = first
        while not paragraphs.fenced_off(last):
            last += 1
        return Listed("code", tuple((n, n) for n in range(first, last + 1)), lead)
    if "|" in paragraphs.words(first) or columns(paragraphs.words(first)) > 1:
        return None  # a row tells nothing without the table's first
    lines = _lines(paragraphs, first)
    if len(lines) > 1:
        return Listed("items", lines, lead)
    # What stood below such a line may be lost; the prose that follows then has nothing to do with it.
    if lines or _QUOTED.match(paragraphs.words(first)):
        return Listed("paragraph", ((first, min(paragraphs.last(first), first + _MOST_QUOTED - 1)),), lead)
    return None


def fenced(paragraphs: Paragraphs, number: int) -> Listed | None:
    """Return the lines of code around one of them, where several stand in one fence."""
    if not paragraphs.in_fence(number):
        return None
    first = last = number
    while first and not paragraphs.fenced_off(first - 1):
        first -= 1
    while not paragraphs.fenced_off(last):
        last += 1
    return Listed("code", tuple((n, n) for n in range(first, last + 1))) if first < last else None


def _lines(paragraphs: Paragraphs, first: int) -> tuple[tuple[int, int], ...]:
    """Return neighbouring lines of a few words that do not end as sentences do."""
    lines: list[tuple[int, int]] = []
    goes_on = False
    for number in range(first, len(paragraphs)):
        words = paragraphs.words(number)
        ended = (_ENDED.search(words) and not goes_on) or introduces(words)
        if ended or paragraphs.last(number) != number or len(words.split()) > _LINE_WORDS:
            break
        if lines and (not paragraphs.next_line(number - 1) or paragraphs.is_item(number)):
            break
        lines.append((number, number))
        goes_on = bool(_GOES_ON.search(words))
    return tuple(lines)
