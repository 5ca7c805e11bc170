"""Every error that Footnote raises on purpose.

    FootnoteError
    ├── ConfigError          a setting has a bad value
    ├── InvalidInput         an argument of the caller is wrong (names the field)
    │   └── TooLarge         ... because it is too long
    ├── NotFound             no such article
    ├── Overloaded           the queue is full, try again later
    ├── Cancelled            the caller stopped the request
    ├── DeadlinePassed       the request took longer than FOOTNOTE_DEADLINE
    ├── ModelUnavailable     a model cannot be loaded, or is not loaded yet
    └── StoreError           the library on disk cannot be read or written
        └── StoreMismatch    ... because it was built by another embedder or version

A message says what failed, the value, and the remedy. It may be shown to a remote caller,
so it never holds a path of the server unless the caller sent that path.
"""


class FootnoteError(Exception):
    """The root: catching it catches everything that Footnote raises on purpose."""


class ConfigError(FootnoteError):
    """A setting has a value that cannot be used; the message names the variable."""


class InvalidInput(FootnoteError):
    """A caller's argument is wrong; ``field`` is the argument's name in the public interface."""

    def __init__(self, message: str, field: str) -> None:
        super().__init__(message)
        self.field = field


class TooLarge(InvalidInput):
    """A caller's argument is longer than the server takes."""


class NotFound(FootnoteError):
    """No article has this id."""

    def __init__(self, article_id: str) -> None:
        super().__init__(
            f"No article has the id {article_id[:80]!r}. List the articles to see the ids that exist."
        )
        self.article_id = article_id


class Overloaded(FootnoteError):
    """Too many requests wait already; ``retry_after`` is in seconds."""

    def __init__(self, message: str, retry_after: int) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class Cancelled(FootnoteError):
    """The caller stopped the request, so its work was given up."""


class DeadlinePassed(FootnoteError):
    """The request was given up because it took, waiting included, longer than is allowed."""

    def __init__(self, seconds: float) -> None:
        super().__init__(
            f"The request was not done within {seconds:g} seconds, waiting included, and was given up. "
            "Try again when fewer requests wait, send less text, or raise FOOTNOTE_DEADLINE."
        )


class ModelUnavailable(FootnoteError):
    """A model cannot be loaded, or is still loading."""


class StoreError(FootnoteError):
    """The library cannot be opened, read or written."""


class StoreMismatch(StoreError):
    """The library was built with other vectors or another schema than this program's."""
