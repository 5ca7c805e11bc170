"""Rules for what explains rather than reports: what is what, how something can be done, what happens if."""

import re
from collections.abc import Iterator

from footnote.summarise.questions.clause import Question, Vocabulary, first_part, read_clause
from footnote.summarise.questions.forms import BELONGS, NAME, PERSON, UNFIT

_KIND = re.compile(r"(?:an?|the|one of the|any) (?:[\w’'-]+ ){3,}")
_UNTOLD = re.compile(  # a kind that says nothing: "is a common problem"
    r"\w+ (?:[\w-]+ )*?(?:problem|result|reason|example|part|case|matter|sign|way|time|question|mistake|"
    r"answer|cause|issue|aim|goal|task|one|most|best|worst|only|first|last|same|\w+est)\b"
)
_TERM = re.compile(
    r"(?!(?:the|an?|no|every|each|most|many|some|any|all|another|one|\w+ly|\w+ing)\b)[\w’'-]+"
    r"(?: (?!\w+sel(?:f|ves)\b)[\w’'-]+){0,2}",
    re.IGNORECASE,
)
_PERSON = re.compile(rf"{PERSON.pattern}|\bwho\b", re.IGNORECASE)
_CONDITION = re.compile(
    r"(If|When) (?!yours\b|neither\b)((?:(?! then )[^,]){12,90}), "
    r"(?!(?:then|and|or|how|what|who|why)\b|\d)(.+)$"
)
_DONE = re.compile(r"be ((?:[a-z]+ly )?[a-z]+(?:ed|en|wn|t)) ((?:by \w+ing|with|using|via|through)\b.+)$")


def defined(sentence: str, known: Vocabulary) -> Iterator[Question]:
    """Ask "What is gas lighting?" or "Who was Ada Moe?" where a term or a name is said to be something."""
    clause = read_clause(sentence, known)
    if clause is None or clause.auxiliary not in ("is", "are", "was", "were"):
        return
    kind, subject = first_part(clause.rest), clause.subject
    named = re.fullmatch(rf"(?:the )?{NAME}", subject)
    if _KIND.match(clause.rest) and not _UNTOLD.match(kind) and (named or _TERM.fullmatch(subject)):
        first, _, rest = subject.partition(" ")
        if rest.islower() and first.lower() in known.common:
            subject = subject.lower()
        asks = "Who" if _PERSON.search(BELONGS.split(kind)[0]) else "What"
        yield Question(f"{asks} {clause.auxiliary} {subject}?", clause.rest)


def managed(sentence: str, known: Vocabulary) -> Iterator[Question]:
    """Ask "How can the models be fitted?" where it is said with what."""
    clause = read_clause(sentence, known)
    done = _DONE.match(first_part(clause.rest)) if clause else None
    if clause and done and clause.auxiliary in ("can", "could"):
        yield Question(f"How {clause.auxiliary} {clause.subject} be {done[1]}?", done[2])


def conditioned(sentence: str, known: Vocabulary) -> Iterator[Question]:
    """Ask "What happens if the tenant leaves early?" of a sentence that begins with such a condition."""
    found = _CONDITION.match(sentence)
    clause = read_clause(f"{found[2][:1].upper()}{found[2][1:]}", known) if found else None
    if found is None or clause is None or UNFIT.search(clause.rest):
        return
    past = clause.auxiliary in ("did", "was", "were", "had")
    if found[1] == "When" or not past:
        happens = "happened" if past else "happens"
        yield Question(f"What {happens} {found[1].lower()} {found[2]}?", found[3])
