"""What is measured of summaries: ROUGE of the short ones beside Lead-3, and of each style what it covers.

Lead-3, the first three sentences, is the baseline that news summaries are hard to better than: raw as
the text came, and cleaned, which are the first three sentences that Footnote itself could have taken.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from footnote.evaluate.measures import Measure, measure
from footnote.evaluate.report import Positions, SetReport
from footnote.evaluate.shared_measures import pointers, timings
from footnote.evaluate.summaries import Summarised, SummaryOutcome, rouge

_TITLES = {"rouge1": "ROUGE-1", "rouge2": "ROUGE-2", "rougeL": "ROUGE-L"}
_TENTHS = 10

Scores = Mapping[str, Sequence[float]]


def report_summaries(name: str, digest: str, outcomes: Sequence[SummaryOutcome]) -> SetReport:
    """Return the measures of a summary set; means are over summaries, shares over what they count."""
    styles = dict.fromkeys(outcome.style for outcome in outcomes)
    found: list[Measure] = []
    positions: list[Positions] = []
    for style in styles:
        own = [outcome for outcome in outcomes if outcome.style == style]
        found += _against_lead(own) if style == "short" else []
        found += _covered(style, [outcome.summarised for outcome in own])
        places = [place for outcome in own for place in outcome.summarised.places]
        tenths = np.histogram(places, bins=_TENTHS, range=(0, 1))[0]
        positions.append(Positions(style, tuple(int(count) for count in tenths)))
    model = outcomes[0].summarised.model if outcomes else ""
    return SetReport(name, digest, model, tuple(found), summaries=tuple(outcomes), positions=tuple(positions))


def _against_lead(outcomes: Sequence[SummaryOutcome]) -> list[Measure]:
    """Measure ROUGE of summary and leads, and how far the summary is above the cleaned lead, by article."""
    kept = [outcome.summarised for outcome in outcomes]
    references = [outcome.case.reference for outcome in outcomes]
    own = rouge([one.summary for one in kept], references)
    raw = rouge([one.lead_raw for one in kept], references)
    cleaned = rouge([one.lead_cleaned for one in kept], references)
    above = {name: [a - b for a, b in zip(own[name], cleaned[name], strict=True)] for name in own}
    return [
        *_named("", own),
        *_named(" of Lead-3", raw),
        *_named(" of Lead-3 cleaned", cleaned),
        *_named(" above Lead-3 cleaned", above),
        measure("words of Lead-3", [len(one.lead_raw.split()) for one in kept]),
        measure("words of Lead-3 cleaned", [len(one.lead_cleaned.split()) for one in kept]),
    ]


def _named(of: str, scores: Scores) -> list[Measure]:
    return [measure(_TITLES[name] + of, values) for name, values in scores.items()]


def _covered(style: str, kept: Sequence[Summarised]) -> list[Measure]:
    """Measure a style's length, citations and coverage.

    A text that came without line breaks is one paragraph, so stretches of six sentences are counted too.
    """
    cited = [place < one.sentences_cited for one in kept for place in range(one.sentences)]
    found = [
        measure("sentences", [one.sentences for one in kept]),
        measure("sentences cited", cited),
        pointers((one.pointers_valid, one.pointers) for one in kept),
        measure("paragraphs covered", [one.paragraphs_covered / max(1, one.paragraphs) for one in kept]),
        measure("stretches of six sentences covered", [one.stretches_covered for one in kept]),
        measure("words", [len(one.summary.split()) for one in kept]),
        measure(
            "... of the article's", [len(one.summary.split()) / max(1, one.article_words) for one in kept]
        ),
        measure("composed by the model", [one.composed_by == "model" for one in kept]),
        *timings([one.timings for one in kept])[2:],  # a summary retrieves nothing
    ]
    return [Measure(f"{style}: {m.name}", m.value, m.low, m.high, m.count) for m in found]
