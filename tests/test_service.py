"""The whole way in one process: real models, a real SQLite file, every event checked."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from footnote.config import Settings
from footnote.errors import Cancelled, InvalidInput, ModelUnavailable, NotFound, StoreError, TooLarge
from footnote.schema import Answer, ArticleEntry, Message, Summary
from footnote.service import Footnote, Step
from footnote.store import Indexing, open_store

TEXT = (
    "The Ferry to Ostrand\n\n"
    "The ferry to Ostrand sails again from 2 March, the island council announced on Friday. It had lain in "
    "the dock at Velden since a fire in its engine room in November.\n\n"
    "Repairs cost 3.4 million crowns, of which the insurer paid two thirds. Councillor Ida Brandt said that "
    "the rest would come from the harbour fund.\n\n"
    "The ferry carries 180 passengers and 24 cars. In winter it sails twice a day, in summer four times. A "
    "ticket costs 45 crowns; children under six travel free.\n"
)


@pytest.fixture
def ferry(service: Footnote) -> Iterator[ArticleEntry]:
    """An article in the shared library, for one test."""
    entry = service.add_article(TEXT)
    yield entry
    if entry.id in {one.id for one in service.articles()}:
        service.remove_article(entry.id)


def check(service: Footnote, event: Answer | Summary) -> None:
    """Assert that every range of an event is a quotation of its article, and its numbers stand in it."""
    pointers = [*event.citations]
    if isinstance(event, Answer):
        assert 0 <= event.confidence <= 1
        for one in (*event.evidence, *([event.short_answer] if event.short_answer else [])):
            assert service.article(one.article_id).text[one.start : one.end] == one.text
    for citation in pointers:
        text = service.article(citation.article_id).text
        assert text[citation.start : citation.end] == citation.text
        assert citation.text.strip()
    assert event.model


# --- adding ---------------------------------------------------------------------------------------


def test_an_article_is_added_listed_read_and_removed(service: Footnote) -> None:
    entry = service.add_article(TEXT, source="a letter")
    assert (entry.title, entry.source, entry.language) == ("The Ferry to Ostrand", "a letter", "en")
    assert entry.sentences == 7
    assert entry.words == len(TEXT.split())
    assert not entry.already_known
    assert entry in service.articles()
    assert service.article(entry.id).text == TEXT
    assert len(service.segments(entry.id).sentences) == 7
    service.remove_article(entry.id)
    assert entry not in service.articles()
    with pytest.raises(NotFound):
        service.article(entry.id)


def test_the_same_article_twice_is_one(service: Footnote, ferry: ArticleEntry, tmp_path: Path) -> None:
    before = len(service.articles())
    file = tmp_path / "ferry.txt"
    file.write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
    for again in (service.add_article(TEXT, title="Another title"), service.add_file(file)):
        assert again == replace(ferry, already_known=True)
    assert len(service.articles()) == before


@pytest.mark.parametrize(
    "text", ["", " \n ", "\x01\x02\x03" * 100, "a" * 2_000_001], ids=["empty", "blank", "binary", "long"]
)
def test_what_cannot_be_added_leaves_the_library_as_it_was(service: Footnote, text: str) -> None:
    before = service.articles()
    with pytest.raises(InvalidInput) as refused:
        service.add_article(text)
    assert refused.value.field == "text"
    assert service.articles() == before


def test_the_sample_is_put_into_a_new_library_once(service: Footnote) -> None:
    assert [entry.source for entry in service.articles()].count("sample") == 1


def test_the_steps_of_adding_are_told_as_they_begin(service: Footnote) -> None:
    steps: list[Step] = []
    entry = service.add_article(TEXT, progress=steps.append)
    assert list(dict.fromkeys(steps)) == ["reading", "segmenting", "embedding", "storing"]
    assert steps == sorted(steps, key=["reading", "segmenting", "embedding", "storing"].index)
    service.remove_article(entry.id)


def test_a_removed_article_is_put_back_as_it_was(service: Footnote) -> None:
    one, two = service.add_article("One boat.", title="Mine"), service.add_article("Two boats.")
    before = service.articles(), service.article(one.id), service.segments(one.id)
    removed = service.remove_article(one.id)
    assert service.restore_article(removed).id == one.id
    assert (service.articles(), service.article(one.id), service.segments(one.id)) == before
    assert service.restore_article(removed).id == one.id  # a second time does nothing
    assert service.articles() == before[0]
    service.remove_article(one.id)
    service.remove_article(two.id)


# --- asking ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("How many passengers does the ferry carry?", "180"),
        ("How much did the repairs cost?", "3.4 million crowns"),
        ("Who said that the rest would come from the harbour fund?", "Ida Brandt"),
    ],
)
def test_an_answer_comes_with_its_words(
    service: Footnote, ferry: ArticleEntry, question: str, answer: str
) -> None:
    events = list(service.ask(question, [ferry.id]))
    assert events[0].evidence
    assert [event.done for event in events] == [False] * (len(events) - 1) + [True]
    for event in events:
        check(service, event)
        assert event.searched_for
    last = events[-1]
    assert last.status == "answered"
    assert any(answer in citation.text for citation in last.citations)
    assert all(f"[{citation.number}]" in last.answer for citation in last.citations)
    assert [citation.number for citation in last.citations] == list(range(1, len(last.citations) + 1))
    assert 0 < last.timings.evidence <= last.timings.first_text <= last.timings.total


def test_the_same_question_gets_the_same_answer(service: Footnote, ferry: ArticleEntry) -> None:
    first, second = (list(service.ask("Where had the ferry lain?", [ferry.id]))[-1] for _ in range(2))
    assert replace(first, timings=second.timings) == second


def test_what_the_article_does_not_say_is_refused(service: Footnote, ferry: ArticleEntry) -> None:
    last = list(service.ask("Which virus killed the lighthouse keeper of Cordouan?", [ferry.id]))[-1]
    assert last.status == "not_in_article"
    assert last.citations == ()
    assert last.short_answer is None
    assert last.answer
    check(service, last)


NOTHING = "The article does not say. It is about: The Ferry to Ostrand"


def test_what_is_asked_of_anew_is_asked_about_alone_before_it_is_refused(
    service: Footnote, ferry: ArticleEntry
) -> None:
    history = [Message("user", "How many whales died in 1950?"), Message("assistant", NOTHING)]
    *_, told = service.ask("What about Ida Brandt?", [ferry.id], history)
    assert (told.status, told.searched_for) == ("answered", "What about Ida Brandt?")
    assert "Councillor Ida Brandt said" in told.citations[0].text
    *_, refused = service.ask("What about Henrik Dall?", [ferry.id], history)
    assert refused.status == "not_in_article"
    *_, typed = service.ask("What about Ida Brandt: how many whales did she see?", [ferry.id], history)
    assert typed.status == "not_in_article"


def test_a_follow_up_says_what_it_searched_for(service: Footnote, ferry: ArticleEntry) -> None:
    history = [Message("user", "How many passengers does the ferry carry?"), Message("assistant", "180 [1]")]
    last = list(service.ask("And how many cars?", [ferry.id], history))[-1]
    assert any("24 cars" in citation.text for citation in last.citations)
    assert "cars" in last.searched_for


@pytest.mark.parametrize(
    ("question", "error"),
    [("", InvalidInput), (" \n", InvalidInput), ("why " * 2_500, TooLarge)],
    ids=["empty", "blank", "10,000"],
)
def test_a_question_that_cannot_be_asked(service: Footnote, question: str, error: type[InvalidInput]) -> None:
    with pytest.raises(error) as refused:
        service.ask(question)
    assert refused.value.field == "question"


def test_unknown_articles_and_styles_are_refused_before_any_work(
    service: Footnote, ferry: ArticleEntry
) -> None:
    with pytest.raises(NotFound, match="No article has the id 'gone'"):
        service.ask("Who?", [ferry.id, "gone"])
    with pytest.raises(NotFound):
        service.summarise("gone")
    with pytest.raises(NotFound):
        service.remove_article("gone")
    with pytest.raises(InvalidInput) as refused:
        service.summarise(ferry.id, "tiny")  # type: ignore[arg-type]
    assert refused.value.field == "style"


def test_adding_while_asking(service: Footnote, ferry: ArticleEntry) -> None:
    """Articles come and go in one thread while another asks the whole library."""
    done, errors = threading.Event(), list[BaseException]()

    def add_and_remove() -> None:
        try:
            while not done.is_set():
                for number in range(3):
                    entry = service.add_article(f"Ferry number {number}.\n\n{TEXT}")
                    service.remove_article(entry.id)
        except BaseException as error:
            errors.append(error)

    adding = threading.Thread(target=add_and_remove)
    adding.start()
    try:
        for _ in range(2):
            last = list(service.ask("How many passengers does the ferry carry?", [ferry.id]))[-1]
            assert any("180" in citation.text for citation in last.citations)
    finally:
        done.set()
        adding.join()
    assert errors == []


# --- summarising ----------------------------------------------------------------------------------


@pytest.mark.parametrize("style", ["short", "bullets", "long"])
def test_a_summary_is_cited_throughout(service: Footnote, ferry: ArticleEntry, style: str) -> None:
    events = list(service.summarise(ferry.id, style))  # type: ignore[arg-type]
    for event in events:
        check(service, event)
    last = events[-1]
    assert last.done
    assert last.style == style
    assert last.citations
    assert {citation.sentence for citation in last.citations} == set(
        range(max(c.sentence for c in last.citations) + 1)
    )
    assert 1 <= last.coverage.paragraphs_covered <= last.coverage.paragraphs == 3
    for citation in last.citations:
        assert any(start <= citation.start < citation.end <= end for start, end in last.coverage.covered)


def test_work_that_is_cancelled_ends(service: Footnote, ferry: ArticleEntry) -> None:
    cancel = threading.Event()
    cancel.set()
    with pytest.raises(Cancelled):
        list(service.summarise(ferry.id, cancel=cancel))


# --- starting -------------------------------------------------------------------------------------


def test_before_the_models_are_loaded(tmp_path: Path) -> None:
    service = Footnote(Settings(store=f"sqlite:///{tmp_path / 'footnote.db'}"))
    assert service.state == "loading"
    assert service.health()["status"] == "loading"
    with pytest.raises(ModelUnavailable, match="still loading"):
        service.add_article(TEXT)
    service.close()


def test_an_embedder_that_cannot_be_loaded_fails_every_request_with_the_reason(tmp_path: Path) -> None:
    service = Footnote(Settings(store=f"sqlite:///{tmp_path / 'footnote.db'}", embedder="./gone"))
    service.start()
    with pytest.raises(ModelUnavailable, match=r"FOOTNOTE_EMBEDDER is '\./gone'"):
        service.wait()
    assert service.state == "failed"
    with pytest.raises(ModelUnavailable, match="FOOTNOTE_EMBEDDER"):
        service.add_article(TEXT)
    service.close()


def test_a_library_of_another_embedder_is_refused_until_it_is_rebuilt(tmp_path: Path) -> None:
    settings = Settings(store=f"sqlite:///{tmp_path / 'footnote.db'}")
    store = open_store(settings.store)
    store.bind(Indexing("another-embedder", 8, "a-segmentation"))
    store.close()
    service = Footnote(settings)
    service.start()
    with pytest.raises(
        StoreError, match="made with embedder 'another-embedder', but 'all-MiniLM-L6-v2' is set"
    ):
        service.wait()
    service.close()
    mending = Footnote(settings)
    assert mending.rebuild() == 0
    mending.close()
    again = Footnote(settings)
    again.start()
    again.wait()
    assert again.state == "ready"
    assert [entry.source for entry in again.articles()] == ["sample"]
    again.close()


def test_a_library_that_cannot_be_opened(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no library")
    with pytest.raises(StoreError, match="cannot be opened"):
        Footnote(Settings(store=f"sqlite:///{tmp_path}/file/footnote.db"))


ESSAY = """# On keeping boats

