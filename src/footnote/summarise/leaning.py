"""Whether an English sentence leans on the one before it: it points back, and says too little alone.

Decided from its words: an opening pronoun or the like, "this" without a noun, a person who is only
"he" or "she", a speaker who is not named, a bare quotation. What is found to lean need not, but what
stands alone should. Other languages are not judged.
"""

import re
from collections.abc import Iterable

_PRONOUN = r"(?:he|she|they|it|this|that|these|those|his|her|hers|their|theirs|its|him|them|such)"
_MANY = r"(?:both|another|neither|either|others|some|most|many|all|none|one|two|three|few|several|each)"
_POINTERS = (
    rf"{_PRONOUN}(?:[’'](?:s|ll|d|re|ve))?",
    r"the (?:latter|two|three|pair|trio|same|other|others|second|third|result|answer)",
    r"the (?:two |three |four )?(?:countries|sides|capitals|parties|companies|governments|men|women|couple)",
    r"the (?:previous|preceding|above|aforementioned) [a-z]+\b(?! of\b)",
    r"the former (?=(?:is|was|has|had|will|would|said)\b)",
    rf"{_MANY} (?:of (?:them|these|those|which|whom)|other|others|more)",
    rf"{_MANY} (?:is|are|was|were|has|have|had|will|would|could|can|did|does|do|came|said|say)",
    r"(?:one|another|others|both) (?:[a-z]+ed|struck|took|came|went|got|made|told|gave|found|fell|held|kept|"
    r"left|ran|saw|shot|threw|won|lost)",
    r"(?:in|at|on|by|with|for|from|of|to|under|after|before|until|since|besides|behind|despite|without|"
    rf"during|among|over|throughout) (?:{_PRONOUN}|then|which)",
    r"(?:at|by) the time(?: of (?!(?:writing|publication)\b)(?:(?:the|its|their) )?[a-z]+)?(?=,)",
    r"(?:over|in(?! case\b)|at|during|for|despite|within|by|with|on|from|throughout|under)"
    r" [^,;:“”\"]{1,60}, they",
    r"there (?:was|were) (?:(?:about|around|some|almost|nearly|only|over|more than) )?\d[\d,]*\+? "
    r"(?!.* (?:in|at|on|aboard|since) )",  # where or when, was said before
    r"(?:unlike|instead of|rather than|more than|like) (?:it|him|them|this|these|that|those)(?! of\b)",
    r"here(?! (?:is|are)\b[^:]*: \S)",  # but "Here is a true story: one day …"
    r"there(?! (?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|seems?)\b)",
    r"(?:if|when|while|as|because|although|though|once|where|since|what)"
    r" (?:so|he|she|they|it|this|that|these|those)",
    r"(?:as a result|for (?:example|instance)|instead|otherwise|elsewhere|likewise|similarly|more than once)",
    r"(?:nor|or|so|then|yet|not so|not quite|not that)",
    r"an? (?:further|additional|(?:long|short|high|low|lat|earli|larg|small)er)(?!.*\bthan\b)",
    r"(?:(?:further|additional) [a-z]+s|no (?:further|additional)|no other \w+ (?:may|shall|can|will)|"
    r"in (?:all|any|most) other)",
    r"(?:do not|don[’']t|never|always) \w+ (?:it|them)",
)
_OPENS_BACK = re.compile(rf"\W*(?:{'|'.join(_POINTERS)})\b(?![-–])", re.IGNORECASE)
_DONE = r"(?-i:(?:[a-z]+ly )?(?!often|even|then)(?:[a-z]+(?:ed|en|wn|ught)|built))"
_OPENS_ALONE = re.compile(
    rf"\W*(?:it (?:is|was|has been|will be|may be|seems|appears|could be|would be|took|takes)\b(?! {_DONE}\b)"
    r".{1,60}\b(?:that|to|who|before|for)\b|"
    rf"it (?:is|was|has been|will be|may be|could be|would be) {_DONE}"
    r"(?:(?:,[^,]+,)? that\b|.{1,50} for\b)|"
    r"(?:this|that) (?:article|story|year|week|month|morning|afternoon|evening|summer|winter|spring|"
    r"autumn|season)\b|"
    r"(?:these days|those who|that said|this time|such as|in this (?:article|country))\b)",
    re.IGNORECASE,
)
_OPENER = re.compile(
    r"\W*(?:and|but|so|yet|or|now|still|indeed|also|meanwhile|however|moreover|furthermore),?\s+",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(
    r"\bthis(?=[.,;:!?]|\s(?:and|but|or|is|was|has|will|would|could|may|possible|by|with|as|happens?|means)\b)|"
    r"\bsuch an? \w+|\b(?:by|in) contrast\b|\bon the other hand\b|\bthe (?:same|latter|former)[.,]",
    re.IGNORECASE,
)
_EARLY_OBJECT = re.compile(
    r"\W*(?:[\w’'-]+\s+){1,7}(?:(?:with|of|to|for|about|from|on|in|by|against|at) (?:it|them)\b|"
    r"(?:with|of|to|for|about|from|on|by|against|at)"
    r" that (?!(?:of|in|for|from|on|at|by|which|matter)\b)[a-z]|"  # not "equal to that of Wales"
    r"(?:in|over) that (?:century|day|decade|month|period|time|year)\b|"
    r"these (?!days\b)[a-z]+s\b(?!.*, that\b))",  # not "We hold these truths, that all …"
    re.IGNORECASE,
)
_CLAUSE = r"(?:(?!\b(?:and|but|that|(?:al)?though|whereas|while|until|when|if)\b)[^;:])*"
_ENDS_BACK = re.compile(  # in a single clause
    rf"{_CLAUSE}\b(?:that|(?:den(?:y|ies|ied)|(?:disput|reject|confirm)e?[sd]?) (?:it|them))[.!]\W*$",
    re.IGNORECASE,
)
_UNNAMED_SPEAKER = re.compile(
    r"[,”\"’'] (?:he|she|they) (?:said|says|added|argued|wrote|explained|told|insisted|claimed)\b|"
    r"\b(?:he|she|they) (?:said|says|added|argued|explained|insisted|claimed)[.,]",
    re.IGNORECASE,
)
_PERSON = re.compile(r"\b(?:he|she|his|her|him)\b", re.IGNORECASE)
_PERSON_NOUN = re.compile(
    r"\b(?:[a-z]+(?:er|or|ist|ian|man|woman|men|women)|girl|boy|child|mother|son|student|cleric|pupil|chief)\b"
)
_CAPITALISED = re.compile(r"[A-ZÀ-Þ][\w’'-]+")
_INSIDE = re.compile(r"(?<=[\w,;] )[A-ZÀ-Þ][\w-]+")
_CALENDAR = frozenset(
    (
        "january february march april may june july august september october november december "
        "monday tuesday wednesday thursday friday saturday sunday"
    ).split()
)


def names_in(texts: Iterable[str]) -> frozenset[str]:
    """Return the words that stand capitalised inside a sentence, in small letters, but for dates."""
    found = {match.group().lower() for text in texts for match in _INSIDE.finditer(text)}
    return frozenset(found - _CALENDAR)


def leans(text: str, names: frozenset[str] = frozenset()) -> bool:
    """Whether an English sentence leans on the one before it.

    Args:
        text: one sentence.
        names: of the whole article; a capitalised first word counts as a name if it is one of them.
    """
    opener = _OPENER.match(text)
    rest = text[opener.end() :] if opener else text
    if _is_bare_quotation(text) or _UNNAMED_SPEAKER.search(text):
        return True
    if _OPENS_ALONE.match(rest):
        return False
    back = (_OPENS_BACK.match, _POINTS_BACK.search, _EARLY_OBJECT.match, _ENDS_BACK.match)
    return any(points(rest) for points in back) or _person_before_name(rest, names)


def _is_bare_quotation(text: str) -> bool:
    text = text.strip()
    return text[:1] in "\"“‘'" and text[-1:] in "\"”’'" and not re.search(r"[”\"’'],? [a-zA-Z]", text[1:-1])


def _person_before_name(text: str, names: frozenset[str]) -> bool:
    """Whether a person is "he" or "she" before anyone is named or described."""
    person = _PERSON.search(text)
    if person is None:
        return False
    before = text[: person.start()]
    if _PERSON_NOUN.search(before):
        return False
    capitalised = [match.group().lower() for match in _CAPITALISED.finditer(before)]
    known = [re.sub(r"[’']s$", "", word) in names for word in capitalised]
    return not any(known)
