"""The public interface over HTTP: the real application, the real models, a library of its own."""

import json
import time
from pathlib import Path
from typing import Any

import httpx
import pytest
from gradio_client import Client, handle_file

from data.awkward import FILES
from footnote.app import create_app
from footnote.config import Settings
from footnote.service import Footnote
from serving import Endless, Forgetful, Loading, running
from web import Reply, web

CALL = "/gradio_api/call"
SEALS = """Seals return to Wennet bay

The survey of the Wennet bay counted 214 adult seals and 37 pups this summer, the most since 1987. \
The wardens credit cleaner water and a ban on nets near the sandbanks.

Fishing crews are wary. Their spokesman, Arne Holt, says that seals now take a tenth of the cod catch."""


@pytest.fixture
def seals(service: Footnote) -> str:
    return service.add_article(SEALS).id


def events(http: httpx.Client, name: str, arguments: object, path: str = "/v2") -> list[tuple[str, Any]]:
    """Post a request and return its stream of (event, data), heartbeats left out."""
    posted = http.post(f"{CALL}{path}/{name}", json=arguments)
    assert posted.status_code == 200, posted.text
    text = http.get(f"{CALL}/{name}/{posted.json()['event_id']}").text
    parsed = [block.split("\n", 1) for block in text.strip().split("\n\n")]
    named = [(kind.removeprefix("event: "), json.loads(data.removeprefix("data: "))) for kind, data in parsed]
    return [(kind, data) for kind, data in named if kind != "heartbeat"]


def result(http: httpx.Client, name: str, **arguments: object) -> Any:  # noqa: ANN401
    kind, data = events(http, name, arguments)[-1]
    assert kind == "complete", data
    return data[0]


def refusal(response: httpx.Response) -> tuple[int, str, str | None]:
    """Return (status, type, field) of an error reply, its message checked for what it must not hold."""
    error = response.json()["error"]
    assert set(error) == {"type", "message", "field"}
    assert error["message"].strip()
    assert "Traceback" not in error["message"]
    assert "/work" not in error["message"]
    return response.status_code, error["type"], error["field"]


class TestArticles:
    def test_added_listed_read_and_removed(self, http: httpx.Client) -> None:
        added = result(http, "add_article", text=SEALS + "\n\nA line of its own.", title="Seals again")
        assert set(added) == {
            *("id", "title", "source", "language", "words", "sentences", "passages", "already_known"),
            *("author", "date"),
        }
        assert (added["title"], added["language"], added["already_known"]) == ("Seals again", "en", False)
        assert added["id"] in {entry["id"] for entry in result(http, "articles")}
        assert result(http, "article", article_id=added["id"])["text"] == SEALS + "\n\nA line of its own."
        assert result(http, "remove_article", article_id=added["id"]) == {"id": added["id"], "removed": True}
        gone = http.post(f"{CALL}/v2/article", json={"article_id": added["id"]})
        assert refusal(gone) == (404, "not_found", "article_id")

    def test_the_same_text_is_known(self, http: httpx.Client, seals: str) -> None:
        again = result(http, "add_article", text=SEALS)
        assert (again["id"], again["already_known"]) == (seals, True)

    def test_author_date_and_what_was_left_out_are_told(self, http: httpx.Client) -> None:
        text = f"Seals return to Wennet bay\n\nBy Anna Lund\n\n4 May 2024\n\n{SEALS}"
        added = result(http, "add_article", text=text)
        assert (added["author"], added["date"]) == ("Anna Lund", "2024-05-04")
        article = result(http, "article", article_id=added["id"])
        assert set(article) == {*added, "text", "residue", "dropped"}
        assert [part["text"] for part in article["residue"]] == ["By Anna Lund", "4 May 2024"]
        for part in article["residue"]:
            assert set(part) == {"start", "end", "text"}
            assert article["text"][part["start"] : part["end"]] == part["text"]
        assert article["dropped"] == []
        result(http, "remove_article", article_id=added["id"])

    @pytest.mark.parametrize("name", ["columns.pdf", "headings.docx", "whole.html", "parts.eml"])
    def test_every_kind_of_file_is_taken(self, http: httpx.Client, name: str) -> None:
        awkward = next(file for file in FILES if file.file == name)
        sent = http.post("/gradio_api/upload", files={"files": (name, awkward.make())})
        file = {"path": sent.json()[0], "orig_name": name, "meta": {"_type": "gradio.FileData"}}
        added = result(http, "add_article", file=file)
        assert (added["title"], added["author"], added["source"]) == (awkward.title, awkward.author, name)
        article = result(http, "article", article_id=added["id"])
        assert set(awkward.dropped) <= set(article["dropped"])
        result(http, "remove_article", article_id=added["id"])

    def test_a_file_is_uploaded_and_added(self, http: httpx.Client) -> None:
        sent = http.post(
            "/gradio_api/upload", files={"files": ("bay.md", b"# The bay\n\nSeals rest in the bay.")}
        )
        file = {"path": sent.json()[0], "orig_name": "bay.md", "meta": {"_type": "gradio.FileData"}}
        added = result(http, "add_article", file=file)
        assert (added["title"], added["source"]) == ("The bay", "bay.md")
        again = http.post(f"{CALL}/v2/add_article", json={"file": file})
        assert refusal(again) == (422, "invalid_input", "file")

    @pytest.mark.parametrize(
        ("data", "end"), [(b"# The cape\n\nGannets nest there.", "complete"), (b"\0\1\2" * 99, "error")]
    )
    def test_an_uploaded_file_is_kept_no_longer_than_it_is_read(
        self, http: httpx.Client, data: bytes, end: str
    ) -> None:
        path = Path(http.post("/gradio_api/upload", files={"files": ("cape.md", data)}).json()[0])
        assert path.read_bytes() == data
        file = {"path": str(path), "orig_name": "cape.md"}
        assert events(http, "add_article", {"file": file})[-1][0] == end
        assert not path.parent.exists()

    def test_an_address_is_read_and_added(self, http: httpx.Client) -> None:
        with web({"/bay.md": Reply(b"# Wennet\n\nSeals rest on the sandbanks.", "text/markdown")}) as site:
            added = result(http, "add_article", url=f"{site.url}/bay.md")
            assert (added["title"], added["source"]) == ("Wennet", f"{site.url}/bay.md")
            kind, data = events(http, "add_article", {"url": f"{site.url}/no"})[-1]
        assert kind == "error"
        assert (data["error"]["type"], data["error"]["field"]) == ("invalid_input", "url")
        assert "answered 404" in data["error"]["message"]


