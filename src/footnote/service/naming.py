"""The title of each article before what is told from it, where an answer rests on several.

A reader of "the alarm was not switched off" must see at once whether the firm says so or its workers.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import groupby

from footnote.marks import quoted
from footnote.schema import Answer

_MARKS = re.compile(r"(?:\[\d{1,4}\])+(?:\.(?=\s|$))?")
_ITEM = re.compile(r"^- ", re.MULTILINE)


def with_titles(answer: Answer, titles: Mapping[str, str], least: int = 2) -> Answer:
    """Return a whole answer with the titles, a line for each article in turn, if it cites ``least`` of them.

    A list stays as it is. ``titles`` are those of the articles by their ids.
    """
    cited = {one.article_id for one in answer.citations}
    if len(cited) < least or _ITEM.search(answer.answer):
        return answer
    lines = []
    for sources, parts in groupby(_parts(answer), lambda part: part[0]):
        said = " ".join(text for _, text in parts)
        named = ", ".join(quoted(titles[one]) for one in sources)
        lines.append(f"{named}: {said}" if named else said)
    return replace(answer, answer="\n".join(lines))


def _parts(answer: Answer) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the articles of the marks behind each part of an answer, and it; at last what has no mark."""
    place, article_of = 0, {one.number: one.article_id for one in answer.citations}
    for marks in _MARKS.finditer(answer.answer):
        numbers = (int(number) for number in re.findall(r"\d+", marks[0]))
        sources = tuple(dict.fromkeys(article_of[one] for one in numbers if one in article_of))
        yield sources, answer.answer[place : marks.end()].strip()
        place = marks.end()
    if rest := answer.answer[place:].strip():
        yield (), rest
