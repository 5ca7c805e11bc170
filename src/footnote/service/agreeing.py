"""Whether another article says the same as a short answer does: the same numbers, else the same words."""

import re

from footnote.numerals import NUMBER_WORDS
from footnote.retrieve.lexical import telling_stems

_WORDS = NUMBER_WORDS.split("|")
_VALUES = {word: str(value) for value, word in enumerate(_WORDS[: _WORDS.index("twenty") + 1], 1)}
_NUMBER = re.compile(rf"\d+(?:[.,:]\d+)*|\b(?:{NUMBER_WORDS})\b", re.IGNORECASE)


def agrees(short: str, other: str) -> bool:
    """Say whether one of two answers has all that the other says: "Dall" and "Henrik Dall" agree.

    Where both have numbers these alone count: "five" and "at least 5 people" agree, "3.05" and "3:15" do not.
    """
    one, two = _numbers(short), _numbers(other)
    if not (one and two):
        one, two = telling_stems(short), telling_stems(other)
    return one <= two or two <= one


def _numbers(text: str) -> set[str]:
    found = (number.lower().replace(",", "").replace(":", ".") for number in _NUMBER.findall(text))
    return {_VALUES.get(number, number) for number in found}
