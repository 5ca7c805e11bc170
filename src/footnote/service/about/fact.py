"""Which fact about the article itself a question wants: who wrote it, when and where, what it is called.

Only a question that names the article is taken ("Who wrote this article?"), or one that can mean nothing else
where it begins a conversation ("Who wrote it?"). English and German are known.
"""

from typing import Literal

from footnote.service.about.wording import asked, plain

Fact = Literal["author", "date", "title", "publication"]

_WRITTEN = "(?:written|published|posted|printed)"
_VERFASST = "(?:geschrieben|verfasst|veröffentlicht|erschienen)"
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


def asked_fact(question: str, *, opening: bool) -> Fact | None:
    """Return which fact about an article a question wants, None where it wants something else.

    ``opening`` says that nothing was said before it, so that "it" can mean the article only.
    """
    said = plain(question)
    for fact, patterns in _ASKED.items():
        if any(asked(one, said, opening=opening) for one in patterns):
            return fact
    return None
