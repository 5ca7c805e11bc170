"""What a page draws at once, a few words in one font, and what of it makes a line."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile
from math import hypot
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdf import PageObject

_BOLD = re.compile(  # in a font's name; TeX's names are short: CMBX12, CMSSBX10, SFBX1095, SFSX1000
    r"(?i:bold|black|heavy|demi|-medi(?!um))|\b(?:(?:CM|SF|EC)(?:SS)?B(?:X|XTI|XSL)?|SFSX)\d+$"
)
_FIXED = re.compile(  # in a font's name
    r"courier|mono(?!type)|nimbusmon|consol|(?<!uni)code(?!\d)|menlo|(?-i:(?:CM|EC|LM|SF)[A-Z]*TT)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Words drawn at once, with the left end of their baseline."""

    text: str
    x: float
    y: float
    size: float
    bold: bool
    fixed: bool


def pieces_of(page: "PageObject", orientations: tuple[int, ...]) -> list[Piece]:
    """Return what a page draws in one of the orientations, in the order drawn."""
    from pypdf import mult

    pieces: list[Piece] = []

    def visit(text: str, cm: list[float], tm: list[float], font: Any, size: float) -> None:  # noqa: ANN401
        if not text:
            return
        a, b, _, _, x, y = mult(tm, cm)
        name = str((font or {}).get("/BaseFont", "")).rpartition("+")[2]  # behind the mark of a subset
        bold, fixed = _BOLD.search(name) is not None, _FIXED.search(name) is not None
        pieces.append(Piece(text, x, y, abs(size) * hypot(a, b), bold, fixed))

    page.extract_text(orientations=orientations, visitor_text=visit)
    return pieces


def drawn_on(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Return the pieces of each line, from the first that is not blank."""
    drawn: list[list[Piece]] = []
    line: list[Piece] = []

    def end() -> None:
        shown = list(dropwhile(lambda piece: not piece.text.strip(), line))
        if shown:
            drawn.append(shown)
        line.clear()

    for piece in pieces:
        y = piece.y
        for place, text in enumerate(piece.text.split("\n")):
            if place:
                end()
                y -= 1.2 * piece.size  # a piece of several lines says only where its first one is
            line.append(replace(piece, text=text, y=y))
    end()
    return drawn
