"""Serving until the process is told to end, and ending well: what runs ends or is cancelled."""

import gc
import signal
import socket

import uvicorn

from footnote.api.guard import Guard

GRACE = 5.0  # seconds that running requests get to end


class Server(uvicorn.Server):
    """Ends the requests before the connections, so that each caller is told what became of its own."""

    def __init__(self, application: Guard, host: str, port: int) -> None:
        self._guard = application
        # What is behind the grace: streams whose readers do not read. The log is Footnote's own.
        super().__init__(
            uvicorn.Config(
                application,
                host=host,
                port=port,
                log_config=None,
                log_level="warning",
                access_log=False,
                timeout_graceful_shutdown=2,
            )
        )

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop; the listening socket is open until what runs has ended, and answers 503."""
        await self._guard.stop(GRACE)
        await super().shutdown(sockets)


def run(application: Guard, host: str, port: int) -> None:
    """Serve until SIGTERM or SIGINT; the process may then exit with status 0."""
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: None)  # uvicorn raises what it caught once more when it has ended
    Server(application, host, port).run()
    gc.freeze()  # all is closed; to look through what the models leave takes seconds of a busy machine
