"""Many clients at once on the real server: nothing mixed up, memory flat, work stopped when its caller left.

Each client has a loopback address, an article and an answer word of its own, and checks what it gets for it.
``FOOTNOTE_BENCH_SECONDS`` (60) and ``FOOTNOTE_BENCH_CLIENTS`` (50) set how long and how many.
"""

import json
import os
import random
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from tests.bench import Row

CALL = "/gradio_api/call"
_WARM_UP = 0.3  # of the run, after which memory should not grow
_STARTED = 120.0  # seconds that a start may take


@dataclass(slots=True)
class Seen:
    """What all clients saw; the lists are appended to by their threads."""

    outcomes: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, outcome: str, wrong: str = "") -> None:
        """Count an outcome, and keep what was wrong with it."""
        with self.lock:
            self.outcomes[outcome] += 1
            if wrong:
                self.wrong.append(wrong)


@contextmanager
def server(store: Path, **settings: str) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """Run `footnote serve` in a process of its own until its models are loaded; end it by SIGTERM."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    environ = {**os.environ, "FOOTNOTE_STORE": f"sqlite:///{store}", "FOOTNOTE_PORT": str(port), **settings}
    process = subprocess.Popen(
        [sys.executable, "-m", "footnote", "serve"], env=environ, stderr=subprocess.DEVNULL
    )
    url = f"http://127.0.0.1:{port}"
    try:
        _await_ready(url, process)
        yield url, process
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
            process.wait(30)


def _await_ready(url: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + _STARTED
    while time.monotonic() < until and process.poll() is None:
        try:
            if httpx.get(f"{url}/healthz", timeout=5).status_code == 200:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.2)
    raise RuntimeError("the server did not become ready")


class Caller:
    """One client with its own address, article and word."""

    def __init__(self, url: str, number: int, seen: Seen) -> None:
        self.word = f"Quorvex{number:03d}"
        self._seen = seen
        self._random = random.Random(number)
        transport = httpx.HTTPTransport(local_address=f"127.0.1.{number + 1}")
        self._http = httpx.Client(base_url=url, timeout=60, transport=transport)
        self._cancelled_by = {
            d["api_name"]: d["id"] for d in self._http.get("/config").json()["dependencies"]
        }
        self.article = ""

    def add(self) -> None:
        """Put the client's article into the library, trying again while the queue is full."""
        while not self.article:
            kind, data = self._call("add_article", {"text": self._text()})
            if kind == "complete":
                self.article = data["id"]
            else:
                time.sleep(0.5)

    def work(self, until: float) -> None:
        """Ask, summarise and list, and leave some of it, until a moment of the monotonic clock."""
        while time.monotonic() < until:
            try:
                self._random.choice((self._ask, self._ask, self._summarise, self._list, self._leave))()
            except (httpx.HTTPError, KeyError, ValueError) as error:
                self._seen.note("broken", f"{type(error).__name__}: {error}")
            time.sleep(self._random.uniform(0.0, 0.3))

    def _text(self) -> str:
        return (
            f"The {self.word} lighthouse\n\nThe keeper of the harbour station is called {self.word} Halden. "
            "The lamp was lit for the first time in 1902 and has burned every night since.\n\n"
            f"Visitors of {self.word} may climb the tower on Sundays. A ticket costs four crowns. "
            "The proceeds pay for the paint, of which the tower takes two hundred litres each spring."
        )

    def _ask(self) -> None:
        kind, answer = self._call(
            "ask",
            {"question": "What is the keeper of the harbour station called?", "article_ids": [self.article]},
        )
        self._check("ask", kind, lambda: self.word in answer["answer"] and self._is_own(answer))

    def _summarise(self) -> None:
        kind, summary = self._call("summarise", {"article_id": self.article, "style": "bullets"})
        self._check("summarise", kind, lambda: bool(summary["citations"]) and self._is_own(summary))

    def _list(self) -> None:
        kind, articles = self._call("articles", {})
        self._check("articles", kind, lambda: self.article in {entry["id"] for entry in articles})

    def _is_own(self, event: dict[str, list[dict[str, object]]]) -> bool:
        text = self._text()
        return all(
            c["article_id"] == self.article and text[slice(c["start"], c["end"])] == c["text"]  # type: ignore[misc]
            for c in event["citations"]
        )

    def _check(self, name: str, kind: str, right: object) -> None:
        assert callable(right)
        if kind != "complete":
            self._seen.note(f"{name} {kind}")
        elif right():
            self._seen.note(f"{name} right")
        else:
            self._seen.note(f"{name} WRONG", f"{self.word}: {name}")

    def _leave(self) -> None:
        """Ask, and cancel, disconnect or never fetch."""
        posted = self._http.post(
            f"{CALL}/v2/ask", json={"question": "When was the lamp lit?", "article_ids": [self.article]}
        )
        if posted.status_code != 200:
            self._seen.note(f"leave {posted.status_code}")
            return
        event_id, way = posted.json()["event_id"], self._random.choice(("cancel", "disconnect", "unfetched"))
        if way != "unfetched":
            with self._http.stream("GET", f"{CALL}/ask/{event_id}") as reply:
                if way == "cancel":
                    body = {
                        "event_id": event_id,
                        "session_hash": event_id,
                        "fn_index": self._cancelled_by["ask"],
                    }
                    self._http.post("/gradio_api/cancel", json=body).raise_for_status()
                else:
                    next(reply.iter_text(), "")
        self._seen.note(f"leave {way}")

    def _call(self, name: str, arguments: dict[str, object]) -> tuple[str, object]:
        """Return ("complete", the result), or what happened instead and nothing."""
        posted = self._http.post(f"{CALL}/v2/{name}", json=arguments)
        if posted.status_code != 200:
            if posted.status_code == 503 and "retry-after" not in posted.headers:
                self._seen.note("broken", "503 without Retry-After")
            return str(posted.status_code), None
        reply = self._http.get(f"{CALL}/{name}/{posted.json()['event_id']}")
        if reply.status_code != 200:
            return str(reply.status_code), None
        kind, data = reply.text.strip().split("\n\n")[-1].split("\n", 1)
        kind = kind.removeprefix("event: ")
        told = json.loads(data.removeprefix("data: "))
        return (kind, told[0]) if kind == "complete" else (str(told["error"]["type"]), None)


