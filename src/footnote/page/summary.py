"""A summary as HTML: its sentences with their footnotes, the part it is of, the map of what it draws on."""

import re
from collections.abc import Iterable, Iterator
from html import escape

from footnote.page.markup import link, paragraphs
from footnote.page.words import Words
from footnote.schema import Article, Citation, Coverage, Segments, Sentence, Span, Summary

_LABEL = 80  # characters of a part or a paragraph by which it is named


def summary(summary: Summary | None, words: Words, *, stopped: bool = False) -> str:
    """Return a summary in whatever state it is; None where there is none."""
    heading = f'<h2 class="unseen">{escape(words.summary)}</h2>'
    if summary is None:
        return f'{heading}<p class="empty">{escape(words.no_summary)}</p>'
    text = f'{heading}<div class="answer">{paragraphs(summary.summary, summary.citations, words)}</div>'
    if summary.done:
        return text + _coverage(summary.coverage, words)
    if stopped:
        return f'{text}<p class="state">{escape(words.stopped)}</p>'
    said = words.so_far.format(len(summary.citations)) if summary.citations else words.summarising
    return f'{text}<p class="state busy" role="status">{escape(said)}</p>'


def problem(text: str, words: Words) -> str:
    """Return that a summary failed, and the remedy."""
    return (
        f'<div class="note problem" role="alert"><p class="what">{escape(words.problem)}</p>'
        f"<p>{escape(text)}</p></div>"
    )


def scope(part: Span | None, words: Words) -> str:
    """Return the label of the part that is summarised, with the way back to the whole article; "" without."""
    if part is None:
        return ""
    label = link(part, escape(words.part.format(clipped(_unmarked(part.text)))), css="cite quote")
    name = escape(words.whole_again)
    button = f'<button type="button" data-do="whole" aria-label="{name}" title="{name}">×</button>'
    return f'<p class="part" dir="auto">{label} {button}</p>'


def coverage_map(
    summary: Summary | None, article: Article, segments: Segments, part: Span | None, words: Words
) -> str:
    """Return a bar for each paragraph, as high as it is long, lit where the summary draws on it.

    Of a part, only its own paragraphs have one. A lit bar leads to the first words of its paragraph that are
    cited, another to the paragraph's beginning.
    """
    if summary is None or not summary.done:
        return ""
    within = (part.start, part.end) if part is not None else (0, len(article.text))
    ranges = paragraphs_of(_inside(segments.sentences, *within))
    lit = dict(_first_cited(ranges, summary.citations))
    bars = "".join(
        _bar(article, (start, end), lit.get(start), (place, len(ranges)), words)
        for place, (start, end) in enumerate(ranges, 1)
    )
    caption = _drawn(summary.coverage, words)
    return (
        f'<div class="map" style="--bars:{len(ranges)}" title="{caption}"'
        f' role="toolbar" aria-orientation="vertical" aria-label="{escape(words.map)}">{bars}</div>'
    )


def paragraphs_of(sentences: Iterable[Sentence]) -> list[tuple[int, int]]:
    """Return the ranges of the sentences' paragraphs, in order; residue between them is not of them."""
    ranges: dict[int, tuple[int, int]] = {}
    for sentence in sentences:
        start, end = ranges.get(sentence.paragraph, (sentence.start, sentence.end))
        ranges[sentence.paragraph] = (min(start, sentence.start), max(end, sentence.end))
    return sorted(ranges.values())


def clipped(text: str, length: int = _LABEL) -> str:
    """Return the beginning of a text in one line."""
    text = " ".join(text[: 4 * length].split())
    return text if len(text) <= length else f"{text[:length].rstrip()}…"


def _unmarked(text: str) -> str:
    """Return a text without Markdown's marks of headings."""
    return re.sub(r"^\s{0,3}#{1,6}\s+", "", text, flags=re.MULTILINE)


def _coverage(coverage: Coverage, words: Words) -> str:
    return f'<p class="coverage">{_drawn(coverage, words)}</p>'


def _drawn(coverage: Coverage, words: Words) -> str:
    return escape(words.coverage.format(coverage.paragraphs_covered, coverage.paragraphs))


def _inside(sentences: Iterable[Sentence], start: int, end: int) -> list[Sentence]:
    """Return the sentences of a part as summaries count them: those at least half of which are in it."""
    return [s for s in sentences if 2 * (min(s.end, end) - max(s.start, start)) >= s.end - s.start]


def _first_cited(
    ranges: list[tuple[int, int]], citations: tuple[Citation, ...]
) -> Iterator[tuple[int, Citation]]:
    """Yield the start of each paragraph that is drawn on, with the first citation in it."""
    waiting = sorted(citations, key=lambda citation: citation.start, reverse=True)
    for start, end in ranges:
        inside: list[Citation] = []
        while waiting and waiting[-1].start < end:
            inside.append(waiting.pop())
        if inside:
            yield start, inside[0]


def _bar(
    article: Article,
    place: tuple[int, int],
    citation: Citation | None,
    number: tuple[int, int],
    words: Words,
) -> str:
    first, last = place
    start, end = (citation.start, citation.end) if citation else (first, first)
    named = escape(
        (words.map_drawn if citation else words.map_not_drawn).format(
            *number, clipped(article.text[first:last])
        )
    )
    target = f'data-article="{escape(article.id)}" data-start="{start}" data-end="{end}"'
    look = f'class="{"lit" if citation else "dim"}" style="flex-grow:{last - first}"'
    reached = f'tabindex="{0 if number[0] == 1 else -1}" aria-label="{named}" title="{named}"'
    return f'<button type="button" {look} {target} data-paragraph="{first}" {reached}></button>'
