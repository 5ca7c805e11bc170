"""Signs of layout that a text keeps: the marker of a list's item, the cells of a table's row."""

import re

_MARKER = re.compile(r"[ \t]*(?:[-*•–·]|\d+[.)])[ \t]+")
_CELL = re.compile(r"[^|\s](?:[^|]*[^|\s])?")


def begins_item(text: str, line: int) -> bool:
    """Say whether the line of a text that begins at ``line`` begins with a list's marker."""
    return bool(_MARKER.match(text, line))


def without_marker(item: str) -> str:
    """Return a list's item without its marker."""
    found = _MARKER.match(item)
    return item[found.end() :] if found else item


def cells(row: str) -> list[re.Match[str]]:
    """Return the cells of a table's row, in order, without the blanks around them."""
    return list(_CELL.finditer(row))
