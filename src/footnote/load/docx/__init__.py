"""A Word document becomes text (python-docx): headings, paragraphs, list items, tables a line a row."""

import re
from io import BytesIO
from typing import TYPE_CHECKING

from footnote.errors import FootnoteError
from footnote.load.byline import find_byline, stated_author
from footnote.load.dates import iso_date
from footnote.load.docx.archive import check_archive
from footnote.load.docx.blocks import blocks_of
from footnote.load.docx.notes import set_notes
from footnote.load.docx.numbering import Numbering
from footnote.load.docx.parts import margins
from footnote.load.docx.words import WORD, unread
from footnote.load.sent import Extract, Sent

if TYPE_CHECKING:
    from docx.document import Document

_PUBLISHED = re.compile(rb"PublishDate>(\d{4}-\d\d-\d\d)")

_MARK = re.compile(r"(?:\[\d+\])+$")  # of a note


def read(sent: Sent) -> Extract:
    """Read a .docx file's text; what its headers and footers say is left out, as are notes without a mark.

    Comments and text in pictures are not read.

    Raises:
        InvalidInput: it is no Word document, or broken.
        TooLarge: it unpacks to more than 100 MiB, or has too many paragraphs to be read.
    """
    try:
        check_archive(sent)
        return _read(sent)
    except (FootnoteError, MemoryError):
        raise
    except Exception as error:  # on a broken file the library raises whatever its parts raise
        raise _broken(sent) from error


def _broken(sent: Sent) -> FootnoteError:
    return sent.refused("cannot be read as a Word document: it is broken", "Save it anew, or paste its text.")


def _read(sent: Sent) -> Extract:
    import docx

    document = docx.Document(BytesIO(sent.data))
    body = document.element.find(f"{WORD}body")
    if body is None:
        raise _broken(sent)
    unused = set_notes(body, document)
    blocks = list(blocks_of(body, document, Numbering(document)))
    text = "\n\n".join(block.text for block in blocks)
    if not re.search(r"\w", text):
        raise sent.refused("is a Word document without any text", "Paste the article's text.")
    said = document.core_properties
    heads = [block.text.lstrip("# ") for block in blocks if block.kind in ("title", "heading 1")]
    return Extract(
        text=text,
        title=said.title or _MARK.sub("", next(iter(heads), "")),
        author=stated_author(said.author),
        date=find_byline(text).date or _published(document),
        language=said.language or "",
        dropped=(*margins(document), *unused, *unread(body)),
    )


def _published(document: "Document") -> str:
    """Return the date that the document's cover page gives; when the file was made is another matter."""
    for part in document.part.package.iter_parts():
        if part.partname.startswith("/customXml/") and (found := _PUBLISHED.search(part.blob)):
            return iso_date(found[1].decode())
    return ""
