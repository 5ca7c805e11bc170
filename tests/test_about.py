"""What is asked about an article itself, its parts, its words and its people, is looked up and cited."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from footnote.answer.talk import respond
from footnote.load import load_text
from footnote.schema import Answer, Article, ArticleEntry, Segments, Style, Summary
from footnote.segment import segment
from footnote.service import Footnote
from footnote.service.about import about_the_articles

DATA = Path(__file__).parent / "data"
PACKAGE = Path(__file__).parents[1] / "src" / "footnote"
HARBOUR = """# The harbour

## How it began

The harbour at Carrow was built in 1871 by the engineer Tom Ash. It had two moles.

## The fire

{}

## Outlook

Ash is remembered by a plate. A third mole may be built, but Carrow has no money.
""".format(
    'On 12 March 1902 the sheds burnt. "Nobody will rebuild them," said Jane Doe, the harbour master. '
    "Ferry Road was closed. The town of Wennet lent four engines. Wennet's mayor, Ada Falk, came herself. "
    "Nobody was hurt (Carrow Monitor, March 13)."
)
MILL = "The mill\n\nThe mill at Wennet stopped in 1950. It had three wheels of oak, which are gone."


class Shelf:
    """A library of some texts, segmented without a model."""

    def __init__(self, *texts: str) -> None:
        loaded = [load_text(text, source="pasted text", max_chars=100_000) for text in texts]
        self.articles = {article.id: article for article in loaded}

    def article(self, article_id: str) -> Article:
        return self.articles[article_id]

    def segments(self, article_id: str) -> Segments:
        return segment(self.articles[article_id], lambda texts: [len(one.split()) for one in texts], 200)


def entry(article: Article) -> ArticleEntry:
    return ArticleEntry(article.id, article.title, article.source, article.language, 0, 0, 0)


def told(question: str, *texts: str, opening: bool = True) -> Answer | None:
    return looked_up(question, Shelf(*(texts or (HARBOUR,))), opening=opening)


def looked_up(question: str, shelf: Shelf, *, opening: bool = True) -> Answer | None:
    def summarise(
        article_id: str, style: Style, start: int = 0, end: int | None = None, *, sentences: int | None = None
    ) -> Iterator[Summary]:
        yield Summary(f"{style} of {shelf.article(article_id).text[start:end][:9]}", True)

    entries = [entry(article) for article in shelf.articles.values()]
    answer = about_the_articles(question, entries, shelf, summarise, opening=opening)
    if answer:
        assert (answer.status, answer.done, answer.confidence) == ("answered", True, 1.0)
        assert [one.number for one in answer.citations] == list(range(1, len(answer.citations) + 1))
        for one in answer.citations:
            assert shelf.article(one.article_id).text[one.start : one.end] == one.text
    return answer


def cited(question: str, *texts: str, opening: bool = True) -> list[str] | None:
    answer = told(question, *texts, opening=opening)
    return [" ".join(one.text.split()) for one in answer.citations] if answer else None


FIRST = "The harbour at Carrow was built in 1871 by the engineer Tom Ash."
MOLES = "It had two moles."
FIRE = "On 12 March 1902 the sheds burnt."
SAID = '"Nobody will rebuild them," said Jane Doe, the harbour master.'
ROAD = "Ferry Road was closed."
ENGINES = "The town of Wennet lent four engines."
MAYOR = "Wennet's mayor, Ada Falk, came herself."
HURT = "Nobody was hurt (Carrow Monitor, March 13)."
PLATE = "Ash is remembered by a plate."
THIRD = "A third mole may be built, but Carrow has no money."


@pytest.mark.parametrize(
    ("question", "sentences"),
    [
        ("Does the article mention Wennet?", [ENGINES, MAYOR]),
        ("does it mention wennet", [ENGINES, MAYOR]),
        ("Is Jane Doe mentioned anywhere?", [SAID]),
        ("Where is Wennet mentioned?", [ENGINES, MAYOR]),
        ("Where does the text mention the moles?", [MOLES, THIRD]),
        ("Find all mentions of Carrow", [FIRST, HURT, THIRD]),
        ("Show me the sentences that mention the word mole", [MOLES, THIRD]),
        ("Erwähnt der Artikel Wennet?", [ENGINES, MAYOR]),
        ("Wo wird Wennet erwähnt?", [ENGINES, MAYOR]),
    ],
)
def test_what_the_article_mentions_is_shown_where_it_stands(question: str, sentences: list[str]) -> None:
    assert cited(question) == sentences


def test_how_often_counts_each_time() -> None:
    answer = told("How many times is Wennet mentioned?", HARBOUR + "\nWennet is far, and Wennet is poor.")
    assert answer is not None
    assert answer.answer.startswith("Mentioned 4 times, in 3 sentences: “The town of Wennet")
    assert cited("How often does the word “mole” appear in the article?") == [MOLES, THIRD]


def test_each_of_several_articles_is_named_with_its_mentions() -> None:
    answer = told("Which articles mention Wennet?", HARBOUR, MILL)
    assert answer is not None
    assert answer.answer == (
        f"The harbour: “{ENGINES}” [1] “{MAYOR}” [2]\nThe mill: “The mill at Wennet stopped in 1950.” [3]"
    )


@pytest.mark.parametrize(
    "question",
    [
        "Does the article mention Russia?",  # it may stand in other words
        "Does the article mention a mole?",  # more than the word is asked for
        "Does the article mention why the sheds burnt?",
        "Does the article mention the name of the mayor?",
        "Is the mayor named after anybody?",
        "Where did the mayor mention it?",
        "Does it mention anything else?",
        "How often did the sheds burn?",
    ],
)
def test_what_is_no_word_of_the_article_is_searched_for(question: str) -> None:
    assert told(question) is None


@pytest.mark.parametrize(
    ("question", "sentences"),
    [
        ("How does the article begin?", [FIRST, MOLES]),
        ("What does the first paragraph say?", [FIRST, MOLES]),
        ("What is in the last paragraph?", [PLATE, THIRD]),
        ("How does it end?", [PLATE, THIRD]),
        ("Quote the third sentence of the article", [FIRE]),
        ("the last two sentences please", [PLATE, THIRD]),
        ("What does paragraph 3 say?", [PLATE, THIRD]),
        ("What is the conclusion of the article?", [PLATE, THIRD]),
        ("What does the section on outlook say?", [PLATE, THIRD]),
        ("Show me the “How it began” section", [FIRST, MOLES]),
        ("Was steht im ersten Absatz?", [FIRST, MOLES]),
        ("Zitiere den ersten Satz", [FIRST]),
        ("the first 2 sentences", [FIRST, MOLES]),
        ("second to last sentence", [PLATE]),
        ("In the last paragraph, what is the first sentence?", [PLATE]),
        ("Summarise paragraph 3", [PLATE, THIRD]),
        ("Quote the second paragraph verbatim", [" ".join((FIRE, SAID, ROAD, ENGINES, MAYOR, HURT))]),
    ],
)
def test_a_part_is_quoted(question: str, sentences: list[str]) -> None:
    assert cited(question) == sentences


def test_a_long_part_is_summarised() -> None:
    answer = told("What does the second paragraph say?")
    assert answer is not None
    assert answer.answer == "short of On 12 Mar"


def test_a_part_that_is_not_there_is_told_so() -> None:
    answer = told("What does the tenth paragraph say?")
    assert answer is not None
    assert (answer.answer, answer.citations) == ("The article has 3 paragraphs.", ())
    inside = told("What is the tenth sentence of the first paragraph?")
    assert inside is not None
    assert inside.answer == "That paragraph has 2 sentences."


def test_it_is_the_article_only_where_nothing_was_said_before() -> None:
    for question in ("How does it end?", "What is the conclusion?", "When did all of this happen?"):
        assert told(question) is not None, question
        assert told(question, opening=False) is None, question
    assert told("Does it mention Wennet?", opening=False) is not None


@pytest.mark.parametrize(
    "question",
    """Which year?|In what year?|Which people?|What numbers?|How many pages?|How many minutes?|What happened?
    |How long was the sentence?|In what language?|Welche Personen?|What were the arguments?|What argument?
    |Who has the most points?|Who is more important?|Which is longer?|What was the sum?|Who needs a summary?
    |What does the child need to know?|Where is his wife mentioned?|What is it about?|What was that about?
    |Which states are named?""".split("|"),
)
def test_after_other_talk_a_bare_question_is_about_that(question: str) -> None:
    assert respond(question, ["The harbour"], opening=False) is None
    assert told(question, opening=False) is None


@pytest.mark.parametrize(
    "question",
    """google revenue 2020|Who do you think built the harbour?|Which other articles did he write?
    |Wer ließ die Bibel übersetzen?|Warum wollte Luther die Bibel übersetzen?|What do the writers want?
    |Did a journalist get it?|Who has the title?|When did it end?|Will it end?|What did it lead to?
    |Who concluded?|What does paragraph 2 of Article 5 say?|Is it important?|Count the moles
    |List the states|Which states are named?|What is the quota?|How many wards are there?|List the charters
    |What are the most important ports?|Show me the last liner|Nenne die letzten Ziele|Was ist das Kapital?
    |What does the report say?|What is the report about?|Is the report accurate?|Übersetzt Luther die Bibel?
    |Are there other articles in the treaty?|Do you think it is likely that it burns?|Find the moles
    |Show the places that the police closed|Who were the key figures?|Does the article mention nobody?
    |Wie endete es?|How long did it take to read it?|How long is the sentence?""".split("|"),
)
def test_a_question_to_the_article_is_never_taken_for_a_wish(question: str) -> None:
    assert respond(question, ["The harbour"]) is None
    assert told(question) is None


def test_a_section_whose_heading_comes_again_is_the_last_of_them() -> None:
    text = (
        "# T\n\n## Results\n\nOne came. Two left.\n\n## Methods\n\nWe counted.\n\n## Results\n\nThree stayed."
    )
    assert cited("What does the results section say?", text) == ["Three stayed."]


def test_two_of_a_name_are_two_and_a_title_makes_no_third() -> None:
    text = "Bill Clinton said yes. Hillary Clinton said no. President Clinton said more. "
    text += "Jana Dorn sagte nein. Mary Lane, the mayor, left. Ferry Road said nothing."
    people = told("List the people", text)
    assert people is not None
    listed = [line.split(":")[0] for line in people.answer.splitlines() if line.startswith("-")]
    assert listed == ["- Bill Clinton", "- Hillary Clinton", "- Jana Dorn", "- Mary Lane"]


def test_a_number_is_no_year_and_a_march_no_month() -> None:
    text = "In early July 1500 people came. A March on Rome paid 2000 euros. August Strindberg left in 1900."
    text += " Of 1200 men about 1100 people fled. It stood from 1990 to 1995."
    dates = told("Which dates are mentioned?", text)
    assert dates is not None
    assert [line.split(":")[0] for line in dates.answer.splitlines()] == ["- early July", "- 1900", "- 1990"]


def test_a_run_of_capitals_takes_no_time() -> None:
    assert told("List the people", "A-" * 20_000 + " said so. Jane Doe said no.") is not None


def test_what_is_listed_is_cited() -> None:
    people = told("List all the people mentioned")
    assert people is not None
    listed = [line.split(":")[0] for line in people.answer.splitlines() if line.startswith("-")]
    assert listed == ["- Tom Ash", "- Jane Doe", "- Ada Falk"]
    assert cited("Who is quoted?") == [SAID]
    assert cited("Give me a quote by Doe") == [SAID]
    assert cited("Which numbers are in the article?") is None
    dates = told("Make a timeline")
    assert dates is not None
    assert dates.answer == f"- 1871: “{FIRST}” [1]\n- 12 March 1902: “{FIRE}” [2]"


def test_a_timeline_is_in_the_order_of_the_years_where_each_is_known() -> None:
    assert cited("Which dates are mentioned?", "It fell in 1912. It was built in 1871.") == [
        "It was built in 1871.",
        "It fell in 1912.",
    ]
    assert cited("Which dates are mentioned?", "It fell in May 3 years ago. It was built in 1871.") == [
        "It fell in May 3 years ago.",
        "It was built in 1871.",
    ]


def test_length_and_language_are_told_without_a_citation() -> None:
    length, language = told("How many words does the article have?"), told("What language is this in?")
    assert length is not None
    assert language is not None
    assert length.answer == "It has 87 words in 10 sentences and 3 paragraphs: 1 minute to read."
    assert (language.answer, language.citations) == ("It is in English.", ())


SAMPLE = PACKAGE / "assets" / "samples" / "01-kazakhstan-looks-west.txt"
WISHES = [json.loads(line) for line in (DATA / "wishes.jsonl").read_text("utf-8").splitlines()]


BYLINE = "\n\nBy Jane Doe\n12 March 2021\nPublication: Carrow Daily Monitor Volume: 1 Issue: 50\n\n"


def sample() -> Shelf:
    return Shelf(SAMPLE.read_text("utf-8").replace("\n\n", BYLINE, 1))


def is_known(said: str, shelf: Shelf) -> bool:
    [article] = shelf.articles.values()
    return respond(said, [article.title]) is not None or looked_up(said, shelf) is not None


@pytest.mark.parametrize(("by", "least"), [("seen", 0.8), ("apart", 0.55)])
def test_a_wish_about_the_article_is_known_in_many_wordings(by: str, least: float) -> None:
    """The one set was looked at while this was written; of the other 0.51 were known before it was."""
    article = sample()
    wishes = [one["said"] for one in WISHES if one["wish"] and one["set"] == by]
    assert sum(is_known(said, article) for said in wishes) >= least * len(wishes)


def test_a_question_that_only_looks_like_a_wish_is_searched_for() -> None:
    article = sample()
    assert [one["said"] for one in WISHES if not one["wish"] and is_known(one["said"], article)] == []


def test_a_german_question_is_answered_in_german() -> None:
    often, long = told("Wie oft wird Wennet erwähnt?"), told("Wie viele Wörter hat der Artikel?")
    assert often is not None
    assert long is not None
    assert often.answer.startswith("2 Mal genannt, in 2 Sätzen: “The town of Wennet")
    assert long.answer == "Er hat 87 Wörter in 10 Sätzen und 3 Absätzen: 1 Minute zu lesen."


def test_of_a_large_library_nobody_asks_this() -> None:
    assert told("Where is Wennet mentioned?", *(f"{MILL} And {number} doors." for number in range(6))) is None


def test_no_question_of_the_project_is_looked_up_but_one_about_its_words() -> None:
    for file in sorted(DATA.glob("*.jsonl")):
        for line in file.read_text("utf-8").splitlines():
            record = json.loads(line)
            shelf = Shelf(record["text"]) if record.get("text") else None
            for question in record.get("questions", []) if shelf else []:
                asked = question["question"]
                assert looked_up(asked, shelf) is None or "mention" in asked, asked


def test_the_service_looks_up_and_summarises(loaded_service: Footnote) -> None:
    added = loaded_service.add_article(text=HARBOUR)
    *_, mention = loaded_service.ask("Where is Wennet mentioned?", [added.id])
    *_, part = loaded_service.ask("What does the second paragraph say?", [added.id])
    *_, one = loaded_service.ask("In one sentence, what is this about?", [added.id])
    loaded_service.remove_article(added.id)
    assert mention.answer == f"“{ENGINES}” [1] “{MAYOR}” [2]"
    assert part.citations
    assert all(added_part.start > HARBOUR.index("## The fire") for added_part in part.citations)
    assert all(added_part.end < HARBOUR.index("## Outlook") for added_part in part.citations)
    assert len(one.citations) == 1


TERMS = """Berths at Carrow

