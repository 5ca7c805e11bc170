"""What the page's actions share: whose words they speak, and what they say of an error nobody foresaw."""

import logging
import uuid
from typing import Any

import gradio as gr

from footnote.page.languages import preferred
from footnote.page.words import Words

logger = logging.getLogger(__name__)

Values = tuple[Any, ...]

POLL = 0.25  # seconds between two looks at whether the models have loaded
REDRAW = 0.1  # seconds between two redraws; more often, a slow browser draws on long after a stop
STOPPING = 1.0  # seconds in which a stop has surely been noted


def words_of(request: gr.Request) -> Words:
    """Return the words in the language that the browser asks for."""
    return preferred(request.headers.get("accept-language"))


def unexpected(words: Words) -> str:
    """Log the error that is being handled and return what the reader is told of it."""
    reference = uuid.uuid4().hex[:12]
    logger.exception("failure %s", reference)
    return words.unexpected.format(reference)
