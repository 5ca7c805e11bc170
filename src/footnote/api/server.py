"""The ASGI application: the page and the endpoints mounted under a guard, with what is served beside them."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, nullcontext
from dataclasses import dataclass
from typing import Any

import gradio as gr
from fastapi import FastAPI
from fastapi.middleware.gzip import GZipMiddleware

from footnote.accounts import Accounts
from footnote.api.admission import Admission
from footnote.api.beside import add_routes
from footnote.api.finished import Finished
from footnote.api.guard import Guard
from footnote.api.login import Login
from footnote.api.logs import log
from footnote.api.metrics import Metrics
from footnote.api.queue import FairQueue
from footnote.api.tools import PATH, Tools
from footnote.api.turns import Rules
from footnote.service import Libraries

Report = Callable[[Finished], None]

_SESSIONS = 1_000  # pages and clients whose state Gradio keeps; it holds a copy of the page for each


@dataclass(frozen=True, slots=True)
class Limits:
    """What the server takes: characters of an article, requests that may wait, names it is called by.

    Any IP address is taken as well as the names. ``queue_share`` is how many waiting requests one caller may
    have, half the queue where it is 0; ``deadline`` is in seconds and counts the waiting.
    """

    max_article_chars: int = 2_000_000
    queue_size: int = 16
    queue_share: int = 0
    deadline: float = 120.0
    hosts: frozenset[str] = frozenset({"localhost"})

    @property
    def max_body(self) -> int:
        """Bytes of a JSON body: an article, every character escaped, and something around it."""
        return 6 * self.max_article_chars + 1_000_000

    @property
    def rules(self) -> Rules:
        """The rules of the queue."""
        return Rules(self.queue_size, self.queue_share or (self.queue_size + 1) // 2, self.deadline)


def mount(
    blocks: gr.Blocks,
    libraries: Libraries,
    limits: Limits,
    accounts: Accounts | None = None,
    *,
    mcp: bool = False,
    **look: Any,  # noqa: ANN401
) -> Guard:
    """Return the application that serves the Blocks; ``look`` are their theme, css, head and js.

    With ``accounts``, everybody but who looks at ``/healthz`` must log in; with ``mcp``, the endpoints are
    tools as well.

    Raises:
        ConfigError: ``mcp`` is wanted and its package is not installed.
    """
    tools = Tools(lambda: guard) if mcp else None
    queue, metrics, report = _queue(blocks, libraries, limits.rules)
    server = FastAPI(lifespan=_lifespan(libraries, tools), docs_url=None, redoc_url=None, openapi_url=None)
    add_routes(server, libraries.shared, metrics, tools, needs_login=accounts is not None)
    _mount_blocks(server, blocks, limits.max_body, look)
    queue.set_server_app(server.routes[-1].app)  # type: ignore[attr-defined]
    admission, login = Admission(libraries, limits.max_article_chars), Login(accounts) if accounts else None
    also = frozenset({PATH}) if tools else frozenset()
    guard = Guard(server, admission, limits.hosts, limits.max_body, queue, report, login, also)
    return guard


def _queue(blocks: gr.Blocks, libraries: Libraries, rules: Rules) -> tuple[FairQueue, Metrics, Report]:
    """Give the Blocks the fair queue; return it, the metrics, and what tells them and the log of each end."""
    blocks.queue(api_open=False)
    blocks.state_session_capacity = _SESSIONS

    def report(finished: Finished) -> None:
        metrics.count(finished)
        log(finished)

    queue = FairQueue(blocks, rules, report, libraries.shared.tokens)
    metrics = Metrics(libraries.shared.tokens, queue.waiting)
    blocks._queue = queue
    return queue, metrics, report


def _mount_blocks(server: FastAPI, blocks: gr.Blocks, max_body: int, look: dict[str, Any]) -> None:
    """Serve the Blocks at "/" without what Gradio would add, as the last of the server's routes."""
    gr.mount_gradio_app(
        server,
        blocks,
        path="/",
        show_error=False,
        run_history=False,
        enable_monitoring=False,
        ssr_mode=False,
        pwa=False,
        mcp_server=False,
        max_file_size=max_body,
        app_kwargs={"docs_url": None, "redoc_url": None, "openapi_url": None},
        **look,
    )
    # Gradio compresses its files but not the page, most of which is its configuration; streams stay plain.
    server.add_middleware(GZipMiddleware, minimum_size=1_000, compresslevel=5)
    # Only a launched application checks which files a request names, and keeps streams alive by heartbeats.
    blocks.has_launched = blocks.is_running = True


def _lifespan(libraries: Libraries, tools: Tools | None) -> Any:  # noqa: ANN401
    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        libraries.shared.start()  # in the background, so that the page answers while the models load
        async with tools.running() if tools else nullcontext():
            yield
        libraries.close()

    return lifespan
