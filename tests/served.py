"""`footnote serve` in a process of its own, and a client that talks to it as a program does."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

CALL = "/gradio_api/call"
_STARTED = 120.0  # seconds that a start may take


@dataclass(frozen=True, slots=True)
class Server:
    """A server that runs: where it is, its process, and the file with its log."""

    url: str
    process: subprocess.Popen[bytes]
    log: Path

    def figure(self, name: str) -> float:
        """Return the sum of a metric over its labels."""
        text = httpx.get(f"{self.url}/metrics", timeout=30).text
        return sum(float(value) for value in re.findall(rf"^{name}(?:\{{.*\}})? (\S+)$", text, re.MULTILINE))

    def tokens(self) -> float:
        """Return how many tokens the model has read and written."""
        return self.figure("footnote_tokens_total")

    def logged(self, key: str) -> list[float]:
        """Return the numbers that the log has under a key, in its order."""
        return [float(value) for value in re.findall(rf"(?<= ){key}=(\S+)", self.log.read_text("utf-8"))]


@contextmanager
def server(store: Path, **settings: str) -> Iterator[Server]:
    """Run a server until its models are loaded and yield it; end it by SIGTERM."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    environ = {**os.environ, "FOOTNOTE_STORE": f"sqlite:///{store}", "FOOTNOTE_PORT": str(port), **settings}
    log = store.with_name(f"{port}.log")
    with log.open("wb") as told:
        process = subprocess.Popen([sys.executable, "-m", "footnote", "serve"], env=environ, stderr=told)
    running = Server(f"http://127.0.0.1:{port}", process, log)
    try:
        _await_ready(running)
        yield running
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(30)
            finally:
                process.kill()


def _await_ready(server: Server) -> None:
    until = time.monotonic() + _STARTED
    while time.monotonic() < until and server.process.poll() is None:
        try:
            if httpx.get(f"{server.url}/healthz", timeout=5).status_code == 200:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.2)
    raise RuntimeError(f"the server did not become ready: {server.log.read_text('utf-8')[-2_000:]}")


@dataclass(frozen=True, slots=True)
class Reply:
    """What came of a call: "complete" and the result, or the status or type of the error and nothing."""

    kind: str
    result: Any = None
    retry_after: float | None = None  # seconds, where the server said so


class Client:
    """One caller; ``address`` is the loopback address that it calls from."""

    def __init__(self, url: str, address: str = "127.0.0.1") -> None:
        transport = httpx.HTTPTransport(local_address=address)
        self.http = httpx.Client(base_url=url, timeout=60, transport=transport)

    def post(self, name: str, **arguments: object) -> httpx.Response:
        """Post a call and return the reply, which has its event id."""
        return self.http.post(f"{CALL}/v2/{name}", json=arguments)

    def call(self, name: str, **arguments: object) -> Reply:
        """Post a call and return what its last event says."""
        posted = self.post(name, **arguments)
        if posted.status_code != 200:
            retry_after = posted.headers.get("retry-after")
            return Reply(str(posted.status_code), None, float(retry_after) if retry_after else None)
        reply = self.http.get(f"{CALL}/{name}/{posted.json()['event_id']}")
        if reply.status_code != 200:
            return Reply(str(reply.status_code))
        kind, data = reply.text.strip().split("\n\n")[-1].split("\n", 1)
        told = json.loads(data.removeprefix("data: "))
        return Reply("complete", told[0]) if kind == "event: complete" else Reply(told["error"]["type"])

    def cancel(self, event_id: str) -> None:
        """Cancel a call."""
        body = {"event_id": event_id, "session_hash": event_id, "fn_index": 0}
        self.http.post("/gradio_api/cancel", json=body).raise_for_status()
