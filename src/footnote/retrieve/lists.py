"""The lists of a text: which sentences are one item each, and the line that introduces them.

An item begins with a marker, is a line of code in a fence, or is one of the sentences of a paragraph that
begin with "First", "Second" and so on. What stands between two numbers that follow each other is part of the
item before it, as the command below "1. Run:" is.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from footnote.layout import introduces
from footnote.retrieve.paragraphs import Paragraphs
from footnote.schema import Sentence

_ORDINALS = tuple(
    re.compile(rf"(?:{words}),?\s")
    for words in (r"First|Firstly", "Second|Secondly", "Third|Thirdly", "Fourth|Fourthly", "Fifth", "Sixth")
)
_FINALLY = re.compile(r"(?:Finally|Lastly),?\s")
_SEVERAL = re.compile(
    r"\b(?:several|some|many|number of|these|following|two|three|four|five|six)\b", re.IGNORECASE
)
_QUOTED = re.compile(r"[>*_\s]*[\"“„«‘]")
_ENDED = re.compile(r"[.!?…][\"'”’»)*_]*$")
_GOES_ON = re.compile(r"(?:[;,]|\b(?:and|or))$")
_LINE_WORDS = 20
_BELOW_NUMBER = 8  # sentences that an item may have below its own paragraph
_MOST = 100  # items, or lists side by side, that are looked at; nobody wants so many
_MOST_QUOTED = 3  # sentences of a paragraph below a line that introduces it
Kind = Literal["items", "steps", "code", "ordinals", "paragraph"]


@dataclass(frozen=True, slots=True)
class Listed:
    """A list: the first and the last sentence of each item, the one that introduces it, if any does.

    A ``paragraph`` is what alone stands below such a line: a quotation, or a line that is no sentence.
    """

    kind: Kind
    items: tuple[tuple[int, int], ...]
    lead: int | None = None


class Lists:
    """The lists of a text."""

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self._of = Paragraphs(text, sentences)

    def __iter__(self) -> Iterator[Listed]:
        """Yield each list of marked items, in order."""
        number = 0
        while number < len(self._of):
            last = self._of.last(number)
            if self._of.is_item(number):
                found = self._from([(number, last)])
                last = found.items[-1][1]
                yield found
            number = last + 1

    def at(self, number: int) -> Listed | None:
        """Return the list that a sentence is part of or introduces, None where there is none."""
        if self._of.is_item(number):
            return self._part_of_item(number) or self._marked(number)
        return self._below(number) or self._around(number) or self._ordinals(number)

    def beside(self, found: Listed) -> list[Listed]:
        """Return a list and those next to it under its heading, each introduced, in order."""
        parts, heading = [found], self._of.heading(found.items[0][0])
        while len(parts) < _MOST and (lead := parts[0].lead) and self._of.is_item(lead - 1):
            if self._of.heading(lead - 1) != heading:
                break
            parts.insert(0, self._marked(lead - 1))
        while len(parts) < _MOST and (following := parts[-1].items[-1][1] + 1) < len(self._of):
            part = self._below(following)
            if part is None or part.kind not in ("items", "steps") or self._of.heading(following) != heading:
                break
            parts.append(part)
        return parts

    def _part_of_item(self, number: int) -> Listed | None:
        """Return the list that an item introduces, as "(2) It does not apply to:" does with "(a)"."""
        introduced = self._of.introduces(number) and self._of.is_item(number + 1)
        return self._marked(number + 1) if introduced and not self._of.alike(number, number + 1) else None

    def _around(self, number: int) -> Listed | None:
        """Return the list that has a sentence below a numbered item, or as a line of code."""
        for above in range(number - 1, max(-1, number - 1 - _BELOW_NUMBER), -1):
            if self._of.heading(above) != self._of.heading(number):
                return None
            if self._of.is_item(above) or self._of.introduces(above):
                found = self._marked(above) if self._of.is_item(above) else self._below(above)
                inside = found is not None and found.kind in ("steps", "code")
                return found if found and inside and number <= found.items[-1][1] else None
        return None

    def _below(self, lead: int) -> Listed | None:
        """Return what stands below a line that introduces it."""
        if not self._of.introduces(lead):
            return None
        first = lead + 1
        if self._of.is_item(first):
            return self._marked(first)
        if self._of.fenced_off(lead):
            last = first
            while not self._of.fenced_off(last):
                last += 1
            return Listed("code", tuple((n, n) for n in range(first, last + 1)), lead)
        if "|" in self._of.words(first):
            return None  # a row tells nothing without the table's first
        lines = self._lines(first)
        if len(lines) > 1:
            return Listed("items", lines, lead)
        # What stood below such a line may be lost; the prose that follows then has nothing to do with it.
        if lines or _QUOTED.match(self._of.words(first)):
            return Listed("paragraph", ((first, min(self._of.last(first), first + _MOST_QUOTED - 1)),), lead)
        return None

    def _lines(self, first: int) -> tuple[tuple[int, int], ...]:
        """Return neighbouring lines of a few words that do not end as sentences do."""
        lines: list[tuple[int, int]] = []
        goes_on = False
        for number in range(first, len(self._of)):
            words = self._of.words(number)
            ended = (_ENDED.search(words) and not goes_on) or introduces(words)
            if ended or self._of.last(number) != number or len(words.split()) > _LINE_WORDS:
                break
            if lines and (not self._of.next_line(number - 1) or self._of.is_item(number)):
                break
            lines.append((number, number))
            goes_on = bool(_GOES_ON.search(words))
        return tuple(lines)

    def _marked(self, number: int) -> Listed:
        """Return the list of an item, from one to the other end of it."""
        items = [(self._of.first(number), self._of.last(number))]
        while len(items) < _MOST and (before := self._item_before(items[0][0])) is not None:
            items.insert(0, (before, items[0][0] - 1))
        return self._from(items)

    def _from(self, items: list[tuple[int, int]]) -> Listed:
        """Return the list that begins with these items, with those that follow."""
        while len(items) < _MOST and (following := self._item_after(items[-1])) is not None:
            items[-1] = (items[-1][0], following - 1)
            items.append((following, self._of.last(following)))
        above = items[0][0] - 1
        introduced = self._of.introduces(above) and not (
            self._of.is_item(above) and self._of.alike(above, above + 1)
        )
        lead = above if introduced else None
        numbered = all(self._of.marker(start) for start, _ in items)
        return Listed("steps" if numbered else "items", tuple(items), lead)

    def _item_before(self, first: int) -> int | None:
        """Return where the item before one begins."""
        number = self._of.marker(first)
        if number == 1:
            return None
        if first and self._is_next(first - 1, first):
            return self._of.first(first - 1)
        return self._numbered(range(first - 1, first - 2 - _BELOW_NUMBER, -1), number - 1, first)

    def _item_after(self, item: tuple[int, int]) -> int | None:
        """Return where the item after one begins."""
        number, following = self._of.marker(item[0]), item[1] + 1
        if following < len(self._of) and self._is_next(item[1], following):
            return None if self._of.marker(following) == 1 else following
        wanted = number + 1 if number else 0
        return self._numbered(range(following, following + _BELOW_NUMBER), wanted, item[0])

    def _is_next(self, number: int, following: int) -> bool:
        """Say whether the paragraphs of a sentence and of the next are items of one list."""
        both = self._of.is_item(number) and self._of.is_item(following)
        return both and self._of.alike(number, following) and self._of.go_together(number)

    def _numbered(self, among: range, wanted: int, beside: int) -> int | None:
        """Return which sentence begins the item with a number, below the same heading."""
        for number in among if wanted > 0 else ():
            if not 0 <= number < len(self._of) or self._of.heading(number) != self._of.heading(beside):
                return None
            if self._of.marker(number):
                return self._of.first(number) if self._of.marker(number) == wanted else None
        return None

    def _ordinals(self, number: int) -> Listed | None:
        """Return what a paragraph counts up after a sentence that speaks of several."""
        first = self._of.first(number)
        starts: list[int] = []
        for n in range(first, self._of.last(number) + 1):
            place, words = len(starts), self._of.words(n)
            if (place < len(_ORDINALS) and _ORDINALS[place].match(words)) or (
                place > 1 and _FINALLY.match(words)
            ):
                starts.append(n)
        if len(starts) < 2 or starts[0] == first or not starts[0] - 1 <= number <= starts[-1]:
            return None
        if not _SEVERAL.search(self._of.words(starts[0] - 1)):
            return None
        items = [(start, following - 1) for start, following in pairwise(starts)]
        return Listed("ordinals", (*items, (starts[-1], starts[-1])), starts[0] - 1)
