"""Questions for what stands below a heading, which need no sentence of a known form.

Prose that argues or instructs has few such sentences, but often headings.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import and_

from footnote.injection import commands
from footnote.numerals import MONTHS
from footnote.schema import IndexedArticle, Sentence
from footnote.summarise.questions import READ, Suggestion, is_well_asked
from footnote.summarise.questions.asked import question_of
from footnote.summarise.standing import standings

_FEWEST = 3  # whole sentences below a heading that could stand in a summary
_LEAST_WHOLE = 1 / 3  # of all; tables and forms have fewer (22 % and less), a wrapped poem 43 %
_ENDED = re.compile(r"[.!?][\"”’')\]*]*$")
_NUMBER = re.compile(r"^(?:\d+(?:\.\d+)*[.):]?|(?:[A-Z]|[IVX]+)(?:\.\d+)*[.):])\s+")
_NAME = re.compile(r"(?=.*[^\W\d_]{4})(?=[A-ZÀ-Þ\d])(?!.*_)(?:[\w’'&/-]+[:,]? ){0,7}[\w’'&/-]+")
_NAMES_NOTHING = re.compile(
    rf"(?:(?:foot|end)?notes?|(?:table of )?contents|index|warnings?)|(?:\W|\d|(?:{MONTHS})\b)*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Section:
    """The sentences below a heading, how many of them are whole, and how many of these say something."""

    heading: str
    sentences: Sequence[Sentence]
    whole: int
    says: int

    def asked_for(self, question: str) -> Suggestion:
        """Return a question that all of it answers."""
        return Suggestion(question, self.sentences[0], "", self.sentences[-1].end)


def told_by_sections(indexed: IndexedArticle) -> Iterator[Suggestion]:
    """Yield a question for each section of an English article that says enough, the longest first.

    Before all others come those whose headings ask, behind them the question what it is all about. Of a very
    long article the beginning is read.
    """
    if indexed.article.language not in ("en", "und"):
        return
    sections = list(_sections(indexed))
    times = Counter(one.heading for one in sections)
    for one in sorted(sections, key=lambda one: (not question_of(one.heading), -one.says)):
        if times[one.heading] == 1 and one.says >= _FEWEST and (question := _question(one.heading)):
            yield one.asked_for(question)
    whole, says = sum(one.whole for one in sections), sum(one.says for one in sections)
    if says >= _FEWEST and whole >= _LEAST_WHOLE * sum(len(one.sentences) for one in sections):
        first, *_, last = indexed.segments.sentences
        yield Suggestion("What is the article about?", first, "", last.end)


def _sections(indexed: IndexedArticle) -> Iterator[_Section]:
    text, sentences = indexed.article.text, indexed.segments.sentences[:READ]
    usable = [standing.usable for standing in standings(indexed.article, sentences)]
    ended = [bool(_ENDED.search(text[one.start : one.end])) for one in sentences]
    for heading, some in groupby(zip(sentences, ended, usable, strict=True), lambda one: one[0].heading):
        told, whole, says = zip(*some, strict=True)
        yield _Section(heading, told, sum(whole), sum(map(and_, whole, says)))


def _question(heading: str) -> str:
    """Return the question for what stands below a heading, "" where that names nothing plainly."""
    if asks := question_of(heading):
        return asks if is_well_asked(asks) else ""
    name = _NUMBER.sub("", " ".join(heading.split())).rstrip(" :.")
    plain = _NAME.fullmatch(name) and not _NAMES_NOTHING.fullmatch(name) and not commands(name)
    return f"What does the section “{name}” say?" if plain else ""
