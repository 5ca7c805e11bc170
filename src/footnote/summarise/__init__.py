"""An article, or a part of it, becomes a summary, every sentence of which is cited.

Extract first: sentences are judged for whether they can stand in a summary (``standing``), scored
(``features``, ``scorer``) and chosen within the style's limits (``select``, ``across``), then shortened
where that is safe (``compress``). A model that writes well may phrase a sentence; the result passes
``verify`` or gives way to the sentence (``phrase``). Whatever the wording, a citation is the whole source
sentence.
"""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from footnote.errors import Cancelled
from footnote.generate import ChatModel
from footnote.marks import quoted
from footnote.schema import Citation, ComposedBy, IndexedArticle, Style, Summary
from footnote.summarise.across import bullets, long, of_size
from footnote.summarise.compress import first_clause
from footnote.summarise.coverage import Paragraphs, coverage
from footnote.summarise.features import Matrix
from footnote.summarise.phrase import phrase
from footnote.summarise.pool import Pool
from footnote.summarise.scorer import fitted_scorer
from footnote.summarise.select import short

__all__ = ["coverage", "lead", "summarise"]

_CHOOSE: dict[Style, Callable[[Pool, Matrix], list[int]]] = {"short": short, "bullets": bullets, "long": long}


# As an event holds all that was said before, one for each of a thousand sentences would make time quadratic.
_SINGLY = 30  # sentences that are told of one by one
_GROWTH = 1.1  # how many times the sentences of the event before the next one has, beyond those


@dataclass(frozen=True, slots=True)
class _Line:
    """A summary's sentence, what it cites, and the heading that it stands under."""

    text: str
    citation: Citation
    heading: str


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
    _check(cancel)
    pool = Pool.of(indexed, start, end)
    _check(cancel)
    chosen = of_size(pool, style, sentences) if sentences else _chosen(pool, style)
    paragraphs, read = Paragraphs.of(pool.sentences), _words_read(pool, start, end)
    lines: list[_Line] = []
    summary, told = "", 0
    composed_by: ComposedBy = "quotation"
    event = Summary(style=style)
    for place, number in enumerate(chosen):
        _check(cancel)
        text = first_clause(pool.texts[number]) if style == "bullets" else pool.texts[number]
        if writer is not None and (phrased := phrase(text, pool.article.language, writer, cancel)):
            text, composed_by = phrased, "model"
        heading = quoted(pool.sentences[number].heading)
        line = _Line(quoted(text), _citation(pool, number, place), heading)
        summary += _written(line, lines[-1] if lines else None, style)
        lines.append(line)
        if _SINGLY < len(lines) < min(_GROWTH * told, len(chosen)):
            continue
        told = len(lines)
        citations = tuple(line.citation for line in lines)
        covered = replace(paragraphs.covered_by(citations), words_read=read[0], words=read[1])
        event = Summary(summary, False, style, citations, covered, composed_by=composed_by)
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


def _check(cancel: threading.Event | None) -> None:
    if cancel is not None and cancel.is_set():
        raise Cancelled("The summary was stopped.")


def _words_read(pool: Pool, start: int, end: int | None) -> tuple[int, int]:
    """Return the words of the sentences that are chosen among, and of the part with all that is between."""
    text = pool.article.text
    read = sum(len(text[s.start : s.end].split()) for s in pool.sentences)
    return read, max(read, len(text[start:end].split()))


def _citation(pool: Pool, number: int, place: int) -> Citation:
    s = pool.sentences[number]
    quotation = pool.article.text[s.start : s.end]
    return Citation(place + 1, pool.article.id, s.start, s.end, quotation, place)


def _written(line: _Line, before: _Line | None, style: Style) -> str:
    """Return a line as it follows another: in a list, in a paragraph, or under the article's heading."""
    text = f"{line.text} [{line.citation.number}]"
    if style == "bullets":
        return f"\n- {text}" if before else f"- {text}"
    if style == "long" and line.heading != (before.heading if before else ""):
        text = f"## {line.heading}\n\n{text}" if line.heading else text
        return f"\n\n{text}" if before else text
    return f" {text}" if before else text
