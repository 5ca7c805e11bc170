"""Do the best sentences bear out each word of the question? A small network that learned it from questions.

A question that only seems answerable copies the article's words but for one: "least" for "most". So each word
of the question goes with the word of the sentence whose vector is nearest, and from how near it is, how rare,
in what order, and from a bilinear form of the two vectors the network says whether the one bears out the
other. A sentence answers if all words are borne out, the article if any of its best sentences does; only that
is known of a training question ("multiple instances": Dietterich, Lathrop and Lozano-Pérez 1997). Alone it
tells answerable from adversarial questions about unseen articles with AUROC 0.69.
``training/fit_support.py`` makes ``assets/support.safetensors`` (CC BY-SA 4.0, as its data), for the default
embedder's vectors alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

import numpy as np

from footnote.retrieve.alignment import same_stems
from footnote.retrieve.features import Matrix
from footnote.retrieve.lexical import SentenceIndex, carries_content
from footnote.retrieve.matching import InContext, rarity
from footnote.schema import WordVectors

SUPPORTERS = 3  # of the ranker's best sentences are looked at
WORD_FEATURES = 14
_FAR = 12  # words; beyond this a distance counts as this


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """A question beside a sentence: n words, each with what is known of its match."""

    features: Matrix  # (n, WORD_FEATURES)
    asked: Matrix  # (n, dimension) vectors of the question's words
    told: Matrix  # (n, dimension) vectors of the sentence's words that match them
    score: float  # of the ranker


def see(question: WordVectors, one: InContext, index: SentenceIndex, score: float) -> Seen | None:
    """Match a question with a sentence of the article that ``index`` is of; None where one has no words."""
    if not question.words or not one.sentence.words:
        return None
    cosines = (question.vectors @ one.sentence.vectors.T).astype(np.float64)
    places = cosines.argmax(axis=1)
    told = one.sentence.vectors[places].astype(np.float64)
    return Seen(_features(question, one, index, cosines), question.vectors.astype(np.float64), told, score)


def support(seen: Sequence[Seen | None]) -> dict[str, float]:
    """Return how well the best sentences bear the question out, a logit, by name; empty where none has words.

    The ranker's best should be given first.
    """
    every = [one for one in seen if one is not None]
    if not every:
        return {}
    weights = network()
    lead = weights["rank"] * (np.array([one.score for one in every]) - every[0].score)
    sentences = np.array([_borne_out(one, weights) for one in every]) + lead
    return {"support": float(np.logaddexp.reduce(sentences) + weights["bias"])}


@cache
def network() -> Mapping[str, Matrix]:
    """Return the network's matrices by name."""
    from safetensors.numpy import load

    content = (files("footnote") / "assets" / "support.safetensors").read_bytes()
    return {name: value.astype(np.float64) for name, value in load(content).items()}


def _borne_out(one: Seen, weights: Mapping[str, Matrix]) -> float:
    """Return the log probability that all words are borne out."""
    plain = (one.features - weights["mean"]) / weights["scale"]
    pairs = (one.asked @ weights["asked"].T) * (one.told @ weights["told"].T)
    hidden = np.tanh(np.column_stack([plain, pairs]) @ weights["hidden"].T + weights["hidden_bias"])
    return float(-np.logaddexp(0.0, -(hidden @ weights["out"] + weights["out_bias"])).sum())


def _features(question: WordVectors, one: InContext, index: SentenceIndex, cosines: Matrix) -> Matrix:
    """Return WORD_FEATURES of each word, in the order of the columns."""
    columns = (
        cosines.max(axis=1),
        (question.vectors @ one.window.vectors.T).max(axis=1),
        same_stems(question, one.sentence, index.language),
        same_stems(question, one.window, index.language),
        *_of_words(question.words, index),
        *_of_matches(question, one, cosines),
        [len(question.words)] * len(question.words),
    )
    return np.column_stack([np.asarray(column, dtype=np.float64) for column in columns])


def _of_words(words: Sequence[str], index: SentenceIndex) -> tuple[list[float], ...]:
    """Return how rare each word is, and whether it has content, is a name, a number, the first."""
    return (
        [rarity(word, index) for word in words],
        [carries_content(word) for word in words],
        [bool(place) and word[:1].isupper() for place, word in enumerate(words)],
        [word[:1].isdigit() for word in words],
        [not place for place in range(len(words))],
    )


def _of_matches(
    question: WordVectors, one: InContext, cosines: Matrix
) -> tuple[list[float], list[float], Matrix, list[bool]]:
    """Return how far each match is from those of the words beside it, how sure, and if it is the same."""
    places, ordered = cosines.argmax(axis=1), np.sort(cosines, axis=1)
    second = ordered[:, -2] if cosines.shape[1] > 1 else ordered[:, -1]
    steps = [0.0, *(min(abs(b - a), _FAR) / _FAR for a, b in pairwise(places.tolist())), 0.0]
    matched = [one.sentence.words[at] for at in places]
    equal = [word.casefold() == found.casefold() for word, found in zip(question.words, matched, strict=True)]
    return steps[:-1], steps[1:], ordered[:, -1] - second, equal
