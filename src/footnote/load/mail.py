"""A mail saved as .eml becomes text: its subject the title, its sender the author."""

import re
from email import policy
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import getaddresses, parsedate_to_datetime
from typing import cast

from footnote.errors import FootnoteError
from footnote.load import html
from footnote.load.encoding import decode
from footnote.load.sent import Extract, Sent

_FLOWED = re.compile(r"(?m)(?<! )(?<!^--) \r?\n(?!>)(?=\S)")  # RFC 3676: a blank before a line's end


def read(sent: Sent) -> Extract:
    """Read a mail's text, else its HTML; attachments are named in what was dropped.

    Raises:
        InvalidInput: it is no mail, or has no text in it.
    """
    try:
        return _read(sent)
    except (FootnoteError, MemoryError):
        raise
    except Exception as error:  # the parser raises much on headers that are odd enough
        raise sent.refused("cannot be read as a mail", "Paste its text.") from error


def _read(sent: Sent) -> Extract:
    mail = BytesParser(policy=policy.default).parsebytes(sent.data)
    if not any(_raw(mail, name) for name in ("from", "subject", "date", "message-id")):
        raise sent.refused("is no mail: it has neither sender, subject nor date", "Paste its text.")
    body = cast("EmailMessage | None", mail.get_body(preferencelist=("plain", "html")))
    extract = _content(body, sent) if body is not None else Extract("")
    if not re.search(r"\w", extract.text):
        raise sent.refused("is a mail without any text", "Paste the article's text.")
    named = [f"(attachment: {part.get_filename() or part.get_content_type()})" for part in _attached(mail)]
    return Extract(
        text=extract.text,
        title=_decoded(_raw(mail, "subject")) or extract.title,
        author=", ".join(_decoded(name) or address for name, address in getaddresses([_raw(mail, "from")])),
        date=_date(_raw(mail, "date")) or extract.date,
        language=extract.language,
        dropped=(*extract.dropped, *named),
    )


def _raw(mail: EmailMessage, name: str) -> str:
    """Return a header as it was sent, "" where there is none; bytes beyond ASCII are read as UTF-8.

    The parsed headers are not used: on one that is odd enough the library's parser fails.
    """
    raw = next((str(value) for key, value in mail.raw_items() if key.casefold() == name), "")
    return " ".join(raw.encode("utf-8", "surrogateescape").decode("utf-8", "replace").split())


def _decoded(words: str) -> str:
    """Return a header's words with encoded ones (RFC 2047) decoded, as they stand where that fails."""
    try:
        return str(make_header(decode_header(words)))
    except (HeaderParseError, LookupError, ValueError):  # an encoding that does not exist, or is broken
        return words


def _content(part: EmailMessage, sent: Sent) -> Extract:
    data = cast("bytes", part.get_payload(decode=True) or b"")
    of_part = Sent(data, sent.name, sent.field, sent.max_chars, part.get_content_charset() or "")
    if part.get_content_type() == "text/html":
        return html.read(of_part)
    text = decode(of_part)
    return Extract(_FLOWED.sub(" ", text) if part.get_param("format") == "flowed" else text)


def _attached(mail: EmailMessage) -> list[EmailMessage]:
    return list(mail.iter_attachments()) if mail.is_multipart() else []


def _date(header: str) -> str:
    try:
        return parsedate_to_datetime(header).date().isoformat()
    except ValueError:
        return ""
