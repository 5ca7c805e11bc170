"""From a question to the events of its answer, of small talk, of a summary, or of what is looked up."""

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from footnote.answer import Asked, Talk, answer, answer_without_articles, respond
from footnote.followup import about_alone, understood, understood_apart
from footnote.followup.turns import turns
from footnote.followup.twofold import two_questions
from footnote.marks import quoted
from footnote.schema import Answer, ArticleEntry, Citation, Message, Told
from footnote.service.about import (
    Reads,
    Summarise,
    about_the_articles,
    cited_answer,
    under_its_heading,
    whole_answer,
)
from footnote.service.about.words import words_for
from footnote.service.authored import to_the_author
from footnote.service.clock import Clock
from footnote.service.comparing import asks_which_says, compared
from footnote.service.denying import with_denials
from footnote.service.facts import HalfFact, fact_meant, half_fact, with_fact
from footnote.service.models import Models
from footnote.service.naming import with_titles
from footnote.service.saidbefore import about_the_last_answer
from footnote.service.several import with_others
from footnote.service.twofold import answer_both

_MOST_SUMMARISED = 10


@dataclass(frozen=True, slots=True)
class Request:
    """A question, the articles that it goes to, and the conversation before it, oldest turn first."""

    question: str
    articles: Sequence[ArticleEntry]
    history: Sequence[Message] = ()
    refuse_below: float | None = None
    cancel: threading.Event | None = None

    @property
    def opening(self) -> bool:
        """Whether nothing was asked before it: small talk is no turn."""
        return not turns(self.history)


def ask(request: Request, models: Models, library: Reads, summarise: Summarise) -> Iterator[Answer]:
    """Yield the events of an answer with their times.

    ``library`` has the articles, ``summarise`` gives a summary of one or of a part.
    """
    clock = Clock()
    for event in _events(request, models, library, summarise, clock):
        if event.answer:
            clock.mark("first_text")
        if event.done:
            clock.mark("total")
        yield replace(event, timings=clock.timings(), model=models.chat.name)


def _events(
    request: Request, models: Models, library: Reads, summarise: Summarise, clock: Clock
) -> Iterator[Answer]:
    titles = [entry.title for entry in request.articles]
    talk = respond(request.question, titles, opening=request.opening)
    if again := about_the_last_answer(request.question, request.history, request.articles, library):
        yield again
    elif talk is not None and talk.kind != "summary":
        yield _said(request.question, talk)
    elif not request.articles:
        yield answer_without_articles(request.question)
    elif talk is not None:
        yield from _summarised(request, talk, summarise)
    elif known := _known(request, library, summarise):
        yield known
    elif half := _half_known(request, library):
        for event in _from_the_articles(replace(request, question=half.other), models, library, clock):
            yield with_fact(event, half) if event.done else event
    else:
        yield from _found_or_headed(request, models, library, summarise, clock)


def _found_or_headed(
    request: Request, models: Models, library: Reads, summarise: Summarise, clock: Clock
) -> Iterator[Answer]:
    """Yield what is found; at last what stands below a heading that asks the question, if none of that is."""
    for event in _from_the_articles(request, models, library, clock):
        if event.done:
            yield under_its_heading(request.question, event, request.articles, library, summarise)
        else:
            yield event


def _from_the_articles(request: Request, models: Models, library: Reads, clock: Clock) -> Iterator[Answer]:
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


def _known(request: Request, library: Reads, summarise: Summarise) -> Answer | None:
    opening = request.opening
    known = about_the_articles(request.question, request.articles, library, summarise, opening=opening)
    if known or opening or len(request.articles) != 1:
        return known
    return fact_meant(request.question, request.history, library.article(request.articles[0].id))


def _half_known(request: Request, library: Reads) -> HalfFact | None:
    if len(request.articles) != 1 or not two_questions(request.question):
        return None
    return half_fact(request.question, request.history, library.article(request.articles[0].id))


def _said(question: str, talk: Talk) -> Answer:
    return Answer(answer=talk.reply, status="answered", done=True, confidence=1.0, searched_for=question)


def _summarised(request: Request, talk: Talk, summarise: Summarise) -> Iterator[Answer]:
    """Answer "what is this about?" by a summary, or by the sentence of each article that says most of it."""
    if len(request.articles) == 1:
        yield from _summary_of_one(request, talk, summarise)
        return
    parts: list[str] = []
    citations: list[Citation] = []
    shown, more = request.articles[:_MOST_SUMMARISED], request.articles[_MOST_SUMMARISED:]
    for entry in shown:
        *_, last = summarise(entry.id, "short", sentences=1)
        if last.citations:
            number = len(parts) + 1
            lead = last.summary.split(" [1]")[0].split("\n")[-1]
            parts.append(f"{quoted(entry.title)}: {lead} [{number}]")
            citations.append(replace(last.citations[0], number=number, sentence=number - 1))
    more_of = [words_for(request.question).more.format(len(more))] if more else []
    yield whole_answer(request.question, "\n".join((*parts, *more_of)), citations)


def _summary_of_one(request: Request, talk: Talk, summarise: Summarise) -> Iterator[Answer]:
    """Yield a summary as it grows, of as many sentences as are wanted."""
    for event in summarise(request.articles[0].id, talk.style, sentences=talk.sentences):
        if event.done:
            yield whole_answer(request.question, event.summary, event.citations)
            return
        yield cited_answer(request.question, event.summary, event.citations)
