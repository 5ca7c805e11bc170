"""The right-hand side: the article, the evidence and the summary, and which of their events calls what."""

from dataclasses import dataclass
from typing import Any

import gradio as gr

from footnote.page import conversation, reader, summary
from footnote.page.components import CLICKS, MODEL, QUICK, Place, html
from footnote.page.personal import Personal
from footnote.page.summarising import Summarising
from footnote.page.words import ENGLISH
from footnote.service import Libraries

# What is followed opens as the component's `select`, a part to summarise as its `apply`.
_ARTICLE = "footnote.reader(element, trigger, watch);"
_MAP = "footnote.map(element);"
_SUMMARY = "footnote.summary(element, watch);"


@dataclass(frozen=True, slots=True)
class Reading:
    """The right-hand side's components that events read or write."""

    pane: gr.HTML
    map: gr.HTML
    evidence: gr.HTML
    style: gr.Radio
    scope: gr.HTML
    summarise: gr.Button
    stop: gr.Button
    summary: gr.HTML


def reading(word: Any) -> Reading:  # noqa: ANN401
    """Lay the right-hand side out."""
    with gr.Tabs(elem_id="tabs"):
        with gr.Tab(word("article"), id="article", elem_id="tab-article"), gr.Row(elem_id="sheet"):
            pane = html(reader.no_article(ENGLISH), elem_id="article", js_on_load=_ARTICLE)
            bars = html("", elem_id="map", padding=False, js_on_load=_MAP)
        with gr.Tab(word("evidence"), id="evidence", elem_id="tab-evidence"):
            evidence = html(conversation.evidence(None, {}, ENGLISH), elem_id="evidence")
        with gr.Tab(word("summary"), id="summary", elem_id="tab-summary"):
            return Reading(pane, bars, evidence, **_summary(word))


def _summary(word: Any) -> dict[str, Any]:  # noqa: ANN401
    scope = html("", elem_id="scope", js_on_load=CLICKS)
    with gr.Row(elem_id="summarising"):
        choices = [(word(style), style) for style in ("short", "bullets", "long")]
        style = gr.Radio(choices, value="short", label=word("style"), elem_id="style", scale=3)
        summarise = gr.Button(
            word("summarise"), variant="primary", scale=0, min_width=180, elem_id="summarise"
        )
        stop = gr.Button(
            word("stop"), variant="stop", scale=0, min_width=180, visible=False, elem_id="stop-summary"
        )
    shown = html(summary.summary(None, ENGLISH), elem_id="summary", js_on_load=_SUMMARY)
    return {"style": style, "scope": scope, "summarise": summarise, "stop": stop, "summary": shown}


def wire_reading(parts: Reading, place: Place, libraries: Libraries) -> None:
    """Let an article, or a part of it, be summarised; its summary comes back with it."""
    summarising = Personal(Summarising, libraries)
    part, draft, kept = gr.State(None), gr.State(None), gr.State({})
    given = [place.shown, parts.style, part]
    shown = [parts.summary, parts.map, parts.summarise, parts.stop, draft]
    asked = parts.summarise.click(summarising.begin, given, shown, **QUICK)
    chosen = parts.pane.apply(summarising.choose_part, place.shown, [part, parts.scope], **QUICK)
    running = [
        begun.then(summarising.summarise, [*given, kept], [*shown, kept], **MODEL)
        for begun in (asked, chosen.then(summarising.begin, given, shown, **QUICK))
    ]
    parts.scope.select(summarising.choose_whole, None, [part, parts.scope], **QUICK)
    stopped = parts.stop.click(summarising.stop, [draft, kept], [*shown, kept], cancels=running, **QUICK)
    stopped.then(summarising.quiet, [place.shown, kept], shown, **QUICK)
    place.shown.change(
        summarising.recall, [place.shown, kept, part], [*shown, part, parts.scope], cancels=running, **QUICK
    )
