"""From a thread that works to an event loop that serves."""

import asyncio
import math
import threading
from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import aclosing
from dataclasses import dataclass
from typing import Generic, TypeVar

from footnote.errors import Cancelled, DeadlinePassed
from footnote.service.ticket import Ticket, current

Event = TypeVar("Event")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class _Arrival(Generic[Event]):
    """What the working thread sends: an event, an error, or neither at the end."""

    event: Event | None = None
    error: BaseException | None = None


async def stream(
    start: Callable[[threading.Event], Iterator[Event]], every: float = 0.0
) -> AsyncGenerator[Event, None]:
    """Run an iterator of events in a thread of its own and yield its events on the event loop.

    ``start`` gets the event that is set when the consumer leaves or the request's deadline passes, so that
    the work ends with it. An error of the iterator is raised here, but for Cancelled, which ends the stream.
    Of events that come within ``every`` seconds of the last that was yielded only the newest is, so that a
    consumer who needs time for each is not left behind; the last event of all always is.

    Raises:
        DeadlinePassed: the request that this is for has taken longer than it may; no work is begun then.
    """
    ticket, cancel, loop = current(), threading.Event(), asyncio.get_running_loop()
    ticket.check()
    arrived = _begun(start, cancel, ticket)
    try:
        arrival, yielded = await _next(arrived, ticket), -math.inf
        while arrival.event is not None:
            newer = await _within(arrived, yielded + every)
            if newer is None or newer.event is None:
                ticket.note(arrival.event)
                yield arrival.event
                yielded = loop.time()
            arrival = newer or await _next(arrived, ticket)
        if arrival.error is not None:
            ticket.error = arrival.error
            raise arrival.error
    finally:
        cancel.set()


async def result(work: Callable[[threading.Event], Result]) -> Result:
    """Run a function in a thread of its own and return what it returns; see ``stream``.

    Raises:
        Cancelled: the work found that it was cancelled.
    """
    async with aclosing(stream(lambda cancel: iter([work(cancel)]))) as results:
        async for only in results:
            return only
    raise Cancelled("The request was stopped.")


async def _next(arrived: "asyncio.Queue[_Arrival[Event]]", ticket: Ticket) -> "_Arrival[Event]":
    try:
        async with asyncio.timeout(None if ticket.left == math.inf else max(0.0, ticket.left)):
            return await arrived.get()
    except TimeoutError:
        ticket.error = DeadlinePassed(ticket.allowed)
        raise ticket.error from None


async def _within(arrived: "asyncio.Queue[_Arrival[Event]]", until: float) -> "_Arrival[Event] | None":
    """Return what arrives before a moment on the loop's clock, None where nothing does."""
    if asyncio.get_running_loop().time() >= until:
        return None
    try:
        async with asyncio.timeout_at(until):
            return await arrived.get()
    except TimeoutError:
        return None


def _begun(
    start: Callable[[threading.Event], Iterator[Event]], cancel: threading.Event, ticket: Ticket
) -> "asyncio.Queue[_Arrival[Event]]":
    """Begin the work in a thread of its own; return where on this event loop what it sends arrives."""
    loop, arrived = asyncio.get_running_loop(), asyncio.Queue[_Arrival[Event]]()

    def send(arrival: _Arrival[Event]) -> None:
        try:
            loop.call_soon_threadsafe(arrived.put_nowait, arrival)
        except RuntimeError:  # the loop is closed: nobody listens any more
            cancel.set()

    def run() -> None:
        try:
            _work(start, cancel, send)
        finally:
            ticket.end()

    ticket.working = True
    threading.Thread(target=run, name="footnote-work", daemon=True).start()
    return arrived


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
