"""Options, formats, functions and settings are words to the sign: "sort()" is not "sorted()"."""

from collections.abc import Iterator

import pytest

from footnote.embed import Embedder
from footnote.retrieve.codewords import code_word_gains, explanation, lacks_code_word
from footnote.retrieve.features import SentenceSignals
from footnote.retrieve.retriever import Retriever
from footnote.schema import Answer
from footnote.segment import SEGMENTATION
from footnote.service import Footnote
from footnote.store import Indexing, open_store
from ranking import put

MANUAL = """# Marl, which keeps copies of a folder

Marl copies a folder to another disk and remembers what has changed since. A copy is made by push, and given \
up by drop.

## Synopsis

marl push [-k | --keep-old] [-n | --dry-run] [-q | --quiet] [<folder>]

marl drop [-q | --quiet] [<copy>]

## Options

- -k, --keep-old: This option is only valid for push. Files that are gone from the source stay in the copy.
- -n, --dry-run: This option is only valid for push. Nothing is written; what would be copied is listed.
- -q, --quiet: This option is valid for push and drop. Progress is not shown.

## Settings

- marl.showSizes: If this is set to true, the list of copies has the size of each. Defaults to false. See \
the options of list.
- marl.showOwners: If this is set to false, the list of copies leaves out who owns each. Defaults to true. \
See the options of list.
- marl.retries: If a file is busy, it is tried again so many times. The default is 3.

Without one of the options the default behaviour of the list is given by marl.showSizes and marl.showOwners.

## The log

A line of the log is made of signs. The %b in it is the number of bytes that were copied of the file. The %t \
in it is the time at which its copy began.

## From Python

Copies have a built-in copies.sort() method that puts them in order. There is also a sorted() function that \
makes an ordered list of any of them.

A list of copies in order is easily made: just call the sorted() function. It returns a new list by age.

You may also call the copies.sort() method. It changes the list in place (and returns None, so that nobody \
takes one for the other). Mostly that is less handy than sorted(copies, key=age).
"""


@pytest.fixture(scope="module")
def manual(embedder: Embedder) -> Iterator[SentenceSignals]:
    store = open_store("sqlite:///:memory:")
    store.bind(Indexing(embedder.name, embedder.dimension, SEGMENTATION))
    article = put(store, embedder, MANUAL)
    yield Retriever(store, embedder).sentence_signals(article.id, embedder.embed_question("?")[0])
    store.close()


def _gaining(question: str, one: SentenceSignals) -> list[str]:
    gains = code_word_gains(question, one)
    return [one.text(number)[:20] for number in range(len(gains)) if gains[number]]


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        (
            "What does sort() return?",
            ["Copies have a built-", "You may also call th", "It changes the list "],
        ),
        ("What does %t mean?", ["The %t in it is the "]),
        ("What is marl.retries?", ["marl.retries: If a f", "The default is 3."]),
        (
            "Which options does -n go with?",
            ["marl push [-k | --ke", "-n, --dry-run: This ", "Nothing is written; "],
        ),
        ("What does -K do?", []),
        ("What does %T mean?", []),
        ("What is a dry-run?", []),
        ("Which person(s) may sort the copies (and how)?", []),
        ("What does the U.S. say, e.g. at 5 p.m. on v2.0 - or -- of late?", []),
    ],
)
def test_sentences_that_tell_of_a_code_word_gain(
    manual: SentenceSignals, question: str, begins: list[str]
) -> None:
    assert _gaining(question, manual) == begins


def test_what_explains_a_code_word_gains_more_and_what_tells_its_default_most(
    manual: SentenceSignals,
) -> None:
    gains = code_word_gains("What is the default of marl.showOwners?", manual)
    best = sorted(range(len(gains)), key=lambda number: -gains[number])
    assert [manual.text(number)[:12] for number in best[:2]] == ["Defaults to ", "marl.showOwn"]
    assert gains[best[0]] > gains[best[1]] + 10
    behaviour = next(n for n in range(len(gains)) if manual.text(n).startswith("Without one"))
    assert 0 < gains[behaviour] < gains[best[1]]


@pytest.mark.parametrize(
    ("question", "lacks"),
    [
        ("What does -k do?", False),
        ("What does --keep do?", True),
        ("What does `-x` do?", True),
        ("What does %m mean?", True),
        ("What does reverse() do?", True),
        ("What does sorted() do?", False),
        ("What does push() do?", False),  # it is told of without the brackets
        ("What is the default of marl.showDates?", True),
        ("Who runs example.com?", False),  # the manual names no other
        ("What is max_age?", False),
        ("What does Marl do?", False),
        ("Who keeps the well-known copies?", False),
    ],
)
def test_an_article_may_lack_a_code_word(manual: SentenceSignals, question: str, lacks: bool) -> None:
    assert lacks_code_word(question, [manual]) is lacks


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        ("What does -k do?", "Files that are gone", "-k, --keep-old: "),
        ("What does -k do?", "Progress is not", None),
        ("What is done with files?", "Files that are gone", None),
        ("What does sorted() do?", "It returns a new", None),  # no term opens that paragraph
    ],
)
def test_an_explanation_is_cited_whole(
    manual: SentenceSignals, question: str, sentence: str, words: str | None
) -> None:
    number = next(n for n in range(len(manual.sentences)) if manual.text(n).startswith(sentence))
    found = explanation(question, manual, number)
    assert (found and found.text.startswith(words or "-") and manual.text(number) in found.text) is (
        None if words is None else True
    )


@pytest.fixture(scope="module")
def marl(service: Footnote) -> str:
    return service.add_article(MANUAL).id


def _asked(service: Footnote, article: str, question: str) -> Answer:
    *_, last = service.ask(question, [article], [])
    return last


@pytest.mark.parametrize(
    ("question", "words", "short"),
    [
        ("What does -k do?", "Files that are gone from the source stay in the copy.", None),
        ("What does -q do?", "Progress is not shown.", ...),
        ("What does sort() return?", "(and returns None,", ...),
        ("What does sorted() return?", "It returns a new list by age.", ...),
        ("What does %b mean?", "the number of bytes", ...),
        ("What is the default of marl.showSizes?", "Defaults to false.", "false"),
        ("What is the default of marl.showOwners?", "Defaults to true.", "true"),
        ("What is the default of marl.retries?", "The default is 3.", "3"),
    ],
)
def test_a_code_word_is_answered_by_what_tells_of_it(
    service: Footnote, marl: str, question: str, words: str, short: object
) -> None:
    answer = _asked(service, marl, question)
    assert answer.status == "answered"
    assert words in answer.citations[0].text
    if short is not ...:
        assert (answer.short_answer and answer.short_answer.text) == short


@pytest.mark.parametrize(
    "question",
    [
        "What does -x do?",
        "What does --force do?",
        "What is the default of marl.showDates?",
        "What does %m mean?",
    ],
)
def test_a_code_word_that_is_nowhere_is_not_answered(service: Footnote, marl: str, question: str) -> None:
    assert _asked(service, marl, question).status == "not_in_article"
