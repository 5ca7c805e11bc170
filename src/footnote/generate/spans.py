"""Where an answer may begin and end in a sentence: at words, with the tokens that a model would write."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from footnote.generate.tokens import ChatTokenizer
from footnote.numerals import MONTHS

_TOKENS = 20  # of a range at most
_CHARACTERS = 110  # of a range at most
_MOST = 8  # openings that are followed
_EACH = 1  # openings of each sentence that are followed whatever the others promise
# Initials; a loss, "$(12.4)"; or a word with its hyphens, decimals and currency sign. Neither the "s" of
# "Kublai's" nor the "200" of "1,200" begins one.
_WORD = re.compile(r"(?<!\w['’])(?:(?:[^\W\d_]\.){2,}|[$€£¥]\(\d[\d.,]*\)|[$€£¥]?\w+(?:[.,:]\d+|[-‑]\w+)*)")
_SIGNS = frozenset("%°")
# Of a number in figures; "km" may be followed by "/h", but "m" by no "’s" and no hyphen.
_UNIT = re.compile(
    r"\s(?:(?:per\s?cent|thousand|million|billion|trillion)\b|"
    r"(?:min|mins|sec|h|hr|hrs|ms|s|kg|g|mg|µg|μg|t|mm|cm|m|km|l|ml|dl|kcal|kJ|kW|kWh|MW|GW|TWh|MWh|GWh|lx|lux|"
    r"Hz|kHz|MHz|GHz|dB|KB|MB|GB|TB|ppm|mph|rpm|hPa|bar|mmHg|mol|mmol|µm|μm|nm)(?:/\w+|[²³]|(?![\w’'-])))|"
    r"\s?°\s?[CFK](?!\w)"
)
# What stands before a number and is of it: "−4.3", "± 2", "< 0.001", "€ 45". That of "1998 –2003" is no sign.
_SIGN = re.compile(r"(?<![^\s(|\[=])(?<!\d\s)(?:[-−–+±]|[<>≤≥±~≈]\s?|[$€£¥]\s)(?=[$€£¥]?\d)")
_ARTICLE_OF_A_NAME = re.compile(r"(?:the|an?) (?=[A-ZÀ-Þ][\w’'-]* [A-ZÀ-Þ])")  # not that of "the West"
# The last word of a range, and what follows it, where both are of one name; "In July Kazakhstan …" is two.
_NAME_GOES_ON = re.compile(r"\s[A-ZÀ-Þ]")
_NAMED = re.compile(rf"(?:^|\W)(?!(?:{MONTHS}|\w+day)$)[A-ZÀ-Þ][\w-]*$")
_ABBREVIATED = re.compile(r"(?:^|\W)(?:Mr|Mrs|Dr|St|Jr|Sr|Inc|Ltd|Co|Corp|etc)$")


@dataclass(frozen=True, slots=True)
class Opening:
    """A word at which an answer may begin, with what follows it."""

    sentence: int
    start: int
    tokens: tuple[int, ...]
    ends: tuple[tuple[int, int], ...]  # (place among the tokens of the last one, end in the sentence)


def openings(sentences: Sequence[str], tokenizer: ChatTokenizer) -> list[Opening]:
    """Return every opening, in the order of the text."""
    words = [[match.span() for match in _WORD.finditer(sentence)] for sentence in sentences]
    starts = [
        (number, start)
        for number, spans in enumerate(words)
        for start, _ in spans
        if not _unit_after(sentences[number], start - 1)  # the "billion" of "1 billion" begins nothing
    ]
    tails = [" " + _line(sentences[number][start : start + _CHARACTERS]) for number, start in starts]
    encoded = tokenizer.encode_with_ends(tails)
    found = []
    for (number, start), (tokens, token_ends) in zip(starts, encoded, strict=True):
        last = {start - 1 + end: place for place, end in enumerate(token_ends[:_TOKENS])}
        ends = tuple(
            (last[end], end) for end in _ends(sentences[number], words[number], start) if end in last
        )
        if ends:
            kept = 1 + max(place for place, _ in ends)
            found.append(Opening(number, start, tuple(tokens[:kept]), ends))
    return found


def likeliest(found: Sequence[Opening], promises: Sequence[float]) -> list[Opening]:
    """Return the openings to follow, by the log probability that each promises, in the order of the text."""
    best = sorted(range(len(found)), key=lambda place: -promises[place])
    chosen: list[int] = []
    for sentence in {one.sentence for one in found}:
        chosen += [place for place in best if found[place].sentence == sentence][:_EACH]
    chosen += [place for place in best if place not in chosen][: max(0, _MOST - len(chosen))]
    return [found[place] for place in sorted(chosen)]


def _unit_after(sentence: str, end: int) -> re.Match[str] | None:
    """Return the unit of a number in figures that ends at ``end``, if one does and has any."""
    figures = sentence[end - 2 : end].rstrip(")") if end > 1 else sentence[:end]
    return _UNIT.match(sentence, end) if figures[-1:].isdigit() else None


def whole(sentence: str, start: int, end: int) -> tuple[int, int]:
    """Return a range with the signs, unit or full stop of its outer words, a long name without "the"."""
    start = _with_sign(sentence, start)
    if article := _ARTICLE_OF_A_NAME.match(sentence, start, end):
        start = article.end()
    following = sentence[end : end + 1]
    if unit := _unit_after(sentence, end):
        return start, unit.end()
    if following in _SIGNS:
        return start, end + 1
    if following == "." and end + 1 < len(sentence) and _ABBREVIATED.search(sentence[start:end]):
        return start, end + 1
    return start, end


def _with_sign(sentence: str, start: int) -> int:
    """Return where a range begins with the sign of the number that opens it, if it has any."""
    signs = (_SIGN.match(sentence, place) for place in range(max(0, start - 2), start))
    return next((sign.start() for sign in signs if sign and sign.end() == start), start)


def cuts_a_name(sentence: str, end: int) -> bool:
    """Say whether a range that ends at ``end`` cuts a name short, as "Saudi" does in "Saudi Arabia"."""
    return bool(_NAME_GOES_ON.match(sentence, end) and _NAMED.search(sentence[:end]))


def _ends(sentence: str, words: Sequence[tuple[int, int]], start: int) -> Iterator[int]:
    """Yield where a range from ``start`` may end: after each word, and after a sign that belongs to it."""
    for _, end in words:
        if end > start:
            yield end
            if sentence[end : end + 1] in _SIGNS:
                yield end + 1


def _line(text: str) -> str:
    return "".join(" " if character.isspace() else character for character in text)
