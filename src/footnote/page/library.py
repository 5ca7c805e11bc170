"""The library's components, in the sidebar, and which of their events calls what."""

from dataclasses import dataclass
from typing import Any

import gradio as gr
from gradio.events import Dependency

from footnote.page import shelf
from footnote.page.adding import Adding
from footnote.page.browsing import Browsing
from footnote.page.components import ADDING, CLICKS, QUICK, Place, html
from footnote.page.personal import Personal
from footnote.page.words import ENGLISH
from footnote.service import FILE_SUFFIXES, Libraries

_SHELF = f"""{CLICKS}
footnote.shelf(element, watch);
const named = () => footnote.landmark(element.closest('.sidebar'), element.querySelector('h2'));
watch('value', named);
named();
"""
_NOTICE = f"""{CLICKS}
footnote.uploading("{",".join(FILE_SUFFIXES)}", trigger);
"""


@dataclass(frozen=True, slots=True)
class Library:
    """The sidebar's components that events read or write."""

    shelf: gr.HTML
    notice: gr.HTML
    paste: gr.Textbox
    title: gr.Textbox
    add: gr.Button
    address: gr.Textbox
    add_address: gr.Button
    file: gr.UploadButton


def library(word: Any) -> Library:  # noqa: ANN401
    """Lay the sidebar out."""
    with gr.Sidebar(elem_id="library", width=300, open=True):
        with gr.Accordion(word("add"), open=False, elem_id="add"):
            fields = _pasting(word) | _naming(word)
        notice = html("", elem_id="notice", js_on_load=_NOTICE)
        shelved = html(shelf.shelf([], [], "", ENGLISH), elem_id="shelf", js_on_load=_SHELF)
    return Library(shelved, notice, **fields)


def _pasting(word: Any) -> dict[str, Any]:  # noqa: ANN401
    paste = gr.Textbox(label=word("paste"), placeholder=word("paste_hint"), lines=5, elem_id="paste")
    title = gr.Textbox(label=word("title"), elem_id="title")
    return {"paste": paste, "title": title, "add": gr.Button(word("add_text"), elem_id="add-text", size="sm")}


def _naming(word: Any) -> dict[str, Any]:  # noqa: ANN401
    # The service says of a file of another kind what can be done; Gradio would refuse it, in English.
    file = gr.UploadButton(word("add_file"), file_count="multiple", elem_id="add-file", size="sm")
    address = gr.Textbox(label=word("address"), placeholder="https://", max_lines=1, elem_id="address")
    add = gr.Button(word("add_address"), elem_id="add-address", size="sm")
    return {"file": file, "address": address, "add_address": add}


def wire_library(
    blocks: gr.Blocks, parts: Library, place: Place, pane: gr.HTML, status: gr.HTML, libraries: Libraries
) -> Dependency:
    """Let the library's events change what is shown; return the event that the models' being ready ends."""
    browsing, removed = Personal(Browsing, libraries), gr.State(())
    view = [parts.shelf, pane, place.shown, place.chosen]
    loaded = blocks.load(browsing.status, None, status, **QUICK)
    # A library that had never held an article gets the sample when the models are ready.
    opened = loaded.then(browsing.reopen, [place.shown, place.kept], view, **QUICK)
    blocks.load(browsing.open, place.kept, view, **QUICK)
    gr.on(
        [place.shown.change, place.chosen.change],
        browsing.keep,
        [place.shown, place.chosen],
        place.kept,
        **QUICK,
    )
    acted = [*view, removed, parts.notice]
    remembered = [place.shown, place.chosen, removed]
    parts.shelf.select(browsing.act, remembered, acted, **QUICK)
    parts.notice.select(browsing.act, remembered, acted, **QUICK)
    pane.select(browsing.read, place.chosen, view, **QUICK)
    _wire_adding(parts, place, [*view, parts.notice], Personal(Adding, libraries))
    return opened


def _wire_adding(parts: Library, place: Place, shown: list[Any], adding: Personal) -> None:
    def begun(listen: Any) -> Dependency:  # noqa: ANN401
        waiting: Dependency = listen(adding.begin, None, parts.notice, **QUICK)
        return waiting

    text = [parts.paste, parts.title]
    begun(parts.add.click).then(adding.text, [*text, place.chosen], [*shown, *text], **ADDING)
    begun(parts.file.upload).then(adding.files, [parts.file, place.chosen], shown, **ADDING)
    for listen in (parts.add_address.click, parts.address.submit):
        begun(listen).then(adding.address, [parts.address, place.chosen], [*shown, parts.address], **ADDING)
