"""What a word that changes what follows it rules: the next claim-carrying words of its clause."""

from footnote.verify.reading.tokens import Reading

MOST_WORDS = 3  # claim-carrying words after a negation or hedge among which its predicate is looked for


def shared_heads(reading: Reading, place: int, other: dict[int, int]) -> list[int]:
    """Return the first words that a negation or hedge rules and both have; at an end, the word before."""
    heads, any_follows = _heads(reading, place, other)
    if any_follows:
        return heads
    before = next((p for p in range(place - 1, max(-1, place - 4), -1) if reading.tokens[p].counts), None)
    return [before] if before in other else []


def _heads(reading: Reading, place: int, other: dict[int, int]) -> tuple[list[int], bool]:
    """Return the first words behind a place, in its clause, that both texts have, and if any word follows."""
    heads: list[int] = []
    words = 0
    for following in range(place + 1, len(reading.tokens)):
        token = reading.tokens[following]
        ended = token.kind == "mark" and token.surface not in "\"“”'‘"
        if ended or words >= MOST_WORDS or token.word in {"but", "although", "because"}:
            break
        if token.counts:
            words += 1
            if following in other:
                heads.append(following)
    return heads, words > 0
