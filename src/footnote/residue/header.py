"""The header above a mail that was pasted with it: who wrote it and on what, no part of what it says."""

import re
from dataclasses import dataclass

_FIELD = re.compile(
    r"(from|to|cc|bcc|date|sent|subject|reply-to|message-id):[ \t]*([^\n]*)\n?", re.IGNORECASE
)
_FEWEST = 3
_SENDER = re.compile(r'"?([^"<>]*[^"<>\s])"?\s*<[^<>]*>|\S+@\S+ \(([^()]+)\)')
_BOXED = re.compile(
    r"\s*From \S+ +\w{3} \w{3} [ \d]\d [\d:]{5,8} .{0,20}\n"
)  # where a mailbox has another mail


@dataclass(frozen=True, slots=True)
class Header:
    """A mail's header, "" and 0 where a text has none."""

    sender: str = ""
    subject: str = ""
    end: int = 0  # where it ends in the text


def header_of(text: str) -> Header:
    """Return the header that a text begins with: at least three of a mail's fields, a line each."""
    fields: dict[str, str] = {}
    boxed = _BOXED.match(text)
    end = boxed.end() if boxed else len(text) - len(text.lstrip())
    while field := _FIELD.match(text, end):
        fields[field[1].casefold()] = field[2].strip()
        end = field.end()
    if len(fields) < _FEWEST or not (fields.get("from") and fields.get("subject")):
        return Header()
    named = _SENDER.fullmatch(fields["from"])
    return Header(named[named.lastindex or 0] if named else fields["from"], fields["subject"], end)
