"""What speaks for a sentence as the answer to a question: one row of numbers a sentence."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from footnote.retrieve.expected import expected, holds
from footnote.retrieve.lexical import SentenceIndex, content_stems, stems, words
from footnote.retrieve.outline import Above
from footnote.schema import Article, Passage, Sentence
from footnote.turns import Turn

Matrix = NDArray[np.float64]
Rows = TypeVar("Rows", Matrix, NDArray[np.bool_])

FEATURES = (
    "cosine",  # of the question with the sentence
    "cosine_rank",  # 1 / (1 + rank) by cosine within the article
    "bm25",  # of the question's content words, over the best that a sentence could have
    "bm25_rank",
    "coverage",  # share of the question's content words, weighted by rarity, in the sentence
    "window_coverage",  # ... in the sentence, the one before it, the one after it, or above it
    "neighbours_bm25",  # the larger of the two neighbours' bm25
    "passage_cosine",  # of the question with the sentence's passage
    "passage_bm25",  # the best bm25 in the passage
    "bigrams",  # share of the question's neighbouring word pairs that stand so in the sentence
    "names",  # share of the question's names and numbers in the sentence
    "expected",  # it holds the kind of thing asked for
    "first",  # it opens its paragraph
    "log_length",
    "question",  # it is itself a question
)


@dataclass(frozen=True, slots=True)
class Question:
    """A question as the features see it."""

    text: str
    stems: tuple[str, ...]
    all_stems: tuple[str, ...]
    names: tuple[str, ...]
    words: frozenset[str]

    @classmethod
    def of(cls, text: str, language: str) -> "Question":
        """Read a question's stems in the article's language."""
        names = [
            word
            for place, word in enumerate(text.replace("’s", "").replace("'s", "").split())
            if (place and word[:1].isupper()) or word[:1].isdigit()
        ]
        return cls(
            text,
            tuple(dict.fromkeys(content_stems(text, language))),
            tuple(stems(text, language)),
            tuple(dict.fromkeys(stem for name in names for stem in stems(name, language))),
            frozenset(words(text)),
        )


@dataclass(frozen=True, slots=True)
class SentenceSignals:
    """What is known of an article's sentences before a question comes, and their cosines after."""

    article: Article
    sentences: tuple[Sentence, ...]
    passages: tuple[Passage, ...]
    index: SentenceIndex
    passage_of: NDArray[np.int64]  # (n,) number of each sentence's passage
    cosines: Matrix  # (n,)
    passage_cosines: Matrix  # (number of passages,)
    vocabulary: dict[str, str]  # of the text: see footnote/retrieve/spelling.py
    above: tuple[str, ...]  # each sentence: see footnote/retrieve/headed.py
    heads: tuple[int | None, ...]  # the row that names its cells: see footnote/retrieve/tables.py
    orders: NDArray[np.bool_]  # (n,) it orders a machine about: see footnote/injection
    turns: tuple[Turn, ...]  # each sentence: see footnote/turns.py
    over: tuple[Above, ...]  # the headings over each sentence: see footnote/retrieve/outline.py

    def text(self, number: int) -> str:
        """Return a sentence's words as they stand in the article."""
        return self.article.text[self.sentences[number].start : self.sentences[number].end]


def features(question: Question, signals: SentenceSignals) -> Matrix:
    """Return one row of FEATURES for each sentence of an article: (n, len(FEATURES))."""
    columns = _of_meaning(signals) | _of_words(question, signals) | _of_form(question, signals)
    return np.column_stack([columns[name] for name in FEATURES])


def _of_meaning(signals: SentenceSignals) -> dict[str, Matrix]:
    return {
        "cosine": signals.cosines,
        "cosine_rank": _inverse_rank(signals.cosines),
        "passage_cosine": signals.passage_cosines[signals.passage_of],
    }


def _of_words(question: Question, signals: SentenceSignals) -> dict[str, Matrix]:
    index = signals.index
    rarity = np.array([index.idf(stem) for stem in question.stems])
    bm25 = index.bm25(question.stems) / max(2.2 * rarity.sum(), 1e-9)  # 2.2 = k1 + 1, BM25's ceiling
    held = index.coverage(question.stems)
    window = held | _shift(held, 1) | _shift(held, -1) | _told_above(question.stems, signals)
    passage_best = np.zeros(len(signals.passage_cosines))
    np.maximum.at(passage_best, signals.passage_of, bm25)
    return {
        "bm25": bm25,
        "bm25_rank": np.where(bm25 > 0, _inverse_rank(bm25), 0.0),
        "coverage": _share(held, rarity),
        "window_coverage": _share(window, rarity),
        "neighbours_bm25": np.maximum(_shift(bm25, 1), _shift(bm25, -1)),
        "passage_bm25": passage_best[signals.passage_of],
        "bigrams": _bigrams(question.all_stems, index.stems),
        "names": _share(index.coverage(question.names), np.ones(len(question.names))),
    }


def _of_form(question: Question, signals: SentenceSignals) -> dict[str, Matrix]:
    texts = [signals.article.text[s.start : s.end] for s in signals.sentences]
    kind = expected(question.text)
    return {
        "expected": np.array([float(holds(kind, text, question.words)) for text in texts]),
        "first": _opens(signals.sentences),
        "log_length": np.log1p([len(found) for found in signals.index.stems]),
        "question": np.array([float(text.rstrip("\"'”’)").endswith("?")) for text in texts]),
    }


def _told_above(asked: Sequence[str], signals: SentenceSignals) -> NDArray[np.bool_]:
    """Return which of a question's stems stand above which sentence: (n, number of stems)."""
    told = np.zeros((len(signals.above), len(asked)), dtype=bool)
    known: dict[str, list[bool]] = {}
    for number, one in enumerate(signals.above):
        if one and one not in known:
            held = set(stems(one, signals.index.language))
            known[one] = [stem in held for stem in asked]
        if one:
            told[number] = known[one]
    return told


def _shift(rows: Rows, by: int) -> Rows:
    """Return each row's neighbour ``by`` places before it, zeros beyond the ends."""
    moved = np.zeros_like(rows)
    if by > 0:
        moved[by:] = rows[:-by]
    else:
        moved[:by] = rows[-by:]
    return moved


def _inverse_rank(scores: Matrix) -> Matrix:
    ranks = np.empty(len(scores))
    ranks[np.argsort(-scores, kind="stable")] = np.arange(len(scores))
    return 1.0 / (1.0 + ranks)


def _share(held: NDArray[np.bool_], weights: Matrix) -> Matrix:
    total = weights.sum()
    return held @ weights / total if total > 0 else np.zeros(len(held))


def _bigrams(question: Sequence[str], sentences: Sequence[Sequence[str]]) -> Matrix:
    wanted = set(itertools.pairwise(question))
    if not wanted:
        return np.zeros(len(sentences))
    return np.array([len(wanted & set(itertools.pairwise(s))) / len(wanted) for s in sentences])


def _opens(sentences: Sequence[Sentence]) -> Matrix:
    paragraphs = [-1, *(sentence.paragraph for sentence in sentences)]
    return np.array([float(a != b) for a, b in itertools.pairwise(paragraphs)])
