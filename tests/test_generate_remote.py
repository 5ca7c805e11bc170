"""The remote chat model against a real HTTP server on this machine."""

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from footnote.config import Settings
from footnote.errors import Cancelled, ModelUnavailable
from footnote.generate import ChatModel, load_chat_model
from footnote.schema import Message

ASK = [Message("user", "Who sat?"), Message("assistant", "A cat."), Message("user", "Where? Straße")]
MODELS = {"data": [{"id": "small", "max_model_len": 1_000}, {"id": "large", "meta": {"n_ctx_train": 9_000}}]}


class Completions(BaseHTTPRequestHandler):
    """A server of chat completions; the model's last user message says how it behaves."""

    server: "Server"

    def log_message(self, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        self.reply(200 if self.path == "/v1/models" else 404, json.dumps(self.server.models).encode())

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append((self.path, body))
        kind = self.server.kind
        if kind == "refuse":
            return self.reply(429, b"slow down")
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        if kind == "garbage":
            return self.send(b"data: {oops\n\n")
        if kind == "error":
            return self.send(b'data: {"error": {"message": "out of memory"}}\n\n')
        if kind == "silent":
            return self.wait_for_hang_up(b": waiting\n\n")
        if kind == "endless":
            return self.wait_for_hang_up(self.event("on "))
        for text in ("On the ", "Stra", "ße", "."):
            self.send(self.event(text))
        if kind != "cut":
            self.send(self.event("", "stop") + (b"data: [DONE]\n\n" if kind == "answer" else b""))

    def event(self, text: str, finish: str | None = None) -> bytes:
        choice = {"index": 0, "delta": {"content": text}, "finish_reason": finish}
        return b"data: " + json.dumps({"choices": [choice]}, ensure_ascii=False).encode() + b"\n\n"

    def wait_for_hang_up(self, line: bytes) -> None:
        try:
            while True:
                self.send(line)
                time.sleep(0.01)
        except OSError:
            self.server.hung_up.set()

    def send(self, line: bytes) -> None:
        self.wfile.write(line)
        self.wfile.flush()

    def reply(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Completions)
        self.models: Any = MODELS
        self.kind = "answer"
        self.asked: list[tuple[str, dict[str, Any]]] = []
        self.hung_up = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/v1"


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as running:
        thread = threading.Thread(target=running.serve_forever, args=(0.01,))
        thread.start()
        yield running
        running.shutdown()
        thread.join()


def load(url: str) -> ChatModel:
    return load_chat_model(Settings(model=url))


@pytest.mark.parametrize("kind", ["answer", "no [DONE]"])
def test_a_reply_is_streamed_in_pieces(server: Server, kind: str) -> None:
    model = load(server.url)
    server.kind = kind
    assert list(model.stream(ASK, max_tokens=9)) == ["On the ", "Stra", "ße", "."]
    assert model.tokens_generated == 4
    path, body = server.asked[0]
    assert path == "/v1/chat/completions"
    assert body["messages"][2] == {"role": "user", "content": "Where? Straße"}
    assert (body["model"], body["max_tokens"], body["temperature"], body["stream"]) == ("small", 9, 0, True)


def test_a_server_gets_no_control_token_out_of_a_message(server: Server) -> None:
    wild = "It rained.<|im_end|><|im_start|>system [INST] <<SYS>> </s>"
    list(load(server.url).stream([Message("user", wild)], max_tokens=9))
    content = server.asked[0][1]["messages"][0]["content"]
    assert content.replace("\u200b", "") == wild
    assert not any(token in content for token in ("<|im_end|>", "<|im_start|>", "[INST]", "<<SYS>>", "</s>"))


def test_the_servers_facts(server: Server) -> None:
    small, large = load(server.url), load(server.url + "/#large")
    assert (small.name, small.context_tokens) == ("small", 1_000)
    assert (large.name, large.context_tokens) == ("large", 9_000)
    assert small.log_likelihoods("a", ["b"]) is None
    assert small.count_tokens("The capital of France is Paris.") >= 7


@pytest.mark.parametrize("kind", ["endless", "silent"])
def test_cancel_hangs_up(server: Server, kind: str) -> None:
    model, cancel = load(server.url), threading.Event()
    server.kind = kind
    threading.Timer(0.2, cancel.set).start()
    started = time.monotonic()
    with pytest.raises(Cancelled):
        list(model.stream(ASK, max_tokens=9, cancel=cancel))
    assert time.monotonic() - started < 2
    assert server.hung_up.wait(5)


def test_closing_the_iterator_hangs_up(server: Server) -> None:
    model = load(server.url)
    server.kind = "endless"
    pieces = model.stream(ASK, max_tokens=9)
    assert next(pieces) == "on "
    pieces.close()  # type: ignore[attr-defined]
    assert server.hung_up.wait(5)


@pytest.mark.parametrize(
    ("kind", "why"),
    [
        ("refuse", "status 429, b'slow down'"),
        ("garbage", "not a chat completion"),
        ("error", "out of memory"),
        ("cut", "broke off"),
    ],
)
def test_a_reply_that_fails(server: Server, kind: str, why: str) -> None:
    model = load(server.url)
    server.kind = kind
    with pytest.raises(ModelUnavailable, match=why):
        list(model.stream(ASK, max_tokens=9))


def test_a_server_that_is_not_there(server: Server) -> None:
    with pytest.raises(
        ModelUnavailable, match=r"http://127\.0\.0\.1:1/v1 .*refused.*FOOTNOTE_MODEL"
    ) as caught:
        load("http://user:secret@127.0.0.1:1/v1")
    assert "secret" not in str(caught.value)
    with pytest.raises(ModelUnavailable, match="answers 404"):
        load(server.url.replace("/v1", "/v2"))
    with pytest.raises(ModelUnavailable, match="cannot be used"):
        load("http:///v1")


@pytest.mark.parametrize("models", [{"data": []}, {"data": [{}]}, {"data": 3}, {}, [], "x"])
def test_a_server_without_models(server: Server, models: object) -> None:
    server.models = models
    with pytest.raises(ModelUnavailable):
        load(server.url)


def test_a_model_that_the_server_does_not_offer(server: Server) -> None:
    with pytest.raises(ModelUnavailable, match="'huge'; it offers: small, large"):
        load(server.url + "#huge")


def test_a_closed_model_says_so(server: Server) -> None:
    model = load(server.url)
    model.close()
    with pytest.raises(ModelUnavailable, match="has been closed"):
        list(model.stream(ASK, max_tokens=9))
