"""An answer that is certain: it was not searched for but looked up, and rests on its citations alone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Protocol

from footnote.injection import orders
from footnote.marks import quoted
from footnote.schema import Answer, Article, Citation, Evidence, Segments, Sentence, Span
from footnote.schema.lines import unwrapped


class Reads(Protocol):
    """What has articles: a library or its store."""

    def article(self, article_id: str) -> Article:
        """Return an article with its text."""

    def segments(self, article_id: str) -> Segments:
        """Return its sentences and passages."""


class Opened:
    """An article and its sentences in order, read once they are wanted, which they mostly are not."""

    def __init__(self, article_id: str, library: Reads) -> None:
        self._id = article_id
        self._library = library

    @cached_property
    def article(self) -> Article:
        """The article with its text."""
        return self._library.article(self._id)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences."""
        return self._library.segments(self._id).sentences

    @cached_property
    def told(self) -> tuple[Sentence, ...]:
        """Its sentences but those that order a machine about or say what to answer."""
        texts = [self.article.text[one.start : one.end] for one in self.sentences]
        ordering = orders(texts, [one.paragraph for one in self.sentences])
        return tuple(one for number, one in enumerate(self.sentences) if number not in ordering)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an answer: what is said, then what it rests on, in quotation marks if ``marked``."""

    said: str = ""
    cited: tuple[Span, ...] = ()
    marked: bool = True


def looked_up(question: str, lines: Sequence[Line], short: Span | None = None) -> Answer:
    """Return the answer that these lines make, every range that is cited with its number, as they come."""
    parts: list[str] = []
    citations: list[Citation] = []
    sentence = 0
    for line in lines:
        words = [line.said] if line.said else []
        for c in line.cited:
            citation = Citation(len(citations) + 1, c.article_id, c.start, c.end, c.text, sentence)
            text = quoted(unwrapped(c.text))
            words.append(f"“{text}” [{citation.number}]" if line.marked else f"{text} [{citation.number}]")
            citations.append(citation)
            sentence += 1
        sentence += not line.cited
        parts.append(" ".join(words))
    return replace(whole_answer(question, "\n".join(parts), citations), short_answer=short)


def whole_answer(question: str, text: str, citations: Sequence[Citation]) -> Answer:
    """Return the last event of such an answer."""
    return replace(cited_answer(question, text, citations), status="answered", done=True)


def cited_answer(question: str, text: str, citations: Sequence[Citation]) -> Answer:
    """Return an event of such an answer as it grows, its citations the evidence."""
    return Answer(
        answer=text,
        citations=tuple(citations),
        evidence=tuple(Evidence(c.article_id, c.start, c.end, c.text, 1.0) for c in citations),
        confidence=1.0,
        searched_for=question,
    )
