"""The users as the server sees them: the file is read again whenever it has changed."""

import logging
import threading
from collections.abc import Mapping
from pathlib import Path

from footnote.accounts.file import User, read_users
from footnote.accounts.secrets import digest, is_password
from footnote.errors import ConfigError

logger = logging.getLogger(__name__)
_AT_ONCE = 2  # passwords that are hashed at the same time: each takes 64 MiB and a core


class Accounts:
    """The users of a file. Methods may be called from any thread."""

    def __init__(self, path: Path) -> None:
        """Read the users.

        Raises:
            ConfigError: the file cannot be used, or there is nobody in it.
        """
        self._path = path
        self._lock = threading.Lock()
        self._hashing = threading.Semaphore(_AT_ONCE)
        self._state = self._look()
        self._users: Mapping[str, User] = read_users(path)
        self._tokens = _by_token(self._users)
        if not self._users:
            raise ConfigError(
                f"There is nobody in the file of users {str(path)!r}, so nobody could log in. "
                f"Add a user with `footnote user add NAME --file {path}`."
            )
        if path.stat().st_mode & 0o077:
            logger.warning("other users of this machine may read %s: chmod 600 it", path)

    def user(self, name: str) -> User | None:
        """Return a user, None where there is none of this name (any more)."""
        self._refresh()
        return self._users.get(name)

    def of_token(self, token: str) -> User | None:
        """Return the user whose program has this token."""
        self._refresh()
        return self._tokens.get(digest(token))

    def of_password(self, name: str, password: str) -> User | None:
        """Return the user of this name and password; it takes as long where there is no such user."""
        user = self.user(name)
        with self._hashing:
            return user if is_password(password, user.password if user else None) else None

    def _refresh(self) -> None:
        with self._lock:
            state = self._look()
            if state == self._state:
                return
            try:
                users = read_users(self._path)
            except ConfigError as error:  # who was removed must not stay, so nobody is let in
                logger.error("nobody can log in: %s", error)
                users = {}
            self._state, self._users, self._tokens = state, users, _by_token(users)

    def _look(self) -> tuple[int, int, int] | None:
        try:
            found = self._path.stat()
        except OSError:
            return None
        return found.st_ino, found.st_mtime_ns, found.st_size


def _by_token(users: Mapping[str, User]) -> dict[str, User]:
    return {token: user for user in users.values() for token in user.tokens}
