"""Does the evidence speak of each thing that the question speaks of? Word by word, in context.

A question that an article seems to answer, but does not, mostly names one thing that the evidence has
another of. So every content word of the question is matched to the word of the sentence whose vector is
nearest in the embedder's contextual space (as in Zhang et al. 2020, "BERTScore"), and the weakest match
tells more than the mean: on the development questions this moved the AUROC of answerable against
adversarial questions from 0.59 to 0.65, and with negation beside it to 0.71.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from footnote.retrieve.lexical import FUNCTION_WORDS, stems
from footnote.schema import WordVectors

_ASKING = frozenset({"what", "who", "whom", "whose", "which", "when", "where", "why", "how"})
_WEAK = 0.45  # a cosine below this is hardly a match
_ALIKE = 0.6  # from this on two words may mean the same: "fight" and "fought", rarely "father" and "uncle"
_UNKNOWN = 0.7  # stands for the match of names where the question has none


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
    every = [question.vectors @ sentence.vectors.T for sentence in sentences]
    best = [matches.max(axis=1)[content] for matches in every]
    both = np.max(best, axis=0)
    same = same_stems(question, sentences[0], language)[content]
    names = [place for place in content if place and question.words[place][:1].isupper()]
    numbers = [place for place in content if question.words[place][:1].isdigit()]
    asking = [place for place, word in enumerate(question.words) if word.casefold() in _ASKING]
    first = every[0].max(axis=1)
    return {
        "align_weakest": float(best[0].min()),
        "align_two_weakest": float(np.sort(best[0])[:2].mean()),
        "align_mean": float(best[0].mean()),
        "align_weakest_of_both": float(both.min()),
        "align_mean_of_both": float(both.mean()),
        "align_weak_share": float((best[0] < _WEAK).mean()),
        "align_other_words_mean": float(best[0][~same].mean()) if not same.all() else 1.0,
        "align_other_words": float((~same).sum()),
        "align_weakest_name": float(first[names].min()) if names else _UNKNOWN,
        "align_other_names": _other(names, content, same),
        "align_other_numbers": _other(numbers, content, same),
        "align_all_mean": float(first.mean()),
        "align_asking": float(first[asking].max()) if asking else 0.0,
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
    places = [n for n, word in enumerate(question.words) if word.casefold() not in FUNCTION_WORDS]
    return places or list(range(len(question.words)))


def same_stems(question: WordVectors, sentence: WordVectors, language: str) -> NDArray[np.bool_]:
    """Say of each word of a question whether a word of its stem stands in a sentence."""
    held = set(stems(" ".join(sentence.words), language))
    return np.array([bool(held.intersection(stems(word, language))) for word in question.words])


def _other(places: Sequence[int], content: Sequence[int], same: NDArray[np.bool_]) -> float:
    """Return how many of the words at ``places`` do not stand in the sentence."""
    rows = [content.index(place) for place in places]
    return float((~same[rows]).sum()) if rows else 0.0
