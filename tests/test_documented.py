"""docs/api.md over plain HTTP: every endpoint, field and status that it names, by both call paths."""

import json
import re
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Self

import httpx
import pytest

from footnote.accounts import commands
from footnote.api.endpoints import NAMES
from footnote.app import create_app
from footnote.config import Settings
from footnote.errors import Cancelled
from footnote.schema import Answer, Message
from serving import Endless, running
from test_api import CALL, SEALS, events, refusal

DOCUMENT = (Path(__file__).parents[1] / "docs" / "api.md").read_text("utf-8")


def named(text: str) -> set[str]:
    return set(re.findall(r"`(\w+)`", text))


def section(start: str, end: str) -> str:
    return DOCUMENT.split(start, 1)[1].split(end, 1)[0]


# --- endpoints and fields -------------------------------------------------------------------------

ENDPOINTS = re.findall(r"^\| `(\w+)` \|", section("## Endpoints", "**Entry**"), re.MULTILINE)
ENTRY = named(section("**Entry**:", "."))
ANSWER = {
    field: named(meaning) for field, meaning in re.findall(r"^\| `(\w+)` \| (.*) \|$", DOCUMENT, re.MULTILINE)
}
SUMMARY = section("**Summary**:", "\n\n")
COVERAGE = named(section("`coverage` (", ")"))


def test_every_endpoint_is_documented() -> None:
    assert set(ENDPOINTS) == set(NAMES)


@pytest.mark.parametrize("path", ["/v2", ""])
def test_every_field_that_is_documented_comes_and_no_other(http: httpx.Client, path: str) -> None:
    """One article's life, from its adding to its removal."""

    def last(name: str, **arguments: object) -> Any:  # noqa: ANN401
        told = events(http, name, arguments if path else {"data": list(arguments.values())}, path)
        assert told[-1][0] == "complete", told[-1]
        assert {kind for kind, _ in told[:-1]} == ({"generating"} if name in ("ask", "summarise") else set())
        return told[-1][1][0]

    text = f"Seals of Wennet, told by {path or 'place'}\n\n{SEALS}"
    added = last("add_article", text=text)
    assert set(added) == ENTRY
    assert {tuple(entry) for entry in last("articles")} == {tuple(added)}
    chosen = added["id"]
    article = last("article", article_id=chosen)
    assert set(article) == ENTRY | {"text", "residue", "dropped"}
    assert article["text"] == text

    answer = last("ask", question="How many pups were counted?", article_ids=[chosen], history=[])
    fields = {field for field in ANSWER if field in Answer.__dataclass_fields__}
    assert set(answer) == fields
    assert set(answer["short_answer"]) == {"article_id", "start", "end", "text"}
    for field in ("citations", "evidence"):
        assert {frozenset(one) for one in answer[field]} == {frozenset(ANSWER[field])}
    assert set(answer["timings"]) == ANSWER["timings"]
    assert (answer["status"], answer["composed_by"]) in {
        (status, by) for status in ANSWER["status"] for by in ANSWER["composed_by"]
    }
    for one in (answer["short_answer"], *answer["citations"], *answer["evidence"]):
        assert text[one["start"] : one["end"]] == one["text"]

    summary = last("summarise", article_id=chosen, style="short", start=0, end=None)
    assert set(summary) == named(SUMMARY) - COVERAGE
    assert set(summary["coverage"]) == COVERAGE
    assert {frozenset(one) for one in summary["citations"]} == {frozenset(ANSWER["citations"])}

    assert len(last("suggest_questions", article_id=chosen, count=1)) <= 1
    assert last("remove_article", article_id=chosen) == {"id": chosen, "removed": True}
    for http_path, body in (("/v2", {"article_id": chosen}), ("", {"data": [chosen]})):
        gone = http.post(f"{CALL}{http_path}/article", json=body)
        assert refusal(gone) == (404, "not_found", "article_id")


# --- statuses -------------------------------------------------------------------------------------

