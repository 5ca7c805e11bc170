"""Who wrote an article, when, where and under which title is told from its opening lines or its source."""

import json
from pathlib import Path

import pytest

from footnote.load import load_text
from footnote.schema import Answer, Article, Message
from footnote.service import Footnote
from footnote.service.about.fact import Fact, asked_facts
from footnote.service.about.metadata import metadata

DATA = Path(__file__).parent / "data"
MILL = (
    "# The mill\n\nBy Jane Doe and Tom Ash\n12 March 2021\n\nThe mill stopped in 1950. It had three wheels."
)
SAIL = (
    "Sails over Carrow\n\nPublication: Carrow Daily Monitor Volume: 1 Issue: 50\n\n"
    "CARROW, July 5, 2004 (CNA) – The first of the new sails was hoisted above the harbour on Monday, after "
    "two years in which the yard had been short of canvas, the harbour board said. Nobody was hurt."
)

ASKED = {
    "author": """Who wrote this article?|who wrote the text|Who is the author of this article?
        |Who are the authors of this paper?|Please, can you tell me who wrote this article?
        |Who wrote the article, please?|By whom was this article written?|Who is this article by?
        |What is the name of the author of this report?|Can you tell me who wrote this story?
        |Wer hat diesen Artikel geschrieben?|Wer ist der Autor des Artikels?|Von wem stammt der Text?""",
    "date": """When was this article written?|When was this story first published|When is this article from?
        |What is the date of the article?|How old is this article?|Wann wurde der Artikel veröffentlicht?
        |Von wann ist der Artikel?|Wie alt ist dieser Text?""",
    "title": """What is the title of the article?|What’s the headline of this story?
        |What is this article called?
        |Wie lautet der Titel des Artikels?""",
    "publication": """Where was this article published?|Where is this article from?
        |Who published this article?|Which newspaper is this article from?|What is the source of this article?
        |Wo ist der Artikel erschienen?""",
}
OPENING = {
    "author": "Who wrote it?|Who wrote this?|Who is the author?|Who's the writer?|Wer ist der Autor?",
    "date": "When was it written?|When was this published?|What is the date?|Wann wurde es geschrieben?",
    "title": "What is the title?|What is the title of it?",
    "publication": "Where was this published?|Who published it?",
}
OTHERS = """Who wrote the report?|When was the report published?|Where was the paper published?
    |Who was the author?|How old is it?|When was it released?|Where is it from?|What is the source?
    |What is it called?
    |Who wrote the book?|Who wrote the article about the mill for the Times?|Who is the author of Emma?
    |When was the mill built?|What is the date of the fair?|What is the mill called?|Where is the mill?
    |Who published the census?|What is the source of the river?|When was the law published?"""


def asked_fact(question: str, *, opening: bool) -> Fact | None:
    """Return the first fact that a question wants."""
    return next(iter(asked_facts(question, opening=opening)), None)


def each(questions: str) -> list[str]:
    return [one.strip() for one in questions.split("|")]


def told(question: str, *texts: str, source: str = "pasted text") -> Answer | None:
    articles = [load_text(text, source=source, max_chars=10_000) for text in texts]
    return metadata(question, articles, opening=True)


@pytest.mark.parametrize("fact", ASKED)
def test_a_question_that_names_the_article_is_known_at_any_time(fact: str) -> None:
    for question in each(ASKED[fact]):
        assert asked_fact(question, opening=False) == fact, question
        assert asked_fact(question, opening=True) == fact, question


@pytest.mark.parametrize("fact", OPENING)
def test_it_is_the_article_only_where_nothing_was_said_before(fact: str) -> None:
    for question in each(OPENING[fact]):
        assert asked_fact(question, opening=True) == fact, question
        assert asked_fact(question, opening=False) is None, question


