"""The program as `make run` starts it, in a process of its own, asked over HTTP like any client does."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "src" / "footnote" / "assets" / "samples" / "02-seal-census.txt"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    folder = tmp_path_factory.mktemp("run")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    environ = os.environ | {"FOOTNOTE_PORT": str(port), "FOOTNOTE_STORE": f"sqlite:///{folder}/footnote.db"}
    log = (folder / "log").open("w")
    server = subprocess.Popen([sys.executable, "app.py"], cwd=ROOT, env=environ, stdout=log, stderr=log)
    with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=120, trust_env=False) as client:
        try:
            wait_until_ready(client, server, folder / "log")
            yield client
        finally:
            server.terminate()
            status = server.wait(timeout=60)
            log.close()
    assert status in (0, -15), (folder / "log").read_text()
    assert "Traceback" not in (folder / "log").read_text()


def wait_until_ready(client: httpx.Client, server: "subprocess.Popen[bytes]", log: Path) -> None:
    deadline = time.monotonic() + 180
    while time.monotonic() < deadline:
        assert server.poll() is None, log.read_text()
        try:
            health = client.get("/healthz")
        except httpx.TransportError:
            time.sleep(0.1)
            continue
        if health.status_code == 200:
            assert health.json()["status"] == "ready"
            return
        assert health.json()["status"] == "loading", log.read_text()
        time.sleep(0.2)
    pytest.fail(f"not ready in time:\n{log.read_text()}")


def call(client: httpx.Client, name: str, **arguments: object) -> list[Any]:
    """Call a public endpoint and return the data of its events, oldest first."""
    posted = client.post(f"/gradio_api/call/v2/{name}", json=arguments)
    assert posted.status_code == 200, posted.text
    events: list[Any] = []
    with client.stream("GET", f"/gradio_api/call/{name}/{posted.json()['event_id']}") as stream:
        kind = ""
        for line in stream.iter_lines():
            field, _, value = line.partition(": ")
            if field == "event":
                kind = value
            elif field == "data" and kind in ("generating", "complete"):
                events.append(json.loads(value)[0])
            elif field == "data" and kind == "error":
                pytest.fail(f"{name} ended with an error: {value}")
    return events


def test_a_newcomers_first_minutes(client: httpx.Client) -> None:
    """The sample is there; an article is added, asked, summarised and removed."""
    assert "Footnote" in client.get("/").text
    (library,) = call(client, "articles")[-1:]
    assert [entry["source"] for entry in library] == ["sample"]
    text = SAMPLE.read_text("utf-8")
    added = call(client, "add_article", text=text)[-1]
    assert not added["already_known"]
    assert added["sentences"] > 20
    article_id = added["id"]
    assert call(client, "add_article", text=text)[-1] == added | {"already_known": True}
    assert call(client, "article", article_id=article_id)[-1]["text"] == text
    check_answer(client, article_id, text)
    check_refusal(client, article_id)
    check_summary(client, article_id, text)
    assert call(client, "remove_article", article_id=article_id)[-1] == {"id": article_id, "removed": True}
    assert call(client, "articles")[-1] == library


def check_answer(client: httpx.Client, article_id: str, text: str) -> None:
    events = call(
        client, "ask", question="How many harbour seals were counted this year?", article_ids=[article_id]
    )
    last = events[-1]
    assert last["done"]
    assert last["status"] == "answered"
    assert "412" in last["answer"]
    assert any("412" in citation["text"] for citation in last["citations"])
    for event in events:
        for one in (*event["citations"], *event["evidence"]):
            assert one["article_id"] == article_id
            assert text[one["start"] : one["end"]] == one["text"]


def check_refusal(client: httpx.Client, article_id: str) -> None:
    last = call(client, "ask", question="Who is the president of Kazakhstan?", article_ids=[article_id])[-1]
    assert last["status"] == "not_in_article"
    assert last["citations"] == []
    assert last["evidence"]


def check_summary(client: httpx.Client, article_id: str, text: str) -> None:
    last = call(client, "summarise", article_id=article_id, style="bullets")[-1]
    assert last["done"]
    assert last["citations"]
    for one in last["citations"]:
        assert text[one["start"] : one["end"]] == one["text"]
