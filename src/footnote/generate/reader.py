"""The few words of the evidence that answer a question, if any do.

The default model reads with low-rank matrices beside its layers (``assets/reader``, made by
``training/reader.py``). It never writes: every range of words of the evidence is a possible answer, and the
model only says how likely each is. So what it answers stands in the evidence by construction. One pass reads
the prompt; the openings that it finds likeliest are then followed, all at once, up to 20 tokens, and may end
wherever a word ends.
"""

import hashlib
import json
import re
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from footnote.errors import ModelUnavailable
from footnote.generate.adapter import Adapter
from footnote.generate.amounts import is_no_amount
from footnote.generate.chat import Turns
from footnote.generate.dates import whole_date
from footnote.generate.paths import Forward, Range, follow
from footnote.generate.spans import Opening, cuts_a_name, openings, whole
from footnote.generate.tokens import ChatTokenizer
from footnote.schema import Reading

if TYPE_CHECKING:
    import torch
    from transformers import PreTrainedModel

_MOST = 8  # openings that are followed
_EACH = 1  # openings of each sentence that are followed whatever the others promise
_SENTENCE_CHARACTERS = 700  # of a sentence that are read
_NOTHING = float("-inf")
# What an answer's score loses that only says the question's words again, in part where some of them are.
# On 323 questions about unseen articles F1 went from 0.585 to 0.595 with one adapter, and with another, which
# had also been trained on questions made of the articles' sentences, from 0.585 to 0.585.
_ECHO = 1.0


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
        texts = [sentence[:_SENTENCE_CHARACTERS] for sentence in sentences]
        found = openings(texts, self._tokenizer)
        if not found:
            return None
        first, second, cache = self._begin(prompt(question, texts), cancel)
        chosen = _likeliest(found, self._promises(found, first, second))
        trunk, forward = cache.get_seq_length(), self._forward(cache, cancel)
        scored = follow(chosen, first, trunk, self._end, forward)
        return _reading(question, texts, scored)

    def _begin(self, text: str, cancel: threading.Event | None) -> "tuple[torch.Tensor, torch.Tensor, Any]":
        """Read the prompt, and in the same pass a space after it, which is taken off again.

        Returns:
            The log probabilities (vocabulary,) after the prompt, and after the space; the prompt's cache.
        """
        ids = [*self._tokenizer.encode_text(text), self._space]
        with self._turn(cancel) as torch:
            self.tokens_read += len(ids)
            out = self._model.model(input_ids=torch.tensor([ids], device=self._model.device), use_cache=True)
            out.cache.crop(-1)
            first, second = self._model.lm_head(out.last_hidden_state[0, -2:]).float().log_softmax(-1)
            return first, second, out.cache

    def _promises(
        self, found: Sequence[Opening], first: "torch.Tensor", second: "torch.Tensor"
    ) -> list[float]:
        """Return the log probability of how each opening begins.

        All numbers begin with the same token, a space; for them the second token tells.
        """
        promises = [float(first[one.tokens[0]]) for one in found]
        for place, one in enumerate(found):
            if one.tokens[0] == self._space and len(one.tokens) > 1:
                promises[place] += float(second[one.tokens[1]])
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


def prompt(question: str, sentences: Sequence[str]) -> str:
    """Return what the reader reads; the question comes first too, so the sentences are read in its light."""
    lines = "\n".join(f"- {_flat(sentence)}" for sentence in sentences)
    asked = f"Question: {_flat(question)}"
    return f"{asked}\n\n{lines}\n\n{asked}\nAnswer:"


def _flat(text: str) -> str:
    """Return the text in one line, each character in its place."""
    return "".join(" " if character.isspace() else character for character in text)


def _likeliest(found: Sequence[Opening], promises: Sequence[float]) -> list[Opening]:
    """Return the openings to follow, in the order of the text."""
    best = sorted(range(len(found)), key=lambda place: -promises[place])
    chosen: list[int] = []
    for sentence in {one.sentence for one in found}:
        chosen += [place for place in best if found[place].sentence == sentence][:_EACH]
    chosen += [place for place in best if place not in chosen][: max(0, _MOST - len(chosen))]
    return [found[place] for place in sorted(chosen)]


def _reading(question: str, texts: Sequence[str], scored: Sequence[Range]) -> Reading:
    """Choose each sentence's best range.

    A range that cuts a name short, or is no amount where one is asked for, speaks for its sentence as any
    other does, but is chosen only where there is no other. Names: F1 went from 0.575 to 0.584 so on the
    questions of ``_ECHO``, exact match from 0.489 to 0.502, with an adapter trained for fewer steps.
    """
    asked = frozenset(_words(question))
    own: list[list[tuple[bool, float, Range]]] = [[] for _ in texts]
    for one in scored:
        text = texts[one.sentence]
        score = one.score - _ECHO * _echoed(text[one.start : one.end], asked)
        poor = cuts_a_name(text, one.end) or is_no_amount(question, text[one.start : one.end])
        own[one.sentence].append((not poor, score, one))
    scores = tuple(max((score for _, score, _ in found), default=_NOTHING) for found in own)
    best = [max(found, key=lambda pair: pair[:2])[2] if found else None for found in own]
    ranges = tuple(
        whole_date(question, text, *whole(text, one.start, one.end)) if one else (0, 0)
        for text, one in zip(texts, best, strict=True)
    )
    return Reading(scores, ranges)


def _echoed(text: str, asked: frozenset[str]) -> float:
    """Return the share of an answer's longer words, or of all if it has none, that the question says."""
    words = _words(text)
    words = [word for word in words if len(word) > 3 or word.isdigit()] or words
    return sum(word in asked for word in words) / len(words)


def _words(text: str) -> list[str]:
    return [word.casefold() for word in re.findall(r"\w+", text)]


def load_reader(model: "PreTrainedModel", tokenizer: ChatTokenizer, turns: Turns) -> Reader:
    """Return the default model's reader, from the adapter that is shipped.

    Raises:
        ModelUnavailable: it is not the file that was made, or does not fit the model.
    """
    with as_file(files("footnote") / "assets" / "reader") as folder:
        return Reader(model, tokenizer, turns, read_weights(folder))


def read_weights(folder: Path) -> "dict[str, torch.Tensor]":
    """Read adapter.safetensors, checked against the SHA-256 in reader.json.

    Raises:
        ModelUnavailable: it is absent or is not the file that was made.
    """
    from safetensors.torch import load

    try:
        content = (folder / "adapter.safetensors").read_bytes()
        wanted = json.loads((folder / "reader.json").read_text("utf-8"))["sha256"]
    except (OSError, ValueError, KeyError) as error:
        raise _spoilt("it cannot be read") from error
    if hashlib.sha256(content).hexdigest() != wanted:
        raise _spoilt("its SHA-256 is not the one in reader.json")
    weights: dict[str, torch.Tensor] = load(content)
    return weights


def _spoilt(why: str) -> ModelUnavailable:
    return ModelUnavailable(
        f"The reader's adapter (adapter.safetensors) is not what was shipped: {why}. Install Footnote again."
    )
