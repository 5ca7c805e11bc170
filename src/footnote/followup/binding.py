"""Which pronouns of a question lean on what was said before, and which it explains itself.

"In what decade did Louis XIV start his reign?" explains its "his", "How long were their courses?" does
not. Rough rules of English syntax decide: number, person or thing, and that the subject and the object of
one verb are not the same.
"""

import re
from collections.abc import Iterator, Sequence

from footnote.followup.antecedents import Kind
from footnote.followup.gender import PRONOUNS, may_be
from footnote.followup.grammar.classes import ASKING, AUXILIARIES, BE_HAVE, PREPOSITIONS
from footnote.followup.grammar.forms import is_plural
from footnote.followup.grammar.nouns import SHIPS
from footnote.followup.grammar.openings import LEADS
from footnote.followup.grammar.tokens import Token
from footnote.followup.phrase import Phrase
from footnote.followup.phrases import noun_phrases

_KINDS: dict[str, Kind] = {
    **PRONOUNS,
    **dict.fromkeys("it its that this".split(), "thing"),
    **dict.fromkeys("they them their these those".split(), "many"),
    "there": "place",
}
_OWNERS = frozenset("his her its their".split())
POINTING = frozenset("that this these those".split())
_CLAUSE = frozenset(
    "that when where why how if as because while who which and to whether before after although".split()
)
_CLAUSE_OR_OBJECT = frozenset("to before after as".split())  # "after he left", "after him"
_TAKEN_ALONG = frozenset("bring brought take took taken carry carried".split())
_EXPLETIVE = re.compile(
    r"\b(?:is|was)(?:n[’']t)? it (?:him|her|them|(?-i:[A-Z]))|"
    r"\b(?:is|was) it \w+ (?:for|to|that)\b|\b(?:does|did) it mean (?:when|if|that|for|to)\b"
    r"|\b(?:is|was|be|been) it (?:\w+ )?(?:possible|likely|true|necessary|important|difficult|hard|easy|"
    r"known|said|believed|thought|clear|illegal|legal|common|assumed|estimated|fair|from|that|to)\b"
    r"|\bit (?:is|was|(?:has|had) been|(?:would|will|can|could|may) be) (?:\w+ ){0,2}(?:that|to|for)\b"
    r"|\bit (?:really )?(?:his|her|their|[\w’']+s) (?:fault|idea|turn)\b"
    r"|\b(?:take|takes|took) (?:\w+ ){0,3}to\b|\bit (?:\w+ ){0,3}(?:take|takes|took) (?:\w+ ){0,6}to\b"
    r"|\b(?:made|make|makes|find|found|finds) it \w+ (?:for|to|that)\b|\bmean(?:s|t)? (?:it )?to\b",
    re.IGNORECASE,
)
_MEASURED = re.compile(  # "Is that a lot?", and not "Is that a lot cheaper?"
    r"(?:really |quite |so )?(?:much|many|enough|a (?:lot|little|bit))\b"
    r"(?! (?:more|less|better|worse|\w+er)\b)|(?:more|less|fewer) than\b"
)
_TOPIC = re.compile(
    rf"{LEADS}(?:(?:what about|as for|back to|about) )?(?P<topic>(?:(?:the|his|her|its|their) |(?-i:[A-Z]))"
    rf"[^,?]*), (?:{'|'.join(ASKING | AUXILIARIES)})\b",
    re.IGNORECASE,
)
_ARTICLE_ITSELF = frozenset(
    "article text page story report piece author year month week time way case".split()
)


_OF_THE_ARTICLE = re.compile(  # "Is this a true story?", "Why is it written like a poem?"
    r"\b(?:is|was) (?:this|it written (?:like|as|in)) (?:really )?(?:an?|the) (?:\w+ ){0,2}"
    r"(?:story|article|text|poem|joke|essay|tale|novel|parody|satire|hoax|advert(?:isement)?)\b",
    re.IGNORECASE,
)


def leaning(question: str, words: Sequence[Token]) -> Iterator[tuple[int, Kind]]:
    """Yield the place of each pronoun that the question does not explain, the first of its kind."""
    done: set[Kind] = set()
    for place, word in enumerate(words):
        kind = _KINDS.get(word.text.lower())
        if kind is None or kind in done:
            continue
        bound = _bound(question, words, place, kind)
        if not bound or kind in PRONOUNS.values():  # "what she had in front of her" is of one woman
            done.add(kind)
        if not bound:
            yield place, kind


def _bound(question: str, words: Sequence[Token], place: int, kind: Kind) -> bool:
    word = words[place].lower
    if _topic_in_front(question, words[place]):
        return True
    if word in {"this", "it"} and _OF_THE_ARTICLE.search(question):
        return True
    if word in POINTING or kind == "place":
        return not _points_back(words, place)
    if word == "it" and _EXPLETIVE.search(question):
        return True
    if inverted(words, place):
        return False
    phrases = noun_phrases(question)
    candidates = _before(phrases, words, place)
    if not candidates and _subordinate(words) and any(one.text == "," for one in words):
        candidates = [phrase for phrase in phrases if phrase.start > words[place].end and phrase.name]
    return any(_agrees(phrase, kind) for phrase in candidates) or _who_is_subject(
        words, place, bool(candidates)
    )


