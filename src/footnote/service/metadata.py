"""Who wrote an article, when and where it was published, what it is called.

Its opening lines say so, or what came with it. No sentence does, as a byline and a title are none; so such a
question is not searched for where the library knows.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from footnote.load.byline import LONGEST_LINE, dates, find_byline, iso_date, opening_lines
from footnote.marks import quoted
from footnote.schema import Answer, Article, ArticleEntry, Citation, Span
from footnote.service.cited import cited_answer
from footnote.service.fact import Fact, asked_fact

Read = Callable[[str], Article]

_MOST_NAMED = 5
_PUBLICATION = re.compile(
    r"(?:publication|source|publisher|(?:(?:first|originally) )?published (?:in|by)|quelle): *(\S.*)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Record:
    """What is known of an article: the words of its text that say so and the line of these, if any do."""

    article: Article
    value: str
    words: Span | None = None
    line: Span | None = None


def about_the_article(
    question: str, entries: Sequence[ArticleEntry], read: Read, *, opening: bool
) -> Answer | None:
    """Return the answer to a question about the articles themselves; None for any other, or if none is known.

    Args:
        question: what the reader typed.
        entries: the articles that can be asked; of more than five nobody asks this.
        read: gives an article by its id.
        opening: nothing was said before it, so that "it" can mean the article only.
    """
    fact = asked_fact(question, opening=opening)
    if fact is None or len(entries) > _MOST_NAMED:
        return None
    records = [one for entry in entries if (one := _record(read(entry.id), fact)).value]
    return _answer(question, fact, records, several=len(entries) > 1) if records else None


def _record(article: Article, fact: Fact) -> _Record:
    value = _value(article, fact)
    for start, end in opening_lines(article.text):
        for first, last in _places(value, fact, article.text[start:end]):
            words = _span(article, start + first, start + last)
            alone = fact == "title" or end - start > LONGEST_LINE
            return _Record(article, words.text, words, words if alone else _span(article, start, end))
    return _Record(article, value)


def _value(article: Article, fact: Fact) -> str:
    if fact == "publication":
        return article.source if "://" in article.source else ""
    return {"author": article.author, "date": article.date, "title": article.title}[fact]


def _places(value: str, fact: Fact, line: str) -> list[tuple[int, int]]:
    """Return where in a line the words stand that give a fact, which is ``value`` by what is known."""
    byline = find_byline(line)
    if fact == "publication":
        named = _PUBLICATION.fullmatch(line) if len(line) <= LONGEST_LINE else None
        return [named.span(1)] if named and not iso_date(named[1]) else []
    if fact == "date":
        return [(a, b) for a, b, date in dates(line) if date == value] if byline.date == value else []
    says = bool(value) and (fact == "title" or byline.author == value)
    return [one.span() for one in re.finditer(rf"(?<!\w){re.escape(value)}(?!\w)", line)] if says else []


def _span(article: Article, start: int, end: int) -> Span:
    return Span(article.id, start, end, article.text[start:end])


def _answer(question: str, fact: Fact, records: Sequence[_Record], *, several: bool) -> Answer:
    sentences: list[str] = []
    citations: list[Citation] = []
    for number, one in enumerate(records):
        said = _WORDS[fact].format(quoted(one.value))
        if one.line is not None:
            cited = _citation(one.line, len(citations) + 1, number)
            citations.append(cited)
            said = f"{quoted(cited.text)} [{cited.number}]"
        sentences.append(f"{quoted(one.article.title)}: {said}" if several else said)
    answer = cited_answer(question, "\n".join(sentences), citations)
    return replace(answer, short_answer=None if several else records[0].words, status="answered", done=True)


def _citation(line: Span, number: int, sentence: int) -> Citation:
    return Citation(number, line.article_id, line.start, line.end, line.text, sentence)


_WORDS: dict[Fact, str] = {  # where no line of the text gives it
    "author": "The author is {}, by what came with the article.",
    "date": "It is dated {}, by what came with the article.",
    "title": "It is called “{}”.",
    "publication": "It was taken from {}.",
}
