"""Questions with the sentences that retrieval ranks best for each, one JSON object a line.

    python training/evidence.py qa-dev.jsonl evidence.jsonl

Each line: article, id, question, answers, answerable, ``sentences`` (the 8 best of the article, best first:
text, ranker score, number, spans of gold answers within the text), ``gold`` (the same for each
sentence that holds a gold answer) and the finding's ``signals``. Times: about a minute a thousand questions.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from footnote.config import Settings
from footnote.embed import Embedder, load_embedder
from footnote.load import load_text
from footnote.retrieve.features import Question, SentenceSignals, features
from footnote.retrieve.lexical import SentenceIndex
from footnote.retrieve.ranker import fitted_ranker
from footnote.retrieve.signals import signals
from footnote.schema import Article, Segments
from footnote.segment import segment

SENTENCES = 8


def main() -> None:
    """Read a question set and write its evidence."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("questions", type=Path)
    arguments.add_argument("evidence", type=Path)
    arguments.add_argument("--of-another", action="store_true", help="ask each article the next one's")
    given = arguments.parse_args()
    embedder = load_embedder(Settings())
    with given.evidence.open("w", encoding="utf-8") as out:
        entries = [json.loads(line) for line in given.questions.read_text(encoding="utf-8").splitlines()]
        for entry in _exchanged(entries) if given.of_another else entries:
            for found in ranked(entry, embedder):
                out.write(json.dumps(found, ensure_ascii=False) + "\n")


def _exchanged(entries: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield each article with every fourth answerable question of the next one, which it cannot answer."""
    for entry, other in zip(entries, entries[1:] + entries[:1], strict=True):
        asked = [question for question in other["questions"] if question["answerable"]][::4]
        unanswered = {"answerable": False, "answers": [], "spans": []}
        yield {**entry, "questions": [{**q, **unanswered, "id": f"other-{q['id']}"} for q in asked]}


def ranked(entry: dict[str, Any], embedder: Embedder) -> Iterator[dict[str, Any]]:
    """Yield each question of an article with its evidence."""
    article = load_text(entry["text"], max_chars=10**7)
    segments = segment(article, embedder.count_tokens, embedder.max_tokens)
    vectors = embedder.embed_article(article, segments)
    texts = [article.text[s.start : s.end] for s in segments.sentences]
    index = SentenceIndex(texts, article.language)
    passage_of = np.zeros(len(texts), np.int64)
    for number, passage in enumerate(segments.passages):
        passage_of[passage.first_sentence : passage.last_sentence + 1] = number
    asked = embedder.embed([question["question"] for question in entry["questions"]])
    for question, vector in zip(entry["questions"], asked, strict=True):
        cosines = [(rows @ vector).astype(float) for rows in (vectors.sentences, vectors.passages)]
        known = SentenceSignals(article, segments.sentences, segments.passages, index, passage_of, *cosines)
        rows = features(Question.of(question["question"], article.language), known)
        scores = fitted_ranker().scores(rows)
        every = [
            _described(article, segments, int(n), float(scores[n]), question["spans"])
            for n in np.argsort(-scores, kind="stable")
        ]
        yield {
            **{key: question[key] for key in ("id", "question", "answerable", "answers")},
            "article": article.id,
            "sentences": every[:SENTENCES],
            "gold": [one for one in every if one["spans"]],
            "signals": {name: round(value, 5) for name, value in signals(rows, scores).items()},
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
