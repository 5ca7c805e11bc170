"""Where a server may listen: at a port that is free, and for others only where they must log in."""

import errno
import os
import socket
from contextlib import suppress
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any

from footnote.errors import ConfigError

if TYPE_CHECKING:
    from footnote.config.settings import Settings


def check_exposure(settings: "Settings") -> None:
    """See ``Settings.check_exposure``."""
    if not (settings.auth or settings.insecure == "on" or _is_loopback(settings.host)):
        raise ConfigError(
            f"FOOTNOTE_HOST is {settings.host!r}, so others could reach the server, and nobody would have to "
            "log in. Set FOOTNOTE_AUTH to a file of users (`footnote user add NAME --file users.toml` "
            "makes it), or serve on 127.0.0.1, or say --insecure (FOOTNOTE_INSECURE=1) where everybody "
            "may read and change the library."
        )


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def check_port(host: str, port: int) -> None:
    """See ``Settings.check_port``."""
    for family, kind, protocol, _, address in _places(host, port):
        # Without IPv6 there is no such socket; the server passes over that address, too.
        with suppress(OSError), socket.socket(family, kind, protocol) as probe:
            if os.name == "posix":  # as the server does; elsewhere it would let two listen
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            if family == socket.AF_INET6:  # as the server does: "::" and "0.0.0.0" are two places
                probe.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
            _try_port(probe, address, host, port)


def _places(host: str, port: int) -> list[Any]:
    kind, flags = socket.SOCK_STREAM, socket.AI_PASSIVE
    try:
        return socket.getaddrinfo(host, port, type=kind, flags=flags)
    except (OSError, UnicodeError) as error:  # of a name whose parts are too long
        reason = getattr(error, "strerror", None) or "no name of a host"
        raise ConfigError(f"FOOTNOTE_HOST is {host!r}: {reason}. Check the name.") from error


def _try_port(probe: socket.socket, address: Any, host: str, port: int) -> None:  # noqa: ANN401
    try:
        probe.bind(address)
    except OSError as error:
        taken, forbidden = error.errno == errno.EADDRINUSE, error.errno == errno.EACCES
        if not (taken or forbidden):
            raise
        raise ConfigError(
            f"FOOTNOTE_PORT is {port}, which {'is in use' if taken else 'this user may not use'} on "
            f"{host}. Choose another one with FOOTNOTE_PORT or --port, or stop what listens there."
        ) from error