class TestAnswers:
    QUESTION = "How many adult seals were counted?"

    def test_an_answer_cites_the_words_it_rests_on(self, http: httpx.Client, seals: str) -> None:
        stream = events(http, "ask", {"question": self.QUESTION, "article_ids": [seals]})
        drafts = [data[0] for kind, data in stream if kind == "generating"]
        assert drafts[0]["evidence"]
        assert not drafts[0]["answer"]
        answer = stream[-1][1][0]
        assert (answer["status"], answer["done"]) == ("answered", True)
        assert "214" in answer["answer"]
        for quoted in (*answer["citations"], *answer["evidence"]):
            assert SEALS[quoted["start"] : quoted["end"]] == quoted["text"]
        assert {f"[{c['number']}]" in answer["answer"] for c in answer["citations"]} == {True}

    def test_the_last_event_is_the_plain_reply(self, http: httpx.Client, server_url: str, seals: str) -> None:
        asked = {"question": self.QUESTION, "article_ids": [seals]}
        stream = events(http, "ask", asked)
        assert stream[-2][1] == stream[-1][1]
        plain = Client(server_url, verbose=False).predict(**asked, api_name="/ask")
        assert timeless(plain) == timeless(stream[-1][1][0])

    def test_positional_arguments_get_their_defaults(self, http: httpx.Client, seals: str) -> None:
        named = events(http, "ask", {"question": self.QUESTION})[-1]
        positional = events(http, "ask", {"data": [self.QUESTION]}, path="")[-1]
        assert timeless(positional[1][0]) == timeless(named[1][0])

    def test_what_the_article_does_not_say(self, http: httpx.Client, seals: str) -> None:
        answer = result(http, "ask", question="Who is the president of Portugal?", article_ids=[seals])
        assert (answer["status"], answer["citations"]) == ("not_in_article", [])
        assert answer["evidence"]

    def test_a_summary_cites_every_sentence(self, http: httpx.Client, seals: str) -> None:
        summary = result(http, "summarise", article_id=seals, style="bullets")
        assert (summary["style"], summary["done"]) == ("bullets", True)
        for citation in summary["citations"]:
            assert SEALS[citation["start"] : citation["end"]] == citation["text"]
            assert f"[{citation['number']}]" in summary["summary"]

    def test_suggested_questions(self, http: httpx.Client, seals: str) -> None:
        questions = result(http, "suggest_questions", article_id=seals, count=2)
        assert len(questions) <= 2
        assert all(isinstance(question, str) for question in questions)


