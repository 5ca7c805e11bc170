"""Rules that ask for a thing: a number, a date, a reason, a place, an object."""

import re
from collections.abc import Iterator

from footnote.summarise.questions.clause import (
    Clause,
    Question,
    Vocabulary,
    first_part,
    in_question,
    is_whole,
    main_clause,
    read_clause,
    spaced,
)
from footnote.summarise.questions.forms import (
    ABOUT,
    AGO,
    COUNTED,
    DATE,
    NAME,
    NUMBER,
    OBJECT,
    OTHER_TIME,
    PAID,
    PERSON,
    PREPOSITION,
    UNFIT,
)
from footnote.summarise.questions.verbs import FORMS

_MOVING = set("bring carry come fly go lead move return run sail send take travel walk".split())
_WITH_OBJECT = set(
    "adopt approve ask build cause choose claim contain create demand design develop discover expect face "
    "favor favour find found include introduce invent lose make need offer oppose own plan produce propose "
    "publish receive reject reveal seek sell support use want win".split()
)
_LOCATED = set("arrest bury build die establish find found hold kill land launch live meet open take".split())
_LOCATED |= {"born", "held", "built", "found", "killed", "arrested", "buried", "established", "opened"}
_DONE = (
    "undertaken|issued|announced|approved|banned|bought|built|closed|created|demanded|designed|discovered|"
    "established|found|invented|launched|lost|offered|opened|ordered|planned|promised|proposed|published|"
    "purchased|rejected|signed|sold|won|written"
)
_PICKS_OUT = re.compile(r"\b(?:the|next|past|first|other) $|\band\b")
_NO_PLURAL = re.compile(r"(?:.* )?(?:was|has|is|as|its|does|this)")
_AND_MORE = re.compile(rf" and {ABOUT}{NUMBER}\b")
_FOREMOST = re.compile(
    r"the (?:only|first|largest|biggest|smallest|last|main|oldest|longest|highest|most|best)\b"
)


def reasoned(sentence: str, known: Vocabulary) -> Iterator[Question]:
    """Ask "Why …?" where "because" stands."""
    told, because, reason = sentence.partition(" because ")
    clause = read_clause(told, known) if because and not reason.startswith("of") else None
    negated = re.match(r"((?:[A-Z]|The |A )[^,]*?) did not (.+)$", told) if because else None
    if negated and len(negated[1].split()) <= 5 and in_question(negated[1], known):
        yield Question(f"Why did {in_question(negated[1], known)} not {negated[2]}?", reason)
    elif clause:
        yield Question(f"Why {clause.auxiliary} {clause.subject} {clause.rest}?", reason)


def counted(sentence: str, known: Vocabulary) -> Iterator[Question]:
    """Ask "How many animals did volunteers count?" for a number before a plural, "How much" for money."""
    clause = read_clause(sentence, known)
    if clause is None:
        return
    rest, being = first_part(clause.rest), clause.auxiliary in ("is", "are", "was", "were")
    counted = None if being else COUNTED.match(rest)
    if counted and not _is_uncounted(counted):
        before, noun, after = counted.groups()
        asked = f"{clause.auxiliary} {clause.subject} {before.strip()}{spaced(main_clause(after))}"
        yield Question(f"How many {noun} {asked}?", rest[counted.end(1) : counted.start(2)].strip())
    paid = PAID.match(rest)
    if paid and not PREPOSITION.search(paid[1]) and not re.match(r" [a-z]*s\b", paid[2]):
        before, after = paid.groups()
        if not being or re.match(r"(?:worth|[a-z]+ing) ", before):
            asked = f"{clause.auxiliary} {clause.subject} {before.strip()}{spaced(main_clause(after))}"
            yield Question(f"How much {asked}?", rest[paid.end(1) : paid.start(2)].strip())


def _is_uncounted(counted: re.Match[str]) -> bool:
    """Say whether a number does not count the plural behind it, or not all: "five days and nine hours"."""
    before, noun, after = counted.groups()
    unfit = (
        PREPOSITION.search(before) or UNFIT.search(before) or _PICKS_OUT.search(before) or AGO.match(after)
    )
    return bool(unfit or _NO_PLURAL.fullmatch(noun) or _AND_MORE.match(after))


