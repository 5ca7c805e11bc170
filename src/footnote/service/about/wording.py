"""How a question names the article itself, and how it is made plain to compare it with the ways to ask.

"The report" may be one that the article is about; "this report" is the article.
"""

import re

ARTICLE = (
    r"(?:(?:the|this) (?:article|text|page|piece)|this (?:story|document|post|paper|report|essay)"
    r"|(?:de[rmns]|das) (?:artikels?|texte?s?)"
    r"|diese[rmns]? (?:artikels?|texte?s?|beitrags?|berichts?|dokuments?))"
)
_IT = rf"(?:it|this|es|das|dies|{ARTICLE})"
_HERE = rf"(?: (?:(?:anywhere )?(?:here|in {_IT})|anywhere|hier|darin|im (?:artikel|text)))?"
_LEAD = re.compile(
    r"(?:(?:so|and|ok|okay|please|can you|could you|tell me|do you know|und|bitte|kannst du|sag mir)\b[ ,]*)+"
)
_END = re.compile(r" (?:please|bitte)$")


def plain(question: str) -> str:
    """Return a question's words in lower case, without marks and without what only asks politely."""
    said = " ".join(re.sub(r"[^\w'\s]", " ", question.replace("’", "'")).lower().split())
    lead = _LEAD.match(said)
    return _END.sub("", said[lead.end() :] if lead else said)


def asked(pattern: str, said: str, *, opening: bool) -> re.Match[str] | None:
    """Match what was said, made plain, as a whole.

    In ``pattern`` ARTICLE is the article by name, IT also by a pronoun where nothing was said before it
    (``opening``), OF "of the article", which may be left out there, and HERE "in the article" or nothing.
    """
    of = rf"(?: (?:of |von )?{_IT})?" if opening else rf" (?:of |von )?{ARTICLE}"
    filled = pattern.replace("OF", of).replace("HERE", _HERE).replace("IT", _IT if opening else ARTICLE)
    return re.fullmatch(filled.replace("ARTICLE", ARTICLE), said)
