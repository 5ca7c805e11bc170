"""The way to a host: its name looked up once, every address checked, and one of those connected to.

There is no second look-up between the check and the connection, so a name that changes its answer gains
nothing. The name stays what the server is asked for and what its certificate must hold.
"""

import asyncio
import socket
import threading
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import ip_address

import httpcore

from footnote.errors import InvalidInput
from footnote.fetch.address import Address, Network, is_permitted

Resolver = Callable[[str], Sequence[str]]  # a host's name -> all its addresses; raises OSError

_CONNECTING = 5.0  # seconds for one address, so that a dead one leaves time for the next


def look_up(host: str) -> list[str]:
    """Return all addresses of a host, as the system resolves it. Raises OSError."""
    # Bytes keep Python from encoding the name, which is in ASCII already, a second time.
    found = socket.getaddrinfo(host.encode("ascii"), None, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


@dataclass(frozen=True, slots=True)
class Route:
    """How hosts are found and which may be connected to."""

    permitted: tuple[Network, ...]
    resolve: Resolver


class CheckedNetwork(httpcore.AsyncNetworkBackend):
    """Connects to a host if all its addresses are permitted."""

    def __init__(self, route: Route) -> None:
        self._route = route
        self._sockets = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Return a connection to the first address of the host that takes one.

        Raises:
            InvalidInput: the host has no address, or one that is not permitted.
            httpcore.ConnectError: no address takes the connection.
        """
        problem: Exception = httpcore.ConnectError("no address")
        for address in await self._addresses(host):
            try:
                return await self._sockets.connect_tcp(
                    str(address), port, _CONNECTING, local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                problem = error
        raise problem

    async def _addresses(self, host: str) -> list[Address]:
        try:
            addresses = [ip_address(host)]
        except ValueError:
            addresses = [ip_address(text) for text in await self._resolved(host)]
        if not addresses or not all(is_permitted(one, self._route.permitted) for one in addresses):
            raise _not_found(host)
        return addresses

    async def _resolved(self, host: str) -> Sequence[str]:
        """Look the name up in a thread that may be left behind: the system's resolver cannot be stopped."""
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[Sequence[str]] = loop.create_future()

        def tell(found: Sequence[str]) -> None:
            if not answer.done():
                answer.set_result(found)

        def ask() -> None:
            found: Sequence[str] = ()
            with suppress(OSError):
                found = self._route.resolve(host)
            with suppress(RuntimeError):  # the loop is closed: nobody waits any longer
                loop.call_soon_threadsafe(tell, found)

        threading.Thread(target=ask, name="footnote-look-up", daemon=True).start()
        return await answer


def _not_found(host: str) -> InvalidInput:
    # One message for "no such name" and "a private address": a caller learns nothing of inner names.
    return InvalidInput(
        f"No host on the public internet was found for {host[:100]!r}. "
        "Check the spelling, or send the text or a file instead.",
        "url",
    )
