"""The endpoints as MCP tools: listed, called by a real client, and guarded like everything else."""

import json
from collections.abc import Callable, Coroutine, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest
from mcp import ClientSession
from mcp.client.streamable_http import streamable_http_client

from footnote.api.endpoints import NAMES
from footnote.api.tools import PATH
from footnote.app import create_app
from footnote.config import Settings
from footnote.service import Footnote
from serving import Endless, on_its_own_loop, running
from test_login import ASKED, QUARRY, Served, users


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server whose service asks no model."""
    folder = tmp_path_factory.mktemp("tools")
    path, anna, bert = users(folder)
    service = Endless(Settings(store=f"sqlite:///{folder / 'footnote.db'}", auth=str(path), mcp="on"))
    with running(create_app(service.settings, service)) as url:
        yield Served(url, anna, bert)


def in_session(served: Served, token: str, use: Callable[[ClientSession], Coroutine[Any, Any, Any]]) -> Any:  # noqa: ANN401
    async def run() -> Any:  # noqa: ANN401
        headers = {"authorization": f"Bearer {token}"}
        async with (
            httpx.AsyncClient(headers=headers, timeout=60) as http,
            streamable_http_client(served.url + PATH, http_client=http) as (read, write, _),
            ClientSession(read, write) as session,
        ):
            await session.initialize()
            return await use(session)

    return on_its_own_loop(run())


def test_every_endpoint_is_a_tool(served: Served) -> None:
    listed = in_session(served, served.anna, lambda session: session.list_tools())
    tools = {tool.name: tool for tool in listed.tools}
    assert set(tools) == set(NAMES)
    assert tools["ask"].inputSchema["required"] == ["question"]
    assert "file" not in tools["add_article"].inputSchema["properties"]
    assert tools["remove_article"].annotations.destructiveHint
    for tool in listed.tools:
        assert tool.description
        assert tool.outputSchema["required"] == ["result"]


def test_results_and_errors(served: Served) -> None:
    listed = in_session(served, served.anna, lambda session: session.call_tool("articles", {}))
    assert (listed.isError, listed.structuredContent) == (False, {"result": []})
    for name, arguments, kind in (
        ("article", {"article_id": "no"}, "not_found"),
        ("ask", {"question": 3}, "invalid_input"),
        ("ask", {"k": 3}, "invalid_input"),
        ("take", {}, "not_found"),
    ):

        async def call(session: ClientSession, name: str = name, given: dict[str, Any] = arguments) -> Any:  # noqa: ANN401
            return await session.call_tool(name, given)

        refused = in_session(served, served.anna, call)
        assert refused.isError
        assert json.loads(refused.content[0].text)["error"]["type"] == kind


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 401),
        ({"authorization": "Bearer wrong"}, 401),
        ({"host": "evil.example"}, 421),
        ({"origin": "http://evil.example"}, 403),
    ],
)
def test_it_is_guarded(served: Served, headers: dict[str, str], status: int) -> None:
    body = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
    headers = {"accept": "application/json, text/event-stream", **headers}
    assert httpx.post(served.url + PATH, json=body, headers=headers).status_code == status


def test_it_is_there_only_where_it_is_wanted(endless: tuple[str, Endless]) -> None:
    assert httpx.post(endless[0] + PATH, json={}).status_code == 404


@pytest.fixture(scope="module")
def loaded(service: Footnote, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server with the real models."""
    folder = tmp_path_factory.mktemp("loaded")
    path, anna, bert = users(folder)
    own = service.sibling(f"sqlite:///{folder / 'footnote.db'}")
    own.start()
    own.wait()
    with running(create_app(replace(own.settings, auth=str(path), mcp="on"), own)) as url:
        yield Served(url, anna, bert)


def test_a_tool_answers_from_the_callers_library(loaded: Served, tmp_path: Path) -> None:
    async def ask(session: ClientSession) -> dict[str, Any]:
        told = await session.call_tool("ask", {"question": ASKED})
        answer: dict[str, Any] = told.structuredContent["result"]
        return answer

    async def add_and_ask(session: ClientSession) -> dict[str, Any]:
        await session.call_tool("add_article", {"text": QUARRY})
        return await ask(session)

    answer = in_session(loaded, loaded.anna, add_and_ask)
    assert (answer["done"], answer["status"]) == (True, "answered")
    cited = answer["citations"][0]
    assert QUARRY[cited["start"] : cited["end"]] == cited["text"]
    assert "6,317" in answer["answer"]
    assert "6,317" not in json.dumps(in_session(loaded, loaded.bert, ask))
