"""Questions about an article itself, which are looked up and not searched for.

Who wrote it, how long it is, what its last paragraph says, where it mentions a name, whom it names: no
sentence says so, or a sentence is to be shown for where it stands and not for what it says. Only whole
utterances count, as in small talk; anything else is a question to the article. English and German are known.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from footnote.schema import Answer, ArticleEntry, Span, Style, Summary
from footnote.service.about.hours import at_the_time
from footnote.service.about.listing import listed
from footnote.service.about.lookedup import (
    Line,
    Opened,
    Reads,
    cited_answer,
    looked_up,
    whole_answer,
)
from footnote.service.about.measure import measured
from footnote.service.about.mention import mentioned
from footnote.service.about.metadata import metadata
from footnote.service.about.part import Part, asked_part
from footnote.service.about.rows import rows
from footnote.service.about.section import asking, named
from footnote.service.about.steps import steps
from footnote.service.about.words import words_for

__all__ = [
    "Reads",
    "Summarise",
    "about_the_articles",
    "cited_answer",
    "under_its_heading",
    "whole_answer",
]

_MOST_ARTICLES = 50  # that are read for it; of a larger library it is said that only these were
_SURE = 0.5  # confidence, from which on what was found below a heading that asks for it is kept
_MOST_QUOTED = 3  # sentences of a part; of a longer one there is a summary


class Summarise(Protocol):
    """Yields the events of a summary of an article, by its id, or of its part from ``start`` to ``end``."""

    def __call__(
        self,
        article_id: str,
        style: Style,
        start: int = 0,
        end: int | None = None,
        *,
        sentences: int | None = None,
    ) -> Iterator[Summary]:
        """Yield them, the whole summary last: of so many ``sentences``, or of as many as the style has."""


def about_the_articles(
    question: str, entries: Sequence[ArticleEntry], library: Reads, summarise: Summarise, *, opening: bool
) -> Answer | None:
    """Return the answer to a question about the articles themselves; None for any other, or if none is known.

    Args:
        question: what the reader typed.
        entries: the articles that can be asked, of which the first fifty are.
        library: has them; it is read only for a question that is about them.
        summarise: summarises a part that is too long to quote.
        opening: nothing was said before it, so that "it" can mean the article only.
    """
    opened = [Opened(entry.id, library) for entry in entries[:_MOST_ARTICLES]]
    known = metadata(question, (one.article for one in opened), opening=opening)
    if known is None and len(opened) == 1:
        known = _about_one(question, opened[0], summarise, opening=opening)
    elif known is None:
        known = _in_one(question, opened, summarise)
    known = known or mentioned(question, opened)
    if known is None or len(entries) == len(opened):
        return known
    only = words_for(question).only_first.format(len(opened), len(entries))
    return replace(known, answer=f"{known.answer}\n{only}")


def under_its_heading(
    question: str, found: Answer, entries: Sequence[ArticleEntry], library: Reads, summarise: Summarise
) -> Answer:
    """Return what was found or, where it is not surely of what stands below a heading that asks this, that.

    Only the headings of a single article are looked at.
    """
    opened = Opened(entries[0].id, library)
    below = asking(question, opened) if len(entries) == 1 else ()
    sure = found.citations if found.confidence >= _SURE else ()
    if not below or any(below[0].start <= one.start < below[-1].end for one in sure):
        return found
    return _told(question, opened, Part(below), summarise)


def _about_one(question: str, opened: Opened, summarise: Summarise, *, opening: bool) -> Answer | None:
    if part := asked_part(question, opened, opening=opening):
        return _told(question, opened, part, summarise)
    known = steps(question, opened) or at_the_time(question, opened)
    known = known or measured(question, opened, opening=opening)
    return known or listed(question, opened, opening=opening) or rows(question, opened)


def _in_one(question: str, opened: Sequence[Opened], summarise: Summarise) -> Answer | None:
    """Tell of the section that only one of the articles has."""
    found = [(one, sentences) for one in opened if (sentences := named(question, one))]
    return _told(question, found[0][0], Part(found[0][1]), summarise) if len(found) == 1 else None


def _told(question: str, opened: Opened, part: Part, summarise: Summarise) -> Answer:
    """Quote a part, or summarise it where it is long and not wanted word by word."""
    if not part.sentences:
        return looked_up(question, [Line(part.missing)])
    first, last = part.sentences[0].start, part.sentences[-1].end
    if len(part.sentences) <= _MOST_QUOTED:
        spans = tuple(Span.of(opened.article, one.start, one.end) for one in part.sentences)
        return looked_up(question, [Line("", spans)])
    if part.verbatim:
        return looked_up(question, [Line("", (Span.of(opened.article, first, last),))])
    *_, summary = summarise(opened.article.id, "short", first, last)
    return whole_answer(question, summary.summary, summary.citations)
