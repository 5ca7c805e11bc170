"""Where the paragraphs of a text begin and end, and what their first lines show: a marker, a colon."""

import re
from collections.abc import Sequence

from footnote.fences import around, code_in
from footnote.layout import begins_item, counts, goes_on, introduces, number_of
from footnote.schema import Sentence

_LINE_END = re.compile(r"[ \t]*\n[ \t]*")
# Markers and empty lines, which are no part of a sentence.
_MARKERS = re.compile(r"[\s*•–·\d.()-]*|\s*\(?[a-zA-Z]{1,4}\)\s*")


class Paragraphs:
    """The paragraphs of a text, each told by one of its sentences."""

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self._text = text
        self._sentences = sentences

    def __len__(self) -> int:
        """Return the number of sentences."""
        return len(self._sentences)

    def first(self, number: int) -> int:
        """Return the first sentence of a paragraph."""
        paragraph = self._sentences[number].paragraph
        while number and self._sentences[number - 1].paragraph == paragraph:
            number -= 1
        return number

    def last(self, number: int) -> int:
        """Return the last sentence of a paragraph."""
        paragraph = self._sentences[number].paragraph
        while number + 1 < len(self) and self._sentences[number + 1].paragraph == paragraph:
            number += 1
        return number

    def words(self, number: int) -> str:
        """Return the text of a sentence."""
        return self._text[self._sentences[number].start : self._sentences[number].end]

    def heading(self, number: int) -> str:
        """Return the heading that a sentence stands under."""
        return self._sentences[number].heading

    def is_item(self, number: int) -> bool:
        """Say whether the paragraph of a sentence begins with a list's marker."""
        return begins_item(self._text, self._line(number))

    def marker(self, number: int) -> int:
        """Return the number that the paragraph of a sentence begins with, 0 for none."""
        return number_of(self._text, self._line(number))

    def introduces(self, number: int) -> bool:
        """Say whether a sentence ends its paragraph with a colon and the next one has its heading.

        Before an item it may break off without one: "The Landlord may not do so, except where".
        """
        if not 0 <= number < len(self) - 1 or self.last(number) != number:
            return False
        if self.heading(number) != self.heading(number + 1):
            return False
        words = self.words(number)
        return introduces(words) or (self.is_item(number + 1) and goes_on(words))

    def alike(self, number: int, other: int) -> bool:
        """Say whether two items have markers of one sort: "(a)" below "(2)" is part of that."""
        return counts(self._text, self._line(number)) == counts(self._text, self._line(other))

    def go_together(self, number: int) -> bool:
        """Say whether nothing but a line's end stands between a sentence and the next, below one heading."""
        return self.heading(number) == self.heading(number + 1) and bool(
            _MARKERS.fullmatch(self._between(number))
        )

    def next_line(self, number: int) -> bool:
        """Say whether the next sentence stands on the next line, below the same heading."""
        return self.heading(number) == self.heading(number + 1) and bool(
            _LINE_END.fullmatch(self._between(number))
        )

    def in_fence(self, number: int) -> bool:
        """Say whether a sentence stands in a fence of code."""
        return self._code(number) is not None

    def fenced_off(self, number: int) -> bool:
        """Say whether a fence of code stands between a sentence and the next, if there is one."""
        return number + 1 == len(self) or self._code(number) != self._code(number + 1)

    def _code(self, number: int) -> tuple[int, int] | None:
        return around(code_in(self._text), self._sentences[number].start)

    def _between(self, number: int) -> str:
        return self._text[self._sentences[number].end : self._sentences[number + 1].start]

    def _line(self, number: int) -> int:
        """Return where the line begins in which the paragraph of a sentence does."""
        return self._text.rfind("\n", 0, self._sentences[self.first(number)].start) + 1
