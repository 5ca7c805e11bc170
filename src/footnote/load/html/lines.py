"""What a page shows line by line (<pre>): its line ends are put aside, to be found again in the article."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_MARKS = "\ufdd0\ufdd1\ufdd2\ufdd3"  # what no text has in it and nothing takes for a blank
_OPENED, _CLOSED, _LINE_END, _BLANK = tuple(_MARKS)
_SHOWN = re.compile(f"{_OPENED}([^{_OPENED}{_CLOSED}]*){_CLOSED}?")
_UNMARKED = str.maketrans(_MARKS, " " * len(_MARKS))
_RESTORED = str.maketrans(_LINE_END + _BLANK, "\n ")
_RUN = re.compile(r"[ \t\r\n\f]+")
_LINE_ENDS = re.compile(r"\r\n?|\n")
_WORD = re.compile(r"[(\"'“‘„«]*[^\W\d_]+(?:['’-][^\W\d_]+)*[.,;:!?)\"'”’»]*")
_WORDS_OF_PROSE = 0.8  # of all its words
_LINE_OF_PROSE = 30  # code points, at least, on the average


def fold_blanks(page: "Element") -> None:
    """Make one blank of each run of them, as a page does, but for those in <pre>, which become marks."""
    for shown in page.iter("pre"):
        for node in shown.iter("*"):
            node.text = _put_aside(node.text)
            node.tail = node.tail if node is shown else _put_aside(node.tail)
        shown.text = _OPENED + (shown.text or "")
        if len(shown):
            shown[-1].tail = (shown[-1].tail or "") + _CLOSED
        else:
            shown.text += _CLOSED
    for node in page.iter("*"):
        node.text = node.text and _RUN.sub(" ", node.text)
        node.tail = node.tail and _RUN.sub(" ", node.tail)
        for name, value in node.items():
            if "\n" in value:
                node.set(name, _RUN.sub(" ", value))


def _put_aside(text: str | None) -> str | None:
    if not text:
        return text
    text = _LINE_ENDS.sub(_LINE_END, text.expandtabs(4))
    return re.sub(f"(?<={_LINE_END}) | (?= )|(?<= ) ", _BLANK, text)


def folded(text: str) -> str:
    """Return a text with its blanks and line ends folded into one blank each."""
    return " ".join(text.translate(_UNMARKED).split())


def pieces(text: str) -> list[str]:
    """Return by turns running text and what was shown line by line; the first and the last are running."""
    return _SHOWN.split(text)


def as_shown(piece: str) -> str:
    """Return what was shown line by line, as it was; between fences, unless it is prose."""
    lines = [line.rstrip() for line in piece.translate(_RESTORED).splitlines()]
    shown = "\n".join(lines).strip("\n")
    if not shown.strip() or _is_prose(shown):
        return shown
    fence = "~~~" if "```" in shown else "```"
    return f"{fence}\n{shown}\n{fence}"


def _is_prose(shown: str) -> bool:
    """Say whether lines are of a letter or a poem, not of code, a drawing or a table."""
    words, lines = shown.split(), [line for line in shown.split("\n") if line]
    plain = sum(bool(_WORD.fullmatch(word)) for word in words)
    return plain >= _WORDS_OF_PROSE * len(words) and len(shown) >= _LINE_OF_PROSE * len(lines)
