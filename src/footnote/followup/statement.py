"""What is asked of the last answer's statement: "Who said that?", "Is that true?", "How do you know?"."""

import re

from footnote.followup.grammar.classes import SAYING
from footnote.followup.grammar.nouns import TIME_NOUNS
from footnote.followup.grammar.openings import LEADS, lower_first
from footnote.followup.pronouns import resolved
from footnote.followup.turns import Turn

_SAID_THAT = re.compile(
    rf"{LEADS}(?P<asks>.+? (?:{SAYING}|prove[sd]?|doubt(?:s|ed)?)) (?P<pointing>that|this|so|it)\s*\?*",
    re.IGNORECASE,
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
    r"(?:quote|cite) (?:it|that|this)(?: exactly| verbatim| word for word)?|"
    r"in (?:which|what) (?:paragraph|sentence|line)|"
    r"(?:can you |please )?(?:show|give) me (?:where|the (?:quote|quotation|source|passage|sentence)))"
    r"(?: (?:(?:it|that) says (?:that|so|this)|for (?:that|this|it)|(?:is|was) (?:that|this)))?\s*[?.!]*",
    re.IGNORECASE,
)
_JUDGED = re.compile(
    rf"{LEADS}why (?P<be>is|was) (?:that|this) (?P<how>(?:so )?(?:important|significant|relevant|"
    r"necessary|good|bad|a problem|interesting|surprising|controversial|dangerous|difficult|useful|"
    r"unusual))\s*\?*",
    re.IGNORECASE,
)
_LONG = 12  # words of a statement, of which nobody asks "What happened after …?"
_THAT = r"(?:that|this|it)"
_CAME = r"what (?:happen(?:s|ed)|came|comes|follow(?:s|ed))"
_NEXT = re.compile(
    rf"{LEADS}(?P<happened>{_CAME} )?(?:then|next|afterwards?|after|(?P<before>before))(?: {_THAT})?"
    r"\s*[?.!…]*",
    re.IGNORECASE,
)
_AMOUNT = re.compile(rf"{LEADS}how (?:many|much)\b", re.IGNORECASE)  # was another one before
_STILL = re.compile(
    rf"{LEADS}(?P<be>is|was) {_THAT} (?P<when>still|always|already) "
    rf"(?:so|the case|true|like {_THAT})\s*\?*",
    re.IGNORECASE,
)
_RESULT = re.compile(
    rf"{LEADS}(?:(?:what (?:is|was|were|are) |with (?:which|what) )?(?:the )?"
    rf"(?:results?|consequences?|outcome|effects?)(?: of {_THAT})?|"
    rf"what (?:came|became|has become) of {_THAT}|what did {_THAT} lead to|so what)\s*\?*",
    re.IGNORECASE,
)


_AFTER_CLAUSE = re.compile(
    rf",| (?:on|at|in|during|by|shortly|late|early|last|this) (?:[\w’'-]+ ){{0,2}}(?:{'|'.join(TIME_NOUNS)}|"
    r"(?:1\d|20)\d\d)\b",
    re.IGNORECASE,
)


def about_the_statement(question: str, turn: Turn) -> str | None:
    """Return a question about the last answer's first sentence spelled out, None where it is no such one."""
    following = _NEXT.fullmatch(question)
    if following and following["before"] and _AMOUNT.match(turn.question):
        return f"{turn.question.rstrip(' ?.!')} before that?"
    if not turn.statement:
        return None
    said = _SAID_THAT.fullmatch(question)
    if said and (said["pointing"].lower() != "it" or _REPORTING.search(said["asks"])):
        return f"{said['asks'][:1].upper()}{said['asks'][1:]} that {_statement(turn)}?"
    if _TRUE.fullmatch(question):
        return f"Is it true that {_statement(turn)}?"
    if _SOURCE.fullmatch(question):
        return f"Where does it say that {_statement(turn)}?"
    judged, still = _JUDGED.fullmatch(question), _STILL.fullmatch(question)
    if judged:
        return f"Why {judged['be']} it {judged['how']} that {_statement(turn)}?"
    if still:
        return f"{still['be'].capitalize()} it {still['when']} so that {_statement(turn)}?"
    return _about_the_time(question, turn)


def doubts_the_answer(question: str) -> bool:
    """Say whether a question only wants an answer confirmed: the matter stays what was asked before."""
    return bool(_TRUE.fullmatch(question) or _SOURCE.fullmatch(question))


def asks_what_came_next(question: str) -> bool:
    """Say whether a question wants what was before or after what was told, which is then no answer."""
    return bool(_NEXT.fullmatch(question.strip()))


def goes_on(question: str, turn: Turn) -> bool:
    """Say whether "and then?" is asked of so long a statement that what is told next to it is meant."""
    following = _NEXT.fullmatch(question.strip())
    bare = following and not (following["happened"] or following["before"])
    return bool(bare) and len(_statement(turn).split()) > _LONG


def _about_the_time(question: str, turn: Turn) -> str | None:
    """Return a question about what came before or after, or came of it."""
    following = _NEXT.fullmatch(question)
    if following:
        return f"What happened {'before' if following['before'] else 'after'} {_statement(turn)}?"
    return f"What was the result when {_statement(turn)}?" if _RESULT.fullmatch(question) else None


def _statement(turn: Turn) -> str:
    said = _ATTRIBUTED.sub("", spelled_out(turn))
    linking = _LINKING.match(said)
    return lower_first(said[linking.end() :] if linking else said)


def clause(turn: Turn) -> str:
    """Return the statement up to the time that it gives, or to its first comma."""
    return _AFTER_CLAUSE.split(_statement(turn))[0]


def spelled_out(turn: Turn) -> str:
    """Return the answer's statement with its own pronouns resolved from the question."""
    return resolved(turn.statement, Turn(turn.question)).text
