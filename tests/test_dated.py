"""A year that only the title has is no word that a sentence lacks."""

from collections.abc import Iterator

import pytest

from footnote.service import Footnote

TITLE = "Harrow Mills plc: results for the year to 31 December 2021"
REPORT = (
    "Revenue rose to €310.5 million (2020: €298.0 million). The mill shipped 51,300 rolls of paper, against "
    "a target of 60,000. Net debt stood at €44 million at the end of the year.\n\n"
    "In 2019 the mill at Osk was closed. It had made 9,100 rolls of card a month.\n\n"
    "The new press was started on 9 October 2021 and made 700 reams of board by December. The chair, Ada "
    "Quell, said that the board was confident."
)


@pytest.fixture(scope="module")
def report(service: Footnote) -> Iterator[str]:
    article = service.add_article(REPORT, title=TITLE).id
    yield article
    service.remove_article(article)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("What was the revenue in 2021?", "310.5"),
        ("What was the revenue of the mill in 2021?", "310.5"),
        ("How many rolls of paper were shipped in 2021?", "51,300"),
        ("In 2021, how many rolls of paper did the mill ship?", "51,300"),
        ("What was the revenue for the year 2021?", "310.5"),
    ],
)
def test_the_titles_year_is_left_out(service: Footnote, report: str, question: str, answer: str) -> None:
    *_, with_year = service.ask(question, [report])
    *_, without = service.ask(with_year.searched_for, [report])
    assert "2021" not in with_year.searched_for
    assert with_year.status == "answered"
    assert answer in with_year.citations[0].text
    assert with_year.confidence == without.confidence


@pytest.mark.parametrize(
    "question",
    [
        "What was the revenue of Harrow Mills in 2020?",
        "What was the revenue of Harrow Mills in 2022?",
        "How many reams of board did the new press make in 2021?",  # the sentence has the year
        "How many rolls of card were made a month in 2021?",  # that was in 2019
        "Did the revenue rise in 2021 compared with 2020?",
        "What happened in 2021?",
        "What was the revenue in the 2021 season?",
        "What was the revenue in 2021's first half?",
    ],
)
def test_another_year_or_one_that_is_told_stays(service: Footnote, report: str, question: str) -> None:
    *_, last = service.ask(question, [report])
    assert last.searched_for == question


def test_of_two_articles_no_year_is_left_out(service: Footnote, report: str) -> None:
    other = service.add_article(REPORT.replace("310.5", "298.0"), title=TITLE.replace("2021", "2020")).id
    question = "What was the revenue of Harrow Mills in 2021?"
    *_, last = service.ask(question, [report, other])
    service.remove_article(other)
    assert last.searched_for == question


def test_no_other_article_is_searched_without_the_year(service: Footnote) -> None:
    # The passages that are searched are all of the report; without the year "Rain" would have the best.
    mills = ("\n\n" * 3).join(
        f"The revenue of mill {n} was €{n} million in the year. " * 9 for n in range(90)
    )
    report = service.add_article(mills, title=TITLE).id
    other = service.add_article("It rained.\n\n" * 40 + "What was the revenue?", title="Rain").id
    *_, last = service.ask("What was the revenue of the mills in the year 2021?", [report, other])
    for one in (report, other):
        service.remove_article(one)
    assert "2021" not in last.searched_for
    assert {one.article_id for one in last.citations} == {report}
