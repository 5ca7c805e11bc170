"""What each setting may be."""

import re
from typing import TYPE_CHECKING

from footnote.config.variables import SWITCHES, bad

if TYPE_CHECKING:
    from footnote.config.settings import Settings

_DEVICE = re.compile(r"auto|cpu|mps|cuda(:\d+)?")
_DTYPES = ("auto", "float32", "bfloat16", "float16")


def check(settings: "Settings") -> None:
    """Refuse a value that cannot be used.

    Raises:
        ConfigError: the message names the variable, the value and what is wanted.
    """
    _check_ranges(settings)
    _check_forms(settings)
    _check_switches(settings)
    _check_fractions(settings)
    _check_fetching(settings)


def _check_ranges(settings: "Settings") -> None:
    for name, low, high in (
        ("port", 1, 65_535),
        ("threads", 0, 1_024),
        ("max_article_chars", 1, 100_000_000),
        ("queue_size", 1, 10_000),
        ("queue_share", 0, 10_000),
    ):
        value = getattr(settings, name)
        if not low <= value <= high:
            raise bad(name, value, f"a whole number from {low} to {high}")


def _check_forms(settings: "Settings") -> None:
    if settings.dtype not in _DTYPES:
        raise bad("dtype", settings.dtype, f"one of {', '.join(_DTYPES)}")
    if not _DEVICE.fullmatch(settings.device):
        raise bad("device", settings.device, "auto, cpu, cuda, cuda:N or mps")
    if not settings.store.startswith("sqlite:///"):
        raise bad("store", settings.store, "sqlite:///FILE or sqlite:///:memory:")


def _check_switches(settings: "Settings") -> None:
    for name in ("fetch", *SWITCHES):
        if getattr(settings, name) not in ("on", "off"):
            raise bad(name, getattr(settings, name), "on or off")


def _check_fetching(settings: "Settings") -> None:
    try:
        _ = settings.private_networks
    except ValueError:
        raise bad("fetch_private", settings.fetch_private, "networks such as 10.1.0.0/16,::1") from None


def _check_fractions(settings: "Settings") -> None:
    if not 0 < settings.deadline <= 86_400:
        raise bad("deadline", settings.deadline, "a number of seconds above 0, at most 86400")
    refuse_below = settings.refuse_below
    if refuse_below is not None and not 0 <= refuse_below <= 1:
        raise bad("refuse_below", refuse_below, "a number from 0 to 1")
