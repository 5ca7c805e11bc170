"""Ends of sentences that nupunkt misses, and those that it sees where there is none."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from footnote.segment.margins import RAISED, REFERENCE
from footnote.segment.words import COUNTS, MAY_GO_ON, NEVER_LAST, PERHAPS_LAST, TITLES, opens

_REACH = 80  # code points before and after an end that are looked at

# nupunkt takes some words for abbreviations that end sentences ("so", "lit").
_SHORTENED = (
    "vs|etc|cf|ca|al|approx|pp|vol|vols|no|nos|ed|eds|fig|figs|ch|sec|dept|est|cit|ibid|op|viz|resp|incl|max|min|"
    "tel|ext|ft|oz|lb|lbs|hr|hrs|mi|sq|jr|sr|st|jan|feb|mar|apr|jun|jul|aug|sept|oct|nov|dec"
)
_WORD = rf"(?<=\s)(?!(?:{_SHORTENED})\.)[a-z]{{2,}}"
_CLOSED, _OPENED = r"[\"”’)]*", r"[\"“‘(]*"
_MISSED_END = re.compile(
    rf"{_WORD}\.{_CLOSED}()\s+{_OPENED}[A-Z]|"
    rf"\b[ap]\.m\.{_CLOSED}()\s+{_OPENED}"
    r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Eastern|Central|Pacific|[A-Z]{2,})[A-Z]|"
    rf"(?:{_WORD}|\b\d{{4}})\.{_CLOSED}(){REFERENCE}\s+{_OPENED}[A-Z]|"
    rf"(?:{_WORD}(?<=\w{{4}})|\b(?:[Ii]n|since|until|after|before) (?:1\d|20)\d\d)\.(){RAISED}"
)
# These may also shorten or count what follows, so only before a word with small letters behind it: no name.
_CAPITALS = (
    r"(?<=\s)(?!(?:[DM]RS?|MS|SS|STS?|VS|NO|CO|CORP|INC|LTD|PROF|REV|GEN|COL|LT|SGT|CAPT|[JS]R|[FM]T|JJ|MM|PP)\.)"
    r"[A-Z]{2,}"
)
_NUMBER = r"(?<=[a-z]{3}\s)\d{1,3}"
_OPENER = "The|This|That|These|It|Its|He|She|They|We|You|If|When|While|In|On|At|For|But|And|Then|There|A|An|I"
_MEASURE = (  # "5 min. Stir it", but "4 oz. Parmesan cheese", "In 1867 K. Marx wrote"
    rf"(?<=\d )(?:(?:min|sec|hrs?|s|h|[ckm]?m)|"
    rf"(?:oz|ft|lbs?|[km]?g|m?l|K|[kM]?[WV])(?=\.{_CLOSED}\s+{_OPENED}(?:{_OPENER})\b))"
)
_MISSED_IN_ENGLISH = re.compile(
    rf"(?:{_CAPITALS}|{_NUMBER}|{_MEASURE})\.{_CLOSED}()\s+{_OPENED}(?:[A-Z][a-z]+|[AI]),?\s[a-z]"
)
# An end where what follows opens a sentence: "в 1887 г. На открытие", but "в 1990 г. Москва".
_PERHAPS_MISSED = {
    "ru": re.compile(
        r"(?:\b(?:\d{3,4}|[IVXLC]+)\s(?:гг?|вв?)|\bн\.\s?э|\bи\s(?:др|пр|т\.\s?[дп]))\.[»”\"]?()\s+[«„“\"]?[А-ЯЁ]"
    )
}

_TITLE = re.compile(rf"\b(?:{TITLES})\.$")
_NEVER_LAST, _PERHAPS_LAST = (
    {language: re.compile(rf"\b(?:{words})\.$") for language, words in of_language.items()}
    for of_language in (NEVER_LAST, PERHAPS_LAST)
)
_NOTHING = re.compile(r"(?!)")
_GERMAN_ORDINAL = re.compile(
    r"(?:\b(?:[Dd](?:er|ie|as|em|en|es)|[Ii][nm]|[Aa]m|[Zz]u[mr]|[Vv]om|[Bb]eim|ins|ans|"
    r"(?:[Ee]in|[MmDdSs]ein|[Ii]hr|[Uu]nser|[Jj]ed|[Dd]ies)(?:e[mnrs]?)?|"
    r"\d{1,3}\. (?:und|oder|bis|sowie))\s|^)\d{1,3}\.$"
)
_NUMBERED = "(?i:table|figure|fig\\.|section|article|chapter|part|appendix|annex|schedule|box|plate|map)"
# What a sentence goes on with after what: a pair for each.
_GOES_ON = (
    (r"\b\d{1,2}\.$", r"(?:Januar|Februar|März|April|Mai|Ju[nl]i|August|\w{4,5}mber|Oktober)\b"),
    (r", (?:[A-Z][a-z]{1,5}|[A-Z]\.[A-Z])\.$", r"--|[-–—]\s"),  # TORONTO, Ont. – April 22
    (r"\b(?:av|apr|ap)\.$", r"J\.|C\.|Cr"),
    (r"\bJ\.\s?-\s?C\.$", r"[a-zà-ÿ]"),
    (r"(?<![\w.])(?:[A-Z]\.){2,}$", r"[a-z]"),  # R.S.P. holds
    (r"\bcf\.$", ""),
    (rf"^(?:{_NUMBERED})\s\d[\d.]*\.$", r"[A-ZÀ-Þ][^\n.!?]{2,70}(?:\n|$)"),  # Table 1. Outcomes
    (r"(?<!\bav\. )(?<!\bapr\. )(?<!\bap\. )\b[A-Z]\.-[A-Z]\.$", r"[A-ZÀ-Þ][a-zà-ÿ]"),  # J.-C. Rufin
)
_PAIRS = tuple((re.compile(before), re.compile(after)) for before, after in _GOES_ON)
_FOREIGN = (
    (re.compile(rf"(?<!\d )\b(?:{COUNTS})\.$"), re.compile(r"§|\d|[IVXLC]+\b")),  # "5 т." is a measure
    (re.compile(rf"\b(?:{COUNTS}|{MAY_GO_ON})\.$"), re.compile(r"[^\W\d_A-ZÀ-ÞЀ-Я]")),
)


def mended(text: str, ranges: Iterable[tuple[int, int]], language: str) -> Iterator[tuple[int, int]]:
    """Put right the ends that nupunkt is known to miss or to see where there is none."""
    joined: list[tuple[int, int]] = []
    for start, end in ranges:
        if joined and _goes_on(text, joined[-1][0], start, language):
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    for start, end in joined:
        cuts = [
            cut for cut in _missed(text, start, end, language) if not _goes_on(text, start, cut, language)
        ]
        yield from pairwise([start, *cuts, end])


def _missed(text: str, start: int, end: int, language: str) -> list[int]:
    """Return where, inside a range, sentences end that nupunkt has not seen, in order."""
    sentence = text[start:end]
    cuts = [start + match.span(match.lastindex or 0)[1] for match in _MISSED_END.finditer(sentence)]
    if language == "en":
        cuts += [start + match.end(1) for match in _MISSED_IN_ENGLISH.finditer(sentence)]
    perhaps = [start + match.end(1) for match in _PERHAPS_MISSED.get(language, _NOTHING).finditer(sentence)]
    return sorted([*set(cuts), *(cut for cut in perhaps if opens(text[cut : cut + _REACH], language))])


def _goes_on(text: str, start: int, place: int, language: str) -> bool:
    """Say whether the sentence that begins at ``start`` goes on at a place where an end was seen."""
    before = text[max(start, place - _REACH) : place].rstrip()
    after = text[place : place + _REACH].lstrip()
    if _TITLE.search(before) or _NEVER_LAST.get(language, _NOTHING).search(before):
        return True
    counted = language == "de" and _GERMAN_ORDINAL.search(before)
    if counted or _PERHAPS_LAST.get(language, _NOTHING).search(before):
        return not opens(after, language)
    if language != "en" and any(one.search(before) and other.match(after) for one, other in _FOREIGN):
        return True
    return any(one.search(before) and other.match(after) for one, other in _PAIRS)
