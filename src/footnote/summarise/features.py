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
from footnote.summarise.standing import Standing

Matrix = NDArray[np.float64]

FEATURES = (
    "lead",  # 1 / (1 + how many usable sentences stand before it), counted after a soft opening
    "early",  # falls evenly from 1 at the first of those to 0 at the last; 0 in a soft opening
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
_QUOTATION = re.compile(r"[“”„\"]|(?:^|(?<=\s))[‘'](?=\w)")
_SPOKEN = re.compile(r"\b(?:I|we|We|us|our|Our|my|My|you|You|your|Your)\b")
_WAY_IN = re.compile(
    r"(?:Imagine|Picture|Think of|Consider|Take|Ask|Meet|Forget|Remember|One (?:can|could|might|need)|"
    r"(?:In )?these days|Once upon|When it comes to|There (?:is|are|was|were) (?:an?|no|few|many|some))\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[“\"][^“”\"]+[”\"]|(?:^|(?<=\s))[‘'].{15,}?[’'](?=[\s,.;:]|$)")
_FIRST_PERSON = re.compile(r"\b(?:I|we|We|my|My|our|Our|us|me)\b")


def features(
    article: Article, sentences: Sequence[Sentence], vectors: Vectors, standings: Sequence[Standing]
) -> Matrix:
    """Return one row of FEATURES a sentence: (n, len(FEATURES)).

    Args:
        article: its text and language.
        sentences: all of the article, or those of a part.
        vectors: their unit vectors (n, dim).
        standings: how each of them stands; what is not usable has a row, but weighs on no other.
    """
    texts = [article.text[s.start : s.end] for s in sentences]
    stems = [content_stems(text, article.language) for text in texts]
    usable = np.array([standing.usable for standing in standings])
    counts = Counter(stem for found, one in zip(stems, usable, strict=True) if one for stem in found)
    soft = _soft_opening(texts, usable)
    columns = _places(usable, soft) | _meanings(vectors, usable, soft) | _forms(texts)
    columns["frequency"] = np.array([_mean_log(found, counts) for found in stems])
    columns["mass"] = np.array([_mass(found, counts) for found in stems]) / max(counts.total(), 1)
    columns["leans"] = np.array([float(bool(standing.needs)) for standing in standings])
    return np.column_stack([columns[name] for name in FEATURES])


def content_stems(text: str, language: str) -> list[str]:
    """Return the stems of the words that carry content, in order; unknown languages count as English."""
    found = (word.casefold() for word in _WORD.findall(text))
    return [stem_of(word, language) for word in found if word not in _FUNCTION_WORDS and len(word) > 1]


def _soft_opening(texts: Sequence[str], usable: NDArray[np.bool_]) -> int:
    """Return how many of the first sentences lead up to what the article says: 0 where none or all do."""
    for number, text in enumerate(texts):
        if usable[number] and not is_soft(text):
            return number
    return 0


def is_soft(text: str) -> bool:
    """Whether a sentence speaks to the reader or of "us", asks, or is mostly someone's words.

    Such a sentence leads into an article or colours it; what the article says stands elsewhere.
    """
    quoted = sum(len(match.group().split()) for match in _QUOTED.finditer(text))
    if 2 * quoted > len(text.split()) or text.rstrip("\"'”’) ").endswith("?"):
        return True
    spoken = _SPOKEN.search(text) and not _QUOTATION.search(text)
    return bool(spoken) or bool(_WAY_IN.match(text))


def _places(usable: NDArray[np.bool_], soft: int) -> dict[str, Matrix]:
    counted = usable & (np.arange(len(usable)) >= soft)
    last = max(int(usable.sum()) - 1, 1)
    before: NDArray[np.int64] = np.cumsum(counted) - counted
    before[:soft] = last
    early = 1.0 - np.minimum(before / last, 1.0)
    first = (before == 0) & counted
    return {"lead": np.asarray(1.0 / (1.0 + before)), "early": early, "first": first.astype(np.float64)}


def _meanings(vectors: Vectors, usable: NDArray[np.bool_], soft: int) -> dict[str, Matrix]:
    rows = vectors[usable] if usable.any() else vectors
    told = vectors[soft:][usable[soft:]] if usable.any() else vectors
    return {
        "centrality": (vectors @ _direction(rows)).astype(np.float64),
        "lead_cosine": (vectors @ _direction(told[:3])).astype(np.float64),
    }


def _direction(rows: Vectors) -> Vectors:
    mean = rows.mean(axis=0)
    direction: Vectors = mean / max(float(np.linalg.norm(mean)), 1e-9)
    return direction


def _forms(texts: Sequence[str]) -> dict[str, Matrix]:
    words = np.array([len(text.split()) for text in texts], dtype=np.float64)
    questions = [text.rstrip("\"'”’)").endswith("?") for text in texts]
    first = [bool(_FIRST_PERSON.search(text)) and not _QUOTATION.search(text) for text in texts]
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


def _mean_log(stems: Sequence[str], counts: Counter[str]) -> float:
    return sum(math.log1p(counts[stem]) for stem in stems) / len(stems) if stems else 0.0


def _mass(stems: Sequence[str], counts: Counter[str]) -> int:
    return sum(counts[stem] for stem in set(stems))
