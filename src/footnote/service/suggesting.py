"""Questions that Footnote can answer from an article, made from it and tried on it."""

import re
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from footnote.answer import point, read
from footnote.answer.confidence import Confidence, confidence
from footnote.generate.chat import check
from footnote.schema import Answer, IndexedArticle, Retrieval
from footnote.service.models import Models
from footnote.summarise.questions import Suggestion, suggestions
from footnote.summarise.questions.sections import told_by_sections

_TRIED = 24  # questions at most that evidence is sought for, so that it takes well under a second
_READ = 3  # ... and, for each that is wanted, that the model reads at most
_KEPT = 256  # articles
_LEAST = 0.4  # confidence that a suggested question's answer has at least
_ABOVE = 1.5  # ... and how many times that of a question which is just not refused
_FUNCTION_WORDS = frozenset("a an and as at by for from in into of on or that the to was were with".split())


@dataclass(frozen=True, slots=True)
class _Tried:
    """A question that retrieval finds the right sentence for, and how surely it is answered."""

    suggestion: Suggestion
    retrieval: Retrieval
    probability: float


class Suggested:
    """The questions of the articles that were opened last; what an id stands for never changes.

    Making them takes the model seconds, and the page asks for them each time that it shows an article.
    """

    def __init__(self) -> None:
        self._known: OrderedDict[tuple[str, int], list[str]] = OrderedDict()
        self._lock = threading.Lock()

    def of(self, article_id: str, count: int, make: Callable[[], list[str]]) -> list[str]:
        """Return an article's ``count`` questions, from ``make`` where they are not known yet."""
        key = (article_id, count)
        with self._lock:
            if key in self._known:
                self._known.move_to_end(key)
                return list(self._known[key])
        made = make()
        with self._lock:
            self._known[key] = made
            if len(self._known) > _KEPT:
                self._known.popitem(last=False)
        return list(made)


def suggest(
    indexed: IndexedArticle,
    models: Models,
    ask: Callable[[str], Iterator[Answer]],
    count: int,
    refuse_below: float | None = None,
    cancel: threading.Event | None = None,
) -> list[str]:
    """Return the ``count`` questions that are answered most surely, in the order of the article.

    Where too few are sure, sections are asked for that none of them is of, if ``ask`` tells of them alone.
    """
    chosen = _answered(indexed, models, count, refuse_below, cancel)
    sections = islice(told_by_sections(indexed), _READ * count)
    while len(chosen) < count and (one := next(sections, None)):
        taken = any(one.sentence.start <= start < one.end for start in chosen)
        if not taken and _is_told(one, ask):
            chosen[one.sentence.start] = one.question
    return [chosen[start] for start in sorted(chosen)]


def _is_told(one: Suggestion, ask: Callable[[str], Iterator[Answer]]) -> bool:
    """Whether a question for a section is answered from it alone."""
    *_, answer = ask(one.question)
    told = all(one.is_answered_by(cited.start, cited.end) for cited in answer.citations)
    return answer.status == "answered" and told


def _answered(
    indexed: IndexedArticle,
    models: Models,
    count: int,
    refuse_below: float | None,
    cancel: threading.Event | None,
) -> dict[int, str]:
    """Return the ``count`` questions that are answered most surely, each by the start of its sentence.

    A question counts only if its calibrated confidence is well above the refusal threshold, retrieval and
    the answer both put the sentence that it was made from first, and the short answer, where there is
    one, has words in common with the one that the question was made from. Each comes from another
    sentence. Fewer are returned rather than bad ones.
    """
    tried = sorted(_tried(indexed, models, refuse_below, cancel), key=lambda one: -one.probability)
    chosen: dict[int, str] = {}
    for one in tried[: _READ * count]:
        start = one.suggestion.sentence.start
        if len(chosen) < count and start not in chosen and _is_answered(one, models, refuse_below, cancel):
            chosen[start] = one.suggestion.question
    return chosen


def _tried(
    indexed: IndexedArticle, models: Models, refuse_below: float | None, cancel: threading.Event | None
) -> Iterator[_Tried]:
    """Yield the questions that retrieval finds the right sentence for, and that are sure to be answered."""
    for number, suggestion in enumerate(suggestions(indexed)):
        if number == _TRIED:
            return
        check(cancel)
        retrieval = models.retriever.find(suggestion.question, [indexed.article.id])
        best = next(iter(retrieval.candidates), None)
        if best is None or not suggestion.is_answered_by(best.start, best.end):
            continue
        sure = confidence(retrieval, None, models.similar)
        if _is_sure(sure, refuse_below):
            yield _Tried(suggestion, retrieval, sure.probability)


def _is_sure(sure: Confidence, refuse_below: float | None) -> bool:
    return sure.probability >= max(_LEAST, min(_ABOVE * sure.refuse_below, 0.9), refuse_below or 0.0)


def _is_answered(
    tried: _Tried, models: Models, refuse_below: float | None, cancel: threading.Event | None
) -> bool:
    """Whether the answer is sure, cites the right sentence first, points at the right words, if at any."""
    reading = read(tried.retrieval, models.chat, cancel)
    pointed = point(tried.retrieval, reading)
    first = pointed.cited[0]
    if not tried.suggestion.is_answered_by(first.start, first.end):
        return False
    if not _is_sure(confidence(tried.retrieval, reading, models.similar), refuse_below):
        return False
    answer = tried.suggestion.answer
    return pointed.span is None or not answer or agree(pointed.span.text, answer)


def agree(short_answer: str, known: str) -> bool:
    """Whether a short answer says what is known to answer.

    At least half of its words are of that, and they are half of that or hold its first word: of "an
    advisory of exposure for all" "advisory" answers, "exposure" does not.
    """
    said, wanted = _words(short_answer), _words(known)
    shared = [word for word in wanted if word in said]
    enough = 2 * len(shared) >= min(len(said), len(wanted)) and bool(shared)
    return enough and (2 * len(shared) >= len(wanted) or wanted[0] in said)


def _words(text: str) -> list[str]:
    """Return the words that carry meaning, each once, in order; all where none does."""
    found = list(dict.fromkeys(re.findall(r"\w+", text.casefold())))
    return [word for word in found if word not in _FUNCTION_WORDS] or found
