"""The page's components and which event calls what."""

from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import gradio as gr

from footnote.page import conversation
from footnote.page.account import account
from footnote.page.actions import Conversing
from footnote.page.browsing import Browsing
from footnote.page.components import CLICKS, MODEL, QUICK, Place, html
from footnote.page.library import library, wire_library
from footnote.page.personal import Personal
from footnote.page.reading import Reading, reading, wire_reading
from footnote.page.words import ENGLISH, translations
from footnote.service import Libraries

_PAST = """watch('value', () => { footnote.answered(element); footnote.cited(); });"""
_LIVE = """watch('value', () => footnote.asked(element));"""


@dataclass(frozen=True, slots=True)
class _Talk:
    """The conversation's components that events read or write."""

    past: gr.HTML
    live: gr.HTML
    chips: gr.HTML
    question: gr.Textbox
    ask: gr.Button
    stop: gr.Button


@dataclass(frozen=True, slots=True)
class _Memory:
    """What a session remembers of its conversation, and what its browser does."""

    turns: gr.State
    draft: gr.State
    kept: gr.BrowserState


def build(libraries: Libraries) -> gr.Blocks:
    """Return the page; the models may still be loading."""
    word = gr.I18n(**translations())
    with gr.Blocks(title="Footnote", fill_width=True, analytics_enabled=False) as blocks:
        status, new = _head(word)
        shelved = library(word)
        with gr.Row(elem_id="desk", equal_height=False):
            with gr.Column(scale=5, min_width=300, elem_id="talk"):
                talk = _talk(word)
            with gr.Column(scale=5, min_width=300, elem_id="reader"):
                read = reading(word)
        place = Place(gr.State(""), gr.State([]))
        memory = _Memory(
            gr.State([]),
            gr.State(None),
            gr.BrowserState("", storage_key="footnote-conversation", secret="kept by this browser only"),
        )
        opened = wire_library(blocks, shelved, place, read.pane, status, libraries)
        browsing = Personal(Browsing, libraries)
        opened.then(browsing.suggest, place.shown, talk.chips, **QUICK)
        place.shown.change(browsing.suggest, place.shown, talk.chips, **QUICK)
        _wire_conversation(blocks, talk, new, read, memory, place, Personal(Conversing, libraries))
        wire_reading(read, place, libraries)
    return blocks


def look() -> dict[str, Any]:
    """Return the theme, style sheet and script of the page, as ``gr.mount_gradio_app`` takes them."""
    assets = files("footnote") / "assets"
    theme = gr.themes.Base(
        primary_hue="amber",
        neutral_hue="stone",
        font=["Plex", "system-ui", "sans-serif"],
        font_mono=["ui-monospace", "monospace"],
    )
    scripts = ("account.js", "page.js", "article.js")
    return {
        "theme": theme,
        "css": "\n".join((assets / name).read_text("utf-8") for name in ("page.css", "article.css")),
        "head": "".join(f"<script>{(assets / name).read_text('utf-8')}</script>" for name in scripts),
        "i18n": gr.I18n(**translations()),
        "footer_links": ["api", "settings"],
    }


def _head(word: Any) -> tuple[gr.HTML, gr.Button]:  # noqa: ANN401
    with gr.Row(elem_id="masthead"):
        html("<h1>Footnote</h1>", elem_id="name")
        status = html("", elem_id="status")
        html('<p class="unseen" role="status" id="announced"></p>')
        new = gr.Button(word("new_chat"), size="sm", scale=0, min_width=90, elem_id="new-chat")
        account()
    return status, new


def _talk(word: Any) -> _Talk:  # noqa: ANN401
    with gr.Column(elem_id="turns"):
        past = html(conversation.welcome(ENGLISH), elem_id="past", js_on_load=_PAST)
        live = html("", elem_id="live", js_on_load=_LIVE)
    chips = html("", elem_id="chips", js_on_load=CLICKS)
    with gr.Row(elem_id="asking"):
        question = gr.Textbox(
            label=word("question"),
            placeholder=word("question_hint"),
            max_lines=5,
            scale=8,
            elem_id="question",
        )
        ask = gr.Button(word("ask"), variant="primary", scale=0, min_width=90, elem_id="ask")
        stop = gr.Button(word("stop"), variant="stop", scale=0, min_width=90, elem_id="stop", visible=False)
    return _Talk(past, live, chips, question, ask, stop)


def _wire_conversation(
    blocks: gr.Blocks,
    parts: _Talk,
    new: gr.Button,
    read: Reading,
    memory: _Memory,
    place: Place,
    conversing: Personal,
) -> None:
    blocks.load(conversing.restore, memory.kept, [parts.past, read.evidence, memory.turns], **QUICK)
    taken = [parts.question, parts.live, memory.turns, parts.ask, parts.stop]
    settled = [parts.past, parts.live, memory.kept, parts.ask, parts.stop]
    running = []
    for listen, take, given in (
        (parts.question.submit, conversing.take, [parts.question, memory.turns]),
        (parts.ask.click, conversing.take, [parts.question, memory.turns]),
        (parts.chips.select, conversing.take_suggested, [memory.turns]),
    ):
        answering = listen(take, given, taken, **QUICK).then(
            conversing.answer,
            [memory.turns, place.chosen],
            [parts.live, read.evidence, memory.draft, memory.turns],
            **MODEL,
        )
        answering.then(conversing.settle, memory.turns, settled, **QUICK)
        running.append(answering)
    parts.stop.click(
        conversing.stop, [memory.turns, memory.draft], [memory.turns, *settled], cancels=running, **QUICK
    )
    new.click(conversing.clear, None, [memory.turns, read.evidence, *settled], cancels=running, **QUICK)
