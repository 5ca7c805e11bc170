"""The words of an answer: what the model wrote and passed the check, or quotations of the best sentences."""

import re
import threading
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace

from footnote.answer.weights import fitted
from footnote.generate import ChatModel
from footnote.layout import introduces, without_marker
from footnote.marks import quoted
from footnote.prompt import answer_messages
from footnote.schema import Candidate, Citation, ComposedBy, Evidence, Span
from footnote.verify import foreign, verify

Similar = Callable[[str, str], float]  # the cosine of two texts

_MOST_TOKENS = 64
_MOST_CHARACTERS = 2_000  # of what a draft is to be phrased from; two cores read them in about a second
_MOST_SENTENCES = 2
_MOST_CITED = 3  # sentences that an answer may rest on, in
_MOST_RANGES = 2  # citations
_SECOND_ROW_AT = 0.35  # share of a second row of one table beside the best
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[A-Z“\"])")


@dataclass(frozen=True, slots=True)
class Composition:
    """An answer's text with its marks, and what each mark points at."""

    text: str
    citations: tuple[Citation, ...]
    composed_by: ComposedBy


@dataclass(frozen=True, slots=True)
class Draft:
    """What a model is to phrase: the question, the sentences to phrase from, the words that answer."""

    question: str
    sentences: Sequence[Candidate]
    span: Span | None
    commanded: bool = False  # what was found holds a command, so no model is given it to phrase


def cited(candidates: Sequence[Candidate], evidence: Sequence[Evidence]) -> tuple[Candidate, ...]:
    """Return what an answer cites, in at most two ranges: the best sentence and others that may be it.

    A second sentence beside the best is quoted with it, as one range, and leaves room for a third. By the
    ranker alone, cross-validated by article, some citation then holds the answer for 0.880 of the questions
    and the first one for 0.808, with 1.51 citations; with two ranges of a sentence each, whatever their
    place, for 0.873 and 0.786, with 1.71. Behind rows of a table goes the one that names their cells.
    What takes the best sentence back is cited with it, as one range, and nothing else beside them.
    """
    if candidates[0].denied is not None:
        return with_heads([_with_denial(candidates[0], candidates[0].denied)])
    chosen: list[Candidate] = []
    for candidate in candidates[:_MOST_CITED]:
        if chosen and candidate.probability < _least(candidate, candidates[0]):
            break
        joined = _joined(chosen[0], candidate, evidence) if len(chosen) == 1 else None
        if joined is not None and candidate is candidates[1]:
            chosen[0] = joined
        elif len(chosen) < _MOST_RANGES:
            chosen.append(candidate)
    return with_heads(chosen)


def _with_denial(one: Candidate, whole: Span) -> Candidate:
    return replace(one, end=whole.end, text=whole.text)


def _least(candidate: Candidate, best: Candidate) -> float:
    """Return the probability from which on a sentence is cited beside the best; a table's rows are alike."""
    same_table = candidate.head is not None and candidate.head == best.head
    return (_SECOND_ROW_AT if same_table else fitted().second_at) * (candidate.probability + best.probability)


