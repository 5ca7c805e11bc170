"""Remarks in front of a question, "Are you sure? …", "No, I meant …", are taken off, and it is put anew."""

import re

from footnote.followup.grammar import ASKING, AUXILIARIES, BE_HAVE, PREPOSITIONS, PRONOUNS, tokens

_DOUBT = re.compile(
    r"(?:(?:are )?you(?: are|['’]re)? (?:really |quite )?(?:sure|certain)(?: (?:about|of) (?:it|that|this))?|"
    r"really|seriously|sorry|wait|no|hm+|oh)\s*[?!.…]+\s+(?=\w.*\?\s*$)",
    re.IGNORECASE,
)
_MEANT = re.compile(
    r"(?:(?:no|sorry|but)[,.!]? )*(?:(?:what )?i (?:(?:actually|really) )?"
    r"(?:meant?|wanted to (?:know|ask)|asked(?: you)?|was asking)(?: (?:was|is))?|my question (?:was|is))"
    r"[:,]? (?=\w)",
    re.IGNORECASE,
)
_DEGREES = frozenset(
    "deep long much many often far old big high tall wide fast large soon late early".split()
)
_ASKED = ASKING | {"whether", "if"}


def without_remark(question: str) -> str:
    """Return what is asked behind a doubt or a correction: "How is it?" for "No, I meant how it is"."""
    doubt = _DOUBT.match(question.strip())
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
    subject, verb = words[opening : opening + 1], words[opening + 1 : opening + 2]
    inverts = subject and verb and subject[0].lower in PRONOUNS and verb[0].lower in AUXILIARIES
    if not inverts or (verb[0].lower not in BE_HAVE and len(words) < opening + 3):
        return asked[:1].upper() + asked[1:]
    before, rest = asked[: subject[0].start], asked[verb[0].end :].rstrip(" ?.!…")
    direct = f"{before}{verb[0].text} {subject[0].text}{rest}?"
    return direct[:1].upper() + direct[1:]
