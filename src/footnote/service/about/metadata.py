"""Who wrote an article, when and where it was published, what it is called.

Its opening lines say so, or what came with it. No sentence does, as a byline and a title are none; so such a
question is not searched for where the library knows.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from footnote.load.byline import Byline, authors, bylines
from footnote.load.dates import LONGEST_LINE, dates, iso_date
from footnote.marks import quoted
from footnote.schema import Answer, Article, Span
from footnote.service.about.fact import Fact, asked_facts
from footnote.service.about.lookedup import Line, looked_up

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


def metadata(question: str, articles: Iterable[Article], *, opening: bool) -> Answer | None:
    """Return the answer to a question about articles' metadata; None for any other, or if nothing is known.

    ``opening`` says that nothing was said before it, so that "it" can mean the article only.
    """
    facts = asked_facts(question, opening=opening)
    every = [*articles] if facts else []
    asked = [(fact, _record(article, fact)) for fact in facts for article in every]
    known = [(fact, one) for fact, one in asked if one.value]
    if not known:
        return None
    lines = [_line(fact, one, several=len(every) > 1) for fact, one in known]
    return looked_up(question, [*dict.fromkeys(lines)], known[0][1].words if len(asked) == 1 else None)


def _record(article: Article, fact: Fact) -> _Record:
    value = _value(article, fact)
    for start, end, byline in bylines(article.text):
        for first, last in _places(value, fact, article.text[start:end], byline):
            words = Span.of(article, start + first, start + last)
            alone = fact == "title" or end - start > LONGEST_LINE
            return _Record(article, words.text, words, words if alone else Span.of(article, start, end))
    return _Record(article, value)


def _value(article: Article, fact: Fact) -> str:
    if fact == "publication":
        return article.source if "://" in article.source else ""
    return {"author": article.author, "date": article.date, "title": article.title}[fact]


def _places(value: str, fact: Fact, line: str, byline: Byline) -> list[tuple[int, int]]:
    """Return where in a line the words stand that give a fact, which is ``value`` by what is known."""
    if fact == "publication":
        named = _PUBLICATION.fullmatch(line) if len(line) <= LONGEST_LINE else None
        return [named.span(1)] if named and not iso_date(named[1]) else []
    if fact == "date":
        return [(a, b) for a, b, date in dates(line) if date == value] if byline.date == value else []
    if not value or (fact == "author" and byline.author != value):
        return []
    places = [one.span() for one in re.finditer(rf"(?<!\w){re.escape(value)}(?!\w)", line)]
    return places or [(0, len(line))] * (fact == "author")  # marks stand between a paper's authors


def _line(fact: Fact, one: _Record, *, several: bool) -> Line:
    title = f"{quoted(one.article.title)}:" if several else ""
    if one.line is not None:
        return Line(title, (one.line,), marked=False)
    said = _WORDS[fact].format(quoted(one.value))
    *others, last = authors(one.value) if fact == "author" else (one.value,)
    if others:
        said = _AUTHORS.format(quoted(f"{', '.join(others)} and {last}"))
    return Line(" ".join((title, said)).strip())


_WORDS: dict[Fact, str] = {  # where no line of the text gives it
    "author": "The author is {}, by what came with the article.",
    "date": "It is dated {}, by what came with the article.",
    "title": "It is called “{}”.",
    "publication": "It was taken from {}.",
}
_AUTHORS = "The authors are {}, by what came with the article."