1. THE BERTH

1.1 The Berth is let for a year. It may not be sublet.
1.2 The Fee is due on 1 May.

2. LEAVING

2.1 Either side may end this by a month's notice.

## What to do first

1) Read the rules.
2) Pay the Fee.

## What to do last

1) Give back the key.
"""


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What does clause 1.2 say?", ["1.2 The Fee is due on 1 May."]),
        ("Quote clause 1.1, please", None),  # "please" behind it: left to the search
        ("clause 1.1", ["1.1 The Berth is let for a year.", "It may not be sublet."]),
        ("What is section 2 about?", ["2.1 Either side may end this by a month's notice."]),
        ("what's in clause 2.1?", ["2.1 Either side may end this by a month's notice."]),
        ("What is step 1?", None),  # two lists have one
        ("What is step 2?", None),  # and a section has the number too
        ("What does clause 1.3 say?", None),
        ("What does clause 1.2 say about the fee?", None),
        ("Who wrote clause 1.2?", None),
    ],
)
def test_a_clause_is_quoted_by_its_number(question: str, words: list[str] | None) -> None:
    assert cited(question, TERMS) == words


LAW = """# The act

Article 9

The court shall sit in Carrow. It has five judges.

Article 10. Its president is chosen by lot.

## Chapter 2

