"""The articles and questions that were written for training, and what reads them."""

from collections import Counter
from pathlib import Path

import pytest

from training.written import written

FOLDER = Path(__file__).parents[1] / "training" / "written"
ARTICLE = """# The tower

The tower was lit in 1871 with rapeseed oil. It was repaired in 1904.

Nobody lives there.

Q: When was the tower lit?
A: The tower was lit in [1871] with
Q: Who painted it?
A: -
"""


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.md")), ids=lambda file: file.stem)
def test_every_answer_stands_in_its_article(file: Path) -> None:
    articles = list(written(file.read_text("utf-8")))
    assert articles
    for one in articles:
        assert {question["answerable"] for question in one["questions"]} == {True, False}
        for question in one["questions"]:
            assert [one["text"][a:b] for a, b in question["spans"]] == question["answers"]
            assert bool(question["answers"]) == question["answerable"]


def test_no_article_is_there_twice() -> None:
    titles = Counter(one["title"] for file in FOLDER.glob("*.md") for one in written(file.read_text("utf-8")))
    assert [title for title, count in titles.items() if count > 1] == []


def test_an_article_is_read_as_the_development_sets_have_it() -> None:
    (one,) = written(ARTICLE)
    assert one["title"] == "The tower"
    assert one["text"].endswith("in 1904.\n\nNobody lives there.")
    lit, painted = one["questions"]
    assert lit["question"] == "When was the tower lit?"
    assert lit["answers"] == ["1871"]
    assert painted["answerable"] is False
    assert painted["spans"] == []


@pytest.mark.parametrize(
    ("told", "times"), [("lit in [1872]", 0), ("in [1871", 1), ("lit in 1871", 1), ("[in]", 2)]
)
def test_a_wrong_answer_is_told(told: str, times: int) -> None:
    with pytest.raises(ValueError, match=f"The tower: When was the tower lit.: stands {times} times"):
        list(written(ARTICLE.replace("The tower was lit in [1871] with", told)))
