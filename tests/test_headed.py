"""A heading speaks for what stands under it: that is found, read and judged with it, a list given whole."""

from collections.abc import Iterator, Sequence

import numpy as np
import pytest

from footnote.answer.headed import of_the_sentences, read_as
from footnote.embed import Embedder
from footnote.load import load_text
from footnote.retrieve import headed
from footnote.retrieve.features import SentenceSignals
from footnote.retrieve.headed import headed_vectors, told_by
from footnote.retrieve.lexical import SentenceIndex
from footnote.retrieve.listed import items
from footnote.retrieve.lists import Lists
from footnote.retrieve.obliged import obliges, who_is_to
from footnote.retrieve.outline import headings_over, paths
from footnote.retrieve.parties import of_other_parties
from footnote.retrieve.rows import of_other_rows
from footnote.retrieve.siblings import of_others
from footnote.retrieve.spelling import vocabulary
from footnote.retrieve.tables import heads
from footnote.retrieve.versions import of_other_versions
from footnote.retrieve.whole import whole
from footnote.schema import Answer, Article, ArticleVectors, Candidate, Message, Reading, Sentence, Span
from footnote.segment import segment
from footnote.service import Footnote
from footnote.turns import Turn, turns

FERRIES = """# Three ferries tried

We sailed on each of them for a week and slept aboard.

## Best cabin: Orvane Star

The Orvane has the widest bunks. Bicycles go free. Smoking is forbidden on all decks.

## Cheap and slow: Kettra Line

The Kettra leaves at nine and serves a hot breakfast. Its deck is wet in any wind.

## Good food: Bellamy Queen

The Bellamy has a cook from Lyon. A bicycle costs four marks. Dogs stay on deck.

## How to book

Tickets are sold at the pier. Children under six sail free.

Who should not sail?

Anyone who is sick on a swing will be so on all of them, as the strait is rough from October to April.
"""


@pytest.fixture(scope="module")
def ferries(service: Footnote) -> str:
    return service.add_article(text=FERRIES).id


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What does a bicycle cost on the Bellamy?", "A bicycle costs four marks."),
        ("Are bicycles free on the Orvane?", "Bicycles go free."),
        ("When does the Kettra leave?", "The Kettra leaves at nine and serves a hot breakfast."),
        ("Where are tickets for the Kettra sold?", "Tickets are sold at the pier."),  # of all of them
        ("Where do dogs stay?", "Dogs stay on deck."),
        ("Who should not sail?", "Anyone who is sick on a swing"),
    ],
)
def test_of_things_in_sections_of_their_own_the_one_that_is_named_is_told_of(
    service: Footnote, ferries: str, question: str, words: str
) -> None:
    *_, answer = service.ask(question, [ferries], [])
    assert answer.status == "answered"
    assert answer.citations[0].text.startswith(words)
    assert all(FERRIES[one.start : one.end] == one.text for one in answer.citations)


@pytest.mark.parametrize(
    "question", ["What does a bicycle cost on the Kettra?", "Do dogs stay on deck on the Kettra?"]
)
def test_what_is_told_below_another_name_is_not_told_of_this_one(
    service: Footnote, ferries: str, question: str
) -> None:
    *_, answer = service.ask(question, [ferries], [])
    assert "four marks" not in answer.answer
    assert "Dogs stay" not in answer.answer


@pytest.mark.parametrize(
    ("heading", "question", "lost"),
    [
        ("Second: Orvane Star", "Does the Kettra have bunks?", True),
        ("Second: Orvane Star", "does the kettra have bunks?", True),  # in no dictionary: a name
        ("Second: Orvane Star", "Which has more bunks than the Kettra?", False),
        ("Second: Orvane Star", "Do the Kettra and the Orvane have bunks?", False),
        ("Second: Orvane Star", "Are there bunks?", False),
        ("Prices and times", "Does the Kettra have bunks?", False),  # names nothing
    ],
)
def test_below_another_name_is_of_others(heading: str, question: str, lost: bool) -> None:
    sections = f"## First: Kettra Line\n\nSo the Kettra won.\n\n## {heading}\n\nIt has six bunks."
    text = f"On the Orvane we slept.\n\n{sections}\n\n## How we tried\n\nWe slept aboard."
    article = Article("a", "Ferries", text, "", "en")
    sentences = segment(article, _count, 500).sentences
    found = of_others(question, article, sentences, headings_over(text, sentences), vocabulary([text]))
    assert list(found) == [False, False, lost, False]


def _count(texts: Sequence[str]) -> list[int]:
    return [len(text.split()) for text in texts]


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


@pytest.mark.parametrize(
    "question",
    [
        "Which shoes should I bring?",
        "What footwear should I bring?",
        "How much money should I bring?",
        "Should I bring it?",
    ],
)
def test_where_an_item_is_asked_for_not_all_are_given(service: Footnote, baths: str, question: str) -> None:
    answer = _asked(service, baths, question)
    assert len(answer.citations) < 3
    assert not answer.answer.startswith("- ")


