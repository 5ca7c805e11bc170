"""Whether what was sent is a Word document, and one that does not take too long to read."""

from collections.abc import Container, Sequence
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from footnote.errors import TooLarge
from footnote.load.sent import Sent

_LARGEST = 100 << 20  # bytes of all that is packed in the file, unpacked
_MOST_PARTS = 5_000
_MOST_PARAGRAPHS = 100_000  # about as many as are read in a minute
_CELLS = 4  # cells of tables that take no longer than a paragraph
_OTHERS = {  # a part that tells what else the archive is
    "xl/workbook.xml": "an Excel workbook",
    "ppt/presentation.xml": "a PowerPoint presentation",
    "META-INF/container.xml": "an EPUB book",
    "content.xml": "an OpenDocument file",
}


def check_archive(sent: Sent) -> None:
    """Refuse what is no Word document, or too large a one.

    Raises:
        InvalidInput: it is another kind of file.
        TooLarge: it unpacks to more than 100 MiB, or has too many paragraphs.
    """
    try:
        with ZipFile(BytesIO(sent.data)) as archive:
            parts = archive.infolist()
    except BadZipFile as error:
        raise sent.refused("is no Word document (.docx)", "Save it as .docx, or paste its text.") from error
    _check_kind({part.filename for part in parts}, sent)
    _check_size(parts, sent)


def _check_kind(names: Container[str], sent: Sent) -> None:
    if "word/document.xml" not in names:
        what = next((what for part, what in _OTHERS.items() if part in names), "a ZIP archive")
        raise sent.refused(f"is {what}, not a Word document", "Unpack it, or save it as .docx, PDF or text.")


def _check_size(parts: Sequence[ZipInfo], sent: Sent) -> None:
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
