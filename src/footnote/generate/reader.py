"""The few words of the evidence that answer a question, if any do.

The default model reads with low-rank matrices beside its layers (``assets/reader``, made by
``training/reader.py``). It never writes: every range of words of the evidence is a possible answer, and the
model only says how likely each is. So what it answers stands in the evidence by construction. One pass reads
the prompt, and its states point at where the answer begins and ends; the openings that the model finds
likeliest are then followed, all at once, up to 20 tokens, and may end wherever a word ends.
"""

import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Any

from footnote.generate.adapter import Adapter
from footnote.generate.chat import Turns
from footnote.generate.choice import choose
from footnote.generate.paths import Forward, follow
from footnote.generate.pointers import Pointed, Pointers
from footnote.generate.reader_weights import read_weights
from footnote.generate.reading_prompt import places, prompt
from footnote.generate.sources import without_source
from footnote.generate.spans import Opening, likeliest, openings
from footnote.generate.tokens import ChatTokenizer
from footnote.schema import Reading

if TYPE_CHECKING:
    import torch
    from transformers import PreTrainedModel

_SENTENCE_CHARACTERS = 700  # of a sentence that are read


@dataclass(frozen=True, slots=True, eq=False)
class _Begun:
    """A prompt that was read."""

    first: "torch.Tensor"  # log probabilities (vocabulary,) after it
    second: "torch.Tensor"  # and after a space
    cache: Any  # of the prompt alone
    pointed: Pointed


class Reader:
    """Reads with the model that it shares with whoever phrases; the adapter is on only inside a turn."""

    def __init__(
        self,
        model: "PreTrainedModel",
        tokenizer: ChatTokenizer,
        turns: Turns,
        weights: "Mapping[str, torch.Tensor]",
    ) -> None:
        self._adapter = Adapter(model, weights)
        self._pointers = Pointers(weights, model.config.hidden_size)
        self._model = model
        self._tokenizer = tokenizer
        self._turns = turns
        self._end = int(model.config.eos_token_id)
        self._space = tokenizer.encode_text(" 1")[0]  # what every number begins with
        self.tokens_read = 0  # since it was loaded

    def read(
        self, question: str, sentences: Sequence[str], cancel: threading.Event | None = None
    ) -> Reading | None:
        """Return the likeliest answer; None where the sentences hold no words.

        Among equals the earlier sentence wins, so the best-ranked one should be given first.

        Raises:
            Cancelled: ``cancel`` was set.
        """
        texts = [without_source(question, sentence)[:_SENTENCE_CHARACTERS] for sentence in sentences]
        found = openings(texts, self._tokenizer)
        if not found:
            return None
        begun = self._begin(question, texts, cancel)
        chosen = likeliest(found, self._promises(found, begun))
        trunk, forward = begun.cache.get_seq_length(), self._forward(begun.cache, cancel)
        scored = follow(chosen, begun.first, trunk, self._end, forward)
        return choose(question, texts, scored, begun.pointed)

    def _begin(self, question: str, texts: Sequence[str], cancel: threading.Event | None) -> _Begun:
        """Read the prompt, and in the same pass a space after it, which is taken off again."""
        ((tokens, ends),) = self._tokenizer.encode_with_ends([prompt(question, texts)])
        ids = [*tokens, self._space]
        with self._turn(cancel) as torch:
            self.tokens_read += len(ids)
            out = self._model.model(input_ids=torch.tensor([ids], device=self._model.device), use_cache=True)
            out.cache.crop(-1)
            states = out.last_hidden_state[0]
            first, second = self._model.lm_head(states[-2:]).float().log_softmax(-1)
            pointed = self._pointers.point(states[:-1], places(question, texts, ends))
            return _Begun(first, second, out.cache, pointed)

    def _promises(self, found: Sequence[Opening], begun: _Begun) -> list[float]:
        """Return the log probability of how each opening begins.

        All numbers begin with the same token, a space; for them the second token tells.
        """
        promises = [float(begun.first[one.tokens[0]]) for one in found]
        for place, one in enumerate(found):
            if one.tokens[0] == self._space and len(one.tokens) > 1:
                promises[place] += float(begun.second[one.tokens[1]])
        return promises

    def _forward(self, cache: Any, cancel: threading.Event | None) -> Forward:  # noqa: ANN401
        """Return what passes tokens through the model, onto the cache."""
        import torch

        def forward(ids: "torch.Tensor", places: "torch.Tensor", visible: "torch.Tensor") -> "torch.Tensor":
            with self._turn(cancel):
                self.tokens_read += len(ids)
                device, dtype = self._model.device, self._model.dtype
                hidden = torch.zeros(visible.shape, dtype=dtype).masked_fill(~visible, torch.finfo(dtype).min)
                out = self._model(
                    input_ids=ids[None].to(device),
                    position_ids=places[None].to(device),
                    attention_mask=hidden[None, None].to(device),
                    cache=cache,
                )
                logits: torch.Tensor = out.logits[0]
                return logits

        return forward

    @contextmanager
    def _turn(self, cancel: threading.Event | None) -> Iterator[Any]:
        """Hold the model with the adapter on."""
        import torch

        with self._turns.take(cancel), torch.inference_mode(), self._adapter.applied():
            yield torch


def load_reader(model: "PreTrainedModel", tokenizer: ChatTokenizer, turns: Turns) -> Reader:
    """Return the default model's reader, from the adapter that is shipped.

    Raises:
        ModelUnavailable: it is not the file that was made, or does not fit the model.
    """
    with as_file(files("footnote") / "assets" / "reader") as folder:
        return Reader(model, tokenizer, turns, read_weights(folder))
