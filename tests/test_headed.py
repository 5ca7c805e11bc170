"""A heading speaks for what stands under it: that is found, read and judged with it, a list given whole."""

import pytest

from footnote.answer.headed import of_the_sentences, read_as
from footnote.embed import Embedder
from footnote.retrieve.headed import above, headed_vectors, told_by
from footnote.schema import Answer, Candidate, Reading, Sentence, Span
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
    assert headed_vectors(vectors, ["", ""], embedder) is vectors
    joint = headed_vectors(vectors, ["Are dogs allowed?", ""], embedder)
    (asked,) = embedder.embed(["Are dogs allowed here?"])
    assert joint[0] @ asked > vectors[0] @ asked
    assert joint[1] @ vectors[1] == pytest.approx(1.0, abs=1e-5)


def test_what_is_read_below_a_heading_is_a_range_of_the_sentence() -> None:
    text = "Only assistance dogs."
    one = Candidate("a", 0, 0, len(text), text, 0.9, below="Are dogs\nallowed?")
    other = Candidate("a", 1, 30, 40, "the key is", 0.1)
    assert read_as(one) == "Are dogs allowed? Only assistance dogs."
    assert read_as(Candidate("a", 0, 0, 1, "call", 0.1, below="Exit codes")) == "Exit codes: call"
    assert read_as(other) == "the key is"
    before = len("Are dogs allowed? ")
    for found, kept in [
        ((before, before + 20), (0, 20)),
        ((before + 5, before + 15), (5, 15)),
        ((4, 8), (0, len(text))),  # the heading's own words: the sentence stands for them
        ((9, before + 4), (0, 4)),
        ((0, 0), (0, 0)),
    ]:
        reading = of_the_sentences(Reading((-1.0, -2.0), (found, (4, 7)), 0.5), (one, other))
        assert reading.ranges == (kept, (4, 7))
        assert reading.answers == 0.5


def test_the_cells_of_a_row_are_read_with_their_columns() -> None:
    head, text = "| Year | Rain |", "| 2021 | 640 mm |"
    row = Candidate("a", 1, 20, 37, text, 0.9, below=f"By year\n{head}", head=Span("a", 0, 15, head))
    assert read_as(row) == "By year: Year: 2021 | Rain: 640 mm"
    start = read_as(row).index("640")
    (found,) = of_the_sentences(Reading((-1.0,), ((start, start + 6),), 0.5), [row]).ranges
    assert text[slice(*found)] == "640 mm"
    (found,) = of_the_sentences(Reading((-1.0,), ((9, start + 6),), 0.5), [row]).ranges
    assert text[slice(*found)] == "2021 | 640 mm"
    wider = Candidate("a", 1, 20, 37, "| 2021 | 640 mm | 3 |", 0.9, head=Span("a", 0, 15, head))
    assert read_as(wider) == wider.text  # the columns do not fit


METER = """A weather station stands on the quay. It was put up by the school in 2019.

## Rain by year

Year | Rain | Days with snow
2021 | 640 mm | 12
2022 | 505 mm | 3
2023 | 711 mm | none

The wettest day so far was 4 August 2023. It rained 61 mm.
"""


@pytest.mark.parametrize(
    ("question", "row", "short"),
    [
        ("How much rain fell in 2022?", "2022 | 505 mm | 3", "505 mm"),
        ("How many days with snow were there in 2021?", "2021 | 640 mm | 12", "12"),
    ],
)
def test_a_row_is_read_and_cited_with_the_first_one(
    service: Footnote, question: str, row: str, short: str
) -> None:
    article = service.add_article(text=METER, title="Rain on the quay")
    *_, answer = service.ask(question, [article.id], [])
    assert [one.text for one in answer.citations] == [row, "Year | Rain | Days with snow"]
    assert answer.short_answer
    assert answer.short_answer.text == short
    assert all(METER[one.start : one.end] == one.text for one in answer.citations)


INTERVIEW = """Ines Osei spent a winter at the station on the ice. She was its doctor.

BEN: Were there any fights?

OSEI: One. About a jar of peanut butter. We all laughed in the end.

BEN: What did you miss most?

OSEI: Trees. And the smell of rain.

BEN: Would you go back?

OSEI: No. I loved it, and no.
"""


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What did the crew fight about?", "About a jar of peanut butter."),
        ("What did Osei miss?", "Trees."),
        ("Would Osei go back to the station?", "No."),
    ],
)
def test_what_follows_a_question_answers_it(service: Footnote, question: str, words: str) -> None:
    article = service.add_article(text=INTERVIEW, title="A winter on the ice")
    *_, answer = service.ask(question, [article.id], [])
    assert answer.status == "answered"
    assert words in answer.citations[0].text


def test_above_a_paragraph_stands_the_question_before_it() -> None:
    text = "Why?\nIt rained. It was May.\nWho?\nLund. Why him? He could.\nThen it ended."
    parts = ["Why?", "It rained.", "It was May.", "Who?", "Lund.", "Why him?", "He could.", "Then it ended."]
    paragraphs = (0, 1, 1, 2, 3, 3, 3, 4)
    sentences = [
        Sentence(text.index(part), text.index(part) + len(part), number)
        for part, number in zip(parts, paragraphs, strict=True)
    ]
    assert above(text, sentences) == ("", "Why?", "Why?", "", "Who?", "Who?", "Who?", "")


def test_above_a_row_stands_the_first_one() -> None:
    rows = ("Year | Rain", "2021 | 640", "It rained.", "Town | Snow", "Ely | 3")
    text = "\n".join(rows)
    starts = [text.index(row) for row in rows]
    sentences = [
        Sentence(start, start + len(row), number, "Rain")
        for number, (start, row) in enumerate(zip(starts, rows, strict=True))
    ]
    assert above(text, sentences) == ("Rain", "Rain\nYear | Rain", "Rain", "Rain", "Rain\nTown | Snow")
