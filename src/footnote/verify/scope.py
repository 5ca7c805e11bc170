"""Words that change what follows them: negations, hedges, quantifiers. They stay, and none is added."""

from collections.abc import Iterator

from footnote.verify.alignment import Alignment
from footnote.verify.reading.tokens import Reading, Token
from footnote.verify.tables.scope import APPROXIMATORS, DENIALS, HEDGES, NEGATIONS, QUANTIFIERS
from footnote.verify.tables.speech import SPEECH, SPEECH_ADVERBS

_SCOPE = 3  # claim-carrying words after a negation among which its predicate is looked for
_PHRASES = {
    ("at", "least"): "at-least",
    ("at", "most"): "at-most",
    ("more", "than"): "more-than",
    ("greater", "than"): "more-than",
    ("less", "than"): "less-than",
    ("fewer", "than"): "less-than",
    ("up", "to"): "up-to",
    ("close", "to"): "about",
}


def negation(found: Alignment, question: str) -> Iterator[str]:
    """What the evidence denies the draft denies, and nothing else: negations are matched one to one."""
    ours = list(_ruled(found.draft, found.to_evidence))
    theirs = list(_ruled(found.evidence, found.to_draft))
    for place, heads in theirs:
        match = next((own for own in ours if _same(found, own, heads)), None)
        if match is None:
            yield f"“{found.evidence.tokens[place].surface}” of the evidence is dropped"
        else:
            ours.remove(match)
    for place, _ in ours:
        yield f"“{found.draft.tokens[place].surface}” is not in the evidence before the same words"
    mine, yours = list(_negations(found.draft)), list(_negations(found.evidence))
    if len(mine) > len(yours):
        yield f"“{found.draft.tokens[mine[-1]].surface}” is one negation more than in the evidence"


def _ruled(reading: Reading, other: dict[int, int]) -> Iterator[tuple[int, list[int]]]:
    for place in _negations(reading):
        if heads := _shared(reading, place, other):
            yield place, heads


def _shared(reading: Reading, place: int, other: dict[int, int]) -> list[int]:
    """Return the first words that a negation or hedge rules and both have; at an end, the word before."""
    heads, any_follows = _heads(reading, place, other)
    if any_follows:
        return heads
    before = next((p for p in range(place - 1, max(-1, place - 4), -1) if reading.tokens[p].counts), None)
    return [before] if before in other else []


def _same(found: Alignment, own: tuple[int, list[int]], heads: list[int]) -> bool:
    """Whether a negation of the draft denies what one of the evidence does: their words meet."""
    place, mine = own
    near = {found.to_evidence[head] for head in mine}
    if near & set(heads) and (found.to_evidence[mine[0]] in heads or heads[0] in near):
        return True
    # "No seals were found" is "seals were not found".
    before = [p for p in range(max(0, place - 2 * _SCOPE), place) if p in found.to_evidence]
    return found.to_evidence[mine[0]] in heads and heads[0] in {found.to_evidence[p] for p in before}


def _negations(reading: Reading) -> Iterator[int]:
    """Yield the places of negations; "not only … but" and the noun "decline" are none."""
    words = [token.word for token in reading.tokens]
    for place, token in enumerate(reading.tokens):
        following = words[place + 1] if place + 1 < len(words) else ""
        if token.word.startswith("declin") and following != "to":
            continue
        limited = token.word in {"not", "no"} and following in {"only", "just", "merely"}
        if (limited and "but" in words[place:]) or (token.word, following) == ("no", "doubt"):
            continue
        if token.word in NEGATIONS or (token.word in DENIALS and token.counts):
            yield place


def _heads(reading: Reading, place: int, other: dict[int, int]) -> tuple[list[int], bool]:
    """Return the first words behind a place, in its clause, that both texts have, and if any word follows."""
    heads: list[int] = []
    words = 0
    for following in range(place + 1, len(reading.tokens)):
        token = reading.tokens[following]
        ended = token.kind == "mark" and token.surface not in "\"“”'‘"
        if ended or words >= _SCOPE or token.word in {"but", "although", "because"}:
            break
        if token.counts:
            words += 1
            if following in other:
                heads.append(following)
    return heads, words > 0


