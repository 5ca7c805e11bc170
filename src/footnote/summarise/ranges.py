"""The sentences that a summary chooses from: those of a part of the article, cut where two were left as one.

Segmentation errs towards leaving sentences together ("… copy of her book. Nunes wrote …"), which
serves search well; a summary has few words and needs them apart.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from footnote.errors import InvalidInput
from footnote.schema import Article, Sentence

_FEWEST_WORDS = 4  # on either side of a cut
_BOUNDARY = re.compile(
    r"(?<=[^\W_]{3}[.!?])[’'”\"]?\s+(?=[A-ZÀ-Þ‘'“\"])|(?<=[^\W_]{3}[.!?])[’'”\"](?=[A-ZÀ-Þ‘'“\"][^\W_])"
)
_ABBREVIATION = re.compile(
    r"\b(?:Prof|Capt|Gen|Sgt|Col|Maj|Cpl|Lieut|Comdr|Adm|Brig|Rev|Hon|Gov|Sen|Rep|Supt|Insp|Det|Messrs|"
    r"Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec|Inc|Corp|Bros|Ltd|Dept|Univ|Assn|Ave|Blvd|approx|Figs?|Eqs?|"
    r"vols?|pp|eds?|al|etc|cf|vs|Mass|Conn|Calif|Fla|Ill|Ind|Kan|Mich|Minn|Miss|Mont|Neb|Nev|Okla|Ore|Penn|"
    r"Tenn|Tex|Wash|Wis|Wyo|Jr|Sr|St|Mt|No|Nos)\.$"
)


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """The sentences of a part, and for each the row of its vector among the article's."""

    sentences: tuple[Sentence, ...]
    rows: NDArray[np.int64]


def part_of(article: Article, sentences: Sequence[Sentence], start: int, end: int | None) -> Part:
    """Return the sentences that lie between ``start`` and ``end``, whole; at an edge, those half inside.

    Raises:
        InvalidInput: the range is no range of the article, or no sentence begins in or reaches into it.
    """
    end = check_range(article, start, end)
    chosen: list[Sentence] = []
    rows: list[int] = []
    for row, sentence in enumerate(sentences):
        inside = min(sentence.end, end) - max(sentence.start, start)
        if 2 * inside >= sentence.end - sentence.start:
            cut = list(_cut(article.text, sentence))
            chosen += cut
            rows += [row] * len(cut)
    if not chosen:
        raise InvalidInput(
            f"There is no sentence between {start:,} and {end:,}. Choose a longer part of the article.",
            "start" if start else "end",
        )
    return Part(tuple(chosen), np.array(rows, np.int64))


def check_range(article: Article, start: int, end: int | None) -> int:
    """Return where the part ends.

    Raises:
        InvalidInput: ``start`` or ``end`` lies outside the article, or there is nothing between them.
    """
    length = len(article.text)
    if not 0 <= start < length:
        raise InvalidInput(f"start is {start:,}; it must be from 0 to {length - 1:,}.", "start")
    if end is None:
        return length
    if not start < end <= length:
        raise InvalidInput(
            f"end is {end:,}; it must be greater than start ({start:,}) and at most {length:,}.", "end"
        )
    return end


def _cut(text: str, sentence: Sentence) -> Iterator[Sentence]:
    """Yield the sentences that a range of sentences really holds, in order."""
    own = text[sentence.start : sentence.end]
    cuts = [(0, 0)]
    for match in _BOUNDARY.finditer(own):
        quotation = 1 if match.group()[:1] in "’'”\"" and match.group().strip() else 0
        stop = match.start() + quotation
        long_enough = (
            min(len(own[cuts[-1][1] : stop].split()), len(own[match.end() :].split())) >= _FEWEST_WORDS
        )
        if long_enough and not _ABBREVIATION.search(own[: match.start()]):
            cuts.append((stop, match.end()))
    cuts.append((len(own), len(own)))
    for (_, first), (last, _) in pairwise(cuts):
        yield replace(sentence, start=sentence.start + first, end=sentence.start + last)
