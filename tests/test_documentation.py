"""The examples of docs/api.md, run against the real server as they stand, but for its address."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from footnote.api.endpoints import NAMES
from footnote.api.replies import TABLE
from footnote.app import create_app
from footnote.service import Footnote
from serving import running

DOCUMENT = (Path(__file__).parents[1] / "docs" / "api.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", DOCUMENT, re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def documented(service: Footnote, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server as `footnote serve` starts it: a new library, with the sample articles in it."""
    own = service.sibling(f"sqlite:///{tmp_path_factory.mktemp('documented') / 'footnote.db'}")
    with running(create_app(own.settings, own)) as url:
        own.wait()
        yield url


def run(program: list[str], script: str, url: str, folder: Path) -> str:
    script = script.replace("http://127.0.0.1:7860", url)
    done = subprocess.run(
        [*program, script], cwd=folder, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_commands(documented: str, tmp_path: Path) -> None:
    """All are one script: later ones use what earlier ones set."""
    told = run(
        ["bash", "-euo", "pipefail", "-c"], "\necho ----\n".join(blocks("bash")), documented, tmp_path
    ).split("----")
    named, positional, cancelled, added, uploaded, refused, health = told
    for stream in (named, positional):
        assert "event: generating" in stream
        assert '"status": "answered"' in stream.split("event: complete")[1]
    assert '"success":true' in cancelled.replace(" ", "")
    assert '"title": "The quarry at Tolm"' in added
    assert '"source": "ferries.md"' in uploaded
    assert refused.strip() in {block.strip() for block in blocks("json")}
    assert '"status":"ready"' in health
    assert 'footnote_requests_total{endpoint="ask",status="200"}' in health


def test_the_python_example(documented: str, tmp_path: Path) -> None:
    (example,) = blocks("python")
    assert "1974" in run([sys.executable, "-c"], example, documented, tmp_path)


def test_every_endpoint_and_error_is_in_it() -> None:
    for name in (*NAMES, *(kind for _, status, kind in TABLE if status != 499)):
        assert f"`{name}`" in DOCUMENT
