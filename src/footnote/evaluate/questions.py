"""Ask every question of its own article, and the answerable ones of another article too."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass

from footnote.errors import InvalidInput
from footnote.evaluate.asked import Asked, ask
from footnote.evaluate.journal import Journal
from footnote.evaluate.sets import DevelopmentSet, Question, QuestionedArticle, other_article
from footnote.service import Footnote

Step = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A question and its answer; ``other`` where it was asked of an article that it is not about."""

    question: Question
    asked: Asked
    other: bool


@dataclass(frozen=True, slots=True)
class _Round:
    """One article, alone in the library, and what is asked of it."""

    title: str
    text: str
    own: tuple[Question, ...]
    others: tuple[Question, ...]


def count_questions(questioned: DevelopmentSet) -> int:
    """Return how many questions ``ask_all`` will ask."""
    return sum(len(one.own) + len(one.others) for one in _rounds(questioned.articles))


def ask_all(questioned: DevelopmentSet, service: Footnote, journal: Journal, step: Step) -> list[Outcome]:
    """Ask the set's questions, each article alone in the library, calling ``step`` after each.

    Raises:
        InvalidInput: an article is stored with other words, so that its spans would not fit.
    """
    outcomes: list[Outcome] = []
    for one in _rounds(questioned.articles):
        outcomes.extend(_ask_round(one, questioned.digest, service, journal, step))
    return outcomes


def _rounds(articles: tuple[QuestionedArticle, ...]) -> Iterator[_Round]:
    """Pair each article with the questions of the one before it, a single one with a sample article."""
    for place, article in enumerate(articles):
        before = articles[place - 1].questions if len(articles) > 1 else ()
        yield _Round(article.title, article.text, article.questions, _answerable(before))
    if len(articles) == 1:
        yield _Round("", other_article(articles[0].text), (), _answerable(articles[0].questions))


def _answerable(questions: Iterable[Question]) -> tuple[Question, ...]:
    return tuple(question for question in questions if question.answerable)


def _ask_round(
    one: _Round, digest: str, service: Footnote, journal: Journal, step: Step
) -> Iterator[Outcome]:
    place = hashlib.sha256(one.text.encode()).hexdigest()[:16]
    article_id = ""
    try:
        for question, other in [(q, False) for q in one.own] + [(q, True) for q in one.others]:
            key = f"{digest} {place} {question.id}"
            row = journal.get(key)
            if row is None:
                article_id = article_id or _add(service, one)
                row = asdict(ask(service, question.question, article_id))
                journal.put(key, row)
            yield Outcome(question, Asked.read(row), other)
            step()
    finally:
        if article_id:
            service.remove_article(article_id)


def _add(service: Footnote, one: _Round) -> str:
    article_id = service.add_article(one.text, title=one.title, source="evaluation").id
    if service.article(article_id).text != one.text:
        service.remove_article(article_id)
        raise InvalidInput(
            f"The article {one.title!r} is stored with other line ends, so its spans would not fit. "
            "Write the set with LF line ends and without NULs.",
            "file",
        )
    return article_id
