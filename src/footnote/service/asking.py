"""From a question to the events of its answer, of small talk, of a summary, or of what is looked up."""

from collections.abc import Iterator
from dataclasses import replace

from footnote.answer import Talk, answer_without_articles, respond
from footnote.followup.twofold import two_questions
from footnote.marks import quoted
from footnote.schema import Answer, Citation
from footnote.service.about import Reads, Summarise, about_the_articles, cited_answer, whole_answer
from footnote.service.about.words import words_for
from footnote.service.clock import Clock
from footnote.service.facts import HalfFact, fact_meant, half_fact, with_fact
from footnote.service.models import Models
from footnote.service.request import Request
from footnote.service.saidbefore import about_the_last_answer
from footnote.service.searching import found_or_headed, from_the_articles

_MOST_SUMMARISED = 10


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
        for event in from_the_articles(replace(request, question=half.other), models, library, clock):
            yield with_fact(event, half) if event.done else event
    else:
        yield from found_or_headed(request, models, library, summarise, clock)


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
