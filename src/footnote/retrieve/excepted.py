"""What says where the sentence before it does not hold: "In all other cases you need approval."."""

import re

_ALL_ELSE = r"in (?:all|any|every) other (?:cases?|circumstances?)\b"
# Not who applies for a post, or what to something.
_APPLY = r"(?:does|do|did|shall|will)(?: not|n['’]t) apply\b(?! (?:for|the|an?|any|\w+ (?:to|on))\b)"
_EXCEPTS = re.compile(
    r"\W*(?:but |however,? )?(?:"
    r"(?:(?:this|that)(?: \w+)?|it|they|these|the same) "
    rf"{_APPLY}|{_ALL_ELSE}|otherwise\b|"
    r"(?:the (?:only |sole |one |main )?|an |one )?exceptions? (?:is|are|was|were|to this)\b)",
    re.IGNORECASE,
)
_PERMITS = re.compile(
    r"\bmay\b(?! (?:not|have|be)\b)|\b(?:allowed|permitted|free|entitled) to\b", re.IGNORECASE
)
_FORBIDS_IT = re.compile(
    r"\b(?:must not|may not|cannot|not (?:allowed|permitted) to) (?:\w+ ){1,3}(?:it|them|this|that|so)\W*$",
    re.IGNORECASE,
)
# What an exception is the rest of: neither says by itself what it says of.
_REST = re.compile(
    rf"(?:\d+(?:\.\d+)*\.? )?(?:{_ALL_ELSE}|otherwise\b|(?:no|any|all) (?:other|further|additional) \w)",
    re.IGNORECASE,
)


def excepts(sentence: str, before: str) -> bool:
    """Say whether a sentence takes something out of what the one before it says in general."""
    sentence = " ".join(sentence.split())
    forbids = _PERMITS.search(before) and _FORBIDS_IT.search(sentence)
    return bool(forbids or _EXCEPTS.match(sentence))


def is_rest(sentence: str) -> bool:
    """Say whether a sentence speaks of what is left beside the one before it: "No other charge is made."."""
    return bool(_REST.match(sentence))
