"""The journal: each raw result is written as it comes, so that an interrupted run goes on where it was.

A key names the set by its content, the question, the models and the program by the content of its
files: a result of other words, other models or other code is never taken for this run's. The
journal is removed when the run is complete.
"""

import hashlib
import json
from importlib.resources import files
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from footnote import __version__

_NOT_MEASURED = ("api", "page", "evaluate", "assets", "__pycache__")


class Journal:
    """Raw results by key, in memory and, where a path is given, in a file of JSON lines."""

    def __init__(self, path: Path | None, run: str) -> None:
        """Open the journal and read what an interrupted run left.

        Args:
            path: the file; None keeps the results in memory only.
            run: what the results depend on beside the question: program and models.
        """
        self._path = path
        self._run = run
        self._results: dict[str, dict[str, Any]] = _read(path) if path else {}
        self._file = None
        if path:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = path.open("a", encoding="utf-8")
            if path.stat().st_size and not path.read_bytes().endswith(b"\n"):
                self._file.write("\n")  # the last line was cut off: keep the next one whole

    def get(self, key: str) -> dict[str, Any] | None:
        """Return the result that an earlier run wrote, if any."""
        return self._results.get(self._full(key))

    def put(self, key: str, result: dict[str, Any]) -> None:
        """Write a result; it is on disk before the next question is asked."""
        self._results[self._full(key)] = result
        if self._file:
            self._file.write(json.dumps({"key": self._full(key), "result": result}) + "\n")
            self._file.flush()

    def _full(self, key: str) -> str:
        return hashlib.sha256(f"{self._run}\n{key}".encode()).hexdigest()[:32]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file, and remove it where the run came to its end."""
        if self._file and self._path:
            self._file.close()
            if kind is None:
                self._path.unlink(missing_ok=True)


def program() -> str:
    """Return the version and a digest of the code and weights that answers depend on."""
    digest = hashlib.sha256()
    root = Path(str(files("footnote")))
    for path in sorted((*root.rglob("*.py"), *root.rglob("*.json"))):
        place = path.relative_to(root)
        if not set(place.parts) & set(_NOT_MEASURED):
            digest.update(str(place).encode() + b"\0" + path.read_bytes())
    return f"{__version__}+{digest.hexdigest()[:12]}"


def _read(path: Path) -> dict[str, dict[str, Any]]:
    results: dict[str, dict[str, Any]] = {}
    if not path.exists():
        return results
    for line in path.read_text(encoding="utf-8").splitlines():
        try:
            row = json.loads(line)
            results[row["key"]] = row["result"]
        except (ValueError, KeyError, TypeError):
            continue  # cut off when the run was interrupted: that question is asked again
    return results
