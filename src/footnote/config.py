"""Settings: one frozen dataclass, read from the environment here and nowhere else."""

import errno
import os
import re
import socket
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, fields
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from pathlib import Path
from typing import Any

from footnote.errors import ConfigError

DEFAULT_MODEL = "SmolLM2-135M-Instruct"
DEFAULT_EMBEDDER = "all-MiniLM-L6-v2"
_DEVICE = re.compile(r"auto|cpu|mps|cuda(:\d+)?")
SWITCHES = ("insecure", "mcp")  # on or off; as a flag alone, on
_DTYPES = ("auto", "float32", "bfloat16", "float16")


def _user_cache() -> Path:
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "footnote"


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set, each as ``FOOTNOTE_<NAME>`` or a flag of ``footnote serve``."""

    embedder: str = DEFAULT_EMBEDDER  # the default's name, a hub id or a folder
    model: str = DEFAULT_MODEL  # the default's name, a hub id, a folder, a .gguf or http://host/v1
    host: str = "127.0.0.1"
    port: int = 7860
    store: str = "sqlite:///embeddings/footnote.db"
    device: str = "auto"  # auto, cpu, cuda, cuda:N, mps
    dtype: str = "auto"  # auto, float32, bfloat16, float16
    threads: int = 0  # 0: as many as there are physical cores
    cache: Path = Path()  # replaced by the user's cache folder where empty
    auth: str = ""  # a file of users; empty: no login
    insecure: str = "off"  # on, off: whether others may reach the server without a login
    hosts: str = ""  # names that the server is called by besides its host's, with commas
    mcp: str = "off"  # on, off: whether the endpoints are tools of the Model Context Protocol too
    max_article_chars: int = 2_000_000
    queue_size: int = 16  # requests that may wait for the model
    queue_share: int = 0  # how many of them one caller may have; 0: half the queue
    deadline: float = 120.0  # seconds that a request may take, waiting included
    refuse_below: float | None = None  # confidence in [0, 1]; None: the fitted threshold
    fetch: str = "on"  # on, off: whether articles are read from addresses of the web
    fetch_private: str = ""  # networks beside the public internet that addresses may lead to, with commas

    def __post_init__(self) -> None:
        if self.cache == Path():
            object.__setattr__(self, "cache", _user_cache())
        _check(self)
        _check_switches(self)
        _check_fractions(self)
        _check_fetching(self)

    @property
    def private_networks(self) -> tuple[IPv4Network | IPv6Network, ...]:
        """The networks of ``fetch_private``. Raises ValueError where one is none."""
        return tuple(ip_network(part.strip()) for part in self.fetch_private.split(",") if part.strip())

    @property
    def names(self) -> frozenset[str]:
        """The names of ``hosts``, in small letters."""
        return frozenset(name.strip().lower() for name in self.hosts.split(",") if name.strip())

    def check_exposure(self) -> None:
        """Refuse to serve others without a login.

        Raises:
            ConfigError: the host is not a loopback address, and neither auth nor insecure is set.
        """
        if not (self.auth or self.insecure == "on" or _is_loopback(self.host)):
            raise ConfigError(
                f"FOOTNOTE_HOST is {self.host!r}, so others could reach the server, and nobody would have to "
                "log in. Set FOOTNOTE_AUTH to a file of users (`footnote user add NAME --file users.toml` "
                "makes it), or serve on 127.0.0.1, or say --insecure (FOOTNOTE_INSECURE=1) where everybody "
                "may read and change the library."
            )

    def check_port(self) -> None:
        """Refuse a port that is taken, before anything is loaded; what else is wrong the server finds.

        Raises:
            ConfigError: another program listens there, this user may not, or the host has no address.
        """
        for family, kind, protocol, _, address in self._places():
            # Without IPv6 there is no such socket; the server passes over that address, too.
            with suppress(OSError), socket.socket(family, kind, protocol) as probe:
                if os.name == "posix":  # as the server does; elsewhere it would let two listen
                    probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                if family == socket.AF_INET6:  # as the server does: "::" and "0.0.0.0" are two places
                    probe.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
                _try_port(probe, address, self)

    def _places(self) -> list[Any]:
        kind, flags = socket.SOCK_STREAM, socket.AI_PASSIVE
        try:
            return socket.getaddrinfo(self.host, self.port, type=kind, flags=flags)
        except (OSError, UnicodeError) as error:  # of a name whose parts are too long
            reason = getattr(error, "strerror", None) or "no name of a host"
            raise ConfigError(f"FOOTNOTE_HOST is {self.host!r}: {reason}. Check the name.") from error

    @classmethod
    def from_env(
        cls, environ: Mapping[str, str] | None = None, **flags: str | int | float | None
    ) -> "Settings":
        """Read the settings, a flag that is not None going before the environment.

        Raises:
            ConfigError: a value cannot be used; the message names the variable.
        """
        environ = os.environ if environ is None else environ
        given: dict[str, object] = {}
        for field in fields(cls):
            raw = flags.get(field.name)
            raw = environ.get(variable(field.name)) if raw is None else str(raw)
            if raw is not None and raw.strip():
                given[field.name] = _parse(field.name, raw.strip())
        return cls(**given)  # type: ignore[arg-type]


def variable(name: str) -> str:
    """Return the environment variable of a setting."""
    return f"FOOTNOTE_{name.upper()}"


def _parse(name: str, raw: str) -> object:
    cast = dict.fromkeys(("port", "threads", "max_article_chars", "queue_size", "queue_share"), int)
    try:
        if name in SWITCHES:
            return {"1": "on", "0": "off"}.get(raw, raw)
        if name in ("refuse_below", "deadline"):
            return float(raw)
        return Path(raw).expanduser().absolute() if name == "cache" else cast.get(name, str)(raw)
    except ValueError:
        raise _bad(name, raw, "a number") from None


def _try_port(probe: socket.socket, address: Any, settings: Settings) -> None:  # noqa: ANN401
    try:
        probe.bind(address)
    except OSError as error:
        taken, forbidden = error.errno == errno.EADDRINUSE, error.errno == errno.EACCES
        if not (taken or forbidden):
            raise
        raise ConfigError(
            f"FOOTNOTE_PORT is {settings.port}, which {'is in use' if taken else 'this user may not use'} on "
            f"{settings.host}. Choose another one with FOOTNOTE_PORT or --port, or stop what listens there."
        ) from error


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def _check(settings: Settings) -> None:
    for name, low, high in (
        ("port", 1, 65_535),
        ("threads", 0, 1_024),
        ("max_article_chars", 1, 100_000_000),
        ("queue_size", 1, 10_000),
        ("queue_share", 0, 10_000),
    ):
        value = getattr(settings, name)
        if not low <= value <= high:
            raise _bad(name, value, f"a whole number from {low} to {high}")
    if settings.dtype not in _DTYPES:
        raise _bad("dtype", settings.dtype, f"one of {', '.join(_DTYPES)}")
    if not _DEVICE.fullmatch(settings.device):
        raise _bad("device", settings.device, "auto, cpu, cuda, cuda:N or mps")
    if not settings.store.startswith("sqlite:///"):
        raise _bad("store", settings.store, "sqlite:///FILE or sqlite:///:memory:")


def _check_switches(settings: Settings) -> None:
    for name in ("fetch", *SWITCHES):
        if getattr(settings, name) not in ("on", "off"):
            raise _bad(name, getattr(settings, name), "on or off")


def _check_fetching(settings: Settings) -> None:
    try:
        _ = settings.private_networks
    except ValueError:
        raise _bad("fetch_private", settings.fetch_private, "networks such as 10.1.0.0/16,::1") from None


def _check_fractions(settings: Settings) -> None:
    if not 0 < settings.deadline <= 86_400:
        raise _bad("deadline", settings.deadline, "a number of seconds above 0, at most 86400")
    refuse_below = settings.refuse_below
    if refuse_below is not None and not 0 <= refuse_below <= 1:
        raise _bad("refuse_below", refuse_below, "a number from 0 to 1")


def _bad(name: str, value: object, wanted: str) -> ConfigError:
    return ConfigError(f"{variable(name)} is {str(value)!r}; it must be {wanted}.")
