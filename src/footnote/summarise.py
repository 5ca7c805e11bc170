"""An article becomes a short summary of its own sentences, each cited."""

import threading
from collections.abc import Iterator

import numpy as np

from footnote.errors import Cancelled
from footnote.schema import Article, ArticleVectors, Citation, Coverage, Segments, Style, Summary

_COUNTS: dict[Style, int] = {"short": 3, "bullets": 6, "long": 10}


def summarise(
    article: Article,
    segments: Segments,
    vectors: ArticleVectors,
    style: Style = "short",
    cancel: threading.Event | None = None,
) -> Iterator[Summary]:
    """Yield a summary sentence by sentence, the whole last.

    Sentences near the article's mean vector and near its start are taken, in the article's order.
    """
    sentences = segments.sentences
    centrality = vectors.sentences @ vectors.sentences.mean(axis=0)
    position = 1.0 / (1.0 + np.arange(len(sentences)))
    best = sorted(np.argsort(-(centrality + position), kind="stable")[: _COUNTS[style]].tolist())
    lines: list[str] = []
    citations: list[Citation] = []
    for place, number in enumerate(best):
        if cancel is not None and cancel.is_set():
            raise Cancelled("The summary was stopped.")
        s = sentences[number]
        text = article.text[s.start : s.end]
        citations.append(Citation(place + 1, article.id, s.start, s.end, text, place))
        lines.append(f"{'- ' if style == 'bullets' else ''}{' '.join(text.split())} [{place + 1}]")
        yield _event(lines, citations, segments, style, done=False)
    yield _event(lines, citations, segments, style, done=True)


def _event(
    lines: list[str], citations: list[Citation], segments: Segments, style: Style, done: bool
) -> Summary:
    joined = ("\n" if style == "bullets" else " ").join(lines)
    return Summary(joined, done, style, tuple(citations), coverage(segments, citations))


def coverage(segments: Segments, citations: list[Citation]) -> Coverage:
    """Return which of the article's paragraphs the citations fall into."""
    ranges: dict[int, tuple[int, int]] = {}
    for s in segments.sentences:
        start, end = ranges.get(s.paragraph, (s.start, s.end))
        ranges[s.paragraph] = min(start, s.start), max(end, s.end)
    covered = [
        (start, end) for start, end in ranges.values() if any(start <= c.start < end for c in citations)
    ]
    cited = {(c.start, c.end) for c in citations}
    return Coverage(len(cited), len(ranges), len(covered), tuple(covered))
