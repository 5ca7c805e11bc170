"""The loaded models, as the service keeps them."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from footnote.config import DEFAULT_MODEL, Settings
from footnote.embed import Embedder, load_embedder
from footnote.generate import ChatModel, load_chat_model
from footnote.retrieve import Retriever
from footnote.segment import SEGMENTATION
from footnote.store import Indexing, PassageStore

_POLL = 0.05  # seconds between two looks whether what waits is still wanted


@dataclass(frozen=True, slots=True)
class Models:
    """What embeds, what writes, and what finds with the one for the other."""

    embedder: Embedder
    chat: ChatModel
    retriever: Retriever

    @property
    def writer(self) -> ChatModel | None:
        """What may phrase a summary; None for the default model, whose wording reads worse than quotation."""
        return None if self.chat.name == DEFAULT_MODEL else self.chat

    def similar(self, one: str, other: str) -> float:
        """Return the cosine of two texts."""
        first, second = self.embedder.embed([one, other])
        return float(first @ second)


class Engines:
    """The embedder and the chat model, each loaded once for all libraries. Any thread may ask for them."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._lock = threading.Lock()
        self._indexing = threading.Lock()
        self._embedder: Embedder | None = None
        self._chat: ChatModel | None = None

    def embedder(self) -> Embedder:
        """Return the embedder, loaded if it is not. Raises ModelUnavailable."""
        with self._lock:
            self._embedder = self._embedder or load_embedder(self._settings)
            return self._embedder

    def chat(self) -> ChatModel:
        """Return the chat model, loaded if it is not. Raises ModelUnavailable."""
        with self._lock:
            self._chat = self._chat or load_chat_model(self._settings)
            return self._chat

    @contextmanager
    def indexing(self, between: Callable[[], None]) -> Iterator[None]:
        """Take the turn to make an article's index, which takes all of a core, in one library at a time.

        ``between`` is called several times a second while another has the turn; what it raises is raised.
        """
        while not self._indexing.acquire(timeout=_POLL):
            between()
        try:
            yield
        finally:
            self._indexing.release()

    def close(self) -> None:
        """Release the models."""
        if self._chat is not None:
            self._chat.close()


def load_models(engines: Engines, store: PassageStore) -> Models:
    """Return the models for a library, which is bound to its embedder before the chat model is loaded.

    Raises:
        ModelUnavailable: a model cannot be loaded. StoreMismatch: the library is another embedder's.
    """
    embedder = engines.embedder()
    store.bind(Indexing(embedder.name, embedder.dimension, SEGMENTATION))
    return Models(embedder, engines.chat(), Retriever(store, embedder))
