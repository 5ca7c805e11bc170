"""The page's components and which event calls what."""

from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import gradio as gr

from footnote.page import conversation, reader, shelf
from footnote.page.actions import Conversing, Summarising
from footnote.page.browsing import Browsing
from footnote.page.words import ENGLISH, translations
from footnote.service import FILE_SUFFIXES, Footnote

# Events of the page are not for callers and take no endpoint's name. Each state of the page has a look of its
# own instead of Gradio's overlay.
_PRIVATE: dict[str, Any] = {"api_name": "page", "api_visibility": "private", "show_progress": "hidden"}
_QUICK: dict[str, Any] = {**_PRIVATE, "concurrency_limit": None}
_MODEL: dict[str, Any] = {**_PRIVATE, "concurrency_id": "model", "concurrency_limit": 1}

# Each passes what was clicked in HTML of ours to the component's event in Python.
_CLICKS = """element.addEventListener('click', (event) => footnote.clicked(event, trigger, 'select'));"""
_SHELF = _CLICKS + "footnote.shelf(element);"
_ARTICLE = """footnote.reader(element, (data) => trigger('select', data), watch);"""
_PAST = """watch('value', () => footnote.answered(element));"""
_LIVE = """watch('value', () => footnote.asked(element));"""


@dataclass(frozen=True, slots=True)
class _Parts:
    """The components that events read or write."""

    status: gr.HTML
    shelf: gr.HTML
    notice: gr.HTML
    paste: gr.Textbox
    title: gr.Textbox
    add: gr.Button
    file: gr.UploadButton
    past: gr.HTML
    live: gr.HTML
    chips: gr.HTML
    question: gr.Textbox
    ask: gr.Button
    stop: gr.Button
    new: gr.Button
    pane: gr.HTML
    evidence: gr.HTML
    style: gr.Radio
    summarise: gr.Button
    stop_summary: gr.Button
    summary: gr.HTML


@dataclass(frozen=True, slots=True)
class _Memory:
    """What a session remembers, and what its browser does."""

    turns: gr.State
    draft: gr.State
    chosen: gr.State
    shown: gr.State
    removed: gr.State
    kept: gr.BrowserState


def build(service: Footnote) -> gr.Blocks:
    """Return the page; the service may still be loading its models."""
    word = gr.I18n(**translations())
    with gr.Blocks(title="Footnote", fill_width=True, analytics_enabled=False) as blocks:
        parts = _Parts(**_head(word), **_library(word), **_columns(word))
        memory = _Memory(
            gr.State([]),
            gr.State(None),
            gr.State([]),
            gr.State(""),
            gr.State(None),
            gr.BrowserState("", storage_key="footnote-conversation", secret="kept by this browser only"),
        )
        _wire_library(blocks, parts, memory, Browsing(service))
        _wire_conversation(blocks, parts, memory, Conversing(service))
        _wire_summary(parts, memory, Summarising(service))
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
    return {
        "theme": theme,
        "css": (assets / "page.css").read_text("utf-8"),
        "head": f"<script>{(assets / 'page.js').read_text('utf-8')}</script>",
        "i18n": gr.I18n(**translations()),
        "footer_links": ["api", "settings"],
    }


def _html(value: str, **options: Any) -> gr.HTML:  # noqa: ANN401
    """Return HTML that is shown as it is: no template of its own, no style but the page's."""
    return gr.HTML(value, apply_default_css=False, **{"js_on_load": None, **options})


def _head(word: Any) -> dict[str, Any]:  # noqa: ANN401
    with gr.Row(elem_id="masthead"):
        _html("<h1>Footnote</h1>", elem_id="name")
        status = _html("", elem_id="status")
        _html('<p class="unseen" role="status" id="announced"></p>')
        new = gr.Button(word("new_chat"), size="sm", scale=0, min_width=90, elem_id="new-chat")
    return {"status": status, "new": new}


def _library(word: Any) -> dict[str, Any]:  # noqa: ANN401
    with gr.Sidebar(elem_id="library", width=300, open=True):
        shelved = _html(shelf.shelf([], [], "", ENGLISH), elem_id="shelf", js_on_load=_SHELF)
        notice = _html("", elem_id="notice", js_on_load=_CLICKS)
        with gr.Accordion(word("add"), open=False, elem_id="add"):
            paste = gr.Textbox(label=word("paste"), placeholder=word("paste_hint"), lines=5, elem_id="paste")
            title = gr.Textbox(label=word("title"), elem_id="title")
            add = gr.Button(word("add_text"), elem_id="add-text", size="sm")
            file = gr.UploadButton(
                word("add_file"), file_types=list(FILE_SUFFIXES), elem_id="add-file", size="sm"
            )
    return {"shelf": shelved, "notice": notice, "paste": paste, "title": title, "add": add, "file": file}


def _columns(word: Any) -> dict[str, Any]:  # noqa: ANN401
    with gr.Row(elem_id="desk", equal_height=False):
        with gr.Column(scale=5, min_width=300, elem_id="talk"):
            talk = _talk(word)
        with gr.Column(scale=5, min_width=300, elem_id="reader"):
            read = _reader(word)
    return {**talk, **read}


