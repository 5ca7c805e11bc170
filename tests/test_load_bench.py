"""Short runs of the load and durability benchmarks: what they want to be nothing is nothing."""

import signal
from pathlib import Path

import httpx
import pytest

from tests.bench.durability import after_kills, after_two_at_once, faults
from tests.bench.load import CALL, loaded, server

pytestmark = pytest.mark.slow


@pytest.mark.timeout(280)
def test_no_client_is_given_anothers_answer(tmp_path: Path) -> None:
    with server(tmp_path / "load.db") as (url, _):
        seen, memory = loaded(url, 15, 12)
    assert seen.wrong == []
    assert seen.outcomes["ask right"] > 0
    assert seen.outcomes["articles right"] > 0
    assert memory[-1] < 1.5 * memory[0]


@pytest.mark.timeout(280)
def test_a_killed_server_loses_nothing_that_it_acknowledged(tmp_path: Path) -> None:
    acknowledged, wrong = after_kills(tmp_path, 3)
    assert acknowledged > 0
    assert wrong == []


@pytest.mark.timeout(280)
def test_two_processes_share_a_library(tmp_path: Path) -> None:
    assert after_two_at_once(tmp_path, 8) == (16, [])


@pytest.mark.timeout(200)
def test_sigterm_tells_callers_and_exits_well(tmp_path: Path) -> None:
    """One request is running and one waits for it when the signal comes; both are heard of again."""
    with server(tmp_path / "stop.db") as (url, process), httpx.Client(base_url=url, timeout=30) as http:
        added = {"text": "The tower\n\n" + "The tower took a great deal of paint in that year. " * 20_000}
        ids = [http.post(f"{CALL}/v2/add_article", json=added).json()["event_id"] for _ in range(2)]
        process.send_signal(signal.SIGTERM)
        told = [http.get(f"{CALL}/add_article/{event_id}").text for event_id in ids[1:]]
        assert process.wait(30) == 0
    assert '"type": "overloaded"' in told[0]
    assert list(faults(f"sqlite:///{tmp_path / 'stop.db'}", [])) == []
