"""What the page does about summaries: one of the open article or a part of it is made, stopped, recalled."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Mapping
from contextlib import aclosing
from dataclasses import dataclass

import gradio as gr

from footnote.errors import FootnoteError
from footnote.page import summary
from footnote.page.actions import REDRAW, STOPPING, Values, unexpected, words_of
from footnote.page.problems import told
from footnote.page.words import Words
from footnote.schema import Span, Style, Summary
from footnote.service import Footnote, stream

_KEPT = 20  # summaries that a session remembers


@dataclass(frozen=True, slots=True)
class Made:
    """A summary of an article, or of a part of it, as far as it has come."""

    article_id: str
    part: Span | None
    summary: Summary
    stopped: bool = False


Kept = Mapping[str, Made]  # by article


class Summarising:
    """Summaries of the article that is open."""

    def __init__(self, service: Footnote) -> None:
        self._service = service

    def begin(self, article_id: str, style: Style, part: Span | None, request: gr.Request) -> Values:
        """Return (summary, map, button, stop, draft) of a summary that waits for its turn."""
        if not article_id:
            return (gr.skip(),) * 5
        made, words = Made(article_id, part, Summary(style=style)), words_of(request)
        hidden, shown = gr.update(visible=False), gr.update(visible=True)
        return summary.summary(made.summary, words), "", hidden, shown, made

    async def summarise(
        self, article_id: str, style: Style, part: Span | None, kept: Kept, request: gr.Request
    ) -> AsyncIterator[Values]:
        """Yield (summary, map, button, stop, draft, kept) while the summary grows."""
        words = words_of(request)
        if not article_id:
            return
        part = _of(part, article_id)
        try:
            async with aclosing(self._events(article_id, style, part)) as events:
                async for event in events:
                    made = Made(article_id, part, event)
                    if event.done:
                        yield *self._shown(made, words), None, _with(kept, made)
                    else:
                        unchanged = (gr.skip(),) * 3  # each thing that is drawn anew costs the browser time
                        yield summary.summary(event, words), *unchanged, made, gr.skip()
        except FootnoteError as error:
            yield summary.problem(told(error, words), words), "", *_idle(), None, gr.skip()
        except Exception:
            yield summary.problem(unexpected(words), words), "", *_idle(), None, gr.skip()

    def stop(self, draft: Made | None, kept: Kept, request: gr.Request) -> Values:
        """Return (summary, map, button, stop, draft, kept): what was written so far, marked as stopped."""
        if draft is None:
            return (gr.skip(),) * 6
        made = Made(draft.article_id, draft.part, draft.summary, stopped=True)
        return *self._shown(made, words_of(request)), None, _with(kept, made)

    async def quiet(self, article_id: str, kept: Kept, request: gr.Request) -> Values:
        """Return (summary, map, button, stop, draft) as they are kept: what was under way may come late."""
        await asyncio.sleep(STOPPING)
        return *self._shown(kept.get(article_id), words_of(request)), None

    def recall(self, article_id: str, kept: Kept, chosen: Span | None, request: gr.Request) -> Values:
        """Return (summary, map, button, stop, draft, part, scope) of an article that has been opened.

        A part of it that was chosen before this is called stays chosen.
        """
        made, words = kept.get(article_id), words_of(request)
        part = _of(chosen, article_id) or (made.part if made is not None else None)
        return *self._shown(made, words), None, part, summary.scope(part, words)

    def choose_part(self, event: gr.EventData, article_id: str, request: gr.Request) -> Values:
        """Return (part, scope) for a range of the open article that was selected there."""
        start, end = int(event._data.get("start", 0)), int(event._data.get("end", 0))
        if not article_id:
            return (gr.skip(),) * 2
        text = self._service.article(article_id).text[start:end]
        part = Span(article_id, start, start + len(text), text)
        return part, summary.scope(part, words_of(request))

    def choose_whole(self) -> Values:
        """Return (part, scope) for the whole article."""
        return None, ""

    def _events(self, article_id: str, style: Style, part: Span | None) -> AsyncGenerator[Summary, None]:
        start, end = (part.start, part.end) if part is not None else (0, None)
        summarise = self._service.summarise
        return stream(lambda cancel: summarise(article_id, style, start, end, cancel=cancel), REDRAW)

    def _shown(self, made: Made | None, words: Words) -> Values:
        """Return (summary, map, button, stop) of a summary that no longer grows."""
        if made is None:
            return summary.summary(None, words), "", *_idle()
        article, segments = self._service.article(made.article_id), self._service.segments(made.article_id)
        bars = summary.coverage_map(made.summary, article, segments, made.part, words)
        return summary.summary(made.summary, words, stopped=made.stopped), bars, *_idle()


def _of(part: Span | None, article_id: str) -> Span | None:
    """Return a part if it is one of this article."""
    return part if part is not None and part.article_id == article_id else None


def _idle() -> Values:
    return gr.update(visible=True), gr.update(visible=False)


def _with(kept: Kept, made: Made) -> Kept:
    others = [(article_id, old) for article_id, old in kept.items() if article_id != made.article_id]
    return dict([*others[1 - _KEPT :], (made.article_id, made)])
