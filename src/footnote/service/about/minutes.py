"""What the minutes of a meeting record: what was decided, and what somebody is to do.

Only minutes record decisions so that a list of them is whole: "It was agreed to …" again and again, or lines
with "Decision:" or "ACTION:" before them.
"""

import re
from collections.abc import Sequence

from footnote.schema import Sentence, Span
from footnote.service.about.lookedup import Line, Opened

_DECIDED = r"(?:decided|agreed|resolved)"
_LABELLED = re.compile(r"[*_]*(?:(?i:decisions?|resolution)|RESOLVED|Resolved|AGREED|Agreed)\b[*_]*\s?[:–—]")
_RECORDED = re.compile(rf"\b[Ii]t was (?:\w+ly |then |also |again )?{_DECIDED}\b")
_BODY = r"(?:committee|board|council|meeting|members)"
_BESIDE = re.compile(rf"\b(?:[Nn]o decision was|{_BODY} (?:\w+ly )?(?:{_DECIDED}|approved|voted))\b")
_LEAST_RECORDED = 2
_ACTION = re.compile(r"[*_]*(?:(?i:actions?|action items?)|TODO|To do)\b[*_]*\s?[:–—]")
# "Jo to sign", but "Welcome to all members", "Subject to approval", "Next to our hall".
_TASK = re.compile(
    r"(?!(?:According|Apologies|Back|Close|Contrary|Due|In|Next|Owing|Prior|Similar|Subject|Thanks|Welcome) )"
    r"(?:[A-Z][\w’'-]+ ){1,2}"
    r"to (?!(?:be|the|an?|all|any|both|each|every\w*|his|her|its|our|their|my|your|th(?:is|at|[eo]se))\b)"
    r"[a-z]+ "
)


def decisions(opened: Opened) -> Sequence[Line]:
    """Return the sentences that record a decision, of minutes; none of another text."""
    told = _said(opened)
    recorded = {one for one, words in told if _LABELLED.match(words) or _RECORDED.search(words)}
    if len(recorded) < _LEAST_RECORDED:
        return []
    return [
        Line("-", (Span.of(opened.article, one.start, one.end),))
        for one, words in told
        if one in recorded or _BESIDE.search(words)
    ]


def actions(opened: Opened) -> Sequence[Line]:
    """Return what somebody is to do by a line that says so, and with it whom others are said to."""
    told = _said(opened)
    if not any(_ACTION.match(words) for _, words in told):
        return []
    return [
        Line("-", (Span.of(opened.article, one.start, one.end),))
        for one, words in told
        if _ACTION.match(words) or _TASK.match(words)
    ]


def _said(opened: Opened) -> list[tuple[Sentence, str]]:
    text = opened.article.text
    return [(one, text[one.start : one.end]) for one in opened.told]
