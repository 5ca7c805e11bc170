"""Who is logged in, and the way out; nothing where nobody logs in."""

from html import escape

import gradio as gr

from footnote.page.actions import words_of
from footnote.page.components import QUICK, html
from footnote.service import USER


def account() -> None:
    """Lay out the button that logs the reader out."""
    shown = html("", elem_id="account")
    gr.on(None, log_out, None, shown, **QUICK)


def log_out(request: gr.Request) -> str:
    """Return the button with the name of whoever asks for it."""
    user = request.request.scope[USER]
    if not user:
        return ""
    said = escape(words_of(request).log_out.format(user))
    return f'<form method="post" action="/logout"><button type="submit">{said}</button></form>'
