"""What ``footnote user`` does to a file of users; each returns what the command line says."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from footnote.accounts.file import NAME, User, read_users, write_users
from footnote.accounts.secrets import digest, hash_password, new_token
from footnote.errors import ConfigError

Ask = Callable[[], str]  # for a password


def add(path: Path, name: str, ask: Ask) -> str:
    """Add a user. Raises ConfigError: the name is taken or cannot be one, or the password is too short."""
    if not NAME.fullmatch(name):
        raise ConfigError(
            f"{name[:80]!r} cannot be a user's name. Use up to 40 small letters, digits, - and _."
        )
    users = read_users(path) if path.exists() else {}
    if name in users:
        raise ConfigError(f"There is a user {name!r} already. Change the password: `footnote user password`.")
    write_users(path, {**users, name: User(name, hash_password(ask()))})
    return f"{name} may log in. For programs: `footnote user token {name} --file {path}`."


def password(path: Path, name: str, ask: Ask) -> str:
    """Change a password, which ends the user's sessions. Raises ConfigError: no such user."""
    users, user = _found(path, name)
    write_users(path, {**users, name: replace(user, password=hash_password(ask()))})
    return f"The password of {name} is changed; who was logged in with the old one is logged out."


def token(path: Path, name: str) -> str:
    """Add a token and return it alone: it is shown once. Raises ConfigError: no such user."""
    users, user = _found(path, name)
    made = new_token()
    write_users(path, {**users, name: replace(user, tokens=(*user.tokens, digest(made)))})
    return made


def revoke(path: Path, name: str) -> str:
    """Make all tokens of a user worthless. Raises ConfigError: no such user."""
    users, user = _found(path, name)
    write_users(path, {**users, name: replace(user, tokens=())})
    return f"{len(user.tokens)} tokens of {name} are worth nothing now."


def remove(path: Path, name: str) -> str:
    """Remove a user; the library stays on disk. Raises ConfigError: no such user."""
    users, _ = _found(path, name)
    write_users(path, {other: user for other, user in users.items() if other != name})
    return f"{name} is removed and logged out. The library of {name} is still there, beside the store's file."


def _found(path: Path, name: str) -> tuple[dict[str, User], User]:
    users = read_users(path)
    if name not in users:
        raise ConfigError(f"There is no user {name[:80]!r}. There are: {', '.join(sorted(users)) or 'none'}.")
    return users, users[name]
