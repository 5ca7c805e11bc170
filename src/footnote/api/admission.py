"""What is checked before a request may wait in the queue, so that the reply to the POST already says it.

The same faults are found again when the request runs; here they are found early and with their HTTP status.
"""

import asyncio
from collections.abc import Mapping
from typing import Any

from footnote.api.arguments import Arguments
from footnote.api.endpoints import NAMES, NEEDS_MODEL, Endpoints, check_source
from footnote.api.uploads import uploaded
from footnote.errors import ModelUnavailable, TooLarge
from footnote.service import Footnote, Libraries
from footnote.service.footnote import check_question


class Admission:
    """Lets a request for an endpoint in, as the positional values that Gradio takes, or refuses it."""

    def __init__(self, libraries: Libraries, max_article_chars: int) -> None:
        self._libraries = libraries
        self._max_article_chars = max_article_chars
        endpoints = Endpoints(libraries.shared)
        self._arguments = {name: Arguments(getattr(endpoints, name)) for name in NAMES}

    def knows(self, name: str) -> bool:
        """Return whether there is such an endpoint."""
        return name in self._arguments

    async def admit(
        self, name: str, given: Mapping[str, Any] | list[Any], scope: Mapping[str, Any]
    ) -> list[Any]:
        """Return the values in the order of the signature, defaults filled in, for the request of a scope.

        Raises:
            InvalidInput: an argument is missing, unknown, of the wrong type, blank or too long.
            NotFound: it names an article that is not in the caller's library.
            ModelUnavailable: the endpoint needs a model and they are still loading.
        """
        arguments = self._arguments[name]
        named = arguments.named(given) if isinstance(given, list) else dict(given)
        read = arguments.read(named)
        await asyncio.to_thread(self._check, name, read, scope)
        return arguments.positional(named)

    def _check(self, name: str, read: Mapping[str, Any], scope: Mapping[str, Any]) -> None:
        library = self._libraries.asked(scope)
        if name == "add_article":
            self._check_new(read, library)
        if name == "ask":
            check_question(read["question"])
        named = [read["article_id"]] if "article_id" in read else read.get("article_ids", ())
        for article_id in named:
            library.entry(article_id)
        if name in NEEDS_MODEL and library.health()["status"] == "loading":
            raise ModelUnavailable("The models are still loading. Try again in a few seconds.")

    def _check_new(self, read: Mapping[str, Any], library: Footnote) -> None:
        check_source(read["text"], read["url"], read["file"])
        if read["url"]:
            library.check_url(read["url"])
        if read["file"] is not None:
            uploaded(read["file"].path)
        length = len(read["text"])
        if length > self._max_article_chars:
            raise TooLarge(
                f"The text has {length:,} characters; at most {self._max_article_chars:,} are taken. "
                "Send it in parts.",
                "text",
            )
