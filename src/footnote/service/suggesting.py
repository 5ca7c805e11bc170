"""Questions that Footnote can answer from an article, made from it and tried on it."""

import threading
from collections.abc import Iterator

from footnote.answer.confidence import confidence
from footnote.generate.chat import check
from footnote.schema import IndexedArticle
from footnote.service.models import Models
from footnote.summarise.questions import Suggestion, suggestions

_TRIED = 24  # questions at most, so that it takes well under a second
_LEAST = 0.4  # confidence that a suggested question's answer has at least
_ABOVE = 1.5  # ... and how many times that of a question which is just not refused


def suggest(
    indexed: IndexedArticle, models: Models, count: int, cancel: threading.Event | None = None
) -> list[str]:
    """Return the ``count`` questions that are answered most surely, in the order of the article.

    A question counts only if retrieval puts the sentence that it was made from first, and the
    calibrated confidence, without the model's reading, is well above the refusal threshold. Each
    comes from another sentence. Fewer are returned rather than bad ones.
    """
    sure: dict[int, tuple[float, Suggestion]] = {}
    for suggestion, confident in _tried(indexed, models):
        check(cancel)
        start = suggestion.sentence.start
        if confident > sure.get(start, (0.0, suggestion))[0]:
            sure[start] = confident, suggestion
    best = sorted(sure, key=lambda start: (-sure[start][0], start))[:count]
    return [sure[start][1].question for start in sorted(best)]


def _tried(indexed: IndexedArticle, models: Models) -> Iterator[tuple[Suggestion, float]]:
    """Yield the questions that Footnote answers from the right sentence, each with its confidence."""
    for number, suggestion in enumerate(suggestions(indexed)):
        if number == _TRIED:
            return
        retrieval = models.retriever.find(suggestion.question, [indexed.article.id])
        best, sentence = next(iter(retrieval.candidates), None), suggestion.sentence
        if best is None or not (best.start <= sentence.start and sentence.end <= best.end):
            continue
        answered = confidence(retrieval)
        if answered.probability >= max(_LEAST, min(_ABOVE * answered.refuse_below, 0.9)):
            yield suggestion, answered.probability
