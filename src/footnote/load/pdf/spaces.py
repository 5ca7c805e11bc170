"""How wide a space is in a font that has none, lest words that are only drawn apart run together."""

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

_WIDTH = 250  # thousandths of the font's size
_CODE = 0xFFFF  # no glyph has this number: a font has so many at most, counted from 0
_MAPPED = b"\nbeginbfchar\n<FFFF> <0020>\nendbfchar\n"


def add_spaces(page: Any, known: set[int]) -> None:  # noqa: ANN401
    """Add a space to each composite font of a page and of the forms on it; ``known`` are those seen before.

    Where a font's map has no space, pypdf takes the code 32 for one, which there is any glyph, and its width
    for that of the gaps between words. A space that the font has comes first in its map, and stays.
    """
    with suppress(Exception):  # a broken font's words are for the extraction to read as well as it can
        for font in _resources(page, "/Font", known):
            if font.get("/Subtype") == "/Type0":
                _add_space(font)
    with suppress(Exception):
        for form in _resources(page, "/XObject", known):
            add_spaces(form, known)


def _resources(drawn: Any, kind: str, known: set[int]) -> Iterator[Any]:  # noqa: ANN401
    if "/Resources" in drawn and kind in drawn["/Resources"]:
        for entry in drawn["/Resources"][kind].values():
            found = entry.get_object()
            if id(found) not in known:
                known.add(id(found))
                yield found


def _add_space(font: Any) -> None:  # noqa: ANN401
    from pypdf.generic import ArrayObject, DecodedStreamObject, NameObject, NumberObject

    mapped = DecodedStreamObject()
    mapped.set_data(font["/ToUnicode"].get_data() + _MAPPED)
    widths = font["/DescendantFonts"][0].get_object()["/W"]
    widths.extend([NumberObject(_CODE), ArrayObject([NumberObject(_WIDTH)])])
    font[NameObject("/ToUnicode")] = mapped
