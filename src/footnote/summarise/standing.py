"""Which sentences may stand in a summary, and which of them lean on the sentence before.

All is decided from the words alone; leaning in English only (``leaning``), so that a sentence in
another language counts as standing alone.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from footnote.residue import is_residue
from footnote.schema import Article, Sentence
from footnote.summarise.leaning import leans, names_in

_FEWEST_WORDS = 5
_REPORTS = 2  # sentences with "said" or the like, by which an article is news
_LONGEST_SCENE = 24  # words
_CHAIN = 2  # sentences that are brought along at most

_ENDS = re.compile(r"[.!?…。！？][\"'”’»)\]\s]*$")
_ODD_END = re.compile(r"\s[.!?]$")
_SERVICE_LINES = (
    r"(?:scroll|swipe) (?:down|up)\b",
    r"click (?:here|on|through|to)\b",
    r"(?:read|see|watch)(?: more| also| next| now| video)?:",
    r"(?:watch|see|read|take a look|learn more|vote|listen)\b.*[»›]\W*$",
    r"vote now\b",
    r"video\b(?!s? (?:show|game|call|of|from|on|record))",
    r"for (?:more|further|confidential) (?:information|details|help|support|on|about)\b",
    r"follow (?:us|me|him|her|them|@)",
    r"e-?mail to a friend",
    r"sorry,? we are\b",
    r"(?:the )?(?:views|opinions) expressed\b",
    r"this (?:article|story|post|report|interview) (?:is a sample|was|has been|first|originally|appeared)\b",
    r"(?:all )?(?:copyright|rights reserved)\b",
    r"(?:published|updated|posted|last updated|created)\b:? ",
    r"by\b[ .]*$",
    r"\d{1,2}[:.]\d\d (?:[ap]m|[A-Z]{2,4})\b.{0,40}\d{4}",
    r"to (?:order|subscribe|donate|find out more|learn more|comment)\b",
)
_SERVICE = re.compile("|".join(rf"(?:{line})" for line in _SERVICE_LINES), re.IGNORECASE)
_CREDIT = re.compile(
    r"\bcontributed to (?:this|the) (?:report|story|article)\b|\ball rights reserved\b|"
    r"^additional (?:reporting|research) by\b",
    re.I,
)
_REFERENCE = re.compile(  # an entry of a list of works: its authors, or its volume and pages
    r"(?:[A-Z][\w’'-]+,? [A-Z]{1,3}\b,? ){2}|.*[a-z]\.?,? \d{1,4}(?: ?\(\d{1,4}\))?[,:] ?\d+[–-]\d+\.?$"
)
_SEEN = re.compile(
    r"\((?:pictured|above|below|left|right|centre|center|inset|file (?:photo|picture|image))\b[^)]*\)|"
    r"\bpictured\b,? (?:here|left|right|above|below|together|in|with|at|on|with)\b|^\W*pictured\b|"
    r", (?:far |second |third )?(?:left|right|above|centre),",
    re.IGNORECASE,
)
_SCENE = re.compile(
    r"(?P<who>[A-Z][^,.;:“”\"'‘’]{2,60}?) (?:stands?|poses?|walks?|sits?|smiles?|waves|watch(?:es)?|"
    r"looks? (?:on|over|at)|gestures?|runs? (?:to|towards?|past)|speaks? (?:to|at|with)|greets?|hugs?|"
    r"kiss(?:es)?|gathers?|mourns?|shakes? hands)\b"
)
_VERBAL = re.compile(
    r"\b(?:to|would|will|can|could|may|might|must|should|not|who|that|which|is|are|was|were|has|had|have)\b"
)
_REPORTED = re.compile(r"\b(?:said|told|added|announced|reported)\b")
_GLUED = re.compile(r"[a-z]\)[A-Z\d]|[a-z]{2}[.!?][A-Z][a-z]|\d\.$(?<=[a-z)]\d\.)")
_NO_PREDICATE = re.compile(r"[A-Z][\w’'-]*(?: [\w’'-]+){0,2}, (?:who|which|whose|where) [^,]+[.!?]$")
_CUT_SHORT = re.compile(r"(?:\bthen-|\b(?:with|former|senior|top|by|and|then|-)) ?U\.S\.$")
_UNFINISHED = re.compile(
    r"\b(?:of|the|and|to|for|in|an?|with|that|by|on|at|from|or|as|his|her|their|its|could|would|will|which)\s+\.$"
)
_LABEL = re.compile(r"[\"'‘“]?[A-Z][\w’'.-]*(?: [\w’'.-]+){0,3}[\"'’”]?:\s+[\"'‘“]?[A-Z]")
_SAYS = re.compile(
    r"\b(?:said|says|added|wrote|asked|told|claimed?|continued|explained|insisted|read|reads|is|are|was)\b"
)

_QUOTATION_MARK = re.compile(
    r"(?P<opens>(?:(?<=[\s(“\"])|^)[‘'](?=[^\W\d])|(?:(?<=[\s(])|^)\"(?=\w))|"
    r"[“”„\"]|(?<=[\w.,!?…])[’'](?=[\s.,;:)–-]|$)"
)
_CLOSED_BY = {"“": "”", "„": "”", "‘": "’"}
_SAME_MARK = {"’": "'"}
_LONGEST_QUOTATION = 8  # sentences; what seems longer is a mark that was never closed


@dataclass(frozen=True, slots=True)
class Standing:
    """How a sentence stands: ``usable`` at all, and the numbers of the sentences that it leans on.

    ``needs`` are in order and, captions apart, directly before it; empty where it stands alone.
    """

    usable: bool
    needs: tuple[int, ...] = ()


def standings(article: Article, sentences: Sequence[Sentence]) -> list[Standing]:
    """Judge every sentence of an article, or of a run of its sentences.

    Where nothing passes, as in a list, a poem or a table, everything that is no residue does; where
    all is residue, everything.
    """
    texts = [article.text[s.start : s.end] for s in sentences]
    aside = _asides(texts, sentences)
    quoted = _inside_quotation(texts, sentences)
    broken = [
        quoted[number] or _is_fragment(text) or (number > 0 and bool(_UNFINISHED.search(texts[number - 1])))
        for number, text in enumerate(texts)
    ]
    if all(a or b for a, b in zip(aside, broken, strict=True)):
        residue = _residue(texts, sentences)
        usable = [not one for one in residue] if not all(residue) else [True] * len(texts)
        return [Standing(one) for one in usable]
    return _chains(article, sentences, aside, broken)


def _asides(texts: Sequence[str], sentences: Sequence[Sentence]) -> list[bool]:
    """Return which sentences are no part of the article's flow: residue and captions."""
    residue = _residue(texts, sentences)
    odd = sum(bool(_ODD_END.search(text)) for text in texts)
    captions_end_oddly = odd <= 0.8 * len(texts)
    news = sum(bool(_REPORTED.search(text)) for text in texts) >= _REPORTS
    return [
        residue[number]
        or _is_caption(text)
        or (news and _is_scene(text))
        or (captions_end_oddly and bool(_ODD_END.search(text)))
        for number, text in enumerate(texts)
    ]


