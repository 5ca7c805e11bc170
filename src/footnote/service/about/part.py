"""Which part of an article a question wants told: a paragraph, a sentence, a section, its first or last."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from footnote.schema import Sentence
from footnote.service.about.lookedup import Opened
from footnote.service.about.wording import asked, plain

_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_ORDINALE = "erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte".split()
_LAST = ("last", "final", "closing", "concluding", "letzte")
_WHICH = (
    rf"(?P<which>{'|'.join((*_ORDINALS, *_LAST, 'opening', 'introductory'))}|\d{{1,2}}(?:st|nd|rd|th))"
    r"(?P<many> (?:two|three))?"
)
_WELCHE = rf"(?P<which>{'|'.join((*_ORDINALE, 'letzte'))})[nrsm]?"
_UNIT = r"(?P<unit>paragraph|sentence)s?"
_TELL = (
    r"(?:what (?:does|do) |what(?:'s| is|'re| are| stands)(?: said)?(?: in)? |"
    r"(?:read|quote|show|give|cite|repeat|explain|summari[sz]e|sum up|tell)(?: me| us)?"
    r"(?: what is in| what)? )?"
)
_SAY = r"(?: (?:says?|about|is about|are about|tells?(?: us)?))*"
_NAMED = (
    rf"{_TELL}(?:the |its )?{_WHICH} {_UNIT}(?:OF)?{_SAY}",
    rf"{_TELL}paragraph (?:number |no )?(?P<which>\d{{1,2}}){_SAY}",
    rf"was (?:steht|sagt)(?: im| in dem| der)? {_WELCHE} (?P<unit>absatz|satz)(?:OF)?",
)
_BEGINNING = (
    r"how does IT (?:begin|start|open)",
    r"what(?:'s| is) the (?:beginning|opening|introduction|intro|lead|lede)OF",
    r"what does the (?:beginning|opening|introduction|intro)(?:OF)? say",
    r"wie (?:beginnt|fängt) IT(?: an)?",
)
_END = (
    r"how does IT (?:end|finish|close|conclude)",
    r"what(?:'s| is) the (?:end|ending)OF",
    r"wie (?:endet|schließt) IT",
)
_CONCLUSION = (
    r"what(?:'s| is| are) the (?:author's |writer's |article's )?(?:final )?conclusions?OF",
    r"what (?:does|do|did) (?:the (?:authors?|writers?)|ARTICLE) conclude",
    r"what conclusions? (?:does|do|did) (?:the (?:authors?|writers?)|IT) (?:draw|come to|reach|make)",
    r"was ist (?:das fazit|die schlussfolgerung|der schluss)OF",
)
_SECTION = (
    rf"{_TELL}the (?:section|chapter) (?:on |about |called |titled |named |headed )?(?P<title>.+?){_SAY}",
    rf"{_TELL}the (?P<title>.+?) (?:section|chapter){_SAY}",
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
    said = plain(question)
    paragraphs = [tuple(some) for _, some in groupby(opened.sentences, lambda one: one.paragraph)]
    if not paragraphs:
        return None
    for one in _NAMED:
        if match := asked(one, said, opening=opening):
            return _named(match, opened.sentences, paragraphs)
    if any(asked(one, said, opening=opening) for one in _BEGINNING):
        return Part(paragraphs[0])
    if any(asked(one, said, opening=opening) for one in _END):
        return Part(paragraphs[-1])
    if any(asked(one, said, opening=opening) for one in _CONCLUSION):
        return Part(_under(_CONCLUDING, opened.sentences) or paragraphs[-1])
    return _section(said, opened.sentences, opening=opening)


def _named(
    match: re.Match[str], sentences: Sequence[Sentence], paragraphs: Sequence[tuple[Sentence, ...]]
) -> Part:
    groups = match.groupdict()
    unit = "sentence" if groups.get("unit") in ("sentence", "satz") else "paragraph"
    units = [(one,) for one in sentences] if unit == "sentence" else paragraphs
    many = {" two": 2, " three": 3}.get(groups.get("many") or "", 1)
    if groups["which"] in _LAST:
        chosen = units[-many:]
    else:
        first = _number(groups["which"])
        chosen = units[first - 1 : first - 1 + many] if first else []
    return Part(tuple(one for some in chosen for one in some), len(units), unit)


def _number(which: str) -> int:
    if digits := re.match(r"\d+", which):
        return int(digits.group())
    for ordinals in (_ORDINALS, _ORDINALE):
        if which in ordinals:
            return ordinals.index(which) + 1
    return 1  # "opening", "introductory"


def _section(said: str, sentences: Sequence[Sentence], *, opening: bool) -> Part | None:
    for one in _SECTION:
        if match := asked(one, said, opening=opening):
            title = re.compile(rf"\b{re.escape(match['title'])}\b", re.IGNORECASE)
            if found := _under(title, sentences):
                return Part(found)
    return None


def _under(title: re.Pattern[str], sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """Return the sentences under the last heading in which ``title`` stands."""
    headings = [one.heading for one in sentences if title.search(" ".join(plain(one.heading).split()))]
    return tuple(one for one in sentences if headings and one.heading == headings[-1])
