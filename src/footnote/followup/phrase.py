"""A noun phrase and what it can name: a person, an organisation, a time, one thing or many."""

import re
from dataclasses import dataclass
from typing import Literal

from footnote.dictionary import dictionary
from footnote.followup.grammar.classes import ARTICLES, AUXILIARIES
from footnote.followup.grammar.forms import is_plural, looks_like_noun, stem
from footnote.followup.grammar.nouns import ORGANISATION_WORDS, TIME_NOUNS, is_person
from footnote.followup.grammar.tokens import tokens
from footnote.followup.places import COUNTRIES

_OWNED = re.compile(r"[’'] |[’']s ")
_ADVERBIAL = re.compile(
    r"in the (?:end|beginning|(?:first|second) place|meantime|(?:long|short) (?:run|term)|past|future|main)|"
    r"on the (?:whole|contrary|other hand)",
    re.IGNORECASE,
)
_WHOSE = re.compile(r"([A-Z]\S* [A-Z]\S*) (?:of|at) .+")  # "Tom Rees of Cardiff University"
Role = Literal["asked", "subject", "object", "prepositional"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase [start, end) of a text; ``head`` is its noun, ``before`` the word in front of it."""

    text: str
    start: int
    end: int
    head: str
    role: Role
    before: str = ""
    possessive: bool = False

    @property
    def name(self) -> bool:
        """Whether it is a proper name, with or without an article."""
        words = [word for word in self.text.split() if word.lower() not in ARTICLES]
        ends = [tokens(word)[:1] for word in (words[0], words[-1])] if words else []
        return bool(ends) and not self.opening_plural and all(one and one[0].capital for one in ends)

    @property
    def opening_plural(self) -> bool:
        """Whether it opens a sentence and is a noun in the plural alone: "Volunteers counted …".

        A strange word is a name: "Claes warned …".
        """
        *article, noun = self.text.split()
        opens = self.before in {"", ".", "!", "?"} and is_plural(self.text)
        alone = len(article) < 2 and ARTICLES.issuperset(word.lower() for word in article)
        return opens and alone and bool(article or dictionary().known([noun.lower()]))

    @property
    def plural(self) -> bool:
        """Whether it is a common noun in the plural."""
        return not self.name and (is_plural(self.head) or self.text.split()[0].lower() in {"both", "many"})

    @property
    def time(self) -> bool:
        """Whether it names a time or a measure rather than a thing, as "in the end" does."""
        fixed = _ADVERBIAL.fullmatch(f"{self.before} {self.text}")
        return bool(fixed) or self.head.lower() in TIME_NOUNS or not self.head.strip("0123456789.,")

    @property
    def definite(self) -> bool:
        """Whether it is a name or has an article or an owner: no pronoun is for "navigation" alone."""
        first = self.text.lower().removeprefix("about ").split()[0]  # "What about the bridge?"
        owned = bool(_OWNED.search(self.text))
        return self.name or self.role == "asked" or first in ARTICLES or owned

    @property
    def owned(self) -> bool:
        """Whether it has an owner: "Varga’s deputy", "his deputy"."""
        return bool(_OWNED.search(self.text)) or self.before in {"his", "her", "its", "their"}

    @property
    def bare_name(self) -> bool:
        """Whether it must be a name in small letters: "did mayor varga leave", a noun has an article."""
        subject = self.before in AUXILIARIES and self.role == "subject" and self.text[0].islower()
        noun = self.possessive or self.definite or self.plural or self.time or looks_like_noun(self.head)
        return subject and not noun

    @property
    def organisation(self) -> bool:
        """Whether it is a name that can hardly be a person's."""
        if self.text.removeprefix("the ") in COUNTRIES or "&" in self.text:
            return True
        whose = _WHOSE.fullmatch(self.text)
        named = whose[1] if whose else self.text
        words = {word.lower() for word in re.findall(r"\w+", named)}
        return bool(ORGANISATION_WORDS & words) or bool(re.search(r"\b(?![IVX]+\b)[A-Z]{2,}", named))

    @property
    def person(self) -> bool:
        """Whether it may be a person: a name of no organisation, or a noun for people."""
        if self.name:
            return not self.organisation and not self.time
        return not self.plural and is_person(self.head)

    @property
    def stems(self) -> frozenset[str]:
        """The stems of its words, parts of hyphened words among them."""
        return frozenset(
            stem(word) for word in re.split(r"[\s\-&,]+", self.text) if word and word.lower() not in ARTICLES
        )
