"""The beginnings of prompts that are the same for every question, read once and kept."""

import copy
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import takewhile
from typing import Any

from footnote.generate.tokens import ChatTokenizer
from footnote.schema import Message

_KEPT = 2  # beginnings


class Leads:
    """The caches of beginnings: the worked example in every prompt for an answer is half of it."""

    def __init__(self, tokenizer: ChatTokenizer, read: Callable[[list[int]], Any]) -> None:
        self._tokenizer = tokenizer
        self._read = read  # tokens -> the cache with theirs
        self._cache = lru_cache(_KEPT)(self._read_lead)

    def length(self, prompt: list[int], messages: Sequence[Message]) -> int:
        """Return how many tokens at a prompt's beginning are the same whatever the last message says."""
        if len(messages) < 2:
            return 0
        pairs = zip(prompt, self._tokenizer.encode_chat(messages[:-1]), strict=False)
        return min(sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs)), len(prompt) - 1)

    def begun(self, tokens: list[int]) -> Any:  # noqa: ANN401
        """Return the cache of a prompt's beginning, a copy that can be added to; None where it is empty."""
        return copy.deepcopy(self._cache(tuple(tokens))) if tokens else None

    def clear(self) -> None:
        """Give up what is kept."""
        self._cache.cache_clear()

    def _read_lead(self, tokens: tuple[int, ...]) -> Any:  # noqa: ANN401
        return self._read(list(tokens))
