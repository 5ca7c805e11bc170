"""Noun phrases of a sentence, found by word classes and neighbours: what a pronoun can stand for."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from footnote.followup.chunks import chunk_end
from footnote.followup.grammar.classes import ARTICLES, ASKING, AUXILIARIES, BE_HAVE, DO, PREPOSITIONS, VERBS
from footnote.followup.grammar.forms import is_plural, looks_like_noun, stem
from footnote.followup.grammar.nouns import ORGANISATION_WORDS, TIME_NOUNS, is_person
from footnote.followup.grammar.tokens import POSSESSIVE, Token, tokens
from footnote.followup.places import COUNTRIES

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
        opens = self.before in {"", ".", "!", "?"}
        common = len(words) == 1 and opens and is_plural(self.text)  # "Volunteers counted …"
        ends = [tokens(word)[:1] for word in (words[0], words[-1])] if words else []
        return bool(ends) and not common and all(one and one[0].capital for one in ends)

    @property
    def plural(self) -> bool:
        """Whether it is a common noun in the plural."""
        return not self.name and (is_plural(self.head) or self.text.split()[0].lower() in {"both", "many"})

    @property
    def time(self) -> bool:
        """Whether it names a time or a measure rather than a thing."""
        return self.head.lower() in TIME_NOUNS or self.head.isdigit()

    @property
    def definite(self) -> bool:
        """Whether it is a name or has an article or an owner: no pronoun is for "navigation" alone."""
        first = self.text.split()[0].lower()
        return (
            self.name
            or self.role == "asked"
            or first in ARTICLES
            or bool(re.search(r"[’'] |[’']s ", self.text))
        )

    @property
    def bare_name(self) -> bool:
        """Whether it must be a name in small letters: "did varga leave", a noun would have an article."""
        subject = self.before in AUXILIARIES and self.role == "subject" and self.text.islower()
        noun = self.possessive or self.definite or self.plural or self.time or looks_like_noun(self.head)
        return subject and not noun

    @property
    def organisation(self) -> bool:
        """Whether it is a name that can hardly be a person's."""
        words = [word.lower() for word in re.findall(r"\w+", self.text)]
        if self.text.removeprefix("the ") in COUNTRIES or "&" in self.text:
            return True
        return bool(ORGANISATION_WORDS & set(words)) or bool(re.search(r"\b(?![IVX]+\b)[A-Z]{2,}", self.text))

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

    @property
    def core(self) -> frozenset[str]:
        """The stems of its words up to the first "of"."""
        own = noun_phrases(self.text.split(" of ")[0])
        return own[0].stems if own else frozenset()


@lru_cache(maxsize=256)  # the rules ask again and again for those of the same few sentences
def noun_phrases(text: str) -> tuple[Phrase, ...]:
    """Return the noun phrases of a text in order; the owner in "Russia’s minister" comes as one too."""
    words = tokens(text)
    found: list[Phrase] = []
    place = 0
    while place < len(words):
        end = chunk_end(words, place)
        if end > place:
            found.extend(_phrases(text, words, place, end))
            end += end < len(words) and words[end].content  # what stopped the phrase is its verb
        place = max(end, place + 1)
    return tuple(found)


def names(text: str) -> list[Phrase]:
    """Return the proper names of a text in order, owners among them."""
    return [phrase for phrase in noun_phrases(text) if phrase.name and not phrase.time]


def pair(text: str, *, besides: str = "") -> list[str]:
    """Return the two or more things that a sentence sets side by side, in order; empty where none does.

    Args:
        text: sentences, the first that has a pair counts.
        besides: a text whose names are no part of the pair.
    """
    known = frozenset().union(*(phrase.stems for phrase in noun_phrases(besides)))
    phrases = [p for p in noun_phrases(text) if not (p.time or p.possessive or (p.name and p.stems <= known))]
    for chosen in ([phrase for phrase in phrases if phrase.name], phrases):
        joined = _joined(text, chosen)
        if joined:
            return joined
    proper = list(dict.fromkeys(phrase.text for phrase in phrases if phrase.name))
    return proper if len(proper) > 1 else []


