"""What the reader reads, and where in it the sentences lie."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate


@dataclass(frozen=True, slots=True)
class Places:
    """Where sentences lie among the tokens of a prompt."""

    begins: tuple[int, ...]  # of each sentence, the character at which it begins
    lengths: tuple[int, ...]  # of each sentence, in characters
    token_ends: tuple[int, ...]  # of each token, the character after it

    def token(self, sentence: int, character: int) -> int:
        """Return which token holds a character of a sentence; the one after its last is the line's end."""
        return bisect_right(self.token_ends, self.begins[sentence] + character)

    def tokens(self, sentence: int) -> range:
        """Return the tokens of a sentence, without the line's end."""
        length = self.lengths[sentence]
        return range(self.token(sentence, 0), self.token(sentence, length - 1) + 1 if length else 0)

    def line_ends(self) -> list[int]:
        """Return the token after each sentence: the first that has seen all of it."""
        return [self.token(number, length) for number, length in enumerate(self.lengths)]


def prompt(question: str, sentences: Sequence[str]) -> str:
    """Return what the reader reads; the question comes first too, so the sentences are read in its light."""
    lines = "".join(f"- {_flat(sentence)}\n" for sentence in sentences)
    return f"{_asked(question)}\n\n{lines}\n{_asked(question)}\nAnswer:"


def places(question: str, sentences: Sequence[str], token_ends: Sequence[int]) -> Places:
    """Return where the sentences of ``prompt`` lie; ``token_ends`` are those of its tokens."""
    lengths = tuple(map(len, sentences))
    first = len(_asked(question)) + len("\n\n- ")
    begins = accumulate((length + len("\n- ") for length in lengths[:-1]), initial=first)
    return Places(tuple(begins)[: len(lengths)], lengths, tuple(token_ends))


def _asked(question: str) -> str:
    return f"Question: {_flat(question)}"


def _flat(text: str) -> str:
    """Return the text in one line, each character in its place."""
    return "".join(" " if character.isspace() else character for character in text)
