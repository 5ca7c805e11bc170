"""The log: one line of key=value pairs per event, and one such line for every request.

At the default level it holds nothing of what was asked, answered or stored.
"""

import json
import logging
import time

from footnote.api.finished import Finished

logger = logging.getLogger("footnote.requests")
_QUOTED = frozenset(' "=\\') | {chr(code) for code in range(32)}


class LineFormatter(logging.Formatter):
    """Writes a record as pairs; what it was given under ``extra={"pairs": ...}`` follows the message."""

    def format(self, record: logging.LogRecord) -> str:
        """Return one line, whatever the record holds."""
        clock = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created))
        pairs: dict[str, object] = {
            "time": f"{clock}.{int(record.msecs):03d}Z",
            "level": record.levelname.lower(),
            "logger": record.name,
            "msg": record.getMessage(),
            **getattr(record, "pairs", {}),
        }
        if record.exc_info:
            pairs["exception"] = self.formatException(record.exc_info)
        return " ".join(f"{key}={_value(value)}" for key, value in pairs.items())


def write_lines(level: int = logging.INFO) -> None:
    """Send all logs of the process to standard error as such lines."""
    lines = logging.StreamHandler()
    lines.setFormatter(LineFormatter())
    logging.basicConfig(level=level, handlers=[lines], force=True)
    logging.getLogger("httpx").setLevel(logging.WARNING)  # it logs addresses with their arguments


def log(finished: Finished) -> None:
    """Write the line of a request; what the page does on its own, many times a visit, only for debugging."""
    page = finished.endpoint.startswith("page_")
    quiet = page and finished.status == 200 and not finished.stages.total
    stages = finished.stages
    logger.log(
        logging.DEBUG if quiet else logging.INFO,
        "request",
        extra={
            "pairs": {
                "id": finished.request_id,
                "endpoint": finished.endpoint,
                "status": finished.status,
                "client": finished.client,
                **({"problem": finished.problem} if finished.problem else {}),
                **({"cancelled": finished.cancelled} if finished.cancelled else {}),
                **({} if finished.overtime is None else {"overtime": round(finished.overtime, 4)}),
                "queue_wait": round(finished.queue_wait, 4),
                "evidence": stages.evidence,
                "first_text": stages.first_text,
                "total": round(finished.total, 4),
                "tokens_read": finished.tokens_read,
                "tokens_generated": finished.tokens_generated,
            }
        },
    )


def _value(value: object) -> str:
    text = str(value)
    return json.dumps(text, ensure_ascii=False) if not text or _QUOTED & set(text) else text
