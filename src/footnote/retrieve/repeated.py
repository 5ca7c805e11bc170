"""A sentence that only says the question again answers nothing: "Who is to blame?" above what tells it."""

import re

import numpy as np
from numpy.typing import NDArray

from footnote.retrieve.features import SentenceSignals
from footnote.retrieve.lexical import content_stems, stems

_ASKS = re.compile(
    r"\W*(?:(?:and|but|so|then|ok|okay|well|now|in|on|at|to|for|from|by|with|of)\b\W*)*"
    r"(?:who|whom|whose|what|which|when|where|why|how)\b",
    re.IGNORECASE,
)
_ENDS = "\"'”’»)*_ "


def repeated(question: str, one: SentenceSignals) -> NDArray[np.bool_]:
    """Return which sentences have no word that the question, one with "who", "what" or "how", lacks: (n,).

    Of a question in the text only words with content count. What ends with a colon leads to something.
    """
    found = np.zeros(len(one.sentences), dtype=bool)
    if not _ASKS.match(question):
        return found
    language, text = one.index.language, one.article.text
    asked, matter = set(stems(question, language)), set(content_stems(question, language))
    for number, (sentence, own) in enumerate(zip(one.sentences, one.index.stems, strict=True)):
        said = text[sentence.start : sentence.end].rstrip(_ENDS)
        if said.endswith("?"):
            found[number] = set(content_stems(said, language)) <= matter
        elif not said.endswith(":"):
            found[number] = bool(own) and set(own) <= asked
    return found
