"""Guesses of what a greedy writer writes next, which the model then checks many at once.

An answer about a text repeats it: what followed the last two tokens where they stood before is a good
guess. A pass over a few tokens takes hardly longer than over one, since reading the weights takes the time;
the guessed tokens that the model would have written itself are kept, so the text stays the same. Method:
speculative decoding (Leviathan et al. 2023) with the prompt as the draft (Saxena 2023, "Prompt lookup
decoding"; Yang et al. 2023, "Inference with reference").
"""

from collections.abc import Sequence

_SUFFIX = 2  # tokens that must have stood there before
_MOST = 6  # tokens that are guessed


def guess(tokens: Sequence[int], most: int) -> list[int]:
    """Return what followed the last two tokens where they stood last before; [] where they did not.

    Args:
        tokens: the prompt and all that is written.
        most: how many tokens may still be written after them.
    """
    length, suffix = len(tokens), tuple(tokens[-_SUFFIX:])
    for start in range(length - _SUFFIX - 1, -1, -1):
        if tokens[start] == suffix[0] and tuple(tokens[start : start + _SUFFIX]) == suffix:
            follows = start + _SUFFIX
            return list(tokens[follows : follows + min(_MOST, most)])
    return []


def agreed(guessed: Sequence[int], wanted: Sequence[int]) -> int:
    """Return how many guessed tokens the model wanted itself, up to the first that it did not."""
    pairs = zip(guessed, wanted, strict=False)
    return next((place for place, (one, other) in enumerate(pairs) if one != other), len(guessed))
