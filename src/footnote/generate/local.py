"""A causal language model on this machine, by transformers: streamed, cancellable, scored in batches."""

import copy
import threading
from collections.abc import Generator, Sequence
from typing import TYPE_CHECKING, Any

from footnote.config import DEFAULT_MODEL, Settings
from footnote.errors import ModelUnavailable, TooLarge
from footnote.generate.chat import Turns
from footnote.generate.decodable import check_steps, end_tokens, positions
from footnote.generate.hardware import choose_device, choose_dtype, use_threads
from footnote.generate.leads import Leads
from footnote.generate.locate import locate
from footnote.generate.reader import Reader, load_reader
from footnote.generate.scoring import mean_log_likelihoods, width
from footnote.generate.tokens import ChatTokenizer, TextPieces
from footnote.generate.weights import load_weights
from footnote.schema import Message, Reading

if TYPE_CHECKING:
    import torch
    from transformers import PreTrainedModel

_PREFILL_CHUNK = 512  # tokens between two looks at the cancel event
_SCORED_AT_ONCE = 16  # continuations per batch: each carries a copy of the prefix's cache


def load_local(settings: Settings) -> "LocalChatModel":
    """Load the model that ``settings.model`` names onto the device that suits.

    Raises:
        ModelUnavailable: it cannot be loaded.
    """
    place = locate(settings.model)
    use_threads(settings.threads)
    device = choose_device(settings.device)
    weights = load_weights(place, device, choose_dtype(settings.dtype, device), settings.cache)
    model = LocalChatModel(place.name, weights.model, weights.tokenizer)
    if settings.model == DEFAULT_MODEL:
        model.add_reader()
    return model


class LocalChatModel:
    """A transformers model and its tokeniser behind the ChatModel protocol."""

    def __init__(self, name: str, model: "PreTrainedModel", tokenizer: ChatTokenizer) -> None:
        self.name = name
        self.context_tokens = min(tokenizer.context_tokens, positions(model))
        self.tokens_generated = 0
        self._tokens_read = 0
        self._tokenizer = tokenizer
        self._turns = Turns()
        self._leads = Leads(tokenizer, lambda tokens: self._prefill(tokens, None)[1])
        self._model: PreTrainedModel | None = model.eval()
        self._reader: Reader | None = None
        self._stop = tokenizer.stop_tokens(end_tokens(model))
        check_steps(name, self._forward)

    def add_reader(self) -> None:
        """Load the reader that was trained for the default model.

        Raises:
            ModelUnavailable: its file is not what was shipped, or this is another model.
        """
        self._reader = load_reader(self._loaded(), self._tokenizer, self._turns)

    @property
    def tokens_read(self) -> int:
        """How many tokens of prompts, scored texts and readings went through the model."""
        return self._tokens_read + (self._reader.tokens_read if self._reader else 0)

    def count_tokens(self, text: str) -> int:
        """Return how many tokens ``text`` has as content of a message."""
        return len(self._tokenizer.encode_text(text))

    def stream(
        self, messages: Sequence[Message], *, max_tokens: int, cancel: threading.Event | None = None
    ) -> Generator[str, None, None]:
        """Write a reply greedily; see ``ChatModel.stream``."""
        prompt = self._tokenizer.encode_chat(messages)
        room = self.context_tokens - len(prompt)
        if room < 1:
            raise TooLarge(
                f"The prompt has {len(prompt):,} tokens and the model {self.name} takes "
                f"{self.context_tokens:,}; send less text.",
                "messages",
            )
        return self._write(prompt, self._leads.length(prompt, messages), min(max_tokens, room), cancel)

    def log_likelihoods(self, prefix: str, continuations: Sequence[str]) -> list[float] | None:
        """Score each continuation; an empty one scores minus infinity. See ``ChatModel``."""
        before = self._tokenizer.encode_prefix(prefix)
        after = [self._tokenizer.encode_text(text) for text in continuations]
        longest = max(map(len, after), default=0)
        if len(before) + longest > self.context_tokens:
            raise TooLarge(
                f"A prefix of {len(before):,} tokens and a continuation of {longest:,} pass what the model "
                f"{self.name} takes ({self.context_tokens:,}); score less text.",
                "prefix",
            )
        if not longest:
            return [float("-inf")] * len(after)
        first, cache = self._prefill(before, None)
        scores: list[float] = []
        for start in range(0, len(after), _SCORED_AT_ONCE):
            scores += self._score(first, copy.deepcopy(cache), after[start : start + _SCORED_AT_ONCE])
        return scores

    def read(
        self, question: str, sentences: Sequence[str], *, cancel: threading.Event | None = None
    ) -> Reading | None:
        """See ``ChatModel.read``; only the default model comes with a reader."""
        self._loaded()
        return self._reader.read(question, sentences, cancel) if self._reader else None

    def close(self) -> None:
        """Give up the model's memory; every later call raises ModelUnavailable."""
        with self._turns.take():
            self._tokens_read = self.tokens_read
            self._model = self._reader = None
            self._leads.clear()

    def _write(
        self, prompt: list[int], lead: int, max_tokens: int, cancel: threading.Event | None
    ) -> Generator[str, None, None]:
        pieces = TextPieces(self._tokenizer)
        begun = self._leads.begun(prompt[:lead])
        logits, cache = self._prefill(prompt[lead:], cancel, begun)
        for written in range(max_tokens):
            token = int(logits.argmax())
            if token in self._stop:
                break
            self.tokens_generated += 1
            if piece := pieces.add(token):
                yield piece
            if written + 1 < max_tokens:
                logits, cache = self._forward([token], cache, cancel)
        if piece := pieces.rest():
            yield piece

    def _prefill(
        self,
        tokens: list[int],
        cancel: threading.Event | None,
        cache: Any = None,  # noqa: ANN401
    ) -> tuple["torch.Tensor", Any]:
        """Return the logits (vocabulary,) after ``tokens`` and the cache with theirs added."""
        for start in range(0, len(tokens), _PREFILL_CHUNK):
            chunk = tokens[start : start + _PREFILL_CHUNK]
            logits, cache = self._forward(chunk, cache, cancel)
            self._tokens_read += len(chunk)
        return logits, cache

    def _forward(
        self, tokens: list[int], cache: object, cancel: threading.Event | None
    ) -> tuple["torch.Tensor", Any]:
        """Run one step: return the logits (vocabulary,) after the last token and the grown cache."""
        import torch

        with self._turns.take(cancel), torch.inference_mode():
            model = self._loaded()
            ids = torch.tensor([tokens], device=model.device)
            out = model(input_ids=ids, cache=cache, use_cache=True, logits_to_keep=1)
            return out.logits[0, -1], out.cache

    def _score(self, first: "torch.Tensor", cache: Any, rows: list[list[int]]) -> list[float]:  # noqa: ANN401
        import torch

        with self._turns.take(), torch.inference_mode():
            scores = mean_log_likelihoods(self._loaded(), first, cache, rows)
            self._tokens_read += len(rows) * width(rows)
            return scores

    def _loaded(self) -> "PreTrainedModel":
        if self._model is None:
            raise ModelUnavailable(f"The model {self.name} has been closed; load it again.")
        return self._model