def _talk(word: Any) -> dict[str, Any]:  # noqa: ANN401
    with gr.Column(elem_id="turns"):
        past = _html(conversation.welcome(ENGLISH), elem_id="past", js_on_load=_PAST)
        live = _html("", elem_id="live", js_on_load=_LIVE)
    chips = _html("", elem_id="chips", js_on_load=_CLICKS)
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
    return {
        "past": past,
        "live": live,
        "chips": chips,
        "question": question,
        "ask": ask,
        "stop": stop,
    }


def _reader(word: Any) -> dict[str, Any]:  # noqa: ANN401
    with gr.Tabs(elem_id="tabs"):
        with gr.Tab(word("article"), id="article", elem_id="tab-article"):
            pane = _html(reader.no_article(ENGLISH), elem_id="article", js_on_load=_ARTICLE)
        with gr.Tab(word("evidence"), id="evidence", elem_id="tab-evidence"):
            evidence = _html(conversation.evidence(None, {}, ENGLISH), elem_id="evidence")
        with gr.Tab(word("summary"), id="summary", elem_id="tab-summary"):
            summary = _summary(word)
    return {"pane": pane, "evidence": evidence, **summary}


def _summary(word: Any) -> dict[str, Any]:  # noqa: ANN401
    with gr.Row(elem_id="summarising"):
        choices = [(word(style), style) for style in ("short", "bullets", "long")]
        style = gr.Radio(choices, value="short", label=word("style"), elem_id="style", scale=3)
        summarise = gr.Button(
            word("summarise"), variant="primary", scale=0, min_width=130, elem_id="summarise"
        )
        stop = gr.Button(
            word("stop"), variant="stop", scale=0, min_width=130, visible=False, elem_id="stop-summary"
        )
    shown = _html(reader.summary(None, 0, ENGLISH), elem_id="summary")
    return {"style": style, "summarise": summarise, "stop_summary": stop, "summary": shown}


def _wire_library(blocks: gr.Blocks, parts: _Parts, memory: _Memory, browsing: Browsing) -> None:
    view = [parts.shelf, parts.pane, memory.shown, memory.chosen]
    loaded = blocks.load(browsing.status, None, parts.status, **_QUICK)
    # A library that had never held an article gets the sample when the models are ready.
    loaded.then(browsing.reopen, memory.shown, view, **_QUICK).then(
        browsing.suggest, memory.shown, parts.chips, **_QUICK
    )
    blocks.load(browsing.open, None, view, **_QUICK)
    acted = [*view, memory.removed, parts.notice]
    remembered = [memory.shown, memory.chosen, memory.removed]
    parts.shelf.select(browsing.act, remembered, acted, **_QUICK)
    parts.notice.select(browsing.act, remembered, acted, **_QUICK)
    parts.pane.select(browsing.read, memory.chosen, view, **_QUICK)
    parts.add.click(
        browsing.add_text,
        [parts.paste, parts.title, memory.chosen],
        [*view, parts.notice, parts.paste, parts.title],
        **_MODEL,
    )
    parts.file.upload(browsing.add_file, [parts.file, memory.chosen], [*view, parts.notice], **_MODEL)
    memory.shown.change(browsing.suggest, memory.shown, parts.chips, **_QUICK)


def _wire_conversation(blocks: gr.Blocks, parts: _Parts, memory: _Memory, conversing: Conversing) -> None:
    blocks.load(conversing.restore, memory.kept, [parts.past, parts.evidence, memory.turns], **_QUICK)
    taken = [parts.question, parts.live, memory.turns, parts.ask, parts.stop]
    settled = [parts.past, parts.live, memory.kept, parts.ask, parts.stop]
    running = []
    for listen, take, given in (
        (parts.question.submit, conversing.take, [parts.question, memory.turns]),
        (parts.ask.click, conversing.take, [parts.question, memory.turns]),
        (parts.chips.select, conversing.take_suggested, [memory.turns]),
    ):
        answering = listen(take, given, taken, **_QUICK).then(
            conversing.answer,
            [memory.turns, memory.chosen],
            [parts.live, parts.evidence, memory.draft, memory.turns],
            **_MODEL,
        )
        answering.then(conversing.settle, memory.turns, settled, **_QUICK)
        running.append(answering)
    parts.stop.click(
        conversing.stop, [memory.turns, memory.draft], [memory.turns, *settled], cancels=running, **_QUICK
    )
    parts.new.click(
        conversing.clear, None, [memory.turns, parts.evidence, *settled], cancels=running, **_QUICK
    )


def _wire_summary(parts: _Parts, memory: _Memory, summarising: Summarising) -> None:
    shown = [parts.summary, parts.summarise, parts.stop_summary]
    running = parts.summarise.click(summarising.summarise, [memory.shown, parts.style], shown, **_MODEL)
    parts.stop_summary.click(summarising.stop, None, shown, cancels=[running], **_QUICK)
    memory.shown.change(summarising.stop, None, shown, cancels=[running], **_QUICK)
