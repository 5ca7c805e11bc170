"""From a thread that works to an event loop that serves."""

import asyncio
import threading
from collections.abc import AsyncGenerator, Callable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from footnote.errors import Cancelled

Event = TypeVar("Event")


@dataclass(frozen=True, slots=True)
class _Arrival(Generic[Event]):
    """What the working thread sends: an event, an error, or neither at the end."""

    event: Event | None = None
    error: BaseException | None = None


async def stream(start: Callable[[threading.Event], Iterator[Event]]) -> AsyncGenerator[Event, None]:
    """Run an iterator of events in a thread of its own and yield its events on the event loop.

    ``start`` gets the event that is set when the consumer leaves, so that the work ends with it.
    An error of the iterator is raised here, but for Cancelled, which ends the stream.
    """
    cancel, loop = threading.Event(), asyncio.get_running_loop()
    arrived: asyncio.Queue[_Arrival[Event]] = asyncio.Queue()

    def send(arrival: _Arrival[Event]) -> None:
        try:
            loop.call_soon_threadsafe(arrived.put_nowait, arrival)
        except RuntimeError:  # the loop is closed: nobody listens any more
            cancel.set()

    work = threading.Thread(target=_work, args=(start, cancel, send), name="footnote-work", daemon=True)
    work.start()
    try:
        while (arrival := await arrived.get()).event is not None:
            yield arrival.event
        if arrival.error is not None:
            raise arrival.error
    finally:
        cancel.set()


def _work(
    start: Callable[[threading.Event], Iterator[Event]],
    cancel: threading.Event,
    send: Callable[[_Arrival[Event]], None],
) -> None:
    try:
        for event in start(cancel):
            send(_Arrival(event))
            if cancel.is_set():
                break
        send(_Arrival())
    except Cancelled:
        send(_Arrival())
    except BaseException as error:
        send(_Arrival(error=error))
