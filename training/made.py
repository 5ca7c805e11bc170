"""Questions that the project makes itself, in the form of training/evidence.py, one JSON object a line.

    python -m training.made qa-dev.jsonl made.jsonl

Of the articles of a question file (their text alone; the questions are not looked at) and the project's own
samples. A question is what the rules of footnote.summarise.questions make of a sentence, or the part of it
around a name, a number or a phrase, with a word that asks in its place and some words missing ("recurring
spans": Ram et al. 2021, "Few-Shot Question Answering by Pretraining Span Selection"). Retrieval ranks the
sentences for it as for any question, so the others are as misleading as in use.
"""

import argparse
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from footnote.embed import Embedder
from footnote.load import load_text
from footnote.schema import Article
from footnote.segment import segment
from footnote.summarise.questions import Vocabulary, questions_from
from training.evidence import ranked
from training.library import Questioned, add, open_library

_SAMPLES = sorted((Path(__file__).parents[1] / "src/footnote/assets/samples").iterdir())
_FUNCTION = (
    "a an the of in on at to for from by with as and or but that which who whom whose is are was were be "
    "been being has have had do does did not no it its they their them he his him she her this these those "
    "such than into over under between during after before since until while when where if because also "
    "both either may might can could will would shall should must there through about against among"
).replace(" ", "|")
_WORD = r"[A-Za-z][\w’'-]*"
_NAME = r"(?<![.!?“\"] )(?<!^)\b[A-Z][\w’'-]+(?: (?:of |the |de |van |von )?[A-Z][\w’'-]+)*"
_YEAR = r"\b1\d{3}\b|\b20\d{2}\b"
_NUMBER = (
    r"[$£€]?\b\d[\d,.]*\d?(?: (?:million|billion|percent|per cent))?%?|"
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|dozens|hundreds|thousands)\b"
)
_PHRASE = rf"\b(?:the|a|an) (?:(?!(?:{_FUNCTION})\b){_WORD} ?){{1,3}}(?= (?:{_FUNCTION})\b|[,.;])"
_FORMS = (
    (_YEAR, ("when", "what year", "in what year")),
    (_NUMBER, ("how many", "how much", "what number of")),
    (_NAME, ("what", "which", "who", "what")),
    (_PHRASE, ("what", "what", "which")),
)
_CLAUSE = re.compile(r"[^,;:()“”\"]+")
_DROPPED = 0.12  # share of the words around the gap that a question leaves out
_FRONTED = 0.5  # share of the questions that begin with the word that asks
_AROUND = (4, 14)  # words of a question


def main() -> None:
    """Make the questions, rank the sentences for them and write both."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("questions", type=Path)
    arguments.add_argument("evidence", type=Path)
    given = arguments.parse_args()
    library = open_library(given.questions)
    samples = [load_text(path.read_text("utf-8"), max_chars=100_000) for path in _SAMPLES]
    for sample in samples:
        add(sample, library.store, library.embedder)
    chance = random.Random(0)
    with given.evidence.open("w", encoding="utf-8") as out:
        for article in (*(one.article for one in library.articles), *samples):
            made = Questioned(article, tuple(_questions(article, library.embedder, chance)))
            for found in ranked(made, library):
                out.write(json.dumps(found, ensure_ascii=False) + "\n")


def _questions(article: Article, embedder: Embedder, chance: random.Random) -> Iterator[dict[str, Any]]:
    """Yield at most one question of each kind of rule for every sentence."""
    places = segment(article, embedder.count_tokens, embedder.max_tokens).sentences
    texts = [article.text[place.start : place.end] for place in places]
    known = Vocabulary.of(texts)
    for place, text in zip(places, texts, strict=True):
        asked = [(one.text, text.find(one.answer), one.answer) for one in questions_from(text, known)]
        gap = gapped(text, chance)
        for question, at, answer in [*asked[:1], *([gap] if gap else [])]:
            if at >= 0:
                start = place.start + at
                yield {
                    **{"id": f"made-{article.id}-{start}-{len(question)}", "question": question},
                    **{"answerable": True, "answers": [answer], "spans": [[start, start + len(answer)]]},
                }


def gapped(sentence: str, chance: random.Random) -> tuple[str, int, str] | None:
    """Return a question about one phrase of the sentence, where that begins, and the phrase itself."""
    forms = [(match, asking) for form, asking in _FORMS for match in re.finditer(form, sentence)]
    chance.shuffle(forms)
    for match, asking in forms:
        around = _around(sentence, match, chance)
        if around is not None:
            before, after = around
            word = chance.choice(asking)
            fronted = chance.random() < _FRONTED
            words = [word, *before, *after] if fronted else [*before, word, *after]
            question = " ".join(words).strip(" .")
            return question[0].upper() + question[1:] + "?", match.start(), match.group()
    return None


def _around(sentence: str, match: re.Match[str], chance: random.Random) -> tuple[list[str], list[str]] | None:
    """Return the words before and after a phrase in its clause, some missing; None where they are few."""
    for clause in _CLAUSE.finditer(sentence):
        if clause.start() <= match.start() and match.end() <= clause.end():
            before = sentence[clause.start() : match.start()].split()[-chance.randint(3, 10) :]
            after = sentence[match.end() : clause.end()].split()[: chance.randint(3, 10)]
            kept = [[word for word in part if chance.random() > _DROPPED] for part in (before, after)]
            if _AROUND[0] <= len(kept[0]) + len(kept[1]) <= _AROUND[1]:
                return kept[0], kept[1]
    return None


if __name__ == "__main__":
    main()
