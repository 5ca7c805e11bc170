"""A fact about the one article, as its author, that a follow-up means or one of two questions asks for."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from footnote.answer import respond
from footnote.answer.quoting import listed
from footnote.answer.wording import other_not_answered
from footnote.followup import understood, understood_apart
from footnote.followup.turns import turns
from footnote.schema import Answer, Article, Message, Span
from footnote.service.about.metadata import metadata
from footnote.service.several import between, joined


@dataclass(frozen=True, slots=True)
class HalfFact:
    """The fact that one of two questions asks for, and the other question."""

    fact: Answer
    other: str


def fact_meant(question: str, history: Sequence[Message], article: Article) -> Answer | None:
    """Return the fact that a follow-up means: "Who is he?" after "What does the author want?"."""
    meant, _ = understood(question, history, article.title, article.text)
    return _fact(meant, history, article)


def half_fact(question: str, history: Sequence[Message], article: Article) -> HalfFact | None:
    """Return the fact that one of two questions asks for, None where neither or each does."""
    halves = [half for half, _ in understood_apart(question, history, article.title, article.text)]
    found = [_fact(half, history, article) for half in halves]
    for fact, other_fact, other in zip(found, reversed(found), reversed(halves), strict=True):
        if fact and not other_fact:
            return HalfFact(fact, other)
    return None


def with_fact(last: Answer, half: HalfFact) -> Answer:
    """Return the answer to the other question with the fact behind it, or the fact without that answer."""
    if last.status != "answered":
        lacking = other_not_answered(half.other)
        return replace(half.fact, answer=f"{half.fact.answer} {lacking}", short_answer=None)
    cited = [Span(one.article_id, one.start, one.end, one.text) for one in half.fact.citations]
    if not cited:
        text = between(last.answer).join((last.answer, half.fact.answer))
        return replace(last, answer=text, short_answer=None)
    sentences = 1 + max((one.sentence for one in last.citations), default=-1)
    return replace(joined(last, listed(cited, len(last.citations), sentences)), short_answer=None)


def _fact(question: str, history: Sequence[Message], article: Article) -> Answer | None:
    """Return a fact where "the author" can mean the article's only: nothing but a summary was told before."""
    told = any(turn.answer and respond(turn.question, []) is None for turn in turns(history))
    return metadata(question, [article], opening=not told)
