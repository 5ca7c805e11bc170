"""Adding an article against raw ``SentenceTransformer.encode`` of the same passages, in turns."""

import statistics
import time
from dataclasses import replace
from importlib.resources import files

from sentence_transformers import SentenceTransformer

from footnote.config import Settings
from footnote.embed import load_embedder, locate_embedder
from footnote.load import load_text
from footnote.schema import IndexedArticle
from footnote.segment import SEGMENTATION, segment
from footnote.store import Indexing, open_store
from tests.bench import Row

_ROUNDS = 7
_COPIES = 4  # the samples, so often over, are an article of about 9,000 words


def run() -> list[Row]:
    """Measure on the CPU; the ratio is the median over rounds, each round running both."""
    embedder = load_embedder(Settings(device="cpu"))
    raw = SentenceTransformer(locate_embedder(Settings().embedder), device="cpu")
    samples = sorted((files("footnote") / "assets" / "samples").iterdir(), key=str)
    text = "\n\n".join(sample.read_text("utf-8") for sample in samples) * _COPIES
    article = load_text(text, title="Samples", max_chars=len(text))
    passages = segment(article, embedder.count_tokens, embedder.max_tokens).passages
    texts = [text[passage.start : passage.end] for passage in passages]
    store = open_store("sqlite:///:memory:")
    store.bind(Indexing(embedder.name, embedder.dimension, SEGMENTATION))
    parts: dict[str, list[float]] = {"segment": [], "embed": [], "store": []}

    def ours(number: int) -> float:
        begun = time.perf_counter()
        segments = segment(article, embedder.count_tokens, embedder.max_tokens)
        cut = time.perf_counter()
        vectors = embedder.embed_article(article, segments)
        embedded = time.perf_counter()
        store.put(IndexedArticle(replace(article, id=f"copy {number}"), segments, vectors))
        stored = time.perf_counter()
        for name, seconds in (
            ("segment", cut - begun),
            ("embed", embedded - cut),
            ("store", stored - embedded),
        ):
            parts[name].append(seconds)
        return stored - begun

    def theirs() -> float:
        begun = time.perf_counter()
        raw.encode(texts, normalize_embeddings=True, show_progress_bar=False)
        return time.perf_counter() - begun

    ours(-1), theirs()
    rounds = [(ours(number), theirs()) for number in range(_ROUNDS)]
    store.close()
    return [
        Row("words", float(len(text.split())), ""),
        Row("passages", float(len(passages)), ""),
        *(Row(f"to {name}", statistics.median(seconds), "s") for name, seconds in parts.items()),
        Row("add, whole", statistics.median(mine for mine, _ in rounds), "s"),
        Row("raw encode", statistics.median(encode for _, encode in rounds), "s"),
        Row("raw encode / add", statistics.median(b / a for a, b in rounds), "ratio", "at least 0.85"),
    ]
