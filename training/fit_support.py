"""Train the network of footnote/retrieve/support.py.

    python -m training.fit_support QUESTIONS HELD_OUT --wordnet FOLDER --written WRITTEN

Each article is asked its own questions, and the same with one word exchanged (see training/altered.py), which
count half; what is learned is whether it answers. Alone, on unseen articles, the network told answerable from
adversarial questions with AUROC 0.69 without the altered ones and 0.70 with them, 0.69 and 0.71 as the mean
of the articles; 16 pairs instead of 8 made 0.71 and 0.72 of it. Opposites alone, synonyms with opposites or
with names, any word for any other, and questions whose evidence was taken away gained nothing: it takes
synonyms beside all that turns a question.

The questions about written articles (see training/written.py) count as much as the articles' own. With 10,932
of them the network alone makes AUROC 0.69 instead of 0.71, but beside the confidence's other signals it makes
0.740 of 0.732, and 0.84 of 0.78 on the project's own questions, as people ask.

Writes the network, trained on all articles, and HELD_OUT, a line a question with what a network says of it
that was trained without its article: fit_answer.py fits the confidence on that. FOLDER has WordNet's files.
Run after fit_ranker.py, whose best sentences it looks at; takes ten minutes.
"""

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

import numpy as np
import torch
from safetensors.torch import save_file
from torch.nn.functional import binary_cross_entropy_with_logits, dropout, logsigmoid

from footnote.retrieve.features import Question, features
from footnote.retrieve.ranker import fitted_ranker
from footnote.retrieve.support import SUPPORTERS, WORD_FEATURES, Seen, see
from training.altered import Named, altered
from training.library import DevelopmentLibrary, Questioned, exchanged, open_library
from training.wordnet import WordNet

_NETWORK = Path(__file__).parents[1] / "src" / "footnote" / "assets" / "support.safetensors"
_MADE_BY = (
    "training/fit_support.py on SQuAD 2.0's development set (CC BY-SA 4.0), training/written, WordNet 3.0"
)
_PAIRS, _HIDDEN = 16, 16
_WIDE = ("features", "asked", "told")
_ALTERED = 0.5  # what an altered question counts
_PASSES, _BATCH, _RATE, _DECAY, _DROPOUT = 10, 64, 3e-3, 1e-2, 0.4

Weights = dict[str, torch.Tensor]
Kind = Literal["own", "altered", "foreign"]  # of the article's questions, or about another article


@dataclass(frozen=True, slots=True)
class Row:
    """A question beside the best sentences of an article."""

    article_id: str
    question_id: str
    seen: tuple[Seen, ...]
    answers: bool
    kind: Kind


@dataclass(frozen=True, slots=True)
class Padded:
    """Rows as tensors: (rows, SUPPORTERS, words, ...), 0 in ``there`` where there is no word."""

    features: torch.Tensor
    asked: torch.Tensor
    told: torch.Tensor
    there: torch.Tensor  # (rows, SUPPORTERS, words)
    scores: torch.Tensor  # (rows, SUPPORTERS), far below all others where there is no sentence
    answers: torch.Tensor
    counts: torch.Tensor


