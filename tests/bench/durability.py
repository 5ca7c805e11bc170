"""What a library on disk survives: its server killed while articles are added, and two servers at once."""

import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from footnote.store import open_store
from tests.bench import Row

_KILLS = 20
_EACH = 40  # articles that each of two processes adds

# Adds articles for ever, or so many, and tells each id once the library has acknowledged it.
ADDER = """
import sys
from footnote.config import Settings
from footnote.service import Footnote
store, name, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
service = Footnote(Settings(store=store, threads=1))
service.start()
service.wait()
print("ready", flush=True)
for number in range(count):
    text = f"The {name} quarry {number}\\n\\n" + " ".join(
        f"In its year {year} quarry {number} of {name} gave {year * 31 + number} tonnes of slate."
        for year in range(40)
    )
    print(service.add_article(text).id, flush=True)
"""


def adding(store: str, name: str, count: int) -> subprocess.Popen[str]:
    """Start a process that adds articles; its output is "ready" and then the ids."""
    return subprocess.Popen(
        [sys.executable, "-c", ADDER, store, name, str(count)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "TRANSFORMERS_VERBOSITY": "error"},
    )


def killed(store: str, name: str, after: float) -> list[str]:
    """Kill an adding process so many seconds after it was ready; return the ids that it had told."""
    process = adding(store, name, 10_000)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    threading.Timer(after, process.send_signal, (signal.SIGKILL,)).start()
    told = process.stdout.read()
    process.wait()
    return [line for line in told.split("\n")[:-1] if line]  # a line without its end was not told


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


def after_kills(folder: Path, kills: int) -> tuple[int, list[str]]:
    """Return how many articles were acknowledged over all kills, and what was wrong after any of them."""
    store, acknowledged, wrong = f"sqlite:///{folder / 'killed.db'}", [], []
    for number in range(kills):
        acknowledged += killed(store, f"{number}th", 0.15 + 0.13 * (number % 7))
        wrong += faults(store, acknowledged)
    return len(acknowledged), wrong


def after_two_at_once(folder: Path, each: int) -> tuple[int, list[str]]:
    """Return how many articles two processes added to one library at a time, and what was wrong with it."""
    store = f"sqlite:///{folder / 'shared.db'}"
    processes = [adding(store, name, each) for name in ("north", "south")]
    told = [process.communicate()[0].split()[1:] for process in processes]
    missing = [f"a process told {len(ids)} of {each}" for ids in told if len(ids) != each]
    return sum(map(len, told)), [*missing, *faults(store, [*told[0], *told[1]])]


def run() -> list[Row]:
    """Measure; every process loads the embedder, which takes most of the time."""
    begun = time.perf_counter()
    kills = int(os.environ.get("FOOTNOTE_BENCH_KILLS", str(_KILLS)))
    with tempfile.TemporaryDirectory() as folder:
        acknowledged, wrong = after_kills(Path(folder), kills)
        together, wrong_together = after_two_at_once(Path(folder), _EACH)
    for fault in (*wrong, *wrong_together):
        print(json.dumps(fault))
    return [
        Row("kill -9 while adding", kills, "times"),
        Row("articles acknowledged before the kills", acknowledged, ""),
        Row("lost or in part", len(wrong), "articles", "0"),
        Row("articles by two processes at once", together, "", str(2 * _EACH)),
        Row("of these lost or in part", len(wrong_together), "articles", "0"),
        Row("seconds", time.perf_counter() - begun, "s"),
    ]