def timeless(answer: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in answer.items() if name != "timings"}


REFUSED: list[Any] = [
    pytest.param("ask", {}, (422, "invalid_input", "question"), id="missing"),
    pytest.param("ask", {"question": "x", "k": 1}, (422, "invalid_input", "k"), id="unknown"),
    pytest.param("ask", {"question": 3}, (422, "invalid_input", "question"), id="wrong type"),
    pytest.param("ask", {"question": " \n"}, (422, "invalid_input", "question"), id="blank"),
    pytest.param("ask", {"question": "x" * 10_000}, (413, "too_large", "question"), id="long question"),
    pytest.param(
        "ask", {"question": "x", "article_ids": ["no"]}, (404, "not_found", "article_id"), id="unknown id"
    ),
    pytest.param(
        "ask",
        {"question": "x", "history": [{"role": "system", "content": "x"}]},
        (422, "invalid_input", "history"),
        id="wrong role",
    ),
    pytest.param(
        "summarise", {"article_id": "no"}, (404, "not_found", "article_id"), id="summary of nothing"
    ),
    pytest.param(
        "summarise", {"article_id": "no", "style": "epic"}, (422, "invalid_input", "style"), id="wrong style"
    ),
    pytest.param(
        "summarise", {"article_id": "no", "start": True}, (422, "invalid_input", "start"), id="no number"
    ),
    pytest.param("add_article", {}, (422, "invalid_input", "text"), id="nothing to add"),
    pytest.param("add_article", {"text": "x", "url": "y"}, (422, "invalid_input", "text"), id="two sources"),
    pytest.param("add_article", {"url": "ftp://x/y"}, (422, "invalid_input", "url"), id="no web address"),
    pytest.param("add_article", {"url": "http://[::1]/"}, (422, "invalid_input", "url"), id="inner address"),
    pytest.param("add_article", {"text": "x" * 3_000_000}, (413, "too_large", "text"), id="long text"),
    pytest.param(
        "add_article",
        {"file": {"path": "/etc/hostname", "meta": {"_type": "gradio.FileData"}}},
        (422, "invalid_input", "file"),
        id="a file of the server",
    ),
    pytest.param(
        "add_article",
        {"file": {"path": "http://127.0.0.1:1/x.txt", "meta": {"_type": "gradio.FileData"}}},
        (422, "invalid_input", "file"),
        id="an address as a file",
    ),
    pytest.param("_private", {}, (404, "not_found", None), id="unknown endpoint"),
    pytest.param("take", {}, (404, "not_found", None), id="an event of the page"),
]


