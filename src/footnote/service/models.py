"""The loaded models, as the service keeps them."""

from dataclasses import dataclass

from footnote.config import DEFAULT_MODEL, Settings
from footnote.embed import Embedder, load_embedder
from footnote.generate import ChatModel, load_chat_model
from footnote.retrieve import Retriever
from footnote.segment import SEGMENTATION
from footnote.store import Indexing, PassageStore


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


def load_models(settings: Settings, store: PassageStore) -> Models:
    """Load the models and bind the library to its embedder.

    Raises:
        ModelUnavailable: a model cannot be loaded. StoreMismatch: the library is another embedder's.
    """
    embedder = load_embedder(settings)
    store.bind(Indexing(embedder.name, embedder.dimension, SEGMENTATION))
    return Models(embedder, load_chat_model(settings), Retriever(store, embedder))
