"""What is typed in a chat without its apostrophe, "whos", "dont u", is spelt out as it would be said.

Only words that are nothing else: "its", "were", "ill", "well", "id", "shed", "hell", "wed" stay. Some of
them are words of other languages, and are spelt out only in a text that shows itself to be English.
"""

import re

_IS = ("what", "who", "there", "she", "he", "where", "that", "how", "when")
_SURE = {
    **{f"{word}s": f"{word} is" for word in _IS},
    **{f"{word}nt": f"{word}n't" for word in "does did is are was has have would could should".split()},
    "cant": "can't",
    "wont": "won't",
    "ive": "i have",
    "youre": "you are",
    "theyre": "they are",
    "tho": "though",
    "pls": "please",
    "plz": "please",
    "ppl": "people",
    "alot": "a lot",
}
# "Im" is German, "dont" French, "u" Dutch.
_ELSEWHERE = {"im": "i am", "dont": "don't", "u": "you"}
_WORDS = (
    "the it my are you your have did does and could how should that there they this what when where which "
    "who why with would get"
).split()
# With a capital at the beginning only: "The Guardian", "IT" and "IT-Sicherheit" stand in any language.
_ENGLISH = re.compile(
    rf"\A\W*(?:{'|'.join(word.capitalize() for word in _WORDS)})(?![\w-])|"
    rf"(?<![\w-])(?:{'|'.join(_WORDS)}|[iI] (?:dont|am|can|cant|have|need|want|think|know))(?![\w-])"
)
_WORD = r"(?<![\w’'.@/&-])(?:{})(?![\w’'@/&-]|\.\w)"
_TYPED = re.compile(_WORD.format("|".join(sorted(_SURE, key=len, reverse=True))), re.IGNORECASE)
# A u-boat and a u-turn have no hyphen in a chat.
_LETTER = r"(?! (?:boats?|turns?|bends?|bolts?|bahn|values?|shaped?)\b)"
_TYPED_ELSEWHERE = re.compile(_WORD.format("|".join(_ELSEWHERE)) + _LETTER, re.IGNORECASE)
_NO_CLAUSE_AFTER = re.compile(r"\b(?:an?|the|his|her|their|its|my)\s+$", re.IGNORECASE)
# "Wont" is a noun and an adjective, "cant" a noun: "as was her wont", "thieves' cant", "the track cant?".
_NO_VERB_AFTER = re.compile(r"(?:\b(?:of|is|are|was|were|be)|[’']s|s[’'])\s+$", re.IGNORECASE)
_PRONOUN = re.compile(r"\b(?:i|you|u|he|she|it|we|they|that|this|who|which)\s+$", re.IGNORECASE)
_NEAR = 12  # characters before a word, in which the word before it is looked for
_GOES_ON = re.compile(r",?\s+\w")
_HAS = re.compile(r"\s+(?:been|got|had|happened|become)\b", re.IGNORECASE)


def spelt_out(text: str) -> str:
    """Return a text with such words spelt out; one that has none comes back as it was typed."""
    text = _TYPED.sub(lambda found: _said(found, _SURE), text)
    if not _TYPED_ELSEWHERE.search(text) or not _ENGLISH.search(text):
        return text
    return _TYPED_ELSEWHERE.sub(lambda found: _said(found, _ELSEWHERE), text)


def _said(found: re.Match[str], table: dict[str, str]) -> str:
    word, before = found[0], found.string[max(0, found.start() - _NEAR) : found.start()]
    opens = not before.strip() or before.rstrip()[-1] in ".!?:…"
    if not (word.islower() or (word.istitle() and opens and len(word) > 1)):
        return word  # a name, "Hes", or a symbol
    said = table[word.lower()]
    clause = said not in {"people", "a lot", "though", "please"}
    if (clause and _NO_CLAUSE_AFTER.search(before)) or _is_noun(found, before):
        return word
    if said.endswith(" is") and _HAS.match(found.string, found.end()):
        said = f"{said[:-2]}has"
    return said[:1].upper() + said[1:] if word.istitle() else said


def _is_noun(found: re.Match[str], before: str) -> bool:
    if found[0].lower() not in {"cant", "wont"}:
        return False
    goes_on = not before.strip() or _GOES_ON.match(found.string, found.end()) or _PRONOUN.search(before)
    return not goes_on or bool(_NO_VERB_AFTER.search(before))
