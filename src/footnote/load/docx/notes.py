"""Footnotes and endnotes of a Word document, set behind what refers to them: they hold its exceptions."""

from collections.abc import Iterator
from itertools import count
from typing import TYPE_CHECKING, Any

from footnote.load.docx.parts import parts_of
from footnote.load.docx.words import GONE, WORD, text_of

if TYPE_CHECKING:
    from docx.document import Document

_KINDS = ("footnote", "endnote")


def set_notes(body: Any, document: "Document") -> list[str]:  # noqa: ANN401  an lxml element
    """Set each note as a paragraph, "[1] …", behind the paragraph, list or table that has its mark.

    Returns:
        The notes to which nothing refers.
    """
    notes = {key: text for kind in _KINDS for key, text in _notes(document, kind)}
    numbers = count(1)
    places: dict[Any, Any] = {}  # the last note behind each paragraph, list or table
    for kind in _KINDS:
        for reference in list(body.iter(f"{WORD}{kind}Reference")):
            text = notes.pop((kind, _id(reference)), "") if _is_seen(reference) else ""
            if text:
                mark = f"[{next(numbers)}]"
                reference.addnext(_words(mark))
                place = _whole(next(reference.iterancestors(f"{WORD}p")))
                note = _paragraph(f"{mark} {text}")
                places.get(place, place).addnext(note)
                places[place] = note
    return list(notes.values())


def _notes(document: "Document", kind: str) -> Iterator[tuple[tuple[str, str], str]]:
    for root in parts_of(document, f"{kind}s"):
        for note in root.iter(f"{WORD}{kind}"):
            if text := " ".join(filter(None, map(text_of, note.iter(f"{WORD}p")))):
                yield (kind, _id(note)), text


def _is_seen(reference: Any) -> bool:  # noqa: ANN401
    hidden = reference.getparent().find(f"{WORD}rPr/{WORD}vanish") is not None
    return not hidden and next(reference.iterancestors(*GONE), None) is None


def _whole(paragraph: Any) -> Any:  # noqa: ANN401
    """Return what a note on a paragraph stands behind: the table around it, or the last item of its list."""
    for table in paragraph.iterancestors(f"{WORD}tbl"):
        paragraph = table
    while (style := _listed(paragraph)) and _listed(following := paragraph.getnext()) == style:
        paragraph = following
    return paragraph


def _listed(paragraph: Any) -> tuple[str, bool] | None:  # noqa: ANN401
    """Return the style of an item, and whether it is numbered by itself; None for what is no item."""
    if paragraph is None or paragraph.tag != f"{WORD}p":
        return None
    style = paragraph.find(f"{WORD}pPr/{WORD}pStyle")
    name = "" if style is None else str(style.get(f"{WORD}val"))
    numbered = paragraph.find(f"{WORD}pPr/{WORD}numPr") is not None
    return (name, numbered) if numbered or name.startswith("List") else None


def _paragraph(text: str) -> Any:  # noqa: ANN401
    from docx.oxml import OxmlElement

    paragraph, run = OxmlElement("w:p"), OxmlElement("w:r")
    run.append(_words(text))
    paragraph.append(run)
    return paragraph


def _words(text: str) -> Any:  # noqa: ANN401
    from docx.oxml import OxmlElement

    element = OxmlElement("w:t")
    element.text = text
    return element


def _id(note: Any) -> str:  # noqa: ANN401
    return note.get(f"{WORD}id") or ""