STATUSES = [
    (int(status), kind)
    for status, kinds in re.findall(r"^\| (\d{3}) \| (.*?) \|", DOCUMENT, re.MULTILINE)
    for kind in re.findall(r"`(\w+)`", kinds)
]


class Moody(Endless):
    """A library whose models do what the question says: run on, fail, or be silent."""

    status = "ready"

    def sibling(self, store: str) -> Self:
        self.users = super().sibling(store)
        return self.users

    def health(self) -> dict[str, str]:
        return {**super().health(), "status": self.status}

    def ask(
        self,
        question: str,
        article_ids: Sequence[str] = (),
        history: Sequence[Message] = (),
        *,
        cancel: threading.Event | None = None,
    ) -> Iterator[Answer]:
        if question == "fail":
            raise RuntimeError("secret of the server")
        if question == "silent" and cancel is not None:
            cancel.wait()
            raise Cancelled("The request was stopped.")
        return super().ask(question, article_ids, history, cancel=cancel)


class Scene:
    """A server and what it takes to bring each status about."""

    def __init__(self, http: httpx.Client, service: Moody, place: Path) -> None:
        self.http = http
        self.service = service
        self.place = place

    def both(self, name: str, **arguments: object) -> tuple[int, str]:
        """Post by name and by place; both are refused alike, and where it is 503 with Retry-After."""
        replies = [
            self.http.post(f"{CALL}/v2/{name}", json=arguments),
            self.http.post(f"{CALL}/{name}", json={"data": list(arguments.values())}),
        ]
        told = {refusal(reply) for reply in replies}
        assert len(told) == 1, told
        for reply in replies:
            assert (reply.status_code == 503) == (int(reply.headers.get("retry-after", 0)) > 0)
            assert reply.headers["x-request-id"]
        status, kind, _ = told.pop()
        return status, kind

    def event(self, question: str) -> str:
        posted = self.http.post(f"{CALL}/v2/ask", json={"question": question})
        assert posted.status_code == 200, posted.text
        return str(posted.json()["event_id"])

    def fetched(self, event_id: str) -> httpx.Response:
        return self.http.get(f"{CALL}/ask/{event_id}")

    def cancel(self, event_id: str) -> None:
        body = {"event_id": event_id, "session_hash": event_id, "fn_index": 0}
        assert self.http.post("/gradio_api/cancel", json=body).status_code == 200


def not_logged_in(scene: Scene) -> tuple[int, str]:
    scene.http.headers.pop("authorization")
    assert scene.http.get("/healthz").status_code == 200
    assert (
        refusal(scene.http.get("/metrics"))[:2] == refusal(scene.http.get("/"))[:2] == (401, "not_logged_in")
    )
    return scene.both("articles")


def wrong_origin(scene: Scene) -> tuple[int, str]:
    scene.http.headers["origin"] = "http://evil.example"
    return scene.both("articles")


def wrong_host(scene: Scene) -> tuple[int, str]:
    scene.http.headers["host"] = "evil.example"
    return scene.both("articles")


def not_found(scene: Scene) -> tuple[int, str]:
    assert refusal(scene.fetched("nothing")) == (404, "not_found", "event_id")
    for name in ("article", "remove_article", "summarise", "suggest_questions"):
        assert scene.both(name, article_id="nothing") == (404, "not_found")
    assert scene.both("ask", question="x", article_ids=["nothing"]) == (404, "not_found")
    return scene.both("no_such_endpoint")


def too_large(scene: Scene) -> tuple[int, str]:
    assert scene.both("ask", question="x" * 4_001) == (413, "too_large")
    assert scene.both("articles", more="x" * 1_010_000) == (413, "too_large")
    upload = scene.http.post("/gradio_api/upload", files={"files": ("a.txt", b"x" * 1_010_000)})
    assert refusal(upload) == (413, "too_large", "files")
    return scene.both("add_article", text="x" * 1_001)


