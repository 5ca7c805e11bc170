"""The commands, on a library of their own: what they print, and how they refuse."""

import json
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from footnote.cli import main
from footnote.cli.terminal import shown
from footnote.config import Settings
from footnote.errors import ConfigError

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


def test_articles_are_listed_and_removed(
    store: str, added: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "mill.txt"
    file.write_text("The mill at Dorr was sold in May. It had stood empty for nine years.\n", "utf-8")
    assert main(["add", "--store", store, "--title", "A mill is sold", str(file)]) == 0
    mill = capsys.readouterr().out.split()[0]
    assert main(["articles", "--store", store]) == 0
    listed = capsys.readouterr().out.splitlines()
    assert next(line.split()[0] for line in listed if "Ferry to Ostrand" in line) == added
    assert listed[-1].split() == [mill, "15", "words", "A", "mill", "is", "sold"]
    assert "'gone'" in refused(["remove", "--store", store, mill, "gone"], capsys)
    assert main(["remove", "--store", store, mill, mill]) == 0
    assert capsys.readouterr().out == f"{mill}  A mill is sold  removed\n"
    main(["articles", "--store", store])
    assert capsys.readouterr().out.splitlines() == listed[:-1]


def test_adding_goes_on_after_what_cannot_be_read(
    store: str, added: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, picture, gone = tmp_path / "weir.txt", tmp_path / "a.txt", tmp_path / "gone.txt"
    good.write_text("The weir at Sund is to be raised. Work begins in June.\n", "utf-8")
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    assert main(["add", "--store", store, str(gone), str(picture), str(good)]) == 1
    said = capsys.readouterr()
    (entry,) = said.out.splitlines()
    first, second, last = said.err.splitlines()
    assert first == f"footnote: {str(gone)!r} cannot be read: No such file or directory. Check the name."
    assert second.startswith("footnote: 'a.txt' is a picture")
    assert last == f"footnote: 1 of 3 were added. Not added: {gone}, {picture}"
    assert main(["remove", "--store", store, entry.split()[0]]) == 0


def test_nothing_that_a_terminal_would_obey_is_printed(
    store: str, added: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "pump\x1b]0;c\x07.txt"
    text = (
        "The old \x1b]0;PWNED\x07pump\n\nIt was sold to \x1b[1;31mGreta Ohm\x1b[0m in 1911. "
        "The buyer \u202epaid 40\x9b crowns for it, and moved it to her farm.\n\n"
        "At the farm it stood beside the well for sixty years. Her nephew took it apart in the dry summer of "
        "1976, oiled every joint of it and found that the handle had been cast in the foundry at Lade. The "
        "museum of the parish has shown it since, with a label that he wrote himself in a careful hand.\n"
    )
    file.write_text(text, "utf-8")
    assert main(["add", "--store", store, "--show-dropped", str(file)]) == 0
    printed = capsys.readouterr().out
    assert "The old ]0;PWNED pump" in printed  # a title has no controls
    pump = printed.split()[0]
    for command in (
        ["ask", "--article", pump, "Who was it sold to?"],
        ["summarise", "--style", "long", pump],
        ["articles"],
        ["add", f"{file}.gone"],
        ["remove", pump],
    ):
        main([*command, "--store", store])
        said = capsys.readouterr()
        printed += said.out + said.err
    assert "sold to \\u001b[1;31mGreta Ohm" in printed
    assert not set(printed) & set("\x1b\x07\x9b\u202e")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("\x1b]52;c;cm0=\x07", "\\u001b]52;c;cm0=\\u0007"),
        ("a\rb\x08\x7f\x85\x9b", "a\\u000db\\u0008\\u007f\\u0085\\u009b"),
        ("\u202dA\u202eB", "\\u202dA\\u202eB"),
        ("a name\udce4", "a name\\udce4"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ("naïve – “é” 日本 שָׁלוֹם\u200f", "naïve – “é” 日本 שָׁלוֹם\u200f"),
        ("\U0001f468\u200d\U0001f469", "\U0001f468\u200d\U0001f469"),
    ],
)
def test_what_a_terminal_would_obey_is_written_out(text: str, written: str) -> None:
    assert shown(text) == written


def test_a_line_of_json_stays_the_same_json() -> None:
    value = {"text": 'a\x1b[1m "b\\\x9b c" \x7f'}
    assert json.loads(shown(json.dumps(value, ensure_ascii=False))) == value


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


def test_one_title_is_for_one_article(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["add", "--store", f"sqlite:///{tmp_path}/new.db", "--title", "T", "a.txt", "b.txt"]
    assert "--title is for one article, and there are 2" in refused(command, capsys)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", [["feedback"], ["articles"], ["remove", "x"], ["rebuild"]])
def test_a_library_that_is_not_there_is_not_made(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = f"sqlite:///{tmp_path}/misspelt/footnote.db"
    assert f"There is no library at {store!r}" in refused([*command, "--store", store], capsys)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_a_port_that_is_taken_is_refused_before_anything_is_loaded(
    host: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        command = [
            "serve",
            "--store",
            f"sqlite:///{tmp_path}/footnote.db",
            "--host",
            host,
            "--port",
            str(port),
        ]
        said = refused(command, capsys)
    assert f"FOOTNOTE_PORT is {port}, which is in use on {host}. Choose another one" in said
    assert "--port" in said
    assert "http://" not in caplog.text
    assert list(tmp_path.iterdir()) == []


def test_a_host_that_no_name_can_be_is_refused() -> None:
    with pytest.raises(ConfigError, match="Check the name"):
        Settings(host="a" * 70 + ".example", port=7860).check_port()


@pytest.mark.parametrize(
    "arguments", [[], ["fly"], ["ask"], ["summarise", "x", "--style", "tiny"], ["serve", "--what", "1"]]
)
def test_a_wrong_command_shows_the_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage: footnote" in capsys.readouterr().err


@pytest.mark.parametrize(
    "command",
    ["serve", "add", "articles", "remove", "ask", "summarise", "feedback", "evaluate", "rebuild", "doctor"],
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
