"""Many clients at once on the real server: nothing mixed up, memory flat, work stopped when its caller left.

Each client has a loopback address, an article and an answer word of its own, and checks what it gets for it.
Where it is refused for lack of room it tries again when the server says; between two calls it rests, for as
long as keeps the server busy and its queue full now and then. ``FOOTNOTE_BENCH_SECONDS`` (60) and
``FOOTNOTE_BENCH_CLIENTS`` (50) set how long and how many.
"""

import os
import random
import signal
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from tests.bench import Row
from tests.served import CALL, Client, Reply, Server, server

_WARM_UP = 0.3  # of the run, after which memory should not grow
_REST = 0.35  # a client's mean rest, in times of a call that meets nobody and for each client
_LAST = 45.0  # seconds that the last calls may take, all together


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

    def share(self, kind: str) -> float:
        """Return the part of all calls, those that were refused and tried again included, of one kind."""
        return sum(count for name, count in self.outcomes.items() if name.endswith(kind)) / max(
            1, self.outcomes.total()
        )


class Caller:
    """One client with its own address, article and word."""

    def __init__(self, url: str, number: int, seen: Seen) -> None:
        self.word = f"Quorvex{number:03d}"
        self._seen = seen
        self._random = random.Random(number)
        self._client = Client(url, f"127.0.1.{number + 1}")
        self._until = float("inf")
        self.article = ""

    def add(self) -> None:
        """Put the client's article into the library."""
        added = self._served("add_article", text=self._text())
        if added.kind != "complete":
            raise RuntimeError(f"{self.word}: the article was not added: {added.kind}")
        self.article = added.result["id"]

    def pace(self) -> float:
        """Return the seconds that a call takes while nobody else calls, the first one ever left out."""
        self._ask()
        begun = time.monotonic()
        for call in (self._ask, self._summarise, self._ask):
            call()
        return (time.monotonic() - begun) / 3

    def work(self, until: float, rest: float) -> None:
        """Ask, summarise and list, and leave some of it, until a moment of the monotonic clock.

        ``rest`` is how many seconds lie between two calls in the mean.
        """
        self._until = until
        while True:
            self._sleep(self._random.uniform(0.0, 2 * rest))
            if time.monotonic() >= until:
                return
            try:
                self._random.choice((self._ask, self._ask, self._summarise, self._list, self._leave))()
            except (httpx.HTTPError, KeyError, ValueError) as error:
                self._seen.note("broken", f"{self.word}: {type(error).__name__}: {error}")

    def _sleep(self, seconds: float) -> None:
        time.sleep(max(0.0, min(seconds, self._until - time.monotonic())))

    def _served(self, name: str, **arguments: object) -> Reply:
        """Call until there was room for it, or until the end."""
        while True:
            reply = self._client.call(name, **arguments)
            if reply.kind != "503":
                return reply
            self._refused(name, reply.retry_after)
            if time.monotonic() >= self._until:
                return reply

    def _refused(self, name: str, retry_after: float | None) -> None:
        self._seen.note(f"{name} 503", "" if retry_after else f"{self.word}: 503 without Retry-After")
        self._sleep((retry_after or 1.0) * self._random.uniform(1.0, 1.5))

    def _text(self) -> str:
        return (
            f"The {self.word} lighthouse\n\nThe keeper of the harbour station is called {self.word} Halden. "
            "The lamp was lit for the first time in 1902 and has burned every night since.\n\n"
            f"Visitors of {self.word} may climb the tower on Sundays. A ticket costs four crowns. "
            "The proceeds pay for the paint, of which the tower takes two hundred litres each spring."
        )

    def _ask(self) -> None:
        question = "What is the keeper of the harbour station called?"
        reply = self._served("ask", question=question, article_ids=[self.article])
        self._check("ask", reply, lambda answer: self.word in answer["answer"] and self._is_own(answer))

    def _summarise(self) -> None:
        reply = self._served("summarise", article_id=self.article, style="bullets")
        self._check("summarise", reply, lambda summary: bool(summary["citations"]) and self._is_own(summary))

    def _list(self) -> None:
        reply = self._served("articles")
        self._check("articles", reply, lambda entries: self.article in {entry["id"] for entry in entries})

    def _is_own(self, event: dict[str, Any]) -> bool:
        text = self._text()
        return all(
            c["article_id"] == self.article and text[c["start"] : c["end"]] == c["text"]
            for c in event["citations"]
        )

    def _check(self, name: str, reply: Reply, right: Callable[[Any], bool]) -> None:
        if reply.kind == "503":  # the end came before there was room, which is counted already
            return
        good = reply.kind == "complete" and right(reply.result)
        said = f"{self.word}: {name} came to {reply.kind} {str(reply.result)[:300]}"
        self._seen.note(f"{name} {'right' if good else 'WRONG'}", "" if good else said)

    def _leave(self) -> None:
        """Ask, and cancel, disconnect or never fetch, at once or when the work has begun."""
        posted = self._client.post("ask", question="When was the lamp lit?", article_ids=[self.article])
        if posted.status_code == 503:
            self._refused("ask", float(posted.headers.get("retry-after", 0)))
            return
        event_id, way = posted.json()["event_id"], self._random.choice(("cancel", "disconnect", "unfetched"))
        if way != "unfetched":
            waits = self._random.random() < 0.5
            with self._client.http.stream("GET", f"{CALL}/ask/{event_id}") as reply:
                if waits:
                    next(reply.iter_text(), "")
                if way == "cancel":
                    self._client.cancel(event_id)
        self._seen.note(f"{way} left")


