"""A PDF becomes text (pypdf): columns in order, running heads taken out, paragraphs made whole."""

import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import dropwhile, takewhile
from typing import TYPE_CHECKING, cast

from footnote.errors import FootnoteError, TooLarge
from footnote.load.byline import find_byline, stated_author
from footnote.load.dates import iso_date
from footnote.load.pdf.code import with_code
from footnote.load.pdf.figures import without_labels
from footnote.load.pdf.furniture import without_furniture
from footnote.load.pdf.lines import Line, lines_of
from footnote.load.pdf.paragraphs import blocks, shape_of
from footnote.load.pdf.spaces import add_spaces
from footnote.load.pdf.tables import with_tables
from footnote.load.sent import Extract, Sent

if TYPE_CHECKING:
    from pypdf import PdfReader
    from pypdf.generic import StreamObject

MOST_PAGES = 2_000
_MOST_DRAWING = 24 << 20  # bytes of drawing instructions in all; a page of text has some ten thousand
_LONGEST_METADATA = 1 << 20  # bytes
_FEW_LETTERS = 100  # tell nothing of a page
_LONG_WORDS = 12  # letters, on average; German has some seven, a page of programs' names has nine
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]+")  # other scripts may set no gaps
_PUBLISHED = re.compile(r"\bprism:publicationDate\b[^\d]{1,60}(\d{4}-\d\d-\d\d)")  # an attribute, or in a tag
_NO_TITLE = re.compile(
    r"untitled|microsoft word.*|.*\.(?:docx?|pdf|tex|dvi|indd|qxd|rtf|odt)|slide 1", re.IGNORECASE
)
_NAMED = re.compile(r"[^\W\d_]{2}")  # not a large initial, nor a page's number


@dataclass(frozen=True, slots=True)
class _Pages:
    lines: list[list[Line]]
    pictures: list[int]  # the pages, from 1, that have a picture and no text


def read(sent: Sent) -> Extract:
    """Read a PDF's text.

    Raises:
        InvalidInput: it is broken, encrypted, or scanned so that there is no text in it.
        TooLarge: it has too many pages, too much drawing or too much text.
    """
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells of every flaw that it mends
    try:
        return _read(sent)
    except (FootnoteError, MemoryError):
        raise
    except Exception as error:  # on a broken file the library raises whatever its parts raise
        raise sent.refused(
            "cannot be read as a PDF: it is broken or cut short", "Save it anew, or paste its text."
        ) from error


def _read(sent: Sent) -> Extract:
    reader = _opened(sent)
    pages = _pages(reader, sent)
    if not any(pages.lines):
        raise _without_text(sent, pages)
    kept, dropped = without_furniture(pages.lines)
    coded = with_code(kept if any(kept) else pages.lines)
    shown, labels = without_labels(coded, shape_of([line for page in coded for line in page]).size)
    lines = [line for page in shown for line in with_tables(page)]
    text = "\n\n".join(blocks(lines))
    said = reader.metadata
    return Extract(
        text=text,
        title=_title(said.title if said else None, lines),
        author=stated_author(said.author if said else None),
        date=find_byline(text).date or _published(reader),
        dropped=(
            *dropped,
            *labels,
            *(f"(page {number}: a picture without text)" for number in pages.pictures),
            *(
                f"(page {page[0].page + 1}: words run together)"
                for page in filter(_runs_together, pages.lines)
            ),
        ),
    )


def _opened(sent: Sent) -> "PdfReader":
    from pypdf import PasswordType, PdfReader
    from pypdf.errors import DependencyError

    reader = PdfReader(BytesIO(sent.data))
    if reader.is_encrypted:
        try:
            opened = (
                reader.decrypt("") != PasswordType.NOT_DECRYPTED
            )  # many need a password only to be changed
        except DependencyError:
            opened = False
        if not opened:
            raise sent.refused("is encrypted", "Save it without its password, and send that.")
    count = len(reader.pages)
    if count > MOST_PAGES:
        raise TooLarge(
            f"{sent.name[:200]!r} has {count:,} pages; at most {MOST_PAGES:,} are read. Send a part of it.",
            sent.field,
        )
    return reader


def _pages(reader: "PdfReader", sent: Sent) -> _Pages:
    lines: list[list[Line]] = []
    pictures: list[int] = []
    fonts: set[int] = set()
    characters = drawing = 0
    for number, page in enumerate(reader.pages):
        contents = page.get_contents()
        drawing += len(contents.get_data()) if contents is not None else 0
        if drawing > _MOST_DRAWING:
            raise _too_large(sent, "more drawing than a text needs")
        add_spaces(page, fonts)
        lines.append(lines_of(page, number))
        characters += sum(len(line.text) + 1 for line in lines[-1])
        if characters > 2 * sent.max_chars:  # what is read is counted exactly later
            raise _too_large(sent, f"more than {sent.max_chars:,} characters")
        if not lines[-1] and "/XObject" in (page.get("/Resources") or {}):
            pictures.append(number + 1)
    return _Pages(lines, pictures)


def _runs_together(page: Sequence[Line]) -> bool:
    """Whether a page's words are so long that there must have been gaps between them."""
    words = [word for line in page for word in _LATIN.findall(line.text)]
    return sum(map(len, words)) > max(_FEW_LETTERS, _LONG_WORDS * len(words))


def _too_large(sent: Sent, what: str) -> TooLarge:
    return TooLarge(f"{sent.name[:200]!r} has {what}. Send a part of it.", sent.field)


def _without_text(sent: Sent, pages: _Pages) -> FootnoteError:
    if pages.pictures:
        what = f"is scanned: its {len(pages.lines)} pages are pictures without text"
        return sent.refused(what, "Run text recognition over it (OCRmyPDF does), and send what that makes.")
    return sent.refused("is a PDF without any text", "Paste the article's text.")


def _published(reader: "PdfReader") -> str:
    """Return the date of publication that the file states; when it was made is another matter."""
    try:
        stated = reader.root_object["/Metadata"].get_object()
        said = cast("StreamObject", stated).get_data()[:_LONGEST_METADATA].decode(errors="replace")
    except Exception:  # none, or a broken one, without which the text can be read as well
        return ""
    found = _PUBLISHED.search(said)
    return iso_date(found[1]) if found else ""


def _title(stated: str | None, lines: Sequence[Line]) -> str:
    """Return the stated title unless a program made it up, else the first page's largest line."""
    stated = " ".join((stated or "").split())
    if re.search(r"\w", stated) and not _NO_TITLE.fullmatch(stated):
        return stated
    first = [line for line in lines if line.page == lines[0].page]
    largest = max(line.size for line in first)
    if largest < 1.2 * shape_of(lines).size:
        return ""
    begun = dropwhile(lambda line: line.size <= 0.98 * largest, first)
    title = " ".join(line.text for line in takewhile(lambda line: line.size > 0.98 * largest, begun))
    return title[:300] if _NAMED.search(title) else ""
