"""An answer that is certain: it was not searched for but looked up, and rests on its citations alone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from footnote.marks import quoted
from footnote.schema import Answer, Article, Citation, Evidence, Sentence, Span


@dataclass(frozen=True, slots=True)
class Opened:
    """An article and its sentences in the order of the text."""

    article: Article
    sentences: tuple[Sentence, ...]


Open = Callable[[str], Opened]  # gives an article by its id


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
            text = quoted(" ".join(c.text.split()))
            words.append(f"“{text}” [{citation.number}]" if line.marked else f"{text} [{citation.number}]")
            citations.append(citation)
            sentence += 1
        sentence += not line.cited
        parts.append(" ".join(words))
    answer = cited_answer(question, "\n".join(parts), citations)
    return replace(answer, short_answer=short, status="answered", done=True)


def cited_answer(question: str, text: str, citations: Sequence[Citation]) -> Answer:
    """Return the event of an answer, its citations the evidence; who calls says whether it is done."""
    return Answer(
        answer=text,
        citations=tuple(citations),
        evidence=tuple(Evidence(c.article_id, c.start, c.end, c.text, 1.0) for c in citations),
        confidence=1.0,
        searched_for=question,
    )


def span_of(article: Article, start: int, end: int) -> Span:
    """Return a range of an article with its words."""
    return Span(article.id, start, end, article.text[start:end])