def _residue(texts: Sequence[str], sentences: Sequence[Sentence]) -> list[bool]:
    """Return which are residue; in an article of paragraphs, all of one that begins with residue."""
    in_paragraphs = sentences[0].paragraph != sentences[-1].paragraph
    opened_by, found = -1, []
    for number, (text, sentence) in enumerate(zip(texts, sentences, strict=True)):
        opens = number == 0 or sentences[number - 1].paragraph != sentence.paragraph
        own = _is_residue(text)
        if own and opens and in_paragraphs:
            opened_by = sentence.paragraph
        found.append(own or sentence.paragraph == opened_by)
    return found


def _is_residue(text: str) -> bool:
    line = text.strip(" .|\n")
    return (
        is_residue(line)
        or bool(_SERVICE.match(text.lstrip(" (“\"'‘")))
        or bool(_CREDIT.search(line) or _REFERENCE.match(line))
    )


def _is_fragment(text: str) -> bool:
    start = text.lstrip("\"'“‘( ")
    lower = start[:1].islower() and not start[1:2].isupper()  # iPhone
    few = len(text.split()) < _FEWEST_WORDS and not _is_unspaced(text)
    broken = _GLUED.search(text) or _NO_PREDICATE.fullmatch(text) or _CUT_SHORT.search(text)
    return lower or few or bool(broken) or not _ENDS.search(text)


