"""The endpoints by way of Gradio's JavaScript client, where node is there and npm reaches its registry."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from footnote.app import create_app
from footnote.config import Settings
from footnote.service import Footnote
from serving import Endless, running
from test_api import SEALS, timeless
from test_login import users

pytestmark = pytest.mark.slow

CALLS = Path(__file__).parent / "javascript" / "calls.mjs"
QUESTION = "How many adult seals were counted?"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the client in it."""
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm is None or node is None:
        pytest.skip("node and npm are not installed")
    folder = tmp_path_factory.mktemp("javascript")
    done = subprocess.run(
        [npm, "install", "--no-audit", "--no-fund", "--ignore-scripts", "@gradio/client@2.7"],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=120,
    )
    if done.returncode != 0:
        pytest.skip(f"npm could not install @gradio/client: {done.stderr.strip()[-200:]}")
    shutil.copy(CALLS, folder)
    return folder


def called(folder: Path, *arguments: str) -> dict[str, Any]:
    done = subprocess.run(
        ["node", CALLS.name, *arguments], cwd=folder, capture_output=True, text=True, timeout=120, check=True
    )
    told: dict[str, Any] = json.loads(done.stdout)
    return told


@pytest.fixture
def own(service: Footnote, tmp_path: Path) -> Footnote:
    return service.sibling(f"sqlite:///{tmp_path / 'footnote.db'}")


def test_the_last_event_is_the_plain_reply(installed: Path, own: Footnote) -> None:
    with running(create_app(own.settings, own)) as url:
        own.add_article(SEALS)
        told = called(installed, url, QUESTION)
        *_, last = own.ask(QUESTION)
    assert timeless(told["events"][-1]) == timeless(last.as_dict())
    done = [event["done"] for event in told["events"]]
    assert done == sorted(done)
    assert not done[0]
    assert told["events"][0]["evidence"]
    assert SEALS.split("\n")[0] in {article["title"] for article in told["articles"]}


def test_cancelling_ends_the_work(installed: Path, endless: tuple[str, Endless]) -> None:
    url, service = endless
    assert len(called(installed, url, "cancel")["events"]) == 3
    assert service.ended.wait(2)


def test_a_token_is_needed_and_enough(installed: Path, tmp_path: Path) -> None:
    path, anna, _ = users(tmp_path)
    service = Endless(Settings(store=f"sqlite:///{tmp_path / 'footnote.db'}", auth=str(path)))
    with running(create_app(service.settings, service)) as url:
        assert called(installed, url, "cancel", anna)["articles"] == []
        with pytest.raises(subprocess.CalledProcessError):
            called(installed, url, "cancel")
