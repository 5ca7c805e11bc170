"""What an abbreviation stands for, where an article says it: "… Treaty Organization (CSTO)".

The long form beside the brackets are the words whose initials the abbreviation has; else it is found by
matching letters from right to left (Schwartz and Hearst 2003, "A simple algorithm for identifying
abbreviation definitions in biomedical text"), which alone takes "Health Unit" for HHU, by both its "h".
"""

import re

# "CSTO", "mRNA", "pH"; of "NGOs" without the plural's ending.
_SHORT = r"(?P<short>(?:[A-Z]|[a-z]{1,3}(?=[A-Z]))[A-Za-z0-9&.-]*[A-Z0-9])s?\b\.?"
_UNNAMED = frozenset("a an and at by de des du for in la le of on or the to und von with".split())
_NAMED = rf"[\"“‘']?{_SHORT}[\"”’']?"
_KIND = r"(?:acronym|abbreviation|initialism|initials|letters)"
_ASKED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\bwhat (?:do|does|did) (?:the )?(?:{_KIND} )?(?-i:{_NAMED}) (?:stand for\b|abbreviate\b|mean\W*$)",
        rf"\bwhat (?:is|was) (?:the )?(?-i:{_NAMED}) (?:short|(?:an?|the) {_KIND}) (?:for|of)\b",
        rf"\bfull (?:name|form) (?:of|for) (?:the )?(?:{_KIND} )?(?-i:{_NAMED})",
    )
)

_TOLD = re.compile(r"\b(?:stand|stands|stood|short) for\b|\b(?:abbreviat|acronym|initials)", re.IGNORECASE)
_ENDS = r"[)\],;:]"  # what stands behind an abbreviation in brackets: "(TAI, from the French …)"
_WORD, _UNBROKEN = re.compile(r"[^\W_]+"), re.compile(r"\S+")
_REACH = 400  # characters before it in which its words stand
_CODE = re.compile(r"[A-Z]\d+")  # "E3" may mean "valve blocked", which has no letter of it


def asked_for(question: str) -> str:
    """Return the abbreviation whose long form a question asks for, "" where it asks for none."""
    for form in _ASKED:
        if found := form.search(question):
            return "" if _CODE.fullmatch(found["short"]) else found["short"]
    return ""


def long_form(short: str, sentence: str) -> tuple[int, int] | None:
    """Return the range of the words that a sentence gives an abbreviation for, None where it gives none.

    They stand before it where it is in brackets, or in brackets after it, or behind it in its own.
    """
    if not short:
        return None
    name = _name(short)
    found = _before(short, name, sentence) or _behind(short, name, sentence)
    return found or _beside(short, name, sentence)


def _before(short: str, name: str, sentence: str) -> tuple[int, int] | None:
    """Find "World Health Organization (WHO)", and the same with more in the brackets."""
    for found in re.finditer(rf"(?<!\s)\s+[(\[]\s*{name}\s*(?P<end>{_ENDS})", sentence):
        start, first = _by_initials(short, sentence, found.start()), _earliest(short, sentence, found.start())
        if start < 0 and found["end"] in ")]":
            start = _start(short, sentence, first, found.start())
        if start >= 0:
            return start, found.start()
    return None


def _behind(short: str, name: str, sentence: str) -> tuple[int, int] | None:
    """Find "WHO (World Health Organization)", and the same with more behind a comma."""
    for found in re.finditer(rf"\b{name}\s*[(\[]([^()\[\],;]+)([^()\[\]]*)[)\]]", sentence):
        first = found.start(1)
        for end in dict.fromkeys((found.end(1), found.end(2))):
            if first in (_by_initials(short, sentence, end), _start(short, sentence, first, end)):
                return first, end
    return None


def _beside(short: str, name: str, sentence: str) -> tuple[int, int] | None:
    """Find "International Atomic Time (TAI, from the French name Temps Atomique International)"."""
    for found in re.finditer(rf"[(\[]\s*{name}\s*[,;:]([^()\[\]]+)[)\]]", sentence):
        if (start := _by_initials(short, sentence, found.end(1))) >= found.start(1):
            return start, found.end(1)
    return None


def spelt_out(question: str, sentence: str) -> tuple[int, int] | None:
    """Return the long form that a question asks for, where the sentence gives it: see ``long_form``."""
    return long_form(asked_for(question), sentence)


def may_tell(short: str, sentence: str) -> bool:
    """Say whether a sentence may give an abbreviation's long form in some other way, or with other initials.

    "the National Security Committee (KNB)" does, from the Russian; brackets, commas, "or" and "as" are signs.
    """
    name = _name(short)
    beside = (
        rf"[(\[]\s*{name}\s*{_ENDS}",
        rf"\b{name}(?:\s*[(\[]|, (?:the )?[A-Z])",
        rf"\b(?:or|as|called|named) (?:the )?[\"“‘']?{name}\b",
    )
    if any(re.search(form, sentence) for form in beside):
        return True
    return bool(re.search(rf"\b{name}\b", sentence) and _TOLD.search(sentence))


def _name(short: str) -> str:
    """Return the pattern of an abbreviation, or of its plural."""
    return rf"{re.escape(short)}(?:['’]?s)?"


def _by_initials(short: str, sentence: str, end: int) -> int:
    """Return where the words that end at ``end`` begin that have the letters for initials, else -1.

    Small words may stand between them, "of" and "the", whether or not they have a letter; none is the first.
    """
    letters = [letter for letter in short.casefold() if letter.isalnum()]
    for word in reversed(list(_WORD.finditer(sentence, max(0, end - _REACH), end))):
        small = word[0].casefold() in _UNNAMED
        if word[0][0].casefold() == letters[-1] and not (small and len(letters) == 1):
            letters.pop()
        elif not small:
            return -1
        if not letters:
            return word.start()
    return -1


def _earliest(short: str, sentence: str, end: int) -> int:
    """Return where the words before ``end`` begin that are looked through: those that letters suffice for."""
    words = [match.start() for match in _UNBROKEN.finditer(sentence, max(0, end - _REACH), end)]
    most = min(len(short) + 5, len(short) * 2)
    return words[-most:][0] if words else end


def _start(short: str, sentence: str, first: int, end: int) -> int:
    """Return where the long form that ends at ``end`` begins, -1 where the letters do not stand in order."""
    letters, at = [letter for letter in short.casefold() if letter.isalnum()], end
    for place in reversed(range(len(letters))):
        at -= 1
        while at >= first and not (
            sentence[at].casefold() == letters[place] and (place or _opens_a_word(sentence, at))
        ):
            at -= 1
        if at < first:
            return -1
    first_word = _WORD.match(sentence, at, end)
    return -1 if first_word and first_word[0].casefold() in _UNNAMED else at


def _opens_a_word(sentence: str, at: int) -> bool:
    return at == 0 or not sentence[at - 1].isalnum()
