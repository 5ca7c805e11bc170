"""A question in the text that is only asked again answers nothing: "Who is to blame?" above what tells it."""

import re

import numpy as np
from numpy.typing import NDArray

from footnote.retrieve.features import SentenceSignals
from footnote.retrieve.lexical import content_stems

_ASKS = re.compile(
    r"\W*(?:(?:and|but|so|then|ok|okay|well|now|in|on|at|to|for|from|by|with|of)\b\W*)*"
    r"(?:who|whom|whose|what|which|when|where|why|how)\b",
    re.IGNORECASE,
)
_ENDS = "\"'”’»)*_ "


def repeated(question: str, one: SentenceSignals) -> NDArray[np.bool_]:
    """Return which sentences are questions without a word that the asked one lacks: (n,).

    Only of one with "who", "what" or "how"; what only states it again may have what a follow-up quotes.
    """
    found = np.zeros(len(one.sentences), dtype=bool)
    if not _ASKS.match(question):
        return found
    language, text = one.index.language, one.article.text
    matter = set(content_stems(question, language))
    for number, sentence in enumerate(one.sentences):
        said = text[sentence.start : sentence.end].rstrip(_ENDS)
        found[number] = said.endswith("?") and set(content_stems(said, language)) <= matter
    return found
