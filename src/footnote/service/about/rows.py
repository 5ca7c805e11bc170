"""The rows of a table that a question wants: all of them with a column that it names, or two to compare.

"List all kettles with prices", "compare the Orvane and the Bellamy". What has no row of its own, but a
section, is told by the first sentence of that.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from footnote.layout import cells
from footnote.retrieve.tables import heads
from footnote.schema import Answer, Sentence, Span
from footnote.service.about.lookedup import Line, Opened, looked_up
from footnote.summarise.features import content_stems
from footnote.utterance import plain

_MOST = 20
_PLEASE = r"(?:(?:please|can you|could you|now|and|ok|okay) )*"
_DEMAND = r"(?:list|show|give|name|tell|write down|put)(?: me| us)?"
_LIST = re.compile(
    rf"{_PLEASE}{_DEMAND} (?P<all>(?:all|every|each)(?: of)? )?(?:(?:the|their|its) )?"
    r"(?P<things>(?!(?:an?|one|any|some)\b)\S.*?)"
    r"(?: (?:with|and|by|plus|including) (?:(?:all|the|their|its|each|of) )*(?P<column>\S.*?))?"
    r"(?: (?:in|from|of) (?:the table|article))?(?: please)?"
)
_COMPARE = re.compile(
    rf"{_PLEASE}(?:compare|contrast) (?:the )?(?P<one>\S.*?) "
    r"(?:and|with|to|vs|versus|against) (?:the )?(?P<other>\S.*?)(?: please)?"
)


@dataclass(frozen=True, slots=True)
class _Table:
    """A table: the row that names its columns, the rows below it, and its heading."""

    head: Sentence
    rows: tuple[Sentence, ...]


def rows(question: str, opened: Opened) -> Answer | None:
    """Return the rows that a question wants, below the one that names their cells; None for another."""
    said = plain(question)
    if match := _COMPARE.fullmatch(said):
        return _compared(question, match["one"], match["other"], opened)
    match = _LIST.fullmatch(said)
    if match is None or not (match["all"] or match["column"]):
        return None
    wanted = [t for t in _tables(opened) if _is_wanted(match["things"], match["column"] or "", t, opened)]
    if len(wanted) != 1 or len(wanted[0].rows) > _MOST:
        return None
    return looked_up(question, _lines(wanted[0].head, wanted[0].rows, opened))


def _is_wanted(things: str, column: str, table: _Table, opened: Opened) -> bool:
    """Say whether a table has the column that is to be told, or is one of the things by heading or column."""
    named, headed = _stems(_text(table.head, opened), opened), _stems(table.head.heading, opened)
    asked, told = _stems(things, opened), _stems(column, opened)
    if not told:
        return bool(asked) and (asked <= named or asked <= headed)
    return told <= named and asked <= named | headed | _stems(opened.article.title, opened)


def _compared(question: str, one: str, other: str, opened: Opened) -> Answer | None:
    """Return the two rows of a table that are called so, or the first sentences of two such sections."""
    for table in _tables(opened):
        some = [_called(name, table.rows, opened) for name in (one, other)]
        if all(len(found) == 1 for found in some) and some[0] != some[1]:
            return looked_up(question, _lines(table.head, [found[0] for found in some], opened))
    sections = [_sections(name, opened) for name in (one, other)]
    if any(len(found) != 1 for found in sections) or sections[0] == sections[1]:
        return None
    firsts = [found[0] for found in sections]
    return looked_up(question, [Line(f"- {s.heading}:", (_span(s, opened),)) for s in firsts])


def _called(name: str, among: Sequence[Sentence], opened: Opened) -> list[Sentence]:
    """Return the rows whose first cell has all words of a name."""
    asked = _stems(name, opened)
    firsts = [(one, next(iter(cells(_text(one, opened))), None)) for one in among]
    return [one for one, first in firsts if asked and first and asked <= _stems(first.group(), opened)]


def _sections(name: str, opened: Opened) -> list[Sentence]:
    """Return the first sentence of each section whose heading has all words of a name."""
    asked = _stems(name, opened)
    firsts = [next(some) for _, some in groupby(opened.sentences, lambda one: one.heading)]
    return [one for one in firsts if asked and asked <= _stems(one.heading, opened)]


def _tables(opened: Opened) -> Iterator[_Table]:
    """Yield the tables whose columns are named."""
    named = heads(opened.article.text, opened.sentences)
    for head, numbers in groupby(range(len(named)), lambda number: named[number]):
        if head is not None:
            yield _Table(opened.sentences[head], tuple(opened.sentences[number] for number in numbers))


def _lines(head: Sentence, some: Sequence[Sentence], opened: Opened) -> list[Line]:
    below = [Line("-", (_span(one, opened),), marked=False) for one in some]
    return [Line("", (_span(head, opened),), marked=False), *below]


def _span(sentence: Sentence, opened: Opened) -> Span:
    """Return a sentence, or a row without the strokes at its ends."""
    row = cells(_text(sentence, opened)) if "|" in _text(sentence, opened) else []
    start, end = (row[0].start(), row[-1].end()) if row else (0, sentence.end - sentence.start)
    return Span.of(opened.article, sentence.start + start, sentence.start + end)


def _text(sentence: Sentence, opened: Opened) -> str:
    return opened.article.text[sentence.start : sentence.end]


def _stems(text: str, opened: Opened) -> frozenset[str]:
    return frozenset(content_stems(text, opened.article.language))
