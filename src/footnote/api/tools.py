"""The endpoints as tools of the Model Context Protocol, at ``/gradio_api/mcp``.

A tool call becomes a request to the endpoint, in this process and with the caller's own login, so that the
guard, the queue and every limit hold for it as for any other. Its result is the last event. Gradio's own MCP
server is not used: it calls itself without a login, and describes no result.
"""

import asyncio
import importlib.util
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from footnote import __version__
from footnote.api.description.signatures import Schema, argument_schema, documentation, result_schema
from footnote.api.endpoints import NAMES
from footnote.api.sending import Receive, Scope, Send
from footnote.errors import ConfigError

if TYPE_CHECKING:
    from mcp import types
    from mcp.server import Server

PATH = "/gradio_api/mcp"
_PASSED_ON = ("authorization", "cookie", "host")

App = Callable[[Scope, Receive, Send], Any]


class Tools:
    """An ASGI application that speaks MCP over HTTP; ``served`` returns the application that it calls."""

    def __init__(self, served: Callable[[], App]) -> None:
        """Make the tools.

        Raises:
            ConfigError: the package ``mcp`` is not installed.
        """
        if importlib.util.find_spec("mcp") is None:
            raise ConfigError(
                "FOOTNOTE_MCP is on, but the package for it is not installed. "
                "Run `pip install 'footnote[mcp]'`."
            )
        from mcp.server.streamable_http_manager import StreamableHTTPSessionManager

        # Without sessions there is nothing that one caller could take over from another.
        self._sessions = StreamableHTTPSessionManager(_server(served), json_response=True, stateless=True)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        await self._sessions.handle_request(scope, receive, send)

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Serve while inside; once only."""
        async with self._sessions.run():
            yield


def _server(served: Callable[[], App]) -> "Server[object, Any]":
    from mcp.server import Server

    server: Server[object, Any] = Server("footnote", version=__version__)

    @server.list_tools()  # type: ignore[no-untyped-call, untyped-decorator]
    async def list_tools() -> list["types.Tool"]:
        return [_tool(name) for name in NAMES]

    # The endpoint checks its arguments itself, and says better what is wrong.
    @server.call_tool(validate_input=False)  # type: ignore[untyped-decorator]
    async def call_tool(name: str, arguments: dict[str, Any]) -> "types.CallToolResult":
        request: Any = server.request_context.request  # a starlette request
        headers = {key: request.headers[key] for key in _PASSED_ON if key in request.headers}
        client = (request.client.host, request.client.port) if request.client else ("", 0)
        return _told(await _call(served(), client, headers, name, arguments))

    return server


def _tool(name: str) -> "types.Tool":
    from mcp import types

    taken = argument_schema(name)
    taken["properties"].pop("file", None)  # a tool's caller has no way to upload one
    result = result_schema(name)
    definitions = result.pop("$defs", {})
    told: Schema = {"type": "object", "required": ["result"], "properties": {"result": result}}
    return types.Tool(
        name=name,
        description=documentation(name),
        inputSchema=taken,
        outputSchema={**told, "$defs": definitions},
        annotations=types.ToolAnnotations(
            readOnlyHint=name not in ("add_article", "remove_article"),
            destructiveHint=name == "remove_article",
            openWorldHint=name == "add_article",
        ),
    )


async def _call(
    app: App, client: tuple[str, int], headers: dict[str, str], name: str, arguments: dict[str, Any]
) -> tuple[bool, Any]:
    """Return whether a request succeeded, and its last result or its error."""
    import httpx

    transport = httpx.ASGITransport(app, client=client)
    async with httpx.AsyncClient(
        transport=transport, base_url="http://127.0.0.1", headers=headers, timeout=None
    ) as http:
        posted = await http.post(f"/gradio_api/call/v2/{name}", json=arguments)
        if posted.status_code != 200:
            return False, posted.json()
        event_id = posted.json()["event_id"]
        try:
            told = await http.get(f"/gradio_api/call/{name}/{event_id}")
        except asyncio.CancelledError:
            await http.post("/gradio_api/cancel", json=_cancelling(event_id))
            raise
    *_, last = told.text.strip().split("\n\n")
    kind, _, data = last.partition("\n")
    result = json.loads(data.removeprefix("data: "))
    return (True, result[0]) if kind == "event: complete" else (False, result)


def _cancelling(event_id: str) -> dict[str, Any]:
    return {"event_id": event_id, "session_hash": event_id, "fn_index": 0}


def _told(outcome: tuple[bool, Any]) -> "types.CallToolResult":
    from mcp import types

    succeeded, result = outcome
    text = types.TextContent(type="text", text=json.dumps(result, ensure_ascii=False))
    structured = {"result": result} if succeeded else None
    return types.CallToolResult(content=[text], structuredContent=structured, isError=not succeeded)
