"""Which of two figures is asked for: "to 14 from 22", "eleven …, seven of them …", "9, or 5 for students".

A reader takes the one that stands nearest to the question's words, or the first.
"""

import re
from collections.abc import Iterator

from footnote.generate.spans import whole
from footnote.numerals import NUMBER_WORDS
from footnote.verify.reading import read

_FIGURE = r"[$€£¥]?\d+(?:,\d{3})*(?:\.\d+)?(?:%|\s(?:thousand|million|billion|trillion|per\s?cent)\b)?"
_CHANGED = (
    r"\b(?:rose|risen|fell|fallen|grew|grown|dropped|declined|increased|decreased|climbed|slipped|sank|sunk|"
    r"shrank|shrunk|jumped|soared|plunged|dwindled|swelled|widened|narrowed|improved|recovered|advanced|raised|"
    r"lowered|reduced|cut|went (?:up|down)|came down)\b"
)
_MOVES = tuple(
    re.compile(rf"{_CHANGED}[^,;.]{{0,30}}?\b{places}")
    for places in (
        rf"to (?P<now>{_FIGURE})(?: [a-z]+){{0,2}} from (?P<then>{_FIGURE})",
        rf"from (?P<then>{_FIGURE})[^,;.]{{0,30}}? to (?P<now>{_FIGURE})",
    )
)
_THEN_ASKED = re.compile(
    r"\b(?:by|from|before|earlier|previous\w*|former\w*|original\w*|once|first|initial\w*|start\w*|beg[aiu]n\w*|"
    r"until|when|old|ago|last|prior|had|more|less|fewer|at the time|difference)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:1[5-9]\d\d|20\d\d)\b")
_HOW_MANY = re.compile(r"\bhow many\b", re.IGNORECASE)
_NUMBER = rf"(?:\b\d+(?:,\d{3})*|\b(?:{NUMBER_WORDS})\b)"
_OF_THEM = re.compile(
    rf"(?P<all>{_NUMBER})[^,;.]{{0,150}}, (?:of (?:them|whom|which) (?P<after>{_NUMBER})|"
    rf"(?P<part>{_NUMBER}) of (?:them|these|whom|which))\b(?P<said>[^,;.]*)",
    re.IGNORECASE,
)
_CASE = r"(?:for|if|in|with|when|on)"
_AMOUNT = rf"(?<!\d[.,])(?:[$€£¥]\s?)?{_NUMBER}(?:[.,]\d+)*(?:\s(?!(?:{_CASE}|or|and)\b)[a-z]+){{0,2}}"
# "€9, or €5 for students" and "five days for a parent; two for a grandparent".
_BY_CASE = tuple(
    re.compile(
        rf"(?P<one>{_AMOUNT}){forms} (?P<other>{_AMOUNT}) {_CASE} (?P<case>[^,;.]+?)"
        r"(?= (?:if|when)\b|[,;.]|$)",
        re.IGNORECASE,
    )
    for forms in (r"(?P<own>),? or", rf" {_CASE} (?P<own>[^;.]{{1,80}}?)(?:;|,|,? and|,? or)")
)
_WORD = re.compile(r"[^\W\d_]{4,}")
_ALIKE = 5  # letters that two forms of a word share


def of_two(question: str, sentence: str, start: int, end: int) -> tuple[int, int]:
    """Return the other figure's range where the question asks for that; else the range as it is."""
    for found in _moves(sentence):
        if (
            _lies(found, "then", start, end)
            and not _THEN_ASKED.search(question)
            and not _YEAR.search(question)
        ):
            return whole(sentence, *found.span("now"))
    for found in _OF_THEM.finditer(sentence) if _HOW_MANY.search(question) else ():
        part = "part" if found["part"] else "after"
        if _lies(found, "all", start, end) and end <= found.start(part) and _says(question, found["said"]):
            return found.span(part)
    for found in (one for form in _BY_CASE for one in form.finditer(sentence)):
        if _lies(found, "one", start, end) and end <= found.start("other") and _is_case(question, found):
            return whole(sentence, *found.span("other"))
    return start, end


def undated(question: str, sentence: str, start: int, end: int) -> bool:
    """Say whether a range is one of two figures, and the question's year does not tell which."""
    if not _YEAR.search(question) or _YEAR.search(sentence):
        return False
    return any(_lies(found, kind, start, end) for found in _moves(sentence) for kind in ("then", "now"))


def _moves(sentence: str) -> Iterator[re.Match[str]]:
    """Yield where a sentence says that something went from one figure to another, not from year to year."""
    found = (move for form in _MOVES for move in form.finditer(sentence))
    return (move for move in found if not (_YEAR.fullmatch(move["then"]) and _YEAR.fullmatch(move["now"])))


def _lies(found: re.Match[str], kind: str, start: int, end: int) -> bool:
    """Say whether a range is of one of the figures found, and not of both."""
    first, last = found.span(kind)
    others = [found.span(name) for name in ("now", "then") if name in found.re.groupindex and name != kind]
    return first < end and start < last and not any(one < end and start < other for one, other in others)


def _says(question: str, words: str) -> bool:
    """Say whether a question has all longer words of some."""
    asked = {word[:_ALIKE].casefold() for word in _WORD.findall(question)}
    said = {word[:_ALIKE].casefold() for word in _WORD.findall(words)}
    return bool(said) and said <= asked


def _is_case(question: str, found: re.Match[str]) -> bool:
    """Say whether a question has a word of the second figure's case, and none of the first's."""
    asked, own, case = (_begun(text) for text in (question, found["own"], found["case"]))
    return bool(asked & case - own) and not asked & own - case


def _begun(text: str) -> set[str]:
    """Return how the words of a text that carry content begin: "grandmother" as "grandparent"."""
    return {token.word[:_ALIKE] for token in read([text]).tokens if token.counts}