class TestRefusals:
    @pytest.mark.parametrize(("name", "arguments", "expected"), REFUSED)
    def test_named(self, http: httpx.Client, name: str, arguments: object, expected: object) -> None:
        assert refusal(http.post(f"{CALL}/v2/{name}", json=arguments)) == expected

    @pytest.mark.parametrize(
        ("name", "body", "field", "message"),
        [
            ("ask", rb'{"question": "\ud800 who?"}', "question", "question is not valid Unicode"),
            (
                "ask",
                rb'{"question": "x", "article_ids": ["\udc00"]}',
                "article_ids",
                "article_ids is not valid",
            ),
            ("add_article", rb'{"text": "x", "title": "a \ud83d"}', "title", "title is not valid Unicode"),
            ("ask", rb'{"question": "x", "\ud800": 1}', "data", "data is not valid Unicode"),
            (
                "ask",
                b'{"question": "x", "history": [{"role": "user"}]}',
                "history",
                "history.0.content is missing.",
            ),
        ],
    )
    def test_a_fault_inside_an_argument(
        self, http: httpx.Client, name: str, body: bytes, field: str, message: str
    ) -> None:
        refused = http.post(f"{CALL}/v2/{name}", content=body)
        assert refusal(refused) == (422, "invalid_input", field)
        assert refused.json()["error"]["message"].startswith(message)

    def test_a_whole_pair_of_surrogates_is_a_character(self, http: httpx.Client) -> None:
        body = rb'{"question": "\ud83e\uddad?", "article_ids": ["no"]}'
        assert refusal(http.post(f"{CALL}/v2/ask", content=body)) == (404, "not_found", "article_id")

    def test_positional(self, http: httpx.Client) -> None:
        too_many = http.post(f"{CALL}/ask", json={"data": ["x", [], [], 1]})
        assert refusal(too_many) == (422, "invalid_input", "data")
        assert refusal(http.post(f"{CALL}/take", json={"data": []})) == (404, "not_found", None)
        assert refusal(http.post(f"{CALL}/ask", content=b"{")) == (422, "invalid_input", "data")
        assert refusal(http.post(f"{CALL}/ask", json={"question": "x"})) == (422, "invalid_input", "data")

    def test_an_error_in_a_stream_has_the_same_body(self, http: httpx.Client) -> None:
        kind, data = events(http, "add_article", {"text": "\x00\x01\x02\x03" * 50})[-1]
        assert kind == "error"
        assert set(data["error"]) == {"type", "message", "field"}
        assert (data["error"]["type"], data["error"]["field"]) == ("invalid_input", "text")

    def test_an_unknown_event_id(self, http: httpx.Client) -> None:
        assert refusal(http.get(f"{CALL}/ask/no-such-event")) == (404, "not_found", "event_id")

    def test_a_python_client_is_told_why(self, server_url: str) -> None:
        client = Client(server_url, verbose=False)
        with pytest.raises(ValueError, match="No article has the id 'no'"):
            client.predict(article_id="no", api_name="/article")

    def test_a_body_that_is_too_large(self, http: httpx.Client) -> None:
        assert refusal(http.post(f"{CALL}/v2/ask", content=b"x" * 13_500_000)) == (413, "too_large", None)

    def test_a_file_that_is_too_large_is_told_its_size_and_the_limit(self, http: httpx.Client) -> None:
        sent = http.post("/gradio_api/upload", files={"files": ("a.pdf", b"x" * 13_500_000)})
        assert refusal(sent) == (413, "too_large", "files")
        message = sent.json()["error"]["message"]
        assert message.startswith(f"The upload has {int(sent.request.headers['content-length']):,} bytes; ")
        assert "a file of at most 13,000,000 bytes is taken" in message
        assert "FOOTNOTE_MAX_ARTICLE_CHARS" in message

    def test_of_an_article_that_was_removed_meanwhile_nothing_is_said(self, tmp_path: Path) -> None:
        service = Forgetful(Settings(store=f"sqlite:///{tmp_path / 'footnote.db'}"))
        with running(create_app(service.settings, service)) as url, httpx.Client(base_url=url) as http:
            kind, data = events(http, "ask", {"question": "Who built it?", "article_ids": ["0" * 16]})[-1]
        assert kind == "error"
        assert (data["error"]["type"], data["error"]["field"]) == ("not_found", "article_id")

    def test_no_event_of_the_page_reads_a_file_of_the_server(
        self, http: httpx.Client, tmp_path: Path, service: Footnote
    ) -> None:
        """The page's own queue takes any event by its number, files included."""
        secret = tmp_path / "secret.txt"
        secret.write_text("The secret word of the harbour master is heliotrope.")
        file = {"path": str(secret), "meta": {"_type": "gradio.FileData"}}
        count = len(http.get("/config").json()["dependencies"])
        for number in range(count):
            body = {"data": [file, []], "fn_index": number, "session_hash": "thief"}
            assert refusal(http.post("/gradio_api/queue/join", json=body)) == (422, "invalid_input", "file")
        assert refusal(http.get(f"/gradio_api/file={secret}")) == (404, "not_found", "file")
        assert all("heliotrope" not in service.article(entry.id).text for entry in service.articles())

    def test_a_python_client_may_upload(self, server_url: str, tmp_path: Path) -> None:
        path = tmp_path / "harbour.txt"
        path.write_text(
            "The harbour\n\nThe harbour of Wennet was dredged in 1902 and has not silted up since."
        )
        added = Client(server_url, verbose=False).predict(file=handle_file(path), api_name="/add_article")
        assert added["title"] == "The harbour"