def test_questions_to_the_article_are_left_to_the_search() -> None:
    for question in each(OTHERS):
        assert asked_fact(question, opening=True) is None, question
    for file in sorted(DATA.glob("*.jsonl")):
        for line in file.read_text("utf-8").splitlines():
            for question in json.loads(line).get("questions", []):
                assert asked_fact(question["question"], opening=False) is None, question["question"]


@pytest.mark.parametrize(
    ("question", "text", "line", "words"),
    [
        ("Who wrote it?", MILL, "By Jane Doe and Tom Ash", "Jane Doe and Tom Ash"),
        ("When was it published?", MILL, "12 March 2021", "12 March 2021"),
        ("What is the title?", MILL, "The mill", "The mill"),
        ("When was this written?", SAIL, "July 5, 2004", "July 5, 2004"),
        (
            "Where was this published?",
            SAIL,
            "Publication: Carrow Daily Monitor Volume: 1 Issue: 50",
            "Carrow Daily Monitor Volume: 1 Issue: 50",
        ),
    ],
)
def test_what_the_opening_lines_say_is_cited(question: str, text: str, line: str, words: str) -> None:
    answer = told(question, text)
    assert answer is not None
    assert answer.short_answer is not None
    assert (answer.answer, answer.status, answer.done) == (f"{line} [1]", "answered", True)
    [cited], short = answer.citations, answer.short_answer
    assert text[cited.start : cited.end] == cited.text == line
    assert text[short.start : short.end] == short.text == words
    assert cited.start <= short.start < short.end <= cited.end


@pytest.mark.parametrize(
    ("author", "said"),
    [
        ("Jane Doe", "The author is Jane Doe"),
        ("Jane Doe, Tom Ash", "The authors are Jane Doe and Tom Ash"),
        ("Jane Doe, Tom van der Ash and Léa Lund", "The authors are Jane Doe, Tom van der Ash and Léa Lund"),
        ("Doe, Jane", "The author is Doe, Jane"),
        ("Jane Doe, PhD", "The author is Jane Doe, PhD"),
        ("Jane Doe, Staff Writer", "The author is Jane Doe, Staff Writer"),
        ("University of Leeds, Jane Doe", "The author is University of Leeds, Jane Doe"),
        ("lou_kneads", "The author is lou_kneads"),
    ],
)
def test_several_authors_who_came_with_the_article_are_told_as_such(author: str, said: str) -> None:
    article = Article(
        id="a", title="The mill", text="The mill stopped.", source="", language="en", author=author
    )
    answer = metadata("Who wrote this?", [article], opening=True)
    assert answer is not None
    assert answer.answer == f"{said}, by what came with the article."


def test_marks_between_a_papers_authors_are_cited_with_their_line() -> None:
    line = "Léa Lund 1,*, and Jürgen Ash 2"
    answer = told("Who wrote this?", f"Lead in gardens\n\n{line}\n\nAbstract\n\nThe soil held much lead.")
    assert answer is not None
    assert (answer.answer, [one.text for one in answer.citations]) == (f"{line} [1]", [line])


def test_what_only_came_with_the_article_is_said_without_a_citation() -> None:
    answer = told("Where was it published?", MILL, source="https://example.org/mill")
    assert answer is not None
    assert answer.answer == "It was taken from https://example.org/mill."
    assert answer.citations == ()
    assert answer.short_answer is None


def test_each_of_several_articles_is_named_with_what_is_known_of_it() -> None:
    answer = told("When was this article written?", MILL, SAIL)
    assert answer is not None
    assert answer.answer == "The mill: 12 March 2021 [1]\nSails over Carrow: July 5, 2004 [2]"
    assert [one.sentence for one in answer.citations] == [0, 1]
    assert told("Who wrote this article?", MILL, SAIL) is not None


