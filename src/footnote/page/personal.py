"""A part of the page for each reader: the same events, replied to from the reader's own library."""

import functools
import inspect
from collections.abc import AsyncIterator, Callable
from contextlib import aclosing
from typing import Any

import gradio as gr

from footnote.service import Footnote, Libraries

Method = Callable[..., Any]


class Personal:
    """Makes a part of the page anew for each event, with the library of whoever sent it.

    ``part.method`` is what Gradio calls instead of the part's own method: it takes a ``gr.Request`` before
    all that the method takes.
    """

    def __init__(self, make: Callable[[Footnote], object], libraries: Libraries) -> None:
        self._make = make
        self._libraries = libraries

    def __getattr__(self, name: str) -> Method:
        method = getattr(self._make(self._libraries.shared), name)

        def own(request: gr.Request) -> Method:
            found: Method = getattr(self._make(self._libraries.asked(request.request.scope)), name)
            return found

        reply = _of_the_same_kind(method, own)
        signature = inspect.signature(method)
        first = inspect.Parameter("_sender", inspect.Parameter.POSITIONAL_ONLY, annotation=gr.Request)
        parameters = [first, *signature.parameters.values()]
        reply.__signature__ = signature.replace(parameters=parameters)  # type: ignore[attr-defined]
        reply.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
        return reply


def _of_the_same_kind(method: Method, own: Callable[[gr.Request], Method]) -> Method:
    """Return a function that calls the reader's own method; Gradio looks at whether it is asynchronous."""
    reply: Method
    if inspect.isasyncgenfunction(method):

        @functools.wraps(method)
        async def reply(sender: gr.Request, *values: Any) -> AsyncIterator[Any]:  # noqa: ANN401
            async with aclosing(own(sender)(*values)) as replies:
                async for one in replies:
                    yield one

    elif inspect.iscoroutinefunction(method):

        @functools.wraps(method)
        async def reply(sender: gr.Request, *values: Any) -> Any:  # noqa: ANN401
            return await own(sender)(*values)

    else:

        @functools.wraps(method)
        def reply(sender: gr.Request, *values: Any) -> Any:  # noqa: ANN401
            return own(sender)(*values)

    return reply
