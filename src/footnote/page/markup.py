"""Text as HTML: escaped, with citation marks as links to exact characters of an article."""

import re
from collections.abc import Mapping, Sequence
from html import escape

from footnote.page.words import Words
from footnote.schema import Citation, Evidence, Span

_MARK = re.compile(r"[ \t]*\[([0-9]{1,4})\]")
_TOOLTIP = 300  # characters of a quotation in a tooltip


def link(span: Span | Citation | Evidence, inside: str, *, label: str = "", css: str = "cite") -> str:
    """Return a link that shows a range of an article; ``inside`` is HTML already."""
    name = f' aria-label="{escape(label)}"' if label else ""
    tooltip = escape(_clipped(span.text))
    place = f'data-article="{escape(span.article_id)}" data-start="{span.start}" data-end="{span.end}"'
    return f'<a class="{css}" href="#article" {place} title="{tooltip}"{name}>{inside}</a>'


def cited(text: str, citations: Sequence[Citation], words: Words) -> str:
    """Return text as HTML, its ``[1]`` marks as links; a mark without a citation stays text."""
    known = {citation.number: citation for citation in citations}

    def mark(match: re.Match[str]) -> str:
        citation = known.get(int(match[1]))
        if citation is None:
            return escape(match[0])
        label = words.footnote.format(citation.number, _clipped(citation.text))
        # A word joiner keeps the mark on the line of the word before it.
        return f'&#8288;<sup class="mark">{link(citation, match[1], label=label)}</sup>'

    parts: list[str] = []
    position = 0
    for match in _MARK.finditer(text):
        parts += [escape(text[position : match.start()]), mark(match)]
        position = match.end()
    return "".join([*parts, escape(text[position:])])


def paragraphs(text: str, citations: Sequence[Citation], words: Words) -> str:
    """Return text as HTML paragraphs, lines that start with a hyphen as a list, with "## " as headings."""
    parts: list[str] = []
    for line in filter(None, (line.strip() for line in text.split("\n"))):
        item = re.match(r"[-•*]\s+", line)
        if line.startswith("## "):
            parts.append(f'<h3 dir="auto">{escape(line[3:])}</h3>')
            continue
        if item is None:
            parts.append(f'<p dir="auto">{cited(line, citations, words)}</p>')
            continue
        row = f'<li dir="auto">{cited(line[item.end() :], citations, words)}</li>'
        if parts and parts[-1].endswith("</ul>"):
            parts[-1] = parts[-1].removesuffix("</ul>") + row + "</ul>"
        else:
            parts.append(f"<ul>{row}</ul>")
    return "".join(parts)


def quotation(span: Citation | Evidence, titles: Mapping[str, str]) -> str:
    """Return a quotation as a block that leads to its place, with the article's title."""
    title = escape(titles.get(span.article_id, ""))
    source = f"<cite>{title}</cite>" if title else ""
    return f'<blockquote dir="auto">{link(span, escape(span.text), css="cite quote")}{source}</blockquote>'


def scored(item: Evidence, titles: Mapping[str, str]) -> str:
    """Return a window that was searched as a quotation under its score, which is a bar too."""
    percent = round(100 * item.score)
    bar = f'<span class="bar" style="--score:{percent}%" aria-hidden="true"></span>'
    return f'<p class="score">{bar}<span>{item.score:.2f}</span></p>{quotation(item, titles)}'


def _clipped(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _TOOLTIP else f"{text[:_TOOLTIP]}…"
