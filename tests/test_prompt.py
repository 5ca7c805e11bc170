"""The templates, and what the default model makes of them."""

import pytest

from footnote.generate import ChatModel
from footnote.prompt import answer_messages, fit, shorten_messages
from footnote.schema import Message

BRIDGE = "The bridge was opened in 1931 by Karl Brandt, who paid 40,000 crowns for the iron."
FLOOD = "A flood took its railing on 3 March 1958."


def test_the_question_comes_last_and_the_sentences_in_order() -> None:
    *_, message = answer_messages("Who opened the bridge?", [BRIDGE, FLOOD])
    assert message.role == "user"
    assert message.content.index(BRIDGE) < message.content.index(FLOOD)
    assert message.content.index(FLOOD) < message.content.index("Who opened the bridge?")


@pytest.mark.parametrize("text", ["{question}", "100 % {0} {text}", "{", "}}"])
def test_braces_in_an_article_are_text(text: str) -> None:
    *_, message = answer_messages("What {is} it?", [text])
    assert text in message.content
    assert "What {is} it?" in message.content
    assert text in shorten_messages(text)[-1].content


@pytest.mark.parametrize(
    ("budget", "kept"), [(0, 0), (2, 0), (3, 1), (5, 1), (6, 2), (99, 3)], ids=lambda value: str(value)
)
def test_fit_keeps_whole_sentences_from_the_first(budget: int, kept: int) -> None:
    sentences = ["one two three", "four five six", "seven eight nine"]
    assert fit(sentences, budget, lambda text: len(text.split())) == sentences[:kept]


def test_fit_stops_at_the_first_that_does_not_fit() -> None:
    assert fit(["one", "two three four", "five"], 2, lambda text: len(text.split())) == ["one"]


def write(model: ChatModel, messages: list[Message]) -> str:
    return "".join(model.stream(messages, max_tokens=60))


def test_the_default_model_copies_a_fact(chat_model: ChatModel) -> None:
    assert "Karl Brandt" in write(chat_model, answer_messages("Who opened the bridge?", [BRIDGE]))


def test_the_default_model_answers_from_the_second_sentence(chat_model: ChatModel) -> None:
    assert "1958" in write(chat_model, answer_messages("When did a flood take the railing?", [BRIDGE, FLOOD]))


def test_the_default_model_shortens(chat_model: ChatModel) -> None:
    text = write(
        chat_model, shorten_messages(f"{BRIDGE[:-1]}, which lies beside the river and below the town.")
    )
    assert "bridge" in text
    assert len(text.split()) < 40
