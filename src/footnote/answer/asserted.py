"""Do few words, shown alone, still say what their sentence says? Not if planned, rumoured or denied there.

A cue rules the words behind it in its own clause. Where it does, and the question has none of its kind, the
words are not shown apart from their sentence.
"""

import re
from dataclasses import dataclass

_BE = r"(?:is|are|was|were|be|been|being)"
_ADVERB = r"(?:(?:also|now|still|then|once|long|often|widely|first|later|\w+ly) )*"
_WISHED = r"planned|hoped|intended|aimed|expected|meant|wanted|threatened"
_ARRANGED = r"scheduled|announced|proposed|projected|forecast|slated|supposed"
_NO_VERB = r"(?:the|an?|its?|his|her|him|their|them|this|that)\b|(?-i:[A-Z])"  # "promised to its owner"
# Where a clause ends; a comma, a colon or a dash in a number ends none.
_CLAUSE_END = re.compile(
    r"[,:—–](?!\d)|[;()!?]|\.\s|"
    r"\b(?:but|which|who|whose|whom|while|although|though|because|unless|whereas)\b|"
    r"\b(?:and|or) (?:\w+ ){0,2}?(?:is|are|was|were|has|had|did|does)\b"
)
_APPOSED = re.compile(r",(?: [A-ZÀ-Þ][\w.’'-]*){1,3},")  # "in Georgia, United States, in 2024"
_FINITE = r"\b(?:is|are|was|were|has|had|did|does)\b"  # behind it, another clause's words stand
_AND = r"\b(?:and|or)\b"
# A limit, "not until May", "not for three years"; or a clause that picks out: "those that did not reply".
_LIMIT = (
    r"\b(?:until|till|before|only|unless|except|than|as|beyond|within|without|merely|just|even|any|since|"
    r"after|for|because|if|when|by|so|other|yet|again)\b"
)
_GIVEN_UP = re.compile(
    rf" (?:has|have|had|was|were) {_ADVERB}(?:been )?(?:moved|postponed|delayed|cancelled|canceled|abandoned|"
    r"shelved|scrapped|withdrawn|dropped|reversed|put off|put on hold|put back|called off|given up)\b"
)
_GIVEN_UP_ASKED = re.compile(
    r"\b(?:mov|postpon|delay|cancel|abandon|shelv|scrap|withdr|drop|revers|put\b|call|g[ai]ve|first|origin)",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"[^,\s]\s+(?:which|who|whose|whom)$")  # without a comma it says which ones
