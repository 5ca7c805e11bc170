"""What an answer rests on: the sentences that it cites, and the few words of them that answer."""

import threading
from dataclasses import dataclass

from footnote.abbreviation import spelt_out
from footnote.answer.asserted import asserted
from footnote.answer.cited import cited
from footnote.answer.compared import compares
from footnote.answer.defaults import told_as_asked
from footnote.answer.fewwords import answered_by_a_clause, answered_in_few_words, is_fragment
from footnote.answer.figures import of_two, undated
from footnote.answer.headed import of_the_sentences, read_as
from footnote.answer.ranking import Ranked, rerank, span
from footnote.answer.tabled import is_one_of_many_cells
from footnote.generate import ChatModel
from footnote.schema import Candidate, Reading, Retrieval, Span

_MOST_WORDS = 20  # of a short answer; a reader points at no more, but for what stands below a heading
_READ = 4  # sentences that the model reads at once: as many as its adapter was trained with


@dataclass(frozen=True, slots=True)
class Pointed:
    """The sentences that an answer cites, the likeliest first, and the few words that answer, if any.

    ``words`` are those of the span, and also what a draft must say where they are but a part of the answer.
    ``phrased`` says whether the model is asked for a draft, ``items`` are a whole list that is asked for.
    """

    cited: tuple[Candidate, ...]
    span: Span | None
    words: Span | None
    phrased: bool
    items: tuple[Span, ...] = ()


def read(retrieval: Retrieval, model: ChatModel, cancel: threading.Event | None = None) -> Reading | None:
    """Return what the model makes of the best sentences; None where it does not read, or there are none.

    Raises:
        Cancelled: ``cancel`` was set.
    """
    best = retrieval.candidates[:_READ]
    reading = model.read(retrieval.question, [read_as(one) for one in best], cancel=cancel)
    return reading and of_the_sentences(reading, best)


def point(retrieval: Retrieval, reading: Reading | None) -> Pointed:
    """Return what an answer rests on, in the light of what a model has read."""
    ranked = rerank(retrieval.candidates, reading)
    first = ranked[0].candidate
    if first.items:
        return Pointed((first,), None, None, phrased=False, items=first.items)
    words, short = _few_words(retrieval.question, ranked[0])
    chosen = cited([one.candidate for one in ranked], retrieval.evidence)
    # Of two sentences that are quoted as one, the first may tell of what the question leaves aside.
    if chosen[0].text != first.text and retrieval.signals.get("leaves_aside"):
        short = None
    # Only the small default reads. Its drafts from one sentence pass the check for 9 of 103 questions, those
    # from two for 1 of 67, wrongly, and none of 13 where no few words answer: half a second each for nothing.
    phrased = reading is None or (len(chosen) == 1 and words is not None)
    # A draft might tell the claim without its denial.
    phrased = phrased and chosen[0].denied is None
    return Pointed(chosen, short, words, phrased)


def _few_words(question: str, best: Ranked) -> tuple[Span | None, Span | None]:
    """Return the few words that answer, and the same where they may be shown by themselves, too."""
    first = best.candidate
    if first.named is not None:
        return first.named, first.named
    found = spelt_out(question, first.text)
    likeliest = span(first, *found) if found else _asked_for(question, best)
    words = None if answered_by_a_clause(question) else likeliest
    return words, words if words is not None and _stands_alone(question, first, words) else None


def _asked_for(question: str, best: Ranked) -> Span | None:
    """Return the few words that a reader points at, or the other figure of the two that its sentence has.

    None where they are no default, which is asked for.
    """
    if best.span is None:
        return None
    before = best.candidate.start
    place = (best.span.start - before, best.span.end - before)
    if not told_as_asked(question, best.candidate, *place):
        return None
    return span(best.candidate, *of_two(question, best.candidate.text, *place))


def _stands_alone(question: str, sentence: Candidate, words: Span) -> bool:
    """Say whether the few words that answer may be shown by themselves, too."""
    if sentence.denied is not None or len(words.text.split()) > _MOST_WORDS:
        return False
    if not answered_in_few_words(question):
        return False
    place = (words.start - sentence.start, words.end - sentence.start)
    if not compares(question, sentence.text) or undated(question, sentence.text, *place):
        return False
    if is_fragment(question, sentence.text, *place) or is_one_of_many_cells(question, sentence, place[0]):
        return False
    return asserted(question, sentence.text, *place)
