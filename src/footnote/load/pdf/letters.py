"""Letters that a font draws as one or in parts: ligatures, and the accents that TeX sets before a letter."""

import re
import unicodedata

_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_MARKS = dict(zip("¨´`ˆ˜ˇ˘˙˝˚", "\u0308\u0301\u0300\u0302\u0303\u030c\u0306\u0307\u030b\u030a", strict=True))
# What may be an apostrophe or a quotation mark ("it´s", "`a`") is an accent within a word and on a vowel.
_ACCENT = re.compile(r"([¨ˆ˜ˇ˘˙˝˚])([^\W\d_])|(?<=[^\W\d_])([´`])([aeiouyı]|[cn]\b)", re.IGNORECASE)


def whole(text: str) -> str:
    """Return a text in which each letter is one character."""
    return _ACCENT.sub(_accented, text.translate(_LIGATURES))


def _accented(found: re.Match[str]) -> str:
    """Return an accent and a letter as one letter, or as they were where there is no such letter."""
    mark, letter = found[1] or found[3], found[2] or found[4]
    one = unicodedata.normalize("NFC", letter.replace("ı", "i") + _MARKS[mark])
    return one if len(one) == 1 else found[0]
