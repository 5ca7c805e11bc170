"""Short runs of the load and durability benchmarks: what they want to be nothing is nothing."""

import json
import signal
from pathlib import Path

import pytest

from tests.bench.durability import after_kills, after_two_at_once, faults
from tests.bench.load import loaded
from tests.served import CALL, Client, server

pytestmark = pytest.mark.slow


@pytest.mark.timeout(280)
def test_no_client_is_given_anothers_answer(tmp_path: Path) -> None:
    with server(tmp_path / "load.db") as running:
        seen, memory = loaded(running, 15, 12)
    assert seen.wrong == []
    assert seen.outcomes["ask right"] > 0
    assert seen.outcomes["articles right"] > 0
    assert memory[-1] < 1.5 * memory[0]


@pytest.mark.timeout(280)
def test_a_killed_server_loses_nothing_that_it_acknowledged(tmp_path: Path) -> None:
    killed = after_kills(tmp_path, 3)
    assert killed.wrong == []
    assert killed.within == 3
    assert len(killed.acknowledged) >= 3


@pytest.mark.timeout(280)
def test_two_servers_share_a_library(tmp_path: Path) -> None:
    together = after_two_at_once(tmp_path, 15)
    assert together.wrong == []
    assert together.kept
    assert together.outcomes["remove: complete"] > 0


@pytest.mark.timeout(200)
def test_sigterm_tells_callers_and_exits_well(tmp_path: Path) -> None:
    """One request is running and one waits for it when the signal comes; the latter is heard of again."""
    text = "The tower\n\n" + "The tower took a great deal of paint in that year. " * 20_000
    with server(tmp_path / "stop.db") as running:
        client = Client(running.url)
        ids = [client.post("add_article", text=f"{text}{n}").json()["event_id"] for n in range(6)]
        running.process.send_signal(signal.SIGTERM)
        told = client.http.get(f"{CALL}/add_article/{ids[-1]}").text
        assert running.process.wait(30) == 0
    assert json.loads(told.split("data: ")[-1])["error"]["type"] == "overloaded"
    assert list(faults(f"sqlite:///{tmp_path / 'stop.db'}", [])) == []
