"""The lists of a text: which sentences are one item each, and the line that introduces them.

An item begins with a marker, is a line of code in a fence, or is one of the sentences of a paragraph that
begin with "First", "Second" and so on. What stands between two numbers that follow each other is part of the
item before it, as the command below "1. Run:" is.
"""

from collections.abc import Iterator, Sequence

from footnote.retrieve.lists.below import below, fenced
from footnote.retrieve.lists.kinds import Listed
from footnote.retrieve.lists.marked import BELOW_NUMBER, MOST, marked, marked_from
from footnote.retrieve.lists.ordinals import ordinals
from footnote.retrieve.paragraphs import Paragraphs
from footnote.schema import Sentence


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
                found = marked_from(self._of, [(number, last)])
                last = found.items[-1][1]
                yield found
            number = last + 1

    def at(self, number: int) -> Listed | None:
        """Return the list that a sentence is part of or introduces, None where there is none."""
        if self._of.is_item(number):
            return self._part_of_item(number) or marked(self._of, number)
        found = below(self._of, number) or self._around(number)
        return found or fenced(self._of, number) or ordinals(self._of, number)

    def beside(self, found: Listed) -> list[Listed]:
        """Return a list and those next to it under its heading, each introduced, in order."""
        parts, heading = [found], self._of.heading(found.items[0][0])
        while len(parts) < MOST and (lead := parts[0].lead) and self._of.is_item(lead - 1):
            if self._of.heading(lead - 1) != heading:
                break
            parts.insert(0, marked(self._of, lead - 1))
        while len(parts) < MOST and (following := parts[-1].items[-1][1] + 1) < len(self._of):
            part = below(self._of, following)
            if part is None or part.kind not in ("items", "steps") or self._of.heading(following) != heading:
                break
            parts.append(part)
        return parts

    def _part_of_item(self, number: int) -> Listed | None:
        """Return the list that an item introduces, as "(2) It does not apply to:" does with "(a)"."""
        introduced = self._of.introduces(number) and self._of.is_item(number + 1)
        return marked(self._of, number + 1) if introduced and not self._of.alike(number, number + 1) else None

    def _around(self, number: int) -> Listed | None:
        """Return the list that has a sentence below a numbered item, or as a line of code."""
        for above in range(number - 1, max(-1, number - 1 - BELOW_NUMBER), -1):
            if self._of.heading(above) != self._of.heading(number):
                return None
            if self._of.is_item(above) or self._of.introduces(above):
                found = marked(self._of, above) if self._of.is_item(above) else below(self._of, above)
                inside = found is not None and found.kind in ("steps", "code")
                return found if found and inside and number <= found.items[-1][1] else None
        return None
