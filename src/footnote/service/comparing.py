"""Questions that several articles, or two who speak in one, are compared in, as questions to be searched for.

Nothing is compared: what each says is quoted beside what the other does.
"""

import re

_ARTICLES = r"(?:articles?|reports?|texts?|documents?|sources?|papers?)"
_SAYS = r"(?:(?:say|report|state|claim)s?|said|reported|stated|claimed)"
_WHICH = re.compile(
    rf"(?:which|what)(?: one)?(?: of (?:the|these|those|my)(?: \w+)?)? {_ARTICLES} {_SAYS} that "
    r"(?P<what>.+)",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"(?:please |can you |could you )*compare what (?P<one>.+?) and (?P<other>.+?) (?:say|says|said|think|"
    r"thinks|thought) (?P<what>(?:about|on|of) .+)",
    re.IGNORECASE,
)


def asks_which_says(question: str) -> str:
    """Return what is searched for where it is asked which article says that something is so, else ""."""
    found = _WHICH.fullmatch(_on_one_line(question))
    return f"Does the article say that {found['what']}?" if found else ""


def compared(question: str) -> tuple[str, ...]:
    """Return the two questions of one that compares what two say, else none."""
    found = _COMPARED.fullmatch(_on_one_line(question))
    if found is None:
        return ()
    return tuple(f"What did {found[who]} say {found['what']}?" for who in ("one", "other"))


def _on_one_line(question: str) -> str:
    """Return a question without the marks at its end, which a pattern would look for at each of its words."""
    return " ".join(question.split()).rstrip(" ?!.…\"”’'")
