"""The numbers that Word shows before paragraphs and headings, which are not in their text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from footnote.load.docx.parts import parts_of
from footnote.load.docx.words import WORD

if TYPE_CHECKING:
    from docx.document import Document

_MOST_STYLES = 20  # of which each is based on the next
_MOST_LETTERED = 200  # the letter is said once more for every 26
_VALUES = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)
_ROMAN = dict(zip(_VALUES, "m cm d cd c xc l xl x ix v iv i".split(), strict=True))


@dataclass(frozen=True, slots=True)
class _Level:
    form: str  # "decimal", "lowerLetter", "bullet"
    text: str  # "%1.%2", in which %1 stands for the number of the first level
    start: int


class Numbering:
    """Counts a document's numbered paragraphs; each must be asked for once, in order."""

    def __init__(self, document: "Document") -> None:
        self._styles = {_own(style, "styleId"): style for style in document.styles.element}
        self._levels: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, Any] = {}
        for root in parts_of(document, "numbering"):
            for one in root.iterchildren(f"{WORD}abstractNum"):
                self._levels[_own(one, "abstractNumId")] = _levels(one)
            self._lists |= {_own(one, "numId"): one for one in root.iterchildren(f"{WORD}num")}
        self._counts: dict[str, dict[int, int]] = {}  # of each abstract list, which several may share
        self._begun: set[str] = set()

    def mark(self, paragraph: Any) -> str | None:  # noqa: ANN401  an lxml element
        """Return what a paragraph in a list has before it, such as "2." or "(a)", "-" for any bullet."""
        number, depth = self._place(paragraph)
        if number not in self._lists:
            return None
        abstract = _value(self._lists[number], "abstractNumId")
        levels = self._levels.get(abstract, {})
        if depth not in levels or levels[depth].form == "bullet":
            return "-"
        counts = self._counts.setdefault(abstract, {})
        if number not in self._begun:
            counts.update(_restarted(self._lists[number]))
            self._begun.add(number)
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        for deeper in [level for level in counts if level > depth]:
            del counts[deeper]
        return re.sub(r"%(\d)", lambda found: _shown(int(found[1]) - 1, levels, counts), levels[depth].text)

    def _place(self, paragraph: Any) -> tuple[str, int]:  # noqa: ANN401
        """Return the list that a paragraph is in and its level, by its own properties or its style's."""
        properties = paragraph.find(f"{WORD}pPr")
        style = _value(properties, "pStyle")
        for _ in range(_MOST_STYLES):
            placed = properties.find(f"{WORD}numPr") if properties is not None else None
            if placed is not None and (number := _value(placed, "numId")):
                return number, _whole(_value(placed, "ilvl"), 0)
            if style not in self._styles:
                break
            properties = self._styles[style].find(f"{WORD}pPr")
            style = _value(self._styles[style], "basedOn")
        return "", 0


def _levels(abstract: Any) -> dict[int, _Level]:  # noqa: ANN401
    return {
        _whole(_own(level, "ilvl"), 0): _Level(
            _value(level, "numFmt"), _value(level, "lvlText"), _whole(_value(level, "start"), 1)
        )
        for level in abstract.iterchildren(f"{WORD}lvl")
    }


def _restarted(one: Any) -> dict[int, int]:  # noqa: ANN401
    """Return what each level of a list has been counted up to where the list begins anew."""
    return {
        _whole(_own(level, "ilvl"), 0): _whole(_value(level, "startOverride"), 1) - 1
        for level in one.iterchildren(f"{WORD}lvlOverride")
        if _value(level, "startOverride")
    }


def _shown(depth: int, levels: Mapping[int, _Level], counts: Mapping[int, int]) -> str:
    """Return the number that a level stands at, in its letters or digits."""
    if depth not in levels:
        return ""
    number = counts.get(depth, levels[depth].start)
    form = levels[depth].form
    text = str(number)
    if form.endswith("Letter") and 0 < number < _MOST_LETTERED:
        text = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
    elif form.endswith("Roman") and 0 < number < 4_000:
        text = _roman(number)
    return text.upper() if form.startswith("upper") else text


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN.items():
        text += letters * (number // value)
        number %= value
    return text


def _whole(digits: str, otherwise: int) -> int:
    return int(digits) if digits.isdecimal() and len(digits) < 10 else otherwise


def _own(element: Any, name: str) -> str:  # noqa: ANN401
    return str(element.get(f"{WORD}{name}") or "")


def _value(element: Any, name: str) -> str:  # noqa: ANN401
    """Return the value of an element's child, "" where there is none."""
    child = element.find(f"{WORD}{name}") if element is not None else None
    return "" if child is None else _own(child, "val")
