"""The reader's adapter as a file: read only where it is the one that was made."""

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING

from footnote.errors import ModelUnavailable

if TYPE_CHECKING:
    import torch


def read_weights(folder: Path) -> "dict[str, torch.Tensor]":
    """Read adapter.safetensors, checked against the SHA-256 in reader.json.

    Raises:
        ModelUnavailable: it is absent or is not the file that was made.
    """
    from safetensors.torch import load

    try:
        content = (folder / "adapter.safetensors").read_bytes()
        wanted = json.loads((folder / "reader.json").read_text("utf-8"))["sha256"]
    except (OSError, ValueError, KeyError) as error:
        raise _spoilt("it cannot be read") from error
    if hashlib.sha256(content).hexdigest() != wanted:
        raise _spoilt("its SHA-256 is not the one in reader.json")
    weights: dict[str, torch.Tensor] = load(content)
    return weights


def _spoilt(why: str) -> ModelUnavailable:
    return ModelUnavailable(
        f"The reader's adapter (adapter.safetensors) is not what was shipped: {why}. Install Footnote again."
    )
