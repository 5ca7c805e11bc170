"""Joins settings, service, endpoints and page into one server, which `make run` and `footnote serve` start.

The page and the endpoints import Gradio, which takes seconds, so both are imported when a server is made.
"""

import logging
import os
import socket
from pathlib import Path
from typing import TYPE_CHECKING

from footnote.config import Settings

if TYPE_CHECKING:
    from footnote.api.guard import Guard
    from footnote.service import Footnote

logger = logging.getLogger(__name__)
# Gradio and the hub's client report home unless told not to, and they look when they are imported.
_SILENCE = {
    "GRADIO_ANALYTICS_ENABLED": "False",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "DO_NOT_TRACK": "1",
    "GRADIO_RUN_HISTORY": "False",
}


def create_app(settings: Settings, service: "Footnote | None" = None) -> "Guard":
    """Return the ASGI application; it starts the service when it starts and closes it when it ends.

    Raises:
        ConfigError: the file of users cannot be used. StoreError: the library cannot be opened.
    """
    for name, value in _SILENCE.items():
        os.environ.setdefault(name, value)
    from footnote import api, page
    from footnote.accounts import Accounts
    from footnote.service import Footnote, Libraries

    accounts = Accounts(Path(settings.auth)) if settings.auth else None
    libraries = Libraries(service or Footnote(settings, empty=accounts is not None))
    blocks = page.build(libraries)
    with blocks:
        api.declare(libraries)
    limits = api.Limits(
        max_article_chars=settings.max_article_chars,
        queue_size=settings.queue_size,
        queue_share=settings.queue_share,
        deadline=settings.deadline,
        hosts=frozenset({"localhost", settings.host.lower(), socket.gethostname().lower(), *settings.names}),
    )
    return api.mount(blocks, libraries, limits, accounts, mcp=settings.mcp == "on", **page.look())


def serve(settings: Settings) -> None:
    """Serve the page and the endpoints until the process is told to end.

    Raises:
        ConfigError: others could reach the server and nobody would have to log in, or the port is not free.
    """
    settings.check_exposure()
    settings.check_port()
    application = create_app(settings)
    from footnote.api import run, write_lines

    write_lines()
    logger.info("Footnote is at http://%s:%d", settings.host, settings.port)
    run(application, settings.host, settings.port)
