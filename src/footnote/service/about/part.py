"""Which part of an article a question wants told: a paragraph, a sentence, a section, its first or last."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from footnote.schema import Sentence
from footnote.service.about.lookedup import Opened
from footnote.utterance import plain, wish

_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_ORDINALE = "erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte".split()
_FIRST = "opening introductory".split()
_LAST = "last final closing concluding letzte letzten letzter".split()
_ORDINALE_NRS = [f"{one}{end}" for one in _ORDINALE for end in ("", "n", "r", "s")]
_ORDER = "|".join((*_ORDINALS, *_FIRST, *_LAST, *_ORDINALE_NRS, r"\d{1,2}(?:st|nd|rd|th)?"))
_SENTENCE, _PARAGRAPH = r"\b(?:sentences?|lines?|satz|sätze|zeile)\b", r"\b(?:paragraphs?|absatz|absätze)\b"
_TELL = (
    "read quote print paste cite repeat explain summarise summarize sum up copy write out say says said tell "
    "tells state states exactly verbatim full stand stands steht lautet see"
)
_NAMED = wish(
    f"{_SENTENCE}|{_PARAGRAPH}",
    _ORDER,
    f"{_TELL} word {' '.join((*_ORDINALS, *_FIRST, *_LAST, *_ORDINALE_NRS))} paragraph paragraphs sentence "
    "sentences line lines number no absatz absätze satz sätze zeile sagt # two three 1st 2nd 3rd 4th 5th 6th "
    "7th 8th 9th 10th",
)
_BEGINNING = wish(
    "beginning|introduction|intro|lead|lede|(?:begin|start|open)s?(?: article)?$|beginnt|anfang|einleitung|"
    "fängt",
    f"{_TELL} beginning introduction intro lead lede begin begins start starts open opens beginnt anfang "
    "einleitung fängt section part an",
    named=True,
)
_END = wish(
    "end|ending|(?:end|finish|close)s?(?: article)?$|endet|ende|schluss",
    f"{_TELL} end ends ending finish finishes close closes endet ende schluss",
    named=True,
)
_CONCLUSION = wish(
    "conclusions?|conclude[sd]?|wraps?|closing remarks|final thoughts|fazit|schlussfolgerung(?:en)?",
    f"{_TELL} conclusion conclusions conclude concludes concluded wrap wraps closing remarks final thoughts "
    "author authors writer draw reach come section part fazit schlussfolgerung schlussfolgerungen autor",
    named=True,
)
_SECTION = re.compile(
    r"(?:what (?:does|do|is in|is) |(?:read|quote|show|give|summari[sz]e|sum up|tell)(?: me| us)? )?the "
    r"(?:(?:section|chapter) (?:on |about |called |titled |named |headed )?(?P<title>.+?)|"
    r"(?P<name>.+?) (?:section|chapter))(?: (?:says?|about|tells?(?: us)?))*"
)
_CONCLUDING = re.compile(
    r"\b(?:conclusions?|concluding|summary|outlook|final thoughts|fazit|schluss|ausblick)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Part:
    """Neighbouring sentences of an article; none where it has no such part, of which there are ``count``."""

    sentences: tuple[Sentence, ...]
    count: int = 0
    unit: str = ""


def asked_part(question: str, opened: Opened, *, opening: bool) -> Part | None:
    """Return the part that a question wants told, None where it asks something else."""
    paragraphs = [tuple(some) for _, some in groupby(opened.sentences, lambda one: one.paragraph)]
    if not paragraphs:
        return None
    if said := _NAMED.said(question, opening=opening):
        return _named(said, opened.sentences, paragraphs)
    if _BEGINNING.said(question, opening=opening):
        return Part(paragraphs[0])
    if _CONCLUSION.said(question, opening=opening):
        return Part(_under(_CONCLUDING, opened.sentences) or paragraphs[-1])
    if _END.said(question, opening=opening):
        return Part(paragraphs[-1])
    return _section(plain(question), opened.sentences)


def _named(said: str, sentences: Sequence[Sentence], paragraphs: Sequence[tuple[Sentence, ...]]) -> Part:
    """Return the paragraph or the sentence that is named; the sentence of a paragraph where both are."""
    both = re.search(rf"(.*{_SENTENCE}.*?)\b(?:of|in|im|des|from)\b(.*{_PARAGRAPH}.*)", said)
    if both:
        inside = _of(both[2], "paragraph", paragraphs)
        return _of(both[1], "sentence", [(one,) for one in inside.sentences]) if inside.sentences else inside
    if re.search(_SENTENCE, said):
        return _of(said, "sentence", [(one,) for one in sentences])
    return _of(said, "paragraph", paragraphs)


def _of(said: str, unit: str, units: Sequence[tuple[Sentence, ...]]) -> Part:
    which = re.search(rf"\b(?:{_ORDER})\b", said)
    several = re.search(r"\b(two|three|2|3)\b (?:paragraphs|sentences|lines)", said)
    many = {"two": 2, "2": 2, "three": 3, "3": 3}[several[1]] if several else 1
    if which and which.group() in _LAST:
        chosen = units[-many:]
    else:
        first = _number(which.group()) if which else 0
        chosen = units[first - 1 : first - 1 + many] if first else []
    return Part(tuple(one for some in chosen for one in some), len(units), unit)


def _number(which: str) -> int:
    if digits := re.match(r"\d+", which):
        return int(digits.group())
    for ordinals in (_ORDINALS, _ORDINALE):
        for place, one in enumerate(ordinals):
            if which.startswith(one):
                return place + 1
    return 1  # "opening", "introductory"


def _section(said: str, sentences: Sequence[Sentence]) -> Part | None:
    match = _SECTION.fullmatch(said)
    name = re.sub(r" (?:of |in )?article$", "", (match["title"] or match["name"]) if match else "")
    found = _under(re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE), sentences) if name else ()
    return Part(found) if found else None


def _under(title: re.Pattern[str], sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """Return the sentences under the last heading in which ``title`` stands."""
    headings = [one.heading for one in sentences if title.search(" ".join(one.heading.split()))]
    return tuple(one for one in sentences if headings and one.heading == headings[-1])
