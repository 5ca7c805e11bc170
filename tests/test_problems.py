"""What went wrong, in the reader's language: the very errors, raised for what a reader may do."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import footnote
from footnote.errors import DeadlinePassed, FootnoteError, NotFound
from footnote.fetch.address import web_address
from footnote.load import load_bytes, load_text
from footnote.page import german
from footnote.page.german_words import GERMAN
from footnote.page.problems import told
from footnote.page.words import ENGLISH
from footnote.service.footnote import check_question

PACKAGE = Path(footnote.__file__).parent


def raised(work: object, *given: object, **named: object) -> FootnoteError:
    assert callable(work)
    with pytest.raises(FootnoteError) as caught:
        work(*given, **named)
    return caught.value


def test_what_a_reader_may_do_wrong_is_told_in_german() -> None:
    empty = raised(load_text, " \n", max_chars=100)
    assert told(empty, GERMAN) == "Der Artikel ist leer: Er enthält kein Wort. Schicken Sie seinen Text."
    long = raised(load_text, "word " * 1_000, max_chars=1_000)
    assert told(long, GERMAN).startswith("Der Artikel hat 5,000 Zeichen; höchstens 1,000 werden angenommen. ")
    broken = raised(load_bytes, b"%PDF-1.4 broken", name="Ein Brief. Neu.pdf", max_chars=1_000)
    assert told(broken, GERMAN) == (
        "'Ein Brief. Neu.pdf' lässt sich nicht als PDF lesen: Die Datei ist beschädigt oder abgeschnitten. "
        "Speichern Sie die Datei neu, oder fügen Sie ihren Text ein."
    )
    away = raised(web_address, "ftp://boats.example/list", ())
    assert told(away, GERMAN) == (
        "'ftp://boats.example/list' ist keine Adresse des Webs. "
        "Geben Sie eine an, die mit http:// oder https:// beginnt."
    )
    assert told(raised(check_question, "  "), GERMAN) == "Die Frage ist leer. Fragen Sie etwas zum Artikel."
    assert "Laden Sie die Seite neu" in told(NotFound("x. y"), GERMAN)
    assert told(DeadlinePassed(90), GERMAN).startswith("Die Anfrage war nach 90 Sekunden, das Warten")


def test_what_nobody_translated_stays_as_it_is() -> None:
    assert told(FootnoteError("Rats. Check its file."), GERMAN) == "Rats. Check its file."
    assert told(FootnoteError("Check its file. Rats {0}."), GERMAN) == "Prüfen Sie ihre Datei. Rats {0}."
    assert told(FootnoteError("Check its file."), ENGLISH) == "Check its file."


@pytest.mark.parametrize("english", german.PROBLEMS)
def test_a_translation_has_the_values_of_the_sentence(english: str) -> None:
    assert german.PROBLEMS[english].count("{}") == english.count("{}")
    values = [f"v{number}" for number in range(english.count("{}"))]
    said = told(FootnoteError(english.format(*values)), GERMAN)
    assert said == german.PROBLEMS[english].format(*values)


def templates(path: Path) -> Iterator[str]:
    """Yield the texts of a module, ``{}`` where a value stands."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.JoinedStr):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


# What parts the pieces of a sentence that stand in the code as they are.
BETWEEN = re.compile(
    r"^\{\} (?:is|has) |\{\}|^The address |, not a Word document|, or paste its text\.$| \(|\)|[.,]? ?$"
)


def test_every_translated_sentence_is_one_that_an_error_still_says() -> None:
    """Piece by piece of what is fixed in it: errors put sentences together from a subject and a remedy."""
    said = " ".join(
        text for path in PACKAGE.rglob("*.py") if path.parent.name != "page" for text in templates(path)
    )
    for english in german.PROBLEMS:
        for piece in BETWEEN.split(english):
            assert piece.strip(" .,:") in said, (english, piece)


# Where the sentences are written that a reader of the page can meet.
MET = ["load", "fetch", "service/footnote.py", "summarise/ranges.py", "service/judging.py"]
# What no reader can do: the page sends its own styles, verdicts and places.
NOT_MET = ("start is", "end is", "The style is", "count is", "The verdict is")


def refusals(path: Path) -> Iterator[str]:
    """Yield the last words of every refusal that a module makes: the remedy, or all it says."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        place = {"refused": -1, "InvalidInput": 0, "TooLarge": 0, "NotFound": 0}.get(name)
        if place is not None and node.args and isinstance(node.args[place], ast.Constant | ast.JoinedStr):
            argument = node.args[place]
            values = argument.values if isinstance(argument, ast.JoinedStr) else [argument]
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in values)


@pytest.mark.parametrize("where", MET)
def test_every_refusal_that_a_reader_can_meet_is_told_in_german(where: str) -> None:
    place = PACKAGE / where
    met = [text for path in ([place] if place.is_file() else place.rglob("*.py")) for text in refusals(path)]
    assert met
    for text in met:
        if not text.startswith(NOT_MET):
            remedy = re.split(r"(?<=\.) (?=[A-Z{])", text)[-1]
            assert any(known.endswith(remedy) for known in german.PROBLEMS) or remedy.startswith("{}"), text
