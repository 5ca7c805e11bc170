"""The bodies of requests: read whole, looked into, and given on to who reads them next."""

import json
from collections.abc import Callable
from typing import Any

from footnote.api.replies import Problem, Refused, problem_of
from footnote.api.sending import Message, Receive, Scope, header
from footnote.api.uploads import check_files
from footnote.errors import FootnoteError


async def received(scope: Scope, receive: Receive, most: int) -> bytes:
    """Return the whole body of a request. Raises Refused where it has more than ``most`` bytes."""
    problem = Problem(413, "too_large", f"The request is over {most:,} bytes. Send less.")
    declared = header(scope, b"content-length")
    if declared.isdigit() and int(declared) > most:
        raise Refused(problem)
    parts: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        if size > most:
            raise Refused(problem)
        if message["type"] != "http.request" or not message.get("more_body"):
            return b"".join(parts)


def replayed(body: bytes, receive: Receive) -> Receive:
    """Return a ``receive`` that gives the body, read already, and then what else arrives."""
    rest = [body]

    async def received() -> Message:
        if rest:
            return {"type": "http.request", "body": rest.pop(), "more_body": False}
        return await receive()

    return received


def read(body: bytes, owned: Callable[[str], bool]) -> object:
    """Return what a body holds, the files that it names checked; None where Gradio will refuse it itself."""
    try:
        data: object = json.loads(body or b"null")
        check_files(data, owned)
    except ValueError:
        return None
    except RecursionError:
        raise Refused(Problem(422, "invalid_input", "The body is nested too deep.", "data")) from None
    except FootnoteError as error:
        raise Refused(problem_of(error)) from None
    return data


def json_object(data: object) -> dict[str, Any]:
    """Return what a body holds where that is an object. Raises Refused."""
    if not isinstance(data, dict):
        raise Refused(Problem(422, "invalid_input", "The body is not a JSON object.", "data"))
    return data


def positional(data: dict[str, Any]) -> list[Any]:
    """Return the arguments that a body holds by their places. Raises Refused."""
    values = data.get("data")
    if not isinstance(values, list):
        raise Refused(Problem(422, "invalid_input", 'The body needs "data", a list of arguments.', "data"))
    return values
