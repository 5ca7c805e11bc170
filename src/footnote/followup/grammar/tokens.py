"""The words and marks of a text with their places."""

import re
from dataclasses import dataclass

from footnote.followup.grammar.classes import FUNCTION

_TOKEN = re.compile(r"\d+(?:[.,]\d+)+|\w+(?:[’'\-]\w+)*(?:(?<=s)[’'])?|[^\w\s]")
POSSESSIVE = re.compile(r"(?:[’']s|(?<=s)[’'])$")
_ENDING = re.compile(r"(?:[’'](?:s|ll|ve|d|re|m)|(?<=s)[’']|n[’']t)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark with its place in the text."""

    text: str
    start: int
    end: int

    @property
    def lower(self) -> str:
        """The word without case, possessive ending and what is contracted with it: "I'll", "wasn't"."""
        return _ENDING.sub("", self.text).lower()

    @property
    def capital(self) -> bool:
        """Whether it is written like a name."""
        return self.lower != "i" and (self.text[0].isupper() or re.search(r"-[A-Z]", self.text) is not None)

    @property
    def possessive(self) -> bool:
        """Whether it ends in ’s or s’."""
        return POSSESSIVE.search(self.text) is not None

    @property
    def content(self) -> bool:
        """Whether it may stand in a noun phrase: a word or number of no closed class."""
        adverb = self.text.endswith("ly") and len(self.text) > 4 and not self.capital
        return self.text[0].isalnum() and self.lower not in FUNCTION and not adverb


def tokens(text: str) -> list[Token]:
    """Return the words and marks of a text in order."""
    return [Token(found[0], found.start(), found.end()) for found in _TOKEN.finditer(text)]
