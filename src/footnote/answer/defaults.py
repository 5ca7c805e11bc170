"""Is a value told as the default that is asked for? "If this is set to true, …" tells another."""

import re

from footnote.layout import cells
from footnote.schema import Candidate

_ASKED = re.compile(
    r"\W*(?:what|which)(?:(?:['’]s| is| are) (?:(?!(?:an?|by|in|of|on) )[\w.'’-]+ ){0,3}?defaults?\b|"
    r".* defaults? to\W*$)",
    re.IGNORECASE,
)
_TOLD = re.compile(r"default", re.IGNORECASE)
_PART_END = re.compile(r";|[.!?]\s")
_CLAUSE_END = re.compile(r"[,:;](?!\d)|[.!?]\s")
_CONDITION = re.compile(r"\W*(?:if|when|unless)\b", re.IGNORECASE)


def told_as_asked(question: str, sentence: Candidate, start: int, end: int) -> bool:
    """Say whether a range of a sentence is told to be the default, if a question asks for that."""
    if not _ASKED.match(question):
        return True
    return any(
        map(_TOLD.search, (sentence.below, _column(sentence, start), _clause(sentence.text, start, end)))
    )


def _column(row: Candidate, start: int) -> str:
    """Return the name of the column of a row that a place is in, "" where none is known."""
    own, names = cells(row.text), cells(row.head.text if row.head else "")
    if len(own) != len(names):
        return ""
    return next((name.group() for cell, name in zip(own, names, strict=True) if start < cell.end()), "")


def _clause(text: str, start: int, end: int) -> str:
    """Return the part of a sentence that a range is in; of a condition, "If it is set to true", no more."""
    condition = _around(_CLAUSE_END, text, start, end)
    return condition if _CONDITION.match(condition) else _around(_PART_END, text, start, end)


def _around(cut: re.Pattern[str], text: str, start: int, end: int) -> str:
    first = max((found.end() for found in cut.finditer(text, 0, start)), default=0)
    last = cut.search(text, end)
    return text[first : last.start() if last else len(text)]
