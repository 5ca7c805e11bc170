"""An answer in the model's words, sentence by sentence, each of which passed the check."""

import re
import threading
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass

from footnote.answer.quoting import Composition, citation, quotation
from footnote.answer.telling import telling
from footnote.generate import ChatModel
from footnote.marks import quoted
from footnote.prompt import answer_messages
from footnote.schema import Candidate, Span
from footnote.schema.lines import unwrapped
from footnote.verify import foreign, verify

Similar = Callable[[str, str], float]  # the cosine of two texts

_MOST_TOKENS = 64
_MOST_CHARACTERS = 2_000  # of what a draft is to be phrased from; two cores read them in about a second
_MOST_SENTENCES = 2
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[A-Z“\"])")


@dataclass(frozen=True, slots=True)
class Draft:
    """What a model is to phrase: the question, the sentences to phrase from, the words that answer."""

    question: str
    sentences: Sequence[Candidate]
    span: Span | None
    commanded: bool = False  # what was found holds a command, so no model is given it to phrase


@dataclass(frozen=True, slots=True)
class _Written:
    """A drafted sentence that passed, and the places of the sentences that it rests on."""

    text: str
    support: tuple[int, ...]


def phrase(
    draft: Draft, model: ChatModel, similar: Similar, cancel: threading.Event | None
) -> Iterator[Composition]:
    """Yield the model's answer after each sentence of it that passes the check; none if the first fails.

    A drafted sentence passes if one of the sentences supports it, else if both together do. The first
    must say the words that answer, where they are known, and what was asked. The model is stopped at the
    first sentence that fails, and before that at the first word that the sentences and the question do not
    have.
    A sentence that no draft rests on is quoted at the end. Where what was found commands, or is longer than
    anybody writes a sentence, there is no draft.
    """
    if draft.commanded or sum(len(one.text) for one in draft.sentences) > _MOST_CHARACTERS:
        return
    written: list[_Written] = []
    with closing(_drafted(draft, model, cancel)) as sentences:
        for text in sentences:
            if not written and not _answers(text, draft):
                return
            support = _support(text, draft, similar)
            if not support:
                return
            written.append(_Written(text, support))
            yield _marked(written, draft.sentences)
            if len(written) == _MOST_SENTENCES:
                return


def _drafted(draft: Draft, model: ChatModel, cancel: threading.Event | None) -> Generator[str, None, None]:
    """Yield the model's sentences as they end; one that the token limit cuts off is left out."""
    evidence = [unwrapped(candidate.text) for candidate in draft.sentences]
    messages = answer_messages(draft.question, evidence)
    text = ""
    with closing(model.stream(messages, max_tokens=_MOST_TOKENS, cancel=cancel)) as pieces:
        for piece in pieces:
            text += piece
            if foreign(text.rpartition(" ")[0], evidence, question=draft.question):
                return
            while end := _SENTENCE_END.search(text):
                yield text[: end.start()].strip()
                text = text[end.end() :]
    if text.strip().endswith((".", "!", "?", "”", '"', ")")):
        yield text.strip()


def _answers(text: str, draft: Draft) -> bool:
    """Say whether a first sentence has the words that answer, where they are known, and what was asked.

    That is all that the question shares with the sentences: "Diogo Cão." or "Rather quoted a verse." for "who
    quoted the fourth verse" say less than they do.
    """
    if draft.span is None:
        return True
    told = telling(" ".join(one.text for one in draft.sentences))
    return _says(text, draft.span.text) and telling(draft.question) & told <= telling(text)


def _says(draft: str, words: str) -> bool:
    def plain(text: str) -> str:
        return " ".join(re.findall(r"\w+", text.casefold()))

    return f" {plain(words)} " in f" {plain(draft)} "


def _support(text: str, draft: Draft, similar: Similar) -> tuple[int, ...]:
    """Return the places of the sentences that a drafted one rests on, none where it fails the check."""
    texts = [candidate.text for candidate in draft.sentences]
    for places in [*((place,) for place in range(len(texts))), tuple(range(len(texts)))]:
        evidence = [texts[place] for place in places]
        verdict = verify(
            text, evidence, question=draft.question, similarity=similar(text, " ".join(evidence))
        )
        if verdict.supported:
            return places
    return ()


def _marked(written: Sequence[_Written], chosen: Sequence[Candidate]) -> Composition:
    """Number the citations in the order of the text, one each time a sentence rests on a candidate."""
    numbers: dict[int, int] = {}
    parts, citations = [], []
    for sentence, one in enumerate(written):
        marks = []
        for place in one.support:
            numbers.setdefault(place, len(numbers))
            marks.append(f"[{numbers[place] + 1}]")
            citations.append(citation(chosen[place], numbers[place], sentence))
        parts.append(f"{_said(one, chosen)} {''.join(marks)}")
    for place in range(len(chosen)):
        if place not in numbers:
            numbers[place] = len(numbers)
            citations.append(citation(chosen[place], numbers[place], len(parts)))
            parts.append(f"{quotation(chosen[place].text)} [{numbers[place] + 1}]")
    return Composition(" ".join(parts), tuple(citations), "model")


def _said(one: _Written, chosen: Sequence[Candidate]) -> str:
    """Return a drafted sentence, as the quotation that it is where it repeats a whole one of the article."""
    whole = [unwrapped(chosen[place].text) for place in one.support]
    return quotation(one.text) if one.text in whole else quoted(one.text)
