"""Extractive summaries by length: linear, and quick enough to wait for."""

import statistics
import time
from importlib.resources import files

from footnote.config import Settings
from footnote.embed import load_embedder
from footnote.load import load_text
from footnote.schema import IndexedArticle, Style
from footnote.segment import segment
from footnote.summarise import summarise
from tests.bench import Row

_LENGTHS = (700, 1_000, 10_000, 100_000)
_ROUNDS = {700: 9, 1_000: 5, 10_000: 3, 100_000: 1}
_WANTED = {(700, "short"): "at most 1.5", (10_000, "long"): "at most 20", (100_000, "long"): "linear: 200"}


def run() -> list[Row]:
    """Measure each style at each length; articles are embedded before, as in a library."""
    embedder = load_embedder(Settings(device="cpu"))
    rows: list[Row] = []
    taken: dict[tuple[int, Style], float] = {}
    styles: tuple[Style, ...] = ("short", "bullets", "long")
    for length in _LENGTHS:
        article = load_text(_text(length), max_chars=10**7)
        segments = segment(article, embedder.count_tokens, embedder.max_tokens)
        indexed = IndexedArticle(article, segments, embedder.embed_article(article, segments))
        for style in styles:
            seconds = statistics.median(_seconds(indexed, style) for _ in range(_ROUNDS[length]))
            wanted = _WANTED.get((length, style), "")
            taken[length, style] = seconds
            rows.append(Row(f"{style}, {length:,} words", seconds, "s", wanted))
    for style in styles:
        times = taken[100_000, style] / taken[10_000, style]
        rows.append(Row(f"{style}, 100,000 words against 10,000", times, "times", "linear: 10"))
    return rows


def _seconds(indexed: IndexedArticle, style: Style) -> float:
    started = time.perf_counter()
    list(summarise(indexed, style))
    return time.perf_counter() - started


def _text(words: int) -> str:
    """Return the sample articles' paragraphs over and over, two words in three of each copy made new."""
    samples = sorted((files("footnote") / "assets" / "samples").iterdir(), key=str)
    paragraphs = [
        p for sample in samples for p in sample.read_text("utf-8").split("\n\n")[1:] if p[:1] != "#"
    ]
    chosen: list[str] = []
    held = copy = 0
    while held < words:
        for paragraph in paragraphs:
            chosen.append(" ".join(_renewed(word, copy, n) for n, word in enumerate(paragraph.split())))
            held += len(paragraph.split())
            if held >= words:
                break
        copy += 1
    return "\n\n".join(chosen)


def _renewed(word: str, copy: int, place: int) -> str:
    """Return a word with letters of its copy before its end, every third word as it is."""
    if copy == 0 or place % 3 == 0 or len(word) < 4 or not word.isalpha():
        return word
    letters = "".join(chr(97 + int(digit)) for digit in str(copy))
    return f"{word[:3]}{letters}{word[3:]}"
