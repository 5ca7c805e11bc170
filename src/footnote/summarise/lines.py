"""The sentences that were chosen become lines with their citations, and the lines a summary as it grows."""

import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from footnote.errors import Cancelled
from footnote.generate import ChatModel
from footnote.marks import quoted
from footnote.schema import Citation, ComposedBy, Style, Summary
from footnote.summarise.compress import first_clause
from footnote.summarise.coverage import Paragraphs
from footnote.summarise.phrase import phrase
from footnote.summarise.pool import Pool

# As an event holds all that was said before, one for each of a thousand sentences would make time quadratic.
_SINGLY = 30  # sentences that are told of one by one
_GROWTH = 1.1  # how many times the sentences of the event before the next one has, beyond those


@dataclass(frozen=True, slots=True)
class Line:
    """A summary's sentence, what it cites, the heading that it stands under, and whose words it has."""

    text: str
    citation: Citation
    heading: str
    composed_by: ComposedBy


def lines_of(
    pool: Pool, chosen: Sequence[int], style: Style, writer: ChatModel | None, cancel: threading.Event | None
) -> Iterator[Line]:
    """Yield each chosen sentence as it stands in the summary, phrased where ``writer`` may and can.

    Raises:
        Cancelled: ``cancel`` was set.
    """
    for place, number in enumerate(chosen):
        check(cancel)
        composed_by: ComposedBy = "quotation"
        text = first_clause(pool.texts[number]) if style == "bullets" else pool.texts[number]
        if writer is not None and (phrased := phrase(text, pool.article.language, writer, cancel)):
            text, composed_by = phrased, "model"
        heading = quoted(pool.sentences[number].heading)
        yield Line(quoted(text), _citation(pool, number, place), heading, composed_by)


def check(cancel: threading.Event | None) -> None:
    """Raise Cancelled if ``cancel`` is set."""
    if cancel is not None and cancel.is_set():
        raise Cancelled("The summary was stopped.")


def events(
    lines: Iterable[Line], count: int, style: Style, paragraphs: Paragraphs, read: tuple[int, int]
) -> Iterator[Summary]:
    """Yield the summary as it grows to ``count`` lines; ``read`` are the words read, and the part's."""
    said: list[Line] = []
    summary, told = "", 0
    composed_by: ComposedBy = "quotation"
    for line in lines:
        summary += _written(line, said[-1] if said else None, style)
        said.append(line)
        if line.composed_by == "model":
            composed_by = "model"
        if _SINGLY < len(said) < min(_GROWTH * told, count):
            continue
        told = len(said)
        citations = tuple(line.citation for line in said)
        covered = replace(paragraphs.covered_by(citations), words_read=read[0], words=read[1])
        yield Summary(summary, False, style, citations, covered, composed_by=composed_by)


def _citation(pool: Pool, number: int, place: int) -> Citation:
    s = pool.sentences[number]
    quotation = pool.article.text[s.start : s.end]
    return Citation(place + 1, pool.article.id, s.start, s.end, quotation, place)


def _written(line: Line, before: Line | None, style: Style) -> str:
    """Return a line as it follows another: in a list, in a paragraph, or under the article's heading."""
    text = f"{line.text} [{line.citation.number}]"
    if style == "bullets":
        return f"\n- {text}" if before else f"- {text}"
    if style == "long" and line.heading != (before.heading if before else ""):
        text = f"## {line.heading}\n\n{text}" if line.heading else text
        return f"\n\n{text}" if before else text
    return f" {text}" if before else text
