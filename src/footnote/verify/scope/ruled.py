"""What a word that changes what follows it rules: the next claim-carrying words of its clause."""

from collections.abc import Iterator

from footnote.verify.reading.tokens import Reading, Token

QUOTES = "\"“”'‘"
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
        if is_break(token) or words >= MOST_WORDS or token.word in {"but", "although", "because"}:
            break
        if token.counts:
            words += 1
            if following in other:
                heads.append(following)
    return heads, words > 0


def stretch(reading: Reading, place: int, step: int) -> Iterator[int]:
    """Yield the places from a place onwards, or backwards, up to the next mark or the sentence's end."""
    tokens = reading.tokens
    places = range(place, len(tokens) if step > 0 else -1, step) if 0 <= place < len(tokens) else ()
    for here in places:
        if is_break(tokens[here]) or tokens[here].sentence != tokens[place].sentence:
            return
        yield here


def is_break(token: Token) -> bool:
    """Whether a token is a mark that ends a phrase: any but a quotation mark."""
    return token.kind == "mark" and token.surface not in QUOTES
