"""The commands, on a library of their own: what they print, and how they refuse."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from footnote.cli import main

DATA = Path(__file__).parent / "data"
TEXT = (
    "The Ferry to Ostrand\n\nThe ferry to Ostrand sails again from 2 March, the council announced on Friday. "
    "Repairs cost 3.4 million crowns.\n\nIt carries 180 passengers and 24 cars. A ticket costs 45 crowns.\n"
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    return f"sqlite:///{tmp_path_factory.mktemp('library')}/footnote.db"


@pytest.fixture(scope="module")
def added(store: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The id of an article that ``footnote add`` stored, in a process of its own."""
    file = tmp_path_factory.mktemp("files") / "ferry.txt"
    file.write_text(TEXT, "utf-8")
    command = [sys.executable, "-m", "footnote", "add", "--store", store, str(file), str(file)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    first, second = done.stdout.splitlines()
    assert "  The Ferry to Ostrand  " in first
    assert second == f"{first} (already known)"
    return first.split()[0]


def test_asking_prints_the_answer_and_its_footnotes(
    store: str, added: str, capsys: pytest.CaptureFixture[str]
) -> None:
    question = "How many passengers does it carry?"
    assert main(["ask", "--store", store, "--article", added, question]) == 0
    answer, *rest = capsys.readouterr().out.splitlines()
    assert "180" in answer
    assert "[1]" in answer
    footnotes = [line for line in rest if line.startswith("  [")]
    assert footnotes
    for line in footnotes:
        place, _, words = line.partition(": ")
        start, end = map(int, place.rpartition(" ")[2].split("-"))
        assert place.split("] ")[1].startswith("The Ferry to Ostrand, ")
        assert TEXT[start:end] == words
    assert rest[-1].startswith("  confidence ")


def test_summarising_prints_the_summary_and_its_footnotes(
    store: str, added: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["summarise", "--store", store, "--style", "bullets", added]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("- ")
    assert "[1]" in printed.splitlines()[0]
    assert "  [1] The Ferry to Ostrand, " in printed
    assert "of 2 paragraphs" in printed


def test_what_was_left_out_is_printed_on_request(
    store: str, added: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "ferry.md"
    file.write_text(f"---\nauthor: Anna Lund\n---\nThe Ferry\n\nShare on Facebook\n\n{TEXT}", "utf-8")
    assert main(["add", "--store", store, "--show-dropped", str(file)]) == 0
    first, *rest = capsys.readouterr().out.splitlines()
    assert "  The Ferry  " in first
    assert "  left out: author: Anna Lund" in rest
    assert "  not cited, 11-28: Share on Facebook" in rest


def test_rebuilding_keeps_the_articles(store: str, added: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rebuild", "--store", store]) == 0
    assert capsys.readouterr().out == "3 articles made anew\n"  # the sample is the third


def test_evaluating_prints_figures_and_writes_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "figures.json"
    assert main(["evaluate", "--limit", "2", "--json", str(out), str(DATA / "questions.jsonl")]) == 0
    assert "recall@1" in capsys.readouterr().out
    assert json.loads(out.read_text())


# --- refusing -------------------------------------------------------------------------------------


def refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """Run a command that must fail with status 1, and return what it says."""
    assert main(arguments) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("footnote: ")
    return said.err


@pytest.mark.parametrize(
    ("flag", "value"),
    [
        ("--port", "seven"),
        ("--threads", "-1"),
        ("--dtype", "int3"),
        ("--refuse-below", "2.0"),
        ("--store", "x"),
    ],
)
@pytest.mark.parametrize("command", [["serve"], ["doctor"], ["ask", "Who?"]], ids=lambda command: command[0])
def test_a_bad_flag_is_refused_with_its_variable(
    command: list[str], flag: str, value: str, capsys: pytest.CaptureFixture[str]
) -> None:
    said = refused([command[0], f"{flag}={value}", *command[1:]], capsys)
    assert f"FOOTNOTE_{flag[2:].replace('-', '_').upper()} is {value!r}; it must be " in said


def test_a_bad_variable_is_refused_too(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "footnote", "serve"],
        env={"FOOTNOTE_PORT": "99999", "PATH": ""},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=tmp_path,
    )
    assert done.returncode == 1
    assert done.stderr == "footnote: FOOTNOTE_PORT is '99999'; it must be a whole number from 1 to 65535.\n"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["ask", "  "], "The question is empty"),
        (["add", "http://127.0.0.1/"], "is not on the public internet"),
        (["ask", "--article", "gone", "Who?"], "No article has the id 'gone'"),
        (["summarise", "gone"], "No article has the id 'gone'"),
    ],
    ids=["blank question", "inner address", "ask", "summarise"],
)
def test_a_wrong_argument_is_refused_before_a_model_is_loaded(
    tmp_path: Path, arguments: list[str], reason: str
) -> None:
    code = "import sys; from footnote.cli import main; status = main(); print('torch' in sys.modules, status)"
    command = [sys.executable, "-c", code, *arguments, "--store", f"sqlite:///{tmp_path}/footnote.db"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    assert done.stdout == "False 1\n"
    assert reason in done.stderr


def test_a_file_that_is_not_there_is_refused(
    store: str, added: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "'gone.txt' cannot be read: No such file" in refused(["add", "--store", store, "gone.txt"], capsys)


@pytest.mark.parametrize(
    "arguments", [[], ["fly"], ["ask"], ["summarise", "x", "--style", "tiny"], ["serve", "--what", "1"]]
)
def test_a_wrong_command_shows_the_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage: footnote" in capsys.readouterr().err


@pytest.mark.parametrize(
    "command", ["serve", "add", "ask", "summarise", "feedback", "evaluate", "rebuild", "doctor"]
)
def test_help_names_every_setting(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    assert ended.value.code == 0
    shown = capsys.readouterr().out
    for variable in (
        "FOOTNOTE_STORE",
        "FOOTNOTE_MODEL",
        "FOOTNOTE_EMBEDDER",
        "FOOTNOTE_PORT",
        "FOOTNOTE_AUTH",
    ):
        assert variable in shown
