"""Of what kind some bytes are: by their first bytes where these tell, then by type and name."""

from pathlib import PurePath
from typing import Literal

from footnote.load.sent import Sent

Kind = Literal["text", "markdown", "html", "pdf", "docx", "mail", "subtitles"]

SUFFIXES: dict[str, Kind] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".docx": "docx",
    ".eml": "mail",
    ".srt": "subtitles",
    ".vtt": "subtitles",
}
_TYPES: dict[str, Kind] = {
    "text/plain": "text",
    "text/markdown": "markdown",
    "text/x-markdown": "markdown",
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "message/rfc822": "mail",
    "application/x-subrip": "subtitles",
    "text/vtt": "subtitles",
}
_UNTOLD = ("", "application/octet-stream", "binary/octet-stream")
_SIGNATURES: tuple[tuple[bytes, Kind], ...] = (
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "docx"),
    (b"PK\x05\x06", "docx"),
)
_NOT_READ = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an Office file of before 2007", "Save it as .docx"),
    (b"{\\rtf", "an RTF file", "Save it as .docx"),
    (b"\x89PNG\r\n", "a picture (PNG), binary without text", "Run text recognition over it"),
    (b"\xff\xd8\xff", "a picture (JPEG), binary without text", "Run text recognition over it"),
    (b"GIF8", "a picture (GIF), binary without text", "Run text recognition over it"),
    (b"\x1f\x8b", "packed (gzip), binary", "Unpack it"),
    (b"7z\xbc\xaf\x27\x1c", "packed (7z), binary", "Unpack it"),
    (b"Rar!\x1a\x07", "packed (RAR), binary", "Unpack it"),
)
_HTML_STARTS = (b"<!doctype html", b"<html")
_BLANKS = b" \t\r\n\f\0"


def kind_of(sent: Sent, suffix: str, content_type: str = "") -> Kind:
    """Return of what kind some bytes are.

    Args:
        sent: the bytes, or the first thousand of them.
        suffix: of the file's name, such as ``.html``; it counts where the type says nothing.
        content_type: what a server calls them, such as ``text/html; charset=utf-8``.

    Raises:
        InvalidInput: they are of a kind that is not read.
    """
    for signature, what, remedy in _NOT_READ:
        if sent.data.startswith(signature):
            raise sent.refused(f"is {what}", f"{remedy}, or paste its text.")
    start = sent.data[:1_024].removeprefix(b"\xef\xbb\xbf").lstrip(_BLANKS)
    told = next((kind for signature, kind in _SIGNATURES if start.startswith(signature)), None)
    kind = told or _named_kind(sent, suffix, content_type)
    return "html" if kind == "text" and start.lower().startswith(_HTML_STARTS) else kind


def _named_kind(sent: Sent, suffix: str, content_type: str) -> Kind:
    stated = content_type.partition(";")[0].strip().casefold()
    kind = _TYPES.get(stated) or (SUFFIXES.get(suffix) if stated in _UNTOLD else None)
    if kind is not None:
        return kind
    what = "" if stated in _UNTOLD else f": it is {stated[:80]}"
    raise sent.refused(
        f"is not of a kind that is read ({', '.join(sorted(SUFFIXES))}){what}", "Paste its text."
    )


def suffix_of(name: str) -> str:
    """Return the suffix of a file's name or of an address's path, in small letters."""
    return PurePath(name.partition("?")[0].partition("#")[0]).suffix.casefold()