def test_a_list_ends_where_another_begins(service: Footnote) -> None:
    lists = "Please bring:\n- a towel\n- a coin\n\nLeave at home:\n- glass\n- dogs"
    text = f"Rules of the baths.\n\n## What to bring\n\n{lists}"
    article = service.add_article(text=text, title="Rules")
    *_, answer = service.ask("What should I bring?", [article.id], [])
    assert "glass" not in answer.answer
    assert "dogs" not in answer.answer


LOOM = """Loom 3 Manual

Loom is a tool that keeps copies of folders in a store.

## Installation

1. Download the archive from the portal.
2. Check the archive, for which you run:

```
loom-verify loom.tar.gz
```

3. Unpack it.
4. Run the doctor. If it prints a tick, the installation is complete.

## First days

To create a store, run:

```
loom init --store /mnt/copies
export LOOM_PASS=secret
```

Then take a first copy:

```
loom copy ~/Documents
```

To restore a copy, do this:

1. List the copies with loom list.
2. Note the number of the copy, which has eight digits.
3. Run loom restore.

**Warning:** files are overwritten without a question.

## Parts

For the frame:
- four oak posts
- two beams of beech

For the heddle:
- 40 strings of flax
- a brass rod

## Duties

A keeper of a store shall:
(a) keep a register of guests for two years;
(b) lock the door at night;
(c) report a fire.
Children are let in free.

## Limits

Several weaknesses are known. First, Loom is slow. It takes an hour. Second, it has no window. Third, a
disk that is full ends the run without a word.
"""


def _of_the_loom(service: Footnote, question: str) -> Answer:
    loom = service.add_article(text=LOOM, title="Loom 3 Manual").id
    *_, last = service.ask(question, [loom], [])
    for citation in last.citations:
        assert LOOM[citation.start : citation.end] == citation.text
    return last


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("How do I restore a copy?", ["To restore a copy, do this:", "1. List", "2. Note", "3. Run"]),
        ("How can a copy be restored?", ["To restore a copy, do this:", "1. List", "2. Note", "3. Run"]),
        ("How do I create a store?", ["To create a store, run:", "loom init", "export"]),
        ("How do I take a first copy?", ["Then take a first copy:", "loom copy"]),
        ("How do I install Loom?", ["1. Download", "2. Check", "3. Unpack", "4. Run the doctor."]),
        ("What are the parts for the heddle?", ["For the heddle:", "40 strings", "a brass rod"]),
        ("What are the parts for the frame?", ["For the frame:", "four oak posts", "two beams"]),
        (
            "What are the parts?",
            ["For the frame:", "four oak", "two beams", "For the heddle:", "40 strings", "a brass rod"],
        ),
        ("What must a keeper do?", ["A keeper of a store shall:", "(a) keep", "(b) lock", "(c) report"]),
        ("What are the weaknesses of Loom?", ["First, Loom", "Second, it", "Third, a"]),
    ],
)
def test_what_a_line_introduces_is_given_whole(service: Footnote, question: str, begins: list[str]) -> None:
    answer = _of_the_loom(service, question)
    assert answer.short_answer is None
    assert len(answer.citations) == len(begins)
    for citation, words in zip(answer.citations, begins, strict=True):
        assert citation.text.removeprefix("- ").startswith(words)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What must a keeper do with the register of guests?", "keep a register of guests"),
        ("How many digits has the number of a copy?", "eight digits"),
        ("How many strings does the heddle have?", "40 strings"),
        ("What happens when the disk is full?", "ends the run"),
        ("When must the door be locked?", "at night"),
    ],
)
def test_what_an_item_says_is_answered_by_the_item(service: Footnote, question: str, words: str) -> None:
    answer = _of_the_loom(service, question)
    if answer.status == "answered":
        assert words in answer.citations[0].text
    assert len(answer.citations) <= 2


README = """# Wrack

Wrack sends files between two machines.

## Install

### Debian and Ubuntu

```sh
curl -fsSL https://get.example/wrack.asc | sudo tee /etc/apt/keyrings/wrack.asc
sudo apt install wrack
```

### From source

1. Clone the repository.
2. Build it with make release.
3. Copy the file bin/wrack to a place on your path.
"""


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("How do I install it on Debian?", ["curl", "sudo apt"]),
        ("How do I build it from source?", ["1. Clone", "2. Build", "3. Copy"]),
    ],
)
def test_steps_stand_below_all_of_their_headings(service: Footnote, question: str, begins: list[str]) -> None:
    article = service.add_article(text=README, title="Wrack").id
    *_, answer = service.ask(question, [article], [])
    service.remove_article(article)
    assert len(answer.citations) == len(begins)
    for citation, words in zip(answer.citations, begins, strict=True):
        assert citation.text.startswith(words)
        assert README[citation.start : citation.end] == citation.text


def _lists(text: str) -> Iterator[tuple[str, list[str], str]]:
    """Yield what each sentence's list is: its kind, its items, the line that introduces it."""
    article = load_text(f"# Title\n\n{text}", max_chars=10_000)
    sentences = segment(article, lambda texts: [len(one.split()) for one in texts], 200).sentences
    lists = Lists(article.text, sentences)
    for number in range(len(sentences)):
        found = lists.at(number)
        words = [article.text[one.start : one.end] for one in sentences]
        if found is not None:
            items = [article.text[sentences[a].start : sentences[b].end] for a, b in found.items]
            yield found.kind, items, "" if found.lead is None else words[found.lead]


