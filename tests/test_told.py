"""A request for more brings what was not told yet."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from footnote.config import Settings
from footnote.embed import Embedder, load_embedder
from footnote.followup import understood
from footnote.retrieve import Retriever
from footnote.retrieve.lexical import stems
from footnote.retrieve.told import Said
from footnote.schema import Message, Told
from footnote.segment import SEGMENTATION
from footnote.service import Footnote
from footnote.store import Indexing, PassageStore, open_store
from ranking import put, rank

DATA = Path(__file__).parent / "data"
SAMPLES = Path(str(files("footnote").joinpath("assets", "samples")))
SAID = "Defense Minister Mukhtar Altynbayev strenuously denied that a deal has been reached with BAE Systems."


@pytest.mark.parametrize(
    ("told", "has"),
    [
        (f"“{SAID}” [1]", True),
        (f"**a deal** — “{SAID.replace(' that', '  that')}” [1] “He laughed.” [2]", True),
        ("Altynbayev denied a deal with BAE Systems. [1]", True),  # in a model's words, nothing else
        ("Altynbayev denied a deal with the Russians. [1]", False),
        ("Altynbayev. [1]", False),  # too little to tell
        ("", False),
    ],
)
def test_a_sentence_was_told_if_quoted_or_told_in_part(told: str, has: bool) -> None:
    assert Said([told], "en").has(stems(SAID)) == has


def test_nothing_was_told_before_a_conversation() -> None:
    assert not Said([], "en").has(stems(SAID))


@dataclass(frozen=True)
class Found:
    """Where the sentence that answers a follow-up stands: found without and with what was told."""

    resolved: int
    near: int


@contextmanager
def _found_of(name: str) -> Iterator[list[Found]]:
    embedder, store = load_embedder(Settings()), open_store("sqlite:///:memory:")
    store.bind(Indexing(embedder.name, embedder.dimension, SEGMENTATION))
    cases = [json.loads(line) for line in (DATA / name).read_text("utf-8").splitlines()]
    cases = [case for case in cases if case["gold_span"] and not case["stands_alone"]]
    articles = _articles(
        store, embedder, {case["set"] for case in cases}, {case["article"] for case in cases}
    )
    retriever = Retriever(store, embedder)
    yield [_found(retriever, articles[case["article"]], case) for case in cases]
    store.close()


def _articles(store: PassageStore, embedder: Embedder, sets: set[str], titles: set[str]) -> dict[str, str]:
    """Add the articles with these titles, and return their ids."""
    ids = {}
    for line in (line for name in sorted(sets) for line in (DATA / name).read_text("utf-8").splitlines()):
        one = json.loads(line)
        if one["title"] in titles:
            ids[one["title"]] = put(store, embedder, one["text"]).id
    return ids


def _found(retriever: Retriever, article_id: str, case: dict[str, Any]) -> Found:
    history = [Message(turn["role"], turn["content"]) for turn in case["history"]]
    question, before = understood(case["question"], history)
    ways = (rank(retriever, article_id, question, case["gold_span"], way) for way in (Told(), before))
    return Found(*ways)


@pytest.mark.parametrize(
    ("name", "count", "first", "more", "among_four"),
    [
        ("follow_ups.jsonl", 110, 0.55, 0.15, 0.88),
        ("follow_ups_apart.jsonl", 50, 0.48, 0.02, 0.84),  # written after the weights were set by the others
    ],
)
def test_follow_ups_are_answered_near_what_was_told(
    name: str, count: int, first: float, more: float, among_four: float
) -> None:
    with _found_of(name) as found:
        assert len(found) >= count
        resolved, near = (sum(rank == 1 for rank in way) for way in zip(*map(astuple, found), strict=True))
        assert near >= first * len(found)
        assert near - resolved >= more * len(found)
        assert sum(one.near <= 4 for one in found) >= among_four * len(found)


def test_more_is_not_the_same_again(service: Footnote) -> None:
    seals = service.add_article(text=(SAMPLES / "02-seal-census.txt").read_text("utf-8")).id
    history: list[Message] = []
    quoted: list[str] = []
    for question in ("What does Tom Hallett say about the flounder?", "Tell me more", "What else?"):
        *_, answer = service.ask(question, [seals], history)
        assert answer.status == "answered", question
        assert not {one.text for one in answer.citations} & set(quoted)
        quoted += [one.text for one in answer.citations]
        history += [Message("user", question), Message("assistant", answer.answer)]
    assert len(quoted) >= 3


def test_what_was_told_whole_leaves_nothing_to_tell(service: Footnote) -> None:
    added = service.add_article(text="The mill at Carrow stopped in 1950. It had three wheels of oak.")
    history = [
        Message("user", "When did the mill at Carrow stop?"),
        Message("assistant", service.article(added.id).text),
    ]
    *_, answer = service.ask("Tell me more", [added.id], history)
    assert (answer.status, answer.citations) == ("not_in_article", ())
