"""Which stretch of an article a question wants summarised: its second half, its last third, its middle."""

import re

from footnote.schema import Sentence
from footnote.service.about.ending import body
from footnote.service.about.lookedup import Opened
from footnote.utterance import wish

_SUMMARISE = r"(?:summari[sz]e\w*|summary|sum up|recap|gist|overview|tl ?dr|zusammen\w*)"
_AMONG = {"half": 2, "hälfte": 2, "third": 3, "drittel": 3, "quarter": 4, "viertel": 4, "part": 3, "teil": 3}
_PLACES = {"first": 0, "opening": 0, "erste": 0, "second": 1, "middle": 1, "zweite": 1, "mittlere": 1}
_PLACES |= {"third": 2, "dritte": 2}
_PLACES |= dict.fromkeys(("other", "latter", "last", "final", "closing", "letzte"), -1)
_NAMED = {"beginning": 0, "start": 0, "anfang": 0, "middle": 1, "mitte": 1, "end": 2, "ending": 2, "ende": 2}
_SHARE = re.compile(rf"\b(?P<place>{'|'.join(_PLACES)})[nrs]? (?P<share>{'|'.join(_AMONG)})\b")
_WANTED = wish(
    # Of a match the second half is told of; of an article it is wanted where that or a summary is named.
    rf"article|{_SUMMARISE}",
    r"^(?!.*\b(?:who|when|where|which|how many|how much|did|was|were|wer|wann|wo)\b)",
    rf"{_SHARE.pattern}|{'|'.join(_NAMED)}",
    f"{' '.join(f'{place} {place}n {place}s' for place in _PLACES)} {' '.join((*_AMONG, *_NAMED))} summarise "
    "summarize summary sum up recap gist overview tl dr tldr short brief briefly explain say says happens "
    "content contents zusammen fasse fass zusammenfassen zusammenfassung",
)
_ASKS_FOR_SUMMARY = re.compile(rf"\b{_SUMMARISE}\b")


def stretch(question: str, opened: Opened, *, opening: bool) -> tuple[Sentence, ...]:
    """Return the sentences of the stretch that a question wants, none where it wants something else."""
    said = _WANTED.said(question, opening=opening)
    shares = _shares(said) if said else None
    if shares is None or not opened.sentences:
        return ()
    sentences, (place, among) = body(opened), shares
    start, end = sentences[0].start, sentences[-1].end
    first, last = (start + (end - start) * one // among for one in (place, place + 1))
    return tuple(one for one in sentences if first <= (one.start + one.end) // 2 < last)


def _shares(said: str) -> tuple[int, int] | None:
    """Return which of how many equal stretches is meant, both as numbers: (1, 2) is the second half."""
    if found := _SHARE.search(said):
        place, among = _PLACES[found["place"]], _AMONG[found["share"]]
        among = 2 if (found["share"], place) == ("part", 1) and "middle" not in said else among
        place = among - 1 if place < 0 else place
        return (place, among) if place < among else None
    if not _ASKS_FOR_SUMMARY.search(said):
        return None
    return next(((place, 3) for name, place in _NAMED.items() if re.search(rf"\b{name}\b", said)), None)
