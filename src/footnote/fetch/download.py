"""One web page downloaded: redirects followed by hand, time limited, and each failure told in words."""

import asyncio
import ssl
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractAsyncContextManager, contextmanager

import httpcore
import httpx

from footnote import __version__
from footnote.errors import InvalidInput
from footnote.fetch.address import INSTEAD, refused, shown, web_address
from footnote.fetch.network import CheckedNetwork, Route
from footnote.fetch.response import Page, header, page_of
from footnote.fetch.rules import Rules

MOST_REDIRECTS = 5
_REDIRECTS = (301, 302, 303, 307, 308)
_LOOK = 0.1  # seconds between two looks whether the download is still wanted
_HEADERS = (
    (b"User-Agent", f"Footnote/{__version__}".encode()),
    (b"Accept", b"text/html, application/xhtml+xml, text/markdown, text/plain, application/pdf"),
    (b"Accept-Encoding", b"gzip"),
)


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
                        return await page_of(url, response, rules.most_bytes)
                    onward = header(response, b"location")
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
