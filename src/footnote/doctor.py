"""What would run here: versions, models and where they come from, device, threads, library, free disk."""

import os
import platform
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from footnote import __version__
from footnote.config import Settings
from footnote.embed import locate_embedder
from footnote.errors import FootnoteError
from footnote.generate.hardware import available_cores, choose_device, choose_dtype
from footnote.generate.locate import locate
from footnote.store import open_store

_PACKAGES = ("torch", "transformers", "sentence-transformers", "gradio", "numpy", "nupunkt", "gguf")
_LEAST_DISK = 2 * 2**30  # bytes: the converted default model and room for a library


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report; ``good`` is false where something must be put right."""

    name: str
    value: str
    good: bool = True


def report(settings: Settings) -> tuple[Finding, ...]:
    """Look at everything that a start needs, without loading a model."""
    return tuple(_findings(settings))


def _findings(settings: Settings) -> Iterator[Finding]:
    yield Finding("footnote", f"{__version__}, Python {platform.python_version()}, {platform.system()}")
    yield Finding("packages", ", ".join(f"{name} {_version(name)}" for name in _PACKAGES))
    yield _try("model", lambda: _model(settings))
    yield _try("embedder", lambda: f"{settings.embedder}, from {locate_embedder(settings.embedder)}")
    yield _try("computes on", lambda: _device(settings))
    yield _try("library", lambda: _library(settings))
    for name, folder in (("cache", settings.cache), ("store", _folder(settings))):
        free = shutil.disk_usage(_existing(folder)).free
        yield Finding(f"{name} disk", f"{free / 2**30:.1f} GiB free at {folder}", free >= _LEAST_DISK)


def _try(name: str, look: Callable[[], str]) -> Finding:
    try:
        return Finding(name, look())
    except FootnoteError as error:
        return Finding(name, str(error), good=False)


def _model(settings: Settings) -> str:
    if settings.model.startswith(("http://", "https://")):
        return f"{settings.model}, a server"
    place = locate(settings.model)
    return f"{place.name}, from {place.path}"


def _device(settings: Settings) -> str:
    device = choose_device(settings.device)
    threads = settings.threads or available_cores()
    return f"{device}, {choose_dtype(settings.dtype, device)}, {threads} threads of {os.cpu_count()}"


def _library(settings: Settings) -> str:
    place = settings.store.removeprefix("sqlite:///")
    if place != ":memory:" and not Path(place).exists():
        return f"{settings.store}, not made yet"
    store = open_store(settings.store)
    count = len(store.entries())
    store.close()
    return f"{settings.store}, {count} articles"


def _folder(settings: Settings) -> Path:
    return Path(settings.store.removeprefix("sqlite:///")).absolute().parent


def _existing(folder: Path) -> Path:
    folder = folder.absolute()
    return folder if folder.exists() else _existing(folder.parent)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "missing"
