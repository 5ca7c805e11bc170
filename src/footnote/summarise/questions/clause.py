"""A sentence read as subject, auxiliary and rest, so that it can be turned round into a question."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from footnote.summarise.leaning import names_in
from footnote.summarise.questions.forms import AUXILIARY, NAME, NUMBER, UNFIT
from footnote.summarise.questions.verbs import FORMS, PAST

INTRANSITIVE = set(
    "arrive begin close collapse die end fall happen launch leave open resign retire return".split()
)
INTRANSITIVE |= {"rise", "start", "win", "lose"}
_SPEECH = {"said", "says", "say", "believes", "believed", "told", "thinks", "thought"}
NO_SUBJECT = re.compile(
    r"(?:In|On|At|By|Among|For|From|To|With|After|Before|Since|During|Under|Until|Of|Last|Next|While|As|If|When|"
    r"Although|Though|Because|Once|Even|Only|Both|Like|Unlike|What|Who|Which|Why|How|Where|"
    r"Meanwhile)\b"
)
_UNFINISHED = re.compile(r"\b(?:the|a|an|of|in|on|at|to|for|by|with|and|from|last|own)$", re.IGNORECASE)
_WHICH_ONE = re.compile(  # of what, was said before: "The shortest took two years"
    r"The (?:(?:short|long|small|larg|bigg|high|low|old|young|new|earli|lat|fast|slow|strong|weak|"
    r"great|few|heavi|light|cheap|near|far|deep)e?st|most|least|first|second|third|best|worst)"
)
_BEHIND = re.compile(
    r",? (?:after|before|until|when|while|because|although|since|despite|but|yet) \w.*|, (?:as|so)\b.*"
)
_VERB = "|".join(sorted({*FORMS, *(turned.base for turned in FORMS.values())}))
_SECOND = re.compile(
    rf" and (?:later |then |\w+ly )?(?=(?:{AUXILIARY}|[a-z]+ed|{'|'.join(sorted(PAST))})\b)|"
    rf" and (?=(?:{_VERB}) (?:an?|the|no|its|little)\b)|"
    rf"(?<!\d) and (?={NUMBER}\b)|"  # but "between 1689 and 1759"
    rf" and (?=\w+ (?:{AUXILIARY})\b)"
)
_PARTICIPLE = re.compile(  # "The sort used in Python does it at once"
    rf"(?:as|by|for|from|in|on|to|with) (?:(?!(?:{UNFIT.pattern}|and)\b)[\w’'-]+ ){{1,5}}"
    rf"(?:{AUXILIARY}|do|does|did)\b"
)
_NAMED = {"named", "called"}
_CALLED = re.compile(r"An? ")  # "A cook named Rosalie"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """An article's words, all in small letters: those with a capital inside a sentence, those without."""

    names: frozenset[str]
    common: frozenset[str]

    @classmethod
    def of(cls, texts: Sequence[str]) -> "Vocabulary":
        """Read the words of an article's sentences."""
        common = {word for text in texts for word in re.findall(r"[\w’'-]+", text) if word.islower()}
        return cls(names_in(texts), frozenset(common))


@dataclass(frozen=True, slots=True)
class Question:
    """A question and the words of its sentence that answer it."""

    text: str
    answer: str


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence's subject as it stands inside a question, its auxiliary, and what follows.

    "Kazakhstan keeps 27 men" is "Kazakhstan", "does", "keep 27 men".
    """

    subject: str
    auxiliary: str
    rest: str


def read_clause(sentence: str, known: Vocabulary) -> Clause | None:
    """Read "subject auxiliary rest" or "subject verb rest" off a sentence's first words."""
    words = sentence.split(" ")
    for place in range(1, min(7, len(words) - 1)):
        whole = " ".join(words[:place])
        if (
            UNFIT.search(f"{whole[:1].lower()}{whole[1:]}")
            or "," in whole
            or words[place - 1] in FORMS
            or words[place - 1] in _SPEECH
        ):
            return None
        word, rest, subject = words[place], " ".join(words[place + 1 :]), in_question(whole, known)
        verb = bool(re.fullmatch(AUXILIARY, word)) or word in FORMS
        if verb and (_WHICH_ONE.fullmatch(whole) or (word in _NAMED and _CALLED.match(whole))):
            return None
        if not _is_subject(whole) or not subject:
            continue
        if re.fullmatch(AUXILIARY, word):
            return Clause(subject, word, rest)
        turned = None if _PARTICIPLE.match(rest) else FORMS.get(word)
        if turned is not None and (turned.auxiliary == "did" or is_name(whole)):
            return Clause(subject, turned.auxiliary, f"{turned.base} {rest}")
    return None


def in_question(subject: str, known: Vocabulary) -> str:
    """Return a subject as it stands inside a sentence; "" where it may or may not be a name."""
    first, space, rest = subject.partition(" ")
    bare = re.sub(r"[’']s$", "", first).lower()
    small = f"{first[:1].lower()}{first[1:]}{space}{rest}"
    if first in ("The", "A", "An"):
        return small
    if bare in known.names or rest[:1].isupper() or first.isupper():
        return subject
    return small if bare in known.common else ""


def is_name(subject: str) -> bool:
    """Whether a subject is nothing but a name: "Kazakhstan", "The Ministry of Defence"."""
    return re.fullmatch(rf"(?:The )?{NAME}(?: (?:of|for|and) (?:the )?{NAME})?", subject) is not None


def _is_subject(words: str) -> bool:
    """Whether words can be a whole subject: "The board", "Kazakhstan"; not "The board of" or "In May"."""
    return (
        bool(re.match(r"[A-ZÀ-Þ]", words)) and not _UNFINISHED.search(words) and not NO_SUBJECT.match(words)
    )


def is_whole(clause: Clause, rest: str) -> bool:
    """Whether what is left after a phrase was cut still says something: "die", "count 412 animals"."""
    verb, _, after = rest.partition(" ")
    if clause.auxiliary in ("do", "does", "did"):
        return verb in INTRANSITIVE if not after else not re.match(r"(?:by|in|at|on|of)\b", after)
    return bool(rest)


def first_part(text: str) -> str:
    """Return what stands before the first comma."""
    return text.split(", ")[0].strip()


def main_clause(text: str) -> str:
    """Return what stands before a clause or phrase of time or reason, and before a second predicate."""
    return first_predicate(_BEHIND.sub("", text)).strip()


def first_predicate(text: str) -> str:
    """Return what stands before a second predicate: "sold a boat and bought a house"."""
    return _SECOND.split(text)[0]


def spaced(text: str) -> str:
    """Return a text with a space before it, or nothing."""
    return f" {text.strip()}" if text.strip() else ""
