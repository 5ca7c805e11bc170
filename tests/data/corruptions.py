# ruff: noqa: E501
"""False drafts made from an article's sentences by rule, each of a named kind: none may pass ``verify``."""

import itertools
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass

from tests.data.rewordings import MONTHS

_NUMBER = re.compile(r"(?<![\w.,-])\d[\d,]*(?:\.\d+)?(?![\w]*\d)")
_NUMBER_WORDS = "two three four five six seven eight nine ten eleven twelve twenty thirty fifty".split()
_NAME = re.compile(r"(?<=[a-z,’'] )(?:[A-Z][a-z]{2,}(?: (?:of )?[A-Z][a-z]{2,})*)")
_AUXILIARY = re.compile(
    r"\b(is|are|was|were|has|have|had|will|would|could|can|may|should)\b (?!not\b|no\b|been to)"
)
_QUANTIFIED = {
    "all": "some", "every": "no", "most": "all", "many": "few", "some": "all", "several": "no", "only": "",
    "about": "at least", "at least": "at most", "more than": "less than", "nearly": "more than", "both": "neither of",
    "few": "many", "often": "never", "always": "sometimes", "usually": "always", "approximately": "more than",
    "up to": "at least", "over": "under", "none": "all", "each": "no", "less than": "more than", "a few": "most",
}  # fmt: skip
_OPPOSITES = {
    "increase": "decrease", "increased": "decreased", "before": "after", "after": "before", "more": "less",
    "first": "last", "highest": "lowest", "largest": "smallest", "north": "south", "northern": "southern",
    "won": "lost", "accepted": "rejected", "rose": "fell", "fell": "rose", "high": "low", "large": "small",
    "larger": "smaller", "east": "west", "western": "eastern", "higher": "lower", "began": "ended",
    "early": "late", "greater": "smaller", "old": "new", "new": "old", "against": "for", "with": "without",
    "long": "short", "public": "private", "older": "younger", "strong": "weak", "best": "worst", "major": "minor",
    "above": "below", "bought": "sold", "opened": "closed", "support": "oppose", "minimum": "maximum",
}  # fmt: skip
_UNITS = {
    "years": "months", "months": "years", "days": "weeks", "weeks": "days", "hours": "minutes", "minutes": "hours",
    "miles": "kilometres", "kilometres": "miles", "metres": "feet", "feet": "metres", "million": "billion",
    "billion": "million", "%": " points", "percent": "points", "degrees": "radians", "km": "miles", "$": "£",
    "£": "€", "century": "decade", "tonnes": "kilograms", "millimetres": "centimetres", "year": "month",
}  # fmt: skip
_SAY = "said|says|claimed|claims|argued|argues|believes|believed|stated|thinks|alleged|insisted|warned|told reporters"
_HEDGED = (
    (r"\bmay be\b", "is"), (r"\bmight be\b", "is"), (r"\bcould be\b", "is"), (r"\b(?:may|might|could) have been\b", "was"),
    (r"\breportedly ", ""), (r"\ballegedly ", ""), (r"\bpossibly ", ""), (r"\bprobably ", ""), (r"\bmay have\b", "has"),
    (r"\blikely to be\b", "certain to be"), (r"\b(is|was|are|were) (?:believed|thought|said) to be\b", r"\1"),
    (r"\b(?:may|might|could) (?=[a-z]+\b)", "did "), (r"\bperhaps ", ""), (r"\bseems? to be\b", "is"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Source:
    """A sentence with what its corruption may draw on: the article's names and a seeded generator."""

    sentence: str
    names: tuple[str, ...]
    chance: random.Random


def names_of(text: str) -> tuple[str, ...]:
    """Return the capitalised words and runs of words of an article, each once, in order."""
    return tuple(dict.fromkeys(match.group() for match in _NAME.finditer(text)))


def number_changed(source: Source) -> Iterator[str]:
    """Put another number for one of the sentence's."""
    for match in _NUMBER.finditer(source.sentence):
        old = match.group().replace(",", "")
        new = str(int(float(old)) + source.chance.choice((1, 2, 7, 10, 30)))
        if new not in source.sentence:
            yield source.sentence[: match.start()] + new + source.sentence[match.end() :]
    for match in re.finditer(r"\b[a-z]+\b", source.sentence):
        if match.group() in _NUMBER_WORDS:
            new = source.chance.choice([w for w in _NUMBER_WORDS if w not in source.sentence])
            yield source.sentence[: match.start()] + new + source.sentence[match.end() :]


def numbers_exchanged(source: Source) -> Iterator[str]:
    """Let two numbers of the sentence change places."""
    found = list(_NUMBER.finditer(source.sentence))
    for first, second in itertools.pairwise(found):
        between = source.sentence[first.end() : second.start()]
        once = source.sentence.count(first.group()) == source.sentence.count(second.group()) == 1
        if once and not re.fullmatch(r",? ?(?:and|or|to|,|–|/)? ?", between):
            yield _exchange(source.sentence, first, second)


def number_moved(source: Source) -> Iterator[str]:
    """Give a number to the noun of another and cut the sentence before that other: "17 members"."""
    found = list(re.finditer(r"(?<![\w.,$£€-])(\d[\d,]*) ([a-z]{3,}s)\b", source.sentence))
    for first, second in itertools.pairwise(found):
        if first[1] != second[1] and first[2] != second[2]:
            yield (
                source.sentence[: first.start(1)]
                + second[1]
                + source.sentence[first.end(1) : first.end()]
                + "."
            )


def name_of_article(source: Source) -> Iterator[str]:
    """Put another name of the article for one of the sentence's."""
    others = [n for n in source.names if not set(n.split()) & set(re.findall(r"\w+", source.sentence))]
    for match in _NAME.finditer(source.sentence):
        if others:
            yield (
                source.sentence[: match.start()]
                + source.chance.choice(others)
                + source.sentence[match.end() :]
            )


def names_exchanged(source: Source) -> Iterator[str]:
    """Let two names of the sentence change places, unless they stand in one list."""
    found = list(
        re.finditer(r"(?:(?<=^)|(?<=[a-z,’'] ))(?:[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})*)", source.sentence)
    )
    for first, second in itertools.pairwise(found):
        between = source.sentence[first.end() : second.start()]
        listed = re.fullmatch(r"(?:,? (?:and|or|the|a|both|as well as|with|[A-Z]\w+)|,)* ?(?:the )?", between)
        begins = first.start() == 0 and first.group().split()[0] in _OPENERS
        symmetric = (
            re.search(r"\b(?:is|was|are|were|called|named|between|and|or|like|as)\b", between)
            or "(" in between
        )
        apart = not set(first.group().split()) & set(second.group().split())
        if apart and not listed and not begins and not symmetric and len(between) < 60 and "," not in between:
            yield _exchange(source.sentence, first, second)


_OPENERS = frozenset(
    "The This These Those In On At By For From After Before During While When Although Since As However Some Many Most "
    "His Her Their Its Our One Two Both Each Other Another Such There They And But With Under Between Until Although "
    "He She It Using Across According Despite Because Not Only All Also Among Through Within Like Unlike Over Later Early Today Once".split()
)


def passive_exchanged(source: Source) -> Iterator[str]:
    """Let the two sides of "was … by" change places."""
    match = re.match(
        r"^((?:The |A )?[\w’' -]{3,50}?) (was|were|is|are) (\w+) by ((?:the |a )?[\w’' -]{3,50})\.$",
        source.sentence,
    )
    if match and not re.search(r"\b(?:that|which|who|when)\b", source.sentence):
        subject = match[1][0].lower() + match[1][1:] if match[1].startswith(("The ", "A ")) else match[1]
        yield f"{match[4][0].upper()}{match[4][1:]} {match[2]} {match[3]} by {subject}."


def roles_exchanged(source: Source) -> Iterator[str]:
    """Let subject and object of a short active sentence change places."""
    match = re.match(
        r"^((?:[A-Z][a-z]+ ?){1,2}|The [a-z]+ ?) (\w+ed) ((?:the [a-z]+)|(?:[A-Z][a-z]+ ?){1,2})\b(.*)\.$",
        source.sentence,
    )
    if match and match[1].strip() not in _OPENERS and match[3].strip() != match[1].strip():
        object_, subject = match[3].strip(), match[1].strip()
        lowered = subject[0].lower() + subject[1:] if subject.startswith("The ") else subject
        yield f"{object_[0].upper()}{object_[1:]} {match[2]} {lowered}{match[4]}."


def negation_added(source: Source) -> Iterator[str]:
    """Put a "not" behind an auxiliary."""
    match = _AUXILIARY.search(source.sentence)
    if match:
        yield f"{source.sentence[: match.end()]}not {source.sentence[match.end() :]}"


def negation_removed(source: Source) -> Iterator[str]:
    """Leave out a negation."""
    for match in re.finditer(r" (?:not|never)\b(?! only| just| merely)|n['’]t\b", source.sentence):
        yield source.sentence[: match.start()] + source.sentence[match.end() :]
    for match in re.finditer(r"\b(?:no|without) (?=[a-z])(?!longer|doubt|more|one)", source.sentence):
        yield (
            source.sentence[: match.start()]
            + ("with " if "w" in match.group() else "")
            + source.sentence[match.end() :]
        )
    for match in re.finditer(r"\b(?:failed|refused|declined) to (\w+)", source.sentence):
        yield source.sentence[: match.start()] + "did " + match[1] + source.sentence[match.end() :]


def attribution_dropped(source: Source) -> Iterator[str]:
    """State as fact what somebody says."""
    match = re.match(rf"^[^,“”\"]{{2,60}}? (?:{_SAY}) (?:that )([^“”\"]{{15,}})\.$", source.sentence)
    if match:
        yield f"{match[1][0].upper()}{match[1][1:]}."
    match = re.match(
        rf"^([^“”\"]{{15,}}), (?:[A-Z]\w+ |he |she |the \w+ ){{1,3}}(?:{_SAY})(?: [A-Z]?\w+)?\.$",
        source.sentence,
    )
    if match:
        yield f"{match[1]}."
    match = re.match(r"^According to [^,]+, ([^“”\"]{15,})\.$", source.sentence)
    if match:
        yield f"{match[1][0].upper()}{match[1][1:]}."
    match = re.match(r"^([^“”\"]{15,}),? according to [^,]+\.$", source.sentence)
    if match:
        yield f"{match[1]}."


def hedge_dropped(source: Source) -> Iterator[str]:
    """State as certain what is only possible."""
    for pattern, plain in _HEDGED:
        if re.search(pattern, source.sentence):
            yield re.sub(pattern, plain, source.sentence, count=1)
            return


def condition_dropped(source: Source) -> Iterator[str]:
    """Leave out a condition or an exception that closes the sentence."""
    match = re.search(
        r"(?<!even)(?<!\bas),? (?:only )?(?:if|unless|except|provided that|as long as) [^,;:“”\"()]{5,}\.$",
        source.sentence,
    )
    asked = match and re.search(
        r"\b(?:ask|know|wonder|see|test|doubt|ques)\w*$", source.sentence[: match.start()]
    )
    if match and not asked:
        yield source.sentence[: match.start()] + "."


def restriction_dropped(source: Source) -> Iterator[str]:
    """Leave out what says for whom or with what the subject is meant."""
    match = re.match(
        r"((?:The |All )?[A-Za-z]+) (?:for|with|without) (?!this |that |it )(?:[a-z]+ ){1,4}?(?=(?:was|were|is|are|has|have|had|can|will) )",
        source.sentence,
    )
    if match:
        yield f"{match[1]} {source.sentence[match.end() :]}"


def quantifier_changed(source: Source) -> Iterator[str]:
    """Make all of some, at least of about."""
    for word, other in _QUANTIFIED.items():
        number = r"(?=\d|[£$])" if word in {"about", "over", "up to", "nearly"} else r"(?=\w)"
        match = re.search(rf"\b{word} {number}(?!one another|of all)", source.sentence)
        if match and not source.sentence[: match.start()].endswith(
            ("the ", "not ", "at ", "n't ", "or ", "a ")
        ):
            yield (
                source.sentence[: match.start()]
                + (other + " " if other else "")
                + source.sentence[match.end() :]
            )


def opposite(source: Source) -> Iterator[str]:
    """Put the opposite for a word."""
    for word, other in _OPPOSITES.items():
        if re.search(rf"\b{word}\b", source.sentence) and not re.search(rf"\b{other}\b", source.sentence):
            yield re.sub(rf"\b{word}\b", other, source.sentence, count=1)


def unit_changed(source: Source) -> Iterator[str]:
    """Put another unit behind or before a number."""
    for word, other in _UNITS.items():
        pattern = rf"{re.escape(word)}(?=\d)" if word in "$£" else rf"(?<=\d) ?{word}(?!\w)"
        if re.search(pattern, source.sentence) and other not in source.sentence:
            yield re.sub(pattern, other if word in "$£%" else " " + other, source.sentence, count=1)


def date_changed(source: Source) -> Iterator[str]:
    """Put another month or year."""
    months = [month for month in MONTHS.split("|") if month not in source.sentence]
    for match in re.finditer(rf"\b(?:{MONTHS})\b(?= \d)|(?<=\d )(?:{MONTHS})\b", source.sentence):
        yield source.sentence[: match.start()] + source.chance.choice(months) + source.sentence[match.end() :]
    for match in re.finditer(r"\b(?:in|since|from|until|by) (1[5-9]\d\d|20[0-2]\d)\b", source.sentence):
        year = str(int(match[1]) + source.chance.choice((-10, -1, 1, 3)))
        yield source.sentence[: match.start(1)] + year + source.sentence[match.end(1) :]


def _exchange(sentence: str, first: re.Match[str], second: re.Match[str]) -> str:
    return (
        sentence[: first.start()] + second.group() + sentence[first.end() : second.start()] + first.group()
        + sentence[second.end() :]
    )  # fmt: skip


RULES = (
    number_changed, numbers_exchanged, number_moved, name_of_article, names_exchanged, passive_exchanged,
    roles_exchanged, negation_added, negation_removed, attribution_dropped, hedge_dropped, condition_dropped,
    restriction_dropped, quantifier_changed, opposite, unit_changed, date_changed,
)  # fmt: skip
