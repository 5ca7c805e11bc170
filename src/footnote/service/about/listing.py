"""What an article names of a sort, listed: its dates as a timeline, its figures, its people."""

import re
from collections.abc import Callable, Sequence

from footnote.numerals import MONTHS
from footnote.schema import Answer
from footnote.service.about.lookedup import Line, Opened, looked_up, span_of
from footnote.service.about.people import first_of_each, people, speakers
from footnote.service.about.wording import asked, plain

_MOST = 10
_ALL = (
    r"(?:(?:which|what|who) (?:are|is|were)?|(?:list|name|give|show|find|extract)(?: me)?|tell me)"
    r" ?(?:all )?(?:of )?(?:the )?(?:main |key |important )?"
)
_STAND = (
    r"(?: (?:that|which|who))?(?: (?:are|is|were|do|does))?(?: there)?"
    r"(?: (?:mentioned|named|given|listed|found|appear|stand|used))?HERE"
)
_DATES = (
    rf"{_ALL}dates{_STAND}",
    r"(?:make|give|show|create|write|draw|build|i want|i need)?(?: me)? ?(?:a |the )?(?:short |brief )?"
    r"(?:timeline|time line|chronology)(?: of (?:the |all )?(?:events|IT))?",
    r"what(?:'s| is) the (?:timeline|chronology)OF",
    r"what happened when(?: in IT)?",
    r"when did (?:all )?(?:of )?IT (?:all )?happen",
    r"welche (?:daten|termine|zeitangaben) werden (?:genannt|erwähnt)",
    r"(?:erstelle|mach|zeig)(?: mir)? eine (?:zeitleiste|chronologie)",
)
_FIGURES = (
    rf"{_ALL}(?:numbers|figures|statistics|stats){_STAND}",
    r"welche zahlen werden (?:genannt|erwähnt)",
)
_PEOPLE = (
    rf"{_ALL}(?:people|persons|individuals|characters|names of people|figures who appear){_STAND}",
    r"who (?:is|are|gets) (?:mentioned|named)HERE",
    r"who appears in IT",
    r"welche (?:personen|menschen|leute) werden HERE ?(?:genannt|erwähnt)",
    r"wer wird (?:genannt|erwähnt)",
)
_QUOTED = (
    r"who (?:is|are|gets|was|were) (?:quoted|cited|interviewed)HERE",
    rf"{_ALL}(?:people|persons) (?:who (?:are|is|were) )?(?:quoted|cited|interviewed)HERE",
    r"who (?:says|said) what(?: in IT)?",
    r"wer wird zitiert",
)
_QUOTED_OF = (
    r"(?:give|show|find|list|cite)(?: me)?(?: all| some| the| an?)* (?:quotes?|quotations?|statements?) "
    r"(?:by|from|of) (?P<x>.+?)HERE",
    r"(?:quote|cite) (?P<x>.+?)HERE",
)
_MONTH = f"(?:{MONTHS})".replace("|May|", r"|May(?= \d|,? (?:1\d|20)\d\d)|")  # not "may"
_DATE = re.compile(
    rf"(?:(?:early|late|mid-?|the (?:beginning|end|middle) of) ?)?"
    rf"(?:\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?)?\b{_MONTH}\b(?: \d{{1,2}}\b(?!:))?(?:,? (?:1\d|20)\d\d\b)?"
    r"|\b(?:1[0-9]|20)\d\d(?:s\b|[-–]\d{2,4}\b|\b(?![.,]?\d))"
)
_FIGURE = re.compile(r"[$€£]? ?\b\d[\d.,]*\d\b(?: (?:percent|per cent|million|billion|trillion))?|\b\d+\b%?")


_NOT_ALL = Line("\nOnly those are listed whom their sentences plainly show to be people.")
_BRACKETS = re.compile(r"\([^()]*\)")  # a source and its date, as a rule


def listed(question: str, opened: Opened, *, opening: bool) -> Answer | None:
    """Return the list that a question wants; None for another question, or where there is nothing to list."""
    said = plain(question)
    for patterns, lines in _LISTS:
        if any(asked(one, said, opening=opening) for one in patterns):
            return _list(question, lines(opened))
    for one in _QUOTED_OF:
        if match := asked(one, said, opening=opening):
            words = match["x"].split()
            told = [person for person in speakers(opened) if _is_called(person.name, words)]
            return _list(question, [Line("-", (person.sentence,)) for person in told])
    return None


def _is_called(name: str, words: Sequence[str]) -> bool:
    return bool(words) and name.lower().split()[-len(words) :] == words


def _list(question: str, found: Sequence[Line]) -> Answer | None:
    cited = [line for line in found if line.cited]
    more = [Line(f"- and {len(cited) - _MOST} more")] if len(cited) > _MOST else []
    rest = [line for line in found if not line.cited]
    return looked_up(question, [*cited[:_MOST], *more, *rest]) if found else None


def _dates(opened: Opened) -> Sequence[Line]:
    """Return the sentences with a date, by their years where each has one, else as they stand."""
    text, found = opened.article.text, []
    for one in opened.sentences:
        if date := _DATE.search(_BRACKETS.sub("", text[one.start : one.end])):
            words = " ".join(date.group().split())
            line = Line(f"- {words}:", (span_of(opened.article, one.start, one.end),))
            found.append((re.search(r"\d{4}", words), line))
    if all(year for year, _ in found):
        found.sort(key=lambda one: int(one[0].group()) if one[0] else 0)
    return [line for _, line in found]


def _figures(opened: Opened) -> Sequence[Line]:
    text, lines = opened.article.text, []
    for one in opened.sentences:
        if _FIGURE.search(_DATE.sub(" ", _BRACKETS.sub("", text[one.start : one.end]))):
            lines.append(Line("-", (span_of(opened.article, one.start, one.end),)))
    return lines


def _people(opened: Opened) -> Sequence[Line]:
    lines = [Line(f"- {one.name}:", (one.sentence,)) for one in first_of_each(people(opened))]
    return [*lines, _NOT_ALL] if lines else []


def _quoted(opened: Opened) -> Sequence[Line]:
    return [Line(f"- {one.name}:", (one.sentence,)) for one in first_of_each(speakers(opened))]


_LISTS: tuple[tuple[tuple[str, ...], Callable[[Opened], Sequence[Line]]], ...] = (
    (_DATES, _dates),
    (_FIGURES, _figures),
    (_QUOTED, _quoted),
    (_PEOPLE, _people),
)
