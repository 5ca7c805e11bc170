"""What of an article's text segmentation left out."""

import re
from collections.abc import Iterable, Iterator

from footnote.schema import Article, Residue, Segments
from footnote.schema.lines import LINE
from footnote.segment.blocks import kinds_of
from footnote.segment.wrapping import trim


def residue_of(article: Article, segments: Segments) -> tuple[Residue, ...]:
    """Return the lines, or parts of lines, that belong to no sentence and are no heading, in order.

    Together with the sentences, the title and the headings they hold every character that is not blank.
    """
    kept = [(sentence.start, sentence.end) for sentence in segments.sentences]
    kept += [(start, end) for kind, start, end in kinds_of(article) if kind in ("title", "heading")]
    return tuple(
        Residue(start + match.start(), start + match.end(), match.group())
        for start, end in _between(sorted(kept), len(article.text))
        for match in re.finditer(rf"\S(?:{LINE}*\S)?", article.text[start:end])
    )


def whole_lines(article: Article, residue: Iterable[Residue]) -> tuple[Residue, ...]:
    """Return those that are lines, no signs beside a sentence: an item's marker, a reference's number."""
    lines = {trim(article.text, *match.span()) for match in re.finditer(f"{LINE}+", article.text)}
    return tuple(part for part in residue if (part.start, part.end) in lines)


def _between(ranges: list[tuple[int, int]], length: int) -> Iterator[tuple[int, int]]:
    """Yield the ranges that lie between those given, which are in order."""
    position = 0
    for start, end in ranges:
        if start > position:
            yield position, start
        position = max(position, end)
    if length > position:
        yield position, length