Appeals go to the board.

## How it came about

11 people lost their jobs on the first day.
5. Germany joined later.
The roof was mended by order of
7 members of the board. The bridge is closed.
"""


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What does article 9 say?", ["The court shall sit in Carrow.", "It has five judges."]),
        ("What does article 10 say?", ["Article 10.", "Its president is chosen by lot."]),
        ("What does chapter 2 say?", ["Appeals go to the board."]),
        ("What is Chapter 11?", None),
        ("What is Article 5?", None),
        ("What does step 7 say?", None),
        ("What is section 7 about?", None),
    ],
)
def test_a_number_that_begins_a_line_is_mostly_no_label(question: str, words: list[str] | None) -> None:
    assert cited(question, LAW) == words


def test_a_long_section_is_summarised_unless_it_is_to_be_quoted() -> None:
    long = "# The act\n\n## Chapter 3\n\n" + " ".join(
        f"Judge {number} sits in Carrow." for number in range(9)
    )
    answer = told("What is chapter 3 about?", long)
    assert answer
    assert answer.answer.startswith("short of")
    quoted = told("Quote chapter 3", long)
    assert quoted
    assert "Judge 0 sits in Carrow. Judge 1" in quoted.citations[0].text
    assert quoted.citations[-1].text.endswith("Judge 8 sits in Carrow.")
