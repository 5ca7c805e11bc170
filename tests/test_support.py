"""The network that says whether the best sentences bear out each word of a question."""

import json
import math
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from footnote.config import DEFAULT_EMBEDDER
from footnote.embed import Embedder
from footnote.load import load_text
from footnote.retrieve import Retriever
from footnote.retrieve.lexical import SentenceIndex
from footnote.retrieve.matching import in_context
from footnote.retrieve.support import SUPPORTERS, WORD_FEATURES, Seen, network, see, support
from footnote.schema import Article, ArticleVectors, Segments, Vectors, WordVectors
from footnote.segment import SEGMENTATION
from footnote.store import Indexing, open_store
from training.calibration import Row as Known
from training.fit_answer import with_support
from training.library import add
from training.support_network import logits, padded, train
from training.support_rows import Row

TOLD = "In spring the wardens counted 412 harbour seals on the two largest banks."
BEFORE = "The estuary lies north of Wennet."


class AnotherEmbedder:
    """The default's vectors under another name."""

    name = "another"

    def __init__(self, embedder: Embedder) -> None:
        self.dimension, self.max_tokens = embedder.dimension, embedder.max_tokens
        self._embedder = embedder

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        return self._embedder.count_tokens(texts)

    def embed(self, texts: Sequence[str]) -> Vectors:
        return self._embedder.embed(texts)

    def embed_article(
        self, article: Article, segments: Segments, between: Callable[[], None] = lambda: None
    ) -> ArticleVectors:
        return self._embedder.embed_article(article, segments, between)

    def embed_words(self, texts: Sequence[str]) -> tuple[WordVectors, ...]:
        return self._embedder.embed_words(texts)

    def embed_question(self, question: str) -> tuple[Vectors, WordVectors]:
        return self._embedder.embed_question(question)


def seen(embedder: Embedder, question: str, score: float = 8.0) -> Seen:
    text = f"{BEFORE} {TOLD}"
    start = len(BEFORE) + 1
    one = in_context(embedder.embed_words([text])[0], [0, start], start, len(text))
    found = see(embedder.embed_words([question])[0], one, SentenceIndex([BEFORE, TOLD]), score)
    assert found is not None
    return found


def test_the_features_of_a_word(embedder: Embedder) -> None:
    found = seen(embedder, "How many Seals were in Wennet?")
    assert found.features.shape == (6, WORD_FEATURES)
    how, _, seals, _, _, wennet = found.features
    assert seals[2:4].tolist() == [1, 1], "the stem stands in the sentence"
    assert wennet[2:4].tolist() == [0, 1], "only in the one before it"
    assert (how[8], seals[8]) == (1, 0), "the first word"
    assert seals[5:8].tolist() == [1, 1, 0], "carries content, is capitalised, is no number"
    assert (seals[12], wennet[12]) == (1, 0), "the nearest word is the same"
    assert set(found.features[:, 13]) == {6}
    assert seals[0] == pytest.approx(seals[1]), "found in the sentence, which the window holds"
    assert wennet[0] < wennet[1], "nearer in the sentence before"


def test_the_sum_word_by_word(embedder: Embedder) -> None:
    first, second = seen(embedder, "How many seals were counted?"), seen(embedder, "How many seals?", 6.5)
    weights = network()
    totals = []
    for one in (first, second):
        total = float(weights["rank"]) * (one.score - first.score)
        for features, asked, told in zip(one.features, one.asked, one.told, strict=True):
            inputs = [*((features - weights["mean"]) / weights["scale"])]
            inputs += [
                float(a @ asked) * float(b @ told)
                for a, b in zip(weights["asked"], weights["told"], strict=True)
            ]
            hidden = [
                math.tanh(sum(w * x for w, x in zip(row, inputs, strict=True)) + bias)
                for row, bias in zip(weights["hidden"], weights["hidden_bias"], strict=True)
            ]
            logit = sum(w * x for w, x in zip(weights["out"], hidden, strict=True)) + float(
                weights["out_bias"]
            )
            total += math.log(1 / (1 + math.exp(-logit)))
        totals.append(total)
    wanted = math.log(sum(map(math.exp, totals))) + float(weights["bias"])
    assert support([first, None, second])["support"] == pytest.approx(wanted)


