"""Does the best sentence tell of another ruler, of no birth, death or victory, of whom it was done to?

A question that only seems answerable has all the sentence's words, but one of them in another part. Besides
opposites (see opposition.py) this is said of none of 41,500 sentences that answer questions about written
articles, and of at most 193 of 33,500 that are likest to questions which have no answer; of 1,400 from SQuAD
of two, where the answer to where somebody was born is "Ratzel of Germany". It was narrowed after the count.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from footnote.answer.fewwords import answered_by_yes_or_no
from footnote.answer.headed import read_as
from footnote.answer.opposition import turned_round
from footnote.answer.ranking import Ranked
from footnote.answer.telling import telling
from footnote.schema import Span

_LOOKED_AT = 4  # of the best sentences
_RULER = re.compile(r"\b(?P<name>[A-ZÀ-Þ][\w’-]+) [IVX]+\b")
_PLACE_OR_TIME = (
    r"\b(?:when|where|(?:what|which) (?:year|day|date|month|century|city|town|place|village|country|age|"
    r"hospital|house|island))\b"
)


@dataclass(frozen=True, slots=True)
class _Event:
    """What asks for it, what every sentence that tells of it has one of, and what names it."""

    asked: re.Pattern[str]
    told: re.Pattern[str]
    named: re.Pattern[str]


def _event(asked: str, told: str, named: str) -> _Event:
    return _Event(*(re.compile(one, re.IGNORECASE) for one in (asked, told, named)))


_VICTORY = (
    r"\b(?:w[io]n(?:s|ning|ners?)?|victor\w*|triumph\w*|prevail\w*|succe(?:ed|ss)\w*|conquer\w*|conquest\w*|"
    r"champion\w*|prizes?|medal\w*|gold|silver|bronze|titles?|cups?|troph\w+|award\w*|honou?r\w*|laureate\w*|"
    r"beat(?:s|en|ing)?|defeat\w*|overc[ao]me\w*|outplayed|outbid|rout(?:s|ed)?|surrender\w*|capitulat\w*|"
    r"(?:re-?)?elect\w*|votes?|major\w*|seats?|ballots?|chos[ei]n?|choose\w*|choice|select\w*|pick(?:s|ed)?|"
    r"appoint\w*|grant\w*|secured|clinch\w*|earn\w*|first|best|top\w*|ruled|ruling|favou?r\w*|judg\w+)\b"
)
_EVENTS = (
    _event(
        rf"{_PLACE_OR_TIME} (?:was|were) (?:(?-i:[A-ZÀ-Þ])|s?he\b)[^,]*\bborn\b",
        r"\b(?:born|birth\w*|nativ\w+|b\.|came into|emerg\w+|originat\w+|arose|began (?:in|at|as)\b|"
        r"(?:was|were) (?:founded|created|invented|established))|\(.{0,200}\d{4}|\d{4} ?[–-] ?\d",
        r"\b(?:born|birth)\b",
    ),
    _event(
        rf"{_PLACE_OR_TIME} did (?:(?-i:[A-ZÀ-Þ])|s?he\b)[^,]*\bdie\b(?! (?:out|down|away|off)\b)",
        r"\b(?:die[sd]?|dying|death\w*|dead|kill\w*|murder\w*|execut\w*|assassin\w*|drown\w*|perish\w*|"
        r"buried|grave|funeral|hang\w*|behead\w*|shot|stabb\w+|suicide|pass\w* away|live[sd]?|until|lost|"
        r"last|end\w*|age[sd]?|f[ae]ll|widow\w*|succumb\w*|slain|fatal\w*|own li(?:fe|ves)|body|unresponsive|"
        r"collaps\w*)\b|\d{4} ?[–-] ?\d",
        r"\b(?:died|dies|death)\b",
    ),
    _event(
        r"\W*(?:who |(?:which|what) (?:[\w-]+ ){1,3})won\b(?!['’])"
        r"(?!.* (?:over|independence|freedom|fame|hearts?|support|praise|respect)\b)",
        rf"{_VICTORY}|\b(?:lost|lose[rs]?|losing|go(?:es)? to|went to|gone to|given to|took|take[ns]?|"
        r"got|gets|end(?:s|ed|ing)|dr[ae]wn?|gain\w*|receiv\w+|land(?:s|ed|ing)|accept\w*|signed|agreed with|"
        r"sentence\w*|acquit\w*|f[ae]ll|fallen|ahead|clear|finish\w*|cross\w*|crush\w*|thrash\w*|through|"
        r"fled|forced?|bec[ao]mes?|returned|power|upheld|dismissed|per ?cent)\b|%|"
        r"\d ?[–:-] ?\d",
        _VICTORY,
    ),
)
_NAMED = re.compile(r"(?<=\w )[A-ZÀ-Þ][\w-]+")
_PRONOUN = re.compile(r"\b(?:he|she|his|her)\b", re.IGNORECASE)
_WHO_ACTS = re.compile(r"\W*whom?\b(?!['’]s| (?:is|was|are|were)\b)", re.IGNORECASE)
_NAME = r"[A-ZÀ-Þ][\w’'-]*(?: (?:(?:of|the|de|von|van) )?[A-ZÀ-Þ][\w’'-]*)*"
_NAME_NEXT = re.compile(rf", (?:the )?(?P<name>{_NAME})(?=[,.;:)]|$)")
_DONE = re.compile(r"\W*(?:who|what|which \w+) (?P<verb>\w+ed) (?P<thing>.+)", re.IGNORECASE)


def tells_another(question: str, ranked: Sequence[Ranked]) -> bool:
    """Say whether the best sentence shows that it answers another question, of those not for yes or no.

    It shows so only where none of the next best has what it lacks.
    """
    if answered_by_yes_or_no(question):
        return False
    best, sentence = ranked[0], ranked[0].candidate.text
    others = [one.candidate.text for one in ranked[1:_LOOKED_AT]]
    words, before = best.span.text if best.span else "", best.candidate.start
    return (
        turned_round(question, sentence, " ".join(others))
        or _lacks_the_event(question, read_as(best.candidate), others)
        or _names_another_ruler(question, sentence, " ".join(others), words)
        or (best.span is not None and _is_the_other(question, sentence, best.span, before))
    )


def _lacks_the_event(question: str, sentence: str, others: Sequence[str]) -> bool:
    """Say whether a birth, a death or a victory is asked for and a sentence tells of none."""
    lacked = [event for event in _EVENTS if event.asked.search(question) and not event.told.search(sentence)]
    told = [one for one in others if _may_be_of_whom(question, one)]
    return any(not any(map(event.named.search, told)) for event in lacked)


def _may_be_of_whom(question: str, sentence: str) -> bool:
    """Say whether a sentence has a name of the question, or may mean it: "She was born in Tromsø"."""
    names = {name[0] for name in _NAMED.finditer(question)}
    return not names or bool(_PRONOUN.search(sentence)) or any(name in sentence for name in names)


def _names_another_ruler(question: str, sentence: str, others: str, words: str) -> bool:
    """Say whether a sentence has "Tamas II" where "Tamas I" is asked of, and not as the words that answer."""
    found = {one[0] for one in _RULER.finditer(f"{sentence} {others}")}
    for asked in _RULER.finditer(question):
        told = {one[0] for one in _RULER.finditer(sentence) if one["name"] == asked["name"]}
        if told and asked[0] not in found and not any(name in words for name in told):
            return True
    return False


def _is_the_other(question: str, sentence: str, span: Span, before: int) -> bool:
    """Say whether a span is whom the question names, or to whom it was done; the sentence is at ``before``.

    "her half-brother, Joren" is not who put down the revolt against Joren, and where "starch was replaced by
    polymers" it is not starch that replaced them.
    """
    start, end = span.start - before, span.end - before
    return _is_named(question, sentence, start, end) or _is_done_to(question, sentence[end:])


def _is_named(question: str, sentence: str, start: int, end: int) -> bool:
    """Say whether a range stands beside a name that the question has, as another word for whom it names.

    A name is no such word: "Ole Berg, Norway" is one of Norway.
    """
    name, words = _NAME_NEXT.match(sentence, end), sentence[start:end].split()
    if name is None or not _WHO_ACTS.match(question) or not words or words[-1][0].isupper():
        return False
    others = "’s " in sentence[start:end] or "'s " in sentence[start:end]
    listed = sentence[:start].rstrip().endswith((" and", " or", ","))
    said = re.search(rf"\b{re.escape(name['name'])}\b", question)
    return said is not None and not others and not listed


def _is_done_to(question: str, after: str) -> bool:
    """Say whether what stands behind a range has "done by X" where the question asks who has done it to X."""
    asked = _DONE.match(question)
    if asked is None:
        return False
    done = re.search(rf"(?<!\bas )\b{asked['verb']} by (?P<doer>[^,;.]+)", after)
    doer = telling(done["doer"]) if done else set()
    return bool(doer) and doer <= telling(asked["thing"])
