"""Signs of layout that a text keeps: the marker of a list's item, the cells of a table's row."""

import re

_MARKER = re.compile(
    r"[ \t]*(?:[-*•–·]|(?P<number>\d{1,9})[.)]|\((?P<bracketed>\d{1,3})\)|\(?[a-zA-Z]\)|\([ivx]+\))[ \t]+"
)
_COLON = re.compile(r"[:：][*_)\"”’]*$")
_OPEN_END = re.compile(r"(?<=\w )(?:if|unless|when|where|that|to|by|shall|must|either)$")
_CELL = re.compile(r"[^|\s](?:[^|]*[^|\s])?")
_BLANK = r"[^\S\t\n]"
_COLUMN = re.compile(  # apart by a tab or two blanks; two behind a stop only part sentences, on typewriters
    rf"\S+(?:(?:{_BLANK}|(?:(?<=[.!?…])|(?<=[.!?…][\"”’)])){_BLANK}{{2}})(?=\S)\S+)*"
)
_STOPS = (".", "!", "?", "。", "！", "？")
_CELL_WORDS = 8  # of a row without "|"; what has more is prose
_SIGNS = ";,"  # between the cells that a program wrote
_WRITTEN = {sign: re.compile(rf'(?:(?<={sign})|^)(?:"[^"]*"|[^"{sign}])*') for sign in _SIGNS}
_QUOTED = re.compile(r'"[^"]*"')
_THOUSANDS = re.compile(r"\d{3}(?!\d)")


def begins_item(text: str, line: int) -> bool:
    """Say whether the line of a text that begins at ``line`` begins with a list's marker."""
    return bool(_MARKER.match(text, line))


def number_of(text: str, line: int) -> int:
    """Return the number that is the marker of the line of a text that begins at ``line``, 0 for none."""
    found = _MARKER.match(text, line)
    return int(found["number"] or found["bracketed"] or 0) if found else 0


def introduces(text: str) -> bool:
    """Say whether a text ends with the colon that introduces a list."""
    return bool(_COLON.search(text))


def goes_on(text: str) -> bool:
    """Say whether a text breaks off as a clause does whose rest is a list: "except where"."""
    return bool(_OPEN_END.search(text))


def counts(text: str, line: int) -> str:
    """Return with what the line of a text counts that begins at ``line``: "1", "a", or "" for neither."""
    found = _MARKER.match(text, line)
    mark = found.group().strip(" \t(.)") if found else ""
    return "1" if mark.isdigit() else "a" if mark.isalpha() else ""


def without_marker(item: str) -> str:
    """Return a list's item without its marker."""
    found = _MARKER.match(item)
    return item[found.end() :] if found else item


def cells(row: str) -> list[re.Match[str]]:
    """Return the cells of a table's row, in order, without the blanks around them.

    They are apart by "|", in a row without it by tabs or runs of blanks, or as a program writes them.
    """
    sign = written_with(row)
    return list((_WRITTEN[sign] if sign else _CELL if "|" in row else _COLUMN).finditer(row))


def columns(line: str) -> int:
    """Return into how many cells tabs, runs of blanks or a program's signs cut a line, 0 where none do."""
    found = [] if "|" in line else cells(line)
    short = all(len(_QUOTED.sub("", cell.group()).split()) <= _CELL_WORDS for cell in found)
    return len(found) if short and not line.endswith(_STOPS) else 0


def written_with(line: str) -> str:
    """Return the sign that parts the cells of a row that a program wrote, "A1,Red,41.2", "" for another line.

    No blank stands behind it, as it does in prose, and it is no part of a number.
    """
    bare = _QUOTED.sub("", line)
    if "|" in line or len(_COLUMN.findall(line)) > 1:
        return ""
    for sign in _SIGNS:
        others = bare.split(sign)[1:]
        parted = sum(not _THOUSANDS.match(part) for part in others)
        if parted > 1 and not any(part[:1].isspace() for part in others):
            return sign
    return ""
