"""What a library on disk survives: its process killed in the middle of an add, and two servers at once.

``FOOTNOTE_BENCH_KILLS`` (20) and ``FOOTNOTE_BENCH_SECONDS`` (60) set how often and how long.
"""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from footnote.store import open_store
from tests.bench import Row
from tests.served import Client, Reply, server

_KILLS = 20
_MOST_BEFORE = 6  # articles that are acknowledged before a kill, at least one
_CLIENTS = 3  # of each of two servers
_ASKED = 0.2  # of the articles that they add; to ask takes far longer than to add

# Adds articles for ever; tells when it begins each, and its id once the library has acknowledged it.
ADDER = """
import sys
from footnote.config import Settings
from footnote.service import Footnote
store, name = sys.argv[1:]
service = Footnote(Settings(store=store, threads=1))
service.start()
service.wait()
number = 0
while True:
    text = f"The {name} quarry {number}\\n\\n" + " ".join(
        f"In its year {year} quarry {number} of {name} gave {year * 31 + number} tonnes of slate."
        for year in range(40)
    )
    print("begun", flush=True)
    print(service.add_article(text).id, flush=True)
    number += 1
"""


@dataclass(slots=True)
class Kills:
    """What all kills came to."""

    acknowledged: list[str] = field(default_factory=list)
    within: int = 0  # kills that fell between the beginning of an add and its acknowledgement
    unacknowledged: int = 0  # adds that were kept although the kill came before they were told of
    wrong: list[str] = field(default_factory=list)


def killed(store: str, name: str, chance: random.Random) -> list[str]:
    """Kill an adding process within an add; return the lines that it told, whole ones only."""
    command = [sys.executable, "-c", ADDER, store, name]
    quiet = {**os.environ, "TRANSFORMERS_VERBOSITY": "error"}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=quiet
    ) as process:
        assert process.stdout is not None
        told, moments = [], [time.monotonic()]
        for _ in range(2 * chance.randint(1, _MOST_BEFORE)):  # "begun" and an id for each
            told.append(process.stdout.readline())
            moments.append(time.monotonic())
        # Of the last add's time, from its "begun" to its id; the next one takes about as long.
        time.sleep(chance.random() * (moments[-1] - moments[-2]))
        process.send_signal(signal.SIGKILL)
        told += process.stdout.readlines()
    return [line.strip() for line in told if line.endswith("\n")]


def faults(store: str, acknowledged: list[str]) -> Iterator[str]:
    """Open a library and yield what is wrong with it: articles that are missing, and articles in part."""
    with closing(open_store(store)) as opened:
        held = {entry.id: entry for entry in opened.entries()}
        yield from (f"{article_id} is lost" for article_id in acknowledged if article_id not in held)
        for article_id, entry in held.items():
            article, segments = opened.article(article_id), opened.segments(article_id)
            vectors = opened.vectors(article_id)
            counts = (len(segments.sentences), len(segments.passages))
            if counts != (entry.sentences, entry.passages) or counts != (
                len(vectors.sentences),
                len(vectors.passages),
            ):
                yield f"{article_id} is there in part"
            if segments.sentences[-1].end > len(article.text):
                yield f"{article_id} has sentences beyond its text"
    yield from _faults_of_the_file(Path(store.removeprefix("sqlite:///")))


def _faults_of_the_file(place: Path) -> Iterator[str]:
    with closing(sqlite3.connect(place)) as connection:
        [(found,)] = connection.execute("pragma integrity_check")
        if found != "ok":
            yield str(found)
        indexed, stored = (
            {row for (row,) in connection.execute(query)}
            for query in ("select rowid from passage_text", "select number from passage")
        )
        yield from (f"passage {number} is in one table only" for number in indexed ^ stored)


def after_kills(folder: Path, kills: int) -> Kills:
    """Kill so many processes, one after the other, all of which add to one library."""
    store, seen, chance = f"sqlite:///{folder / 'killed.db'}", Kills(), random.Random(7)
    for number in range(kills):
        told = killed(store, f"{number}th", chance)
        seen.acknowledged += [line for line in told if line != "begun"]
        seen.within += told[-1] == "begun"
        seen.wrong += faults(store, seen.acknowledged)
    with closing(open_store(store)) as opened:
        sample = 1
        seen.unacknowledged = len(opened.entries()) - sample - len(seen.acknowledged)
    return seen


@dataclass(slots=True)
class Together:
    """What the clients of two servers saw; appended to by their threads."""

    outcomes: Counter[str] = field(default_factory=Counter)
    kept: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


