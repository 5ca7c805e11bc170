"""A Word document becomes text (python-docx): headings, paragraphs, list items, tables a line a row."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile, ZipFile

from footnote.errors import FootnoteError, TooLarge
from footnote.load.byline import find_byline, stated_author
from footnote.load.dates import iso_date
from footnote.load.sent import Extract, Sent

if TYPE_CHECKING:
    from docx.document import Document

_LARGEST = 100 << 20  # bytes of all that is packed in the file, unpacked
_MOST_PARTS = 5_000
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # the same text once more
_PUBLISHED = re.compile(rb"PublishDate>(\d{4}-\d\d-\d\d)")
_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_OTHERS = {  # a part that tells what else the archive is
    "xl/workbook.xml": "an Excel workbook",
    "ppt/presentation.xml": "a PowerPoint presentation",
    "META-INF/container.xml": "an EPUB book",
    "content.xml": "an OpenDocument file",
}


def read(sent: Sent) -> Extract:
    """Read a .docx file's text; what its headers and footers say is left out.

    Footnotes, comments and text in pictures are not read.

    Raises:
        InvalidInput: it is no Word document, or broken.
        TooLarge: it unpacks to more than 100 MiB.
    """
    try:
        _check_archive(sent)
        return _read(sent)
    except (FootnoteError, MemoryError):
        raise
    except Exception as error:  # on a broken file the library raises whatever its parts raise
        raise sent.refused(
            "cannot be read as a Word document: it is broken", "Save it anew, or paste its text."
        ) from error


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


def _read(sent: Sent) -> Extract:
    import docx

    document = docx.Document(BytesIO(sent.data))
    blocks = list(_blocks(document.element.body, document))
    text = "\n\n".join(block for _, block in blocks)
    if not re.search(r"\w", text):
        raise sent.refused("is a Word document without any text", "Paste the article's text.")
    said = document.core_properties
    heads = [block.lstrip("# ") for style, block in blocks if style in ("title", "heading 1")]
    return Extract(
        text=text,
        title=said.title or next(iter(heads), ""),
        author=stated_author(said.author),
        date=find_byline(text).date or _published(document),
        language=said.language or "",
        dropped=tuple(_margins(document)),
    )


def _published(document: "Document") -> str:
    """Return the date that the document's cover page gives; when the file was made is another matter."""
    for part in document.part.package.iter_parts():
        if part.partname.startswith("/customXml/") and (found := _PUBLISHED.search(part.blob)):
            return iso_date(found[1].decode())
    return ""


def _blocks(container: Any, document: "Document") -> Iterator[tuple[str, str]]:  # noqa: ANN401  an lxml element
    """Yield (style's name in small letters, text) of what stands in a body, a cell or a content control."""
    rows: list[str] = []  # of neighbouring list items, which belong together
    for element in container.iterchildren():
        style, text = _block(element, document)
        if style == "list":
            rows.append(f"- {text}")
            continue
        if rows:
            yield "list", "\n".join(rows)
            rows = []
        if element.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"):
            yield from _blocks(element, document)
        elif text:
            yield style, text
    if rows:
        yield "list", "\n".join(rows)


def _block(element: Any, document: "Document") -> tuple[str, str]:  # noqa: ANN401
    if element.tag == f"{_W}tbl":
        return "table", "\n".join(_rows(element))
    if element.tag != f"{_W}p":
        return "", ""
    text = _text(element)
    style = _style(element, document)
    if not text:
        return style, ""
    if style == "title":
        return style, f"# {text}"
    if heading := _HEADING.match(style):
        return style, f"{'#' * min(int(heading[1]) + 1, 6)} {text}"
    listed = style.startswith("list") or element.find(f"{_W}pPr/{_W}numPr") is not None
    return ("list" if listed else style), text


def _style(paragraph: Any, document: "Document") -> str:  # noqa: ANN401
    from docx.text.paragraph import Paragraph

    style = Paragraph(paragraph, document).style
    return (style.name or "").casefold() if style is not None else ""


def _rows(table: Any) -> Iterator[str]:  # noqa: ANN401
    for row in table.iterchildren(f"{_W}tr"):
        cells = [
            " ".join(filter(None, (_text(paragraph) for paragraph in cell.iter(f"{_W}p"))))
            for cell in row.iter(f"{_W}tc")
            if next(cell.iterancestors(f"{_W}tr")) is row  # not of a table within
        ]
        if any(cells):
            yield " | ".join(cells)


def _text(paragraph: Any) -> str:  # noqa: ANN401
    """Return a paragraph's text: with what was inserted, without what was deleted or is hidden."""
    pieces: list[str] = []
    for node in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}cr", f"{_W}noBreakHyphen"):
        run = node.getparent()
        hidden = run.find(f"{_W}rPr/{_W}vanish") is not None
        of_other = next(node.iterancestors(f"{_W}p")) is not paragraph or run.tag != f"{_W}r"
        if hidden or of_other or next(node.iterancestors(_FALLBACK), None) is not None:
            continue
        name = node.tag.removeprefix(_W)
        pieces.append(node.text or "" if name == "t" else "-" if name == "noBreakHyphen" else " ")
    return " ".join("".join(pieces).split())


def _margins(document: "Document") -> Iterator[str]:
    for section in document.sections:
        for margin in (section.header, section.footer, section.first_page_header, section.first_page_footer):
            if not margin.is_linked_to_previous:
                yield from (_text(paragraph) for paragraph in margin._element.iter(f"{_W}p"))
