"""Summarise every article of a set, and take its first three sentences as what to compare with."""

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from importlib.util import find_spec
from typing import Any

from footnote.errors import FootnoteError
from footnote.evaluate.journal import Journal
from footnote.evaluate.measures import without_marks
from footnote.evaluate.sets import DevelopmentSet, SummaryCase
from footnote.schema import Citation, ComposedBy, Sentence, Style, Summary, Timings
from footnote.service import Footnote

Step = Callable[[], None]

_MARKED = re.compile(r"(?P<text>.*?)(?P<marks>(?:\s*\[\d+\])+[.!?]?|$)", re.DOTALL)
_STRETCH = 6  # sentences
_ROUGE = ("rouge1", "rouge2", "rougeL")


@dataclass(frozen=True, slots=True)
class Summarised:
    """What is kept of a summary; ``places`` say where in the article its quotations begin, in [0, 1]."""

    summary: str
    sentences: int
    sentences_cited: int  # ... with a citation that points at its own words
    pointers: int
    pointers_valid: int
    paragraphs: int
    paragraphs_covered: int
    stretches_covered: float  # share of the article's stretches of six sentences that are quoted from
    article_words: int
    places: tuple[float, ...]
    lead_raw: str  # the first three sentences of the text as it came
    lead_cleaned: str  # ... of those that may stand in a summary, as they would
    composed_by: ComposedBy
    timings: Timings
    model: str

    @classmethod
    def read(cls, row: Mapping[str, Any]) -> "Summarised":
        """Return what ``asdict`` made a row of JSON of."""
        return cls(**{**row, "places": tuple(row["places"]), "timings": Timings(**row["timings"])})


@dataclass(frozen=True, slots=True)
class SummaryOutcome:
    """A case and its summary in one style."""

    case: SummaryCase
    style: Style
    summarised: Summarised


def summarise_all(
    cases: DevelopmentSet, service: Footnote, styles: Sequence[Style], journal: Journal, step: Step
) -> list[SummaryOutcome]:
    """Summarise the set's articles in each style, calling ``step`` after each article."""
    outcomes: list[SummaryOutcome] = []
    for case in cases.cases:
        key = f"{cases.digest} {case.id} {' '.join(styles)}"
        rows = journal.get(key)
        if rows is None:
            rows = {style: asdict(found) for style, found in _summarise(service, case, styles).items()}
            journal.put(key, rows)
        outcomes += [SummaryOutcome(case, style, Summarised.read(rows[style])) for style in styles]
        step()
    return outcomes


def _summarise(service: Footnote, case: SummaryCase, styles: Sequence[Style]) -> dict[Style, Summarised]:
    article_id = service.add_article(case.text, source="evaluation").id
    try:
        found: dict[Style, Summarised] = {}
        for style in styles:
            *_, summary = service.summarise(article_id, style)
            if not summary.done:
                raise FootnoteError(
                    f"The summary of {case.id} ended before its last event; ask for it alone to see why."
                )
            found[style] = _kept(summary, service, article_id)
        return found
    finally:
        service.remove_article(article_id)


def _kept(summary: Summary, service: Footnote, article_id: str) -> Summarised:
    text = service.article(article_id).text
    valid = [one for one in summary.citations if text[one.start : one.end] == one.text]
    texts = {one.number: one.text for one in valid}
    sentences, cited = count_cited(summary.summary, texts)
    return Summarised(
        summary=without_marks(summary.summary),
        sentences=sentences,
        sentences_cited=cited,
        pointers=len(summary.citations),
        pointers_valid=len(valid),
        paragraphs=summary.coverage.paragraphs,
        paragraphs_covered=summary.coverage.paragraphs_covered,
        stretches_covered=stretches_covered(service.segments(article_id).sentences, valid),
        article_words=len(text.split()),
        places=tuple(one.start / len(text) for one in valid),
        lead_raw=first_sentences(text),
        lead_cleaned=" ".join(service.lead(article_id, 3)),
        composed_by=summary.composed_by,
        timings=summary.timings,
        model=summary.model,
    )


def stretches_covered(sentences: Sequence[Sentence], citations: Sequence[Citation]) -> float:
    """Return the share of an article's stretches of six sentences in which a citation begins."""
    starts = [sentence.start for sentence in sentences]
    lit = {(bisect_right(starts, citation.start) - 1) // _STRETCH for citation in citations}
    return len(lit) / max(1, -(-len(starts) // _STRETCH))


def count_cited(summary: str, quotations: Mapping[int, str]) -> tuple[int, int]:
    """Return how many sentences a summary has, and how many of them carry a valid citation.

    A mark ``[n]`` belongs to the sentence before it. Sentences are found in the summary itself, so
    that one without a mark is counted; a quotation is one sentence, however it may be cut anew.

    Args:
        summary: with its marks.
        quotations: the words of each citation that is valid, by its number.
    """
    sentences = cited = 0
    for match in _MARKED.finditer(summary):
        text = match["text"].strip(" \n-•*.")
        if not text:
            continue
        words = [quotations[int(n)] for n in re.findall(r"\d+", match["marks"]) if int(n) in quotations]
        quoted = any(text in quotation for quotation in words)
        sentences += 1 if quoted else len(_sentences(text))
        cited += bool(words)
    return sentences, cited


def first_sentences(text: str, count: int = 3) -> str:
    """Return the first sentences of a text as it came, with whatever residue stands above it."""
    return " ".join(_sentences(text)[:count])


def _sentences(text: str) -> Sequence[str]:
    from nupunkt import sent_spans

    return [text[start:end].strip() for start, end in sent_spans(text) if text[start:end].strip()]


def rouge(candidates: Sequence[str], references: Sequence[str]) -> dict[str, list[float]]:
    """Return ROUGE-1, -2 and -L F of each candidate, stemmed, in [0, 1] (Lin 2004, package rouge-score)."""
    require_rouge()
    from rouge_score.rouge_scorer import RougeScorer

    scorer = RougeScorer(list(_ROUGE), use_stemmer=True)
    scores = [scorer.score(ref, candidate) for ref, candidate in zip(references, candidates, strict=True)]
    return {name: [float(score[name].fmeasure) for score in scores] for name in _ROUGE}


def require_rouge() -> None:
    """Raise a FootnoteError that says what to install, before an hour is spent, if rouge-score is missing."""
    if find_spec("rouge_score") is None:
        raise FootnoteError("Summary sets need the package rouge-score: pip install 'footnote[evaluate]'")
