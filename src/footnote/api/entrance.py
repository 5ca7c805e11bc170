"""How a request may come in: under which name of the server, from whose page, and to which path."""

import ipaddress
from collections.abc import Callable
from urllib.parse import urlsplit

from footnote.api.replies import Problem, Refused
from footnote.api.sending import Scope, header

CALL = "/gradio_api/call/"
# What the page and the clients need of Gradio; everything else it serves is answered with 404.
PATHS = frozenset(
    {
        *(
            "/",
            "/healthz",
            "/openapi.json",
            "/metrics",
            "/config",
            "/theme.css",
            "/favicon.ico",
            "/manifest.json",
            "/robots.txt",
        ),
        *("/gradio_api/info", "/gradio_api/openapi.json", "/gradio_api/queue/join", "/gradio_api/queue/data"),
        *("/gradio_api/cancel", "/gradio_api/reset", "/gradio_api/upload", "/gradio_api/upload_progress"),
        *("/gradio_api/startup-events", "/gradio_api/theme.css", "/gradio_api/app_id"),
    }
)
LOGIN = frozenset({"/login", "/logout"})
FOLDERS = (CALL, "/assets/", "/static/", "/svelte/", "/gradio_api/heartbeat/", "/gradio_api/file=")


class Entrance:
    """Lets a request in by its Host (against DNS rebinding), its Origin and its path (an allow-list).

    ``hosts`` are the names that the server may be called by besides any IP address; ``knows`` tells whether
    there is an endpoint of a name.
    """

    def __init__(self, hosts: frozenset[str], paths: frozenset[str], knows: Callable[[str], bool]) -> None:
        self._hosts = hosts
        self._paths = paths
        self._knows = knows

    def check(self, scope: Scope) -> None:
        """Refuse what comes in another way.

        Raises:
            Refused: it does.
        """
        self._check_sender(scope)
        self._check_path(scope)

    def _check_sender(self, scope: Scope) -> None:
        host = header(scope, b"host")
        if not self._is_ours(host):
            raise Refused(Problem(421, "wrong_host", f"This server is not called {host[:80]!r}.", "Host"))
        origin = header(scope, b"origin")
        if origin and urlsplit(origin).netloc != host:
            raise Refused(
                Problem(403, "wrong_origin", f"Pages of {origin[:80]!r} may not call this server.", "Origin")
            )

    def _is_ours(self, host: str) -> bool:
        # A name can be made to point here by its owner; an address cannot.
        name = urlsplit(f"//{host}").hostname or ""
        return name in self._hosts or _is_address(name)

    def _check_path(self, scope: Scope) -> None:
        path = scope["path"].rstrip("/") or "/"
        if path not in self._paths and not path.startswith(FOLDERS):
            raise Refused(Problem(404, "not_found", f"There is nothing at {path[:80]!r}."))
        name = endpoint_of(path)
        if name is not None and not self._knows(name):
            raise Refused(Problem(404, "not_found", f"There is no endpoint called {name[:80]!r}."))


def endpoint_of(path: str) -> str | None:
    """Return the endpoint that a path calls, None for a path that calls none."""
    if not path.startswith(CALL):
        return None
    parts = path.removeprefix(CALL).removeprefix("v2/").split("/")
    return parts[0]


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
