"""How much of the network may be read for one page."""

import ssl
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import httpcore

from footnote.fetch.address import Network
from footnote.fetch.network import Resolver, look_up

_MARKUP = 4_000_000  # bytes that a page may have beside its article


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
