"""What a reader is given and what it gives back; each format's reader is ``read(sent) -> Extract``."""

from dataclasses import dataclass

from footnote.errors import InvalidInput


@dataclass(frozen=True, slots=True)
class Sent:
    """Bytes that somebody sent, and how to speak of them in an error."""

    data: bytes
    name: str  # a file's name or an address, as the sender knows it
    field: str  # the argument of the public interface in which they came
    max_chars: int  # the most code points of text that are taken
    charset: str = ""  # what a header says of their encoding; it may be wrong

    def refused(self, what: str, remedy: str) -> InvalidInput:
        """Return the error that names what was sent, what is wrong with it, and what to do."""
        return InvalidInput(f"{self.name[:200]!r} {what}. {remedy}", self.field)


@dataclass(frozen=True, slots=True)
class Extract:
    """What a reader found; all but ``text`` may be empty where the format does not say it."""

    text: str
    title: str = ""
    author: str = ""
    date: str = ""  # ISO 8601 where it could be read
    language: str = ""  # ISO 639-1, used where the text itself does not tell
    dropped: tuple[str, ...] = ()  # lines of the document that are not in the text
