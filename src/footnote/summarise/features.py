"""What speaks for a sentence as part of a summary: one row of numbers a sentence.

Centrality is the cosine with the mean of the sentences' vectors (Radev et al. 2004, "Centroid-based
summarization of multiple documents"); ``frequency`` is SumBasic's (Nenkova & Vanderwende 2005).
"""

import math
import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from footnote.schema import Article, Sentence, Vectors
from footnote.stem import stem_of
from footnote.summarise.beginning import behind, told_from
from footnote.summarise.softness import QUOTATION
from footnote.summarise.standing.chains import Standing

Matrix = NDArray[np.float64]

FEATURES = (
    "lead",  # 1 / (1 + how many usable sentences stand before it), counted from what is told on
    "early",  # falls evenly from 1 at the first of those to 0 at the last; 0 before what is told
    "first",  # 1 at the first of those
    "centrality",  # cosine with the mean of the usable sentences
    "lead_cosine",  # cosine with the mean of the first three of those
    "frequency",  # mean log frequency of its content words in the article
    "mass",  # share of the article's content words, counted as often as they occur, that it holds
    "words",  # tens of words
    "long",  # ... beyond thirty
    "names",  # share of its words, the first left out, that are capitalised
    "question",
    "first_person",  # I, we, my, our outside a quotation
    "leans",  # it needs the sentence before it
    "title",  # share of the title's content words that it holds; 0 where the text has no title
)

_FUNCTION_WORDS = frozenset(
    (
        "a about after all also an and any are as at be because been before being between both but by can "
        "could did do does doing done during each for from had has have having he her here him his how i if "
        "in into is it its just last made make may me more most much must my new no not of off on one only "
        "or other our out over own said same say says she should so some still such than that the their them "
        "then there these they this those through to too two under until up us very was we were what when "
        "where which while who whom whose why will with would year years you your"
    ).split()
)
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_FIRST_PERSON = re.compile(r"\b(?:I|we|We|my|My|our|Our|us|me)\b")


def features(
    article: Article,
    sentences: Sequence[Sentence],
    vectors: Vectors,
    standings: Sequence[Standing],
    said: Sequence[frozenset[str]],
) -> Matrix:
    """Return one row of FEATURES a sentence: (n, len(FEATURES)).

    Args:
        article: its text and language.
        sentences: all of the article, or those of a part.
        vectors: their unit vectors (n, dim).
        standings: how each of them stands; what is not usable has a row, but weighs on no other.
        said: the stems of what each would say in a summary.
    """
    texts = [article.text[s.start : s.end] for s in sentences]
    stems = [content_stems(text, article.language) for text in texts]
    usable = np.array([standing.usable for standing in standings])
    title = _title_stems(article)
    columns = _forms(texts) | _frequencies(stems, usable)
    columns["title"] = np.array([len(title & one) for one in said]) / max(len(title), 1)
    columns["centrality"] = _centrality(vectors, usable)
    told = told_from(columns, texts, usable)
    columns |= behind(usable, told)
    columns["lead_cosine"] = _lead_cosine(vectors, usable, told)
    columns["leans"] = np.array([float(bool(standing.needs)) for standing in standings])
    return np.column_stack([columns[name] for name in FEATURES])


def content_stems(text: str, language: str) -> list[str]:
    """Return the stems of the words that carry content, in order; unknown languages count as English."""
    found = (word.casefold() for word in _WORD.findall(text))
    return [stem_of(word, language) for word in found if word not in _FUNCTION_WORDS and len(word) > 1]


def _title_stems(article: Article) -> frozenset[str]:
    """Return the stems of the title's words; none where it was made of the text's first words."""
    return frozenset(() if article.title.endswith("…") else content_stems(article.title, article.language))


def _centrality(vectors: Vectors, usable: NDArray[np.bool_]) -> Matrix:
    return _cosines(vectors, vectors[usable] if usable.any() else vectors)


def _lead_cosine(vectors: Vectors, usable: NDArray[np.bool_], told: int) -> Matrix:
    return _cosines(vectors, (vectors[told:][usable[told:]] if usable.any() else vectors)[:3])


def _cosines(vectors: Vectors, others: Vectors) -> Matrix:
    """Return the cosine of each vector with the mean of others."""
    mean = others.mean(axis=0)
    direction = mean / max(float(np.linalg.norm(mean)), 1e-9)
    cosines: Matrix = (vectors @ direction).astype(np.float64)
    return cosines


def _forms(texts: Sequence[str]) -> dict[str, Matrix]:
    words = np.array([len(text.split()) for text in texts], dtype=np.float64)
    questions = [text.rstrip("\"'”’)").endswith("?") for text in texts]
    first = [bool(_FIRST_PERSON.search(text)) and not QUOTATION.search(text) for text in texts]
    return {
        "words": words / 10,
        "long": np.maximum(words - 30, 0) / 10,
        "names": np.array([_capitalised(text) for text in texts]),
        "question": np.array(questions, dtype=np.float64),
        "first_person": np.array(first, dtype=np.float64),
    }


def _capitalised(text: str) -> float:
    words = text.split()[1:]
    return sum(word[:1].isupper() for word in words) / len(words) if words else 0.0


def _frequencies(stems: Sequence[Sequence[str]], usable: NDArray[np.bool_]) -> dict[str, Matrix]:
    counts = Counter(stem for found, one in zip(stems, usable, strict=True) if one for stem in found)
    return {
        "frequency": np.array([_mean_log(found, counts) for found in stems]),
        "mass": np.array([_mass(found, counts) for found in stems]) / max(counts.total(), 1),
    }


def _mean_log(stems: Sequence[str], counts: Counter[str]) -> float:
    return sum(math.log1p(counts[stem]) for stem in stems) / len(stems) if stems else 0.0


def _mass(stems: Sequence[str], counts: Counter[str]) -> int:
    return sum(counts[stem] for stem in set(stems))