def loaded(running: Server, seconds: float, clients: int) -> tuple[Seen, list[float]]:
    """Let the clients work; return what they saw and the server's resident bytes, sampled each second."""
    seen, memory = Seen(), []
    callers = [Caller(running.url, number, seen) for number in range(clients)]
    for caller in callers:
        caller.add()
    rest = _REST * clients * callers[0].pace()
    until = time.monotonic() + seconds
    threads = [threading.Thread(target=caller.work, args=(until, rest), daemon=True) for caller in callers]
    for thread in threads:
        thread.start()
    while time.monotonic() < until:
        memory.append(running.figure("process_resident_memory_bytes"))
        time.sleep(1)
    for thread in threads:
        thread.join(max(0.0, until + _LAST - time.monotonic()))
    seen.wrong += ["a client was never answered" for thread in threads if thread.is_alive()]
    return seen, memory


def growth(memory: list[float]) -> float:
    """Return by what part the last tenth's median is above that of the tenth after the warm-up."""
    part = max(1, len(memory) // 10)
    after = int(len(memory) * _WARM_UP)
    first, last = sorted(memory[after : after + part]), sorted(memory[-part:])
    return last[len(last) // 2] / first[len(first) // 2] - 1


def seconds_to_stop(running: Server, article: str, way: str) -> float:
    """Return how long the token counter still moved after the only caller, of a long job, had left."""
    client = Client(running.url)
    before = running.tokens()
    question = "Why does the tower need so much paint each spring?"
    event_id = client.post("ask", question=question, article_ids=[article]).json()["event_id"]
    with client.http.stream("GET", f"{CALL}/ask/{event_id}"):
        begun = time.monotonic()
        while running.tokens() == before and time.monotonic() - begun < 30:
            time.sleep(0.01)
        if way == "cancel":
            client.cancel(event_id)
    left = time.monotonic()
    count, moved = running.tokens(), time.monotonic()  # not sooner than can be seen, so never too short
    while time.monotonic() - left < 3:
        if (now := running.tokens()) != count:
            count, moved = now, time.monotonic()
        time.sleep(0.02)
    return moved - left


def added(running: Server) -> str:
    """Add an article that takes long to ask; return its id."""
    text = "The tower\n\n" + " ".join(
        f"In the year {1900 + year} the tower took {year * 7 + 3} litres of paint, because the sea"
        f" eats {year + 2} layers each spring and the wardens of the coast will not see it bare."
        for year in range(60)
    )
    return str(Client(running.url).call("add_article", text=text).result["id"])


def stopped(running: Server) -> tuple[int, float]:
    """Send SIGTERM; return the exit status and the seconds to the exit."""
    running.process.send_signal(signal.SIGTERM)
    begun = time.monotonic()
    return running.process.wait(30), time.monotonic() - begun


def run() -> list[Row]:
    """Measure; the server runs in a process of its own."""
    seconds = float(os.environ.get("FOOTNOTE_BENCH_SECONDS", "60"))
    clients = int(os.environ.get("FOOTNOTE_BENCH_CLIENTS", "50"))
    with tempfile.TemporaryDirectory() as folder, server(Path(folder) / "load.db") as running:
        seen, memory = loaded(running, seconds, clients)
        overtimes = running.logged("overtime")
        article = added(running)
        stops = [seconds_to_stop(running, article, way) for way in ("cancel", "disconnect") * 3]
        status, ended = stopped(running)
    for wrong in seen.wrong[:20]:
        print(wrong)
    return [
        *(Row(name, count, "requests") for name, count in sorted(seen.outcomes.items())),
        Row("share of calls served and checked", 100 * seen.share("right"), "%"),
        Row("share of calls refused, tried again", 100 * seen.share("503"), "%"),
        Row("wrong, mixed up or broken", len(seen.wrong), "replies", "0"),
        Row("memory at the end", memory[-1] / 2**20, "MiB"),
        Row("memory, growth after warm-up", 100 * growth(memory), "%", "at most 5"),
        Row("callers that left running work, under load", len(overtimes), "requests"),
        Row("work after they left, longest, under load", max(overtimes, default=0.0), "s", "at most 1"),
        Row("tokens after the only caller left, longest", max(stops), "s", "at most 1"),
        Row("SIGTERM to exit", ended, "s", "at most 8"),
        Row("exit status", status, "", "0"),
    ]
