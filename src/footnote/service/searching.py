"""What is found in the articles for a question, in the words that they may have."""

from collections.abc import Iterator
from dataclasses import replace

from footnote.answer import Asked, answer
from footnote.followup import about_alone, understood, understood_apart
from footnote.schema import Answer, Told
from footnote.service.about import Reads, Summarise, under_its_heading
from footnote.service.authored import to_the_author
from footnote.service.clock import Clock
from footnote.service.comparing import asks_which_says, compared
from footnote.service.denying import with_denials
from footnote.service.models import Models
from footnote.service.naming import with_titles
from footnote.service.request import Request
from footnote.service.several import with_others
from footnote.service.twofold import answer_both


def found_or_headed(
    request: Request, models: Models, library: Reads, summarise: Summarise, clock: Clock
) -> Iterator[Answer]:
    """Yield what is found; at last what stands below a heading that asks the question, if none of that is."""
    for event in from_the_articles(request, models, library, clock):
        if event.done:
            yield under_its_heading(request.question, event, request.articles, library, summarise)
        else:
            yield event


def from_the_articles(request: Request, models: Models, library: Reads, clock: Clock) -> Iterator[Answer]:
    """Yield the answer to a question in the words that the articles may have, at last with their titles."""
    titles = {entry.id: entry.title for entry in request.articles}
    if len(titles) == 1:
        which, question = "", to_the_author(request.question, request.articles[0], library)
    else:
        which = asks_which_says(request.question)
        question = which or request.question
    the_one = _the_one(request, library)
    for event in _searched_for(replace(request, question=question), the_one, models, clock):
        yield with_titles(event, titles, least=1 if which else 2) if event.done else event


def _the_one(request: Request, library: Reads) -> tuple[str, str]:
    """Return the title of the one article that is asked, and its text where a conversation may need it."""
    if len(request.articles) != 1:
        return "", ""
    one = request.articles[0]
    return one.title, library.article(one.id).text if request.history else ""


def _searched_for(
    request: Request, the_one: tuple[str, str], models: Models, clock: Clock
) -> Iterator[Answer]:
    titles = [entry.title for entry in request.articles]
    languages = {entry.id: entry.language for entry in request.articles}
    asked = Asked(titles, models.similar, request.refuse_below, request.cancel, languages)
    sides = tuple(understood(one, request.history, *the_one) for one in compared(request.question))
    both = sides or understood_apart(request.question, request.history, *the_one)
    event = None
    for event in answer_both(both, [entry.id for entry in request.articles], models, asked):
        clock.mark("evidence")
        yield event
    if event is None or not event.done:
        yield from _answered_as_one(request, the_one, models, asked, clock)


def _answered_as_one(
    request: Request, the_one: tuple[str, str], models: Models, asked: Asked, clock: Clock
) -> Iterator[Answer]:
    question, before = understood(request.question, request.history, *the_one)
    # The last question's words may outweigh what it is asked of anew; they are left out before it is refused.
    alone = "" if about_alone(request.question) else about_alone(question)
    for event in _answered(question, before, request, models, asked, clock):
        if event.done and event.status != "answered" and alone:
            yield from _answered(alone, Told(), request, models, asked, clock)
        else:
            yield event


def _answered(
    question: str, before: Told, request: Request, models: Models, asked: Asked, clock: Clock
) -> Iterator[Answer]:
    found = models.retriever.find(question, [entry.id for entry in request.articles], before)
    retrieval = with_denials(found)
    clock.mark("evidence")
    # Whatever the article goes on with is more of it: there is nothing to refuse while some is left.
    if before.more and retrieval.candidates:
        asked = replace(asked, refuse_below=0.0)
    for event in answer(retrieval, models.chat, asked):
        yield with_others(event, retrieval, before, models, asked) if event.done else event
