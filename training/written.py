"""Read the articles and questions that were written for training, into the form of the development sets.

    python -m training.written training/written written.jsonl

A large language model wrote them for this project: on invented or well-known matters, none of them that of a
development article. Of the 25 questions about a short article 14 are answered, of the 45 or so about a long
one (files 4 to 9) 26, in files 10 to 15 23, which ask more for reasons; most of the others are not since one
thing is changed in them or a premise is false, the rest are such as a reader asks in vain. From file 7 on
more of those that are answered share hardly a word with the article. Nearly half of the articles of files 14
and 15 are news analyses, and more of their questions ask for an outcome or a count that nobody knows yet.
Files 16 to 19, which the shipped reader has not seen, are long articles of 65 sentences and more, with some
80 questions, rather more than half of them answered, as crowd workers ask paragraph by paragraph. A file has
articles; each is a line "# Title", paragraphs, then its questions; one without paragraphs asks more about the
article of that title in another file, as the files "yes-or-no" do, whose questions want a yes or a no: five
of sixteen a yes, four a no, six are left open by the article, one is a choice or the like. Of the sixteen
about each article of the files "forms", nine of them answered, two each are vague ("What about the money?"),
negative ("Who was against it?"), ask for a consequence and for a superlative; one each asks what somebody
said, what something is, what it is for, how two things compare or what came next; one is the words of a
search, one has a preamble ("My class is on Hungary. Who …?"), and two are in forms of many other kinds. The
files "pairs" have eight pairs about each article, of which one is answered and the other, that differs in one
thing, is not: another name, time, attribute or sort of thing, an opposite, a negation, exchanged roles, a
condition, an outcome.

    Q: When was the tower lit?
    A: The tower was lit in [1871] with rapeseed oil
    Q: When was the tower painted?
    A: -

An answer's line quotes the article, enough of it to stand there only once, with the answer in brackets; "-"
says that the article does not answer. Raises ValueError where a line is wrong, with all that are.
"""

import argparse
import json
import random
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Any

_ANSWER = re.compile(r"(?P<before>[^\[\]]*)\[(?P<answer>[^\[\]]+)\](?P<after>[^\[\]]*)")


def main() -> None:
    """Write one JSON object an article."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("written", type=Path, nargs="+", help="a folder of .md files, or some of them")
    arguments.add_argument("out", type=Path)
    arguments.add_argument("--sample", type=int, nargs=2, metavar=("ARTICLES", "EACH"), help="keep a few")
    arguments.add_argument("--seed", type=int, default=0, help="of the sample")
    given = arguments.parse_args()
    files = sorted(file for one in given.written for file in (one.glob("*.md") if one.is_dir() else [one]))
    texts = told(files[0].parent)
    articles = _joined(one for file in files for one in written(file.read_text("utf-8"), texts))
    if given.sample:
        articles = sampled(articles, *given.sample, given.seed)
    given.out.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in articles), "utf-8")
    asked = [question["answerable"] for one in articles for question in one["questions"]]
    print(f"{len(articles)} articles, {len(asked)} questions, {sum(asked)} of them answerable")


def told(folder: Path) -> dict[str, str]:
    """Return the text of each article that a folder's files have, by its title."""
    parts = [_parts(file.read_text("utf-8")) for file in sorted(folder.glob("*.md"))]
    return {title: text for every in parts for title, text, _ in every if text}


def written(content: str, texts: Mapping[str, str] = MappingProxyType({})) -> Iterator[dict[str, Any]]:
    """Yield the articles of a file with their questions, as the development sets have them.

    ``texts`` has by title the articles that the file asks about without having them.
    """
    wrong: list[str] = []
    for title, own, asked in _parts(content):
        text = own or texts.get(title, "")
        questions = [_question(one, title, text, wrong) for one in asked]
        yield {"title": title, "text": text, "questions": [one for one in questions if one]}
    if wrong:
        raise ValueError("\n".join(wrong))


def sampled(articles: Sequence[dict[str, Any]], count: int, each: int, seed: int) -> list[dict[str, Any]]:
    """Return some articles by chance, and of each so many of its questions at most."""
    chance = random.Random(seed)
    chosen = chance.sample(articles, count)
    return [{**o, "questions": chance.sample(o["questions"], min(each, len(o["questions"])))} for o in chosen]


def _joined(articles: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return each article once, with all that is asked about it."""
    known: dict[str, dict[str, Any]] = {}
    for one in articles:
        before = known.setdefault(one["title"], {**one, "questions": []})
        before["questions"] += one["questions"]
    return list(known.values())


def _parts(content: str) -> Iterator[tuple[str, str, list[str]]]:
    """Yield each article's title, its text, which may be empty, and its questions with their answers."""
    for part in re.split(r"^# ", content, flags=re.MULTILINE)[1:]:
        title, _, rest = part.partition("\n")
        body, *asked = re.split(r"^Q:", rest, flags=re.MULTILINE)
        yield title.strip(), "\n\n".join(line.strip() for line in body.splitlines() if line.strip()), asked


def _question(given: str, title: str, text: str, wrong: list[str]) -> dict[str, Any] | None:
    question, _, told = (part.strip() for part in given.partition("\nA:"))
    spans: list[list[int]] = []
    if told != "-":
        match = _ANSWER.fullmatch(told)
        quoted = told.replace("[", "").replace("]", "")
        if match is None or text.count(quoted) != 1:
            wrong.append(f"{title}: {question}: stands {text.count(quoted)} times, not once: {told}")
            return None
        start = text.index(quoted) + len(match["before"])
        spans = [[start, start + len(match["answer"])]]
    return {
        "id": sha256(f"{title}\n{question}".encode()).hexdigest()[:24],
        "question": question,
        "answerable": bool(spans),
        "answers": [text[a:b] for a, b in spans],
        "spans": spans,
    }


if __name__ == "__main__":
    main()
