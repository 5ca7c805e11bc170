"""A warm start of the whole server in its own process: to the page, to ready, and its memory."""

import os
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import httpx
import psutil

from tests.bench import Row

_ROOT = Path(__file__).parents[2]


def run() -> list[Row]:
    """Start twice, the first to warm the caches of files and of the converted model."""
    _start()
    page, ready, computed, resident = _start()
    return [
        Row("start to page", page, "s", "at most 5"),
        Row("start to ready", ready, "s", "at most 8"),
        Row("processor time to ready", computed, "s"),
        Row("resident memory when ready", resident / 2**30, "GiB", "at most 1.21 (1.3 GB)"),
    ]


def _start() -> tuple[float, float, float, float]:
    """Return seconds to the page and to ready, processor seconds spent by then, and bytes resident."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory() as folder:
        environ = os.environ | {
            "FOOTNOTE_PORT": str(port),
            "FOOTNOTE_STORE": f"sqlite:///{folder}/footnote.db",
        }
        begun = time.perf_counter()
        server = subprocess.Popen([sys.executable, "app.py"], cwd=_ROOT, env=environ)
        try:
            page = _until(server, f"http://127.0.0.1:{port}/", begun)
            ready = _until(server, f"http://127.0.0.1:{port}/healthz", begun)
            process = psutil.Process(server.pid)
            times = process.cpu_times()
            return page, ready, times.user + times.system, float(process.memory_info().rss)
        finally:
            server.terminate()
            server.wait()


def _until(server: "subprocess.Popen[bytes]", address: str, begun: float) -> float:
    while time.perf_counter() - begun < 180:
        if server.poll() is not None:
            raise RuntimeError("the server ended before it was ready")
        try:
            if httpx.get(address, timeout=30, trust_env=False).status_code == 200:
                return time.perf_counter() - begun
        except httpx.TransportError:
            pass
        time.sleep(0.02)
    raise RuntimeError("the server was not ready within three minutes")
