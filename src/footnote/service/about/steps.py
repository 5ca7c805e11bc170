"""The steps of a procedure: all of them, how many, the last one, what comes after the third."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from footnote.retrieve.lexical import stems, telling_stems
from footnote.retrieve.lists import Lists
from footnote.retrieve.paragraphs import Paragraphs
from footnote.schema import Answer, Sentence, Span
from footnote.service.about.lookedup import Line, Opened, looked_up
from footnote.utterance import plain

_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_OF = r"(?: (?:of|in|for|to|from) (?:the |a |an |this |my )?(?P<of>.+?))?"
_POLITE = r"(?:(?:so|and|ok|okay|please|can you|could you|tell me|then) )*"
_ALL = re.compile(
    rf"{_POLITE}(?:(?:what|which) are|list|show|give|name|tell|write out)(?: me| us)?(?: all)?(?: of)?"
    rf"(?: the)?(?: (?:single|individual|different|various))? steps{_OF}"
)
_COUNT = re.compile(
    rf"{_POLITE}how many steps (?:(?:are there|are (?:given|listed)|is it){_OF}|"
    r"does (?:the |a |an |this )?(?P<x>.+?) (?:have|take|need|involve|require|consist of))"
)
_TOLD = "what is|what does|what happens (?:in|at)|show|give|tell|read|quote|explain"
_WHAT = rf"(?:(?:{_TOLD})(?: me| us)? )?(?:the )?"
_ONE = re.compile(
    rf"{_POLITE}{_WHAT}(?:(?P<order>{'|'.join(_ORDINALS)}|last|final|\d{{1,2}}(?:st|nd|rd|th)) step|"
    rf"step (?:number |no )?(?P<number>\d{{1,2}})){_OF}(?: say)?"
)
_BESIDE = re.compile(
    rf"{_POLITE}what (?:(?:comes|happens|follows|is(?: to be)? done|is|(?:do|should|must) (?:i|we|you) do|"
    rf"to do)(?: next| right| directly| immediately)? )?(?:the step )?(?P<way>after|before) (?:the )?"
    rf"(?:(?P<order>{'|'.join(_ORDINALS)}) step|step (?:number |no )?(?P<number>\d{{1,2}})){_OF}"
)
_HEADED = re.compile(r"Steps?\s+(\d{1,2})\b(?:\s*(?:and|&|–|-|to)\s*(\d{1,2})\b)?", re.IGNORECASE)
_PROCEDURE = frozenset("step how method instruct procedur direct prepar instal assembl process".split())
_NO_MATTER = frozenset("articl recip guid process procedur instruct list method tutori document".split())
_LEAST, _MOST = 2, 30


@dataclass(frozen=True, slots=True)
class _Steps:
    """The steps of one procedure: their numbers and what is said of each, and the words above them."""

    numbers: tuple[range, ...]
    told: tuple[Span, ...]
    names: tuple[Span, ...]  # what stands for each in a list
    above: frozenset[str]


def steps(question: str, opened: Opened) -> Answer | None:
    """Return the answer to a question about steps; None for another, or if it is not plain which they are."""
    said = plain(question)
    if found := _ALL.fullmatch(said):
        meant = _meant(found["of"], opened)
        return looked_up(question, _lines(meant)) if meant else None
    if found := _COUNT.fullmatch(said):
        meant = _meant(found["of"] or found["x"], opened)
        many = meant.numbers[-1].stop - 1 if meant else 0
        return looked_up(question, [Line(f"{many} steps:"), *_lines(meant)]) if meant else None
    if found := _BESIDE.fullmatch(said):
        by = 1 if found["way"] == "after" else -1
        return _one(question, _meant(found["of"], opened), _number(found), by)
    # A step that only its number names is looked for as any label is.
    found = _ONE.fullmatch(said)
    if found is None or (found["number"] and not found["of"]):
        return None
    return _one(question, _meant(found["of"], opened), _number(found), 0)


def _number(found: re.Match[str]) -> int:
    """Return the number of the step that is named, 0 for the last."""
    if found["number"]:
        return int(found["number"])
    digits = re.match(r"\d+", found["order"])
    if digits:
        return int(digits.group())
    return _ORDINALS.index(found["order"]) + 1 if found["order"] in _ORDINALS else 0


def _one(question: str, meant: _Steps | None, number: int, by: int) -> Answer | None:
    """Return what is said of a step, or of the one ``by`` places from it; None where there is none."""
    places = [n for n, some in enumerate(meant.numbers) if number in some] if meant else []
    place = (places[0] if number else len(meant.told) - 1) + by if meant and (places or not number) else -1
    if meant is None or not 0 <= place < len(meant.told):
        return None
    return looked_up(question, [Line("", (meant.told[place],))])


def _lines(meant: _Steps) -> Sequence[Line]:
    return [Line("-", (one,), marked=False) for one in meant.names]


def _meant(name: str | None, opened: Opened) -> _Steps | None:
    """Return the steps that are meant: those below the words that are named, else the only ones called so."""
    language = opened.article.language
    title = set(stems(opened.article.title, language))
    named = telling_stems(name or "", language) - _NO_MATTER - title
    known = [*_headed(opened), *_numbered(opened)]
    fitting = [one for one in known if named <= one.above]
    called = [one for one in fitting if (one.above | title) & _PROCEDURE]
    closest = [one for one in called if one.above & _PROCEDURE]
    some = fitting if named and len(fitting) == 1 else closest or called
    return some[0] if len(some) == 1 else None


def _numbered(opened: Opened) -> list[_Steps]:
    """Return the lists whose items are numbered from one."""
    found = []
    paragraphs = Paragraphs(opened.article.text, opened.sentences)
    for one in Lists(opened.article.text, opened.sentences):
        first = one.items[0][0]
        if one.kind != "steps" or not _LEAST <= len(one.items) <= _MOST or paragraphs.marker(first) != 1:
            continue
        told = tuple(_span(opened, opened.sentences[a : b + 1]) for a, b in one.items)
        lead = "" if one.lead is None else _span(opened, opened.sentences[one.lead : one.lead + 1]).text
        above = stems(f"{opened.sentences[first].heading} {lead}", opened.article.language)
        numbers = tuple(range(n, n + 1) for n in range(1, len(told) + 1))
        found.append(_Steps(numbers, told, told, frozenset(above)))
    return found


def _headed(opened: Opened) -> list[_Steps]:
    """Return the steps that are headings, "Step 1: soak the cane", in the order of their numbers."""
    text, numbers, told, names = opened.article.text, [], [], []
    for heading, some in groupby(opened.sentences, lambda one: one.heading):
        found, sentences = _HEADED.match(heading), tuple(some)
        start = text.rfind(heading, 0, sentences[0].start) if found else -1
        if found and start >= 0:
            numbers.append(range(int(found[1]), int(found[2] or found[1]) + 1))
            told.append(_span(opened, sentences))
            names.append(Span.of(opened.article, start, start + len(heading)))
    ordered = bool(numbers) and numbers[0].start == 1 and len(numbers) >= _LEAST
    if not ordered or any(one.stop != other.start for one, other in pairwise(numbers)):
        return []
    return [_Steps(tuple(numbers), tuple(told), tuple(names), frozenset({"step"}))]


def _span(opened: Opened, sentences: Sequence[Sentence]) -> Span:
    return Span.of(opened.article, sentences[0].start, sentences[-1].end)
