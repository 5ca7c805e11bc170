"""The reader of each kind of file."""

from collections.abc import Callable

from footnote.load import docx, html, mail, pdf, plain, subtitles
from footnote.load.kinds import Kind
from footnote.load.sent import Extract, Sent

READERS: dict[Kind, Callable[[Sent], Extract]] = {
    "text": plain.read,
    "markdown": plain.read_markdown,
    "html": html.read,
    "pdf": pdf.read,
    "docx": docx.read,
    "mail": mail.read,
    "subtitles": subtitles.read,
}