def with_heads(chosen: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Return what is cited, and behind rows of a table, once, the one that names their cells."""
    heads = {one.head: _as_candidate(one, one.head) for one in chosen if one.head is not None}
    return (*chosen, *(heads[head] for head in heads if all(one.start != head.start for one in chosen)))


def _as_candidate(row: Candidate, head: Span) -> Candidate:
    """Return the row that names the cells of another, to be cited after it."""
    return Candidate(head.article_id, row.number, head.start, head.end, head.text, 0.0, row.paragraph)


def _joined(one: Candidate, other: Candidate, evidence: Sequence[Evidence]) -> Candidate | None:
    """Return two neighbours in a paragraph as one range; None where they are not, or stand in no window."""
    if one.article_id != other.article_id or one.paragraph != other.paragraph:
        return None
    if abs(one.number - other.number) != 1:
        return None
    first, start, end = min(one, other, key=_number), min(one.start, other.start), max(one.end, other.end)
    for window in evidence:
        if window.article_id == one.article_id and window.start <= start < end <= window.end:
            text = window.text[start - window.start : end - window.start]
            share = one.probability + other.probability
            return replace(first, start=start, end=end, text=text, probability=share)
    return None


def _number(candidate: Candidate) -> int:
    return candidate.number


def quote(chosen: Sequence[Candidate], marks: int = 0, sentences: int = 0) -> Composition:
    """Return the quotations of the chosen sentences, each followed by its mark.

    So many ``marks`` and ``sentences`` stand before them.
    """
    citations = tuple(
        citation(candidate, marks + place, sentences + place) for place, candidate in enumerate(chosen)
    )
    text = " ".join(f"{_quotation(c.text)} [{c.number}]" for c in citations)
    return Composition(text, citations, "quotation")


def listed(items: Sequence[Span], marks: int = 0, sentences: int = 0) -> Composition:
    """Return a list's items, a line each, followed by its mark; see ``quote``.

    The line that introduces them or a part of them is none of them; a single thing is quoted behind it.
    """
    found = [
        Citation(marks + n + 1, s.article_id, s.start, s.end, s.text, sentences + n)
        for n, s in enumerate(items)
    ]
    if len(found) == 2 and introduces(found[0].text):
        return Composition(
            " ".join(f"{_quotation(c.text)} [{c.number}]" for c in found), tuple(found), "quotation"
        )
    lines = [f"{'' if introduces(c.text) else '- '}{_item(c.text)} [{c.number}]" for c in found]
    return Composition("\n".join(lines), tuple(found), "quotation")


def _item(text: str) -> str:
    return quoted(" ".join(without_marker(text).split()))


def phrase(
    draft: Draft, model: ChatModel, similar: Similar, cancel: threading.Event | None
) -> Iterator[Composition]:
    """Yield the model's answer after each sentence of it that passes the check; none if the first fails.

    A drafted sentence passes if one of the sentences supports it, else if both together do. The first
    must say the words that answer, where they are known. The model is stopped at the first sentence
    that fails, and before that at the first word that the sentences and the question do not have.
    A sentence that no draft rests on is quoted at the end. Where what was found commands, or is longer than
    anybody writes a sentence, there is no draft.
    """
    if draft.commanded or sum(len(one.text) for one in draft.sentences) > _MOST_CHARACTERS:
        return
    written: list[_Written] = []
    with closing(_drafted(draft, model, cancel)) as sentences:
        for text in sentences:
            if not written and draft.span is not None and not _says(text, draft.span.text):
                return
            support = _support(text, draft, similar)
            if not support:
                return
            written.append(_Written(text, support))
            yield _marked(written, draft.sentences)
            if len(written) == _MOST_SENTENCES:
                return


@dataclass(frozen=True, slots=True)
class _Written:
    """A drafted sentence that passed, and the places of the sentences that it rests on."""

    text: str
    support: tuple[int, ...]


def citation(candidate: Candidate, place: int, sentence: int) -> Citation:
    """Return the citation of a candidate, number ``place + 1``, by the answer's sentence ``sentence``."""
    c = candidate
    return Citation(place + 1, c.article_id, c.start, c.end, c.text, sentence)


def _drafted(draft: Draft, model: ChatModel, cancel: threading.Event | None) -> Generator[str, None, None]:
    """Yield the model's sentences as they end; one that the token limit cuts off is left out."""
    evidence = [" ".join(candidate.text.split()) for candidate in draft.sentences]
    messages = answer_messages(draft.question, evidence)
    text = ""
    with closing(model.stream(messages, max_tokens=_MOST_TOKENS, cancel=cancel)) as pieces:
        for piece in pieces:
            text += piece
            if foreign(text.rpartition(" ")[0], evidence, question=draft.question):
                return
            while end := _SENTENCE_END.search(text):
                yield text[: end.start()].strip()
                text = text[end.end() :]
    if text.strip().endswith((".", "!", "?", "”", '"', ")")):
        yield text.strip()


def _support(text: str, draft: Draft, similar: Similar) -> tuple[int, ...]:
    """Return the places of the sentences that a drafted one rests on, none where it fails the check."""
    texts = [candidate.text for candidate in draft.sentences]
    for places in [*((place,) for place in range(len(texts))), tuple(range(len(texts)))]:
        evidence = [texts[place] for place in places]
        verdict = verify(
            text, evidence, question=draft.question, similarity=similar(text, " ".join(evidence))
        )
        if verdict.supported:
            return places
    return ()


def _marked(written: Sequence[_Written], chosen: Sequence[Candidate]) -> Composition:
    """Number the citations in the order of the text, one each time a sentence rests on a candidate."""
    numbers: dict[int, int] = {}
    parts, citations = [], []
    for sentence, one in enumerate(written):
        marks = []
        for place in one.support:
            numbers.setdefault(place, len(numbers))
            marks.append(f"[{numbers[place] + 1}]")
            citations.append(citation(chosen[place], numbers[place], sentence))
        parts.append(f"{_said(one, chosen)} {''.join(marks)}")
    for place in range(len(chosen)):
        if place not in numbers:
            numbers[place] = len(numbers)
            citations.append(citation(chosen[place], numbers[place], len(parts)))
            parts.append(f"{_quotation(chosen[place].text)} [{numbers[place] + 1}]")
    return Composition(" ".join(parts), tuple(citations), "model")


def _said(one: _Written, chosen: Sequence[Candidate]) -> str:
    """Return a drafted sentence, as the quotation that it is where it repeats a whole one of the article."""
    whole = [" ".join(chosen[place].text.split()) for place in one.support]
    return _quotation(one.text) if one.text in whole else quoted(one.text)


def _quotation(text: str) -> str:
    return f"“{quoted(' '.join(text.split()))}”"


def _says(draft: str, words: str) -> bool:
    def plain(text: str) -> str:
        return " ".join(re.findall(r"\w+", text.casefold()))

    return f" {plain(words)} " in f" {plain(draft)} "