def _topic_in_front(question: str, pronoun: Token) -> bool:
    """Say whether the pronoun takes up what stands in front: "And the doctorate, when was that?"."""
    found = _TOPIC.match(question)
    if not found or pronoun.start < found.end():
        return False
    return any(phrase.end == found.end("topic") for phrase in noun_phrases(question))


def _points_back(words: Sequence[Token], place: int) -> bool:
    """Say whether "that", "this", "there" are pronouns: "When was that?", "How many live there?"."""
    word, before = words[place].lower, words[place - 1].lower if place else ""
    following = words[place + 1] if place + 1 < len(words) else None
    if _MEASURED.match(" ".join(one.lower for one in words[place + 1 :])):
        return False
    last = following is None or not following.text[0].isalnum()
    if word == "there":
        return last and before not in {"is", "are", "was", "were", "be", "been"}
    if following is not None and following.content:
        noun = word != "that" or (before in AUXILIARIES | PREPOSITIONS and not is_plural(following.text))
        return noun and following.lower not in _ARTICLE_ITSELF
    return last or (before in AUXILIARIES and place <= 3 and word in {"that", "this"})


def inverted(words: Sequence[Token], place: int) -> bool:
    """Say whether the pronoun is the subject behind its auxiliary, as in "At what distance do they …"."""
    earlier = [word.lower for word in words[: max(0, place - 1)]]
    first = not any(word in AUXILIARIES or word in {"if", "because", ","} for word in earlier)
    opens = words[0].lower in ASKING | PREPOSITIONS | AUXILIARIES | {"and", "but", "so", "or"}
    return place > 0 and words[place - 1].lower in AUXILIARIES and first and opens and not _subordinate(words)


def _before(phrases: Sequence[Phrase], words: Sequence[Token], place: int) -> list[Phrase]:
    """Return the phrases in front of a pronoun that it may stand for."""
    start = words[place].start
    link = words[place - 1].lower if place else ""
    found = [phrase for phrase in phrases if phrase.end <= start]
    if link in {"of", "for", "behind"} and place > 1:  # "the length of its course" is not the course's
        found = [phrase for phrase in found if phrase.end != words[place - 2].end]
    along = link == "with" and any(word.lower in _TAKEN_ALONG for word in words[:place])
    if not (owns(words, place) or along) and (
        not subject_of_clause(words, place) or _beside_who_is(words, place)
    ):
        found = [one for one in found if one.possessive or one.role not in {"subject", "asked"}]
    return found


def subject_of_clause(words: Sequence[Token], place: int) -> bool:
    """Say whether a clause begins in front of the pronoun: then it may stand for the subject."""
    if words[place].lower in {"he", "she", "they"}:
        return True
    following = words[place + 1].lower if place + 1 < len(words) else ""
    return following in AUXILIARIES or any(word.lower in _CLAUSE for word in words[1:place])


def owns(words: Sequence[Token], place: int) -> bool:
    """Say whether the pronoun is the owner of something, and not the "her" of "Who met her?"."""
    following = words[place + 1] if place + 1 < len(words) else None
    owned = following is not None and (following.content or following.lower == "own")
    return words[place].lower in _OWNERS and (owned or words[place].lower != "her")


def _object_alone(words: Sequence[Token], place: int) -> bool:
    """Say whether the pronoun belongs to no clause, but to "after him", "close to her" or "to see it"."""
    word, following = words[place].lower, words[place + 1] if place + 1 < len(words) else None
    subject = following is not None and following.text[0].isalnum() and following.lower not in PREPOSITIONS
    if word not in {"him", "them", "her", "it"} or owns(words, place) or (word == "it" and subject):
        return False
    return words[place - 1].lower in _CLAUSE_OR_OBJECT or words[place - 2].lower == "to"


def _beside_who_is(words: Sequence[Token], place: int) -> bool:
    """Say whether one is asked for beside the pronoun's: "Who was mayor before him?"."""
    asks = words[0].lower == "who" and words[1].lower in BE_HAVE
    return asks and words[place - 1].lower in _CLAUSE_OR_OBJECT and _object_alone(words, place)


def _subordinate(words: Sequence[Token]) -> bool:
    """Say whether the question opens with a clause: "When it was founded, who …"."""
    opens = words[0].lower in {"when", "if", "before", "after", "as", "while", "because", "since", "although"}
    return opens and len(words) > 1 and words[1].lower not in AUXILIARIES


def _agrees(phrase: Phrase, kind: Kind) -> bool:
    if kind == "he" or kind == "she":
        ship = kind == "she" and phrase.head.lower() in SHIPS
        return ship or phrase.bare_name or (phrase.person and may_be(kind, phrase))
    if kind == "many":
        return phrase.plural or phrase.name
    return not phrase.plural and not phrase.time and (phrase.name or not phrase.person)


def _who_is_subject(words: Sequence[Token], place: int, noun_before: bool) -> bool:
    """Say whether "who" or "what" is what the pronoun stands for: "Who lost his post?"."""
    first, second = (word.lower for word in [word for word in words if word.lower != "else"][:2])
    owner = owns(words, place)
    if first == "whose":
        return owner or subject_of_clause(words, place)
    if second in AUXILIARIES:
        return first == "who" and owner and noun_before
    subject = first in {"who", "what"} and second != "if" and place > 1
    return subject and (owner or (subject_of_clause(words, place) and not _object_alone(words, place)))
