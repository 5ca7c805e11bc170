"""Signs of layout that a text keeps: the marker of a list's item, the cells of a table's row."""

import re

_MARKER = re.compile(r"[ \t]*(?:[-*•–·]|\d+[.)])[ \t]+")
_CELL = re.compile(r"[^|\s](?:[^|]*[^|\s])?")
_BLANK = r"[^\S\t\n]"
_COLUMN = re.compile(  # apart by a tab or two blanks; two behind a stop only part sentences, on typewriters
    rf"\S+(?:(?:{_BLANK}|(?:(?<=[.!?…])|(?<=[.!?…][\"”’)])){_BLANK}{{2}})(?=\S)\S+)*"
)
_CELL_WORDS = 8  # of a row without "|"; what has more is prose


def begins_item(text: str, line: int) -> bool:
    """Say whether the line of a text that begins at ``line`` begins with a list's marker."""
    return bool(_MARKER.match(text, line))


def without_marker(item: str) -> str:
    """Return a list's item without its marker."""
    found = _MARKER.match(item)
    return item[found.end() :] if found else item


def cells(row: str) -> list[re.Match[str]]:
    """Return the cells of a table's row, in order, without the blanks around them.

    They are apart by "|", in a row without it by tabs or runs of blanks.
    """
    return list((_CELL if "|" in row else _COLUMN).finditer(row))


def columns(line: str) -> int:
    """Return into how many cells tabs or runs of blanks cut a line, 0 where it is prose or has "|"."""
    found = [] if "|" in line else cells(line)
    short = all(len(cell.group().split()) <= _CELL_WORDS for cell in found)
    return len(found) if short and not line.endswith((".", "!", "?")) else 0