@pytest.mark.parametrize(
    ("text", "kind", "items", "lead"),
    [
        ("Bring this:\n\n* a hat\n* a coat", "items", ["a hat", "a coat"], "Bring this:"),
        ("a) a hat\nb) a coat", "items", ["a) a hat", "b) a coat"], ""),
        ("(1) One came.\n(2) Two left.", "steps", ["(1) One came.", "(2) Two left."], ""),
        ("You need:\na hat\na coat", "items", ["a hat", "a coat"], "You need:"),
        ("The board shall:\nkeep books;\npay.", "items", ["keep books;", "pay."], "The board shall:"),
        ("She said this:\n\n“We won. We lost.”", "paragraph", ["“We won. We lost.”"], "She said this:"),
        ("Write to:\n\nBox 12, Wennet", "paragraph", ["Box 12, Wennet"], "Write to:"),
        ("1. Cut:\n- cloth\n- felt\n2. Sew.", "steps", ["1. Cut:\n- cloth\n- felt", "2. Sew."], ""),
        (
            "(1) It is so.\n(2) It holds for:\n(a) hats\n(b) rods",
            "items",
            ["(a) hats", "(b) rods"],
            "(2) It holds for:",
        ),
        ("1. Cut.\n\nWith care.\n\n2. Sew.", "steps", ["1. Cut.\n\nWith care.", "2. Sew."], ""),
        (
            "He may not end it, except where\n(i) rent is late;\n(ii) it burns.",
            "items",
            ["(i) rent is late;", "(ii) it burns."],
            "He may not end it, except where",
        ),
        ("## Debian\n\n```sh\ncurl key\napt get\n```\n\nIt is free.", "code", ["curl key", "apt get"], ""),
    ],
)
def test_a_list_is_known_by_its_markers(text: str, kind: str, items: list[str], lead: str) -> None:
    assert (kind, items, lead) in list(_lists(text))


def test_each_item_is_of_one_list_however_many_there_are() -> None:
    text = "# Title\n\nBring:\n\n" + "- a hat\n" * 250 + "\nIt is. So it is.\n\n1. Cut.\n2. Sew."
    article = load_text(text, max_chars=10_000)
    sentences = segment(article, lambda texts: [len(one.split()) for one in texts], 200).sentences
    lists = list(Lists(article.text, sentences))
    starts = [first for one in lists for first, _ in one.items]
    assert starts == [*range(1, 251), 253, 254]
    assert lists[0].lead == 0
    assert lists[-1].kind == "steps"


@pytest.mark.parametrize(
    "text",
    [
        "The fee is due. It may rise: nobody knows. Then it falls.",
        "First, the police came. Second, the firemen did.",  # nothing says that these are several of a kind
        "There was a fire. First, the police came. Then the firemen did.",
        "The fees:\n\n| Age | Fee |\n|---|---|\n| 3 | 1 |\n| 9 | 2 |",
        "J. Smith came.\nA. Jones left.",
        f"{'1' * 4500}. a hat\n{'1' * 4500}. a coat",  # no number that anybody counts with
        "The classes are these:\n\nOther classes are of no use.",  # the list is lost
        "Run this.\n\n```\nloom\n```\n\nThen that.\n\n```\nloom two\n```",
        "This is what we aim to\nand it is good.",  # no item follows
    ],
)
def test_other_text_is_no_list(text: str) -> None:
    assert list(_lists(text)) == []


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
    alone = ArticleVectors(vectors[:1], vectors)
    assert headed_vectors(alone, [""], ["", ""], embedder) is alone
    joint = headed_vectors(alone, ["Are dogs allowed?"], ["Are dogs allowed?", ""], embedder)
    (asked,) = embedder.embed(["Are dogs allowed here?"])
    assert joint.sentences[0] @ asked > vectors[0] @ asked
    assert joint.sentences[1] @ vectors[1] == pytest.approx(1.0, abs=1e-5)
    assert joint.passages[0] == pytest.approx(joint.sentences[0])


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
        ((9, before + 4), (0, len(text))),
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
    (found,) = of_the_sentences(Reading((-1.0,), ((start - 6, start - 2),), 0.5), [row]).ranges
    assert text[slice(*found)] == "640 mm", "the name of a column stands for its cell"
    year = read_as(row).index("2021")
    (found,) = of_the_sentences(Reading((-1.0,), ((year, start + 6),), 0.5), [row]).ranges
    assert text[slice(*found)] == "2021", "no range goes over two cells"
    wider = Candidate("a", 1, 20, 37, "| 2021 | 640 mm | 3 |", 0.9, head=Span("a", 0, 15, head))
    assert read_as(wider) == wider.text  # the columns do not fit


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("9.1 We may move you.", "We may move you."),
        ("3) Fill the tank.", "Fill the tank."),
        ("1.5 Million people live there.", "1.5 Million people live there."),
        ("2.4 GHz are used.", "2.4 GHz are used."),
        ("1.2 tonnes", "1.2 tonnes"),
        ("It has 9.1 A fuses.", "It has 9.1 A fuses."),
    ],
)
def test_the_number_of_a_clause_is_not_read(text: str, read: str) -> None:
    one = Candidate("a", 0, 0, len(text), text, 0.9)
    assert read_as(one) == read
    start = len(text) - len(read)
    (found,) = of_the_sentences(Reading((-1.0,), ((0, 2),), 0.5), [one]).ranges
    assert found == (start, start + 2)


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


