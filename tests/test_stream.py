"""From a thread that works to an event loop: every event, or only the newest where the reader needs time."""

import threading
import time
from collections.abc import Iterator

import pytest

from footnote.service import stream
from serving import on_its_own_loop


def collected(events: Iterator[int], every: float) -> list[int]:
    async def collect() -> list[int]:
        return [event async for event in stream(lambda cancel: events, every)]

    return on_its_own_loop(collect())


def counting(until: int, pause: float = 0.0) -> Iterator[int]:
    for number in range(1, until + 1):
        yield number
        time.sleep(pause)


def test_every_event_arrives_in_its_order() -> None:
    assert collected(counting(500), 0.0) == list(range(1, 501))


def test_of_quick_events_the_first_and_the_last_arrive_and_few_between() -> None:
    seen = collected(counting(300, 0.002), 0.2)
    assert (seen[0], seen[-1]) == (1, 300)
    assert seen == sorted(seen)
    assert len(seen) < 100


def test_the_newest_arrives_though_nothing_follows_for_long() -> None:
    silence, seen = threading.Event(), []

    def events() -> Iterator[int]:
        yield from counting(3)
        assert silence.wait(30)

    async def read() -> None:
        async for event in stream(lambda cancel: events(), 0.05):
            seen.append(event)
            if event == 3:
                silence.set()

    on_its_own_loop(read())
    assert seen == [1, 3]


def test_an_error_comes_after_what_was_made_before_it() -> None:
    def events() -> Iterator[int]:
        yield from counting(5)
        raise ValueError("the sixth")

    seen = []

    async def read() -> None:
        async for event in stream(lambda cancel: events(), 60.0):
            seen.append(event)

    with pytest.raises(ValueError, match="the sixth"):
        on_its_own_loop(read())
    assert seen == [1, 5]
