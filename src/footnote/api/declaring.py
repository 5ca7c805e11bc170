"""The public endpoints declared to Gradio: plain JSON in and out, errors as it passes them on."""

import functools
import inspect
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterator
from contextlib import aclosing, contextmanager
from dataclasses import asdict, is_dataclass
from typing import Any, get_args

import gradio as gr

from footnote.api.arguments import Arguments
from footnote.api.endpoints import NAMES, NEEDS_MODEL, Endpoints
from footnote.api.replies import problem_of
from footnote.service import Libraries
from footnote.service.lines import ADDING_LINE, MODEL_LINE


def declare(libraries: Libraries) -> None:
    """Add the endpoints to the Blocks that are being built."""
    for name in NAMES:
        queue: dict[str, Any] = {"concurrency_limit": 4}
        if name in NEEDS_MODEL:
            queue = ADDING_LINE if name == "add_article" else MODEL_LINE
        gr.api(_published(name, libraries), api_name=name, **queue)


def _published(name: str, libraries: Libraries) -> Callable[..., Any]:
    """Return an endpoint as Gradio wants it: plain JSON out, ``gr.Error`` raised, an item's type as hint.

    Gradio passes its request first, which says whose library is meant.
    """
    endpoint = getattr(Endpoints(libraries.shared), name)
    signature = inspect.signature(endpoint)
    if inspect.iscoroutinefunction(endpoint):
        call = _reply(endpoint, libraries)
    else:
        call = _stream(endpoint, libraries)
        item = get_args(signature.return_annotation)[0]
        signature = signature.replace(return_annotation=item)
    asking = inspect.Parameter("request", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=gr.Request)
    signature = signature.replace(parameters=[asking, *signature.parameters.values()])
    call.__signature__ = signature  # type: ignore[attr-defined]
    call.__annotations__ = {name: part.annotation for name, part in signature.parameters.items()}
    return call


def _reply(endpoint: Callable[..., Any], libraries: Libraries) -> Callable[..., Any]:
    arguments = Arguments(endpoint)

    @functools.wraps(endpoint)
    async def call(request: gr.Request, *values: Any) -> Any:  # noqa: ANN401  any JSON goes in and out
        with _told_to_gradio():
            own = _of(endpoint, libraries, request)
            return _plain(await own(**arguments.read(arguments.named(values))))

    return call


def _stream(endpoint: Callable[..., AsyncGenerator[Any, None]], libraries: Libraries) -> Callable[..., Any]:
    arguments = Arguments(endpoint)

    @functools.wraps(endpoint)
    async def call(request: gr.Request, *values: Any) -> AsyncIterator[Any]:  # noqa: ANN401
        with _told_to_gradio():
            own = _of(endpoint, libraries, request)
            # Closed here and now when the caller leaves, not when the garbage is collected.
            async with aclosing(own(**arguments.read(arguments.named(values)))) as events:
                async for event in events:
                    yield event.as_dict()

    return call


def _of(endpoint: Callable[..., Any], libraries: Libraries, request: gr.Request) -> Callable[..., Any]:
    """Return the same endpoint of the library of whoever sent the request."""
    own: Callable[..., Any] = getattr(Endpoints(libraries.asked(request.request.scope)), endpoint.__name__)
    return own


@contextmanager
def _told_to_gradio() -> Iterator[None]:
    """Turn an error into the one that Gradio passes on to the caller."""
    try:
        yield
    except Exception as error:
        raise problem_of(error).as_gradio_error() from None


def _plain(result: Any) -> Any:  # noqa: ANN401
    """Return a result as JSON holds it."""
    if isinstance(result, list):
        return [_plain(item) for item in result]
    return asdict(result) if is_dataclass(result) and not isinstance(result, type) else result
