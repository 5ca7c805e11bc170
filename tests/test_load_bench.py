"""Short runs of the load and durability benchmarks: what they want to be nothing is nothing."""

from pathlib import Path

import pytest

from tests.bench.durability import after_kills, after_two_at_once
from tests.bench.load import loaded, server

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
