"""The test set of ``verify`` made from articles: faithful rewordings and corruptions of their sentences."""

import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from nupunkt import sent_spans

from footnote.verify.reading import read
from tests.data import corruptions, rewordings
from tests.data.corruptions import Source
from tests.data.rewordings import Case

_WORDS = (6, 60)  # of a sentence that cases are made from


@dataclass(frozen=True, slots=True)
class Text:
    """An article with its questions: (question, answer, where the answer begins)."""

    text: str
    questions: tuple[tuple[str, str, int], ...] = field(default=())


def cases(texts: Iterable[Text], seed: int = 1) -> Iterator[Case]:
    """Yield the cases of articles, always the same for the same seed."""
    for article in texts:
        chance = random.Random(f"{seed} {article.text[:200]}")
        spans = list(_sentences(article.text))
        names = corruptions.names_of(article.text)
        for before, (start, end) in zip([None, *spans], spans, strict=False):
            sentence = article.text[start:end]
            context = (article.text[slice(*before)],) if before and chance.random() < 0.5 else ()
            yield from _faithful(sentence, context)
            yield from _corrupted(sentence, context, names, chance)
        yield from _answers(article, spans)


def sample(all_cases: Sequence[Case], most: int, seed: int = 1) -> list[Case]:
    """Return at most so many cases of each kind, drawn by chance."""
    kinds: dict[tuple[bool, str], list[Case]] = {}
    for case in all_cases:
        kinds.setdefault((case.faithful, case.kind), []).append(case)
    chosen: list[Case] = []
    for of_kind in kinds.values():
        random.Random(seed).shuffle(of_kind)
        chosen.extend(of_kind[:most])
    return chosen


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    for line in re.finditer(r"[^\n]+", text):
        for start, end in sent_spans(line.group()):
            piece = text[line.start() + start : line.start() + end]
            first = line.start() + start + len(piece) - len(piece.lstrip())
            low, high = _WORDS
            if low <= len(piece.split()) <= high and piece.strip().endswith("."):
                yield first, first + len(piece.strip())


def _faithful(sentence: str, context: tuple[str, ...]) -> Iterator[Case]:
    for rule in rewordings.RULES:
        for draft in rule(sentence):
            yield Case(rule.__name__, True, draft, (*context, sentence))


def _corrupted(
    sentence: str, context: tuple[str, ...], names: tuple[str, ...], chance: random.Random
) -> Iterator[Case]:
    """Corrupt the sentence, and as often a shortened form of it."""
    shorter = [
        draft for rule in (rewordings.lead_dropped, rewordings.main_clause, rewordings.bracket_dropped)
        for draft in rule(sentence)
    ]  # fmt: skip
    for rule in corruptions.RULES:
        base = chance.choice(shorter) if shorter and chance.random() < 0.5 else sentence
        for draft in rule(Source(base, names, chance)):
            if draft != sentence:
                yield Case(rule.__name__, False, draft, (*context, sentence))


def _answers(article: Text, spans: list[tuple[int, int]]) -> Iterator[Case]:
    """Yield statements made of question and answer whose words all stand in the answer's sentence."""
    for question, answer, start in article.questions:
        draft = rewordings.statement(question, answer)
        holder = next((article.text[a:b] for a, b in spans if a <= start < b), "")
        if not draft or not holder:
            continue
        held = {token.key for token in read([holder]).tokens}
        if all(token.key in held for token in read([draft]).tokens if token.counts):
            yield Case("question_and_answer", True, draft, (holder,), question)
