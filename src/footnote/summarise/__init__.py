"""An article, or a part of it, becomes a summary, every sentence of which is cited.

Extract first: sentences are judged for whether they can stand in a summary (``standing``), scored
(``features``, ``scorer``) and chosen within the style's limits (``select``, ``across``, ``long``), then
shortened where that is safe (``compress``). A model that writes well may phrase a sentence; the result passes
``verify`` or gives way to the sentence (``phrase``). Whatever the wording, a citation is the whole source
sentence (``lines``).
"""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace

from footnote.generate import ChatModel
from footnote.schema import IndexedArticle, Style, Summary
from footnote.summarise.across import bullets, of_size
from footnote.summarise.coverage import Paragraphs, coverage
from footnote.summarise.features import Matrix
from footnote.summarise.lines import check, events, lines_of
from footnote.summarise.long import long
from footnote.summarise.pool import Pool
from footnote.summarise.scorer import fitted_scorer
from footnote.summarise.select import short

__all__ = ["coverage", "lead", "summarise"]

_CHOOSE: dict[Style, Callable[[Pool, Matrix], list[int]]] = {"short": short, "bullets": bullets, "long": long}


def summarise(
    indexed: IndexedArticle,
    style: Style = "short",
    start: int = 0,
    end: int | None = None,
    *,
    sentences: int | None = None,
    writer: ChatModel | None = None,
    cancel: threading.Event | None = None,
) -> Iterator[Summary]:
    """Yield a summary sentence by sentence, the whole last; of a very long one in growing steps.

    Args:
        indexed: the article with its sentences and their vectors.
        style: short, bullets or long.
        start: where the part begins, in characters of the article.
        end: where it ends; None for the article's end.
        sentences: how many it is to have; None for as many as its style has.
        writer: a model that may phrase sentences; None to quote them.
        cancel: ends the work within a sentence once it is set.

    Raises:
        InvalidInput: the part is no range of the article, or has no sentence.
        Cancelled: ``cancel`` was set.
    """
    check(cancel)
    pool = Pool.of(indexed, start, end)
    check(cancel)
    chosen = of_size(pool, style, sentences) if sentences else _chosen(pool, style)
    paragraphs, read = Paragraphs.of(pool.sentences), _words_read(pool, start, end)
    event = Summary(style=style)
    lines = lines_of(pool, chosen, style, writer, cancel)
    for event in events(lines, len(chosen), style, paragraphs, read):
        yield event
    yield replace(event, done=True)


def _chosen(pool: Pool, style: Style) -> list[int]:
    score = fitted_scorer("features" if style == "short" else "anywhere")
    return _CHOOSE[style](pool, score.scores(pool.rows))


def lead(indexed: IndexedArticle, count: int = 3) -> tuple[str, ...]:
    """Return the first sentences of an article that may stand in a summary, as they would stand there.

    Raises:
        InvalidInput: the article has no sentence.
    """
    pool = Pool.of(indexed)
    return tuple(pool.texts[number] for number in pool.usable[:count])


def _words_read(pool: Pool, start: int, end: int | None) -> tuple[int, int]:
    """Return the words of the sentences that are chosen among, and of the part with all that is between."""
    text = pool.article.text
    read = sum(len(text[s.start : s.end].split()) for s in pool.sentences)
    return read, max(read, len(text[start:end].split()))
