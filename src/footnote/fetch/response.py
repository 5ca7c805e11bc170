"""A web server's response becomes a page: of a kind that can be read, unpacked, and not too large."""

import zlib
from dataclasses import dataclass
from http import HTTPStatus

import httpcore
import httpx

from footnote.errors import InvalidInput, TooLarge
from footnote.fetch.address import INSTEAD, refused, shown

KINDS = {
    "text/html": "HTML",
    "application/xhtml+xml": "XHTML",
    "text/plain": "plain text",
    "text/markdown": "Markdown",
    "text/x-markdown": "Markdown",
    "application/pdf": "PDF",
}


@dataclass(frozen=True, slots=True)
class Page:
    """What an address led to: the final address, the bytes, and what the header says that they are."""

    url: str
    data: bytes
    content_type: str


async def page_of(url: httpx.URL, response: httpcore.Response, most: int) -> Page:
    """Return the page that a response holds, of at most so many bytes.

    Raises:
        InvalidInput: it holds none of a kind that can be read. TooLarge: it has more bytes.
    """
    if response.status != 200:
        raise refused(
            url, f"answered {_status(response.status)}", f"Check that it opens in a browser. {INSTEAD}"
        )
    told = header(response, b"content-type")
    kind = told.partition(";")[0].strip().lower()
    if kind not in KINDS:
        kinds = ", ".join(dict.fromkeys(KINDS.values()))
        raise refused(url, f"holds {kind[:80] or 'content of no named kind'!r}, not {kinds}", INSTEAD)
    return Page(str(url), await _body(url, response, most), told)


async def _body(url: httpx.URL, response: httpcore.Response, most: int) -> bytes:
    length = header(response, b"content-length")
    if length.isdecimal() and int(length) > most:
        raise _too_large(url, most)
    unpacker = _unpacker(url, header(response, b"content-encoding").lower())
    body, taken = bytearray(), 0
    async for chunk in response.aiter_stream():
        taken += len(chunk)
        try:
            # One byte more than may be, so that a small file that unpacks to a huge one is stopped there.
            body += unpacker.decompress(chunk, most + 1 - len(body)) if unpacker else chunk
        except zlib.error:
            raise _broken(url) from None
        if taken > most or len(body) > most:
            raise _too_large(url, most)
    if unpacker and (not unpacker.eof or unpacker.unused_data):
        raise _broken(url)
    return bytes(body)


def _unpacker(url: httpx.URL, encoding: str) -> "zlib._Decompress | None":
    if encoding in ("", "identity"):
        return None
    if encoding not in ("gzip", "x-gzip"):
        raise refused(
            url, f"sent content in the encoding {encoding[:80]!r}, which was not asked for", INSTEAD
        )
    return zlib.decompressobj(16 + zlib.MAX_WBITS)  # 16: with the header and the check of gzip


def header(response: httpcore.Response, name: bytes) -> str:
    """Return what a header says, "" where there is none."""
    values = [value for key, value in response.headers if key.lower() == name]
    return values[0].decode("latin-1").strip() if values else ""


def _status(status: int) -> str:
    try:
        return f"{status} ({HTTPStatus(status).phrase})"
    except ValueError:
        return str(status)


def _too_large(url: httpx.URL, most: int) -> TooLarge:
    return TooLarge(
        f"The page at {shown(url)} has more than {most:,} bytes. Send the part that matters as text, "
        "or raise FOOTNOTE_MAX_ARTICLE_CHARS.",
        "url",
    )


def _broken(url: httpx.URL) -> InvalidInput:
    return refused(url, "sent compressed content that is not whole", f"Try again later. {INSTEAD}")
