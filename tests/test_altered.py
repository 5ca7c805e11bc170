"""Questions that are altered for training, by words that a WordNet in miniature relates."""

import random
from pathlib import Path

import pytest

from training.altered import Named, altered
from training.wordnet import Related, WordNet

LICENCE = "  1 This software and database is being provided to you ...\n"
FILES = {
    "data.noun": [
        "00000010 03 n 02 force 0 military_unit 0 002 ~ 00000011 n 0000 ~ 00000012 n 0000 | armed people",
        "00000011 03 n 01 army 0 001 @ 00000010 n 0000 | on land",
        "00000012 03 n 01 navy 0 001 @ 00000010 n 0000 | at sea",
    ],
    "index.noun": [
        "army n 1 1 @ 1 9 00000011",
        "force n 1 1 ~ 1 9 00000010",
        "navy n 1 1 @ 1 9 00000012",
    ],
    "data.verb": ["00000020 30 v 02 teach 0 instruct 0 000 | to show how"],
    "index.verb": ["instruct v 1 0 1 9 00000020", "teach v 1 0 1 9 00000020"],
    "verb.exc": ["taught teach"],
    "data.adj": [
        "00000030 00 a 01 large 0 002 ! 00000031 a 0101 & 00000032 a 0000 | of size",
        "00000031 00 a 01 small(p) 0 001 ! 00000030 a 0101 | of little size",
        "00000032 00 s 01 huge 0 001 & 00000030 a 0000 | of great size",
    ],
    "index.adj": [
        "huge a 1 1 & 1 9 00000032",
        "large a 1 1 ! 1 9 00000030",
        "small a 1 1 ! 1 9 00000031",
    ],
    "data.adv": [],
    "index.adv": [],
    "noun.exc": [],
    "adj.exc": [],
    "adv.exc": [],
}  # fmt: skip


@pytest.fixture(scope="module")
def wordnet(tmp_path_factory: pytest.TempPathFactory) -> WordNet:
    folder: Path = tmp_path_factory.mktemp("wordnet")
    for name, lines in FILES.items():
        (folder / name).write_text(LICENCE + "".join(f"{line}\n" for line in lines), "utf-8")
    return WordNet(folder)


@pytest.mark.parametrize(
    ("word", "related"),
    [
        ("army", Related(sisters=("navy",))),
        ("armies", Related(sisters=("navies",))),
        ("taught", Related(synonyms=("instructed",))),
        ("teaching", Related(synonyms=("instructing",))),
        ("instructs", Related(synonyms=("teaches",))),
        ("largest", Related(opposites=("smallest",))),
        ("huge", Related(opposites=("small",))),
        ("wharf", Related()),
    ],
)
def test_words_are_related_in_the_form_that_they_have(wordnet: WordNet, word: str, related: Related) -> None:
    assert wordnet.related(word) == related


def test_an_altered_question_says_whether_it_is_still_answered(wordnet: WordNet) -> None:
    named = Named.of("There the Swedes met Gustav and Oscar in 1809 and 1812.")
    assert named == Named(("Swedes", "Gustav", "Oscar"), ("1809", "1812"))
    question = "What did Gustav say when the largest army was taught in 1809?"
    found = list(altered(question, True, named, wordnet, random.Random(1)))
    texts = dict(found)
    assert texts.pop("What did Gustav say when the largest army was instructed in 1809?") is True
    assert texts.pop("What did Gustav say when the smallest army was taught in 1809?") is False
    assert texts.pop("What did Gustav say when the largest navy was taught in 1809?") is False
    ((renamed, still),) = texts.items()
    assert still is False
    assert renamed in {
        question.replace("1809", "1812"),
        *(question.replace("Gustav", o) for o in ("Swedes", "Oscar")),
    }


def test_what_is_not_answered_is_only_said_in_other_words(wordnet: WordNet) -> None:
    found = list(altered("Who taught the huge army?", False, Named((), ()), wordnet, random.Random(1)))
    assert found == [("Who instructed the huge army?", False)]
    assert not list(altered("Who met whom?", True, Named((), ()), wordnet, random.Random(1)))