def _is_unspaced(text: str) -> bool:
    return any("぀" <= char <= "鿿" or "가" <= char <= "힯" for char in text)


def _is_caption(text: str) -> bool:
    if _SEEN.search(text):
        return True
    label = _LABEL.match(text)
    return bool(label) and not _SAYS.search(text[: label.end()] if label else "")


def _is_scene(text: str) -> bool:
    """Whether a news sentence says what a photograph shows: "Police watch over travelers at …"."""
    scene = _SCENE.match(text)
    if scene is None or len(text.split()) > _LONGEST_SCENE or _REPORTED.search(text):
        return False
    return not _VERBAL.search(scene["who"])


def _inside_quotation(texts: Sequence[str], sentences: Sequence[Sentence]) -> list[bool]:
    """Return which sentences open, continue or close a quotation that is longer than themselves."""
    mark, held, paragraph, found = "", 0, -1, []
    for text, sentence in zip(texts, sentences, strict=True):
        if sentence.paragraph != paragraph or held > _LONGEST_QUOTATION:
            mark, held = "", 0
        paragraph, before = sentence.paragraph, mark
        mark = _open_quotation(text, before)
        held = held + 1 if mark else 0
        found.append(bool(before or mark))
    return found


def _open_quotation(text: str, mark: str) -> str:
    """Return the mark that closes the quotation which is open after a text, "" where none is.

    ``mark`` closes what is open before it. A single mark after a letter closes only what was opened in
    the same text: it may be an apostrophe.
    """
    opened_here = False
    for match in _QUOTATION_MARK.finditer(text):
        found, opens = match.group(), match["opens"] is not None
        sure = opened_here or found in '”"' or text[match.start() - 1] in ".,!?…"
        if not mark and (opens or found in "“„"):
            mark, opened_here = _CLOSED_BY.get(found, found), True
        elif mark and not opens and sure and _SAME_MARK.get(found, found) == _SAME_MARK.get(mark, mark):
            mark = ""
    return mark


def _chains(
    article: Article, sentences: Sequence[Sentence], aside: Sequence[bool], broken: Sequence[bool]
) -> list[Standing]:
    """Give each leaning sentence those before it; one whose chain breaks or is too long is not usable.

    What stands aside, as a caption does, is passed over: "they" after it are those named before it.
    """
    texts = [article.text[s.start : s.end] for s in sentences]
    names, judged = names_in(texts), article.language in ("en", "und")
    found: list[Standing] = []
    before: int | None = None
    for number, text in enumerate(texts):
        sound = not aside[number] and not broken[number]
        if not sound or not judged or not leans(text, names):
            found.append(Standing(sound))
        elif before is None or not _near(sentences[before], sentences[number]):
            found.append(Standing(False))
        else:
            needs = (*found[before].needs, before)
            usable = found[before].usable and len(needs) <= _CHAIN
            found.append(Standing(usable, needs if usable else ()))
        before = before if aside[number] else number
    return found


def _near(before: Sentence, sentence: Sentence) -> bool:
    return before.heading == sentence.heading and sentence.paragraph - before.paragraph <= 1
