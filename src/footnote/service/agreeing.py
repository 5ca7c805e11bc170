"""Whether another article says the same as a short answer does: the same numbers, else the same words."""

import re

from footnote.retrieve.lexical import telling_stems
from footnote.verify.reading import read

_CLOCK = re.compile(r"(?<=\d):(?=\d\d)")  # "3:05" is "3.05"


def agrees(short: str, other: str) -> bool:
    """Say whether one of two answers has all that the other says: "Dall" and "Henrik Dall" agree.

    Where both have numbers these alone count: "five" and "at least 5 people" agree, "3.05" and "3:15" do not.
    """
    one, two = _numbers(short), _numbers(other)
    if not (one and two):
        one, two = telling_stems(short), telling_stems(other)
    return one <= two or two <= one


def _numbers(text: str) -> set[str]:
    return {token.key for token in read([_CLOCK.sub(".", text)]).tokens if token.kind == "number"}
