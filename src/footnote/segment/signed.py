"""Lines below a title that name the author without "By"; they head nothing."""

import re
from collections.abc import Sequence

_NEAR_TITLE = 4  # lines
_NOTE = 3  # lines at the end among which a note says who the author is
_NAME = r"[A-ZÀ-Þ][\w.'’-]*"
_PERSON = rf"{_NAME}(?: (?:{_NAME}|de|da|di|del|den|der|van|von|bin|al|le|la)){{1,3}}"
_AUTHOR = re.compile(_PERSON)
_CREDIT = re.compile(rf"(?:(?:Interview|Text|Words|Story|Report)(?: by|:)|Von|Par) {_PERSON}")


def signatures(lines: Sequence[str], below: int, author: str) -> set[int]:
    """Return the numbers of such lines; the title and what stands above it are the first ``below``.

    A name alone is the author's where it is known to be, or where the text has it once more only, at the
    start of a note at its end.
    """
    known = _letters(author)
    return {
        number
        for number in range(below, min(below + _NEAR_TITLE, len(lines)))
        if (known and _letters(lines[number]) == known) or _signs(lines, number)
    }


def _letters(names: str) -> str:
    """Return some names without the marks of affiliations and what stands between them."""
    return "".join(filter(str.isalpha, names))


def _signs(lines: Sequence[str], number: int) -> bool:
    line = lines[number].strip("*_ ")
    if _CREDIT.fullmatch(line):
        return True
    if not _AUTHOR.fullmatch(line) or sum(one.count(line) for one in lines[number:]) != 2:
        return False
    return any(
        one.lstrip("*_ ").startswith(f"{line} ") for one in lines[max(number + 1, len(lines) - _NOTE) :]
    )
