"""Stems: what counts as one word, and what does not."""

import pytest

from footnote.stem import stem_of


@pytest.mark.parametrize(
    "words",
    [
        ("defence", "defense", "defenses"),
        ("organise", "organize", "organizing", "organised", "organisation", "organizations"),
        ("analyse", "analyzed", "analyzing"),
        ("colour", "color", "colours", "colored"),
        ("neighbourhood", "neighborhoods"),
        ("favourite", "favorite"),
        ("harbour", "harbors"),
        ("metre", "meters"),
        ("centre", "center", "centres", "centred", "centered"),
        ("programme", "programs"),
        ("travelled", "traveling"),
        ("licence", "license"),
        ("grey", "gray"),
    ],
    ids=lambda words: words[0],
)
def test_one_word_in_either_spelling(words: tuple[str, ...]) -> None:
    assert len({stem_of(word, "en") for word in words}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("four", "for"),
        ("hour", "horse"),
        ("tour", "tor"),
        ("prize", "prise"),
        ("called", "caled"),
        ("citizen", "citisen"),
    ],
)
def test_words_that_are_two(one: str, other: str) -> None:
    assert stem_of(one, "en") != stem_of(other, "en")


def test_another_language_keeps_its_spelling() -> None:
    assert stem_of("metre", "fr") != stem_of("meter", "fr")
    assert stem_of("1,940", "en") == "1,940"
