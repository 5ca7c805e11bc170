"""Which fact about the article itself a question wants: who wrote it, when and where, what it is called.

Only a question that names the article is taken ("Who wrote this article?"), or one that can mean nothing else
where it begins a conversation ("Who wrote it?"). English and German are known.
"""

import re
from typing import Literal

Fact = Literal["author", "date", "title", "publication"]

# "The report" may be one that the article is about; "this report" is the article.
_ARTICLE = (
    r"(?:(?:the|this) (?:article|text|page|piece)|this (?:story|document|post|paper|report|essay)"
    r"|(?:de[rmns]|das) (?:artikels?|texte?s?)"
    r"|diese[rmns]? (?:artikels?|texte?s?|beitrags?|berichts?|dokuments?))"
)
_IT = rf"(?:it|this|es|das|dies|{_ARTICLE})"
_WRITTEN = "(?:written|published|posted|printed)"
_VERFASST = "(?:geschrieben|verfasst|veröffentlicht|erschienen)"
# IT is the article, also by a pronoun where nothing was said before, ARTICLE the article by name, OF "of the
# article", which may be left out where nothing was said before.
_ASKED: dict[Fact, tuple[str, ...]] = {
    "author": (
        r"who (?:wrote|has written|authored) IT",
        r"by whom (?:was|is) IT(?: written)?",
        r"who (?:is|was) IT (?:written )?by",
        r"(?:who|what)(?:'s| is| are) the (?:name of the )?(?:author|writer)s?OF",
        r"(?:who|what) (?:was|were) the (?:name of the )?(?:author|writer)s? of ARTICLE",
        r"wer hat IT (?:geschrieben|verfasst)",
        r"(?:wer ist|wie heißt) (?:der autor|die autorin|der verfasser|die verfasserin)OF",
        r"von wem (?:ist|stammt) IT",
    ),
    "date": (
        rf"when (?:was|is) IT (?:first )?{_WRITTEN}",
        r"when (?:was|is) ARTICLE (?:from|released)",
        r"what(?:'s| is) the (?:publication date|date of publication|date)OF",
        r"(?:how old is|what date is|what is the date on) ARTICLE",
        rf"wann (?:wurde|ist) IT {_VERFASST}(?: worden)?",
        r"(?:von wann ist|wie alt ist) ARTICLE",
    ),
    "title": (
        r"what(?:'s| is) the (?:title|headline)OF",
        r"what(?:'s| is) ARTICLE called",
        r"(?:wie lautet|was ist) (?:der titel|die überschrift)OF",
    ),
    "publication": (
        rf"where (?:was|is) IT (?:first )?{_WRITTEN}",
        r"where (?:was|is) ARTICLE from",
        r"who (?:published|posted|printed) IT",
        r"(?:which|what) (?:publication|newspaper|magazine|journal|paper|site) (?:is|was) IT (?:from|in)",
        r"what(?:'s| is) the (?:source|publisher|publication) of ARTICLE",
        rf"wo (?:wurde|ist) IT {_VERFASST}(?: worden)?",
        r"(?:was ist|wie lautet) die quelle (?:von )?ARTICLE",
    ),
}
_LEAD = re.compile(r"(?:(?:so|and|ok|okay|please|can you tell me|do you know|tell me|und|bitte)\b[ ,]*)+")
_END = re.compile(r" (?:please|bitte)$")


def asked_fact(question: str, *, opening: bool) -> Fact | None:
    """Return which fact about an article a question wants, None where it wants something else.

    ``opening`` says that nothing was said before it, so that "it" can mean the article only.
    """
    said = " ".join(re.sub(r"[^\w'\s]", " ", question.replace("’", "'")).lower().split())
    lead = _LEAD.match(said)
    said = _END.sub("", said[lead.end() :] if lead else said)
    for fact, patterns in _ASKED.items():
        if any(re.fullmatch(_meant(one, opening=opening), said) for one in patterns):
            return fact
    return None


def _meant(pattern: str, *, opening: bool) -> str:
    of = rf"(?: (?:of |von )?{_IT})?" if opening else rf" (?:of |von )?{_ARTICLE}"
    filled = pattern.replace("OF", of).replace("IT", _IT if opening else _ARTICLE)
    return filled.replace("ARTICLE", _ARTICLE)
