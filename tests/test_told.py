"""A request for more brings what was not told yet."""

from importlib.resources import files
from pathlib import Path

import pytest

from footnote.retrieve.told import Told
from footnote.schema import Message
from footnote.service import Footnote

SAMPLES = Path(str(files("footnote").joinpath("assets", "samples")))
SAID = "Defense Minister Mukhtar Altynbayev strenuously denied that a deal has been reached with BAE Systems."


@pytest.mark.parametrize(
    ("told", "has"),
    [
        (f"“{SAID}” [1]", True),
        (f"**a deal** — “{SAID.replace(' that', '  that')}” [1] “He laughed.” [2]", True),
        ("Altynbayev denied a deal with BAE Systems. [1]", True),  # in a model's words, nothing else
        ("Altynbayev denied a deal with the Russians. [1]", False),
        ("Altynbayev. [1]", False),  # too little to tell
        ("", False),
    ],
)
def test_a_sentence_was_told_if_quoted_or_told_in_part(told: str, has: bool) -> None:
    assert Told([told]).has(SAID) == has


def test_nothing_was_told_before_a_conversation() -> None:
    assert not Told([]).has(SAID)


def test_more_is_not_the_same_again(service: Footnote) -> None:
    seals = service.add_article(text=(SAMPLES / "02-seal-census.txt").read_text("utf-8")).id
    history: list[Message] = []
    quoted: list[str] = []
    for question in ("What does Tom Hallett say about the flounder?", "Tell me more", "What else?"):
        *_, answer = service.ask(question, [seals], history)
        assert answer.status == "answered", question
        assert not {one.text for one in answer.citations} & set(quoted)
        quoted += [one.text for one in answer.citations]
        history += [Message("user", question), Message("assistant", answer.answer)]
    assert len(quoted) >= 3


def test_what_was_told_whole_leaves_nothing_to_tell(service: Footnote) -> None:
    added = service.add_article(text="The mill at Carrow stopped in 1950. It had three wheels of oak.")
    history = [
        Message("user", "When did the mill at Carrow stop?"),
        Message("assistant", service.article(added.id).text),
    ]
    *_, answer = service.ask("Tell me more", [added.id], history)
    assert (answer.status, answer.citations) == ("not_in_article", ())
