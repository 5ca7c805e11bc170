"""An article put into a store as the service does, and where a sentence stands among those found."""

from collections.abc import Sequence

from footnote.embed import Embedder
from footnote.load import load_text
from footnote.retrieve import Retriever
from footnote.schema import Article, IndexedArticle, Told
from footnote.segment import segment
from footnote.store import PassageStore


def put(store: PassageStore, embedder: Embedder, text: str, source: str = "pasted text") -> Article:
    """Add an article to a store, with its vectors."""
    article = load_text(text, source=source, max_chars=len(text))
    segments = segment(article, embedder.count_tokens, embedder.max_tokens)
    store.put(IndexedArticle(article, segments, embedder.embed_article(article, segments)))
    return article


def rank(
    retriever: Retriever, article_id: str, question: str, gold: Sequence[int], told: Told | None = None
) -> int:
    """Return the place, from 1, of the sentence that holds the gold range; 99 where it was not found."""
    found = retriever.find(question, [article_id], told or Told()).candidates
    ranks = (place for place, one in enumerate(found, 1) if one.start <= gold[0] and gold[1] <= one.end)
    return next(ranks, 99)
