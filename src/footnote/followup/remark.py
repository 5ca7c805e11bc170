"""Remarks in front of a question, "Are you sure? …", "No, I meant …", are taken off, and it is put anew."""

import re
from collections.abc import Sequence

from footnote.followup.grammar.classes import ASKING, AUXILIARIES, BE_HAVE, PREPOSITIONS, SUBJECTS, VERBS
from footnote.followup.grammar.forms import is_plural
from footnote.followup.grammar.nouns import TIME_NOUNS
from footnote.followup.grammar.tokens import Token, tokens
from footnote.followup.turns import COMPLAINT

_DOUBT = re.compile(
    r"(?:(?:are )?you(?: are|['’]re)? (?:really |quite )?(?:sure|certain)(?: (?:about|of) (?:it|that|this))?|"
    r"really|seriously|sorry|wait|no(?!\.\s*\d)|hm+|oh)\s*[?!.…]+\s+(?=\w.*\?\s*$)",
    re.IGNORECASE,
)
_COMPLAINT = re.compile(rf"{COMPLAINT}[.!…]+\s+(?=\w)", re.IGNORECASE)
_MEANT = re.compile(
    r"(?:(?:no|sorry|but)[,.!]? )*(?:(?:what )?i (?:(?:actually|really) )?"
    r"(?:meant?|wanted to (?:know|ask)|asked(?: you)?|was asking)(?: (?:was|is))?|my question (?:was|is))"
    r"[:,]? (?=\w)",
    re.IGNORECASE,
)
_DEGREES = frozenset(
    "deep long much many often far old big high tall wide fast large soon late early".split()
)
_WHETHER = frozenset({"whether", "if"})
_ASKED = ASKING | _WHETHER
_DID = frozenset({"do", "does", "did"})


def without_remark(question: str) -> str:
    """Return what is asked behind a doubt, complaint or correction: "How is it?" for "I meant how it is"."""
    doubt = _DOUBT.match(question.strip()) or _COMPLAINT.match(question.strip())
    question = question.strip()[doubt.end() :] if doubt else question
    found = _MEANT.match(question)
    asked = question[found.end() :] if found else ""
    if not asked or tokens(asked)[0].lower not in _ASKED | PREPOSITIONS or not _clause(asked):
        return question
    return _direct(asked)


def _clause(asked: str) -> bool:
    """Say whether words ask something: "how deep it was", and not "in Iraq"."""
    words = [word.lower for word in tokens(asked)]
    return any(word in _ASKED for word in words[:2]) and len(words) > 2


def _direct(asked: str) -> str:
    """Return "How deep was it?" for "how deep it was"; other clauses stay as they stand."""
    words = tokens(asked.rstrip(" ?.!…"))
    opening = 2 if words[0].lower == "how" and words[1].lower in _DEGREES else 1
    subject, verb, behind = (
        words[opening : opening + 1],
        words[opening + 1 : opening + 2],
        words[opening + 2 :],
    )
    whether = words[0].lower in _WHETHER
    two = whether and any(word.text == "," or word.lower in ASKING for word in behind)  # "if it is, how …"
    if two or not subject or subject[0].lower not in SUBJECTS or not verb or not _inverts(verb[0], behind):
        return asked[:1].upper() + asked[1:]
    before = "" if whether else asked[: subject[0].start]
    done = " do" if _is_deed(verb[0], behind) and (behind or not whether) else ""
    direct = f"{before}{verb[0].text} {subject[0].text}{done}{asked[verb[0].end :].rstrip(' ?.!…')}?"
    return direct[:1].upper() + direct[1:]


def _inverts(verb: Token, behind: Sequence[Token]) -> bool:
    """Say whether a verb can stand in front of its subject: no "had" of what one has, no "could" alone."""
    after = next((word.lower for word in behind if word.lower not in {"not", "ever", "never"}), "")
    if verb.lower in {"has", "have", "had"}:
        return after == "been" or after in VERBS or after.endswith("ed")
    if verb.lower in _DID and not _negated(verb, behind):
        return after in VERBS or _is_deed(verb, behind)
    return verb.lower in AUXILIARIES and (verb.lower in BE_HAVE or bool(behind))


def _is_deed(verb: Token, behind: Sequence[Token]) -> bool:
    """Say whether "did" is what was done, "what it did to the river", and no auxiliary of a verb behind."""
    after = behind[0] if behind else None
    names = after is not None and after.content and not (is_plural(after.text) or after.lower in TIME_NOUNS)
    verbal = after is not None and (names or after.lower in VERBS)
    return verb.lower in _DID and not verbal and not _negated(verb, behind)


def _negated(verb: Token, behind: Sequence[Token]) -> bool:
    return verb.text.lower() != verb.lower or any(word.lower == "not" for word in behind[:1])
