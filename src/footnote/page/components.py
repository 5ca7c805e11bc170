"""What the parts of the page's layout share: how HTML is shown and how events are called."""

from dataclasses import dataclass
from typing import Any

import gradio as gr

from footnote.service.lines import ADDING_LINE, MODEL_LINE

# Events of the page are not for callers and take no endpoint's name. Each state of the page has a look of its
# own instead of Gradio's overlay.
PRIVATE: dict[str, Any] = {"api_name": "page", "api_visibility": "private", "show_progress": "hidden"}
QUICK: dict[str, Any] = {**PRIVATE, "concurrency_limit": None}
MODEL: dict[str, Any] = {**PRIVATE, **MODEL_LINE}
ADDING: dict[str, Any] = {**PRIVATE, **ADDING_LINE}

SECRET = "kept by this browser only"  # what a browser keeps is disguised with it, not protected

# Passes what was clicked in HTML of ours to the component's event in Python.
CLICKS = """element.addEventListener('click', (event) => footnote.clicked(event, trigger, 'select'));"""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reader is, as the session remembers it."""

    shown: gr.State  # the id of the article that is open, "" where none is
    chosen: gr.State  # the ids of the articles that questions go to; none for all
    kept: gr.BrowserState  # both, as the browser keeps them for the next visit


def place() -> Place:
    """Return the place of a reader who has just come."""
    kept = gr.BrowserState(None, storage_key="footnote-place", secret=SECRET)
    return Place(gr.State(""), gr.State([]), kept)


def html(value: str, **options: Any) -> gr.HTML:  # noqa: ANN401
    """Return HTML that is shown as it is: no template of its own, no style but the page's."""
    return gr.HTML(value, apply_default_css=False, **{"js_on_load": None, **options})
