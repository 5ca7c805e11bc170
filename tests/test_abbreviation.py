"""What an abbreviation stands for: which questions ask for it, and what sentences say."""

import pytest

from footnote.abbreviation import asked_for, long_form
from footnote.service import Footnote

TREATY = "Collective Security Treaty Organization"


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("What does CSTO stand for?", "CSTO"),
        ("what did the acronym “FIS” stand for", "FIS"),
        ("What does U.S. mean?", "U.S"),
        ("What is KNB short for?", "KNB"),
        ("What is NATO an abbreviation of?", "NATO"),
        ("What is the full name of the CRDF?", "CRDF"),
        ("What does focal length mean?", ""),
        ("What does Russia stand for?", ""),
        ("What does the CSTO do?", ""),
    ],
)
def test_which_questions_ask_for_it(question: str, short: str) -> None:
    assert asked_for(question) == short


@pytest.mark.parametrize(
    ("short", "sentence", "words"),
    [
        ("CSTO", f"the head of the {TREATY} (CSTO), said", TREATY),
        ("CSTO", f"In the CSTO ({TREATY}) it is", TREATY),
        ("FIS", "It is the FIS (Front Islamique de Salut) in Algeria.", "Front Islamique de Salut"),
        ("KNB", "the National Security Service (KNB) controls it", None),
        ("CSTO", "The CSTO, said Interfax, agreed.", None),
        ("CSTO", "The CSTO (see below) agreed.", None),
        ("", "Nothing (at all) is asked.", None),
        ("AB", "(AB)", None),
    ],
)  # fmt: skip
def test_what_a_sentence_gives_it_for(short: str, sentence: str, words: str | None) -> None:
    found = long_form(short, sentence)
    assert (sentence[slice(*found)] if found else None) == words


def test_the_sentence_that_spells_it_out_answers(service: Footnote) -> None:
    text = (
        "CRDF officers met twice in May. The CRDF stands by at Aktau, and what the CRDF does is hidden. "
        "Ivanov thinks that there is a mechanism already: the Collective Rapid Deployment forces (CRDF), "
        "which he commands. The CRDF has a name of its own and full barracks."
    )
    article = service.add_article(text, title="Forces")
    *_, answer = service.ask("What is the full name of the CRDF?", article_ids=[article.id])
    assert answer.status == "answered"
    assert answer.short_answer is not None
    assert answer.short_answer.text == "Collective Rapid Deployment forces"
    assert answer.citations[0].text.startswith("Ivanov thinks")
