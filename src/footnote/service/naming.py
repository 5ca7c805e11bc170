"""The title of each article before what is told from it, where an answer rests on several.

A reader of "the alarm was not switched off" must see at once whether the firm says so or its workers.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import groupby

from footnote.marks import quoted
from footnote.schema import Answer

_ITEM = re.compile(r"^- ", re.MULTILINE)


def with_titles(answer: Answer, titles: Mapping[str, str], least: int = 2) -> Answer:
    """Return a whole answer with the titles, a line for each article in turn, if it cites ``least`` of them.

    A list stays as it is. ``titles`` are those of the articles by their ids.
    """
    cited = {one.article_id for one in answer.citations}
    if len(cited) < least or _ITEM.search(answer.answer):
        return answer
    lines = []
    for article_id, parts in groupby(_parts(answer), lambda part: part[0]):
        said = " ".join(text for _, text in parts)
        lines.append(f"{quoted(titles[article_id])}: {said}" if article_id else said)
    return replace(answer, answer="\n".join(lines))


def _parts(answer: Answer) -> Iterator[tuple[str, str]]:
    """Yield an article's id and what is told from it up to a mark, in turn; at last what has no mark."""
    place = 0
    for one in answer.citations:
        mark = f"[{one.number}]"
        end = answer.answer.find(mark, place) + len(mark)
        if end < place + len(mark):  # it stands before another's
            continue
        yield one.article_id, answer.answer[place:end].strip()
        place = end
    if rest := answer.answer[place:].strip():
        yield "", rest
