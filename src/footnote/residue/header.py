"""The header above a mail that was pasted with it: who wrote it and on what, no part of what it says."""

import re
from dataclasses import dataclass

_FIELD = re.compile(r"(from|to|cc|bcc|date|sent|subject|reply-to):[ \t]*([^\n]*)\n?", re.IGNORECASE)
_FEWEST = 3
_SENDER = re.compile(r'"?([^"<>]*[^"<>\s])"?\s*<[^<>]*>')


@dataclass(frozen=True, slots=True)
class Header:
    """A mail's header, "" and 0 where a text has none."""

    sender: str = ""
    subject: str = ""
    end: int = 0  # where it ends in the text


def header_of(text: str) -> Header:
    """Return the header that a text begins with: at least three of a mail's fields, a line each."""
    fields: dict[str, str] = {}
    end = len(text) - len(text.lstrip())
    while field := _FIELD.match(text, end):
        fields[field[1].casefold()] = field[2].strip()
        end = field.end()
    if len(fields) < _FEWEST or not (fields.get("from") and fields.get("subject")):
        return Header()
    named = _SENDER.fullmatch(fields["from"])
    return Header(named[1] if named else fields["from"], fields["subject"], end)
