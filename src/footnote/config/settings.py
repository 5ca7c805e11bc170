"""All settings, their defaults, and how they are read."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path

from footnote.config.checks import check
from footnote.config.listening import check_exposure, check_port
from footnote.config.variables import parse, variable

DEFAULT_MODEL = "SmolLM2-135M-Instruct"
DEFAULT_EMBEDDER = "all-MiniLM-L6-v2"


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
        check(self)

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
        check_exposure(self)

    def check_port(self) -> None:
        """Refuse a port that is taken, before anything is loaded; what else is wrong the server finds.

        Raises:
            ConfigError: another program listens there, this user may not, or the host has no address.
        """
        check_port(self.host, self.port)

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
                given[field.name] = parse(field.name, raw.strip())
        return cls(**given)  # type: ignore[arg-type]
