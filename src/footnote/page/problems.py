"""What went wrong, in the reader's language; the errors themselves speak English, as logs and callers do."""

import re
from collections.abc import Iterator, Mapping

from footnote.page.words import Words

# A value: what is quoted goes on to its closing quote, whatever is in it.
_VALUE = r"""('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|.+?)"""


def told(error: Exception, words: Words) -> str:
    """Return an error's message, each of its sentences that there are words for in the reader's language."""
    return " ".join(_sentences(str(error), words.problems))


def _sentences(message: str, known: Mapping[str, str]) -> Iterator[str]:
    """Yield the sentences that are known, translated; from the first that is not, the rest as it is."""
    while message:
        found = next(_matches(message, known), None)
        if found is None:
            yield message
            return
        said, length = found
        yield said
        message = message[length:].lstrip()


def _matches(message: str, known: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    """Yield what begins a message, translated, with its length; what begins with a value comes last."""
    for sentence in sorted(known, key=lambda sentence: (sentence.startswith("{}"), -len(sentence))):
        pattern = re.escape(sentence).replace(re.escape("{}"), _VALUE) + r"(?=\s|$)"
        if match := re.match(pattern, message, re.DOTALL):
            yield known[sentence].format(*match.groups()), match.end()