def above(text: str, sentences: Sequence[Sentence], heads: Sequence[int | None]) -> tuple[str, ...]:
    """Return what stands above each sentence of a text in which nobody is interviewed."""
    said = (Turn(),) * len(sentences)
    return headed.above(text, sentences, heads, said, paths(headings_over(text, sentences)))


def _lines(text: str, *parts: str) -> list[Sentence]:
    """Return these parts of a text as its sentences, each line a paragraph."""
    places = [text.index(part) for part in parts]
    ends = [place + len(part) for place, part in zip(places, parts, strict=True)]
    return [Sentence(a, b, text.count("\n", 0, a)) for a, b in zip(places, ends, strict=True)]


def test_above_a_paragraph_stands_the_question_before_it() -> None:
    text = "Why?\nIt rained. It was May.\nWho?\nLund. Why him? He could.\nThen it ended."
    parts = ["Why?", "It rained.", "It was May.", "Who?", "Lund.", "Why him?", "He could.", "Then it ended."]
    over = above(text, _lines(text, *parts), [None] * len(parts))
    assert over == ("", "Why?", "Why?", "", "Who?", "Who?", "Who?", "")


@pytest.mark.parametrize(
    ("parts", "labels"),
    [
        (["Valves: revenue rose.", "Income was 3."], ["", "Valves"]),
        (["**Methods.**", "We met.", "**Results.** It rose.", "So it is."], ["", "Methods", "", "Results"]),
        (["2. Gross margin: it rose.", "It was 3.", "Costs: 9.", "So?"], ["", "Gross margin", "", ""]),
        (["He said: it rose.", "It was 3."], ["", ""]),
        (["The reason is simple: it rose.", "It was 3."], ["", ""]),
        (["Lund: “It rose.”", "It was 3."], ["", ""]),
        (["Mayor Lund said: we met.", "It was 3."], ["", ""]),
        (["It was at 3:30.", "It was 3."], ["", ""]),
    ],
)
def test_above_later_sentences_stands_the_label_of_their_paragraph(
    parts: list[str], labels: list[str]
) -> None:
    text = " ".join(parts)
    assert list(above(text, _lines(text, *parts), [None] * len(parts))) == labels


RELEASES = """Releases
========

2.1 (2025-06-10)
----------------

**Security**

It is safe.

**Fixes**

It works.

2.0 (2024-05-29)
----------------

It is new.
"""
PARTS = """# Charter

All of it holds.

## Owners

They pay.

### Fines

Nine marks.

## Boats

They float.
"""
RULES = """Charter

1. The members

1.1. Powers

They vote.

2. The board

2.1. Powers

It meets.

2.2. Seats

It has nine.
"""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (RELEASES, ["2.1 (2025-06-10)\nSecurity", "2.1 (2025-06-10)\nFixes", "2.0 (2024-05-29)"]),
        (PARTS, ["", "Owners", "Owners\nFines", "Boats"]),
        (PARTS.partition("\n\n## Boats")[0], ["", "Owners", "Fines"]),  # all stand below one
        (
            RULES,
            ["1. The members\n1.1. Powers", "2. The board\n2.1. Powers", "2. The board\n2.2. Seats"],
        ),
        ("# Bay\n\n## Seals\n\nThey eat fish.\n\nThey sleep.", ["Seals", "Seals"]),
        ("Bay\n\nWe need:\n1. Rope\n2. Panes\n\nThe board met.", [""] * 4),
    ],
)
def test_above_a_sentence_stand_the_headings_of_which_its_own_is_a_part(text: str, told: list[str]) -> None:
    article = load_text(text, title=text.partition("\n")[0].strip("# "), max_chars=1_000)
    sentences = segment(article, _count, 500).sentences
    assert list(above(text, sentences, [None] * len(sentences))) == told


def test_who_speaks_is_no_label() -> None:
    parts = ["Osei: it was cold.", "We laughed.", "Osei: not at all.", "I loved it."]
    text = f"{parts[0]} {parts[1]}\n{parts[2]} {parts[3]}"
    assert set(above(text, _lines(text, *parts), [None] * 4)) == {""}
    assert above(text[:30], _lines(text, *parts)[:2], [None] * 2) == ("", "Osei")


