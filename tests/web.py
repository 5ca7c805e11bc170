"""A small web on loopback that answers each path as a test says, and a resolver that a test writes."""

import socketserver
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socket import AF_INET, AF_INET6


@dataclass(frozen=True)
class Reply:
    """What a path answers: header lines as they are sent, and the body piece by piece."""

    body: bytes | Iterable[bytes] = b""
    kind: str = "text/plain; charset=utf-8"
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    length: bool = True  # whether Content-Length is told
    pause: float = 0.0  # seconds before each piece


@dataclass
class Web:
    """Where a server is, and what it was asked: (path, headers) in order."""

    url: str
    asked: list[tuple[str, dict[str, str]]]


@contextmanager
def web(
    pages: Mapping[str, Reply | Callable[[], Reply]],
    host: str = "127.0.0.1",
    secured: ssl.SSLContext | None = None,
) -> Iterator[Web]:
    """Serve ``pages`` from a thread on a free port of ``host``; a path that is not among them is 404."""
    asked: list[tuple[str, dict[str, str]]] = []

    class Answering(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            page = pages.get(self.path, Reply(b"nothing here", status=404))
            _send(self, page if isinstance(page, Reply) else page())

        def log_message(self, format: str, *args: object) -> None:
            del format, args

    class Server(ThreadingHTTPServer):
        address_family = AF_INET6 if ":" in host else AF_INET

        def handle_error(self, request: object, client_address: object) -> None:
            """Say nothing of a client that hung up: many of these tests are about that."""

        def server_bind(self) -> None:
            socketserver.TCPServer.server_bind(self)  # HTTPServer's would look its own name up

    server = Server((host, 0), Answering)
    if secured:
        server.socket = secured.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    shown = f"[{host}]" if ":" in host else host
    try:
        yield Web(f"http{'s' if secured else ''}://{shown}:{server.server_address[1]}", asked)
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _send(answering: BaseHTTPRequestHandler, page: Reply) -> None:
    answering.send_response(page.status, "Any" if page.status not in list(HTTPStatus) else None)
    if page.kind:
        answering.send_header("Content-Type", page.kind)
    for name, value in page.headers.items():
        answering.send_header(name, value)
    if page.length and isinstance(page.body, bytes) and "Content-Length" not in page.headers:
        answering.send_header("Content-Length", str(len(page.body)))
    else:
        answering.close_connection = True
        answering.send_header("Connection", "close")
    answering.end_headers()
    for piece in [page.body] if isinstance(page.body, bytes) else page.body:
        time.sleep(page.pause)
        answering.wfile.write(piece)


class Names:
    """A resolver: each name's answers in turn, the last one for good; it counts the look-ups."""

    def __init__(self, answers: Mapping[str, Sequence[Sequence[str]]]) -> None:
        self._answers = {name: list(sequence) for name, sequence in answers.items()}
        self.looked_up: list[str] = []

    def __call__(self, host: str) -> Sequence[str]:
        self.looked_up.append(host)
        if host not in self._answers:
            raise OSError("no such name")
        answers = self._answers[host]
        return answers.pop(0) if len(answers) > 1 else answers[0]
