"""An article becomes sentences and passages, both as ranges of its text.

Sentence ends are found by nupunkt (MIT). Of the 24 judged paragraphs in ``tests/test_segment.py``
(abbreviations, initials, decimals, quotations, bracketed sources) sentencex cut 22 as a reader would,
nupunkt and pysbd 21, syntok 20, blingfire 19; on 12 others nupunkt 11 and sentencex 9. nupunkt is kept
because it ends sentences inside a quotation, which sentencex leaves whole, so that a citation can be
short; pysbd takes 200 times as long. ``ends`` cures what nupunkt was then seen to get wrong: in 466,000
characters of news and encyclopaedia it restored the 20 ends that had been missed and cut nothing else.
Residue of a web page, the title and headings are no sentences (``blocks``); a heading is kept with what it
heads.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from footnote.layout import columns, written_with
from footnote.schema import Article, Passage, Segments, Sentence
from footnote.segment.blocks import Paragraph, every_line, paragraphs_of
from footnote.segment.ends import mended
from footnote.segment.margins import without_margins
from footnote.segment.unmarked import clauses_of
from footnote.segment.wrapping import trim

SEGMENTATION = "nupunkt-0.8.0/7"  # recorded by the store; raise the number when ranges change

PASSAGE_WORDS = 100

_EAST_ASIAN_END = re.compile(r"(?<=[。！？])(?=[^\s」』”’）])")
_EAST_ASIAN_BRACKETS = re.compile(  # with more in them, they are cut, so that a citation can be short
    "|".join(rf"{pair[0]}[^{pair}\n]{{0,120}}{pair[1]}" for pair in ("「」", "『』", "“”", "（）"))
)
_SOURCE = re.compile(r"[(\[][^()\[\]]{1,160}[)\]]\W{0,3}")

_ROW = re.compile(r"\|.*\|")
_CELL_WORDS = 6  # of a table's row without marks at its ends; what has more is prose
_REFERENCES = re.compile(r"(?:\d+\.? )?(?:references?|bibliography|works cited|literature cited)", re.I)
_ENTRY = re.compile(r"\[\d{1,3}\]|\d{1,3}\. |.*\b(?:1[6-9]|20)\d\d\b", re.DOTALL)
_LONGEST_ENTRY = 600  # code points

CountTokens = Callable[[Sequence[str]], Sequence[int]]


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
    paragraphs = paragraphs_of(article) or every_line(article.text)
    sentences: list[Sentence] = []
    for paragraph in paragraphs:
        for found in _sentences(article, paragraph):
            start, end = without_margins(article.text, *found, paragraph.start)
            sentences.append(Sentence(start, end, paragraph.number, paragraph.heading))
    sentences = _fit(article.text, sentences, count_tokens, max_tokens)
    return Segments(tuple(sentences), tuple(_passages(article.text, sentences, count_tokens, max_tokens)))


def _sentences(article: Article, paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    """Yield the sentences of one paragraph; a table's row is one, a bracketed source with what is before."""
    from nupunkt import sent_spans

    text, start, end = article.text, paragraph.start, paragraph.end
    if _is_row(text[start:end]) or _is_entry(text[start:end], paragraph.heading):
        yield start, end
        return
    pending: tuple[int, int] | None = None
    spans = [(start + a, start + b) for a, b in sent_spans(text[start:end])]
    found = mended(text, spans, article.language)
    if article.language == "en":
        found = (clause for one in found for clause in clauses_of(text, *one))
    for first, last in _split_east_asian(text, found):
        first, last = trim(text, first, last)
        if pending and (_SOURCE.fullmatch(text[first:last]) or not re.search(r"\w", text[first:last])):
            pending = pending[0], last if last > first else pending[1]
            continue
        if pending:
            yield pending
        pending = (first, last) if last > first else pending
    if pending:
        yield pending


def _is_row(line: str) -> bool:
    cells = line.split(" | ")
    short = len(cells) > 1 and all(len(cell.split()) <= _CELL_WORDS for cell in cells)
    written = columns(line) > 1 and written_with(line)
    return ("\n" not in line and bool(short or written)) or bool(_ROW.fullmatch(line))


def _is_entry(text: str, heading: str) -> bool:
    """Say whether a paragraph is one of the works that an article refers to, full of initials and stops."""
    listed = bool(_REFERENCES.fullmatch(heading)) and len(text) <= _LONGEST_ENTRY
    return listed and bool(_ENTRY.match(text))


def _split_east_asian(text: str, ranges: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Cut after East Asian stops, but for those in brackets: a sentence goes on behind what it quotes."""
    for start, end in ranges:
        piece = text[start:end]
        ends = [match.start() for match in _EAST_ASIAN_END.finditer(piece)]
        if ends:
            inside = {
                place for match in _EAST_ASIAN_BRACKETS.finditer(piece) for place in range(*match.span())
            }
            ends = [place for place in ends if place - 1 not in inside]
        yield from pairwise([start, *(start + place for place in ends), end])


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
    ranges = [trim(text, start, middle), trim(text, middle, end)]
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
