# ruff: noqa: E501
"""Faithful rewordings of an article's sentences, made by rule, each of a named kind.

They are the side of the test of ``verify`` that must pass; ``corruptions`` is the other. A rule
yields nothing where its form does not occur or where it cannot be sure that the claim stays.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

WORDS = {
    "2": "two", "3": "three", "4": "four", "5": "five", "6": "six", "7": "seven", "8": "eight", "9": "nine",
    "10": "ten", "11": "eleven", "12": "twelve", "15": "fifteen", "17": "seventeen", "20": "twenty",
    "22": "twenty-two", "25": "twenty-five", "27": "twenty-seven", "30": "thirty", "38": "thirty-eight",
    "39": "thirty-nine", "40": "forty", "45": "forty-five", "50": "fifty", "60": "sixty", "61": "sixty-one",
    "70": "seventy", "80": "eighty", "83": "eighty-three", "90": "ninety", "97": "ninety-seven",
    "100": "one hundred",
}  # fmt: skip
DIGITS = {word: digits for digits, word in WORDS.items()}
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
SPEECH = r"(?:said|says|claimed|claims|argued|argues|believes|believed|stated|denied|added|reported|told|according)"
_SPOKEN = re.compile(rf"\b{SPEECH}\b|[“”\"]")
_LEAD = re.compile(
    r"^(In|On|At|During|By|After|Since|From|For|Within|Until) ([^,;:“”\"]{2,45}), (?!and |or |when )(\w.*)\.$"
)
_CONTRACTED = {
    "did not": "didn't", "does not": "doesn't", "do not": "don't", "is not": "isn't", "are not": "aren't",
    "was not": "wasn't", "were not": "weren't", "has not": "hasn't", "have not": "haven't", "had not": "hadn't",
    "will not": "won't", "would not": "wouldn't", "could not": "couldn't", "cannot": "can't",
}  # fmt: skip
_SPELLED = (
    ("ization", "isation"),
    ("ized", "ised"),
    ("izing", "ising"),
    ("olor", "olour"),
    ("efense", "efence"),
)


@dataclass(frozen=True, slots=True)
class Case:
    """A draft with its evidence; ``faithful`` is what ``verify`` should find."""

    kind: str
    faithful: bool
    draft: str
    evidence: tuple[str, ...]
    question: str = ""


_VERB = (
    r"(?:(?!used|involved|called|named)[a-z]+ed|led|made|won|wrote|built|took|became|began|gave|held|lost|ran|saw|left"
    r"|found|brought|kept|taught|fought|came|has|had|controls|contains|uses)"
)


Rule = Callable[[str], Iterator[str]]


def number_form(sentence: str) -> Iterator[str]:
    """Write a number in words or digits, a sum with its currency behind, a thousand without comma."""
    yield from _words_or_digits(sentence)
    for match in re.finditer(r"\$(\d[\d.,]*\d|\d)( (?:million|billion))?(?![\d-])", sentence):
        yield f"{sentence[: match.start()]}{match[1]}{match[2] or ''} dollars{sentence[match.end() :]}"
    for match in re.finditer(r"\b(\d{1,3}),(\d{3})\b(?!,)", sentence):
        yield sentence[: match.start()] + match[1] + match[2] + sentence[match.end() :]
    for match in re.finditer(r"(\d)(?:%| per cent| percent)", sentence):
        form = " percent" if match[0].endswith("%") else "%"
        yield sentence[: match.start()] + match[1] + form + sentence[match.end() :]


def _words_or_digits(sentence: str) -> Iterator[str]:
    for match in re.finditer(r"(?<![\w.,$£€-])(\d{1,3})(?![\w.,%-]*\d)(?![\w%])", sentence):
        before, after = sentence[: match.start()], sentence[match.end() :]
        dated = re.search(rf"(?:{MONTHS}) $", before) or re.match(rf" (?:{MONTHS})", after)
        if match[1] in WORDS and not dated:
            yield before + WORDS[match[1]] + after
    for match in re.finditer(r"\b([a-z]+(?:-[a-z]+)?)\b", sentence):
        if match[1] in DIGITS and match[1] != "one hundred":
            yield sentence[: match.start()] + DIGITS[match[1]] + sentence[match.end() :]


def date_form(sentence: str) -> Iterator[str]:
    """Write "July 7" as "7 July" and "the 7th of July", and back."""
    for match in re.finditer(rf"\b({MONTHS}) (\d{{1,2}})(?:st|nd|rd|th)?\b(?!,? ?\d{{1,2}}\b)", sentence):
        yield f"{sentence[: match.start()]}{match[2]} {match[1]}{sentence[match.end() :]}"
        yield f"{sentence[: match.start()]}the {match[2]}th of {match[1]}{sentence[match.end() :]}"
    for match in re.finditer(rf"\b(\d{{1,2}}) ({MONTHS})\b", sentence):
        yield f"{sentence[: match.start()]}{match[2]} {match[1]}{sentence[match.end() :]}"


def bracket_dropped(sentence: str) -> Iterator[str]:
    """Leave out what stands in brackets."""
    for match in re.finditer(r" \([^()]*\)", sentence):
        yield sentence[: match.start()] + sentence[match.end() :]


def lead_moved(sentence: str) -> Iterator[str]:
    """Put a leading adverbial at the end of a sentence of one clause."""
    match = _LEAD.match(sentence)
    if match and not re.search(r"[,;:“”]", match[3]) and not _SPOKEN.search(sentence):
        yield f"{_capital(match[3])} {match[1].lower()} {match[2]}."


def lead_dropped(sentence: str) -> Iterator[str]:
    """Leave out a leading adverbial."""
    match = _LEAD.match(sentence)
    if match and not re.search(r"\b(?:not|no|view|opinion|case)\b", match[2]):
        yield f"{_capital(match[3])}."


def clause_dropped(sentence: str) -> Iterator[str]:
    """Leave out ", which …," and ", who …,"."""
    for match in re.finditer(r", (?:which|who) [^,;:“”()]{5,90}(,|\.$)", sentence):
        if not _SPOKEN.search(match[0]):
            yield (
                sentence[: match.start()]
                + (" " if match[1] == "," else ".")
                + sentence[match.end() :].lstrip()
            )


def apposition_dropped(sentence: str) -> Iterator[str]:
    """Leave out ", the French engineer," behind a name."""
    for match in re.finditer(r"(?<=[a-z]), (?:the|an?) [^,;:“”()]{4,60}, (?=[a-z])(?!and |or )", sentence):
        before = sentence[: match.start()].rsplit(" ", 1)[-1]
        listed = re.search(r"\b(?:and|or)\b[^,]*$", sentence[: match.end()])
        further = "," in sentence[: match.start()] or re.search(r", (?:and|or) ", sentence[match.end() :])
        if before[:1].isupper() and not listed and not further:
            yield sentence[: match.start()] + " " + sentence[match.end() :]


def main_clause(sentence: str) -> Iterator[str]:
    """Keep the first of two main clauses, or what stands before a participle clause."""
    for match in re.finditer(
        r"(?:;|, (?:and|but) (?:he|she|it|they|this|the)|, [a-z]+ing) [^;“”\"]*\.$", sentence
    ):
        kept, left = sentence[: match.start()], sentence[match.start() :]
        if _SPOKEN.search(left) or len(kept.split()) < 6 or re.search(r"[“\"(][^”\")]*$", kept):
            continue
        if not re.search(r"\b(?:if|not only|either|while|although|both|between)\b", kept, re.IGNORECASE):
            yield kept + "."


def list_reordered(sentence: str) -> Iterator[str]:
    """Change places of the first two of three single words in a list."""
    for match in re.finditer(
        r"(?<![,\w] )\b([\w-]+), ([\w-]+)(,?) (and|or) ([\w-]+)(?=[,.;]| (?:in|of|to|is|are)\b)", sentence
    ):
        if match[1][0].isupper() == match[2][0].isupper() == match[5][0].isupper() and match.start() > 0:
            before = sentence[: match.start()].split()
            if (
                before
                and before[-1].islower()
                and not re.search(r"\d", match[0])
                and not match[1].endswith("ly")
            ):
                yield (
                    f"{sentence[: match.start()]}{match[2]}, {match[1]}{match[3]} {match[4]} {match[5]}"
                    f"{sentence[match.end() :]}"
                )


def contraction(sentence: str) -> Iterator[str]:
    """Write "did not" as "didn't" and back."""
    for full, short in _CONTRACTED.items():
        for before, after in ((full, short), (short, full)):
            if re.search(rf"\b{before}\b", sentence):
                yield re.sub(rf"\b{before}\b", after, sentence, count=1)


def possessive(sentence: str) -> Iterator[str]:
    """Write "the harbour of Aktau" as "Aktau's harbour" and back."""
    for match in re.finditer(
        r"\bthe ([a-z]+) of ([A-Z][a-z]+)(?=[,.;]| (?:in|is|was|are|were|and|to|by|on)\b)", sentence
    ):
        if match[1] not in {
            "city",
            "town",
            "state",
            "end",
            "rest",
            "name",
            "island",
            "university",
            "kingdom",
        }:
            yield f"{sentence[: match.start()]}{match[2]}'s {match[1]}{sentence[match.end() :]}"
    for match in re.finditer(
        r"(?<=[a-z] )([A-Z][a-z]+)['’]s ([a-z]+)(?=[,.;]| (?:is|was|are|were)\b)", sentence
    ):
        if not re.search(r"[A-Z]\w* $", sentence[: match.start()]):
            yield f"{sentence[: match.start()]}the {match[2]} of {match[1]}{sentence[match.end() :]}"


def spelling(sentence: str) -> Iterator[str]:
    """Change between American and British endings."""
    for american, british in _SPELLED:
        if american in sentence:
            yield sentence.replace(american, british, 1)
    for british, american in (
        ("isation", "ization"),
        (" colour ", " color "),
        ("efence", "efense"),
        ("metre", "meter"),
    ):
        if british in sentence:
            yield sentence.replace(british, american, 1)


def speaker_moved(sentence: str) -> Iterator[str]:
    """Put "… said that" behind what is said."""
    match = re.match(
        r"^((?:[A-Z]\w+ ?){1,3}|He|She|They) (said|says|argued|argues|believes) that ([^,;:“”]*)\.$", sentence
    )
    if match:
        yield f"{_capital(match[3])}, {match[1]} {match[2]}."


def voice_changed(sentence: str) -> Iterator[str]:
    """Write a short passive with its agent as an active."""
    match = re.match(
        r"^((?:The |A |An )?[\w’' -]{3,40}?) (?:was|were) (\w{3,}ed) by ((?:the |a )?[\w’' -]{3,40})\.$",
        sentence,
    )
    if match and not re.search(
        r"\b(?:in|on|at|for|from|with|that|who|ing|not|it|he|she)\b", match[1] + " " + match[3]
    ):
        yield f"{_capital(match[3])} {match[2]} {_lower(match[1])}."


def as_it_stands(sentence: str) -> Iterator[str]:
    """Repeat the sentence."""
    yield sentence


RULES: tuple[Rule, ...] = (
    number_form, date_form, bracket_dropped, lead_moved, lead_dropped, clause_dropped, apposition_dropped,
    main_clause, list_reordered, contraction, possessive, spelling, speaker_moved, voice_changed, as_it_stands,
)  # fmt: skip


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:] if text.startswith(("The ", "A ", "An ")) else text


def statement(question: str, answer: str) -> str:
    """Return a statement of a question and its answer, "" where the question's form is not simple."""
    question = question.strip().rstrip("?").strip()
    plain = answer.strip().rstrip(".")
    match = re.match(rf"^(?:Who|What|Which \w+|What \w+) ({_VERB} .+)$", question)
    if match:
        return f"{_capital(plain)} {match[1]}."
    match = re.match(
        r"^(?:Who|What) ((?:is|are|was|were) (?:the|a|an) .+|(?:is|are|was|were) \w+ed .+)$", question
    )
    if match:
        return f"{_capital(plain)} {match[1]}."
    match = re.match(
        r"^(?:When|In what year) (was|were) ((?:the |a )?[\w’' -]+?) (\w+ed|born|built|made|held)$", question
    )
    if match and re.fullmatch(rf"(?:in )?(?:(?:{MONTHS}) )?\d{{4}}", plain):
        return f"{_capital(match[2])} {match[1]} {match[3]} in {plain.removeprefix('in ')}."
    match = re.match(r"^How many (.+?) ((?:are|were|have|had|can|could|will) .+)$", question)
    if match and re.fullmatch(r"[\d,]+|[a-z]+", plain):
        return f"{_capital(plain)} {match[1]} {match[2]}."
    return ""
