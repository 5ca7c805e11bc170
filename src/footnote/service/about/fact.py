"""Which fact about the article itself a question wants: who wrote it, when and where, what it is called."""

import re
from typing import Literal

from footnote.utterance import Wish, wish

Fact = Literal["author", "date", "title", "publication"]

_WRITTEN = "written wrote published posted printed publish publishes"
_VERFASST = "geschrieben verfasst veröffentlicht erschienen"
# "How old is it?", "What is it called?" and "Who was the author?" rather ask for what an article is about.
_FACTS: dict[Fact, Wish] = {
    "date": wish(
        r"when|what year|which year|what .*date|how old is article|date of|publication date|"
        r"article (?:very |still )?(?:recent|old|new)|wann|wie alt ist article|datum|erscheinungsdatum",
        f"{'|'.join(f'{_WRITTEN} {_VERFASST}'.split())}|article|date|datum|erscheinungsdatum",
        f"{_WRITTEN} {_VERFASST} date dated year old recent new publication first alt datum worden "
        "erscheinungsdatum",
        named=True,
    ),
    "author": wish(
        r"^(?!.*\b(?:wants?|need|like|get|got|did|do the|does the)\b)|^i\b|^can i\b",
        r"(?<!was the )(?<!were the )(?:author|writer)s?|(?:author|writer)s? of article|journalists?|"
        r"byline|who wrote|who has written|who authored|who.* by|by whom|autor|autoren|autorin|verfasser|"
        r"verfasserin|wer hat|von wem",
        f"{_WRITTEN} {_VERFASST} author authors writer writers journalist journalists byline whom name names "
        "authored autor autoren autorin verfasser verfasserin wem stammt heißt",
        named=True,
    ),
    "title": wish(
        r"^(?!(?:who|wer)\b)(?!.*\b(?:got|get)\b)",
        r"title|headline|article called|titel|überschrift|heißt article",
        "title headline called main titel überschrift heißt lautet",
        named=True,
    ),
    "publication": wish(
        r"where|which|what|who|url|link|wo|woher|quelle|was|source of article|publisher",
        r"published|posted|printed|(?:which|what) (?:news )?(?:newspaper|magazine|journal|agency|site|"
        r"website|publication)|source of article|url|link|publisher|article.* from|veröffentlicht|erschienen|"
        r"quelle|stammt",
        f"{_WRITTEN} {_VERFASST} publication newspaper magazine journal agency news site website source url "
        "link publisher original first come comes came taken quelle stammt woher lautet",
        named=True,
    ),
}


def asked_facts(question: str, *, opening: bool) -> tuple[Fact, ...]:
    """Return which fact about an article a question wants, several if joined: "Who wrote it and when?".

    ``opening`` says that nothing was said before it, so that "it" can mean the article only.
    """
    said = tuple(fact for fact, known in _FACTS.items() if known.said(question, opening=opening) is not None)
    return said if re.search(r"\b(?:and|und)\b", question, re.IGNORECASE) else said[:1]
