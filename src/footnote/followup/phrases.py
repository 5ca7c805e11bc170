"""Noun phrases of a sentence, found by word classes and neighbours: what a pronoun can stand for."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from footnote.followup.chunks import chunk_end
from footnote.followup.grammar.classes import ARTICLES, ASKING, AUXILIARIES, OWNERS, PREPOSITIONS, VERBS
from footnote.followup.grammar.nouns import is_person
from footnote.followup.grammar.tokens import POSSESSIVE, Token, tokens
from footnote.followup.phrase import Phrase, Role


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
    asks_for = before[-1:] in (["which"], ["what"], ["whose"]) and words[start].lower != "about"
    if asks_for or before[-2:] in (["how", "many"], ["how", "much"]):
        return "asked"
    linked = before[:-1] if before[-1:] and before[-1] in OWNERS else before  # "without our consent"
    if linked and linked[-1] in PREPOSITIONS:
        return "prepositional"
    if before and before[-1] in AUXILIARIES:
        return "subject"
    first = not any(word.lower in AUXILIARIES or word.lower in VERBS for word in words[:start])
    asks = bool(words) and words[0].lower in ASKING | AUXILIARIES
    return "subject" if first and not asks else "object"
