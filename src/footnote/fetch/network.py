"""The way to a host: its name looked up once, every address checked, and one of those connected to.

There is no second look-up between the check and the connection, so a name that changes its answer gains
nothing. The name stays what the server is asked for and what its certificate must hold.
"""

import queue
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any

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


class Deadline:
    """A moment at which everything must be done."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self, at_most: float | None = None) -> float:
        """Return the seconds left, or ``at_most`` if that is less. Raises httpcore.TimeoutException."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise httpcore.TimeoutException
        return left if at_most is None else min(left, at_most)


@dataclass(frozen=True, slots=True)
class Route:
    """How hosts are found and which may be connected to."""

    permitted: tuple[Network, ...]
    resolve: Resolver
    deadline: Deadline


class CheckedNetwork(httpcore.NetworkBackend):
    """Connects to a host if all its addresses are permitted, and holds everything to the deadline."""

    def __init__(self, route: Route) -> None:
        self._route = route
        self._sockets = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Return a connection to the first address of the host that takes one.

        Raises:
            InvalidInput: the host has no address, or one that is not permitted.
            httpcore.ConnectError: no address takes the connection.
        """
        problem: Exception = httpcore.ConnectError("no address")
        for address in self._addresses(host):
            wait = self._route.deadline.left(_CONNECTING)
            try:
                stream = self._sockets.connect_tcp(str(address), port, wait, local_address, socket_options)
                return _TimedStream(stream, self._route.deadline)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                problem = error
        raise problem

    def _addresses(self, host: str) -> list[Address]:
        try:
            addresses = [ip_address(host)]
        except ValueError:
            addresses = [ip_address(text) for text in self._resolved(host)]
        if not addresses or not all(is_permitted(one, self._route.permitted) for one in addresses):
            raise _not_found(host)
        return addresses

    def _resolved(self, host: str) -> Sequence[str]:
        """Look the name up in a thread, for the system's resolver knows no deadline."""
        answers: queue.SimpleQueue[Sequence[str]] = queue.SimpleQueue()

        def ask() -> None:
            try:
                answers.put(self._route.resolve(host))
            except OSError:
                answers.put(())

        threading.Thread(target=ask, name="footnote-look-up", daemon=True).start()
        try:
            return answers.get(timeout=self._route.deadline.left())
        except queue.Empty:
            raise httpcore.ConnectTimeout from None


class _TimedStream(httpcore.NetworkStream):
    """A connection whose every step ends with the deadline, however slowly the bytes come."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        stream = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left(timeout))
        return _TimedStream(stream, self._deadline)

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401  as httpcore declares it
        return self._stream.get_extra_info(info)


def _not_found(host: str) -> InvalidInput:
    # One message for "no such name" and "a private address": a caller learns nothing of inner names.
    return InvalidInput(
        f"No host on the public internet was found for {host[:100]!r}. "
        "Check the spelling, or send the text or a file instead.",
        "url",
    )
