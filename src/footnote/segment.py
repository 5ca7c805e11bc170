"""An article becomes sentences and passages, both as ranges of its text.

Sentence ends are found by nupunkt (MIT). Of nupunkt, syntok, pysbd, sentencex and blingfire it
made the fewest mistakes on abbreviations, initials, decimals, quotations and bracketed sources,
and it is fifty times faster than the next best, syntok; ``tests/test_segment.py`` holds the cases.
Residue of a web page, the title and headings are no sentences; a heading is kept with what it heads.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from footnote.residue import is_residue
from footnote.schema import Article, Passage, Segments, Sentence

SEGMENTATION = "nupunkt-0.8.0/1"  # recorded by the store; raise the number when ranges change

PASSAGE_WORDS = 100

_HEADING_WORDS = 14
_WRAPPED_LINE = (40, 100)  # code points of a line that was wrapped by an editor, not ended by an author
_ENDS = ".!?…。！？"
_CLOSING = "\"'”’»)]*_ "
_EAST_ASIAN_END = re.compile(r"(?<=[。！？])(?=[^\s」』”’）])")
_SOURCE = re.compile(r"[(\[][^()\[\]]{1,160}[)\]]\W{0,3}")
_LIST_ITEM = re.compile(r"\s*(?:[-*•–·]|\d{1,3}[.)])\s+\S")
_MARKDOWN_HEADING = re.compile(r"\s{0,3}#{1,6}\s")

CountTokens = Callable[[Sequence[str]], Sequence[int]]


@dataclass(frozen=True, slots=True)
class _Paragraph:
    start: int
    end: int
    number: int
    heading: str = ""


def segment(article: Article, count_tokens: CountTokens, max_tokens: int) -> Segments:
    """Cut an article into sentences and passages.

    Args:
        article: its title, where it stands as a line of the text, is no sentence.
        count_tokens: the number of tokens that the embedder makes of each text.
        max_tokens: no passage has more; a longer sentence is cut at a space into several.

    Returns:
        Sentences in order, none blank, none overlapping; passages of whole neighbouring
        sentences under one heading, together holding every sentence once. An article
        that is nothing but headings and residue has its lines as sentences.
    """
    paragraphs = list(_paragraphs(article)) or _every_line(article.text)
    sentences: list[Sentence] = []
    for paragraph in paragraphs:
        for start, end in _sentences(article.text, paragraph.start, paragraph.end):
            sentences.append(Sentence(start, end, paragraph.number, paragraph.heading))
    sentences = _fit(article.text, sentences, count_tokens, max_tokens)
    return Segments(tuple(sentences), tuple(_passages(article.text, sentences, count_tokens, max_tokens)))


def _every_line(text: str) -> list[_Paragraph]:
    ranges = [_trim(text, *match.span()) for match in re.finditer(r"[^\n]*\w[^\n]*", text)]
    return [_Paragraph(start, end, number) for number, (start, end) in enumerate(ranges)]


def _paragraphs(article: Article) -> Iterator[_Paragraph]:
    """Yield the article's paragraphs: no title, nothing above it, no residue, no headings."""
    text, heading, number = article.text, "", 0
    blocks = list(_blocks(text))
    blocks = blocks[_below_title(article, blocks) :]
    for place, (start, end) in enumerate(blocks):
        line = text[start:end]
        if is_residue(line) or not re.search(r"\w", line):
            continue
        following = text[slice(*blocks[place + 1])] if place + 1 < len(blocks) else ""
        if _is_heading(line, following):
            heading = line.strip().strip("#*_ ")
            continue
        yield _Paragraph(start, end, number, heading)
        number += 1


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield the ranges that blank lines separate, one a line unless an editor wrapped the lines."""
    for match in re.finditer(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*", text):
        lines = [
            _trim(text, match.start() + line.start(), match.start() + line.end())
            for line in re.finditer(r"[^\n]+", match.group())
        ]
        groups = _unwrap(text, lines)
        yield from groups


def _unwrap(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    lengths = sorted(end - start for start, end in lines[:-1])
    ended = sum(text[start:end].rstrip(_CLOSING).endswith(tuple(_ENDS)) for start, end in lines[:-1])
    listed = sum(bool(_LIST_ITEM.match(text, start)) for start, _ in lines)
    if not lengths or listed or _MARKDOWN_HEADING.match(text, lines[0][0]):
        return lines
    low, high = _WRAPPED_LINE
    if low <= lengths[len(lengths) // 2] and lengths[-1] <= high and 2 * ended < len(lengths):
        return [(lines[0][0], lines[-1][1])]
    return lines


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    return start, start + len(piece.strip())


def _below_title(article: Article, blocks: list[tuple[int, int]]) -> int:
    """Return how many blocks the title and what stands above it take, 0 where it is not in the text."""
    for place, (start, end) in enumerate(blocks[:12]):
        if article.text[start:end].strip("#* \t") == article.title:
            above = blocks[:place]
            short = all(end - start < 200 for start, end in above)
            return place + 1 if short and place + 1 < len(blocks) else 0
    return 0


def _is_heading(line: str, following: str) -> bool:
    """Whether a block is a heading: marked as one, or short, without an end, above a longer text."""
    if _MARKDOWN_HEADING.match(line):
        return True
    if _LIST_ITEM.match(line) or len(line.split()) > _HEADING_WORDS or not following:
        return False
    ended = line.rstrip(_CLOSING).endswith((*_ENDS, ":", ";", ","))
    return not ended and len(following) > 2 * len(line) and following.rstrip(_CLOSING).endswith(tuple(_ENDS))


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the sentences of one paragraph; a bracketed source belongs to the sentence before it."""
    from nupunkt import sent_spans

    pending: tuple[int, int] | None = None
    for first, last in _split_east_asian(
        text, [(start + a, start + b) for a, b in sent_spans(text[start:end])]
    ):
        first, last = _trim(text, first, last)
        if pending and (_SOURCE.fullmatch(text[first:last]) or not re.search(r"\w", text[first:last])):
            pending = pending[0], last if last > first else pending[1]
            continue
        if pending:
            yield pending
        pending = (first, last) if last > first else pending
    if pending:
        yield pending


