"""What readers say of answers: in the library, with all that is needed to learn from it, and nowhere else."""

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from footnote import __version__
from footnote.cli import main
from footnote.config import Settings
from footnote.errors import InvalidInput, StoreError
from footnote.schema import Answer, Citation, Evidence
from footnote.service import Footnote

HOSTILE = "'); drop table feedback; -- <script>x</script> ${y} \u202ertl\u202c \u200b " + "w" * 5_000
QUESTION = "How many pups were counted?"
ANSWER = Answer(
    answer=f"“{HOSTILE}” [1]",
    status="answered",
    done=True,
    citations=(Citation(1, "a1", 4, 9, HOSTILE, 0),),
    evidence=(Evidence("a1", 0, 12, "a window", 0.75),),
    confidence=0.83,
    searched_for="How many pups were counted in the bay?",
    composed_by="model",
    model="SmolLM2",
)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "footnote.db"


@pytest.fixture
def footnote(place: Path) -> Iterator[Footnote]:
    service = Footnote(Settings(store=f"sqlite:///{place}"))
    yield service
    service.close()


def test_a_verdict_is_kept_with_what_is_needed_to_learn_from_it(footnote: Footnote, place: Path) -> None:
    assert footnote.feedback() == ()
    given = footnote.give_feedback("wrong_citation", QUESTION, ANSWER, ["a1", "b2"])
    assert footnote.feedback() == (given,)
    with sqlite3.connect(place) as raw:
        raw.row_factory = sqlite3.Row
        (row,) = raw.execute("select * from feedback").fetchall()
    assert (row["verdict"], row["question"], row["answer"]) == ("wrong_citation", QUESTION, ANSWER.answer)
    assert json.loads(row["article_ids"]) == ["a1", "b2"]
    assert json.loads(row["citations"]) == ANSWER.as_dict()["citations"]
    assert json.loads(row["evidence"]) == ANSWER.as_dict()["evidence"]
    assert (row["searched_for"], row["confidence"]) == (ANSWER.searched_for, 0.83)
    assert (row["status"], row["composed_by"], row["model"]) == ("answered", "model", "SmolLM2")
    assert row["version"] == __version__
    assert row["time"].endswith("+00:00")


def test_a_second_verdict_takes_the_place_of_the_first(footnote: Footnote) -> None:
    first = footnote.give_feedback("right", QUESTION, ANSWER)
    other = footnote.give_feedback("right", "And how many adults?", ANSWER)
    second = footnote.give_feedback("wrong", QUESTION, ANSWER, reference=first.id)
    assert footnote.feedback() == (other, second)


@pytest.mark.parametrize(
    ("verdict", "question", "answer", "field"),
    [
        ("fine", QUESTION, ANSWER, "verdict"),
        ("right", "  ", ANSWER, "question"),
        ("right", "x" * 4_001, ANSWER, "question"),
        ("right", QUESTION, Answer("half of"), "answer"),
    ],
    ids=["no such verdict", "no question", "too long a question", "not finished"],
)
def test_what_is_no_verdict_on_an_answer_is_refused(
    footnote: Footnote, verdict: str, question: str, answer: Answer, field: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        footnote.give_feedback(verdict, question, answer)
    assert refused.value.field == field
    assert footnote.feedback() == ()


def test_a_library_of_an_earlier_version_takes_feedback(footnote: Footnote, place: Path) -> None:
    """Such a library has no table of feedback; neither has a new one before the first verdict."""
    with sqlite3.connect(place) as raw:
        assert not raw.execute("select 1 from sqlite_master where name = 'feedback'").fetchall()
    given = footnote.give_feedback("right", QUESTION, ANSWER)
    later = Footnote(footnote.settings)
    assert later.feedback() == (given,)
    later.close()


def test_a_verdict_that_cannot_be_written_says_so(footnote: Footnote, place: Path) -> None:
    with sqlite3.connect(place) as raw:
        raw.execute("create table feedback (something_else text)")
    with pytest.raises(StoreError, match="Nothing was changed"):
        footnote.give_feedback("right", QUESTION, ANSWER)


def test_the_command_prints_one_object_a_line(
    footnote: Footnote, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = [footnote.give_feedback(verdict, QUESTION, ANSWER) for verdict in ("right", "wrong")]
    assert main(["feedback", "--store", f"sqlite:///{place}"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line) for line in lines] == [one.as_dict() for one in given]
    assert [json.loads(line)["verdict"] for line in lines] == ["right", "wrong"]
