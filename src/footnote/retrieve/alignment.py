"""Does the evidence speak of each thing that the question speaks of? Word by word, in context.

A question that an article seems to answer, but does not, mostly names one thing that the evidence has
another of. So every content word of the question is matched to the word of the sentence whose vector is
nearest in the embedder's contextual space (as in Zhang et al. 2020, "BERTScore"); words whose stem stands in
the sentence are told from those that only have a neighbour there. The weakest match, which told most as long
as the network of support.py was not there, tells nothing beside it.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from footnote.retrieve.lexical import carries_content, stems
from footnote.schema import WordVectors

_ALIKE = 0.6  # from this on two words may mean the same: "fight" and "fought", rarely "father" and "uncle"


def alignment_signals(
    question: WordVectors, sentences: Sequence[WordVectors], language: str
) -> dict[str, float]:
    """Return how well the question's words are matched, by name; empty where there is nothing to match.

    Args:
        question: its words and vectors.
        sentences: those of the best sentences, best first; the first counts most.
        language: ISO 639-1, for the stems by which two words count as the same.
    """
    sentences = [sentence for sentence in sentences if sentence.words]
    if not question.words or not sentences:
        return {}
    content = _content(question)
    every = [(question.vectors @ sentence.vectors.T).max(axis=1) for sentence in sentences]
    first = every[0]
    same = same_stems(question, sentences[0], language)[content]
    names = [place for place in content if place and question.words[place][:1].isupper()]
    numbers = [place for place in content if question.words[place][:1].isdigit()]
    return {
        "align_mean_of_both": float(np.max(every, axis=0)[content].mean()),
        "align_all_mean": float(first.mean()),
        "align_other_words": float((~same).sum()),
        "align_other_words_mean": float(first[content][~same].mean()) if not same.all() else 1.0,
        "align_other_names": _other(names, content, same),
        "align_other_numbers": _other(numbers, content, same),
    }


def matched(question: WordVectors, sentences: Sequence[WordVectors]) -> frozenset[str]:
    """Return the words of a question that some word of the sentences may mean too."""
    told = [question.vectors @ sentence.vectors.T for sentence in sentences if sentence.words]
    if not told:
        return frozenset()
    best = np.concatenate(told, axis=1).max(axis=1)
    return frozenset(word for word, cosine in zip(question.words, best, strict=True) if cosine >= _ALIKE)


def _content(question: WordVectors) -> list[int]:
    """Return the places of the words that carry content, all where none does."""
    places = [n for n, word in enumerate(question.words) if carries_content(word)]
    return places or list(range(len(question.words)))


def same_stems(question: WordVectors, sentence: WordVectors, language: str) -> NDArray[np.bool_]:
    """Say of each word of a question whether a word of its stem stands in a sentence."""
    held = set(stems(" ".join(sentence.words), language))
    return np.array([bool(held.intersection(stems(word, language))) for word in question.words])


def _other(places: Sequence[int], content: Sequence[int], same: NDArray[np.bool_]) -> float:
    """Return how many of the words at ``places`` do not stand in the sentence."""
    rows = [content.index(place) for place in places]
    return float((~same[rows]).sum()) if rows else 0.0
