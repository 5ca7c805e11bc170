"""A Word document becomes text (python-docx): headings, paragraphs, list items, tables a line a row."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile, ZipFile

from footnote.errors import FootnoteError, TooLarge
from footnote.load.byline import find_byline, stated_author
from footnote.load.dates import iso_date
from footnote.load.docx.numbering import Numbering
from footnote.load.docx.parts import outside
from footnote.load.docx.words import GONE, WORD, is_of, text_of, unread
from footnote.load.sent import Extract, Sent

if TYPE_CHECKING:
    from docx.document import Document

_LARGEST = 100 << 20  # bytes of all that is packed in the file, unpacked
_MOST_PARTS = 5_000
_MOST_PARAGRAPHS = 100_000  # about as many as are read in a minute
_CELLS = 4  # cells of tables that take no longer than a paragraph
_CONTAINERS = [f"{WORD}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml")]
_PUBLISHED = re.compile(rb"PublishDate>(\d{4}-\d\d-\d\d)")
_ITEM = re.compile(r"-|\d{1,3}[.)]")  # what stands before an item; others are clauses, each a paragraph
_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_OTHERS = {  # a part that tells what else the archive is
    "xl/workbook.xml": "an Excel workbook",
    "ppt/presentation.xml": "a PowerPoint presentation",
    "META-INF/container.xml": "an EPUB book",
    "content.xml": "an OpenDocument file",
}


def read(sent: Sent) -> Extract:
    """Read a .docx file's text; what its headers and footers say is left out.

    So are footnotes; comments and text in pictures are not read.

    Raises:
        InvalidInput: it is no Word document, or broken.
        TooLarge: it unpacks to more than 100 MiB, or has too many paragraphs to be read.
    """
    try:
        _check_archive(sent)
        return _read(sent)
    except (FootnoteError, MemoryError):
        raise
    except Exception as error:  # on a broken file the library raises whatever its parts raise
        raise _broken(sent) from error


def _broken(sent: Sent) -> FootnoteError:
    return sent.refused("cannot be read as a Word document: it is broken", "Save it anew, or paste its text.")


def _check_archive(sent: Sent) -> None:
    try:
        with ZipFile(BytesIO(sent.data)) as archive:
            parts = archive.infolist()
    except BadZipFile as error:
        raise sent.refused("is no Word document (.docx)", "Save it as .docx, or paste its text.") from error
    names = {part.filename for part in parts}
    if "word/document.xml" not in names:
        what = next((what for part, what in _OTHERS.items() if part in names), "a ZIP archive")
        raise sent.refused(f"is {what}, not a Word document", "Unpack it, or save it as .docx, PDF or text.")
    # The sizes are those declared, and no more than those is ever unpacked.
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _LARGEST:
        raise TooLarge(
            f"{sent.name[:200]!r} unpacks to more than {_LARGEST >> 20} MiB. Paste its text.", sent.field
        )
    if _paragraphs(sent) > _MOST_PARAGRAPHS:
        raise TooLarge(
            f"{sent.name[:200]!r} has more than {_MOST_PARAGRAPHS:,} paragraphs. Send a part of it.",
            sent.field,
        )


def _paragraphs(sent: Sent) -> int:
    """Return how long a document takes to read, in paragraphs; counted in its bytes, without reading it."""
    paragraphs = cells = 0
    with ZipFile(BytesIO(sent.data)) as archive, archive.open("word/document.xml") as document:
        while part := document.read(1 << 20):
            paragraphs += part.count(b"<w:p>") + part.count(b"<w:p ") + part.count(b"<w:p/")
            cells += part.count(b"<w:tc>") + part.count(b"<w:tc ")
    return paragraphs - cells + cells // _CELLS


def _read(sent: Sent) -> Extract:
    import docx

    document = docx.Document(BytesIO(sent.data))
    body = document.element.find(f"{WORD}body")
    if body is None:
        raise _broken(sent)
    blocks = list(_blocks(body, document, Numbering(document)))
    text = "\n\n".join(block.text for block in blocks)
    if not re.search(r"\w", text):
        raise sent.refused("is a Word document without any text", "Paste the article's text.")
    said = document.core_properties
    heads = [block.text.lstrip("# ") for block in blocks if block.kind in ("title", "heading 1")]
    return Extract(
        text=text,
        title=said.title or next(iter(heads), ""),
        author=stated_author(said.author),
        date=find_byline(text).date or _published(document),
        language=said.language or "",
        dropped=(*outside(document), *unread(body)),
    )


def _published(document: "Document") -> str:
    """Return the date that the document's cover page gives; when the file was made is another matter."""
    for part in document.part.package.iter_parts():
        if part.partname.startswith("/customXml/") and (found := _PUBLISHED.search(part.blob)):
            return iso_date(found[1].decode())
    return ""