def _split_east_asian(text: str, ranges: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for start, end in ranges:
        cuts = [start, *(start + m.start() for m in _EAST_ASIAN_END.finditer(text[start:end])), end]
        yield from pairwise(cuts)


def _fit(text: str, sentences: list[Sentence], count_tokens: CountTokens, max_tokens: int) -> list[Sentence]:
    """Cut each sentence that has too many tokens in half at a space, until every piece fits."""
    if not sentences:
        return []
    counts = count_tokens([text[sentence.start : sentence.end] for sentence in sentences])
    fitting: list[Sentence] = []
    for sentence, count in zip(sentences, counts, strict=True):
        if count <= max_tokens:
            fitting.append(sentence)
        else:
            fitting.extend(_fit(text, _halves(text, sentence), count_tokens, max_tokens))
    return fitting


def _halves(text: str, sentence: Sentence) -> list[Sentence]:
    """Cut near the middle: after a clause if there is one, else at a space, else between characters."""
    start, end = sentence.start, sentence.end
    middle, reach = (start + end) // 2, (end - start) // 4
    for pattern in (r"[;:—](?=\s)", r",(?=\s)", r"\s"):
        cuts = [match.end() for match in re.finditer(pattern, text[middle - reach : middle + reach])]
        if cuts:
            middle += min(cuts, key=lambda cut: abs(cut - reach)) - reach
            break
    ranges = [_trim(text, start, middle), _trim(text, middle, end)]
    return [replace(sentence, start=a, end=b) for a, b in ranges if b > a]


def _passages(
    text: str, sentences: list[Sentence], count_tokens: CountTokens, max_tokens: int
) -> Iterator[Passage]:
    """Yield runs of sentences of up to PASSAGE_WORDS words under one heading, within the tokens.

    A run ends early with its paragraph once it is more than half full.
    """
    first, words = 0, 0
    for number, sentence in enumerate(sentences):
        length = len(text[sentence.start : sentence.end].split())
        if number > first and (
            words + length > PASSAGE_WORDS
            or sentence.heading != sentences[first].heading
            or (2 * words > PASSAGE_WORDS and sentence.paragraph != sentences[number - 1].paragraph)
            or count_tokens([text[sentences[first].start : sentence.end]])[0] > max_tokens
        ):
            yield _passage(sentences, first, number - 1)
            first, words = number, 0
        words += length
    if sentences:
        yield _passage(sentences, first, len(sentences) - 1)


def _passage(sentences: list[Sentence], first: int, last: int) -> Passage:
    return Passage(sentences[first].start, sentences[last].end, first, last, sentences[first].heading)