REPORT = """Brannoch makes pumps and valves. It reported its results on Wednesday.

Pumps: revenue fell 2.1% to $166.2 million, as orders weakened. Operating income was $18.3 million.
Valves: revenue rose 18.4% to $201.9 million. Operating income was $39.6 million.

Revenue by region:

Region          2024    Growth
North America   171.4   +5.2%
Rest of world   25.7    +9.4%
"""


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What was the operating income of the valves segment?", "Operating income was $39.6 million."),
        ("What was the growth in North America?", "North America   171.4   +5.2%"),
    ],
)
def test_labels_and_columns_tell_what_a_line_is_about(service: Footnote, question: str, words: str) -> None:
    article = service.add_article(text=REPORT, title="Brannoch's third quarter")
    *_, answer = service.ask(question, [article.id], [])
    assert answer.citations[0].text == words
    assert all(REPORT[one.start : one.end] == one.text for one in answer.citations)


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        (["Year | Rain", "2021 | 640", "2022 | 505"], [None, 0, 0]),
        (["| Item | Price |", "|---|---|", "| Boat | free |", "| Bus | 3 |"], [None, 0, 0]),
        (["Part | Pro | Basic 400", "Tank | 1.4 l | 2 l", "Cord | 1.1 m | 1 m"], [None, 0, 0]),
        (["Born | 4 May 1901", "Died | 2 June 1977", "Height | 1.7 m"], [None] * 3),  # an infobox
        (["Name | Jane Doe", "Born | 1901", "Died | 1977"], [None] * 3),
        (["Monday | 9 am to 5 pm", "Tuesday | 10 am to 4 pm", "Wednesday | closed"], [None] * 3),
        (["Home | News | Sport", "Latest | Videos | Live", "Jobs | Cars | Homes"], [None] * 3),  # a menu
        (["Year   Rain", "2021   640", "2022   505"], [None, 0, 0]),
        (["Year\tRain", "2021\t640", "2022\t505"], [None, 0, 0]),
        (["It was.  Then it", "rained.  Nobody", "came.  In 1960"], [None] * 3),
        (["Year | Rain", "2021 | 640"], [None, None]),  # too few to tell
        (
            ["Year | Rain", "2021 | 640", "2022 | 505", "", "Town | Snow", "1 | 3", "2 | 4"],
            [None, 0, 0, None, 3, 3],
        ),
        (["Source | 2023 | 2024", "Gifts | £1,200 | £4,050", "Concerts | £0 | £2,800"], [None, 0, 0]),
        (["Source | 2022/23 | 2023/24", "Gifts | 12 | 40", "Fees | 0 | 28"], [None, 0, 0]),
        (["Rain | 2001 | 2003", "Snow | 1999 | 2004", "Hail | 1998 | 2001"], [None] * 3),  # years of events
        (["Smith | 1950 | 12", "Jones | 1948 | 10", "Osei | 1951 | 9"], [None] * 3),
        (["P(A | B) is the chance of A.", "In turn P(B | A) is that of B.", "P(A | A) is 1."], [None] * 3),
    ],
)
def test_a_tables_first_row_names_its_cells_or_does_not(rows: list[str], wanted: list[int | None]) -> None:
    text = "\n".join(rows)
    sentences = _lines(text, *(row for row in rows if row and "---" not in row))
    assert list(heads(text, sentences)) == wanted


def test_above_a_row_stands_the_one_that_names_its_cells() -> None:
    text = "Year | Rain\n2021 | 640"
    sentences = _lines(text, "Year | Rain", "2021 | 640")
    assert above(text, sentences, (None, 0)) == ("", "Year | Rain")


POLICY = """# Glint cover

Glint covers gadgets that are kept in a home.

## What is covered?

- **Breakdown** after the maker's guarantee has ended
- Theft of a gadget that was locked away

## What is not covered?

- Scratches on the casing of a gadget
- Batteries that no longer hold their charge
- Gadgets lent to anybody outside your household

## Duties

The owner of the gadget shall:
(a) keep the gadget dry;
(b) report a theft to the police within two days;
(c) pay the excess.

Glint may not end the policy, except where
(i) the premium is two months late;
(ii) the gadget has been sold abroad.
"""


def _of_the_policy(service: Footnote, question: str) -> Answer:
    article = service.add_article(text=POLICY, title="Glint cover").id
    *_, last = service.ask(question, [article], [])
    assert all(POLICY[one.start : one.end] == one.text for one in last.citations)
    assert all(f"[{one.number}]" in last.answer for one in last.citations)
    return last


@pytest.mark.parametrize(
    ("question", "item", "lead"),
    [
        ("Are batteries that hold no charge covered?", "Batteries that", "What is not covered?"),
        ("Is a gadget lent to a friend covered?", "Gadgets lent", "What is not covered?"),
        ("When must a theft be reported to the police?", "(b) report", "The owner of the gadget shall:"),
    ],
)
def test_an_item_is_cited_with_what_it_says_nothing_without(
    service: Footnote, question: str, item: str, lead: str
) -> None:
    answer = _of_the_policy(service, question)
    assert answer.citations[0].text.removeprefix("- ").startswith(item)
    assert lead in [one.text for one in answer.citations]
    assert answer.answer.startswith(f"“{lead}” “{item}")


