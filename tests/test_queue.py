"""Fairness, deadlines and endings, over HTTP on answers that never end by themselves; no model is loaded."""

import re
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest
from gradio_client import Client
from gradio_client.exceptions import AppError

from footnote.app import create_app
from footnote.config import Settings
from serving import Endless, Silent, running
from web import Reply, Web, web

CALL = "/gradio_api/call"


@pytest.fixture
def served(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[tuple[str, Endless]]:
    """An endless application; a test gives its settings by ``indirect`` parameters."""
    store = f"sqlite:///{tmp_path / 'footnote.db'}"
    service = Endless(Settings(**{"store": store, **getattr(request, "param", {})}))
    with running(create_app(service.settings, service)) as url:
        yield url, service


def caller(url: str, number: int) -> httpx.Client:
    """A client with a loopback address of its own."""
    return httpx.Client(
        base_url=url, timeout=20, transport=httpx.HTTPTransport(local_address=f"127.0.0.{number}")
    )


def post(http: httpx.Client, question: str = "x") -> httpx.Response:
    return http.post(f"{CALL}/v2/ask", json={"question": question})


def cancel(http: httpx.Client, event_id: str, number: int | None = None) -> None:
    """Cancel a request by the number of Gradio's function for ``ask``, or any other."""
    if number is None:
        number = next(d["id"] for d in http.get("/config").json()["dependencies"] if d["api_name"] == "ask")
    body = {"event_id": event_id, "session_hash": event_id, "fn_index": number}
    assert http.post("/gradio_api/cancel", json=body).status_code == 200


def http_result(http: httpx.Client, name: str) -> str:
    event_id = http.post(f"{CALL}/v2/{name}", json={}).json()["event_id"]
    return http.get(f"{CALL}/{name}/{event_id}").text


def wait_for(condition: Any, seconds: float = 8) -> bool:  # noqa: ANN401
    until = time.monotonic() + seconds
    while not condition() and time.monotonic() < until:
        time.sleep(0.02)
    return bool(condition())


def counted(http: httpx.Client, name: str, **labels: str) -> float:
    """Return a figure of /metrics, 0 where it was never counted."""
    wanted = {f'{key}="{value}"' for key, value in labels.items()}
    for line in http.get("/metrics").text.splitlines():
        found = re.fullmatch(rf"{name}(?:\{{(.*)\}})? (\S+)", line)
        if found and set(filter(None, (found[1] or "").split(","))) == wanted:
            return float(found[2])
    return 0.0


class TestFairness:
    @pytest.mark.parametrize("served", [{"queue_size": 4}], indirect=True)
    def test_one_caller_cannot_fill_the_queue(self, served: tuple[str, Endless]) -> None:
        url, service = served
        with caller(url, 2) as greedy, caller(url, 3) as other:
            post(greedy)
            assert service.begun.wait(5)
            assert [post(greedy).status_code for _ in range(2)] == [200, 200]
            refused = post(greedy)
            assert refused.status_code == 503
            assert refused.json()["error"]["type"] == "overloaded"
            assert "one caller's may" in refused.json()["error"]["message"]
            assert int(refused.headers["retry-after"]) > 0
            assert [post(other).status_code for _ in range(2)] == [200, 200]
            assert "as many as may" in post(other).json()["error"]["message"]
            listed = http_result(other, "articles")
            assert listed.startswith("event: complete"), "what needs no model need not wait for it"

    @pytest.mark.parametrize("served", [{"queue_size": 4}], indirect=True)
    def test_the_pages_way_in_is_covered(self, served: tuple[str, Endless]) -> None:
        url, service = served
        with caller(url, 2) as http:
            number = next(
                d["id"] for d in http.get("/config").json()["dependencies"] if d["api_name"] == "ask"
            )
            body = {"data": ["x", [], []], "fn_index": number, "session_hash": "a-page"}
            answers = [http.post("/gradio_api/queue/join", json=body)]
            assert service.begun.wait(5)
            answers += [http.post("/gradio_api/queue/join", json=body) for _ in range(3)]
            assert [reply.status_code for reply in answers] == [200, 200, 200, 503]
            assert int(answers[-1].headers["retry-after"]) > 0

    @pytest.mark.parametrize("served", [{"queue_size": 8}], indirect=True)
    def test_callers_take_turns(self, served: tuple[str, Endless]) -> None:
        url, service = served
        with caller(url, 2) as many, caller(url, 3) as few:
            ids = [post(many, "many 0").json()["event_id"]]
            assert service.begun.wait(5)
            ids += [post(many, f"many {number}").json()["event_id"] for number in (1, 2)]
            few_id = post(few, "few").json()["event_id"]
            cancel(many, ids[0])
            assert wait_for(lambda: len(service.asked) == 2)
            assert service.asked[1] == "few"
            cancel(few, few_id)
            assert wait_for(lambda: len(service.asked) == 3)
            assert service.asked[2] == "many 1"


class TestDeadline:
    @pytest.mark.parametrize("served", [{"deadline": 0.8}], indirect=True)
    def test_a_stream_ends_with_an_error(self, served: tuple[str, Endless]) -> None:
        url, service = served
        with caller(url, 2) as http:
            reply = http.get(f"{CALL}/ask/{post(http).json()['event_id']}")
            assert service.ended.wait(1)
            last = reply.text.strip().split("\n\n")[-1]
            assert last.startswith("event: error\n")
            assert '"type": "deadline"' in last
            assert "FOOTNOTE_DEADLINE" in last
            counts = {"endpoint": "ask", "status": "504"}
            assert wait_for(lambda: counted(http, "footnote_requests_total", **counts) == 1)

    def test_waiting_counts_and_where_there_was_no_event_the_status_says_it(
        self, tmp_path: Path, caplog: pytest.LogCaptureFixture
    ) -> None:
        caplog.set_level("INFO", logger="footnote.requests")
        store = f"sqlite:///{tmp_path / 'footnote.db'}"
        service = Silent(Settings(store=store, queue_size=8, deadline=2.0))
        with running(create_app(service.settings, service)) as url, caller(url, 2) as http:
            event_ids = [post(http).json()["event_id"] for _ in range(3)]
            replies = [http.get(f"{CALL}/ask/{event_id}") for event_id in event_ids]
        assert [reply.status_code for reply in replies] == [504] * 3
        assert replies[2].json()["error"]["type"] == "deadline"
        assert [record.pairs["total"] < 3.9 for record in caplog.records] == [True] * 3  # type: ignore[attr-defined]

    @pytest.mark.parametrize("served", [{"deadline": 0.8}], indirect=True)
    def test_a_python_client_is_told(self, served: tuple[str, Endless]) -> None:
        client = Client(served[0], verbose=False)
        with pytest.raises(AppError, match=r"not done within 0\.8 seconds"):
            client.predict(question="x", api_name="/ask")


class TestEndings:
    def test_what_nobody_fetches_is_given_up(self, served: tuple[str, Endless]) -> None:
        url, service = served
        with caller(url, 2) as http:
            event_id = post(http).json()["event_id"]
            waiting = post(http, "second").json()["event_id"]
            assert service.begun.wait(5)
            assert service.ended.wait(7)
            assert wait_for(lambda: counted(http, "footnote_cancelled_total", why="unfetched") == 2)
            late = http.get(f"{CALL}/ask/{event_id}")
            assert '"type": "cancelled"' in late.text
            assert "Nobody fetched" in late.text
            assert "Nobody fetched" in http.get(f"{CALL}/ask/{waiting}").text

    def test_what_is_fetched_late_but_in_time_runs_on(self, served: tuple[str, Endless]) -> None:
        url, service = served
        with caller(url, 2) as http:
            event_id = post(http).json()["event_id"]
            time.sleep(3)
            with http.stream("GET", f"{CALL}/ask/{event_id}") as reply:
                chunks = reply.iter_text()
                until = time.monotonic() + 3.5
                while time.monotonic() < until:
                    assert next(chunks)
                assert not service.ended.is_set()
            assert service.ended.wait(1)

    @pytest.mark.parametrize("read", ["whole", "in part"])
    def test_who_comes_back_is_not_kept_waiting(self, served: tuple[str, Endless], read: str) -> None:
        url, service = served
        with caller(url, 2) as http:
            if read == "whole":
                name, event_id = "articles", http.post(f"{CALL}/v2/articles", json={}).json()["event_id"]
                assert http.get(f"{CALL}/{name}/{event_id}").text.startswith("event: complete")
            else:
                name, event_id = "ask", post(http).json()["event_id"]
                with http.stream("GET", f"{CALL}/ask/{event_id}") as reply:
                    next(reply.iter_text())
                assert service.ended.wait(2)
                assert wait_for(lambda: counted(http, "footnote_cancelled_total", why="left") == 1)
            for path in (f"{CALL}/{name}", f"{CALL}/v2/{name}"):
                again = http.get(f"{path}/{event_id}", timeout=2)
                assert again.status_code == 404
                assert again.json()["error"]["type"] == "not_found"
                assert again.json()["error"]["field"] == "event_id"

    def test_a_call_of_a_named_session_is_fetched_after_its_end_once(
        self, served: tuple[str, Endless]
    ) -> None:
        with caller(served[0], 2) as http:
            body = {"data": [], "session_hash": "a-client"}
            event_id = http.post(f"{CALL}/articles", json=body).json()["event_id"]
            time.sleep(0.5)
            assert http.get(f"{CALL}/articles/{event_id}").text.startswith("event: complete")
            assert http.get(f"{CALL}/articles/{event_id}", timeout=2).status_code == 404

    @pytest.mark.parametrize("waiting", [False, True])
    @pytest.mark.parametrize("session", [None, "a-client"])
    def test_a_call_that_is_cancelled_ends_with_an_error(
        self, served: tuple[str, Endless], waiting: bool, session: str | None
    ) -> None:
        url, service = served
        with caller(url, 2) as http, ThreadPoolExecutor(1) as thread:
            if waiting:
                post(http)
                assert service.begun.wait(5)
            body = {"data": ["x"], **({"session_hash": session} if session else {})}
            event_id = http.post(f"{CALL}/ask", json=body).json()["event_id"]
            reply = thread.submit(http.get, f"{CALL}/ask/{event_id}")
            assert service.begun.wait(5)
            time.sleep(0.2)
            stopped = {"event_id": event_id, "session_hash": session or event_id, "fn_index": 0}
            assert http.post("/gradio_api/cancel", json=stopped).status_code == 200
            last = reply.result(5).text.strip().split("\n\n")[-1]
            assert last == (
                'event: error\ndata: {"error": {"type": "cancelled", '
                '"message": "The request was stopped.", "field": null}}'
            )

    @pytest.mark.parametrize("leave", ["tab", "cancel"])
    def test_a_client_of_the_queue_leaves(self, served: tuple[str, Endless], leave: str) -> None:
        url, service = served
        with caller(url, 2) as http:
            number = next(
                d["id"] for d in http.get("/config").json()["dependencies"] if d["api_name"] == "ask"
            )
            body = {"data": ["x", [], []], "fn_index": number, "session_hash": "a-page"}
            event_id = http.post("/gradio_api/queue/join", json=body).json()["event_id"]
            follow = {"session_hash": "a-page"}
            with http.stream("GET", "/gradio_api/queue/data", params=follow) as stream:
                next(stream.iter_text())
                assert service.begun.wait(5)
                if leave == "cancel":
                    cancelled = {"event_id": event_id, "session_hash": "a-page", "fn_index": number}
                    assert http.post("/gradio_api/cancel", json=cancelled).status_code == 200
                    assert service.ended.wait(1)
            assert service.ended.wait(1)
            why = "left" if leave == "tab" else "asked"
            assert wait_for(lambda: counted(http, "footnote_cancelled_total", why=why) == 1)


def dripping(gone: threading.Event) -> Iterator[bytes]:
    try:
        while True:
            yield b"word "
    finally:
        gone.set()


class TestDownloads:
    """An address is read beside the models' queue, and its reading ends with its caller."""

    @pytest.fixture
    def slow(self) -> Iterator[tuple[Web, threading.Event]]:
        gone = threading.Event()
        with web({"/slow": lambda: Reply(dripping(gone), length=False, pause=0.05)}) as site:
            yield site, gone

    @pytest.mark.parametrize("served", [{"fetch_private": "127.0.0.1"}], indirect=True)
    @pytest.mark.parametrize("leave", ["cancels", "closes the stream"])
    def test_a_download_ends_with_its_caller(
        self, served: tuple[str, Endless], slow: tuple[Web, threading.Event], leave: str
    ) -> None:
        (url, service), (site, gone) = served, slow
        with caller(url, 2) as http, caller(url, 3) as other:
            posted = http.post(f"{CALL}/v2/add_article", json={"url": f"{site.url}/slow"})
            event_id = posted.json()["event_id"]
            assert wait_for(lambda: site.asked)
            post(other)
            assert service.begun.wait(5), "who asks need not wait for a download"
            assert not gone.is_set()
            if leave == "cancels":
                cancel(http, event_id, number=0)
            else:
                with pytest.raises(httpx.ReadTimeout):
                    http.get(f"{CALL}/add_article/{event_id}", timeout=0.3)
            assert gone.wait(1)
            why = "asked" if leave == "cancels" else "left"
            assert wait_for(lambda: counted(http, "footnote_overtime_seconds_count", why=why) == 1)
        assert service.articles() == ()


def test_the_page_keeps_an_upload_no_longer_than_it_is_read(served: tuple[str, Endless]) -> None:
    with caller(served[0], 2) as http:
        path = Path(http.post("/gradio_api/upload", files={"files": ("bay.txt", b"Seals rest.")}).json()[0])
        config = http.get("/config").json()
        button = next(c["id"] for c in config["components"] if c["type"] == "uploadbutton")
        number = next(d["id"] for d in config["dependencies"] if button in d["inputs"])
        file = {"path": str(path), "orig_name": "bay.txt", "meta": {"_type": "gradio.FileData"}}
        body = {"data": [[file], []], "fn_index": number, "session_hash": "a-page"}
        assert path.read_bytes() == b"Seals rest."
        assert http.post("/gradio_api/queue/join", json=body).status_code == 200
        with http.stream("GET", "/gradio_api/queue/data", params={"session_hash": "a-page"}) as stream:
            assert "process_completed" in "".join(stream.iter_text())
        assert not path.parent.exists()


class TestOperations:
    def test_every_reply_has_an_id_and_the_log_the_same(
        self, served: tuple[str, Endless], caplog: pytest.LogCaptureFixture
    ) -> None:
        url, service = served
        caplog.set_level("INFO", logger="footnote.requests")
        with caller(url, 2) as http:
            posted = post(http, "Where do seals rest?")
            assert service.begun.wait(5)
            cancel(http, posted.json()["event_id"])
            refused = http.post(
                f"{CALL}/v2/ask", json={"question": ""}, headers={"x-request-id": "from-a-proxy"}
            )
            assert refused.headers["x-request-id"] == "from-a-proxy"
            assert http.get("/healthz").headers["x-request-id"]
            assert wait_for(lambda: len(caplog.records) == 2)
        lines = {record.pairs["id"]: record.pairs for record in caplog.records}  # type: ignore[attr-defined]
        ended, bad = lines[posted.headers["x-request-id"]], lines["from-a-proxy"]
        assert (ended["endpoint"], ended["status"], ended["cancelled"]) == ("ask", 499, "asked")
        assert (bad["endpoint"], bad["status"], bad["problem"]) == ("ask", 422, "invalid_input")
        assert bad["client"] == "127.0.0.2"
        assert ended["overtime"] >= 0
        assert "overtime" not in bad
        assert "seals" not in str(lines)

    def test_metrics_follow_the_queue(self, served: tuple[str, Endless]) -> None:
        url, service = served
        with caller(url, 2) as http:
            post(http)
            assert service.begun.wait(5)
            waiting = [post(http).json()["event_id"] for _ in range(2)]
            assert counted(http, "footnote_queue_length") == 2
            cancel(http, waiting[0])
            assert wait_for(lambda: counted(http, "footnote_queue_length") == 1)
            http.post(f"{CALL}/v2/ask", json={})
            assert counted(http, "footnote_requests_total", endpoint="ask", status="422") == 1
            assert counted(http, "footnote_errors_total", type="invalid_input") == 1
            assert counted(http, "footnote_tokens_total", kind="generated") == 0
            assert counted(http, "process_resident_memory_bytes") > 0
