"""A heading speaks for what stands under it: that is found, read and judged with it, a list given whole."""

import pytest

from footnote.answer.headed import opening, without_openings
from footnote.embed import Embedder
from footnote.retrieve.headed import headed_vectors, told_by
from footnote.schema import Answer, Candidate, Reading, Sentence
from footnote.service import Footnote

BATHS = """The baths on Marlow Street opened in 1911 and were rebuilt in 2009.

## Are dogs allowed?

Only assistance dogs. There is a water bowl at the side door.

## What happens if I come late?

Your lane is kept for fifteen minutes. After that it goes to whoever is waiting.

## Exit codes of the turnstile

- 3: the card has expired
- 7: the pool is full
- 9: call the desk

## What to bring

- a towel and soap
- flip-flops or other clean shoes
- a coin of one pound

## Rules

1.1 The fee is due in advance.
2.4 Lockers hold two coats and a helmet.
"""


@pytest.fixture(scope="module")
def baths(service: Footnote) -> str:
    return service.add_article(text=BATHS, title="Marlow Street Baths").id


def _asked(service: Footnote, article_id: str, question: str) -> Answer:
    *_, last = service.ask(question, [article_id], [])
    for citation in last.citations:
        assert BATHS[citation.start : citation.end] == citation.text
    return last


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Are dogs allowed?", "Only assistance dogs."),
        ("May I take my dog along?", "Only assistance dogs."),
        ("What happens if I come late?", "Your lane is kept for fifteen minutes."),
        ("What does exit code 7 mean?", "the pool is full"),
        ("What does the turnstile's exit code 3 mean?", "the card has expired"),
        ("When were the baths rebuilt?", "rebuilt in 2009"),
    ],
)
def test_what_stands_under_a_heading_answers_it(
    service: Footnote, baths: str, question: str, words: str
) -> None:
    answer = _asked(service, baths, question)
    assert answer.status == "answered"
    assert words in answer.citations[0].text


@pytest.mark.parametrize(
    "question", ["What does exit code 4 cost?", "How many dogs were allowed in 1911?", "Who wrote the rules?"]
)
def test_a_heading_alone_answers_nothing(service: Footnote, baths: str, question: str) -> None:
    assert _asked(service, baths, question).confidence < 0.5


def test_a_list_that_is_asked_for_by_its_heading_is_given_whole(service: Footnote, baths: str) -> None:
    answer = _asked(service, baths, "What should I bring?")
    assert [one.text.removeprefix("- ") for one in answer.citations] == [
        "a towel and soap",
        "flip-flops or other clean shoes",
        "a coin of one pound",
    ]
    assert answer.answer.split("\n")[0] == "- a towel and soap [1]"
    assert answer.short_answer is None
    assert [one.sentence for one in answer.citations] == [0, 1, 2]


def test_an_item_that_is_asked_for_is_given_alone(service: Footnote, baths: str) -> None:
    answer = _asked(service, baths, "Which shoes should I bring?")
    assert "flip-flops" in answer.citations[0].text
    assert "towel" not in answer.citations[0].text


@pytest.mark.parametrize(
    ("heading", "question", "text", "told"),
    [
        ("Exit codes", "What does exit code 7 mean?", "7: the pool is full", "Exit codes"),
        ("Exit codes", "When is the pool full?", "7: the pool is full", ""),  # nothing of it is asked for
        ("The pool", "Is the pool full?", "The pool is full.", ""),  # the sentence says it itself
        ("", "Is the pool full?", "It is.", ""),
        ("What is it?", "What is that?", "It is a pool.", ""),  # grammar is no content
    ],
)
def test_a_heading_tells_what_its_sentence_lacks(heading: str, question: str, text: str, told: str) -> None:
    assert told_by(heading, question, text, "en") == told


def test_vectors_without_headings_stay_as_they_are(embedder: Embedder) -> None:
    vectors = embedder.embed(["Only assistance dogs.", "It opened in 1911."])
    alone = (Sentence(0, 21, 0), Sentence(22, 40, 1))
    assert headed_vectors(vectors, alone, embedder) is vectors
    below = (Sentence(0, 21, 0, "Are dogs allowed?"), Sentence(22, 40, 1))
    joint, (asked,) = headed_vectors(vectors, below, embedder), embedder.embed(["Are dogs allowed here?"])
    assert joint[0] @ asked > vectors[0] @ asked
    assert joint[1] @ vectors[1] == pytest.approx(1.0, abs=1e-5)


def test_what_is_read_below_a_heading_is_a_range_of_the_sentence() -> None:
    text = "Only assistance dogs."
    one = Candidate("a", 0, 0, len(text), text, 0.9, below="Are dogs\nallowed?")
    other = Candidate("a", 1, 30, 40, "the key is", 0.1)
    assert opening(one) == "Are dogs allowed? "
    assert opening(Candidate("a", 0, 0, 1, "a", 0.1, below="Exit codes")) == "Exit codes: "
    assert opening(other) == ""
    before = len(opening(one))
    for found, kept in [
        ((before, before + 20), (0, 20)),
        ((before + 5, before + 15), (5, 15)),
        ((4, 8), (0, len(text))),  # the heading's own words: the sentence stands for them
        ((9, before + 4), (0, 4)),
        ((0, 0), (0, 0)),
    ]:
        reading = without_openings(Reading((-1.0, -2.0), (found, (4, 7)), 0.5), (one, other))
        assert reading.ranges == (kept, (4, 7))
        assert reading.answers == 0.5
