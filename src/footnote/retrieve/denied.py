"""What takes back a sentence before it, as "She denied this" does behind "It was reported that he left".

A claim that is shown without it is half of what the article says. As it shares few words with the question it
is not found by these; it is known by how it points back.
"""

import re

from footnote.retrieve.excepted import excepts
from footnote.retrieve.features import SentenceSignals
from footnote.retrieve.lexical import telling_stems
from footnote.schema import Span

_CLAIM = (
    r"(?:claims?|allegations?|accusations?|charges?|suggestions?|rumou?rs?|reports?|statements?|assertions?|"
    r"press release|story|stories|account|version)"
)
_FIGURE = r"(?:figures?|numbers?|amounts?|estimates?|dates?)"
_POINTED = rf"(?:this|these|(?:the|that|this|these|those|both|all|any such|such) (?:{_CLAIM}|{_FIGURE}))"
_IT = rf"(?:it|that|them|{_POINTED})"
_FALSE = r"(?:not true|untrue|false|wrong|incorrect|inaccurate|baseless|unfounded|mistaken|a lie)"
_END = r"(?=\s*(?:[.,;:!?”\"]|$|as\b|and\b|but\b|in (?:a|an)\b|on\b|through\b))"
_DENY = r"(?<!not )(?<!never )(?:deny|denies|denied)"
_DO = r"(?:has|have|had|did|does|do)"
_NOT = r"(?: not|n['’]t| never)"
_UNKNOWN = (
    r"(?:it|this|that|they|he|she) [^.;:]{1,40} (?:is|was|remains) (?:still |as yet )?"
    r"(?:not (?:yet )?known|unknown|unclear|not clear|disputed|open)\b"
)
_POINTS_BACK = (
    # "The company denied this", "flatly rejected that", "withdrew the claim", "called that number nonsense"
    rf"\b{_DENY} (?:{_IT}{_END}|(?:any |all )?(?:wrongdoing|involvement|responsibility)\b)",
    r"\bneither confirm(?:s|ed)? (?:it )?nor (?:deny|denies|denied)\b",
    rf"\b(?:contradict(?:s|ed) {_IT}|(?:reject|disput|dismiss|refut)(?:s|es|ed) (?:that|{_POINTED})){_END}",
    rf"\b(?<!never )(?:withdrew|withdrawn|retract(?:s|ed)) (?:the|this|that|its|his|her|their) {_CLAIM}\b",
    rf"\b(?:calls?|called|described) {_POINTED} (?:as )?[“\"‘']?(?:{_FALSE}|nonsense|absurd|invented)\b",
    # "There is no evidence for this", "The rumour was false", "Whether he left is not known"
    r"\bthere (?:is|was|has been) no (?:evidence|proof|basis|sign|record|confirmation|truth) "
    rf"(?:for|of|in|to support|that supports) {_IT}{_END}",
    rf"^\W*(?:but |however,? )?{_IT} (?:is|was|were|are|has been|proved|turned out(?: to be)?)"
    rf" (?:later |also |simply |entirely |completely )?(?:{_FALSE}|not the case|not so)\b"
    rf"(?:{_END}(?!,[^,]{{1,20}}, that\b)|(?<=true) of\b)",
    rf"^\W*(?:but )?whether {_UNKNOWN}",
    # "Because of an error that figure was too high", "The number was later corrected"
    rf"\b(?:that|this|the|these|those|both) {_FIGURE} (?:was|were|has been|have been|had been|is|are) "
    r"(?:later |since |subsequently |then )?(?:corrected|withdrawn|retracted|wrong|too (?:high|low))\b"
    r"(?! (?:for|from|on|by hand)\b| to [a-z])",
    rf"\bthe correct {_FIGURE} (?:is|was|were|are)\b(?! \w+(?:ed|wn|en|nd)\b)",
    # "The union has not said that", "The paper could not verify the claim", "It could not be confirmed"
    rf"\b{_DO}{_NOT} (?:said|say) (?:so\b|any such thing\b|{_IT}){_END}",
    rf"\b(?:can{_NOT}|could{_NOT}|unable to)(?: independently)? (?:verify|confirm) {_IT}{_END}",
    rf"^\W*{_IT} (?:could|can|has|have){_NOT}(?: yet)? (?:be|been) (?:independently )?"
    rf"(?:verified|confirmed|substantiated){_END}",
    # "They were told that he would come. He did not."
    rf"^\W*(?:but )?(?:it|that|this|they|he|she) (?:was|is|were|are|{_DO}){_NOT}\W*$",
    # "She said that she had not"
    r"\bsaid(?: that)? (?:he|she|it|they) (?:had|did|was|were|has|have|does|do) not[.;”\"]",
)
_POINTER = re.compile("|".join(f"(?:{one})" for one in _POINTS_BACK), re.IGNORECASE)
# "How it works is not known" takes back what is only said to be so; how a fire began, no fire.
_DOUBTED = re.compile(rf"^\W*(?:but )?(?:how|why) {_UNKNOWN}", re.IGNORECASE)
_HEARSAY = re.compile(
    r"\b(?:said|says?|told|claim\w*|report(?:s|ed)?|believ\w+|thought|alleg\w+|rumou?r\w*|suppos\w+|"
    r"according|may|might|could|can|seems?|appears?)\b",
    re.IGNORECASE,
)
# It tells again what is denied, in some words of the sentence before: "denied that any had been poured".
_TELLS_AGAIN = re.compile(rf"\b{_DENY} (?:that|having|any|\w+ing)\b", re.IGNORECASE)
# What still speaks of a claim stands between it and its denial: "Three workers have made the claim."
_OF_THE_CLAIM = re.compile(rf"\b(?:the|this|that|these|those) {_CLAIM}\b", re.IGNORECASE)
_MOST_ON = 3  # sentences
# What is denied further on, or in another clause, was told in the sentence itself.
_MOST_BEFORE = 15  # words
_ANOTHER_CLAUSE = re.compile(
    r"[;:]|, (?:and|but|yet|although|though|while|whereas|since|as|because|an?) |"
    r"^\W*(?:while|although|though|when|if|after|since|as)\b",
    re.IGNORECASE,
)


def denied(one: SentenceSignals, number: int) -> Span | None:
    """Return a sentence together with those up to one of its paragraph that takes it back, in English."""
    if one.article.language not in ("en", "und"):
        return None
    text, sentence = one.article.text, one.sentences[number]
    claim = text[sentence.start : sentence.end]
    for place in range(number + 1, min(number + 1 + _MOST_ON, len(one.sentences))):
        after = one.sentences[place]
        if after.paragraph != sentence.paragraph or one.orders[place]:
            return None
        words = text[after.start : after.end]
        if takes_back(words, claim) or (place == number + 1 and excepts(words, claim)):
            return Span.of(one.article, sentence.start, after.end)
        if not _OF_THE_CLAIM.search(words):
            return None
    return None


def takes_back(sentence: str, before: str) -> bool:
    """Say whether a sentence denies, corrects or withdraws the one before it."""
    sentence = " ".join(sentence.split())
    if _opens(_POINTER.search(sentence)) or (_DOUBTED.match(sentence) and _HEARSAY.search(before)):
        return True
    return _opens(_TELLS_AGAIN.search(sentence)) and bool(telling_stems(sentence) & telling_stems(before))


def _opens(found: re.Match[str] | None) -> bool:
    """Say whether something was found, in a sentence's first clause."""
    if found is None:
        return False
    first = found.string[: found.start()]
    return len(first.split()) <= _MOST_BEFORE and not _ANOTHER_CLAUSE.search(first)