@dataclass(frozen=True, slots=True)
class _Block:
    kind: str  # "table", "list" of a list's item, else the style's name in small letters
    text: str


def _blocks(container: Any, document: "Document", numbering: Numbering) -> Iterator[_Block]:  # noqa: ANN401
    """Yield what stands in a body, a cell, a text box or a content control, a list's items together."""
    items: list[str] = []
    for block in _each(container, document, numbering):
        if block.kind == "list":
            items.append(block.text)
            continue
        if items:
            yield _Block("list", "\n".join(items))
            items = []
        yield block
    if items:
        yield _Block("list", "\n".join(items))


def _each(container: Any, document: "Document", numbering: Numbering) -> Iterator[_Block]:  # noqa: ANN401
    for element in container.iterchildren():
        if element.tag in _CONTAINERS:
            yield from _each(element, document, numbering)
        elif element.tag == f"{WORD}tbl":
            if rows := "\n".join(_rows(element)):
                yield _Block("table", rows)
        elif element.tag == f"{WORD}p":
            yield from _paragraph(element, document, numbering)


def _paragraph(element: Any, document: "Document", numbering: Numbering) -> Iterator[_Block]:  # noqa: ANN401
    """Yield a paragraph where it has words, and below it the text boxes that are fixed to it."""
    text, style = text_of(element), _style(element, document)
    if text or next(element.iter(*GONE), None) is None:  # Word counts an empty item, too
        mark = numbering.mark(element)
        if text:
            yield _marked(text, style, mark)
    for box in element.iter(f"{WORD}txbxContent"):
        if is_of(box, element):
            yield from _blocks(box, document, numbering)


def _marked(text: str, style: str, mark: str | None) -> _Block:
    """Return a paragraph as a heading, as an item of a list, or with no more than its number."""
    numbered = f"{mark} {text}" if mark else text
    if style == "title":
        return _Block(style, f"# {text}")
    if heading := _HEADING.match(style):
        return _Block(style, f"{'#' * min(int(heading[1]) + 1, 6)} {text if mark == '-' else numbered}")
    if mark is None and style.startswith("list"):
        return _Block("list", f"- {text}")
    return _Block("list" if mark and _ITEM.fullmatch(mark) else style, numbered)


def _style(paragraph: Any, document: "Document") -> str:  # noqa: ANN401
    from docx.text.paragraph import Paragraph

    style = Paragraph(paragraph, document).style
    return (style.name or "").casefold() if style is not None else ""


def _rows(table: Any) -> Iterator[str]:  # noqa: ANN401
    for row in table.iterchildren(f"{WORD}tr"):
        cells = [
            " ".join(filter(None, (text_of(paragraph) for paragraph in cell.iter(f"{WORD}p"))))
            for cell in row.iter(f"{WORD}tc")
            if next(cell.iterancestors(f"{WORD}tr")) is row  # not of a table within
        ]
        if any(cells):
            yield " | ".join(cells)
