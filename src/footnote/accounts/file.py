"""The file of users: read whole or refused, written whole or not at all, readable by its owner only."""

import os
import re
import tempfile
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from footnote.errors import ConfigError

# A name is also part of a file's name, on systems too that do not tell capitals apart.
NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
_HASH = re.compile(r"\$argon2id?\$[!#-~]+")
_TOKEN = re.compile(r"[0-9a-f]{64}")
_HEAD = "# The users of Footnote. Written by `footnote user`; passwords and tokens are hashed.\n"


@dataclass(frozen=True, slots=True)
class User:
    """A user: an argon2 hash of the password, SHA-256 digests of the tokens in hexadecimal."""

    name: str
    password: str
    tokens: tuple[str, ...] = ()


def read_users(path: Path) -> dict[str, User]:
    """Return the users in a file by name.

    Raises:
        ConfigError: there is no such file, or it is not a file of users.
    """
    try:
        with path.open("rb") as file:
            data = tomllib.load(file)
    except (OSError, ValueError) as error:
        raise ConfigError(
            f"The file of users {str(path)!r} cannot be read: {error}. Make it with "
            f"`footnote user add NAME --file {path}`."
        ) from error
    users = data.get("users", {})
    if set(data) - {"users"} or not isinstance(users, dict):
        raise _wrong(path, "it holds something besides [users.NAME]")
    return {name: _user(path, name, entry) for name, entry in users.items()}


def _user(path: Path, name: str, entry: object) -> User:
    if not NAME.fullmatch(name):
        raise _wrong(path, f"{name[:80]!r} is no user's name")
    if not isinstance(entry, dict) or set(entry) - {"password", "tokens"}:
        raise _wrong(path, f"[users.{name}] may have a password and tokens only")
    password, tokens = entry.get("password"), entry.get("tokens", [])
    if not isinstance(password, str) or not _HASH.fullmatch(password):
        raise _wrong(path, f"the password of {name} is not hashed with argon2")
    if not isinstance(tokens, list) or not all(isinstance(t, str) and _TOKEN.fullmatch(t) for t in tokens):
        raise _wrong(path, f"a token of {name} is not a SHA-256 digest in hexadecimal")
    return User(name, password, tuple(tokens))


def _wrong(path: Path, why: str) -> ConfigError:
    return ConfigError(
        f"The file of users {str(path)!r} cannot be used: {why}. Edit it with `footnote user`."
    )


def write_users(path: Path, users: Mapping[str, User]) -> None:
    """Replace a file of users in one step; only its owner may read it.

    Raises:
        ConfigError: it cannot be written; the file that was there is untouched.
    """
    target = path.resolve()  # a link stays one
    try:
        descriptor, made = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")  # of mode 0600
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                file.write(_HEAD + "".join(_entry(users[name]) for name in sorted(users)))
                file.flush()
                os.fsync(file.fileno())
            Path(made).replace(target)
        except BaseException:
            Path(made).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise ConfigError(f"The file of users {str(path)!r} cannot be written: {error}.") from error


def _entry(user: User) -> str:
    # Names, hashes and digests hold nothing that TOML would want escaped.
    tokens = ", ".join(f'"{token}"' for token in user.tokens)
    return f'\n[users.{user.name}]\npassword = "{user.password}"\ntokens = [{tokens}]\n'
