"""What ``/metrics`` tells, in a registry of its own, so that two servers in one process do not mix."""

from collections.abc import Callable, Iterator

from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from footnote.api.finished import Finished

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
_SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120)


class Metrics:
    """Counts what requests came to; ``tokens`` reads (read, generated), ``waiting`` the queue's length."""

    def __init__(self, tokens: Callable[[], tuple[int, int]], waiting: Callable[[], int]) -> None:
        self._registry = CollectorRegistry()
        self._requests = self._counter("requests", "Requests that ended.", "endpoint", "status")
        self._errors = self._counter("errors", "Requests that ended in an error, by its type.", "type")
        self._refusals = self._counter("refusals", "Answers that the article does not say.")
        self._cancelled = self._counter("cancelled", "Requests that were cancelled, by why.", "why")
        self._stages = self._seconds(
            "stage", "Seconds that the stages of requests took.", "endpoint", "stage"
        )
        self._overtime = self._seconds(
            "overtime", "Seconds that work went on after its caller had left or cancelled.", "why"
        )
        self._registry.register(_Levels(tokens, waiting))
        ProcessCollector(registry=self._registry)

    def _counter(self, name: str, said: str, *labels: str) -> Counter:
        return Counter(f"footnote_{name}", said, labels, registry=self._registry)

    def _seconds(self, name: str, said: str, *labels: str) -> Histogram:
        whole = f"footnote_{name}_seconds"
        return Histogram(whole, said, labels, buckets=_SECONDS, registry=self._registry)

    def count(self, finished: Finished) -> None:
        """Count a request that has ended."""
        self._requests.labels(finished.endpoint, str(finished.status)).inc()
        if finished.cancelled:
            self._cancelled.labels(finished.cancelled).inc()
            if finished.overtime is not None:
                self._overtime.labels(finished.cancelled).observe(finished.overtime)
        elif finished.problem:
            self._errors.labels(finished.problem).inc()
        if finished.said_no:
            self._refusals.inc()
        for stage, seconds in _stages(finished):
            self._stages.labels(finished.endpoint, stage).observe(seconds)

    def text(self) -> bytes:
        """Return all as Prometheus reads it."""
        return generate_latest(self._registry)


class _Levels(Collector):
    """What is read when it is asked for, not counted as it happens."""

    def __init__(self, tokens: Callable[[], tuple[int, int]], waiting: Callable[[], int]) -> None:
        self._tokens = tokens
        self._waiting = waiting

    def collect(self) -> Iterator[Metric]:
        """Yield the length of the queue and the model's tokens."""
        yield GaugeMetricFamily("footnote_queue_length", "Requests that wait.", value=self._waiting())
        tokens = CounterMetricFamily("footnote_tokens", "Tokens of the chat model.", labels=["kind"])
        for kind, count in zip(("read", "generated"), self._tokens(), strict=True):
            tokens.add_metric([kind], count)
        yield tokens


def _stages(finished: Finished) -> Iterator[tuple[str, float]]:
    if finished.status != 200:  # the times of what was refused or stopped say nothing about the work
        return
    yield "queue_wait", finished.queue_wait
    if finished.stages.total:
        yield "evidence", finished.stages.evidence
        yield "first_text", finished.stages.first_text
    yield "total", finished.total
