"""Two questions in one utterance, "Who built it and when?", "Is it contagious, can he go to school?".

Each is to be asked by itself, since one sentence seldom answers both. Only where both halves surely ask is
a question cut: "What do A and B do?" and "the man who built it and who died there" are one. English alone.
"""

import re
from dataclasses import dataclass

from footnote.followup.grammar.classes import ASKING, AUXILIARIES, PREPOSITIONS, PRONOUNS, SUBJECTS, VERBS
from footnote.followup.grammar.forms import is_plural
from footnote.followup.grammar.openings import LEADS, lower_first
from footnote.followup.grammar.tokens import tokens

_AUXILIARY = rf"(?:{'|'.join(sorted(AUXILIARIES))})(?:n['’]t)?"
_SUBJECT = rf"(?:{'|'.join(sorted(SUBJECTS - {'that', 'this', 'these', 'those'}))})\b"
_JOINT = re.compile(r"[,;]?\s+and(?: also| then)?,?\s+|(?P<comma>[,;])\s+(?!and\b)(?=\w)", re.IGNORECASE)
_ASKS = re.compile(
    rf"(?:who|whom|what|which|when|where|why|how)(?:['’]s| {_AUXILIARY}) (?!and\b)\w+"
    rf"|(?:what|which|whose) (?:\w+ ){{1,3}}?{_AUXILIARY} \w+"
    rf"|how \w+ (?:\w+ ){{0,2}}?{_AUXILIARY} \w+",
    re.IGNORECASE,
)
_ASKS_IF = re.compile(rf"{_AUXILIARY} {_SUBJECT} \w+|(?:does|did|can|could|will|would) the \w+ \w+", re.I)
_ASKS_IF_FIRST = re.compile(rf"{_AUXILIARY} (?!(?:you|one|anybody|somebody|someone)\b)\w+ \w+", re.IGNORECASE)
_WHO = re.compile(r"who (?!else\b)(?P<did>\w+)\b.*", re.IGNORECASE)
_WHO_DID = re.compile(r"(?P<who>who|what) (?P<did>\w+) (?P<what>\w.*)", re.IGNORECASE)
_BARE = re.compile(r"when|where|why|how|by whom|with whom|since when|for how long", re.IGNORECASE)
# Up to a verb behind which its subject stands: not "Which bridge was closed".
_WITHOUT_ASKING = re.compile(
    rf"(?:(?:when|where|why|how) |(?:\w+ ){{0,5}}?(?=(?:do|does|did)\b|{_AUXILIARY} {_SUBJECT} \w)|)"
    rf"(?={_AUXILIARY}\b)",
    re.IGNORECASE,
)
_EXPLAINS = re.compile(
    r"(?:is|was|are|were) \w+ (?:(?:in|on|at|by|for|from|with|because|due|not|a|an|the)\b|.*\bor\b)"
    r"|.*\bor not\b",
    re.IGNORECASE,
)
_PARTICIPLES = frozenset(
    "bought bound bred brought built caught found fought held kept led left lit lost made meant met paid put "
    "sent sold sought struck taught told thought won".split()
)
_MOST_CHARACTERS = 200
_MOST_WORDS = 8  # of a thing of which it is said what was done with it


@dataclass(frozen=True, slots=True)
class TwoQuestions:
    """Both halves as questions. The second ``leans`` on the first where its pronoun may mean its thing."""

    first: str
    second: str
    leans: bool

    @property
    def leans_on_a_thing(self) -> bool:
        """Say whether the pronoun is none of a person."""
        return not _pronouns(self.second).isdisjoint({"it", "that", "they", "them", "its", "their"})


def two_questions(question: str) -> TwoQuestions | None:
    """Return the two that a question is made of, None where it is one."""
    typed = question.strip().rstrip(" ?!.")
    if len(typed) > _MOST_CHARACTERS or "?" in typed:
        return None
    cuts = [
        both
        for joint in _JOINT.finditer(typed)
        if (both := _cut(typed[: joint.start()], typed[joint.end() :], joint["comma"] or ""))
    ]
    return cuts[0] if len(cuts) == 1 else None


def _cut(first: str, second: str, comma: str) -> TwoQuestions | None:
    first = re.sub(rf"^{LEADS}", "", first, flags=re.IGNORECASE)
    if not _opens(first, comma):
        return None
    if _BARE.fullmatch(second):
        again = "" if comma else _taken_over(first, second)
        return TwoQuestions(_asked(first), again, leans=False) if again else None
    if not (_asks(second) or _who_did(first, second, comma)) or (comma and _EXPLAINS.match(second)):
        return None
    return TwoQuestions(_asked(first), _asked(second), leans=not _pronouns(second) <= _pronouns(first))


def _opens(first: str, comma: str) -> bool:
    """Say whether a first half asks; one in front of a comma may be but a condition."""
    whole = bool(_ASKS.match(first) or _ASKS_IF_FIRST.match(first))
    return whole or (not comma and _verb_of_who(first))


def _asks(second: str) -> bool:
    return bool(_ASKS.match(second) or _ASKS_IF.match(second))


def _who_did(first: str, second: str, comma: str) -> bool:
    """Say whether a second half asks who did something, and is no clause on somebody: "the man who …"."""
    people = {"who", "that"} & {word.lower for word in tokens(first)[1:]}
    return not comma and not people and _verb_of_who(second)


def _verb_of_who(half: str) -> bool:
    found = _WHO.fullmatch(half)
    verb = found["did"].lower() if found else ""
    return verb in VERBS | _PARTICIPLES or verb.removesuffix("s") in VERBS or verb.endswith(("ed", "s"))


def _did(first: str) -> re.Match[str] | None:
    """Return "Who", "built" and "the bridge" of such a question."""
    found = _WHO_DID.fullmatch(first)
    passive = found and (found["did"].lower() in _PARTICIPLES or found["did"].endswith("ed"))
    return found if passive else None


def _taken_over(first: str, asking: str) -> str:
    """Return the second question that an asking word alone is, with the first's words; "" if in doubt."""
    words = [word.lower for word in tokens(first)]
    if asking.lower() in first.lower() or not ASKING.isdisjoint(words[1:]):
        return ""
    if done := _did(first):
        return _passive(done, asking) if len(words) <= _MOST_WORDS else ""
    rest = _WITHOUT_ASKING.match(first)
    if rest is None:
        return ""
    thing = " it" if words[0] == "what" and len(words) > 1 and words[1] in AUXILIARIES else ""
    return _asked(f"{asking} {lower_first(first[rest.end() :])}{thing}")


def _passive(done: re.Match[str], asking: str) -> str:
    """Return "When was the bridge in Lusk built?" for "Who built the bridge in Lusk" and "when"."""
    words = done["what"].split()
    ends = next((place for place, word in enumerate(words) if word in PREPOSITIONS), len(words))
    head = words[ends - 1] if ends else words[0]
    was = "were" if is_plural(head) or head == "them" else "was"
    return _asked(f"{asking} {was} {'they' if head == 'them' else done['what']} {done['did']}")


def _pronouns(text: str) -> set[str]:
    return {word.lower for word in tokens(text)} & PRONOUNS


def _asked(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}?"
