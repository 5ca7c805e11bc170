"""Footnote itself: a library that can be asked and summarised.

Asking goes followup -> retrieve -> answer, summarising goes summarise; both yield events, the whole last.
"""

import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import get_args

from footnote.config import Settings
from footnote.errors import InvalidInput, TooLarge
from footnote.schema import Answer, ArticleEntry, Feedback, IndexedArticle, Message, Style, Summary, Verdict
from footnote.service.asking import ask
from footnote.service.clock import Clock
from footnote.service.judging import judged
from footnote.service.library import Library
from footnote.service.models import Engines
from footnote.service.request import Request
from footnote.service.suggesting import Suggested, suggest
from footnote.summarise import lead, summarise
from footnote.summarise.ranges import part_of

_MAX_QUESTION = 4_000  # characters


class Footnote(Library):
    """The one object that the page, the endpoints and the command line call. Any thread may call it."""

    def __init__(self, settings: Settings, engines: Engines | None = None, *, empty: bool = False) -> None:
        super().__init__(settings, engines, empty=empty)
        self._suggested = Suggested()

    def ask(
        self,
        question: str,
        article_ids: Sequence[str] = (),
        history: Sequence[Message] = (),
        *,
        cancel: threading.Event | None = None,
    ) -> Iterator[Answer]:
        """Yield the answer as it grows: evidence first, then text, the whole last.

        Args:
            question: up to 4,000 characters.
            article_ids: where to look; empty for the whole library.
            history: the conversation so far, oldest first.
            cancel: ends the work within a token once it is set.

        Raises:
            InvalidInput: the question is empty. TooLarge: it is too long. NotFound: no such article.
            ModelUnavailable: the models cannot be loaded. Cancelled: ``cancel`` was set.
        """
        check_question(question)
        chosen = [self._store.entry(article_id) for article_id in dict.fromkeys(article_ids)]
        return self._ask(question, chosen, history, cancel)

    def _ask(
        self,
        question: str,
        chosen: Sequence[ArticleEntry],
        history: Sequence[Message],
        cancel: threading.Event | None,
    ) -> Iterator[Answer]:
        models = self._loading.ready()
        request = Request(
            question, chosen or self._store.entries(), history, self.settings.refuse_below, cancel
        )
        summary = partial(self.summarise, cancel=cancel)
        yield from ask(request, models, self, summary)

    def summarise(
        self,
        article_id: str,
        style: Style = "short",
        start: int = 0,
        end: int | None = None,
        *,
        sentences: int | None = None,
        cancel: threading.Event | None = None,
    ) -> Iterator[Summary]:
        """Yield a summary of an article, or of its part from ``start`` to ``end``, the whole last.

        It has as many ``sentences`` as are wanted, or else as its style has.

        Raises:
            NotFound: no such article. InvalidInput: no such style, or a part with no sentence in it.
            ModelUnavailable: the models cannot be loaded. Cancelled: ``cancel`` was set.
        """
        if style not in get_args(Style):
            raise InvalidInput(f"The style is {style!r}; it must be short, bullets or long.", "style")
        indexed = self._indexed(article_id)
        part_of(indexed.article, indexed.segments.sentences, start, end)  # refuses a part without a sentence
        return self._summarise(indexed, style, (start, end), sentences, cancel)

    def lead(self, article_id: str, count: int = 3) -> tuple[str, ...]:
        """Return the first ``count`` sentences that a summary could have. Raises NotFound."""
        return lead(self._indexed(article_id), count)

    def _summarise(
        self,
        indexed: IndexedArticle,
        style: Style,
        part: tuple[int, int | None],
        sentences: int | None,
        cancel: threading.Event | None,
    ) -> Iterator[Summary]:
        models, clock = self._loading.ready(), Clock()
        clock.mark("evidence")
        writer = models.writer
        for event in summarise(indexed, style, *part, sentences=sentences, writer=writer, cancel=cancel):
            clock.mark("first_text")
            if event.done:
                clock.mark("total")
            yield replace(event, timings=clock.timings(), model=models.chat.name)

    def suggest_questions(
        self, article_id: str, count: int = 3, *, cancel: threading.Event | None = None
    ) -> list[str]:
        """Return up to ``count`` questions that Footnote can answer from an article; fewer, not bad ones.

        Raises:
            NotFound: no such article. InvalidInput: ``count`` is negative.
            ModelUnavailable: the models cannot be loaded.
        """
        if count < 0:
            raise InvalidInput(f"count is {count}; it must be 0 or more.", "count")
        entry = self._store.entry(article_id)  # refuses one that was removed, whatever is known of it

        def make() -> list[str]:
            indexed, models = self._indexed(article_id), self._loading.ready()
            ask = partial(self._ask, chosen=[entry], history=(), cancel=cancel)
            return suggest(indexed, models, ask, count, self.settings.refuse_below, cancel)

        return self._suggested.of(article_id, count, make)

    # ---- feedback

    def give_feedback(
        self,
        verdict: Verdict,
        question: str,
        answer: Answer,
        article_ids: Sequence[str] = (),
        *,
        reference: str = "",
    ) -> Feedback:
        """Keep a reader's verdict on an answer in the library; nothing of it is sent anywhere.

        Args:
            verdict: what the reader thinks of it.
            question: what was asked.
            answer: the whole answer.
            article_ids: where it was looked for; none for the whole library.
            reference: the id of an earlier verdict, whose place this one takes.

        Raises:
            InvalidInput: there is no such verdict, the question is empty, or the answer is not finished.
            TooLarge: the question is too long. StoreError: it cannot be written.
        """
        check_question(question)
        feedback = judged(verdict, question, answer, article_ids, reference)
        self._store.keep_feedback(feedback)
        return feedback

    def feedback(self) -> tuple[Feedback, ...]:
        """List the verdicts, the latest given last."""
        return self._store.feedback()


def check_question(question: str) -> None:
    """Refuse a question that cannot be asked.

    Raises:
        InvalidInput: it is blank. TooLarge: it has more than 4,000 characters.
    """
    if not question.strip():
        raise InvalidInput("The question is empty. Ask something about the article.", "question")
    if len(question) > _MAX_QUESTION:
        raise TooLarge(
            f"The question has {len(question):,} characters; at most {_MAX_QUESTION:,} are taken.",
            "question",
        )
