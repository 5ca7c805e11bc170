"""What a paragraph of a Word document says as it now stands, changes accepted."""

import re
from typing import Any

from footnote.load.docx.formula import MATHS, formula

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # the same text once more
GONE = (_FALLBACK, f"{WORD}del", f"{WORD}moveFrom")

_EQUATION = f"{MATHS}oMath"
_SAID = [_EQUATION, *(f"{WORD}{name}" for name in ("t", "tab", "br", "cr", "noBreakHyphen", "sym"))]
_HEXADECIMAL = re.compile(r"[0-9A-Fa-f]{1,8}")
_PRIVATE = 0xF000  # where Word puts the signs of a font that has no letters
_SYMBOL = dict(  # the font Symbol: capitals, small letters, signs from A2 on
    [
        *zip(range(0x41, 0x5B), "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", strict=True),
        *zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True),
        *zip(range(0xA2, 0xBD), "′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…", strict=True),
        *zip((0xC5, 0xC6, 0xC7, 0xC8, 0xCC, 0xCE, 0xD0, 0xD1, 0xD5, 0xD6, 0xD7), "⊕∅∩∪⊂∈∠∇∏√⋅", strict=True),
        *zip((0xDE, 0xE5), "⇒∑", strict=True),
    ]
)
_WINGDINGS = dict(zip((0x4A, 0x6F, 0xA8, 0xDF, 0xE0, 0xFB, 0xFC, 0xFD, 0xFE), "☺☐☐←→✗✓☒☑", strict=True))
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}


def text_of(paragraph: Any) -> str:  # noqa: ANN401  an lxml element
    """Return a paragraph's text: with what was inserted, without what was deleted, moved off or is hidden."""
    said = (_words(node) for node in paragraph.iter(*_SAID) if _is_seen(node, paragraph))
    return " ".join("".join(said).split())


def unread(body: Any) -> list[str]:  # noqa: ANN401
    """Return the signs that stand for no known letter, by their place and font."""
    signs = (node for node in body.iter(f"{WORD}sym") if not _sign(node))
    return [f"(symbol {node.get(f'{WORD}char')} of {node.get(f'{WORD}font')})" for node in signs]


def is_of(node: Any, paragraph: Any) -> bool:  # noqa: ANN401
    """Whether something stands in this paragraph, not in a text box within it, and was not taken out."""
    gone = next(node.iterancestors(*GONE), None) is not None
    return not gone and next(node.iterancestors(f"{WORD}p")) is paragraph


def _is_seen(node: Any, paragraph: Any) -> bool:  # noqa: ANN401
    run = node.getparent()
    written = node.tag == _EQUATION or run.tag == f"{WORD}r"
    return written and run.find(f"{WORD}rPr/{WORD}vanish") is None and is_of(node, paragraph)


def _words(node: Any) -> str:  # noqa: ANN401
    if node.tag == _EQUATION:
        return formula(node)
    name = node.tag.removeprefix(WORD)
    if name == "sym":
        return _sign(node)
    return node.text or "" if name == "t" else "-" if name == "noBreakHyphen" else " "


def _sign(node: Any) -> str:  # noqa: ANN401
    """Return the letter for a sign that is given by a font and its place there, "" where it is not known."""
    given = node.get(f"{WORD}char") or ""
    code = int(given, 16) % 0x10000 if _HEXADECIMAL.fullmatch(given) else 0
    letters = _FONTS.get((node.get(f"{WORD}font") or "").casefold())
    if _PRIVATE <= code < _PRIVATE + 0x100 or letters:
        return (letters or {}).get(code % 0x100, "")
    return chr(code) if chr(code).isprintable() else ""
