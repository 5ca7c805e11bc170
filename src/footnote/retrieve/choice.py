"""Which sentences of the articles found may answer a question, and what speaks for each."""

from collections import ChainMap
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from footnote.retrieve.features import Matrix, Question, SentenceSignals, features
from footnote.retrieve.parties import of_other_parties
from footnote.retrieve.place import Place
from footnote.retrieve.repeated import repeated
from footnote.retrieve.rows import of_other_rows
from footnote.retrieve.siblings import of_others, only_of_others
from footnote.retrieve.spelling import spelled
from footnote.retrieve.told import nearness, wanted
from footnote.retrieve.versions import of_other_versions
from footnote.schema import Told, WordVectors


@dataclass(frozen=True, slots=True, eq=False)
class Searched:
    """A question, its words, and the articles with the best passages, the best first."""

    question: str
    words: WordVectors
    found: tuple[SentenceSignals, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """The sentences that are ranked, with their features, and what each gains by what was told."""

    places: tuple[Place, ...]
    matrix: Matrix
    near: Matrix
    of_others: frozenset[str]  # the articles that tell what is asked only of other things than the one named


def choice_among(searched: Searched, told: Told) -> Choice | None:
    """Return the sentences that may answer, none that orders a machine about; None where none is left."""
    question = searched.question
    others = [
        of_others(question, one.article, one.sentences, one.over, one.vocabulary) for one in searched.found
    ]
    kept = [
        (one, np.setdiff1d(wanted(told, one), np.flatnonzero(other | _left_out(question, one))))
        for one, other in zip(searched.found, others, strict=True)
    ]
    places = tuple((one, int(number)) for one, numbers in kept for number in numbers)
    if not places:
        return None
    matrices = [features(Question.of(question, one.article.language), one)[numbers] for one, numbers in kept]
    near = [nearness(told, one)[numbers] for one, numbers in kept]
    lacking = frozenset(
        one.article.id
        for one, other in zip(searched.found, others, strict=True)
        if only_of_others(question, one, other)
    )
    return Choice(places, np.concatenate(matrices), np.concatenate(near), lacking)


def _left_out(question: str, one: SentenceSignals) -> NDArray[np.bool_]:
    """Return which sentences answer nothing: they order, ask, repeat the question, tell of others."""
    asks = np.array([turn.asks for turn in one.turns], dtype=bool)
    others = of_other_parties(question, one.article.text, one.sentences) | of_other_rows(question, one)
    others |= of_other_versions(question, one.article.text, one.sentences, one.over)
    left_out: NDArray[np.bool_] = one.orders | asks | others | repeated(question, one)
    return left_out


def mended(searched: Searched) -> str:
    """Return the question with the slips of the keyboard mended, by the words of the articles found."""
    if not searched.found or searched.found[0].article.language != "en":
        return searched.question
    spellings = ChainMap(*(one.vocabulary for one in searched.found))  # the best article's first
    return spelled(searched.question, spellings)
