"""Which sentences a sentence leans on, that have to stand before it."""

from collections.abc import Sequence
from dataclasses import dataclass

from footnote.schema import Article, Sentence
from footnote.summarise.leaning import leans, names_in

_CHAIN = 2  # sentences that are brought along at most


@dataclass(frozen=True, slots=True)
class Standing:
    """How a sentence stands: ``usable`` at all, and the numbers of the sentences that it leans on.

    ``needs`` are in order and, captions apart, directly before it; empty where it stands alone.
    """

    usable: bool
    needs: tuple[int, ...] = ()


def chains(
    article: Article, sentences: Sequence[Sentence], aside: Sequence[bool], broken: Sequence[bool]
) -> list[Standing]:
    """Give each leaning sentence those before it; one whose chain breaks or is too long is not usable.

    What stands aside, as a caption does, is passed over: "they" after it are those named before it.
    """
    texts = [article.text[s.start : s.end] for s in sentences]
    names, judged = names_in(texts), article.language in ("en", "und")
    found: list[Standing] = []
    before: int | None = None
    for number, text in enumerate(texts):
        sound = not aside[number] and not broken[number]
        if not sound or not judged or not leans(text, names):
            found.append(Standing(sound))
        elif before is None or not _near(sentences[before], sentences[number]):
            found.append(Standing(False))
        else:
            needs = (*found[before].needs, before)
            usable = found[before].usable and len(needs) <= _CHAIN
            found.append(Standing(usable, needs if usable else ()))
        before = before if aside[number] else number
    return found


def _near(before: Sentence, sentence: Sentence) -> bool:
    return before.heading == sentence.heading and sentence.paragraph - before.paragraph <= 1