There is no need to hurry, whatever they say.

## Why are boats kept at all?

Nobody who keeps one would ask. It is a habit, and habits need no ground. One grows fond of what leaks.

## Living with the tide

Water goes out and comes in again twice a day. Sailors learn to wait for the second tide. Ropes that lie in
the sun for years are rotten. Wet feet are no great misfortune to anybody.
"""


def test_an_essay_is_asked_for_its_sections(service: Footnote) -> None:
    essay = service.add_article(ESSAY)
    questions = service.suggest_questions(essay.id)
    assert questions == ["Why are boats kept at all?", "What does the section “Living with the tide” say?"]
    for question, first in zip(questions, ("Nobody who keeps", "Water goes"), strict=True):
        *_, last = service.ask(question, [essay.id])
        assert last.status == "answered"
        assert last.citations[0].text.startswith(first)
        check(service, last)
    service.remove_article(essay.id)


def test_a_heading_that_asks_is_answered_by_what_stands_below_it(service: Footnote) -> None:
    text = ESSAY.replace("at all?", "at sea?").replace("There is", "Boats are kept at sea in May. There is")
    essay = service.add_article(text)
    *_, last = service.ask("why are boats kept at sea", [essay.id])
    assert last.citations[0].text.startswith("Nobody who keeps")
    service.remove_article(essay.id)


def test_questions_are_suggested_once_and_then_known(service: Footnote, ferry: ArticleEntry) -> None:
    first = service.suggest_questions(ferry.id)
    before = service.tokens()
    assert service.suggest_questions(ferry.id) == first
    assert service.tokens() == before
    assert len(service.suggest_questions(ferry.id, 1)) <= 1
