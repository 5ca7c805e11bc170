"""The articles and questions that were written for training, and what reads them."""

from collections import Counter
from pathlib import Path

import pytest

from training.written import sampled, told, written

FOLDER = Path(__file__).parents[1] / "training" / "written"
TEXTS = told(FOLDER)
ARTICLE = """# The tower

The tower was lit in 1871 with rapeseed oil. It was repaired in 1904.

Nobody lives there.

Q: When was the tower lit?
A: The tower was lit in [1871] with
Q: Who painted it?
A: -
"""

MORE = """# The tower

Q: Does a family live in the tower?
A: [Nobody lives there]
Q: Was it ever struck by lightning?
A: -
"""


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.md")), ids=lambda file: file.stem)
def test_every_answer_stands_in_its_article(file: Path) -> None:
    articles = list(written(file.read_text("utf-8"), TEXTS))
    assert articles
    for one in articles:
        assert {question["answerable"] for question in one["questions"]} == {True, False}
        for question in one["questions"]:
            assert [one["text"][a:b] for a, b in question["spans"]] == question["answers"]
            assert bool(question["answers"]) == question["answerable"]


def test_no_article_is_there_twice() -> None:
    files = [
        file for file in FOLDER.glob("*.md") if not file.name.startswith(("yes-or-no", "forms", "pairs"))
    ]
    titles = Counter(one["title"] for file in files for one in written(file.read_text("utf-8")))
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


def test_more_is_asked_about_an_article_of_another_file() -> None:
    (one,) = written(MORE, {"The tower": "Lit in 1871.\n\nNobody lives there."})
    assert one["text"] == "Lit in 1871.\n\nNobody lives there."
    assert [question["answers"] for question in one["questions"]] == [["Nobody lives there"], []]


def test_a_sample_is_the_same_for_the_same_seed() -> None:
    articles = [{"title": str(n), "questions": list(range(n))} for n in range(20)]
    once, again, other = (sampled(articles, 5, 3, seed) for seed in (1, 1, 2))
    assert once == again != other
    assert len(once) == 5
    assert all(len(one["questions"]) == min(3, int(one["title"])) for one in once)


def test_an_article_that_no_file_has_is_told() -> None:
    with pytest.raises(ValueError, match=r"The tower: Does a family live in the tower.: stands 0 times"):
        list(written(MORE))


@pytest.mark.parametrize(
    ("answer", "times"), [("lit in [1872]", 0), ("in [1871", 1), ("lit in 1871", 1), ("[in]", 2)]
)
def test_a_wrong_answer_is_told(answer: str, times: int) -> None:
    with pytest.raises(ValueError, match=f"The tower: When was the tower lit.: stands {times} times"):
        list(written(ARTICLE.replace("The tower was lit in [1871] with", answer)))
