"""Passwords and tokens: made, hashed and compared."""

import hashlib
import secrets
from functools import cache
from typing import TYPE_CHECKING

from footnote.errors import ConfigError

if TYPE_CHECKING:
    from argon2 import PasswordHasher

LEAST, MOST = 8, 1_024  # characters of a password; hashing takes longer for longer ones


@cache
def _hasher() -> "PasswordHasher":
    from argon2 import PasswordHasher

    return PasswordHasher()  # argon2id as RFC 9106 recommends where memory is short: 64 MiB, 3 passes


@cache
def _nobody() -> str:
    return _hasher().hash(secrets.token_hex())


def hash_password(password: str) -> str:
    """Return the argon2id hash of a new password, with its salt.

    Raises:
        ConfigError: the password is too short or too long.
    """
    if not LEAST <= len(password) <= MOST:
        raise ConfigError(
            f"The password has {len(password)} characters; it must have {LEAST} to {MOST:,}. Choose another."
        )
    return _hasher().hash(_bytes(password))


def is_password(password: str, hashed: str | None) -> bool:
    """Return whether a password is the hashed one; None, for no such user, takes the same time."""
    from argon2.exceptions import Argon2Error

    try:
        matches = _hasher().verify(hashed or _nobody(), _bytes(password[:MOST]))
    except (Argon2Error, ValueError):  # another password, or no hash of argon2 at all
        return False
    return matches and hashed is not None


def _bytes(password: str) -> bytes:
    return password.encode("utf-8", "surrogatepass")


def new_token() -> str:
    """Return a secret that cannot be guessed: 256 random bits as text."""
    return secrets.token_urlsafe(32)


def digest(token: str) -> str:
    """Return what is kept of a token. It is random, so one pass of SHA-256 is enough."""
    return hashlib.sha256(token.encode("utf-8", "surrogateescape")).hexdigest()