def main() -> None:
    """Cross-validate, then train on all articles; write both."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("questions", type=Path)
    arguments.add_argument("held_out", type=Path)
    arguments.add_argument(
        "--written", type=Path, nargs="*", default=(), help="what training/written.py made"
    )
    arguments.add_argument("--wordnet", type=Path, required=True, help="folder of data.noun, index.noun ...")
    given = arguments.parse_args()
    library = open_library(given.questions)
    own = list(_own(library))
    asked = [*own, *_foreign(library)]
    learned = [*own, *_altered(library, WordNet(given.wordnet))]
    learned += [row for file in given.written for row in _own(open_library(file))]
    with given.held_out.open("w", encoding="utf-8") as out:
        for article_id in sorted({row.article_id for row in asked}):
            weights = train([row for row in learned if row.article_id != article_id])
            unseen = [row for row in asked if row.article_id == article_id]
            for row, logit in zip(unseen, logits(weights, padded(unseen)).tolist(), strict=True):
                said = {"article": article_id, "id": row.question_id, "support": round(logit, 5)}
                out.write(json.dumps(said) + "\n")
    save_file(train(learned), _NETWORK, {"made_by": _MADE_BY})


def train(rows: Sequence[Row], seed: int = 0) -> Weights:
    """Return a network that was trained on the rows."""
    torch.manual_seed(seed)
    weights = _initial(rows)
    learned = [value for name, value in weights.items() if name not in ("mean", "scale")]
    optimiser = torch.optim.AdamW([value.requires_grad_() for value in learned], _RATE, weight_decay=_DECAY)
    steps = _PASSES * -(-len(rows) // _BATCH)
    schedule = torch.optim.lr_scheduler.LinearLR(optimiser, 1.0, 0.0, steps)
    for _ in range(_PASSES):
        for batch in torch.randperm(len(rows)).split(_BATCH):
            chosen = padded([rows[number] for number in batch.tolist()])
            said = logits(weights, chosen, _DROPOUT)
            optimiser.zero_grad()
            loss = binary_cross_entropy_with_logits(said, chosen.answers, chosen.counts)
            torch.autograd.backward(loss)
            optimiser.step()
            schedule.step()
    return {name: value.detach() for name, value in weights.items()}


def logits(weights: Weights, rows: Padded, share: float = 0.0) -> torch.Tensor:
    """Return what the network says of each row, as footnote.retrieve.support computes it.

    ``share`` of the pairs of words is left out.
    """
    plain = (rows.features - weights["mean"]) / weights["scale"]
    pairs = (rows.asked @ weights["asked"].T) * (rows.told @ weights["told"].T)
    both = torch.cat([plain, dropout(pairs, share, share > 0)], -1)
    hidden = torch.tanh(both @ weights["hidden"].T + weights["hidden_bias"])
    words = logsigmoid(hidden @ weights["out"] + weights["out_bias"])
    lead = weights["rank"] * (rows.scores - rows.scores[:, :1])
    return ((words * rows.there).sum(-1) + lead).logsumexp(-1) + weights["bias"]


def padded(rows: Sequence[Row]) -> Padded:
    """Return the rows as tensors."""
    shape = (len(rows), SUPPORTERS, max(len(one.features) for row in rows for one in row.seen))
    dimension = rows[0].seen[0].asked.shape[1]
    wide = [torch.zeros(*shape, size) for size in (WORD_FEATURES, dimension, dimension)]
    there, scores = torch.zeros(shape), torch.full(shape[:2], -1e9)
    for number, row in enumerate(rows):
        for place, one in enumerate(row.seen):
            words = len(one.features)
            for tensor, values in zip(wide, (one.features, one.asked, one.told), strict=True):
                tensor[number, place, :words] = torch.from_numpy(values)
            there[number, place, :words] = 1
            scores[number, place] = one.score
    answers = torch.tensor([float(row.answers) for row in rows])
    counts = torch.tensor([_ALTERED if row.kind == "altered" else 1.0 for row in rows])
    return Padded(*wide, there, scores, answers, counts)


def _initial(rows: Sequence[Row]) -> Weights:
    """Return a network that takes each word for borne out, to begin with."""
    known = torch.from_numpy(np.concatenate([one.features for row in rows for one in row.seen])).float()
    width, dimension = WORD_FEATURES + _PAIRS, rows[0].seen[0].asked.shape[1]
    return {
        "mean": known.mean(0),
        "scale": known.std(0) + 1e-6,
        "asked": torch.randn(_PAIRS, dimension) * 2.3 / dimension**0.5,
        "told": torch.randn(_PAIRS, dimension) * 2.3 / dimension**0.5,
        "hidden": torch.randn(_HIDDEN, width) / (3 * width) ** 0.5,
        "hidden_bias": torch.zeros(_HIDDEN),
        "out": torch.randn(_HIDDEN) * 0.05,
        "out_bias": torch.tensor(2.0),
        "rank": torch.tensor(0.3),
        "bias": torch.tensor(1.0),
    }


def _own(library: DevelopmentLibrary) -> Iterator[Row]:
    for one in library.articles:
        for question in one.questions:
            yield _row(one, question, library, "own")


def _altered(library: DevelopmentLibrary, wordnet: WordNet) -> Iterator[Row]:
    chance = random.Random(0)
    for one in library.articles:
        named = Named.of(one.article.text)
        for question in one.questions:
            asked, answers = question["question"], question["answerable"]
            for text, still in altered(asked, answers, named, wordnet, chance):
                yield _row(one, {**question, "question": text, "answerable": still}, library, "altered")


def _foreign(library: DevelopmentLibrary) -> Iterator[Row]:
    for one in exchanged(library.articles):
        for question in one.questions:
            yield _row(one, question, library, "foreign")


def _row(one: Questioned, question: dict[str, Any], library: DevelopmentLibrary, kind: Kind) -> Row:
    seen = tuple(_seen(one, question["question"], library))
    return Row(one.article.id, question["id"], seen, question["answerable"], kind)


def _seen(one: Questioned, question: str, library: DevelopmentLibrary) -> Iterator[Seen]:
    retriever = library.retriever
    vector, asked = library.embedder.embed_question(question)
    signals = retriever.sentence_signals(one.article.id, vector)
    scores = fitted_ranker().scores(features(Question.of(question, one.article.language), signals))
    for number in np.argsort(-scores, kind="stable")[:SUPPORTERS].tolist():
        found = see(asked, retriever.in_context(signals, number), signals.index, float(scores[number]))
        if found is not None:  # in float32: there are 22,000 rows
            yield replace(found, **{name: getattr(found, name).astype(np.float32) for name in _WIDE})


if __name__ == "__main__":
    main()