@pytest.mark.parametrize(
    ("told", "turned"),
    [
        ("How many seals did the wardens count?", "How many seals did the wardens shoot?"),
        ("How many harbour seals were counted?", "How many harbour pilots were counted?"),
        (
            "What did the wardens count on the largest banks?",
            "What did the wardens count on the smallest islands?",
        ),
    ],
)
def test_a_word_that_is_not_borne_out_counts(embedder: Embedder, told: str, turned: str) -> None:
    assert support([seen(embedder, told)])["support"] > support([seen(embedder, turned)])["support"] + 0.1


def test_without_words_there_is_nothing_to_say(embedder: Embedder) -> None:
    (asked, none) = embedder.embed_words(["How many seals?", "?!"])
    index = SentenceIndex([TOLD])
    there = in_context(embedder.embed_words([TOLD])[0], [0], 0, len(TOLD))
    nowhere = in_context(embedder.embed_words([TOLD])[0], [0], 0, 0)
    assert see(none, there, index, 1.0) is None
    assert see(asked, nowhere, index, 1.0) is None
    assert support([None]) == {}


def test_only_the_default_embedder_is_asked(embedder: Embedder) -> None:
    store = open_store("sqlite:///:memory:")
    store.bind(Indexing(embedder.name, embedder.dimension, SEGMENTATION))
    add(load_text(f"{BEFORE} {TOLD}", max_chars=1_000), store, embedder)
    question = "How many harbour seals were counted this year?"
    known = Retriever(store, embedder).find(question).signals
    other = Retriever(store, AnotherEmbedder(embedder)).find(question).signals
    store.close()
    assert embedder.name == DEFAULT_EMBEDDER
    assert set(known) - set(other) == {"support"}
    assert all(known[name] == value for name, value in other.items())


def test_what_is_trained_is_what_is_served(embedder: Embedder) -> None:
    one, other = seen(embedder, "How many seals were counted?"), seen(embedder, "Who shot seals?", 6.5)
    rows = [Row("a", "1", (one, other), True, "own"), Row("a", "2", (other,), False, "altered")]
    weights = {name: torch.from_numpy(np.asarray(value)).float() for name, value in network().items()}
    said = logits(weights, padded(rows)).tolist()
    assert said == pytest.approx([support(row.seen)["support"] for row in rows], rel=1e-4)
    assert padded(rows).scores.shape == (2, SUPPORTERS)
    assert padded(rows).counts.tolist() == [1, 0.5], "an altered question counts half"


def test_training_tells_apart_what_it_was_shown(embedder: Embedder) -> None:
    asked = [("How many seals were counted?", True), ("How many wolves were counted?", False)] * 400
    matched = {text: seen(embedder, text) for text, _ in asked}
    rows = [Row("a", str(n), (matched[text],), told, "own") for n, (text, told) in enumerate(asked)]
    weights = train(rows)
    told, turned = logits(weights, padded(rows[:2])).tolist()
    assert told > turned + 1
    once, again = train(rows[:64]), train(rows[:64])
    assert all(torch.equal(once[name], again[name]) for name in once)


def test_the_confidence_is_fitted_on_what_was_said_of_unseen_articles(tmp_path: Path) -> None:
    held_out = tmp_path / "support.jsonl"
    lines: list[dict[str, Any]] = [
        {"article": name, "id": "1", "support": value} for name, value in (("a", 0.5), ("b", -2.0))
    ]
    held_out.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    rows = [Known(name, "1", {"support": 9.0, "score": 1.0}, True, False) for name in "ab"]
    assert [row.signals for row in with_support(rows, held_out)] == [
        {"support": 0.5, "score": 1.0},
        {"support": -2.0, "score": 1.0},
    ]
