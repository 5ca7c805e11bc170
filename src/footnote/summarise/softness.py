"""Which sentences lead into an article or colour it: what it says stands elsewhere."""

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_VOICE = 0.5  # share of the sentences that speak of "us" or to the reader, beyond which it is the article's

QUOTATION = re.compile(r"[“”„\"]|(?:^|(?<=\s))[‘'](?=\w)")
_SPOKEN = re.compile(r"\b(?:I|we|We|us|our|Our|my|My|you|You|your|Your)\b")
_WAY_IN = re.compile(
    r"(?:Imagine|Picture|Think of|Consider|Take|Ask|Meet|Forget|Remember|One (?:can|could|might|need)|"
    r"(?:In )?these days|Once upon|When it comes to|Let me|"
    r"There (?:is|are|was|were) (?:an?|no|few|many|some))\b",
    re.IGNORECASE,
)
_PROCEDURE = re.compile(
    r"(?:Approval of|The|Draft) (?:draft |agenda and )?(?:minutes|agenda)(?: of [^,;]{3,60})?(?:\.$|"
    r" (?:was|were) (?:read|taken as read|approved|adopted|confirmed|agreed|signed)\b)|"
    r"The (?:regular |annual |special )?(?:meeting|session)(?: of [^,;]{3,60})? (?:(?:was|is|were) "
    r"(?:called to order|opened|closed|adjourned)|(?:closed|opened|began|ended|adjourned) at)\b|"
    r"The next (?:regular |ordinary )?meeting (?:will be|is) (?:held )?(?:on|in|at)\b"
)
_QUOTED = re.compile(r"[“\"][^“”\"]+[”\"]|(?:^|(?<=\s))[‘'].{15,}?[’'](?=[\s,.;:]|$)")


def softness(texts: Sequence[str], usable: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return which of an article's sentences are soft.

    Where more than half of the usable speak of "us" or to the reader, as in an interview, an essay
    or instructions, that is how the article says what it says, and none is soft for it.
    """
    spoken = np.array([_speaks(text) for text in texts])
    own_voice = usable.any() and spoken[usable].mean() > _VOICE
    return np.array([_leads_in(text) if own_voice else is_soft(text) for text in texts])


def is_soft(text: str) -> bool:
    """Whether a sentence speaks to the reader or of "us", asks, is mostly someone's words or procedure."""
    return _leads_in(text) or _speaks(text)


def _leads_in(text: str) -> bool:
    quoted = sum(len(match.group().split()) for match in _QUOTED.finditer(text))
    asks = text.rstrip("\"'”’) ").endswith("?")
    return 2 * quoted > len(text.split()) or asks or bool(_WAY_IN.match(text) or _PROCEDURE.match(text))


def _speaks(text: str) -> bool:
    return bool(_SPOKEN.search(text)) and not QUOTATION.search(text)
