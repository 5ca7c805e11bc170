"""One connection to a SQLite library: its schema, reads, and transactions that are whole or nothing."""

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from footnote.errors import StoreError, StoreMismatch
from footnote.store.tables import MIGRATIONS, VERSION, Execute, prepare

Row = tuple[Any, ...]


class Connection:
    """A library's file, or one in memory under the name ``:memory:``; threads take turns.

    Raises:
        StoreError: it cannot be opened.
        StoreMismatch: it was written by a later version of Footnote.
    """

    def __init__(self, place: str) -> None:
        self.lock = threading.RLock()
        self._place = place
        try:
            if place != ":memory:":
                Path(place).parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(
                place, timeout=10, check_same_thread=False, isolation_level=None
            )
            self._prepare()
        except (OSError, sqlite3.Error) as error:
            raise StoreError(
                f"The library {place!r} cannot be opened: {error}. Check that the folder can be written, "
                "or name another place with FOOTNOTE_STORE."
            ) from error

    def _prepare(self) -> None:
        run = self._connection.execute
        run("pragma foreign_keys = on")
        version = run("pragma user_version").fetchone()[0]
        if version not in (0, *MIGRATIONS, VERSION):
            raise StoreMismatch(
                f"The library {self._place!r} has schema version {version}; this program reads {VERSION}. "
                "Use the version of Footnote that wrote it, or name another place with FOOTNOTE_STORE."
            )
        if version != VERSION:
            run("pragma journal_mode = wal")
            with self.transaction() as execute:
                prepare(execute)

    def read(self, query: str, values: Sequence[Any] = ()) -> list[Row]:
        """Return all rows of a query."""
        with self.lock:
            try:
                return self._connection.execute(query, values).fetchall()
            except sqlite3.Error as error:
                raise StoreError(f"The library cannot be read: {error}. Check its file.") from error

    def state(self) -> tuple[int, int]:
        """Return what changes whenever this or another connection changes the library."""
        return self.read("pragma data_version")[0][0], self._connection.total_changes

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Make the reads inside see one state of the library, whatever another process writes."""
        with self.lock:
            self.read("begin")
            try:
                yield
            finally:
                self._roll_back()

    @contextmanager
    def transaction(self) -> Iterator[Execute]:
        """Yield ``execute``; all that it does is kept together, or nothing of it."""
        with self.lock:
            try:
                self._connection.execute("begin immediate")
                yield self._connection.execute
                self._connection.execute("commit")
            except sqlite3.Error as error:
                self._roll_back()
                raise StoreError(
                    f"The library cannot be written: {error}. Nothing was changed. "
                    "Check the free disk space and that the file may be written."
                ) from error
            except BaseException:
                self._roll_back()
                raise

    def close(self) -> None:
        """Close the file."""
        with self.lock:
            self._connection.close()

    def _roll_back(self) -> None:
        if self._connection.in_transaction:
            self._connection.execute("rollback")
