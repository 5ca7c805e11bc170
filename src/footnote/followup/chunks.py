"""Where a noun phrase ends: the words of a sentence that belong together, guessed without a tagger."""

from collections.abc import Sequence

from footnote.followup.grammar.classes import ARTICLES, DO, OWNERS, PRONOUNS, QUANTIFIERS, VERBS
from footnote.followup.grammar.forms import is_plural, looks_like_noun, third_person
from footnote.followup.grammar.tokens import Token

_NAME_LINKS = frozenset("of at for de du la von van der".split())
_PERCEIVING = frozenset("see sees saw seen watch watched hear heard feel felt let lets make made".split())
_BEFORE_VERBS = frozenset(
    "i we he she it they which that often always never usually sometimes soon also now then still rarely "
    "seldom".split()
)


def chunk_end(words: Sequence[Token], start: int) -> int:
    """Return the end of the noun phrase that begins at a word, or ``start`` where none does."""
    place = start
    while place < len(words) and _determines(words[place], first=place == start) and _goes_on(words, place):
        if words[place].lower in {"many", "few"} and place and words[place - 1].lower == "how":
            return start
        place += 1
    nouns = place
    while place < len(words) and words[place].content and not _verbal(words, place, place - nouns):
        place += 1
    if place == nouns:
        return start
    firm = _firm_end(words, nouns, place)
    if firm > place:
        return firm
    place -= _trailing_verb(words, start, nouns, place)
    return _linked_end(words, start, place)


def _determines(word: Token, *, first: bool) -> bool:
    """Say whether a word opens a noun phrase, or goes on its opening: "the very first tool"."""
    return word.lower in ARTICLES | QUANTIFIERS or (word.lower == "very" and not first)


def _firm_end(words: Sequence[Token], start: int, end: int) -> int:
    """Return the end of "Hart, Rowe & Finch", names that an ampersand joins; ``end`` where none does."""
    place, joined = end, False
    while place + 1 < len(words) and words[place].text in {",", "&"} and words[place + 1].capital:
        if not all(word.capital for word in words[start:end]) or joined:
            break
        joined = words[place].text == "&"
        place += 1
        while place < len(words) and words[place].capital and words[place].content:
            place += 1
    return place if joined else end


def _goes_on(words: Sequence[Token], place: int) -> bool:
    return place + 1 < len(words) and words[place + 1].text[0].isalnum()


def _linked_end(words: Sequence[Token], start: int, end: int) -> int:
    """Take in "of the navy", "at Aktau" after a name, and "with BAE Systems" after a common noun."""
    if end + 1 >= len(words):
        return end
    link, following = words[end].lower, words[end + 1]
    to_name = following.capital or (
        words[min(end + 2, len(words) - 1)].capital and following.lower in ARTICLES
    )
    capital = words[end - 1].capital
    joins = link == "of" or (link in _NAME_LINKS and capital and to_name)
    joins = joins or (link == "with" and to_name and words[start].lower in ARTICLES and not capital)
    if not joins or words[end - 1].possessive:
        return end
    further = chunk_end(words, end + 1)
    return further if further > end + 1 else end


def _verbal(words: Sequence[Token], place: int, nouns_before: int) -> bool:
    """Guess whether a content word is the verb that follows a noun phrase, or opens a predicate."""
    word, before = words[place], words[place - 1].lower if place else ""
    if word.capital and place:
        return False
    if before in {"who", "what"} or (before == "to" and word.text.lower() in VERBS):
        return True
    if before in ARTICLES | QUANTIFIERS | OWNERS or (place and words[place - 1].possessive):
        return False
    return _verb_by_form(words, place, nouns_before)


def _perceived(words: Sequence[Token], place: int) -> bool:
    """Say whether a word is what a plural was seen to do: "had seen the ferry's lights | tilt"."""
    if place + 1 == len(words) or is_plural(words[place].text) or not is_plural(words[place - 1].text):
        return False
    start = place
    while start and (words[start - 1].content or words[start - 1].lower in ARTICLES | OWNERS):
        start -= 1
        if words[start].lower in _PERCEIVING:
            return True
    return bool(start) and words[start - 1].lower in _PERCEIVING


def _verb_by_form(words: Sequence[Token], place: int, nouns_before: int) -> bool:
    lower = words[place].text.lower()
    following = words[place + 1] if place + 1 < len(words) else None
    content_follows = following is not None and following.content
    if lower in VERBS or (nouns_before and (third_person(lower) or _perceived(words, place))):
        return True
    inflected = third_person(lower) or lower.endswith("ed")
    if not nouns_before and inflected and _after_subject_pronoun(words, place):
        return True
    if not nouns_before and is_plural(lower) and _after_one(words, place):
        return True
    if nouns_before and _after_subject_name(words, place, place - nouns_before):
        return True
    if lower.endswith("ed"):
        counted = following is not None and following.text[0].isdigit()  # "and saved 22 people"
        return bool(nouns_before) or not content_follows or counted
    if lower.endswith("ing"):
        return bool(nouns_before) and (not content_follows or is_plural(words[place - 1].text))
    determined = following is not None and following.lower in ARTICLES | PRONOUNS
    of_one = place > nouns_before and words[place - nouns_before - 1].lower in {"a", "an"}
    return bool(nouns_before) and is_plural(lower) and (determined or of_one)


def _after_subject_pronoun(words: Sequence[Token], place: int) -> bool:
    """Say whether a word stands where only a verb does: "it | gives", "they | wanted Mel"."""
    return place > 0 and words[place - 1].lower in _BEFORE_VERBS


def _after_one(words: Sequence[Token], place: int) -> bool:
    """Say whether a word stands behind one who does something: "it | sees", "a brush, which | collects"."""
    subject = words[place - 1].lower if place else ""
    before = words[place - 2] if place > 1 else None
    if subject == "which":
        return before is not None and before.text == "," and _goes_on(words, place)
    return subject in {"he", "she", "it"} and (before is None or not before.content)


def _after_subject_name(words: Sequence[Token], place: int, nouns: int) -> bool:
    """Say whether a word is the verb behind a name with "did": "did Dodge | end production"."""
    before = words[nouns - 1].lower if nouns else ""
    asks = before in DO or (before == "of" and any(word.lower in DO for word in words[:nouns]))
    names_before = all(word.capital for word in words[nouns:place])
    return asks and names_before and not (words[place].capital or is_plural(words[place].text))


def _trailing_verb(words: Sequence[Token], start: int, nouns: int, end: int) -> int:
    """Return 1 where the last word must be the verb: "did the drone | photograph"."""
    before = next((w.lower for w in reversed(words[:start]) if w.lower not in OWNERS), "")
    asks = before in DO or (before == "of" and any(word.lower in DO for word in words[:start]))
    last = words[end - 1]
    stopped_by = words[end].lower if end < len(words) else ""
    verb_follows = end < len(words) and words[end].content
    goes_on = verb_follows or stopped_by in {"and", "or", ",", "of"} or stopped_by.endswith("ly")
    verb = not words[end - 2].possessive and (words[end - 2].capital or not looks_like_noun(last.text))
    return int(asks and not goes_on and end - nouns > 1 and not last.capital and verb)
