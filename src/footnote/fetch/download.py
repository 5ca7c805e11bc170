"""One web page downloaded: redirects followed by hand, time and size limited, kinds of content chosen."""

import asyncio
import ssl
import zlib
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractAsyncContextManager, contextmanager
from dataclasses import dataclass
from functools import cache
from http import HTTPStatus

import httpcore
import httpx

from footnote import __version__
from footnote.errors import InvalidInput, TooLarge
from footnote.fetch.address import INSTEAD, Network, refused, shown, web_address
from footnote.fetch.network import CheckedNetwork, Resolver, Route, look_up

KINDS = {
    "text/html": "HTML",
    "application/xhtml+xml": "XHTML",
    "text/plain": "plain text",
    "text/markdown": "Markdown",
    "text/x-markdown": "Markdown",
    "application/pdf": "PDF",
}
MOST_REDIRECTS = 5
_REDIRECTS = (301, 302, 303, 307, 308)
_LOOK = 0.1  # seconds between two looks whether the download is still wanted
_MARKUP = 4_000_000  # bytes that a page may have beside its article
_HEADERS = (
    (b"User-Agent", f"Footnote/{__version__}".encode()),
    (b"Accept", b"text/html, application/xhtml+xml, text/markdown, text/plain, application/pdf"),
    (b"Accept-Encoding", b"gzip"),
)


@cache
def trusted() -> ssl.SSLContext:
    """Return the certificates that are trusted: the common ones and those of this system."""
    context = httpcore.default_ssl_context()
    context.load_default_certs()
    return context


@dataclass(frozen=True, slots=True)
class Rules:
    """How much of the network may be read: bytes after unpacking, seconds in all, private networks."""

    most_bytes: int
    permitted: tuple[Network, ...] = ()
    seconds: float = 15.0
    resolve: Resolver = look_up
    trust: Callable[[], ssl.SSLContext] = trusted

    @classmethod
    def for_articles(cls, max_chars: int, permitted: tuple[Network, ...]) -> "Rules":
        """Return the rules for pages that hold articles of at most ``max_chars``."""
        return cls(4 * max_chars + _MARKUP, permitted)  # no encoding takes more than four bytes


@dataclass(frozen=True, slots=True)
class Page:
    """What an address led to: the final address, the bytes, and what the header says that they are."""

    url: str
    data: bytes
    content_type: str


def fetch(address: str, rules: Rules, between: Callable[[], None] = lambda: None) -> Page:
    """Download one page.

    Neither cookies nor proxies of the environment are used. A redirect from https to http is not followed.
    ``between`` is called several times a second, from another thread; what it raises ends the download.

    Raises:
        InvalidInput: the address may not be read, or what it leads to is no page that can be.
        TooLarge: the page has more bytes than the rules allow.
    """
    # A thread of its own, for the caller's may have an event loop already, as in a notebook.
    with ThreadPoolExecutor(1, "footnote-fetch") as thread:
        return thread.submit(asyncio.run, _watched(_fetch(address, rules), between)).result()


async def _watched(download: Coroutine[None, None, Page], between: Callable[[], None]) -> Page:
    task = asyncio.create_task(download)
    while not (await asyncio.wait((task,), timeout=_LOOK))[0]:
        between()  # where it raises, the loop ends and cancels the task
    return task.result()


async def _fetch(address: str, rules: Rules) -> Page:
    url, end = web_address(address, rules.permitted), asyncio.get_running_loop().time() + rules.seconds
    network = CheckedNetwork(Route(rules.permitted, rules.resolve))
    async with httpcore.AsyncConnectionPool(
        rules.trust(), max_connections=1, network_backend=network
    ) as pool:
        for _ in range(MOST_REDIRECTS + 1):
            with _explained(url, rules):
                async with asyncio.timeout_at(end), _asked(pool, url) as response:
                    if response.status not in _REDIRECTS:
                        return await _page(url, response, rules)
                    onward = _header(response, b"location")
            url = _onward(url, onward, rules)
    raise refused(
        address, f"leads on more than {MOST_REDIRECTS} times", "Give the address it should lead to."
    )


def _asked(
    pool: httpcore.AsyncConnectionPool, url: httpx.URL
) -> AbstractAsyncContextManager[httpcore.Response]:
    target = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
    return pool.stream("GET", target, headers=[(b"Host", url.netloc), *_HEADERS])


@contextmanager
def _explained(url: httpx.URL, rules: Rules) -> Iterator[None]:
    """Turn a failure of the network into an error that says what to do."""
    try:
        yield
    except (TimeoutError, httpcore.TimeoutException):
        raise refused(
            url, f"took longer than {rules.seconds:g} seconds", f"Try again later. {INSTEAD}"
        ) from None
    except (httpcore.NetworkError, httpcore.ProtocolError) as error:
        causes = (error, error.__cause__, error.__context__)
        if any(isinstance(cause, ssl.SSLCertVerificationError) for cause in causes):
            raise refused(url, "has a certificate that is not trusted", INSTEAD) from error
        raise refused(
            url, "could not be read: the connection failed", f"Try again later. {INSTEAD}"
        ) from error


def _onward(url: httpx.URL, location: str, rules: Rules) -> httpx.URL:
    """Return where a redirect leads, checked like the first address."""
    try:
        onward = url.join(location) if location else None
    except (httpx.InvalidURL, UnicodeError, ValueError):
        onward = None
    if onward is None:
        raise refused(url, "leads on to no valid address", INSTEAD)
    if url.scheme == "https" and onward.scheme == "http":
        raise refused(url, "leads on from https to http, which is not followed", INSTEAD)
    try:
        return web_address(str(onward), rules.permitted)
    except InvalidInput as error:
        raise InvalidInput(f"The address {shown(url)} leads on. {error}", "url") from error


async def _page(url: httpx.URL, response: httpcore.Response, rules: Rules) -> Page:
    if response.status != 200:
        raise refused(
            url, f"answered {_status(response.status)}", f"Check that it opens in a browser. {INSTEAD}"
        )
    told = _header(response, b"content-type")
    kind = told.partition(";")[0].strip().lower()
    if kind not in KINDS:
        kinds = ", ".join(dict.fromkeys(KINDS.values()))
        raise refused(url, f"holds {kind[:80] or 'content of no named kind'!r}, not {kinds}", INSTEAD)
    return Page(str(url), await _body(url, response, rules.most_bytes), told)


async def _body(url: httpx.URL, response: httpcore.Response, most: int) -> bytes:
    length = _header(response, b"content-length")
    if length.isdecimal() and int(length) > most:
        raise _too_large(url, most)
    unpacker = _unpacker(url, _header(response, b"content-encoding").lower())
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


def _header(response: httpcore.Response, name: bytes) -> str:
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
