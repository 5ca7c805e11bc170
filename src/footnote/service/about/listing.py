"""What an article names of a sort, listed: its dates as a timeline, its figures, its people."""

import re
from collections.abc import Callable, Sequence
from itertools import groupby

from footnote.numerals import MONTHS
from footnote.schema import Answer, Span
from footnote.service.about.hours import entries
from footnote.service.about.lookedup import Line, Opened, looked_up
from footnote.service.about.minutes import actions, decisions
from footnote.service.about.people import first_of_each, interviewed, people, speakers
from footnote.service.about.words import Words, words_for
from footnote.utterance import Wish, plain, wish

_MOST, _MOST_HOURS = 10, 24
_OF_AN_HOUR = 2  # sentences, as the second may take back the first
_STANDS = (
    "list lists listed extract pull out put collect mentioned named given found stand stands appear appears "
    "used contained contain contains main key important names name involved auflisten liste aufzählen "
    "genannt erwähnt vorkommen kommen vor stehen stehend refer refers say table one per line"
)
_NOT_COUNTED = "^(?!.*(?:how (?:many|much)|what do(?:es)? .*show|most (?!important)))"
_DATES = wish(
    _NOT_COUNTED,
    "dates|timeline|time line|chronology|chronological|years?|when.* all .*happen|what happened when|"
    "datumsangaben|zeitangaben|zeitleiste|zeitstrahl|chronologie|jahreszahlen",
    f"{_STANDS} dates timeline time line chronology chronological years year events happen happened order "
    "sequence make create draw build short brief datumsangaben zeitangaben zeitleiste zeitstrahl chronologie "
    "jahreszahlen erstelle mach",
)
_FIGURES = wish(
    _NOT_COUNTED,
    r"^(?!.*\bwho\b)",
    "numbers|figures|statistics|stats|percentages|amounts?|zahlen|statistiken",
    f"{_STANDS} most numbers figures statistics stats percentages amounts amount money data zahlen "
    "statistiken wichtigsten",
)
_PEOPLE = wish(
    _NOT_COUNTED,
    "people|persons?|individuals|characters|who is who|who (?:is|are|gets) (?:all )?(?:mentioned|named|"
    "involved)|who appears|personen|leute|menschen|wer wird",
    f"{_STANDS} people persons person individuals characters roles role table personen leute menschen",
)
_QUOTED = wish(
    _NOT_COUNTED,
    "quotes?|quotations?|quoted|interviewed|interviewee|who (?:says|said) what|zitate?|zitiert",
    f"{_STANDS} quotes quote quotations quotation quoted cited interviewed interviewee says said speaker "
    "speakers direct people persons their zitate zitat zitiert",
)
_HEADINGS = wish(
    _NOT_COUNTED,
    "sections|headings|subheadings|chapters|table of contents|abschnitte|kapitel|überschriften|gliederung",
    f"{_STANDS} sections headings subheadings chapters table contents structure abschnitte kapitel "
    "überschriften gliederung",
)
_ALL_OF = "^(?:(?:please|can you|could you|and|so) )*"
_DEMANDED = "what|which|list|name|show|give|tell|pull|extract"
_DECISIONS = wish(
    _NOT_COUNTED,
    f"{_ALL_OF}(?:{_DEMANDED}|decisions)",
    "decisions?|decided|agreed|resolutions?|resolved",
    f"{_STANDS} decisions decision decided made taken reached agreed upon resolutions resolution resolved "
    "meeting minutes",
)
_ACTIONS = wish(
    _NOT_COUNTED,
    f"{_ALL_OF}(?:{_DEMANDED}|action)",
    "action items?|action points?|actions|to dos?|todos?",
    f"{_STANDS} action actions item items point points dos todo todos do agreed meeting minutes",
)
_QUOTED_OF = re.compile(
    r"(?:please )?(?:(?:give|show|find|list|cite)(?: me)?(?: all| some| the| an?)* )?(?:quotes?|quotations?|"
    r"statements?) (?:by|from|of) (?P<x>.+?)(?: in article)?|(?:quote|cite) (?P<y>.+?)"
)
_YEAR = r"(?:1\d|20)\d\d"
_MONTH = rf"(?:{MONTHS}|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember)"
_DAY = r"\d{1,2}(?:st|nd|rd|th|\.)?"
# A month alone is one after a word that says so, as "may", a march and an August are none; so is a year.
_TIME = (
    r"(?:in|since|by|until|till|during|early|late|mid|year|last|next|this|seit|bis|im|ab|anfang|ende|"
    r"mitte|jahr)"
)
_PERHAPS_TIME = r"(?:from|to|of|between|and|before|after|around|about|von)"
_DATE = re.compile(
    rf"\b{_DAY} (?:of )?{_MONTH}\b(?:,? {_YEAR}\b)?|\b{_MONTH} \d{{1,2}}\b(?!:)(?:,? {_YEAR}\b)?|"
    rf"\b{_MONTH},? {_YEAR}\b|(?i:\b{_TIME}[ -])(?:the )?(?:{_MONTH}\b|{_YEAR}s?\b(?![.,]?\d))|"
    rf"(?i:\b{_PERHAPS_TIME} ){_YEAR}\b(?![.,]?\d)(?! (?:[a-z]+s|men|women|people|children)\b)"
)
_ROUGHLY = re.compile(
    rf"^(?!(?i:early|late|mid|anfang|ende|mitte)\b)(?i:{_TIME}|{_PERHAPS_TIME})[ -](?:the )?(.+)$"
)
_FIGURE = re.compile(r"[$€£]? ?\b\d[\d.,]*\d\b(?: (?:percent|per cent|million|billion|trillion))?|\b\d+\b%?")

