"""Converted models in the user's cache: whole and unchanged, or made anew.

A folder appears under its name only when it is whole, beside a manifest with the size and the SHA-256
of every file, so a broken disk, a full one or a killed conversion is noticed at the next start.
"""

import hashlib
import json
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from filelock import FileLock

_FORMAT = 1  # raised when what is cached changes
_MANIFEST = "manifest.json"
_ABANDONED = 3_600.0  # seconds after which an unfinished folder belongs to a process that died


def converted_folder(file: Path, dtype: str, cache: Path) -> Path:
    """Return where the converted copy of ``file`` belongs; another size or time is another folder."""
    facts = file.stat()
    key = hashlib.sha256(f"{_FORMAT} {facts.st_size} {facts.st_mtime_ns}".encode()).hexdigest()[:12]
    return cache / "models" / f"{file.stem}-{key}-{dtype}"


def ensure_whole(folder: Path, write: Callable[[Path], None]) -> None:
    """Let ``write`` fill ``folder`` unless it is whole; several processes at once do it once.

    Raises:
        OSError: the cache cannot be written.
    """
    if is_whole(folder):
        return
    folder.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(folder.with_name(f"{folder.name}.lock")):
        if not is_whole(folder):  # another process may have made it while this one waited
            _replace(folder, write)


def is_whole(folder: Path) -> bool:
    """Say whether every file of the manifest is there with its size and SHA-256."""
    try:
        manifest = json.loads((folder / _MANIFEST).read_text(encoding="utf-8"))
        files = manifest["files"]
        sizes = all((folder / name).stat().st_size == facts["size"] for name, facts in files.items())
        return bool(files) and sizes and files == _facts(folder)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return False


def _replace(folder: Path, write: Callable[[Path], None]) -> None:
    _remove_abandoned(folder)
    unfinished = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        write(unfinished)
        manifest = {"format": _FORMAT, "files": _facts(unfinished)}
        (unfinished / _MANIFEST).write_text(json.dumps(manifest, indent=1), encoding="utf-8")
        _open_to_readers(unfinished)
        shutil.rmtree(folder, ignore_errors=True)  # what is there is broken
        unfinished.rename(folder)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def _open_to_readers(folder: Path) -> None:
    """Undo the private modes of temporary files, so that others may share the cache."""
    folder.chmod(0o755)
    for file in folder.iterdir():
        file.chmod(0o644)


def _remove_abandoned(folder: Path) -> None:
    for left in folder.parent.glob(f".{folder.name}-*"):
        if time.time() - left.stat().st_mtime > _ABANDONED:
            shutil.rmtree(left, ignore_errors=True)


def _facts(folder: Path) -> dict[str, dict[str, int | str]]:
    """Return the size and SHA-256 of every file but the manifest."""
    facts: dict[str, dict[str, int | str]] = {}
    for file in sorted(folder.iterdir()):
        if file.name != _MANIFEST:
            with file.open("rb") as content:
                digest = hashlib.file_digest(content, "sha256").hexdigest()
            facts[file.name] = {"size": file.stat().st_size, "sha256": digest}
    return facts
