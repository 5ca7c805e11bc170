"""What the network of footnote/retrieve/support.py learns from: questions beside an article's sentences."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np

from footnote.retrieve.features import Question, features
from footnote.retrieve.ranker import fitted_ranker
from footnote.retrieve.support import SUPPORTERS, Seen, see
from training.altered import Named, altered
from training.library import DevelopmentLibrary, Questioned, exchanged
from training.wordnet import WordNet

_WIDE = ("features", "asked", "told")

Kind = Literal["own", "altered", "foreign"]  # of the article's questions, or about another article


@dataclass(frozen=True, slots=True)
class Row:
    """A question beside the best sentences of an article."""

    article_id: str
    question_id: str
    seen: tuple[Seen, ...]
    answers: bool
    kind: Kind


def own(library: DevelopmentLibrary) -> Iterator[Row]:
    """Yield each article's own questions."""
    for one in library.articles:
        for question in one.questions:
            yield _row(one, question, library, "own")


def altered_own(library: DevelopmentLibrary, wordnet: WordNet) -> Iterator[Row]:
    """Yield the articles' own questions, each with one word exchanged; see training/altered.py."""
    chance = random.Random(0)
    for one in library.articles:
        named = Named.of(one.article.text)
        for question in one.questions:
            asked, answers = question["question"], question["answerable"]
            for text, still in altered(asked, answers, named, wordnet, chance):
                yield _row(one, {**question, "question": text, "answerable": still}, library, "altered")


def foreign(library: DevelopmentLibrary) -> Iterator[Row]:
    """Yield questions of another article, asked of each."""
    for one in exchanged(library.articles):
        for question in one.questions:
            yield _row(one, question, library, "foreign")


def _row(one: Questioned, question: dict[str, Any], library: DevelopmentLibrary, kind: Kind) -> Row:
    seen = tuple(_seen(one, question["question"], library))
    return Row(one.article.id, question["id"], seen, question["answerable"], kind)


def _seen(one: Questioned, question: str, library: DevelopmentLibrary) -> Iterator[Seen]:
    retriever = library.retriever
    vector, asked = library.embedder.embed_question(question)
    signals = retriever.sentence_signals(one.article.id, vector)
    scores = fitted_ranker().scores(features(Question.of(question, one.article.language), signals))
    for number in np.argsort(-scores, kind="stable")[:SUPPORTERS].tolist():
        found = see(
            asked, retriever.contexts.in_context(signals, number), signals.index, float(scores[number])
        )
        if found is not None:  # in float32: there are 22,000 rows
            yield replace(found, **{name: getattr(found, name).astype(np.float32) for name in _WIDE})