def test_what_was_cited_below_a_heading_can_be_asked_for_again(service: Footnote) -> None:
    question = "Are batteries that hold no charge covered?"
    history = [Message("user", question), Message("assistant", _of_the_policy(service, question).answer)]
    article = service.add_article(text=POLICY, title="Glint cover").id
    *_, last = service.ask("Say that again.", [article], history)
    assert [one.text for one in last.citations] == ["Batteries that no longer hold their charge"]


def test_the_first_item_and_what_leads_to_it_are_one_range(service: Footnote) -> None:
    answer = _of_the_policy(service, "Must the gadget be kept dry?")
    assert answer.citations[0].text == "The owner of the gadget shall:\n(a) keep the gadget dry;"


def test_a_line_that_breaks_off_is_cited_with_its_list(service: Footnote) -> None:
    answer = _of_the_policy(service, "May Glint end the policy?")
    cited = answer.citations[0].text
    assert cited.startswith("Glint may not end the policy, except where\n(i) the premium")
    assert cited.endswith("(ii) the gadget has been sold abroad.")


def test_an_item_that_needs_nothing_above_it_is_cited_alone(service: Footnote) -> None:
    answer = _of_the_policy(service, "Is a breakdown covered after the maker's guarantee?")
    assert "What is covered?" not in [one.text for one in answer.citations]


@pytest.mark.parametrize(
    "question",
    [
        "What must the owner of the gadget do?",
        "What does the owner of the gadget have to do?",
        "What are the owner of the gadget's duties?",
    ],
)
def test_all_duties_are_given_where_they_are_asked_for(service: Footnote, question: str) -> None:
    answer = _of_the_policy(service, question)
    assert [one.text.split()[0] for one in answer.citations] == ["The", "(a)", "(b)", "(c)"]


@pytest.mark.parametrize(
    ("question", "sentence", "leads"),
    [
        ("What must the tenant do?", "The Tenant shall:", True),
        ("What are the landlord's obligations?", "(2) The Landlord agrees to:", True),
        ("What must I do?", "You must:", True),
        ("What does the tenant do?", "The Tenant shall:", False),
        ("What must the tenant do with the keys?", "The Tenant shall:", False),
        ("What must the tenant do?", "The Landlord shall:", False),
        ("What must the tenant do?", "The Tenant shall keep the keys.", False),
    ],
)
def test_which_line_leads_to_somebodys_duties(question: str, sentence: str, leads: bool) -> None:
    assert obliges(question, sentence) is leads


CALL = """[10:02] Mara: good morning all
[10:03] Hedda: the crash rate is high. it was the map. i rolled it back last night
[10:04] Tobias: fine. most people would pay four euros.
[10:05] Mara: we ship it without the map. Hedda writes the notes by Friday.
[10:06] Tobias: my sister can translate. she wants 300 for it.
[10:07] Hedda: do it
"""
ASKED = """She kept the engines for five years.

**When did you first think of it?**

In the autumn. We had a new head then.

**The union says that the alarm was off. Was it?**

Not in my time. It was muted at night.

**The firm says that its log has no such lines.**

Then pages are missing.

**Why did you leave?**

I had a better offer.
"""


def test_who_speaks_stands_above_what_is_said() -> None:
    sentences = segment(Article("a", "Call", CALL, "", "en"), _count, 500).sentences
    said = {
        CALL[one.start : one.end]: turn for one, turn in zip(sentences, turns(CALL, sentences), strict=True)
    }
    later = {text: CALL[slice(*turn.above)] for text, turn in said.items() if turn.above}
    assert later["Hedda writes the notes by Friday."] == "[10:05] Mara:"
    assert later["she wants 300 for it."] == "[10:06] Tobias:"
    assert not any(text.startswith("[") for text in later)


def test_what_an_interviewer_asks_stands_above_the_answer_and_is_none() -> None:
    sentences = segment(Article("a", "Log", ASKED, "", "en"), _count, 500).sentences
    said = {
        ASKED[one.start : one.end]: turn for one, turn in zip(sentences, turns(ASKED, sentences), strict=True)
    }
    assert [text.strip("*") for text, turn in said.items() if turn.asks] == [
        "When did you first think of it?",
        "The union says that the alarm was off.",
        "Was it?",
        "The firm says that its log has no such lines.",
        "Why did you leave?",
    ]
    above = {text: ASKED[slice(*turn.above)] for text, turn in said.items() if turn.above and turn.leans}
    assert above == {
        "Not in my time.": "The union says that the alarm was off. Was it?",
        "It was muted at night.": "The union says that the alarm was off. Was it?",
        "Then pages are missing.": "The firm says that its log has no such lines.",
    }


@pytest.mark.parametrize(
    "text",
    [
        "**Methods**\n\nWe met.\n\n**Results**\n\nIt rose.\n\n**Costs**\n\nNone.",
        "Monday: nine.\nTuesday: ten.\nFriday: nine.\nSunday: closed.\nNote: ring us.",
        "Note: it is wet.\nNote: it is dry.\nNote: it is cold.\nNote: it is warm.\nNote: it is late.",
    ],
)
def test_other_paragraphs_are_no_turns(text: str) -> None:
    sentences = segment(Article("a", "Notes", text, "", "en"), _count, 500).sentences
    assert set(turns(text, sentences)) == {Turn()}


