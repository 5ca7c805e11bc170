"""Plain text and Markdown: decoded and otherwise left as they are, but for a Markdown file's front matter."""

import re

from footnote.load.dates import is_full, iso_date
from footnote.load.encoding import decode
from footnote.load.sent import Extract, Sent

_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n((?:[^\n]*\n){1,200}?)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)")
_FIELD = re.compile(r"([A-Za-z_-]{1,40})[ \t]*:[ \t]*(\S.*?)[ \t]*\r?$", re.MULTILINE)


def read(sent: Sent) -> Extract:
    """Read plain text. Raises InvalidInput where the bytes are no text."""
    return Extract(decode(sent))


def read_markdown(sent: Sent) -> Extract:
    """Read Markdown: what its front matter says is taken from it, and the front matter left out of the text.

    Raises:
        InvalidInput: the bytes are no text.
    """
    text = decode(sent)
    front = _FRONT_MATTER.match(text)
    fields = {name.casefold(): _bare(value) for name, value in _FIELD.findall(front[1])} if front else {}
    if front is None or not fields:  # three dashes are a rule, too
        return Extract(text)
    date = fields.get("date", "")
    return Extract(
        text=text[front.end() :].lstrip("\r\n"),
        title=fields.get("title", ""),
        author=fields.get("author", fields.get("authors", "")),
        date=iso_date(date) or ("" if is_full(date) else date[:40]),
        language=fields.get("lang", fields.get("language", "")),
        dropped=tuple(front[1].splitlines()),
    )


def _bare(value: str) -> str:
    """Return a value without the quotes or brackets of YAML around it."""
    return " ".join(value.strip("\"'[] ").replace('"', "").split())