_PICKS_OUT = re.compile(r"\b(?:that|if|who|which|whether)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Cue:
    """What rules the words behind it, up to where it ``ends``, but for questions that ``asked`` matches."""

    told: re.Pattern[str]
    ends: re.Pattern[str]
    asked: re.Pattern[str]


def _cue(told: str, ends: str, asked: str) -> _Cue:
    patterns = (re.compile(pattern, re.IGNORECASE) for pattern in (told, ends, rf"\b(?:{asked})"))
    return _Cue(*patterns)


_PURPOSE = (
    r"plan(?:s|n\w+)?\b|hop(?:e|ing)|inten|aim|expect|mean|propos|want|wish|dream|ambition|threat|offer|promis|vow|pledg|"
    r"s(?:ee|ou)[kg]|schedul|suppos|announc|consider|forecast|predict|project|goal|target|purpose|due\b|"
    r"would|could|should|might|ought|may\b|will\b|shall\b|going to|if\b|idea|design|look|tr(?:y|ied)|attempt|"
    r"original|need|allow|able|ask|demand|call|estimat|like|prefer|chance|possib|envisage|next\b|future|"
    r"recommend|suggest|put forward|reject|favour|first\b|(?:was|were) (?:\w+ ){0,5}to\b"
)
_CUES = (
    # What would have been, or had been planned.
    _cue(
        rf"\b(?:would|could|might|should) {_ADVERB}have\b(?! to\b)|\b(?:was|were) to have\b|"
        rf"\bhad {_ADVERB}(?:{_WISHED}|considered|been {_ADVERB}(?:{_WISHED}|{_ARRANGED}))\b",
        _FINITE,
        _PURPOSE,
    ),
    # What is planned, where the question asks for what was done.
    _cue(
        rf"\b{_BE} {_ADVERB}(?:(?:planned|expected|meant|intended|set|{_ARRANGED}) for|"
        rf"(?:planned|expected|meant|intended|going|scheduled|slated) to)\b|"
        rf"\b(?:{_WISHED}|vowed|pledged|sought) to (?!{_NO_VERB})[a-z]|"
        r"(?<!can )(?<!could )\b(?:expects?|forecasts|plans? to|aims? to|intends? to|hopes? to)\b|"
        r"\b(?:goal|target|aim|forecast) of\b|"
        r"\b(?:announced|promised|vowed|pledged|predicted) [^,;]{0,40}\bthat (?:\w+ ){1,4}would\b|"
        r"\b(?:recommended|proposed|suggested|demanded) that (?:\w+ ){1,4}be\b",
        rf"{_FINITE}|\bif\b",
        rf"{_PURPOSE}|is\b|are\b|does\b|do\b|can\b|must\b|be\b|become\b|to\b",
    ),
    # What nobody in particular says, or somebody claims.
    _cue(
        rf"\bit (?:is|was|has been|had been) {_ADVERB}(?:claimed|said|written|alleged|rumou?red) that\b|"
        rf"\b{_BE} {_ADVERB}(?:said|rumou?red|alleged|reputed|claimed) to\b|"
        r"\b(?:reportedly|allegedly|supposedly|reputedly|purportedly|in a press release)\b|"
        r"\b(?:legend|rumou?r|gossip|myth)s? (?:\w+ ){0,4}(?:says?|has it|that|goes|tells?|claims?)\b|"
        r"\baccording to (?:legend|rumou?r|gossip|tradition)\b|"
        r"\b(?:claimed|alleged) that\b",
        r"(?!)",
        r"claim|sa(?:y|id)|alleg|rumou?r|report|legend|stor(?:y|ies)|myth|accord|tell|told|believ|suppos|"
        r"th(?:ink|ought)|reput|accus|charge|newspaper|boast|argu|tradition|assum|maintain|insist|assert|version|"
        r"account|tale|view|opinion|descri|blam|complain|expla|reason|credit|attribut|wrong|false",
    ),
    # What is denied.
    _cue(
        r"\b(?:den(?:y|ies|ied)|refut(?:es?|ed)|disput(?:es?|ed)) (?:that|having|being)\b|"
        r"\bno evidence (?:that|for|of)\b|\b(?:not true|untrue|false) that\b",
        _AND,
        r"no\b|not\b|nothing|never|blam|responsib|den|refut|disput|reject|dismiss|accus|charg|claim|alleg|"
        r"evidence|proo?[fv]|contradict|sa(?:y|id)|rumou?r",
    ),
)
_AUXILIARY = r"(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|must|may|might|should|shall)"
_NOT = (
    rf"\b{_AUXILIARY}(?:n[’']t\b| {_ADVERB}not\b(?! (?:only|just|merely|least|long|far|all|every|always|"
    r"until|(?:to )?be (?:confused|mistaken))))|\b(?:never|cannot|won[’']t|can[’']t)\b|"
    r"^ not(?: for| by)?\b(?! (?:only|just|merely|least|long|far|all|every|always|until))"  # behind "but"
)
_NEGATED = _cue(
    _NOT,
    rf"{_FINITE}|{_AND}|{_LIMIT}|\bthat\b",
    r"no\b|not\b|none|nobody|nothing|never|neither|nor\b|without|cannot|fail|refus|den|reject|oppos|"
    r"against|avoid|miss|lack|exclu|exempt|except|ban|forb|prohibit|prevent|allow|permit|bar|closed|problem|"
    r"wrong|only|stop|abandon|cancel|drop|decline|le(?:ft|ave)|los[et]|limit|rule|reason|despite|worr|"
    r"object|complain|concede|doubt|instead|rather|skip|omit|ignor|stay|remain|still|idle|g[ai]ve up|"
    r"ke(?:ep|pt)|spar|escap|shr[aiu]nk|differ|expla|condition|dis|un|\w+n[’']t\b|\w+less\b|affect|insist",
)


def asserted(question: str, sentence: str, start: int, end: int) -> bool:
    """Say whether a range of a sentence is stated there in the way in which the question asks for it."""
    sentence = _APPOSED.sub(lambda found: found[0].replace(",", " "), sentence)
    clause = max((found.end() for found in _CLAUSE_END.finditer(sentence, 0, start)), default=0)
    before = sentence[clause:start]
    if any(_rules(cue, question, before) for cue in _CUES) or _superseded(question, sentence, start, end):
        return False
    picks_out = bool(_RELATIVE.search(sentence, 0, clause))
    return picks_out or bool(_NEGATED.asked.search(question)) or not _negated(sentence, before, end)


def _rules(cue: _Cue, question: str, before: str) -> bool:
    """Say whether the last cue of a kind in the words before a range reaches to their end, unasked."""
    last = _last(cue, before)
    return last is not None and not cue.ends.search(before, last.end()) and not cue.asked.search(question)


def _negated(sentence: str, before: str, end: int) -> bool:
    """Say whether a range stands behind a "not" of its clause, or is the subject of one: "X is not …"."""
    last = _last(_NEGATED, before)
    if last is not None:
        reaches = not _NEGATED.ends.search(f"{before} ", last.end())
        return reaches and not _PICKS_OUT.search(before, 0, last.start())
    following = _NEGATED.told.match(sentence, end + 1)
    if following is None or before.strip():
        return False
    return not re.search(_LIMIT, _CLAUSE_END.split(sentence[following.end() :], maxsplit=1)[0])


def _superseded(question: str, sentence: str, start: int, end: int) -> bool:
    """Say whether a date or an amount is said to be put off or given up: "by 2030 has been moved to 2035"."""
    given_up = _GIVEN_UP.match(sentence, end)
    numbered = any(map(str.isdigit, sentence[start:end]))
    return numbered and given_up is not None and not _GIVEN_UP_ASKED.search(question)


def _last(cue: _Cue, before: str) -> re.Match[str] | None:
    return max(cue.told.finditer(before), key=lambda found: found.start(), default=None)