def invalid_input(scene: Scene) -> tuple[int, str]:
    for name in ("article", "remove_article", "summarise", "suggest_questions", "ask"):
        assert scene.both(name) == (422, "invalid_input")
    for wrong in (
        {"text": "x", "url": "http://a.example"},
        {"text": 3},
        {"text": "", "url": "ftp://a.example"},
    ):
        assert scene.both("add_article", **wrong) == (422, "invalid_input")
    assert scene.both("summarise", article_id="x", style="epic") == (422, "invalid_input")
    assert scene.http.post(f"{CALL}/v2/ask", content=b"{").status_code == 422
    return scene.both("ask", question=" ")


def internal(scene: Scene) -> tuple[int, str]:
    told = scene.fetched(scene.event("fail"))
    assert told.status_code == 200
    kind, data = told.text.strip().split("\n", 1)
    error = json.loads(data.removeprefix("data: "))["error"]
    assert kind == "event: error"
    assert "secret" not in error["message"]
    return 500, error["type"]


def store_error(scene: Scene) -> tuple[int, str]:
    with altered(scene.place, "article", "hidden"):
        return scene.both("article", article_id="x")


@contextmanager
def altered(place: Path, table: str, name: str) -> Iterator[None]:
    """Make a library unreadable for a while."""
    with closing(sqlite3.connect(place)) as raw:
        raw.execute(f"alter table {table} rename to {name}")
        yield
        raw.execute(f"alter table {name} rename to {table}")


def overloaded(scene: Scene) -> tuple[int, str]:
    waiting = [scene.event("run on")]
    assert scene.service.begun.wait(5)
    waiting.append(scene.event("run on"))
    try:
        return scene.both("ask", question="run on")
    finally:
        for event_id in reversed(waiting):
            scene.cancel(event_id)


def model_unavailable(scene: Scene) -> tuple[int, str]:
    scene.service.status = "loading"
    try:
        return scene.both("ask", question="x")
    finally:
        scene.service.status = "ready"


def deadline(scene: Scene) -> tuple[int, str]:
    late = scene.fetched(scene.event("silent"))
    return refusal(late)[:2]


def cancelled(scene: Scene) -> tuple[int, str]:
    """Nobody fetches it in time."""
    event_id = scene.event("run on")
    counted = 'footnote_cancelled_total{why="unfetched"} 1.0'
    until = time.monotonic() + 9
    while counted not in scene.http.get("/metrics").text and time.monotonic() < until:
        time.sleep(0.1)
    return 499, json.loads(scene.fetched(event_id).text.split("data: ")[-1])["error"]["type"]


BRINGS: dict[str, Callable[[Scene], tuple[int, str]]] = {
    scene.__name__: scene
    for scene in (
        *(not_logged_in, wrong_origin, wrong_host, not_found, too_large, invalid_input),
        *(internal, store_error, overloaded, model_unavailable, deadline, cancelled),
    )
}


@pytest.fixture(scope="module")
def moody(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Moody, Path, str]]:
    """A server with little room, whose one user is Anna, with her library and a token."""
    folder = tmp_path_factory.mktemp("moody")
    users, place = folder / "users.toml", folder / "footnote.db"
    commands.add(users, "anna", lambda: "correct horse battery")
    limits: dict[str, Any] = {"queue_size": 1, "deadline": 5.6, "max_article_chars": 1_000}
    service = Moody(Settings(store=f"sqlite:///{place}", auth=str(users), **limits), empty=True)
    with running(create_app(service.settings, service)) as url:
        yield url, service, place, commands.token(users, "anna")
    assert not place.exists(), "the library of nobody is not made"


@pytest.mark.parametrize(("status", "kind"), STATUSES)
def test_every_status_that_is_documented_comes_with_its_body(
    moody: tuple[str, Moody, Path, str], status: int, kind: str
) -> None:
    url, service, place, token = moody
    with httpx.Client(base_url=url, timeout=30, headers={"authorization": f"Bearer {token}"}) as http:
        http.post(f"{CALL}/v2/articles", json={})  # opens her library
        scene = Scene(http, service.users, place.with_name("footnote.anna.db"))
        assert BRINGS[kind](scene) == (status, kind)


def test_every_way_to_fail_is_documented() -> None:
    assert {kind for _, kind in STATUSES} == set(BRINGS)
