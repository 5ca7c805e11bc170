"""Questions made from a sentence by rules, in English, such that the sentence answers them.

After Heilman & Smith 2010 ("Good question! Statistical ranking for question generation"): turn a
sentence round, ask for a phrase of it. Without a parser, so only forms that words alone give away: a
subject of a few words before a known verb, an apposition, a date, a number, a reason. What does not
fit a form exactly makes no question; who calls keeps only what Footnote then answers rightly.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from footnote.schema import IndexedArticle, Sentence
from footnote.summarise.leaning import leans
from footnote.summarise.pool import Pool
from footnote.summarise.questions import numbers, people, terms, things
from footnote.summarise.questions.asked import asked
from footnote.summarise.questions.clause import Question, Vocabulary
from footnote.summarise.questions.forms import BACKWARD, NAME
from footnote.summarise.scorer import fitted_scorer

__all__ = ["READ", "Question", "Suggestion", "Vocabulary", "is_well_asked", "questions_from", "suggestions"]

_LONGEST, _SHORTEST = 18, 4  # words of a question
READ = 400  # sentences of an article that questions are made from
_UNREADABLE = re.compile(r"[“”\"()\[\]‘:;]|\s['’]|–|—| -- ")
_VAGUE = re.compile(  # which one is not said, or more than one thing is asked for at once
    r"\bthe (?:event|move|incident|deal|decision|case|discovery|pair|man|woman|scheme|company|study|report|"
    r"site|plan|project|attack|result|issue|problem|situation)\b(?! (?:of|to|between|for)\b)|"
    r"\b(?:as well as|along with|together with|a different)\b"
)
_READERS = re.compile(r"\b(?:I|my)\b")  # "How do I speed it up?" in a manual may be the reader's own question
_RULES: tuple[Callable[[str, Vocabulary], Iterator[Question]], ...] = (
    terms.defined,
    people.described,
    things.reasoned,
    things.counted,
    numbers.numbered,
    things.dated,
    things.distinguished,
    people.said,
    people.reported,
    people.quoted,
    things.owned,
    people.acted,
    terms.managed,
    terms.conditioned,
    things.objected,
    things.placed,
)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A question, the sentence of the article that answers it, and which of its words do, "" if all may.

    What the article asks itself is answered by what follows the sentence as well, to ``end``.
    """

    question: str
    sentence: Sentence
    answer: str
    end: int

    def is_answered_by(self, start: int, end: int) -> bool:
        """Whether a range of the article holds the sentence, or is of what answers the question."""
        first = self.sentence
        return (start <= first.start and first.end <= end) or (first.start <= start and end <= self.end)


def suggestions(indexed: IndexedArticle) -> Iterator[Suggestion]:
    """Yield questions from an English article's key sentences, the weightiest sentence's first.

    Of a very long article its first 400 sentences are read.
    """
    sentences = indexed.segments.sentences
    if indexed.article.language not in ("en", "und") or not sentences:
        return
    pool = Pool.of(indexed, 0, sentences[:READ][-1].end)
    scores = fitted_scorer().scores(pool.rows)
    for asks, below in asked(indexed.article, pool.sentences):
        if is_well_asked(asks):
            yield Suggestion(asks, below[0], "", below[-1].end)
    known = Vocabulary.of([indexed.article.text[s.start : s.end] for s in pool.sentences])
    alone = [number for number in pool.usable if not pool.standings[number].needs]
    for number in sorted(alone, key=lambda number: (-scores[number], number)):
        sentence = pool.sentences[number]
        for question in questions_from(pool.texts[number], known):
            yield Suggestion(question.text, sentence, question.answer, sentence.end)


def questions_from(sentence: str, known: Vocabulary) -> list[Question]:
    """Return the questions that a sentence answers, the surest form first, none twice.

    Args:
        sentence: one that stands alone, on one line.
        known: the article's words.
    """
    if _UNREADABLE.search(sentence) or leans(sentence, known.names):
        return []
    plain = sentence.rstrip(".!? ")
    bare = re.sub(rf"^({NAME}), (?:the|an?|who) [^,]+, (?=[a-z])", r"\1 ", plain)
    found = [question for rule in _RULES for question in (*rule(plain, known), *rule(bare, known))]
    made: dict[str, Question] = {}
    for one in found:
        if _is_well_formed(one.text):
            made.setdefault(_tidy(one.text), replace(one, text=_tidy(one.text)))
    return list(made.values())


def is_well_asked(question: str) -> bool:
    """Whether what an article asks itself, in a reader's name or its own, can be asked of it."""
    return _is_well_formed(_READERS.sub("", question))


def _tidy(question: str) -> str:
    return re.sub(r"\s+([,?])", r"\1", " ".join(question.split()))


def _is_well_formed(question: str) -> bool:
    words = question.split()
    fits = _SHORTEST <= len(words) <= _LONGEST and not re.search(r",(?!\d)", question)
    fits = fits and not re.search(r"\b(?:the|an?|and|or|has)\?$", question)
    return fits and not BACKWARD.search(question) and not _VAGUE.search(question)