class Sharer:
    """Adds by one server, looks by the other, asks both, and removes some again by either."""

    def __init__(self, name: str, near: str, far: str, seen: Together) -> None:
        self._name = name
        self._near, self._far = Client(near), Client(far)
        self._seen = seen
        self._random = random.Random(name)

    def work(self, until: float) -> None:
        """Work until a moment of the monotonic clock."""
        number = 0
        while time.monotonic() < until:
            number += 1
            try:
                self._share(f"{self._name}{number:03d}")
            except (httpx.HTTPError, ValueError, KeyError) as error:
                self._seen.wrong.append(f"{self._name}: {type(error).__name__}: {error}")

    def _share(self, word: str) -> None:
        text = f"The {word} mill\n\nThe miller of the {word} mill is called {word} Halden. It grinds rye."
        entry = self._wanted("add", self._near.call("add_article", text=text))
        if entry is None:
            return
        found = self._wanted("look", self._far.call("article", article_id=entry["id"]))
        self._check("look", found, lambda: found["text"] == text)
        if self._random.random() < _ASKED:
            self._ask("ask", word, [entry["id"]])
            self._ask("ask the library", word, [])
        if self._random.random() < 0.5:
            self._seen.kept.append(entry["id"])
        else:
            self._remove(entry["id"])

    def _ask(self, name: str, word: str, chosen: list[str]) -> None:
        question = f"What is the miller of the {word} mill called?"
        answer = self._wanted(name, self._far.call("ask", question=question, article_ids=chosen))
        self._check(name, answer, lambda: word in answer["answer"])

    def _remove(self, article_id: str) -> None:
        one, other = self._random.sample((self._near, self._far), 2)
        removed = self._wanted("remove", one.call("remove_article", article_id=article_id))
        self._check("remove", removed, lambda: other.call("article", article_id=article_id).kind == "404")

    def _wanted(self, name: str, reply: Reply) -> Any:  # noqa: ANN401  a result is any JSON
        self._seen.outcomes[f"{name}: {reply.kind}"] += 1
        if reply.kind != "complete":
            self._seen.wrong.append(f"{self._name}: {name} was told {reply.kind}")
        return reply.result

    def _check(self, name: str, result: object, right: Callable[[], bool]) -> None:
        if result is not None and not right():
            self._seen.wrong.append(f"{self._name}: {name} came to {json.dumps(result)[:300]}")


def after_two_at_once(folder: Path, seconds: float, clients: int = _CLIENTS) -> Together:
    """Let the clients of two servers, started at once on one new library, work for some seconds."""
    place, seen = folder / "shared.db", Together()
    with ExitStack() as stack:
        with ThreadPoolExecutor() as pool:
            urls = [one.url for one in pool.map(stack.enter_context, (server(place), server(place)))]
        pairs = [("Northquern", *urls), ("Southquern", *reversed(urls))]
        until = time.monotonic() + seconds
        sharers = [
            Sharer(f"{name}{n}x", near, far, seen) for name, near, far in pairs for n in range(clients)
        ]
        _all([threading.Thread(target=sharer.work, args=(until,)) for sharer in sharers])
        listed = [{e["id"] for e in Client(url).call("articles").result} for url in urls]
    if listed[0] != listed[1]:
        seen.wrong.append("the two servers list different articles")
    if missing := set(seen.kept) - listed[0]:
        seen.wrong.append(f"{len(missing)} articles are not listed")
    seen.wrong += faults(f"sqlite:///{place}", seen.kept)
    return seen


def _all(threads: list[threading.Thread]) -> None:
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def run() -> list[Row]:
    """Measure; every process loads the models, which takes most of the time."""
    kills = int(os.environ.get("FOOTNOTE_BENCH_KILLS", str(_KILLS)))
    seconds = float(os.environ.get("FOOTNOTE_BENCH_SECONDS", "60"))
    with tempfile.TemporaryDirectory() as folder:
        killed = after_kills(Path(folder), kills)
        together = after_two_at_once(Path(folder), seconds)
    for fault in (*killed.wrong, *together.wrong):
        print(fault)
    return [
        Row("kill -9 while adding", kills, "times"),
        Row("kills that fell into an add", killed.within, "times", str(kills)),
        Row("articles acknowledged before the kills", len(killed.acknowledged), ""),
        Row("articles kept though the kill came first", killed.unacknowledged, ""),
        Row("lost, in part or not to be opened", len(killed.wrong), "articles", "0"),
        *(Row(f"two servers, {name}", n, "replies") for name, n in sorted(together.outcomes.items())),
        Row("two servers, articles kept", len(together.kept), ""),
        Row("two servers, lost, in part or wrong", len(together.wrong), "", "0"),
    ]