@pytest.mark.parametrize(
    ("line", "question", "cited"),
    [
        ("Source of the river found", "Where was this published?", None),
        ("Published on 12 March 2021", "Where was this published?", None),
        ("Source: 12 March 2021", "Where was this published?", None),
        ("Ashes to Ashes\n\nBy Tom Ash", "Who wrote it?", "By Tom Ash"),
        ("An interview with Tom Ash\n\nBy Tom Ash", "Who wrote it?", "By Tom Ash"),
        (
            "On 12 March 2021 the mill burnt down, the owners said.\n\nPublished 12 March 2021",
            "When was it published?",
            "Published 12 March 2021",
        ),
    ],
)
def test_only_a_line_that_is_there_to_say_it_is_cited(line: str, question: str, cited: str | None) -> None:
    answer = told(question, f"{line}\n\nThe mill at Carrow stopped. It had three wheels of oak.")
    assert ([one.text for one in answer.citations] if answer else None) == ([cited] if cited else None)


def test_what_nobody_knows_is_left_to_the_search() -> None:
    assert told("Who wrote this article?", SAIL) is None
    assert told("Where was this article published?", MILL) is None


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("Who wrote it and when?", "12 March 2021 [1]\nBy Jane Doe and Tom Ash [2]"),
        (
            "Who wrote this article, and when was it published?",
            "12 March 2021 [1]\nBy Jane Doe and Tom Ash [2]",
        ),
        ("Who wrote it and where was it published?", "By Jane Doe and Tom Ash [1]"),
        ("Who wrote it and who built the mill?", None),
    ],
)
def test_two_facts_at_once_are_both_told(asked: str, answer: str | None) -> None:
    known = told(asked, MILL)
    assert (known.answer if known else None) == answer


def _last(service: Footnote, article_id: str, *said: str) -> Answer:
    history = [Message("assistant" if n % 2 else "user", one) for n, one in enumerate(said[:-1])]
    *_, answer = service.ask(said[-1], [article_id], history)
    return answer


def test_a_follow_up_may_mean_the_author(service: Footnote) -> None:
    added = service.add_article(text=MILL).id
    by = "By Jane Doe and Tom Ash [1]"
    refused = "The article does not say. It is about: The mill"
    assert (
        _last(service, added, "Hello", "Hello. You can ask about “The mill”.", "Who wrote it?").answer == by
    )
    assert _last(service, added, "What does the author eat?", refused, "Who is the author?").answer == by
    assert _last(service, added, "What does the author eat?", refused, "Who is he?").answer == by
    wants = ("What does the author want?", "The mill stopped in 1950. [1] Joe Ash wept. [2]", "Who is he?")
    assert _last(service, added, *wants).answer == by
    book = ("When was Emma published?", refused, "Who wrote it?")
    assert _last(service, added, *book).searched_for == "Who wrote Emma?"
    assert _last(service, added, "Which book won?", "“Emma won.” [1]", "Who is the author?").answer != by


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        (
            "Who wrote this and when did the mill stop?",
            "“The mill stopped in 1950.” [1]\n- By Jane Doe and Tom Ash [2]",
        ),
        (
            "When did the mill stop and who wrote this article?",
            "“The mill stopped in 1950.” [1]\n- By Jane Doe and Tom Ash [2]",
        ),
        (
            "Who wrote this and who owns the moon?",
            "By Jane Doe and Tom Ash [1] I found no answer in the article to the other question: "
            "who owns the moon?",
        ),
    ],
)
def test_one_of_two_questions_may_ask_for_the_author(service: Footnote, asked: str, answer: str) -> None:
    added = service.add_article(text=MILL)
    *_, last = service.ask(asked, [added.id])
    assert (last.answer, last.status) == (answer, "answered")
    assert all(MILL[one.start : one.end] == one.text for one in last.citations)
    assert [one.number for one in last.citations] == [*range(1, len(last.citations) + 1)]


def test_the_service_tells_who_wrote_an_article(service: Footnote) -> None:
    added = service.add_article(text=MILL)
    *_, answer = service.ask("Who wrote this article?", [added.id])
    assert answer.answer == "By Jane Doe and Tom Ash [1]"
    assert answer.model
    *_, refused = service.ask("Who edited this article?", [added.id])
    assert refused.status == "not_in_article"
