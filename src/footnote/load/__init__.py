"""A file, a page or pasted text becomes an Article: its words, title, author, date and language.

Text that is sent as text is stored as it was sent, but for CRLF to LF and the removal of a byte order
mark and of NULs. Residue of a web page is left out later, by segmentation, never cut from the text.
Every other format has a reader of its own here, which makes plain text of it: blank lines between
blocks, headings marked as in Markdown. What such a reader left out is in ``Article.dropped``.
"""

from pathlib import Path

from footnote.errors import InvalidInput, TooLarge
from footnote.load import apart
from footnote.load.article import make_article
from footnote.load.kinds import SUFFIXES, Kind, kind_of, suffix_of
from footnote.load.readers import READERS
from footnote.load.sent import Extract, Sent
from footnote.load.title import find_title
from footnote.schema import Article

__all__ = ["SUFFIXES", "find_title", "load_bytes", "load_file", "load_html", "load_text"]

_HEAD = 1_024  # bytes that tell of what kind a file is
_LARGEST = 64 << 20  # bytes of a file that holds more than its text


def load_text(text: str, *, title: str = "", source: str = "pasted text", max_chars: int) -> Article:
    """Make an article of pasted text.

    Args:
        text: the whole article.
        title: a title to use instead of the one that the text itself seems to have.
        source: where the text comes from, as shown to the reader.
        max_chars: the most code points that are taken.

    Raises:
        InvalidInput: the text is blank, has no word in it, or is binary or no valid Unicode.
        TooLarge: the text is longer than ``max_chars``, or the title than 300 characters.
    """
    return make_article(Extract(text), title=title, source=source, max_chars=max_chars)


def load_file(path: Path, *, name: str = "", title: str = "", max_chars: int) -> Article:
    """Make an article of a file of any kind in ``SUFFIXES``, its encoding detected.

    Args:
        path: where the file lies.
        name: the file's name as the reader knows it, if it differs from the path's.
        title: as for ``load_text``.
        max_chars: as for ``load_text``.

    Raises:
        InvalidInput: no such file, another kind of file, or one that cannot be read.
        TooLarge: the file holds more than ``max_chars``.
    """
    shown = name or path.name
    known = shown if suffix_of(shown) in SUFFIXES else path.name
    try:
        with path.open("rb") as file:
            head = Sent(file.read(_HEAD), shown, "file", max_chars)
            kind = kind_of(head, suffix_of(known))
            _check_size(path.stat().st_size, kind, head)
            data = head.data + file.read()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise InvalidInput(f"{shown!r} cannot be read: {reason}. Check the name.", "file") from error
    return _load(Sent(data, shown, "file", max_chars), kind, title=title, source=shown)


def load_bytes(
    data: bytes,
    *,
    name: str,
    content_type: str = "",
    field: str = "file",
    source: str = "",
    title: str = "",
    max_chars: int,
) -> Article:
    """Make an article of bytes that were received, such as the body of an HTTP reply.

    Args:
        data: the whole body, its transfer and content encodings undone.
        name: a file's name or the address; it is named in errors, and its suffix tells the kind
            where ``content_type`` does not.
        content_type: the header's value, such as ``text/html; charset=utf-8``.
        field: the argument of the public interface that errors name, such as ``url``.
        source: where it comes from, as shown to the reader; ``name`` where it is not given.
        title: as for ``load_text``.
        max_chars: as for ``load_text``.

    Raises:
        InvalidInput: it is of a kind that is not read, or has no article in it.
        TooLarge: it holds more than ``max_chars``.
    """
    sent = Sent(data, name, field, max_chars, _charset(content_type))
    kind = kind_of(sent, suffix_of(name), content_type)
    _check_size(len(data), kind, sent)
    return _load(sent, kind, title=title, source=source or name)


def load_html(
    data: bytes | str, *, source: str, title: str = "", charset: str = "", field: str = "file", max_chars: int
) -> Article:
    """Make an article of a web page.

    Args:
        data: the page; of bytes the encoding is found by mark, UTF-8, ``charset``, ``meta`` or content.
        source: the page's address or file, as shown to the reader and named in errors.
        title: as for ``load_text``; where it is not given the page's own is taken.
        charset: what the HTTP header says of the encoding.
        field: the argument of the public interface that errors name, such as ``url``.
        max_chars: as for ``load_text``, of the article's text, not of the page's.

    Raises:
        InvalidInput: the page is no text, or has no article in it.
        TooLarge: its article is longer than ``max_chars``.
    """
    if isinstance(data, str):
        data, charset = data.encode("utf-8", errors="replace"), "utf-8"
    return _load(Sent(data, source, field, max_chars, charset), "html", title=title, source=source)


def _load(sent: Sent, kind: Kind, *, title: str, source: str) -> Article:
    extract = apart.read(kind, sent) if apart.is_wanted(kind, sent) else READERS[kind](sent)
    try:
        return make_article(extract, title=title, source=source, max_chars=sent.max_chars)
    except InvalidInput as error:
        field = sent.field if error.field == "text" else error.field
        raise type(error)(f"{sent.name[:200]!r}: {error}", field) from error


def _check_size(size: int, kind: Kind, sent: Sent) -> None:
    """Refuse what cannot but hold too much text, before it is read."""
    if kind in ("text", "markdown") and size > 4 * sent.max_chars:  # no encoding takes more than four bytes
        what = f"is larger than {sent.max_chars:,} characters"
    elif size > max(_LARGEST, 4 * sent.max_chars):
        what = f"is larger than {_LARGEST >> 20} MiB"
    else:
        return
    raise TooLarge(f"{sent.name[:200]!r} {what}. Send a part of it.", sent.field)


def _charset(content_type: str) -> str:
    from email.message import Message

    header = Message()
    header["content-type"] = content_type.replace("\r", " ").replace("\n", " ")
    return header.get_content_charset() or ""