_BRACKETS = re.compile(r"\([^()]*\)")  # a source and its date, as a rule


def listed(question: str, opened: Opened, *, opening: bool) -> Answer | None:
    """Return the list that a question wants; None for another question, or where there is nothing to list."""
    for known, lines in _LISTS:
        if known.said(question, opening=opening):
            words = words_for(question)
            found = lines(opened)
            caution = [Line(f"\n{words.not_all}")] if lines in (_people, _quoted) else []
            hourly = lines is _dates and bool(entries(opened))
            dated = sum(bool(re.search(_YEAR, one.said)) for one in found) if lines is _dates else len(found)
            if 2 * dated < len(found) and not hourly:
                caution = [Line(f"\n{words.in_order}")]
            return _list(question, found, words, caution, _MOST_HOURS if hourly else _MOST)
    if match := _QUOTED_OF.fullmatch(plain(question)):
        called = (match["x"] or match["y"]).split()
        told = [person for person in speakers(opened) if _is_called(person.name, called)]
        return _list(question, [Line("-", (person.sentence,)) for person in told], words_for(question))
    return None


def _is_called(name: str, words: Sequence[str]) -> bool:
    return bool(words) and name.lower().split()[-len(words) :] == words


def _list(
    question: str, found: Sequence[Line], words: Words, caution: Sequence[Line] = (), most: int = _MOST
) -> Answer | None:
    more = [Line(f"- {words.more.format(len(found) - most)}")] if len(found) > most else []
    return looked_up(question, [*found[:most], *more, *caution]) if found else None


def _dates(opened: Opened) -> Sequence[Line]:
    """Return the sentences with a date, by their years where each has one, else as they stand.

    Where an article tells hour by hour it is the hours that are wanted.
    """
    if hourly := entries(opened):
        return [one.line(opened, _OF_AN_HOUR, "- ") for one in hourly]
    text, found = opened.article.text, []
    for one in opened.told:
        if date := _DATE.search(_BRACKETS.sub("", text[one.start : one.end])):
            words = " ".join(_ROUGHLY.sub(r"\1", date.group()).split())
            line = Line(f"- {words}:", (Span.of(opened.article, one.start, one.end),))
            found.append((re.search(r"\d{4}", words), line))
    if all(year for year, _ in found):
        found.sort(key=lambda one: int(one[0].group()) if one[0] else 0)
    return [line for _, line in found]


def _figures(opened: Opened) -> Sequence[Line]:
    text, lines = opened.article.text, []
    for one in opened.told:
        if _FIGURE.search(_DATE.sub(" ", _BRACKETS.sub("", text[one.start : one.end]))):
            lines.append(Line("-", (Span.of(opened.article, one.start, one.end),)))
    return lines


def _people(opened: Opened) -> Sequence[Line]:
    return [Line(f"- {one.name}:", (one.sentence,)) for one in first_of_each(people(opened))]


def _quoted(opened: Opened) -> Sequence[Line]:
    told = interviewed(opened) or first_of_each(speakers(opened))
    return [Line(f"- {one.name}:", (one.sentence,)) for one in told]


def _headings(opened: Opened) -> Sequence[Line]:
    """Return the headings, each cited where it stands above its first sentence."""
    lines, article = [], opened.article
    for heading, sentences in groupby(opened.sentences, lambda one: one.heading):
        start = article.text.rfind(heading, 0, next(sentences).start) if heading else -1
        if start >= 0:
            lines.append(Line("-", (Span.of(article, start, start + len(heading)),), marked=False))
    return lines


_LISTS: tuple[tuple[Wish, Callable[[Opened], Sequence[Line]]], ...] = (
    (_HEADINGS, _headings),
    (_DATES, _dates),
    (_FIGURES, _figures),
    (_QUOTED, _quoted),
    (_PEOPLE, _people),
    (_DECISIONS, decisions),
    (_ACTIONS, actions),
)
