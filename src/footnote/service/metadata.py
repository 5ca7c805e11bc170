"""Who wrote an article, when and where it was published, what it is called.

Its opening lines say so, or what came with it. No sentence does, as a byline and a title are none; so such a
question is not searched for. Only one that names the article itself is taken ("Who wrote this article?"), or
that can mean nothing else where it begins a conversation ("Who wrote it?"), and only where the library knows.
English and German are known; anything else is a question to the articles.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from footnote.load.byline import LONGEST_LINE, dates, opening_lines
from footnote.marks import quoted
from footnote.schema import Answer, Article, ArticleEntry, Citation, Evidence, Span

Fact = Literal["author", "date", "title", "publication"]
Read = Callable[[str], Article]

_MOST_NAMED = 5
_ARTICLE = (
    r"(?:(?:the|this|that) (?:article|text|page|story|document|piece|post|paper|report|essay)"
    r"|(?:de[rmns]|das|diese[rmns]?) (?:artikels?|texte?s?|beitrags?|berichts?|dokuments?))"
)
_IT = rf"(?:it|this|that|es|das|dies|{_ARTICLE})"
_WRITTEN = "(?:written|published|posted|printed|released)"
_VERFASST = "(?:geschrieben|verfasst|veröffentlicht|erschienen)"
_ASKED: dict[Fact, tuple[str, ...]] = {  # IT is the article, OF "of the article"
    "author": (
        r"who (?:wrote|has written|authored) IT",
        r"by whom (?:was|is) IT(?: written)?",
        r"who (?:is|was) IT (?:written )?by",
        r"(?:who|what)(?:'s| is| was| are| were) the (?:name of the )?(?:author|writer)s?OF",
        r"wer hat IT (?:geschrieben|verfasst)",
        r"(?:wer ist|wie heißt) (?:der autor|die autorin|der verfasser|die verfasserin)OF",
        r"von wem (?:ist|stammt) IT",
    ),
    "date": (
        rf"when (?:was|is) IT (?:(?:first )?{_WRITTEN}|from)",
        r"what(?:'s| is) the (?:publication date|date of publication|date)OF",
        r"(?:how old is|what date is|what is the date on) IT",
        rf"wann (?:wurde|ist) IT {_VERFASST}(?: worden)?",
        r"(?:von wann ist|wie alt ist) IT",
    ),
    "title": (
        r"what(?:'s| is) the (?:title|headline)OF",
        r"what(?:'s| is) IT called",
        r"(?:wie lautet|was ist) (?:der titel|die überschrift)OF",
    ),
    "publication": (
        rf"where (?:was|is) IT (?:(?:first )?{_WRITTEN}|from)",
        r"who (?:published|posted|printed) IT",
        r"(?:which|what) (?:publication|newspaper|magazine|journal|paper|site) (?:is|was) IT (?:from|in)",
        r"what(?:'s| is) the (?:source|publisher|publication)OF",
        rf"wo (?:wurde|ist) IT {_VERFASST}(?: worden)?",
        r"(?:was ist|wie lautet) die quelleOF",
    ),
}
_PUBLICATION = re.compile(
    r"(?:publication|source|publisher|(?:(?:first|originally) )?published (?:in|by|on)|quelle)\b:? *(\S.*)",
    re.I,
)
_LEAD = re.compile(r"(?:so|and|ok|okay|please|can you tell me|do you know|tell me|und|bitte)\b[ ,]*")


@dataclass(frozen=True, slots=True)
class _Known:
    """A fact about an article: the words of its text that give it and the line they stand in, if any does."""

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
        entries: the articles that can be asked, of which up to five are named.
        read: gives an article by its id.
        opening: nothing was said before it, so that "it" can mean the article only.
    """
    fact = asked_fact(question, opening=opening)
    if fact is None:
        return None
    known = [_known(read(entry.id), fact) for entry in entries[:_MOST_NAMED]]
    known = [one for one in known if one.value]
    return _answer(question, fact, known, named=len(entries) > 1) if known else None


def asked_fact(question: str, *, opening: bool) -> Fact | None:
    """Return which fact about an article a question wants, None where it wants something else."""
    said = " ".join(re.sub(r"[^\w'\s]", " ", question.replace("’", "'")).lower().split())
    said = _LEAD.sub("", said, count=1)
    it, of = (_IT, rf"(?: (?:of |von )?{_IT})?") if opening else (_ARTICLE, rf" (?:of |von )?{_ARTICLE}")
    for fact, patterns in _ASKED.items():
        if any(re.fullmatch(one.replace("IT", it).replace("OF", of), said) for one in patterns):
            return fact
    return None


def _known(article: Article, fact: Fact) -> _Known:
    value = _value(article, fact)
    for start, end in opening_lines(article.text):
        for first, last in _places(value, fact, article.text[start:end]):
            words = _span(article, start + first, start + last)
            alone = fact == "title" or end - start > LONGEST_LINE
            return _Known(article, words.text, words, words if alone else _span(article, start, end))
    return _Known(article, value)


def _value(article: Article, fact: Fact) -> str:
    if fact == "publication":
        return article.source if "://" in article.source else ""
    return {"author": article.author, "date": article.date, "title": article.title}[fact]


def _places(value: str, fact: Fact, line: str) -> list[tuple[int, int]]:
    """Return where in a line the words stand that give a fact, which is ``value`` by what is known."""
    if fact == "publication":
        named = _PUBLICATION.fullmatch(line)
        return [named.span(1)] if named and len(line) <= LONGEST_LINE else []
    if fact == "date":
        return [(start, end) for start, end, date in dates(line) if date == value]
    return [match.span() for match in re.finditer(re.escape(value), line)] if value else []


def _span(article: Article, start: int, end: int) -> Span:
    return Span(article.id, start, end, article.text[start:end])


def _answer(question: str, fact: Fact, known: Sequence[_Known], *, named: bool) -> Answer:
    sentences: list[str] = []
    citations: list[Citation] = []
    for number, one in enumerate(known):
        said = _WORDS[fact].format(quoted(one.value))
        if one.line is not None:
            cited = _citation(one.line, len(citations) + 1, number)
            citations.append(cited)
            said = f"{quoted(cited.text)} [{cited.number}]"
        sentences.append(f"{quoted(one.article.title)}: {said}" if named else said)
    return Answer(
        answer="\n".join(sentences),
        short_answer=None if named else known[0].words,
        status="answered",
        done=True,
        citations=tuple(citations),
        evidence=tuple(Evidence(one.article_id, one.start, one.end, one.text, 1.0) for one in citations),
        confidence=1.0,
        searched_for=question,
    )


def _citation(line: Span, number: int, sentence: int) -> Citation:
    return Citation(number, line.article_id, line.start, line.end, line.text, sentence)


_WORDS: dict[Fact, str] = {  # where no line of the text gives it
    "author": "The author is {}, by what came with the article.",
    "date": "It is dated {}, by what came with the article.",
    "title": "It is called “{}”.",
    "publication": "It was taken from {}.",
}
