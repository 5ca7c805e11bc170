"""How an article ends and what it concludes, apart from what stands behind it."""

import re
from collections.abc import Sequence
from itertools import groupby

from footnote.schema import Sentence
from footnote.service.about.lookedup import Opened
from footnote.summarise.backmatter import back_matter

_FEW = 3  # sentences that are told where the last paragraph is a line of speech
_SPEECH = re.compile(r"[“„\"][^“”„\"]+[”“\"]")
_CONCLUDING = re.compile(
    r"\b(?:conclusions?|concluding|summary|outlook|final thoughts|fazit|schluss|ausblick)\b|"
    r"^(?:what (?:comes|happens|is) next|next steps|looking ahead)\W*$",
    re.IGNORECASE,
)


def body(opened: Opened) -> tuple[Sentence, ...]:
    """Return an article's sentences without those behind it: credits, contacts, an author's note."""
    return opened.sentences[: back_matter(opened.article, opened.sentences)]


def ending(opened: Opened) -> tuple[Sentence, ...]:
    """Return the last paragraph; with what comes before it where it is no more than a line of speech."""
    sentences = body(opened)
    last = [one for one in sentences if one.paragraph == sentences[-1].paragraph]
    if len(last) < _FEW and _is_speech(opened.article.text[last[0].start : last[-1].end]):
        return tuple(one for one in sentences[-_FEW:] if one.heading == last[0].heading)
    return tuple(last)


def concluding(opened: Opened) -> tuple[Sentence, ...]:
    """Return what stands under a heading that says so, else how the article ends."""
    return under(_CONCLUDING, body(opened)) or ending(opened)


def under(title: re.Pattern[str], sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """Return the sentences under the last heading in which ``title`` stands."""
    groups = [(heading, tuple(some)) for heading, some in groupby(sentences, lambda one: one.heading)]
    found = [some for heading, some in groups if title.search(" ".join(heading.split()))]
    return found[-1] if found else ()


def _is_speech(text: str) -> bool:
    """Whether at least half of the words stand in quotation marks."""
    said = sum(len(one.split()) for one in _SPEECH.findall(text))
    return 2 * said >= len(text.split())