def figure(url: str, name: str) -> float:
    """Return the sum of a metric over its labels."""
    text = httpx.get(f"{url}/metrics", timeout=30).text
    return sum(float(value) for value in re.findall(rf"^{name}(?:\{{.*\}})? (\S+)$", text, re.MULTILINE))


def tokens(url: str) -> float:
    """Return how many tokens the model has read and written."""
    return figure(url, "footnote_tokens_total")


def loaded(url: str, seconds: float, clients: int) -> tuple[Seen, list[float]]:
    """Let the clients work; return what they saw and the server's resident bytes, sampled each second."""
    seen, memory = Seen(), []
    callers = [Caller(url, number, seen) for number in range(clients)]
    for caller in callers:
        caller.add()
    until = time.monotonic() + seconds
    threads = [threading.Thread(target=caller.work, args=(until,)) for caller in callers]
    for thread in threads:
        thread.start()
    while time.monotonic() < until:
        memory.append(figure(url, "process_resident_memory_bytes"))
        time.sleep(1)
    for thread in threads:
        thread.join()
    return seen, memory


def growth(memory: list[float]) -> float:
    """Return by what part the last tenth's median is above that of the tenth after the warm-up."""
    part = max(1, len(memory) // 10)
    after = int(len(memory) * _WARM_UP)
    first, last = sorted(memory[after : after + part]), sorted(memory[-part:])
    return last[len(last) // 2] / first[len(first) // 2] - 1


def seconds_to_stop(url: str, article: str, way: str) -> float:
    """Return how long the token counter still moved after a caller of a long job left."""
    number = {d["api_name"]: d["id"] for d in httpx.get(f"{url}/config").json()["dependencies"]}["ask"]
    with httpx.Client(base_url=url, timeout=60) as http:
        before = tokens(url)
        asked = {"question": "Why does the tower need so much paint each spring?", "article_ids": [article]}
        event_id = http.post(f"{CALL}/v2/ask", json=asked).json()["event_id"]
        with http.stream("GET", f"{CALL}/ask/{event_id}"):
            while tokens(url) == before:
                time.sleep(0.01)
            if way == "cancel":
                body = {"event_id": event_id, "session_hash": event_id, "fn_index": number}
                http.post("/gradio_api/cancel", json=body)
        left = time.monotonic()
    count, moved = tokens(url), time.monotonic()  # not sooner than can be seen, so never too short
    while time.monotonic() - left < 3:
        if (now := tokens(url)) != count:
            count, moved = now, time.monotonic()
        time.sleep(0.02)
    return moved - left


def run() -> list[Row]:
    """Measure; the server runs in a process of its own."""
    seconds = float(os.environ.get("FOOTNOTE_BENCH_SECONDS", "60"))
    clients = int(os.environ.get("FOOTNOTE_BENCH_CLIENTS", "50"))
    with tempfile.TemporaryDirectory() as folder, server(Path(folder) / "load.db") as (url, process):
        seen, memory = loaded(url, seconds, clients)
        article = _added(url)
        stops = [seconds_to_stop(url, article, way) for way in ("cancel", "disconnect") * 3]
        process.send_signal(signal.SIGTERM)
        begun = time.monotonic()
        status = process.wait(30)
        ended = time.monotonic() - begun
    return [
        *(Row(name, count, "requests") for name, count in sorted(seen.outcomes.items())),
        Row("wrong, mixed up or broken", len(seen.wrong), "replies", "0"),
        Row("memory at the end", memory[-1] / 2**20, "MiB"),
        Row("memory, growth after warm-up", 100 * growth(memory), "%", "at most 5"),
        Row("work after its caller left, longest", max(stops), "s", "at most 1"),
        Row("SIGTERM to exit", ended, "s", "at most 8"),
        Row("exit status", status, "", "0"),
    ]


def _added(url: str) -> str:
    text = "The tower\n\n" + " ".join(
        f"In the year {1900 + year} the tower took {year * 7 + 3} litres of paint, because the sea"
        f" eats {year + 2} layers each spring and the wardens of the coast will not see it bare."
        for year in range(60)
    )
    with httpx.Client(base_url=url, timeout=60) as http:
        event_id = http.post(f"{CALL}/v2/add_article", json={"text": text}).json()["event_id"]
        last = http.get(f"{CALL}/add_article/{event_id}").text.strip().split("data: ")[-1]
        return str(json.loads(last)[0]["id"])