def dated(sentence: str, known: Vocabulary) -> Iterator[Question]:
    """Ask "When will the board vote on a by-law?" where a date stands."""
    clause = read_clause(sentence, known)
    if clause is None or clause.auxiliary in ("has", "have"):
        return
    rest = f" {first_part(clause.rest)}"
    main = f" {main_clause(rest)}"
    yield from _dated(clause, main if DATE.search(main) else rest)


def _dated(clause: Clause, rest: str) -> Iterator[Question]:
    dates = list(DATE.finditer(rest))
    undated = DATE.sub("", rest, count=1).strip()
    if (
        len(dates) != 1
        or OTHER_TIME.search(undated)
        or UNFIT.search(undated)
        or not is_whole(clause, undated)
    ):
        return
    verb, _, after = undated.partition(" ")
    date = dates[0].group().strip(" ,")
    if clause.auxiliary == "had" and verb in FORMS:
        yield Question(f"When did {clause.subject} {FORMS[verb].base} {after}?", date)
    elif clause.auxiliary != "had":
        yield Question(f"When {clause.auxiliary} {clause.subject} {undated}?", date)


def distinguished(sentence: str, known: Vocabulary) -> Iterator[Question]:
    """Ask "What was the only country to send peacekeepers?" for what is the only, the first or the most."""
    clause = read_clause(sentence, known)
    if clause and clause.auxiliary in ("is", "are", "was", "were"):
        rest = first_part(clause.rest)
        if _FOREMOST.match(rest):
            asks = "Who" if PERSON.search(rest) else "What"
            yield Question(f"{asks} {clause.auxiliary} {rest}?", clause.subject)


def owned(sentence: str, known: Vocabulary) -> Iterator[Question]:
    """Ask "What focal length does the smallest order have?" for a measure."""
    owned = re.match(rf"(The [^,]+?|{NAME}) has an? ((?:[a-z-]+ ){{1,2}})of ({ABOUT}{NUMBER}\b)", sentence)
    if owned and not UNFIT.search(owned[1]) and (subject := in_question(owned[1], known)):
        yield Question(f"What {owned[2].strip()} does {subject} have?", owned[3])


def objected(sentence: str, known: Vocabulary) -> Iterator[Question]:
    """Ask "What does the ministry want?" or "What has the state undertaken?" for an object."""
    clause = read_clause(sentence, known)
    if clause is None or len(sentence.split()) < 8:
        return
    verb, _, rest = clause.rest.partition(" ")
    if clause.auxiliary in ("does", "did") and verb in _WITH_OBJECT and OBJECT.match(rest):
        wanted = re.match(rf"((?:the |a )?{NAME}|the [a-z]+) to (have|do|make|take|give|build|pay) ", rest)
        asked = f" {wanted[1]} to {wanted[2]}" if wanted and verb in ("want", "ask", "expect") else ""
        if asked or len(clause.subject.split()) > 1:  # "What does Russia favor?" could ask for anything
            yield Question(f"What {clause.auxiliary} {clause.subject} {verb}{asked}?", rest)
    done = re.match(rf"((?:(?:recently|already|now|also) )?(?:{_DONE})) ", clause.rest)
    if done and clause.auxiliary in ("has", "have") and OBJECT.match(clause.rest[done.end() :]):
        done_to = clause.rest[done.end() :]
        yield Question(f"What {clause.auxiliary} {clause.subject} {done[1]}?", done_to)


def placed(sentence: str, known: Vocabulary) -> Iterator[Question]:
    """Ask "Where did the Red Cross take the casualties?" where the clause ends in a place's name."""
    clause = read_clause(sentence, known)
    placed = re.match(rf"(.+) (in|at|to) (?:the )?({NAME})$", first_part(clause.rest)) if clause else None
    if clause is None or placed is None or UNFIT.search(placed[1]) or DATE.search(f" in {placed[3]}"):
        return
    moved = re.search(rf"\b(?:to|in|at|from) {NAME}", placed[1])
    verb = placed[1].split()[0]
    wanted = _MOVING if placed[2] == "to" else _LOCATED
    if verb in wanted and not moved and is_whole(clause, placed[1]):
        yield Question(f"Where {clause.auxiliary} {clause.subject} {placed[1]}?", placed[3])
