"""What a heading says, it says of what stands under it: "Only assistance dogs." answers "Are dogs allowed?".

No article of the development sets has headings, so nothing of this is fitted: for sentences without one all
stays as it is, and a heading's words count for the sentence where the question has them and the sentence
has not.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from footnote.embed import Embedder
from footnote.retrieve.lexical import carries_content, stems, words
from footnote.retrieve.matching import InContext
from footnote.schema import Passage, Sentence, Vectors, WordVectors


def headed(text: str, heading: str) -> str:
    """Return a sentence's text below its heading."""
    return f"{heading}\n{text}" if heading else text


def told_by(heading: str, question: str, text: str, language: str) -> str:
    """Return a sentence's heading where it has words of the question that the sentence lacks, else ""."""
    if not heading:
        return ""
    own = set(stems(text, language))
    asked = [word for word in words(question) if carries_content(word)]
    lacking = set(stems(" ".join(asked), language)) - own
    return heading if lacking & set(stems(heading, language)) else ""


def headed_vectors(
    vectors: Vectors, ranges: Sequence[Sentence] | Sequence[Passage], embedder: Embedder
) -> Vectors:
    """Return the vectors (n, dim) of sentences or passages together with their headings."""
    headings = sorted({one.heading for one in ranges if one.heading})
    if not headings:
        return vectors
    known = dict(zip(headings, embedder.embed(headings), strict=True))
    nothing = np.zeros(vectors.shape[1], np.float32)
    joint = vectors + np.array([known.get(one.heading, nothing) for one in ranges])
    unit: Vectors = joint / np.maximum(np.linalg.norm(joint, axis=1, keepdims=True), 1e-9)
    return unit


def below(one: InContext, heading: WordVectors) -> InContext:
    """Return a sentence's words with those of its heading before them."""
    return replace(one, sentence=_joined(heading, one.sentence), window=_joined(heading, one.window))


def _joined(one: WordVectors, other: WordVectors) -> WordVectors:
    vectors = np.concatenate([one.vectors, other.vectors])
    return WordVectors(one.words + other.words, vectors, one.starts + other.starts)
