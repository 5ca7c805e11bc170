"""An article becomes sentences and passages, both as ranges of its text.

Sentence ends are found by nupunkt (MIT). Of the 24 judged paragraphs in ``tests/test_segment.py``
(abbreviations, initials, decimals, quotations, bracketed sources) sentencex cut 22 as a reader would,
nupunkt and pysbd 21, syntok 20, blingfire 19; on 12 others nupunkt 11 and sentencex 9. nupunkt is kept
because it ends sentences inside a quotation, which sentencex leaves whole, so that a citation can be
short; pysbd takes 200 times as long. ``_mend`` cures what nupunkt was then seen to get wrong: in 466,000
characters of news and encyclopaedia it restored the 20 ends that had been missed and cut nothing else.
Residue of a web page, the title and headings are no sentences; a heading is kept with what it heads.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from footnote.residue import is_residue
from footnote.schema import Article, Passage, Segments, Sentence

SEGMENTATION = "nupunkt-0.8.0/2"  # recorded by the store; raise the number when ranges change

PASSAGE_WORDS = 100

_HEADING_WORDS = 14
_WRAPPED_LINE = (40, 100)  # code points of a line that was wrapped by an editor, not ended by an author
_ENDS = ".!?…。！？"
_CLOSING = "\"'”’»)]*_ "
_EAST_ASIAN_END = re.compile(r"(?<=[。！？])(?=[^\s」』”’）])")
_SOURCE = re.compile(r"[(\[][^()\[\]]{1,160}[)\]]\W{0,3}")
_LIST_ITEM = re.compile(r"\s*(?:[-*•–·]|\d{1,3}[.)])\s+\S")
_MARKDOWN_HEADING = re.compile(r"\s{0,3}#{1,6}\s")

# What nupunkt was seen to get wrong. It takes some words for abbreviations that end sentences ("so", "lit").
_SHORTENED = (
    "vs|etc|cf|ca|al|approx|pp|vol|vols|no|nos|ed|eds|fig|figs|ch|sec|dept|est|cit|ibid|op|viz|resp|incl|max|min|"
    "tel|ext|ft|oz|lb|lbs|hr|hrs|mi|sq|jr|sr|st|jan|feb|mar|apr|jun|jul|aug|sept|oct|nov|dec"
)
_MISSED_END = re.compile(
    rf"(?<=\s)(?!(?:{_SHORTENED})\.)[a-z]{{2,}}\.[\"”’)]*()\s+[\"“‘(]*[A-Z]|"
    r"\b[ap]\.m\.[\"”’)]*()\s+[\"“‘(]*"
    r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Eastern|Central|Pacific|[A-Z]{2,})[A-Z]"
)
_NEVER_LAST = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|Lt|Maj|Brig|Sgt|Capt|Cmdr|Col|Gen|Adm|Gov|Sen|Rep|Rev)\.$")
_GERMAN_DAY = re.compile(r"\b\d{1,2}\.$")
_GERMAN_MONTH = re.compile(r"(?:Januar|Februar|März|April|Mai|Ju[nl]i|August|\w{4,5}mber|Oktober)\b")

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
    ranges = [_trim(text, *match.span()) for match in re.finditer(r"[^\n]+", text)]
    worded = [(start, end) for start, end in ranges if re.search(r"\w", text[start:end])]
    return [_Paragraph(start, end, number) for number, (start, end) in enumerate(worded)]


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
    lines: list[tuple[int, int]] = []
    for match in re.finditer(r"[^\n]*(?:\n|$)", text):  # linear, however long a line of blanks is
        start, end = _trim(text, *match.span())
        if end > start:
            lines.append((start, end))
        elif lines:
            yield from _unwrap(text, lines)
            lines = []
    if lines:
        yield from _unwrap(text, lines)


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
    lines = [article.text[start:end] for start, end in blocks[:12]]
    for place, line in enumerate(lines):
        if _plain(line) == _plain(article.title):
            aside = all(is_residue(above) or _stands_aside(above) for above in lines[:place])
            return place + 1 if aside and place + 1 < len(blocks) else 0
    return 0


def _plain(title: str) -> str:
    return " ".join(title.strip("#*_ \t").split())


def _stands_aside(line: str) -> bool:
    """Whether a line above the title is a rubric or the like, not a sentence of the article."""
    return len(line) < 200 and not line.rstrip(_CLOSING).endswith(tuple(_ENDS))


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
    found = _mend(text, [(start + a, start + b) for a, b in sent_spans(text[start:end])])
    for first, last in _split_east_asian(text, found):
        first, last = _trim(text, first, last)
        if pending and (_SOURCE.fullmatch(text[first:last]) or not re.search(r"\w", text[first:last])):
            pending = pending[0], last if last > first else pending[1]
            continue
        if pending:
            yield pending
        pending = (first, last) if last > first else pending
    if pending:
        yield pending


def _mend(text: str, ranges: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Put right the ends that nupunkt is known to miss or to see where there is none."""
    joined: list[tuple[int, int]] = []
    for start, end in ranges:
        before = text[joined[-1][0] : joined[-1][1]].rstrip() if joined else ""
        of_a_date = _GERMAN_DAY.search(before) and _GERMAN_MONTH.match(text, start)
        if of_a_date or _NEVER_LAST.search(before):
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    for start, end in joined:
        cuts = [start + max(m.span(1)[1], m.span(2)[1]) for m in _MISSED_END.finditer(text[start:end])]
        yield from pairwise([start, *cuts, end])


def _split_east_asian(text: str, ranges: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
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
