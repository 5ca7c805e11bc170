"""An article as HTML for reading; every block of it says which characters of the article it shows.

What the interface adds to a block (a control, a mark) has no text of its own, so that a character's place
in the block stays its place in the article.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from footnote.page.summary import clipped, paragraphs_of
from footnote.page.words import Words
from footnote.schema import Article, ArticleEntry, Segments
from footnote.schema.lines import ENDS, LINE, one_line
from footnote.service import heading_of

_REST = re.compile(f"{LINE}*")  # of a line
_MARKDOWN = re.compile(r"\s{0,3}(#{1,6})\s+")


@dataclass(frozen=True, slots=True)
class _Block:
    """A heading ("h2" the title, "h3" a section's), a paragraph ("p"), or "residue", of no sentence."""

    kind: str
    start: int
    end: int


def article(article: Article, entry: ArticleEntry, segments: Segments, words: Words) -> str:
    """Return the article for reading: its title, headings and paragraphs, residue of a web page set back."""
    blocks = list(_blocks(article, segments))
    shown = "".join(
        _section(article, blocks, place, words) if block.kind == "h3" else _block(article, block)
        for place, block in enumerate(blocks)
    )
    titled = any(block.kind == "h2" for block in blocks)
    title = "" if titled else f'<h2 dir="auto">{escape(entry.title)}</h2>'
    language = "" if article.language == "und" else f' lang="{escape(article.language)}"'
    about = _about(article, entry, words) + _left_out(article, blocks, words)
    return (
        f'<article class="text" data-article="{escape(article.id)}" {_labels(words)}>{about}'
        f'<div class="body"{language}>{title}{shown}{_dropped(article)}</div></article>'
    )


def no_article(words: Words, *, gone: bool = False) -> str:
    """Return what stands where no article is open, or where one would that is gone."""
    said = f'<p class="empty" role="alert">{escape(words.gone)}</p>' if gone else ""
    return f'{said}<p class="empty">{escape(words.no_article)}</p>'


def _labels(words: Words) -> str:
    """Return the names of what the script adds to the article, in the reader's language."""
    labels = {
        "back": words.back,
        "by": words.cited_by,
        "often": words.cited_often,
        "part": words.summarise_part,
    }
    return " ".join(f'data-{name}="{escape(label)}"' for name, label in labels.items())


def _about(article: Article, entry: ArticleEntry, words: Words) -> str:
    """Return who wrote the article, when, and where it comes from, as far as that is known."""
    source = escape(article.source)
    if re.match(r"https?://", article.source):
        source = f'<a href="{source}" target="_blank" rel="noopener noreferrer">{source}</a>'
    author, date = escape(article.author), escape(article.date)
    facts = (author, date and f"<time>{date}</time>", source, escape(words.words.format(f"{entry.words:,}")))
    return f'<p class="about" dir="auto">{" · ".join(filter(None, facts))}</p>'


def _left_out(article: Article, blocks: Sequence[_Block], words: Words) -> str:
    """Return the control that shows the lines that no sentence holds, where there are any."""
    count = sum(block.kind == "residue" for block in blocks) + len(article.dropped)
    if not count:
        return ""
    label = escape(words.left_out.format(count))
    return (
        f'<p class="about"><button type="button" class="left-out" aria-pressed="false">{label}</button></p>'
    )


def _dropped(article: Article) -> str:
    """Return the lines of the document that did not become part of the article's text."""
    return "".join(f'<p class="residue" dir="auto">{escape(line)}</p>' for line in article.dropped)


def _blocks(article: Article, segments: Segments) -> Iterator[_Block]:
    """Yield the blocks of the whole text, in order."""
    headings = {sentence.heading for sentence in segments.sentences} - {""}
    position = 0
    for start, end in _whole_lines(article.text, paragraphs_of(segments.sentences)):
        yield from _lines(article, position, start, headings)
        yield _Block("p", start, end)
        position = end
    yield from _lines(article, position, len(article.text), headings)


def _whole_lines(text: str, ranges: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the paragraphs with the signs beside their sentences: an item's marker, a reference's number."""
    last = 0
    for start, end in ranges:
        before = re.split(f"[{ENDS}]", text[last:start])[-1]
        behind = _REST.match(text, end)
        last = end + len(behind[0].rstrip() if behind else "")
        yield start - len(before.lstrip()), last


def _lines(article: Article, start: int, end: int, headings: set[str]) -> Iterator[_Block]:
    for match in re.finditer(f"{LINE}+", article.text[start:end]):
        line = match.group()
        if not line.strip():
            continue
        titled = one_line(line.strip("#*_ \t")) == article.title
        kind = "h2" if titled else "h3" if heading_of(line) in headings else "residue"
        yield _Block(kind, start + match.start(), start + match.end())


def _block(article: Article, block: _Block) -> str:
    kind, css, start = block.kind, "", block.start
    if kind == "residue":
        kind, css = "p", ' class="residue"'
    prefix = _MARKDOWN.match(article.text, start, block.end)
    if kind in ("h2", "h3") and prefix is not None:
        start = prefix.end()
    text = escape(article.text[start : block.end])
    return f'<{kind}{css} dir="auto" data-end="{block.end}" data-start="{start}">{text}</{kind}>'


def _section(article: Article, blocks: Sequence[_Block], place: int, words: Words) -> str:
    """Return a section's heading with the control that summarises the section, where there is text in it."""
    block, depth = blocks[place], _depth(article, blocks[place])
    following = list(blocks[place + 1 :])
    for count, other in enumerate(following):
        if other.kind == "h3" and _depth(article, other) <= depth:
            following = following[:count]
            break
    heading = _block(article, block)
    if not any(other.kind == "p" for other in following):
        return heading
    title = clipped(heading_of(article.text[block.start : block.end]))
    label = escape(words.summarise_section.format(title))
    control = (
        f'<button type="button" class="section" data-from="{block.start}" data-to="{following[-1].end}"'
        f' aria-label="{label}" title="{label}"></button>'
    )
    return f'<div class="head">{heading}{control}</div>'


def _depth(article: Article, block: _Block) -> int:
    """Return how deep a heading stands: the number of its hashes in Markdown, one where it has none."""
    prefix = _MARKDOWN.match(article.text, block.start, block.end)
    return len(prefix[1]) if prefix is not None else 1
