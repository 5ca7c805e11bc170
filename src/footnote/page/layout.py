"""The page's components and which event calls what."""

from collections.abc import Callable
from importlib.resources import files
from typing import Any

import gradio as gr

from footnote.page.account import account
from footnote.page.browsing import Browsing
from footnote.page.components import QUICK, html, place
from footnote.page.languages import key, translations
from footnote.page.library import library, wire_library
from footnote.page.personal import Personal
from footnote.page.reading import reading, wire_reading
from footnote.page.talk import Tools, talk, tools, wire_talk
from footnote.service import Libraries

# Seconds: every so often files are deleted that were uploaded so long ago and not read.
_UNREAD = (600, 3_600)
_SCRIPTS = ("account.js", "page.js", "article.js", "conversation.js")
_STYLES = ("page.css", "article.css", "conversation.css")
_FRAME = "frame.css"


def build(libraries: Libraries) -> gr.Blocks:
    """Return the page; the models may still be loading."""
    word = _labels()
    with gr.Blocks(
        title="Footnote", fill_width=True, analytics_enabled=False, delete_cache=_UNREAD
    ) as blocks:
        status, whole = _head(word)
        shelved = library(word)
        with gr.Row(elem_id="desk", equal_height=False):
            with gr.Column(scale=5, min_width=300, elem_id="talk"):
                said = talk(word)
            with gr.Column(scale=5, min_width=300, elem_id="reader"):
                read = reading(word)
        here = place()
        opened = wire_library(blocks, shelved, here, read.pane, status, libraries)
        browsing = Personal(Browsing, libraries)
        opened.then(browsing.suggest, here.shown, said.chips, **QUICK)
        here.shown.change(browsing.suggest, here.shown, said.chips, **QUICK)
        wire_talk(blocks, said, whole, read.evidence, here, libraries)
        wire_reading(read, here, libraries)
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
    scripts = "".join(f"<script>{(assets / name).read_text('utf-8')}</script>" for name in _SCRIPTS)
    return {
        "theme": theme,
        "css": "\n".join((assets / name).read_text("utf-8") for name in _STYLES),
        "head": f"<style>{(assets / _FRAME).read_text('utf-8')}</style>{scripts}",
        "i18n": gr.I18n(**translations()),
        "footer_links": ["api", "settings"],
    }


def _labels() -> Callable[[str], Any]:
    translated = gr.I18n(**translations())
    return lambda name: translated(key(name))


def _head(word: Any) -> tuple[gr.HTML, Tools]:  # noqa: ANN401
    with gr.Row(elem_id="masthead"):
        html("<h1>Footnote</h1>", elem_id="name")
        status = html("", elem_id="status")
        html('<p class="unseen" role="status" id="announced"></p>')
        whole = tools(word)
        account()
    return status, whole