def _joined(text: str, phrases: Sequence[Phrase]) -> list[str]:
    """Return the first run of phrases with nothing between them but commas and a last "and" or "or"."""
    run: list[str] = []
    for one, following in pairwise(phrases):
        between = text[one.end : following.start].strip()
        if one.name == following.name and re.fullmatch(r",|(?:, ?)?(?:and|or)", between):
            run = run or [one.text]
            run.append(following.text)
            if between != ",":
                return run
        else:
            run = []
    return []


def _phrases(text: str, words: Sequence[Token], start: int, end: int) -> Iterator[Phrase]:
    """Yield the owners within a chunk, then the whole chunk, then what follows its "of"."""
    role = _role(words, start)
    before = words[start - 1].lower if start else ""
    for place in range(start, end):
        if words[place].possessive and place + 1 < end + 1:
            first = (
                start if all(word.capital or word.lower in ARTICLES for word in words[start:place]) else place
            )
            yield _phrase(text, words[first : place + 1], role, before, owner=True)
    if words[end - 1].possessive:
        return
    yield _phrase(text, words[start:end], role, before)
    name = _named_person(words, start, end)
    if start < name < end:
        yield _phrase(text, words[name:end], role, before)
    for place in range(start, end - 1):
        if words[place].lower in {"of", "with"}:
            yield _phrase(text, words[place + 1 : end], "prepositional", words[place].lower)


def _named_person(words: Sequence[Token], start: int, end: int) -> int:
    """Return where a full name begins behind a noun for its bearer: "the engineer Mateo Ferrant"."""
    name = end
    while name > start and words[name - 1].capital:
        name -= 1
    return name if end - name > 1 and name > start and is_person(words[name - 1].text) else end


def _phrase(text: str, chunk: Sequence[Token], role: Role, before: str, *, owner: bool = False) -> Phrase:
    start, end = chunk[0].start, chunk[-1].end
    links = [place for place, word in enumerate(chunk) if place and word.lower in PREPOSITIONS]
    head = chunk[(links[0] if links else len(chunk)) - 1].text
    words = text[start:end]
    if owner:
        words, head = POSSESSIVE.sub("", words), POSSESSIVE.sub("", head)
    return Phrase(words, start, end, head, role, before, owner)


def _role(words: Sequence[Token], start: int) -> Role:
    before = [word.lower for word in words[max(0, start - 2) : start]]
    if before and (
        before[-1] in {"which", "what", "whose"} or before[-2:] in (["how", "many"], ["how", "much"])
    ):
        return "asked"
    if before and before[-1] in PREPOSITIONS:
        return "prepositional"
    if before and before[-1] in AUXILIARIES:
        return "subject"
    first = not any(word.lower in AUXILIARIES or word.lower in VERBS for word in words[:start])
    asks = bool(words) and words[0].lower in ASKING | AUXILIARIES
    return "subject" if first and not asks else "object"


def asked_phrase(question: str) -> str:
    """Return what a question counts or picks out, with what it says of it: "the cadets who graduated".

    Empty where the question does not open with "which", "what" or "how many" and a noun as its subject.
    """
    found = re.match(r"(?:which|what|how many)\s+(?:of\s+)?", question, re.IGNORECASE)
    asked = [phrase for phrase in noun_phrases(question) if found and phrase.start == found.end()]
    if not found or not asked:
        return ""
    phrase, rest = asked[0], question[asked[0].end :].strip(" ?")
    first = rest.split(maxsplit=1)[0].lower() if rest else ""
    noun = re.sub(r"^(?:the|of the)\s+", "", phrase.text)
    inverted = first in DO or (first in BE_HAVE and not _participle_follows(rest))
    return f"the {noun}" if inverted or not rest else f"the {noun} that {rest}"


def _participle_follows(rest: str) -> bool:
    following = rest.split()[1:2]
    return bool(following) and (
        following[0].endswith(("ed", "ing")) or following[0].lower() in VERBS | {"been"}
    )
