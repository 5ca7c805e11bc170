"""Token vectors become word vectors; every vector becomes a unit vector."""

import re

import numpy as np
from numpy.typing import NDArray

from footnote.schema import Vectors, WordVectors

_WORD = re.compile(r"\w+")


def words_of(text: str, tokens: Vectors, offsets: NDArray[np.int64]) -> WordVectors:
    """Return a text's words, each with its tokens' mean vector; words beyond the tokens are left out."""
    found: list[re.Match[str]] = []
    means: list[Vectors] = []
    real = offsets[:, 1] > offsets[:, 0]
    for match in _WORD.finditer(text):
        own = real & (offsets[:, 0] < match.end()) & (offsets[:, 1] > match.start())
        if own.any():
            found.append(match)
            means.append(tokens[own].mean(axis=0))
    stacked = np.stack(means) if means else np.zeros((0, tokens.shape[1]), np.float32)
    words, starts = tuple(match.group() for match in found), tuple(match.start() for match in found)
    return WordVectors(words, unit(stacked), starts)


def unit(vectors: Vectors) -> Vectors:
    """Return each row (n, dim) at length 1; a row of zeros stays one."""
    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    scaled: Vectors = (vectors / np.maximum(norms, 1e-12)).astype(np.float32)
    return scaled
