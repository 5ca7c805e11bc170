"""A library for each user, all with the same loaded models."""

import threading
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from footnote.errors import FootnoteError
from footnote.service.footnote import Footnote

USER = "footnote.user"  # where the guard writes a user's name into a request's ASGI scope; no client can


class Libraries:
    """Opens each user's library when it is first asked for. Methods may be called from any thread.

    The user without a name is everybody where nobody logs in, and has the configured library itself.
    """

    def __init__(self, shared: Footnote) -> None:
        self.shared = shared
        self._lock = threading.Lock()
        self._opened: dict[str, Footnote] = {"": shared}

    def asked(self, scope: Mapping[str, Any]) -> Footnote:
        """Return the library of whoever sent the request of an ASGI scope that passed the guard."""
        return self.of(scope[USER])

    def of(self, user: str) -> Footnote:
        """Return a user's library. Raises StoreError: it cannot be opened."""
        with self._lock:
            library = self._opened.get(user)
            if library is None:
                library = self.shared.sibling(_beside(self.shared.settings.store, user))
                library.start()
                if self.shared.state == "ready":  # so this takes no time, and its first request need not wait
                    with suppress(FootnoteError):  # what fails, each use of the library tells
                        library.wait()
                self._opened[user] = library
            return library

    def close(self) -> None:
        """Close all libraries and release the models."""
        with self._lock:
            opened = list(self._opened.values())
        for library in reversed(opened):  # the shared one, whose models the others use, last
            library.close()


def _beside(store: str, user: str) -> str:
    """Return the URL of a user's library: ``footnote.anna.db`` beside ``footnote.db``."""
    scheme, place = store[: len("sqlite:///")], store[len("sqlite:///") :]
    if place == ":memory:":
        return store
    path = Path(place)
    return f"{scheme}{path.with_name(f'{path.stem}.{user}{path.suffix}')}"