def test_an_interviews_answer_is_cited_from_its_beginning_with_what_was_asked(service: Footnote) -> None:
    article = service.add_article(text=ASKED, title="The log").id
    *_, answer = service.ask("Was the alarm off?", [article], [])
    assert answer.citations[0].text.startswith("Not in my time.")
    assert answer.citations[1].text == "The union says that the alarm was off. Was it?"
    assert all(ASKED[one.start : one.end] == one.text for one in answer.citations)


LEASE = """1.1 The Tenant may end the tenancy early with two months' notice.
1.2 The Tenant may not use the Deposit to pay the rent.
1.3 The Tenant must tell the Landlord of any leak.
2.1 The Landlord may keep part of the Deposit.
2.2 The Landlord may not end the tenancy before May.
2.3 The Landlord must insure the building.
3.1 The Agent may hold a key.
"""


@pytest.mark.parametrize(
    ("question", "lost"),
    [
        ("Can the landlord end the tenancy early?", [0, 1]),
        ("How much of the deposit may the landlord keep?", [0, 1]),
        ("When must the tenant pay?", [3, 4, 5]),
        ("Must the landlord be told of a leak?", []),  # others do it
        ("May the agent end the tenancy?", []),  # of whom too little is told
        ("Who may end the tenancy?", []),
    ],
)
def test_what_another_party_may_do_is_no_answer(question: str, lost: list[int]) -> None:
    sentences = segment(Article("a", "Lease", LEASE, "", "en"), _count, 500).sentences
    found = of_other_parties(question, LEASE, sentences)
    assert [number for number, other in enumerate(found) if other] == lost


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Tarn 1.1 Buzz (June 17th, 1996): the first with a name.", "Tarn 1.1 Buzz (June 17th, 1996)"),
        ("Tarn 0.91 (January 1994): a small one.", "Tarn 0.91 (January 1994)"),
        ("Tarn 1.1: the first with a name.", "Tarn 1.1"),
        ("Tarn (a lake of the north): it froze.", ""),
        ("It grew by 3.5 (in 1996): no more.", ""),
    ],
)
def test_a_version_and_its_date_are_a_label(line: str, label: str) -> None:
    parts = [line, "It had 474 packages."]
    text = " ".join(parts)
    assert above(text, _lines(text, *parts), [None, None]) == ("", label)


HISTORY = """# Changes

## 2.4.0 (2024-08-29)

- Timeout now accepts a pair of numbers.
- Support for Mara 3.8 was dropped.

## 2.3.1 (2024-05-14)

- Mends the reading of headers, as 2.4.0 will not.

## 2.3.0 (2024-01-02)

- Timeout was added.
- Uses less memory.
"""


@pytest.mark.parametrize(
    ("question", "others"),
    [
        ("What changed in 2.4.0?", "FFTTT"),
        ("Which bug was mended in version 2.3.1?", "TTFTT"),
        ("Does section 2.3.0 tell of memory?", "TTTFF"),
        ("What changed since 2.3.0?", "FFFFF"),  # after it
        ("What changed in 2.5.0?", "FFFFF"),  # not told
        ("Is Mara 3.8 still supported?", "FFFFF"),
        ("Did it fall by 2.4 percent?", "FFFFF"),
    ],
)
def test_below_another_version_nothing_is_told_of_the_one_that_is_named(question: str, others: str) -> None:
    article = Article("a", "Changes", HISTORY, "", "en")
    sentences = segment(article, _count, 500).sentences
    found = of_other_versions(question, HISTORY, sentences, headings_over(HISTORY, sentences))
    assert "".join("FT"[int(one)] for one in found) == others


def test_a_version_that_only_prose_names_heads_nothing() -> None:
    text = "Version 1.2 came out in May. It ran in 128 kilobytes."
    sentences = _lines(text, "Version 1.2 came out in May.", "It ran in 128 kilobytes.")
    over = headings_over(text, sentences)
    assert not of_other_versions("When did version 1.2 appear?", text, sentences, over).any()


@pytest.mark.parametrize(
    ("question", "short", "lead"),
    [
        ("Since which version can the timeout be a pair of numbers?", "2.4.0", "2.4.0 (2024-08-29)"),
        ("Which version dropped Mara 3.8?", "2.4.0", "2.4.0 (2024-08-29)"),
        ("When was version 2.3.1 released?", "2024-05-14", "2.3.1 (2024-05-14)"),
    ],
)
def test_the_heading_tells_the_version(service: Footnote, question: str, short: str, lead: str) -> None:
    article = service.add_article(text=HISTORY, title="Changes").id
    *_, last = service.ask(question, [article], [])
    assert last.short_answer is not None
    assert last.short_answer.text == short
    assert last.answer.startswith(f"“{lead}” “")
    assert all(HISTORY[one.start : one.end] == one.text for one in (*last.citations, last.short_answer))


