"""Does a sentence say by itself what is asked of several things: how far they differ, which is the highest?

The reader finds the number or the name that stands nearest; whether another's is higher, it does not ask.
"""

import re

_DIFFERENCE = re.compile(r"\bdifferences? between\b", re.IGNORECASE)
_COMPARATIVE = r"(?:more|less|fewer|(?!number|other|after|water|paper|order|power|under|over)\w{2,}er)"
_BY_HOW_MUCH = re.compile(rf"\bhow (?:much|many|far) (?:\w+ )?{_COMPARATIVE}\b.*\bthan\b", re.IGNORECASE)
_DIFFERS = re.compile(
    rf"\b(?:{_COMPARATIVE}|differ\w*|as|times|twice|half|double|by|gap|lead|margin|equal|same|\w+fold|"
    r"above|below|over|under|beyond|exceed\w*)\b",
    re.IGNORECASE,
)
_GRADED = (
    r"(?:high|low|larg|bigg|small|old|young|long|short|great|earli|rich|poor|fast|slow|strong|weak|heavi|light|"
    r"deep|tall|wid|broad|cheap|dear|warm|cold|hott|hard|easi|wealthi|loud|steep|few|eld)est"
)
# "The most likely", "the best known" and "the latest" set nothing beside anything.
_SUPERLATIVE = re.compile(
    rf"(?<!at )\bthe (?:\w+ )?(?:{_GRADED}|worst|(?:most|least)(?! (?:of|part|likely|common|recent)))\b|"
    r"\b(?:had|has|have|made|paid|got|earned|sold|won|lost|grew|fell|rose) (?:the )?(?:most|least|fewest)\b"
    r"(?! of)",
    re.IGNORECASE,
)
_NO_GRADE = (
    r"(?:forest|interest|request|harvest|protest|contest|conquest|suggest|arrest|honest|modest|invest)"
)
_EXTREME = re.compile(
    rf"\b(?:{_GRADED}|(?!{_NO_GRADE})\w{{4,}}est|most|least|best|worst|{_COMPARATIVE} (?:\w+ ){{0,4}}than|"
    r"more|record|top|peak\w*|height|summit|maxim\w+|minim\w+|main|chief\w*|leading|principal|major\w*|"
    r"mainly|mostly|largely|first|second|third|last|only|alone|sole|above all|never|nowhere|no other|nobody|"
    r"none|all|every|especially|particularly|exception\w*|favou?rite|prefer\w*|culminat\w+|extreme|ahead|"
    r"limit(?:ed)?|exceed\w*|outnumber\w*|outweigh\w*|outlast\w*|outliv\w+|outsold|surpass\w*|beat\w*|"
    r"up to|as \w+ (?:\w+ )?as|half|capital|dominat\w+|between|from|rising|drop|lost|unrivalled|unmatched|"
    r"great|huge|at its)\b",
    re.IGNORECASE,
)


def compares(question: str, sentence: str) -> bool:
    """Say whether a sentence sets side by side what the question does, if it does."""
    if _DIFFERENCE.search(question):
        return False
    if _BY_HOW_MUCH.search(question):
        return bool(_DIFFERS.search(sentence))
    return not _SUPERLATIVE.search(question) or bool(_EXTREME.search(sentence))
