"""Questions with the sentences that retrieval ranks best for each, one JSON object a line.

    python -m training.evidence qa-dev.jsonl evidence.jsonl

Each line: article, id, question, answers, answerable, ``sentences`` (the 8 best of the article, best first:
text, logarithm of the ranker's probability, number, spans of gold answers in it) and ``gold`` (the same for
each sentence that holds a gold answer). Takes a minute.
"""

import argparse
import json
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from footnote.schema import Article, Segments
from footnote.segment import segment
from training.library import DevelopmentLibrary, Questioned, exchanged, open_library

SENTENCES = 8
_UNRANKED = -20.0  # log probability of a sentence that is not among the candidates


def main() -> None:
    """Read a question set and write its evidence."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("questions", type=Path)
    arguments.add_argument("evidence", type=Path)
    arguments.add_argument("--of-another", action="store_true", help="ask each article the next one's")
    given = arguments.parse_args()
    library = open_library(given.questions)
    with given.evidence.open("w", encoding="utf-8") as out:
        for one in exchanged(library.articles) if given.of_another else library.articles:
            for found in ranked(one, library):
                out.write(json.dumps(found, ensure_ascii=False) + "\n")


def ranked(one: Questioned, library: DevelopmentLibrary) -> Iterator[dict[str, Any]]:
    """Yield each question of an article with its evidence."""
    article = one.article
    segments = segment(article, library.embedder.count_tokens, library.embedder.max_tokens)
    for question in one.questions:
        found = library.retriever.find(question["question"], [article.id])
        score = {candidate.number: math.log(candidate.probability) for candidate in found.candidates}
        every = [
            _described(article, segments, number, score.get(number, _UNRANKED), question["spans"])
            for number in [*score, *(n for n in range(len(segments.sentences)) if n not in score)]
        ]
        yield {
            **{key: question[key] for key in ("id", "question", "answerable", "answers")},
            "article": article.id,
            "sentences": every[:SENTENCES],
            "gold": [described for described in every if described["spans"]],
        }


def _described(
    article: Article, segments: Segments, number: int, score: float, spans: list[list[int]]
) -> dict[str, Any]:
    place = segments.sentences[number]
    inside = [[a - place.start, b - place.start] for a, b in spans if place.start <= a <= b <= place.end]
    text = article.text[place.start : place.end]
    return {"text": text, "score": round(score, 4), "number": number, "spans": inside}


if __name__ == "__main__":
    main()
