"""Numbers as written become numbers as meant: "twenty-seven", "27" and "27th of July" are one key."""

import re
from collections.abc import Sequence

from footnote.verify.tables.numbers import LETTER_SCALES, MONTHS, NUMBER_WORDS, ORDINALS, SCALES

_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")
_DECADE = re.compile(r"(\d{2,4})['’]?s")
_SCALED = re.compile(r"(\d[\d,]*(?:\.\d+)?)(bn|mn|tn|k|m|b)")


def quantity(words: Sequence[str], place: int, money: bool) -> tuple[str, int]:
    """Return the key of the number that begins at ``place`` and the place after it.

    Args:
        words: folded words, hyphens taken apart.
        place: where to read.
        money: whether a currency sign stands before, so that "m" is a million.

    Returns:
        A key such as "#27", "#1000000000", "#1990s" or "#ordinal3", or an empty key where no
        number begins.
    """
    word = words[place]
    if found := _ORDINAL.fullmatch(word):
        near = {*words[max(0, place - 1) : place], *words[place + 1 : place + 3]}
        return (f"#{found[1]}" if near & MONTHS.keys() else f"#ordinal{found[1]}"), place + 1
    if word in ORDINALS:
        near = {*words[max(0, place - 1) : place], *words[place + 1 : place + 3]}
        plain = bool(near & (MONTHS.keys() - {"may", "second", "sec"}))
        return (f"#{ORDINALS[word]}" if plain else f"#ordinal{ORDINALS[word]}"), place + 1
    if found := _DECADE.fullmatch(word):
        return f"#{found[1]}s", place + 1
    if found := _SCALED.fullmatch(word):
        scale = SCALES.get(found[2]) or (LETTER_SCALES[found[2]] if money or found[2] == "k" else 0)
        return (_key(_value(found[1]) * scale), place + 1) if scale else ("", place)
    return _spelled(words, place)


def _spelled(words: Sequence[str], place: int) -> tuple[str, int]:
    start, total, current = place, 0.0, 0.0
    while place < len(words):
        word = words[place]
        if _DIGITS.fullmatch(word) and place == start:
            current = _value(word)
        elif word in NUMBER_WORDS and (place == start or _joins(words[place - 1], word)):
            current += NUMBER_WORDS[word]
        elif word in SCALES and (place > start or _after_article(words, place)):
            current = max(current, 1.0) * SCALES[word]
            if word != "hundred":
                total, current = total + current, 0.0
        elif not (word == "and" and place > start and _continues(words, place)):
            break
        place += 1
    return (_key(total + current), place) if place > start else ("", start)


def _joins(before: str, word: str) -> bool:
    """Whether a number word goes on with the number before it: "twenty" "seven", "hundred" "five"."""
    tens = NUMBER_WORDS.get(before, 0) >= 20
    return (tens and 0 < NUMBER_WORDS[word] < 10) or before in SCALES or before == "and"


def _after_article(words: Sequence[str], place: int) -> bool:
    return place > 0 and words[place - 1] in {"a", "an"}


def _continues(words: Sequence[str], place: int) -> bool:
    following = words[place + 1] if place + 1 < len(words) else ""
    return words[place - 1] in {"hundred", "thousand"} and following in NUMBER_WORDS


def _value(digits: str) -> float:
    return float(digits.replace(",", ""))


def _key(value: float) -> str:
    return f"#{value:.10g}"
