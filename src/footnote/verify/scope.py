"""Words that change what follows them: negations, hedges, quantifiers. They stay, and none is added."""

from collections.abc import Callable, Iterator

from footnote.verify.alignment import Alignment
from footnote.verify.reading import Reading
from footnote.verify.tables import APPROXIMATORS, DENIALS, HEDGES, NEGATIONS, QUANTIFIERS, SPEECH, SPEECH_ADVERBS

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
    """What the evidence denies the draft denies, and nothing else."""
    for place in _negations(found.evidence):
        heads = _heads(found.evidence, place, lambda p: p in found.to_draft)
        if heads and not _denied(found.draft, found.to_draft[heads[0]]):
            yield f"the evidence has “{found.evidence.tokens[place].surface}” before what the draft states"
    for place in _negations(found.draft):
        heads = _heads(found.draft, place, lambda p: p in found.to_evidence)
        if not heads:
            if not any(True for _ in _negations(found.evidence)):
                yield f"“{found.draft.tokens[place].surface}” is not in the evidence"
        elif not any(_denied(found.evidence, found.to_evidence[head]) for head in heads[:2]):
            yield f"“{found.draft.tokens[place].surface}” is not in the evidence before the same words"


def _negations(reading: Reading) -> Iterator[int]:
    tokens = reading.tokens
    for place, token in enumerate(tokens):
        following = tokens[place + 1].word if place + 1 < len(tokens) else ""
        if token.word in NEGATIONS or (token.word in DENIALS and token.counts):
            if token.word in {"not", "no"} and following in {"only", "just", "merely", "doubt"}:
                continue
            yield place


def _heads(reading: Reading, place: int, shared: Callable[[int], bool]) -> list[int]:
    """Return the first words after a negation, in its clause, that both texts have."""
    heads: list[int] = []
    words = 0
    for following in range(place + 1, len(reading.tokens)):
        token = reading.tokens[following]
        if (token.kind == "mark" and token.surface not in "\"“”'‘") or words >= _SCOPE:
            break
        if token.word in {"but", "although", "because"}:
            break
        if token.counts:
            words += 1
            if shared(following):
                heads.append(following)
    return heads


def _denied(reading: Reading, place: int) -> bool:
    """Whether a negation stands shortly before a word, in its clause, or is the word itself."""
    words = 0
    for before in range(place, -1, -1):
        token = reading.tokens[before]
        if token.word in NEGATIONS or (token.word in DENIALS and token.counts):
            following = reading.tokens[before + 1].word if before + 1 < len(reading.tokens) else ""
            if not (token.word in {"not", "no"} and following in {"only", "just", "merely", "doubt"}):
                return True
        if (token.kind == "mark" and token.surface not in "\"“”'‘" and before < place) or words > _SCOPE:
            return False
        words += token.counts
    return False


def hedges(found: Alignment, question: str) -> Iterator[str]:
    """What is only possible, wished or alleged in the evidence is so in the draft."""
    ours = {token.word for token in found.draft.tokens}
    hedged = bool(ours & HEDGES or ours & SPEECH_ADVERBS or ours & SPEECH or "according" in ours)
    for place, token in enumerate(found.evidence.tokens):
        if token.word not in HEDGES or token.kind in {"name", "mark"} or hedged:
            continue
        if _heads(found.evidence, place, lambda p: p in found.to_draft):
            yield f"“{token.surface}” of the evidence is dropped"
    theirs = {token.word for token in found.evidence.tokens}
    for word in sorted(ours & _OBLIGATIONS):
        if not theirs & _OBLIGATIONS:
            yield f"“{word}” is not in the evidence"


_OBLIGATIONS = frozenset({"must", "should", "ought", "shall"})


def quantifiers(found: Alignment, question: str) -> Iterator[str]:
    """All, most, some, only, about and at least stay what they are before the same word."""
    for ours, theirs in found.pairs:
        mine, yours = _quantifier(found.draft, ours), _quantifier(found.evidence, theirs)
        if mine != yours and not (mine == "all" and yours == "any"):
            surface = found.draft.tokens[ours].surface
            yield f"“{mine or 'no quantifier'}” before {surface}, in the evidence “{yours or 'none'}”"


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


_TRANSPARENT = frozenset("of the a an its his her their these those this that been be to for in at by on".split())
