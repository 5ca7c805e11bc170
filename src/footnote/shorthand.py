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
_ENGLISH = re.compile(
    r"\b(?:the|it|my|are|you|your|have|did|does|and|could|how|should|that|there|they|this|what|when|"
    r"where|which|who|why|with|would|get|i (?:dont|am|can|cant|have|need|want|think|know))\b",
    re.IGNORECASE,
)
_WORD = r"(?<![\w’'.@/&-])(?:{})(?![\w’'@/&-]|\.\w)"
_TYPED = re.compile(_WORD.format("|".join(sorted(_SURE, key=len, reverse=True))), re.IGNORECASE)
_TYPED_ELSEWHERE = re.compile(_WORD.format("|".join(_ELSEWHERE)), re.IGNORECASE)
# "Wont" is a noun and an adjective, "cant" a noun: "as was her wont", "thieves' cant".
_NO_VERB_AFTER = re.compile(
    r"\b(?:a|an|the|of|is|are|was|were|be|his|her|their|its|my|\w+s[’'])\s+$", re.IGNORECASE
)
_HAS = re.compile(r"\s+(?:been|got|had|happened|become)\b", re.IGNORECASE)


def spelt_out(text: str) -> str:
    """Return a text with such words spelt out; one that has none comes back as it was typed."""
    text = _TYPED.sub(lambda found: _said(found, _SURE), text)
    if not _TYPED_ELSEWHERE.search(text) or not _ENGLISH.search(text):
        return text
    return _TYPED_ELSEWHERE.sub(lambda found: _said(found, _ELSEWHERE), text)


def _said(found: re.Match[str], table: dict[str, str]) -> str:
    word, before = found[0], found.string[: found.start()]
    opens = not before.strip() or before.rstrip()[-1] in ".!?:…"
    if not (word.islower() or (word.istitle() and opens and len(word) > 1)):
        return word  # a name, "Hes", or a symbol
    if word.lower() in {"cant", "wont"} and _NO_VERB_AFTER.search(before):
        return word
    said = table[word.lower()]
    if said.endswith(" is") and _HAS.match(found.string, found.end()):
        said = f"{said[:-2]}has"
    return said[:1].upper() + said[1:] if word.istitle() else said
