"""An article becomes what a library holds: its sentences and passages, and their vectors."""

from collections.abc import Sequence
from importlib.resources import files

from footnote.embed import Embedder
from footnote.load import load_text
from footnote.schema import Article, IndexedArticle
from footnote.segment import segment
from footnote.service.models import Models
from footnote.service.progress import Progress, untold
from footnote.store import PassageStore


def index(article: Article, embedder: Embedder, progress: Progress = untold) -> IndexedArticle:
    """Return an article segmented and embedded; what ``progress`` raises ends the work."""

    def count_tokens(texts: Sequence[str]) -> list[int]:
        progress("segmenting")  # called again and again while an article is cut, so that it can be ended
        return embedder.count_tokens(texts)

    progress("segmenting")
    segments = segment(article, count_tokens, embedder.max_tokens)
    vectors = embedder.embed_article(article, segments, lambda: progress("embedding"))
    return IndexedArticle(article, segments, vectors)


def add_sample(store: PassageStore, models: Models) -> None:
    """Put the bundled article into a library that has never held one."""
    if store.first_time("sample"):
        sample = sorted((files("footnote") / "assets" / "samples").iterdir(), key=str)[0]
        text = sample.read_text("utf-8")
        store.put(index(load_text(text, source="sample", max_chars=len(text)), models.embedder))
