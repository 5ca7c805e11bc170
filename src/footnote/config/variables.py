"""The variables that settings are read from: how each is called, read, and refused."""

from pathlib import Path

from footnote.errors import ConfigError

SWITCHES = ("insecure", "mcp")  # on or off; as a flag alone, on


def variable(name: str) -> str:
    """Return the environment variable of a setting."""
    return f"FOOTNOTE_{name.upper()}"


def parse(name: str, raw: str) -> object:
    """Return what a setting is set to by a text. Raises ConfigError: it is no number and should be."""
    cast = dict.fromkeys(("port", "threads", "max_article_chars", "queue_size", "queue_share"), int)
    try:
        if name in SWITCHES:
            return {"1": "on", "0": "off"}.get(raw, raw)
        if name in ("refuse_below", "deadline"):
            return float(raw)
        return Path(raw).expanduser().absolute() if name == "cache" else cast.get(name, str)(raw)
    except ValueError:
        raise bad(name, raw, "a number") from None


def bad(name: str, value: object, wanted: str) -> ConfigError:
    """Return the error that refuses a value."""
    return ConfigError(f"{variable(name)} is {str(value)!r}; it must be {wanted}.")
