"""What a heading says, it says of what stands under it: "Only assistance dogs." answers "Are dogs allowed?".

No article of the development sets has headings, so nothing of this is fitted: for sentences without one all
stays as it is, and a heading's words count for the sentence where the question has them and the sentence
has not.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from footnote.embed import Embedder
from footnote.retrieve.lexical import carries_content, stems, words
from footnote.retrieve.matching import InContext
from footnote.schema import Sentence, Vectors, WordVectors

_MOST_ASKED = 40  # words of a question
_ROW = re.compile(r"\S[ \t]+\|[ \t]+\S")


def above(text: str, sentences: Sequence[Sentence]) -> tuple[str, ...]:
    """Return what stands above each sentence, one below the other, the nearest last.

    That is its heading, for a row of a table the table's first row, and for a paragraph after one that ends
    with a question that question, as in an interview.
    """
    found: list[str] = []
    head: Sentence | None = None
    asked = ""
    for before, sentence in zip((None, *sentences), sentences, strict=False):
        if head is None or not is_row(text, sentence) or head.heading != sentence.heading:
            head = sentence if is_row(text, sentence) else None
        first = text[head.start : head.end] if head and head is not sentence else ""
        if before is not None and before.paragraph != sentence.paragraph:
            asked = _question(text[before.start : before.end])
        found.append("\n".join(part for part in (sentence.heading, first, asked) if part))
    return tuple(found)


def _question(sentence: str) -> str:
    short = len(sentence.split()) <= _MOST_ASKED
    return sentence if short and sentence.rstrip("\"'”’»)*_ ").endswith(("?", "？")) else ""


def is_row(text: str, sentence: Sentence) -> bool:
    """Say whether a sentence is a row of a table, its cells apart by "|"."""
    return bool(_ROW.search(text[sentence.start : sentence.end]))


def told_by(above: str, question: str, text: str, language: str) -> str:
    """Return what stands above a sentence where it has words of the question that this lacks, else ""."""
    if not above:
        return ""
    own = set(stems(text, language))
    asked = [word for word in words(question) if carries_content(word)]
    lacking = set(stems(" ".join(asked), language)) - own
    return above if lacking & set(stems(above, language)) else ""


def headed_vectors(vectors: Vectors, above: Sequence[str], embedder: Embedder) -> Vectors:
    """Return the vectors (n, dim) of sentences or passages together with what stands above each."""
    texts = sorted({one for one in above if one})
    if not texts:
        return vectors
    known = dict(zip(texts, embedder.embed(texts), strict=True))
    nothing = np.zeros(vectors.shape[1], np.float32)
    joint = vectors + np.array([known.get(one, nothing) for one in above])
    unit: Vectors = joint / np.maximum(np.linalg.norm(joint, axis=1, keepdims=True), 1e-9)
    return unit


def below(one: InContext, heading: WordVectors) -> InContext:
    """Return a sentence's words with those of its heading before them."""
    return replace(one, sentence=_joined(heading, one.sentence), window=_joined(heading, one.window))


def _joined(one: WordVectors, other: WordVectors) -> WordVectors:
    vectors = np.concatenate([one.vectors, other.vectors])
    return WordVectors(one.words + other.words, vectors, one.starts + other.starts)
