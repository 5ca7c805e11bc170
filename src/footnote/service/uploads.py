"""What a reader sent as a file is kept no longer than it takes to read it."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def read_once(path: Path) -> Iterator[None]:
    """Delete a file when the context ends, and the folder that it had to itself, whatever came of it."""
    try:
        yield
    finally:
        with suppress(OSError):  # another request may have read and deleted the same bytes
            path.unlink()
            path.parent.rmdir()
