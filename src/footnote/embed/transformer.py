"""An embedder of the sentence-transformers library."""

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from footnote.config import Settings
from footnote.embed.locate import is_folder, locate_embedder, unloadable
from footnote.embed.words import unit, words_of
from footnote.errors import ModelUnavailable
from footnote.loading import LOADING
from footnote.schema import Article, ArticleVectors, Segments, Vectors, WordVectors

_BATCH = 32
# Passages of an article per batch without a GPU: some tenths of a second, then others get a turn.
_AT_ONCE = 4


class SentenceTransformerEmbedder:
    """Any model of the sentence-transformers library, by the default's name, a hub id or a folder."""

    def __init__(self, settings: Settings) -> None:
        """Load the model on the device that the settings name; sentence-transformers chooses for auto.

        Raises:
            ModelUnavailable: it cannot be found or loaded; says what was tried and what to do.
        """
        from sentence_transformers import SentenceTransformer

        name = settings.embedder
        self.name = Path(name).expanduser().resolve().name if is_folder(name) else name
        self._lock = threading.Lock()  # a fast tokenizer refuses two threads at once
        source = locate_embedder(name)
        try:
            device = None if settings.device == "auto" else settings.device
            with LOADING:
                self._model = SentenceTransformer(source, device=device)
            self._model.eval()
            self.dimension = int(self._model.get_embedding_dimension() or 0)
            self.max_tokens = int(self._model.max_seq_length or 512) - 2
            self._tokenizer = self._model.tokenizer
            self._tokenizer.split_special_tokens = True  # "[SEP]" in an article is text like any other
            self._pools_by_mean = self._mean_of_tokens_is_pooled()
        except Exception as error:  # the library raises many kinds for one cause: it will not load
            raise ModelUnavailable(unloadable(name, error)) from error

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """See Embedder."""
        if not texts:
            return []
        with self._lock:
            encoded = self._tokenizer(
                list(texts), add_special_tokens=False, truncation=False, return_attention_mask=False
            )
        return [len(tokens) for tokens in encoded["input_ids"]]

    def embed(self, texts: Sequence[str]) -> Vectors:
        """See Embedder."""
        parts = [self._parts(text) for text in texts]
        flat = [part for group in parts for part in group]
        if not flat:
            return np.zeros((0, self.dimension), np.float32)
        with self._lock:
            vectors = self._model.encode(
                flat, batch_size=_BATCH, normalize_embeddings=True, show_progress_bar=False
            )
        ends = np.cumsum([len(group) for group in parts])
        means = [group.mean(axis=0) for group in np.split(vectors, ends[:-1])]
        return unit(np.stack(means))

    def embed_article(
        self, article: Article, segments: Segments, between: Callable[[], None] = lambda: None
    ) -> ArticleVectors:
        """See Embedder. Passages of like length share a batch.

        Where the model pools by other means than the mean, sentences are embedded by themselves.
        """
        passages = np.zeros((len(segments.passages), self.dimension), np.float32)
        sentences = np.zeros((len(segments.sentences), self.dimension), np.float32)
        order = sorted(range(len(passages)), key=lambda number: -_length(segments, number))
        at_once = _AT_ONCE if self._model.device.type == "cpu" else _BATCH
        for start in range(0, len(order), at_once):
            between()
            self._embed_batch(article, segments, order[start : start + at_once], passages, sentences)
        if not self._pools_by_mean:
            sentences = self.embed([article.text[s.start : s.end] for s in segments.sentences])
        return ArticleVectors(unit(passages), unit(sentences))

    def embed_words(self, texts: Sequence[str]) -> tuple[WordVectors, ...]:
        """See Embedder."""
        if not texts:
            return ()
        _, tokens, offsets = self._forward(list(texts))
        return tuple(words_of(*row) for row in zip(texts, tokens, offsets, strict=True))

    def embed_question(self, question: str) -> tuple[Vectors, WordVectors]:
        """See Embedder. One pass gives both, unless the text is too long for one."""
        if self.count_tokens([question])[0] > self.max_tokens:
            return self.embed([question])[0], self.embed_words([question])[0]
        pooled, tokens, offsets = self._forward([question])
        return unit(pooled)[0], words_of(question, tokens[0], offsets[0])

    def _mean_of_tokens_is_pooled(self) -> bool:
        pooled, tokens, _ = self._forward(["A text of a few words."])
        if pooled.shape[1] != tokens.shape[2]:
            return False
        mean, pooled = unit(tokens[0].mean(axis=0, keepdims=True)), unit(pooled)
        return float((mean @ pooled.T)[0, 0]) > 0.999

    def _embed_batch(
        self, article: Article, segments: Segments, batch: list[int], passages: Vectors, sentences: Vectors
    ) -> None:
        """Fill the rows of a batch of passages, and of the sentences in them, from one forward pass."""
        texts = [article.text[p.start : p.end] for p in (segments.passages[number] for number in batch)]
        pooled, tokens, offsets = self._forward(texts)
        for row, number in enumerate(batch):
            passage = segments.passages[number]
            passages[number] = pooled[row]
            if not self._pools_by_mean:
                continue
            starts = offsets[row, :, 0] + passage.start
            ends = offsets[row, :, 1] + passage.start
            real = offsets[row, :, 1] > offsets[row, :, 0]
            for place in range(passage.first_sentence, passage.last_sentence + 1):
                sentence = segments.sentences[place]
                # Some tokenizers count the blank before a word as the word's, so overlap decides.
                own = real & (starts < sentence.end) & (ends > sentence.start)
                sentences[place] = tokens[row][own].mean(axis=0) if own.any() else pooled[row]

    def _forward(self, texts: list[str]) -> tuple[Vectors, Vectors, NDArray[np.int64]]:
        """Return pooled vectors (n, dim), token vectors (n, tokens, dim) and offsets (n, tokens, 2)."""
        import torch

        with self._lock, torch.inference_mode():
            encoded = self._tokenizer(
                texts,
                padding=True,
                truncation=True,
                max_length=self.max_tokens + 2,
                return_offsets_mapping=True,
                return_tensors="pt",
            )
            offsets = encoded.pop("offset_mapping")
            features: dict[str, Any] = {key: value.to(self._model.device) for key, value in encoded.items()}
            output = self._model(features)
        return (
            output["sentence_embedding"].float().cpu().numpy(),
            output["token_embeddings"].float().cpu().numpy(),
            offsets.numpy(),
        )

    def _parts(self, text: str) -> list[str]:
        """Cut a text that is too long into runs of words that are not; nothing is dropped."""
        if self.count_tokens([text])[0] <= self.max_tokens:
            return [text]
        middle = len(text) // 2
        space = text.find(" ", middle)
        cut = space if 0 < space < len(text) - 1 else middle
        return self._parts(text[:cut]) + self._parts(text[cut:])


def _length(segments: Segments, number: int) -> int:
    return segments.passages[number].end - segments.passages[number].start
