"""What doctor reports, and what it marks as wrong."""

from pathlib import Path

import pytest

from footnote.cli import main
from footnote.config import Settings
from footnote.doctor import Finding, report
from footnote.store import open_store


def found(settings: Settings) -> dict[str, Finding]:
    return {finding.name: finding for finding in report(settings)}


def test_all_that_a_start_needs_is_reported(tmp_path: Path) -> None:
    settings = Settings(
        store=f"sqlite:///{tmp_path / 'footnote.db'}", device="cpu", threads=1, cache=tmp_path / "c"
    )
    findings = found(settings)
    assert list(findings) == [
        "footnote",
        "packages",
        "model",
        "embedder",
        "computes on",
        "library",
        "cache disk",
        "store disk",
    ]
    assert "Python 3." in findings["footnote"].value
    assert "missing" not in findings["packages"].value
    assert "torch 2." in findings["packages"].value
    assert findings["model"].value.startswith("SmolLM2-135M-Instruct, from ")
    assert findings["model"].value.endswith(".gguf")
    assert findings["embedder"].value.startswith("all-MiniLM-L6-v2, from ")
    assert findings["computes on"].value.startswith("cpu, ")
    assert "1 threads of " in findings["computes on"].value
    assert findings["library"].value.endswith("not made yet")
    assert "GiB free at" in findings["store disk"].value
    assert all(finding.good for name, finding in findings.items() if "disk" not in name)


def test_looking_makes_nothing(tmp_path: Path) -> None:
    found(Settings(store=f"sqlite:///{tmp_path}/a/footnote.db", cache=tmp_path / "cache"))
    assert list(tmp_path.iterdir()) == []


def test_a_library_is_counted(tmp_path: Path) -> None:
    store = f"sqlite:///{tmp_path / 'footnote.db'}"
    open_store(store).close()
    assert found(Settings(store=store))["library"].value.endswith(", 0 articles")


@pytest.mark.parametrize(
    ("setting", "value", "name", "reason"),
    [
        ("model", "./gone.gguf", "model", "there is no such folder or file"),
        ("embedder", "./gone", "embedder", "there is no such folder"),
        ("store", "broken.db", "library", "cannot be opened"),
    ],
)
def test_what_is_wrong_is_marked_and_fails_the_command(
    tmp_path: Path, setting: str, value: str, name: str, reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "broken.db").write_text("This is no library. " * 50)
    value = f"sqlite:///{tmp_path / value}" if setting == "store" else value
    arguments = {"store": f"sqlite:///{tmp_path / 'footnote.db'}", setting: value}
    findings = found(Settings(**arguments))
    assert not findings[name].good
    assert reason in findings[name].value
    assert [other for other in findings.values() if not other.good and "disk" not in other.name] == [
        findings[name]
    ]
    assert main(["doctor", *(f"--{key}={given}" for key, given in arguments.items())]) == 1
    assert reason in capsys.readouterr().out


def test_a_model_server_is_named_as_one(tmp_path: Path) -> None:
    settings = Settings(store=f"sqlite:///{tmp_path / 'footnote.db'}", model="http://127.0.0.1:9/v1")
    assert found(settings)["model"] == Finding("model", "http://127.0.0.1:9/v1, a server")
