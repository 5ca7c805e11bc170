"""Which part of an article a question wants told: a paragraph, a sentence, a section, its first or last."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from footnote.schema import Sentence
from footnote.service.about.ending import concluding, ending
from footnote.service.about.labelled import labelled
from footnote.service.about.lookedup import Opened
from footnote.service.about.section import section, whole
from footnote.service.about.stretch import stretch
from footnote.service.about.words import Words, words_for
from footnote.utterance import Wish, plain, wish

_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_ORDINALE = "erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte".split()
_ORDINALE_NRS = [f"{one}{end}" for one in _ORDINALE for end in ("", "n", "r", "s")]
_FIRST = "opening introductory".split()
_LAST = "last final closing concluding letzte letzten letzter".split()
_LAST_BUT_ONE = "penultimate vorletzte vorletzten vorletzter".split()
_NUMBERS = dict(zip("two three four five six seven eight nine".split(), range(2, 10), strict=True))
_ORDERS = (*_ORDINALS, *_FIRST, *_LAST, *_LAST_BUT_ONE, *_ORDINALE_NRS)
_ORDER = rf"second to last|{'|'.join(_ORDERS)}|\d{{1,2}}(?:st|nd|rd|th)"
_UNITS = {"sentence": "sentences?|lines?|satz|sätze|zeile", "paragraph": "paragraphs?|absatz|absätze"}
_TELL = (
    "read quote print paste cite repeat explain summarise summarize sum up copy write out say says said tell "
    "tells state states exactly verbatim full stand stands steht lautet see zitiere zitier lies vor vorlesen"
)
_VERBATIM = re.compile(
    r"\b(?:quote|verbatim|exactly|read|print|copy|write out|paste|cite|full|zitiere?|lies|vorlesen)\b"
)
_TOLD = (  # "When did it end?" and "Who concluded?" ask for what is told of, not for a part of the article
    r"^(?:(?:please|can you|could you|and|so|ok|sorry) )*(?:how|what is|what are|what does|what do|show|"
    r"give|read|quote|tell|print|paste|copy|repeat|summari[sz]e|explain|the|its|is there|does article|does "
    r"it have|article|beginning|introduction|intro|ending|end|conclusions?|wie|was|zeig|gib|lies|zitiere?|"
    r"einleitung|anfang|ende|schluss|fazit)\b(?!.*\b(?:did|will|when|who|wann|wer)\b)"
)
_NAMED = wish(
    "|".join(_UNITS.values()),
    rf"{_ORDER}|\d",
    f"{_TELL} word {' '.join(_ORDERS)} {' '.join(_NUMBERS)} paragraph paragraphs sentence sentences line "
    "lines number no absatz absätze satz sätze zeile sagt # 1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th",
)
_BEGINNING = wish(
    _TOLD,
    "beginning|introduction|intro|lede|(?:begin|start|open)s?(?: article)?$|beginnt|anfang|einleitung|fängt",
    f"{_TELL} beginning introduction intro lede begin begins start starts open opens beginnt anfang "
    "einleitung fängt section part an",
    named=True,
)
_END = wish(
    _TOLD,
    "end|ending|(?:end|finish|close)s?(?: article)?$|endet|ende|schluss",
    f"{_TELL} end ends ending finish finishes close closes endet ende schluss",
    named=True,
)
_CONCLUSION = wish(
    _TOLD,
    "conclusions?|conclude[sd]?|wraps?|closing remarks|final thoughts|fazit|schlussfolgerung(?:en)?",
    f"{_TELL} conclusion conclusions conclude concludes concluded wrap wraps closing remarks final thoughts "
    "author authors writer draw reach come section part fazit schlussfolgerung schlussfolgerungen autor",
    named=True,
)
_SHORT = 4  # sentences of a clause that are quoted unasked


@dataclass(frozen=True, slots=True)
class Part:
    """Neighbouring sentences of an article, to be quoted as a whole if ``verbatim``.

    Where there are none, ``missing`` says how many there are to choose from.
    """

    sentences: tuple[Sentence, ...]
    verbatim: bool = False
    missing: str = ""


def asked_part(question: str, opened: Opened, *, opening: bool) -> Part | None:
    """Return the part that a question wants told, None where it asks something else."""
    if said := _NAMED.said(question, opening=opening):
        return _named(said, opened.sentences, words_for(question))
    if found := stretch(question, opened, opening=opening):
        return Part(found)
    for known, sentences_of in _ENDS:
        if (said := known.said(question, opening=opening)) and opened.sentences:
            return Part(sentences_of(opened), bool(_VERBATIM.search(said)))
    if found := labelled(question, opened):
        return Part(found, len(found) <= _SHORT or bool(_VERBATIM.search(plain(question))))
    if found := section(question, opened) or whole(question, opened, opening=opening):
        return Part(found, bool(_VERBATIM.search(plain(question))))
    return None


def _paragraphs(sentences: Sequence[Sentence]) -> list[tuple[Sentence, ...]]:
    return [tuple(some) for _, some in groupby(sentences, lambda one: one.paragraph)]


_ENDS: tuple[tuple[Wish, Callable[[Opened], tuple[Sentence, ...]]], ...] = (
    (_BEGINNING, lambda opened: _paragraphs(opened.sentences)[0]),
    (_CONCLUSION, concluding),
    (_END, ending),
)


def _named(said: str, sentences: Sequence[Sentence], words: Words) -> Part | None:
    """Return the paragraph or the sentence that is named; the sentence of a paragraph where both are."""
    paragraphs = _paragraphs(sentences)
    within, inside = _range(said, "paragraph"), _range(said, "sentence")
    chosen = tuple(one for some in paragraphs[within] for one in some) if within else tuple(sentences)
    if within and not chosen:
        return Part((), missing=words.article_has.format(words.count(len(paragraphs), "paragraph")))
    if inside is None:
        return Part(chosen, bool(_VERBATIM.search(said))) if within else None
    has = words.paragraph_has if within else words.article_has
    return Part(chosen[inside], verbatim=True, missing=has.format(words.count(len(chosen), "sentence")))


def _range(said: str, unit: str) -> slice | None:
    """Return which of the units are named; None where none is."""
    noun = f"(?:{_UNITS[unit]})"
    several = rf"(?P<few>{'|'.join(_NUMBERS)}|[2-9])"
    found = re.search(
        rf"\b(?P<order>{_ORDER})(?: {several})? {noun}\b|\b{several.replace('few', 'many')} (?P<end>first|"
        rf"last) {noun}\b|\b{noun} (?:number |no )?(?P<number>\d{{1,3}})\b",
        said,
    )
    if not found:
        return None
    few = found["few"] or found["many"] or "1"
    count = _NUMBERS.get(few) or int(few)
    return _slice(found["order"] or found["end"] or found["number"], count)


def _slice(order: str, count: int) -> slice:
    if order in _LAST:
        return slice(-count, None)
    if order == "second to last" or order in _LAST_BUT_ONE:
        return slice(-2, -1)
    first = _number(order)
    return slice(first - 1, first - 1 + count) if first else slice(0, 0)


def _number(order: str) -> int:
    if digits := re.match(r"\d+", order):
        return int(digits.group())
    for ordinals in (_ORDINALS, _ORDINALE):
        for place, one in enumerate(ordinals):
            if order.startswith(one):
                return place + 1
    return 1  # "opening", "introductory"