class TestGuard:
    def test_a_foreign_host_name(self, http: httpx.Client) -> None:
        assert refusal(http.get("/", headers={"host": "evil.example"})) == (421, "wrong_host", "Host")

    @pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://localhost:1"])
    def test_a_foreign_origin(self, http: httpx.Client, origin: str) -> None:
        for path in ("/gradio_api/upload", f"{CALL}/v2/articles", "/gradio_api/queue/join"):
            assert refusal(http.post(path, json={}, headers={"origin": origin})) == (
                403,
                "wrong_origin",
                "Origin",
            )

    @pytest.mark.parametrize(
        "path",
        ["/gradio_api/run/ask", "/gradio_api/api/ask", "/monitoring", "/gradio_api/runs", "/docs", "/etc"],
    )
    def test_what_gradio_has_besides(self, http: httpx.Client, path: str) -> None:
        assert refusal(http.post(path, json={"data": ["x"]})) == (404, "not_found", None)

    def test_headers(self, http: httpx.Client) -> None:
        for path in ("/", "/healthz", "/nothing"):
            headers = http.get(path).headers
            assert "default-src 'self'" in headers["content-security-policy"]
            assert headers["x-content-type-options"] == "nosniff"
            assert headers["referrer-policy"] == "same-origin"

    def test_only_the_seven_endpoints_are_described(self, http: httpx.Client) -> None:
        described = http.get("/gradio_api/info").json()["named_endpoints"]
        assert sorted(described) == sorted(
            f"/{name}"
            for name in (
                *("add_article", "articles", "article", "remove_article"),
                *("ask", "summarise", "suggest_questions"),
            )
        )

    def test_health(self, http: httpx.Client) -> None:
        health = http.get("/healthz")
        assert health.status_code == 200
        assert set(health.json()) == {"status", "model", "embedder", "store", "version"}
        asked = http.head("/healthz")
        assert (asked.status_code, asked.content) == (200, b"")


class TestWaiting:
    def test_a_full_queue(self, endless: tuple[str, Endless]) -> None:
        url, service = endless
        with httpx.Client(base_url=url) as http:
            first = http.post(f"{CALL}/v2/ask", json={"question": "x"})
            assert service.begun.wait(5)
            waiting = [http.post(f"{CALL}/v2/ask", json={"question": "x"}).status_code for _ in range(3)]
            assert waiting == [200] * 3
            full = http.post(f"{CALL}/v2/ask", json={"question": "x"})
            assert refusal(full) == (503, "overloaded", None)
            assert int(full.headers["retry-after"]) > 0
            stop(http, first.json()["event_id"])

    def test_models_that_are_still_loading(self, tmp_path: Path) -> None:
        service = Loading(Settings(store=f"sqlite:///{tmp_path / 'footnote.db'}"))
        with running(create_app(service.settings, service)) as url, httpx.Client(base_url=url) as http:
            assert http.get("/healthz").status_code == 503
            early = http.post(f"{CALL}/v2/ask", json={"question": "x"})
            assert refusal(early) == (503, "model_unavailable", None)
            assert int(early.headers["retry-after"]) > 0
            assert http.get("/").status_code == 200

    @pytest.mark.parametrize("leave", ["closes the stream", "cancels"])
    def test_work_ends_when_the_caller_leaves(self, endless: tuple[str, Endless], leave: str) -> None:
        url, service = endless
        with httpx.Client(base_url=url) as http:
            event_id = http.post(f"{CALL}/v2/ask", json={"question": "x"}).json()["event_id"]
            with http.stream("GET", f"{CALL}/ask/{event_id}") as reply:
                next(reply.iter_text())
                if leave == "cancels":
                    stop(http, event_id)
                    assert service.ended.wait(1)
            assert service.ended.wait(1)

    def test_a_python_client_cancels(self, endless: tuple[str, Endless]) -> None:
        url, service = endless
        job = Client(url, verbose=False).submit(question="x", api_name="/ask")
        assert service.begun.wait(5)
        time.sleep(0.3)
        job.cancel()
        assert service.ended.wait(1)


def stop(http: httpx.Client, event_id: str) -> None:
    """Cancel a request by its id, as the interface documents it."""
    ask = next(d["id"] for d in http.get("/config").json()["dependencies"] if d["api_name"] == "ask")
    body = {"event_id": event_id, "session_hash": event_id, "fn_index": ask}
    assert http.post("/gradio_api/cancel", json=body).status_code == 200


def test_an_event_posted_while_a_stream_closes_is_heard_of(http: httpx.Client) -> None:
    """What the page does when one event follows another closely; Gradio alone loses the second."""
    number = next(d["id"] for d in http.get("/config").json()["dependencies"] if d["api_name"] == "articles")
    body = {"data": [], "fn_index": number, "session_hash": "a-page"}
    awaited = [http.post("/gradio_api/queue/join", json=body).json()["event_id"]]
    heard: list[str] = []
    with http.stream("GET", "/gradio_api/queue/data", params={"session_hash": "a-page"}) as stream:
        for line in filter(None, stream.iter_lines()):
            message = json.loads(line.removeprefix("data: "))
            if message["msg"] == "process_completed":
                heard.append(message["event_id"])
                if len(awaited) < 3:
                    time.sleep(0.1)
                    awaited.append(http.post("/gradio_api/queue/join", json=body).json()["event_id"])
    assert heard == awaited
    assert message["msg"] == "close_stream"
