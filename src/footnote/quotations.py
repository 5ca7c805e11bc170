"""Quotations that are longer than a sentence, none of whose sentences stands by itself."""

import re
from collections.abc import Sequence

from footnote.schema import Sentence

_QUOTATION_MARK = re.compile(
    r"(?P<opens>(?:(?<=[\s(“\"])|^)[‘'](?=[^\W\d])|(?:(?<=[\s(])|^)\"(?=\w))|"
    r"[“”„\"]|(?<=[\w.,!?…])[’'](?=[\s.,;:)–-]|$)"
)
_CLOSED_BY = {"“": "”", "„": "“", "‘": "’"}
_CLOSING = {"“": "“”", "’": "’'", "'": "’'"}  # for one that waits for the first of them
_LONGEST_QUOTATION = 8  # sentences; what seems longer is a mark that was never closed


def inside_quotation(texts: Sequence[str], sentences: Sequence[Sentence]) -> list[bool]:
    """Return which sentences open, continue or close a quotation that is longer than themselves."""
    mark, held, paragraph, found = "", 0, -1, []
    for text, sentence in zip(texts, sentences, strict=True):
        if sentence.paragraph != paragraph or held > _LONGEST_QUOTATION:
            mark, held = "", 0
        paragraph, before = sentence.paragraph, mark
        mark = open_quotation(text, before)
        held = held + 1 if mark else 0
        found.append(bool(before or mark))
    return found


def around(texts: Sequence[str], number: int) -> tuple[int, int]:
    """Return the first and last sentence of a paragraph's quotation that one of its sentences is part of.

    A sentence that is in none, and a quotation that the paragraph does not close, is by itself.
    """
    mark, first = "", 0
    for place, text in enumerate(texts):
        before, mark = mark, open_quotation(text, mark)
        if not before:
            first = place
        if before and not mark and first <= number <= place:
            return first, place
    return number, number


def open_quotation(text: str, mark: str = "") -> str:
    """Return the mark that closes the quotation which is open after a text, "" where none is.

    ``mark`` closes what is open before it. A single mark after a letter closes only what was opened in
    the same text: it may be an apostrophe.
    """
    opened_here = False
    for match in _QUOTATION_MARK.finditer(text):
        found, opens = match.group(), match["opens"] is not None
        sure = opened_here or found in '“”"' or text[match.start() - 1] in ".,!?…"
        if not mark and (opens or found in "“„"):
            mark, opened_here = _CLOSED_BY.get(found, found), True
        elif mark and not opens and sure and found in _CLOSING.get(mark, mark):
            mark = ""
    return mark
