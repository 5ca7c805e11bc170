"""An article and its summary as HTML; every block of the article says at which character it starts."""

import re
from collections.abc import Iterator
from html import escape

from footnote.page.markup import paragraphs
from footnote.page.words import Words
from footnote.schema import Article, ArticleEntry, Segments, Summary

_MARKDOWN = re.compile(r"\s{0,3}#{1,6}\s+")


def article(article: Article, entry: ArticleEntry, segments: Segments, words: Words) -> str:
    """Return the article for reading: its title, headings and paragraphs, residue of a web page set back."""
    blocks = list(_blocks(article, segments))
    shown = "".join(_block(article, kind, start, end) for kind, start, end in blocks)
    title = "" if any(kind == "h2" for kind, _, _ in blocks) else f'<h2 dir="auto">{escape(entry.title)}</h2>'
    about = f"{escape(entry.source)} · {escape(words.words.format(f'{entry.words:,}'))}"
    names = f'data-article="{escape(article.id)}" data-back="{escape(words.back)}"'
    language = "" if article.language == "und" else f' lang="{escape(article.language)}"'
    return f'<article class="text" {names}{language}><p class="about">{about}</p>{title}{shown}</article>'


def no_article(words: Words) -> str:
    """Return what stands where no article is open."""
    return f'<p class="empty">{escape(words.no_article)}</p>'


def summary(summary: Summary | None, length: int, words: Words) -> str:
    """Return a summary with its footnotes and the map of what it draws on; ``length`` is the article's."""
    if summary is None:
        return f'<p class="empty">{escape(words.no_summary)}</p>'
    text = f'<div class="answer">{paragraphs(summary.summary, summary.citations, words)}</div>'
    if not summary.done:
        return f'{text}<p class="state busy">{escape(words.summarising)}</p>'
    return text + _coverage(summary, length, words)


def problem(text: str, words: Words) -> str:
    """Return that a summary failed, and the remedy."""
    return (
        f'<div class="note problem" role="alert"><p class="what">{escape(words.problem)}</p>'
        f"<p>{escape(text)}</p></div>"
    )


def _coverage(summary: Summary, length: int, words: Words) -> str:
    coverage = summary.coverage
    text = escape(words.coverage.format(coverage.paragraphs_covered, coverage.paragraphs))
    bands = "".join(
        f'<span style="left:{100 * start / max(length, 1):.2f}%;'
        f'width:{100 * (end - start) / max(length, 1):.2f}%"></span>'
        for start, end in coverage.covered
    )
    strip = f'<div aria-hidden="true">{bands}</div>'
    return f'<figure class="coverage">{strip}<figcaption>{text}</figcaption></figure>'


def _blocks(article: Article, segments: Segments) -> Iterator[tuple[str, int, int]]:
    """Yield (element, start, end) for the whole text, in order; ``residue`` is what no sentence holds."""
    headings = {sentence.heading for sentence in segments.sentences}
    position = 0
    for start, end in _paragraphs(segments):
        yield from _lines(article, position, start, headings)
        yield "p", start, end
        position = end
    yield from _lines(article, position, len(article.text), headings)


def _paragraphs(segments: Segments) -> list[tuple[int, int]]:
    ranges: dict[int, tuple[int, int]] = {}
    for sentence in segments.sentences:
        start, end = ranges.get(sentence.paragraph, (sentence.start, sentence.end))
        ranges[sentence.paragraph] = (min(start, sentence.start), max(end, sentence.end))
    return sorted(ranges.values())


def _lines(article: Article, start: int, end: int, headings: set[str]) -> Iterator[tuple[str, int, int]]:
    for match in re.finditer(r"[^\n]*\S[^\n]*", article.text[start:end]):
        line = match.group().strip("#*_ \t")
        kind = "h2" if line == article.title else "h3" if line and line in headings else "residue"
        yield kind, start + match.start(), start + match.end()


def _block(article: Article, kind: str, start: int, end: int) -> str:
    if kind == "residue":
        kind, css = "p", ' class="residue"'
    else:
        css = ""
    prefix = _MARKDOWN.match(article.text, start, end)
    if kind in ("h2", "h3") and prefix is not None:
        start = prefix.end()
    return f'<{kind}{css} dir="auto" data-start="{start}">{escape(article.text[start:end])}</{kind}>'
