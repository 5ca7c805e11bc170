"""How much memory a model's weights take, told before they are loaded."""

import json
import math
from pathlib import Path

_WIDTHS = {"float32": 4, "bfloat16": 2, "float16": 2}  # bytes of a number


def gguf_bytes(file: Path, dtype: str) -> int:
    """Return the memory that the unpacked weights take; reads the header only.

    Raises:
        ValueError: it is not a .gguf file.
    """
    from gguf import GGUFReader

    return sum(int(tensor.n_elements) for tensor in GGUFReader(file).tensors) * _WIDTHS[dtype]


def folder_bytes(folder: Path, dtype: str) -> int:
    """Return the memory that the weights take as ``dtype``, from the headers of the safetensors files.

    Raises:
        ValueError: a header is broken.
        FileNotFoundError: there is no such file.
    """
    files = sorted(folder.glob("*.safetensors"))
    if not files:
        raise FileNotFoundError("its folder holds no .safetensors file")
    return sum(_numbers(file) for file in files) * _WIDTHS[dtype]


def _numbers(file: Path) -> int:
    """Return how many numbers a safetensors file holds."""
    with file.open("rb") as content:
        length = int.from_bytes(content.read(8), "little")
        if not 0 < length < file.stat().st_size:
            raise ValueError(f"{file.name} is cut short or is not a safetensors file")
        header = json.loads(content.read(length))
    return sum(math.prod(facts["shape"]) for name, facts in header.items() if name != "__metadata__")