def hedges(found: Alignment, question: str) -> Iterator[str]:
    """What is only possible, wished or alleged in the evidence is so in the draft, each hedge by one."""
    free = [place for place, token in enumerate(found.draft.tokens) if _is_hedge(token, softened=True)]
    for place, token in enumerate(found.evidence.tokens):
        heads = _shared(found.evidence, place, found.to_draft) if _is_hedge(token, softened=False) else []
        if not heads:
            continue
        kept = found.to_draft.get(place) if token.counts else None
        behind = heads[0] < place  # "… as it ever could be": it closes its clause
        head = found.to_draft[heads[0]]
        before = [p for p in free if p == kept or behind or _reaches(found.draft, p, head)]
        if token.word not in SPEECH_ADVERBS:
            before = [p for p in before if _is_hedge(found.draft.tokens[p], softened=False)]
        if before:
            free.remove(before[-1])
        else:
            yield f"“{token.surface}” of the evidence is dropped"
    ours = {token.word for token in found.draft.tokens}
    theirs = {token.word for token in found.evidence.tokens}
    for word in sorted(ours & _OBLIGATIONS):
        if not theirs & _OBLIGATIONS:
            yield f"“{word}” is not in the evidence"


def _is_hedge(token: Token, softened: bool) -> bool:
    """Whether a token hedges; a draft may say "according to" for "reportedly"."""
    if token.kind in {"name", "mark"}:
        return False
    return token.word in HEDGES or (softened and (token.word in SPEECH or token.word == "according"))


def _reaches(reading: Reading, cue: int, place: int) -> bool:
    """Whether a place stands behind a cue, in its clause, with few words between."""
    between = reading.tokens[cue + 1 : place]
    same_clause = not any(token.kind == "mark" and token.surface not in "\"“”'‘" for token in between)
    return cue < place and same_clause and sum(token.counts for token in between) <= _SCOPE


_OBLIGATIONS = frozenset({"must", "should", "ought", "shall"})


def quantifiers(found: Alignment, question: str) -> Iterator[str]:
    """All, most, some, only, about and at least stay what they are before the same word."""
    for ours, theirs in found.pairs:
        mine, yours = _quantifier(found.draft, ours), _quantifier(found.evidence, theirs)
        if mine != yours and not (mine == "all" and yours == "any"):
            surface = found.draft.tokens[ours].surface
            yield f"“{mine or 'no quantifier'}” before {surface}, in the evidence “{yours or 'none'}”"
    used = {found.evidence.tokens[theirs].sentence for _, theirs in found.pairs}
    held = set(_classes(Reading(tuple(t for t in found.evidence.tokens if t.sentence in used))))
    for quantifier in dict.fromkeys(_classes(found.draft)):
        if quantifier not in held:
            yield f"“{quantifier}” is not in the evidence"
    if "only" not in set(_classes(found.draft)):
        yield from _only_dropped(found)


def _only_dropped(found: Alignment) -> Iterator[str]:
    """Yield each "only" left out; it rules all that follows in its clause, not just the next word."""
    for place, token in enumerate(found.evidence.tokens):
        restricts = QUANTIFIERS.get(token.word) == "only" and not _after_not(found.evidence, place)
        if restricts and _shared(found.evidence, place, found.to_draft):
            yield f"“{token.surface}” of the evidence is dropped"


def _after_not(reading: Reading, place: int) -> bool:
    return place > 0 and reading.tokens[place - 1].word == "not"


def _classes(reading: Reading) -> Iterator[str]:
    """Yield the classes of the quantifiers of a reading, wherever they stand."""
    for before, token in zip((None, *reading.tokens), reading.tokens, strict=False):
        phrase = _PHRASES.get((before.word, token.word)) if before else None
        if phrase:
            yield APPROXIMATORS[phrase]
        elif token.word in QUANTIFIERS and token.kind != "name":
            yield QUANTIFIERS[token.word]


def _quantifier(reading: Reading, place: int) -> str:
    """Return the class of the quantifier directly before a word, "" where there is none."""
    tokens = reading.tokens
    number = tokens[place].kind == "number"
    for before in range(place - 1, max(-1, place - 4), -1):
        token = tokens[before]
        pair = (tokens[before - 1].word if before else "", token.word)
        phrase = _PHRASES.get(pair)
        if number and (phrase or token.word in APPROXIMATORS):
            return APPROXIMATORS[phrase or token.word]
        if token.word in QUANTIFIERS and token.kind != "name":
            return QUANTIFIERS[token.word]
        if token.counts or token.kind == "mark" or token.word not in _TRANSPARENT:
            return ""
    return ""


_TRANSPARENT = frozenset(
    "of the a an its his her their these those this that been be to for in at by on".split()
)
