"""What is asked of the last answer's statement: "Who said that?", "Is that true?", "How do you know?"."""

import re

from footnote.followup.grammar import LEADS, SAYING, lower_first
from footnote.followup.pronouns import resolved
from footnote.followup.turns import Turn

_SAID_THAT = re.compile(
    rf"{LEADS}(?P<asks>.+? (?:{SAYING})) (?P<pointing>that|this|so|it)\s*\?*(?P<end>)", re.IGNORECASE
)
_REPORTING = re.compile(
    r"\b(?:said|say|claim(?:ed)?|report(?:ed)?|stated?|announced?|argued?)$", re.IGNORECASE
)
_ATTRIBUTED = re.compile(rf",(?: [\w’'-]+){{1,8}} (?:{SAYING})$")
_LINKING = re.compile(
    r"(?:indeed|moreover|however|furthermore|in addition|meanwhile|thus|therefore),? (?=\w)", re.I
)
_TRUE = re.compile(
    r"(?:(?:is|was) (?:that|this|it) (?:really )?(?:true|right|correct|certain|so)|really|seriously|"
    r"(?:are )?you (?:really |quite )?sure(?: about (?:it|that|this))?|for real)\s*[?!]*",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    rf"{LEADS}(?:where (?:does|did) (?:it|the \w+) (?:say|state|mention) (?:that|this|so|it)|"
    r"how do you know(?: (?:that|this))?|what(?:['’]s| is) (?:your|the) source|"
    r"(?:quote|cite) (?:it|that|this)|in (?:which|what) (?:paragraph|sentence|line)|"
    r"(?:can you |please )?(?:show|give) me (?:where|the (?:quote|quotation|source|passage|sentence)))"
    r"(?: (?:(?:it|that) says (?:that|so|this)|for (?:that|this|it)|(?:is|was) (?:that|this)))?\s*[?.!]*",
    re.IGNORECASE,
)
_JUDGED = re.compile(
    rf"{LEADS}why (?P<be>is|was) (?:that|this|it) (?P<how>(?:so )?(?:important|significant|relevant|"
    r"necessary|good|bad|a problem|interesting|surprising|controversial|dangerous|difficult|useful|"
    r"unusual))\s*\?*",
    re.IGNORECASE,
)


def about_the_statement(question: str, turn: Turn) -> str | None:
    """Return a question about the last answer's first sentence spelled out, None where it is no such one."""
    if not turn.statement:
        return None
    said = _SAID_THAT.fullmatch(question)
    if said and (said["pointing"].lower() != "it" or _REPORTING.search(said["asks"])):
        return f"{said['asks'][:1].upper()}{said['asks'][1:]} that {_statement(turn)}?"
    if _TRUE.fullmatch(question):
        return f"Is it true that {_statement(turn)}?"
    if _SOURCE.fullmatch(question):
        return f"Where does it say that {_statement(turn)}?"
    judged = _JUDGED.fullmatch(question)
    return f"Why {judged['be']} it {judged['how']} that {_statement(turn)}?" if judged else None


def _statement(turn: Turn) -> str:
    return lower_first(_LINKING.sub("", _ATTRIBUTED.sub("", spelled_out(turn))))


def spelled_out(turn: Turn) -> str:
    """Return the answer's statement with its own pronouns resolved from the question."""
    return resolved(turn.statement, Turn(turn.question)).text
