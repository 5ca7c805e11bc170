"""Of what kind some bytes are: by their first bytes, which cannot lie, then by type and name."""

from pathlib import PurePath
from typing import Literal

from footnote.load.sent import Sent

Kind = Literal["text", "markdown", "html"]

SUFFIXES: dict[str, Kind] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
}
_TYPES: dict[str, Kind] = {
    "text/plain": "text",
    "text/markdown": "markdown",
    "text/x-markdown": "markdown",
    "text/html": "html",
    "application/xhtml+xml": "html",
}
_UNTOLD = ("", "application/octet-stream", "binary/octet-stream")
_HTML_STARTS = (b"<!doctype html", b"<html", b"<?xml version")


def kind_of(sent: Sent, suffix: str, content_type: str = "") -> Kind:
    """Return of what kind some bytes are.

    Args:
        sent: the bytes, or the first thousand of them.
        suffix: of the file's name, such as ``.html``; it counts where the type says nothing.
        content_type: what a server calls them, such as ``text/html; charset=utf-8``.

    Raises:
        InvalidInput: they are of a kind that is not read.
    """
    stated = content_type.partition(";")[0].strip().casefold()
    kind = _TYPES.get(stated) or (SUFFIXES.get(suffix) if stated in _UNTOLD else None)
    if kind is None:
        kinds = ", ".join(sorted(SUFFIXES))
        what = "" if stated in _UNTOLD else f": it is {stated[:80]}"
        raise sent.refused(f"is not of a kind that is read ({kinds}){what}", "Paste its text.")
    start = sent.data[:1_024].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return "html" if kind == "text" and start.startswith(_HTML_STARTS[:2]) else kind


def suffix_of(name: str) -> str:
    """Return the suffix of a file's name or of an address's path, in small letters."""
    return PurePath(name.partition("?")[0].partition("#")[0]).suffix.casefold()
