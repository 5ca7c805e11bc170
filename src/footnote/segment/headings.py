"""Which lines are headings: marked as one, or short, without an end, above a longer text or a list."""

import re

from footnote.headings import is_bold, is_marked
from footnote.layout import columns
from footnote.segment.clauses import label
from footnote.segment.signs import LIST_ITEM, STOPS, is_ended

_HEADING_WORDS = 14
_LIST_HEADING_WORDS = 8
_LEADING_WORDS = 3  # of a line that leads to a list; "Tags:" does not
_NUMBERED = re.compile(r"\s*(\d{1,2})[.)]\s+(?!.*\b\d+\b)\w{2,}(?:[ ,&/'’()-]+\w+)*")  # "9. THE BERTH"
_SECTION = re.compile(r"\s*(\d{1,2})[.)]\s+(\S.*)")  # "7. Animals"
_TIMED = re.compile(r"\d{1,2}:\d\d\s+\S.*")  # "08:30 What is ammonia?", as whoever reports live has them
# A table's row, an image, a comment, code; an aside, who is quoted, a command.
_NO_HEADING = re.compile(r"\s*(?:\||!\[|<!--|```|[(@]|[-–—]+\s|\$\s)|.*\S[ \t]\|[ \t]\S")


def is_heading(line: str, before: str, following: str, *, marked: bool = False) -> bool:
    """Whether a block is a heading: marked as one, or short, without an end, above a longer text.

    ``marked`` says that the text marks its headings, so that a plain line above a longer text is none.
    """
    if is_marked(line, following):
        return True
    if is_bold(line) and following:
        return not is_bold(following)
    if _is_numbered(line, before, following) or _is_section(line, before, following):
        return True
    if (
        LIST_ITEM.match(line)
        or _NO_HEADING.match(line)
        or len(line.split()) > _HEADING_WORDS
        or not following
        or 1 < columns(line) == columns(before)  # the last row of a table
    ):
        return False
    if unit := label(line):  # one beside another is a table of contents
        return unit not in (label(before), label(following)) and not following[0].islower()
    if is_ended(line, (STOPS.replace("?", "") if _TIMED.fullmatch(line) else STOPS) + ":;,"):
        return False
    if marked and not line.startswith(("**", "__")):
        return _heads_list(line, before, following)
    longer = len(following) > 2 * len(line) and is_ended(following) and not following[0].islower()
    return longer or _heads_list(line, before, following)


def _heads_list(line: str, before: str, following: str) -> bool:
    """Whether a line stands between the end of a text and what leads to a list: "A host shall:"."""
    leads = following.endswith(":") and len(following.split()) >= _LEADING_WORDS
    begins = line[0].isupper() and following[0].isupper() and (not before or is_ended(before))
    return leads and begins and len(line.split()) <= _LIST_HEADING_WORDS and "\n" not in line


def _is_numbered(line: str, before: str, following: str) -> bool:
    """Whether a line is a number and words in capitals above a text, no item of a list beside another."""
    found = _NUMBERED.fullmatch(line)
    if found is None or not following or not line == line.upper() != line.lower():
        return False
    number = int(found[1])
    return _item_number(before) != number - 1 and _item_number(following) != number + 1


def _is_section(line: str, before: str, following: str) -> bool:
    """Whether a line is a number and a few words above what is numbered by it, "7.1", or leads to a list."""
    found = _SECTION.fullmatch(line)
    if found is None or not following or is_ended(line, STOPS + ":;,"):
        return False
    if len(line.split()) > _LIST_HEADING_WORDS + 1:
        return False
    number = int(found[1])
    if following.startswith(f"{number}.1 ") or following.startswith(f"{number}.1. "):
        return True
    others = _item_number(before) == number - 1 or _item_number(following) == number + 1
    return not others and _heads_list(found[2], before, following)


def is_past(heading: str, before: str, line: str) -> bool:
    """Whether a line is a section by itself, "12. Vans", behind "11.2 …" of a section that has a heading."""
    found = _SECTION.fullmatch(heading)
    if found is None or not before.startswith(f"{found[1]}."):
        return False
    return _item_number(line) == int(found[1]) + 1 and _item_number(before) is None


def _item_number(line: str) -> int | None:
    found = re.match(r"\s*(\d{1,2})[.)]\s", line)
    return int(found[1]) if found else None