def _signals(text: str) -> SentenceSignals:
    """Return what is known of a text's sentences but for their vectors."""
    sentences = segment(Article("a", "A text", text, "", "en"), _count, 500).sentences
    index = SentenceIndex([text[one.start : one.end] for one in sentences])
    named, nothing = heads(text, sentences), np.zeros(len(sentences))
    return SentenceSignals(
        *(Article("a", "A text", text, "", "en"), sentences, (), index, nothing.astype(np.int64), nothing),
        *(nothing, vocabulary([text]), ("",) * len(sentences), named, nothing.astype(bool)),
        turns(text, sentences),
        tuple(headings_over(text, sentences)),
    )


CRONTAB = """The time fields of a line are set so.

      field          allowed values
      -----          --------------
      minute         0-59
      day of month   0-31
      day of week    0-7 (0 or 7 is Sun, or use the names of the days)

The day of the week may be given twice.
"""


@pytest.mark.parametrize(
    ("question", "others"),
    [
        ("What is allowed for day of week?", "FFTTFF"),
        ("What is allowed for the minute?", "FFFTTF"),
        ("Which field has the most allowed values, day of week?", "FFFFFF"),
        ("Is day of month or day of week set first?", "FFTFFF"),
        ("What is allowed for the year?", "FFFFFF"),
    ],
)
def test_of_the_rows_of_a_table_the_one_that_is_named_answers(question: str, others: str) -> None:
    one = _signals(CRONTAB)
    assert "".join("FT"[int(one)] for one in of_other_rows(question, one)) == others


@pytest.mark.parametrize(
    ("question", "lead", "item", "who"),
    [
        (
            "Who can amend the statutes?",
            "Together, the Members may:",
            "2. Amend the statutes.",
            "the Members",
        ),
        (
            "Who appoints the clerk?",
            "The Board of Keepers shall:",
            "(a) appoint the clerk;",
            "The Board of Keepers",
        ),
        ("Who is allowed to call a vote?", "A Member may:", "- Call a vote at any time.", "A Member"),
        ("Who can be appointed?", "The Board shall:", "(a) appoint the clerk;", ""),
        ("Who may not amend the statutes?", "The Members may:", "2. Amend the statutes.", ""),
        ("Who is the clerk?", "The Board shall:", "(a) appoint the clerk;", ""),
        ("Who pays the clerk?", "The Board shall:", "(a) appoint the clerk;", ""),
        ("Who may the Board appoint?", "The Board may:", "(a) appoint the clerk;", ""),
        ("Who can amend the statutes?", "The Members may not:", "1. Amend the statutes.", ""),
        ("What can amend the statutes?", "The Members may:", "1. Amend the statutes.", ""),
    ],
)
def test_who_may_do_what_an_item_says_stands_above_it(question: str, lead: str, item: str, who: str) -> None:
    found = who_is_to(question, lead, item)
    assert (lead[slice(*found)] if found else "") == who


FORMULA = """The threshold says when a table is cleaned. The threshold is defined as:

threshold = base + factor * rows,

where the base is set by the keeper, and the rows are counted each night.

To clean it by hand, use:

```
clean --all
clean --stop
```

Nobody should do that at noon. The following are told:

- the keeper
- the clerk

The plan was made by

- Ida Lund
- Per Holm
"""


@pytest.mark.parametrize(
    ("begins", "whole_text"),
    [
        ("The threshold is", "The threshold is defined as:\n\nthreshold = base + factor * rows,"),
        ("where the base", FORMULA[FORMULA.index("The threshold is") : FORMULA.index("\n\nTo clean")]),
        ("To clean it", "To clean it by hand, use:\n\n```\nclean --all\nclean --stop"),
        ("The plan was", "The plan was made by\n\n- Ida Lund\n- Per Holm"),
        ("The following are", ""),  # a list is given whole where it is asked for
        ("Nobody should", ""),
        ("The threshold says", ""),
    ],
)
def test_what_leads_to_code_or_a_formula_is_cited_with_it(begins: str, whole_text: str) -> None:
    one = _signals(FORMULA)
    place = [FORMULA[s.start : s.end].startswith(begins) for s in one.sentences].index(True)
    found = whole(one, place)
    assert (found.text if found else "") == whole_text


LEAVING = """Ada left in May. If you leave the club, you should do the following steps:

- Hand in your keys.
- Tell the clerk that you leave.

The famous Record of 1911 was signed by

- Ida Lund
- Per Holm
- Ada Berg
"""


@pytest.mark.parametrize(
    ("question", "begins", "count"),
    [
        (
            "What should I do before I leave the club?",
            "Tell the clerk",
            3,
        ),  # the line above says that all are
        ("What do we need to do when leaving the club?", "Tell the clerk", 3),
        ("Whom should I tell that I leave?", "Tell the clerk", 0),
        ("Who signed the record?", "The famous", 4),
        ("Who signed the record first?", "Ida Lund", 0),
        ("When was the record signed?", "The famous", 0),
    ],
)
def test_steps_and_who_did_it_are_given_whole(question: str, begins: str, count: int) -> None:
    one = _signals(LEAVING)
    place = [LEAVING[s.start : s.end].startswith(begins) for s in one.sentences].index(True)
    assert len(items(question, one, place)) == count
