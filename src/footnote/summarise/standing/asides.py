"""What is no part of an article's flow: residue, captions, terms, and what only says what comes next."""

import re
from collections import Counter
from collections.abc import Sequence

from footnote.schema import Sentence
from footnote.summarise.backmatter import is_service, lists_works

_REPORTS = 2  # sentences with "said" or the like, by which an article is news
_LONGEST_SCENE = 24  # words
_LONGEST_SIGNPOST = 12  # words
_ODD_END = re.compile(r"\s[.!?]$")
_SEEN = re.compile(
    r"\((?:pictured|above|below|left|right|centre|center|inset|file (?:photo|picture|image))\b[^)]*\)|"
    r"\bpictured\b,? (?:here|left|right|above|below|together|in|with|at|on)\b|^\W*pictured\b|"
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
_SIGNPOST = re.compile(
    r"(?:(?:and|but|so) )?let (?:me|us) "
    r"(?:begin|start|turn|return|come back|go back|move on|end|finish|close)\b",
    re.IGNORECASE,
)
_REFERS = re.compile(  # "See the description of …", "See also git-log(1)."
    r"see (?:also )?(?:(?:(?!\b(?:that|if|when|what|how)\b).)* )?"
    r"(?:above|appendix|below|chapter|description|documentation|figure|manual|page|"
    r"section|table|§.*|\S+\(\d\)|https?:\S+)\b",
    re.IGNORECASE,
)
_TEASER = re.compile(r"\[(?:…|\.\.\.)\]$")  # of another article: one of several paragraphs that break off
_FEWEST_DEFINITIONS = 3  # by which they are a contract's own terms
_DEFINITION = re.compile(
    r"(?:[\d.]+\s+)?(?:In this \w+,? )?[\"“][^\"“”]+[\"”](?: (?:and|or) [\"“][^\"“”]+[\"”])*"
    r" (?:shall )?(?:means?|refers? to)\b"
)
_CORRECTS = re.compile(r"(?:\d{1,2}[:.]\d\d )?(?:corrections?|clarifications?)\W*", re.IGNORECASE)
_LABEL = re.compile(r"[\"'‘“]?[A-Z][\w’'.-]*(?: [\w’'.-]+){0,3}[\"'’”]?:\s+[\"'‘“]?[A-Z]")
_TASK = re.compile(
    r"(?:ACTIONS?|AGREED|DECI(?:DED|SIONS?)|NOTE|RESOLVED|TASKS?|TO[- ]?DO|WARNING):"
)  # in minutes
_SAYS = re.compile(
    r"\b(?:said|says|added|wrote|asked|told|claimed?|continued|explained|insisted|read|reads|is|are|was)\b"
)


def residue_of(texts: Sequence[str], sentences: Sequence[Sentence], behind: int) -> list[bool]:
    """Return which are residue, or back matter from ``behind`` on; of paragraphs, all that residue begins."""
    in_paragraphs = sentences[0].paragraph != sentences[-1].paragraph
    opened_by, found = -1, []
    breaking = {one.paragraph for text, one in zip(texts, sentences, strict=True) if _TEASER.search(text)}
    teasers = breaking if len(breaking) > 1 else set()
    for number, (text, sentence) in enumerate(zip(texts, sentences, strict=True)):
        opens = number == 0 or sentences[number - 1].paragraph != sentence.paragraph
        below = bool(_CORRECTS.fullmatch(sentence.heading)) or lists_works(sentence.heading)
        own = is_service(text) or below
        if own and opens and in_paragraphs:
            opened_by = sentence.paragraph
        found.append(own or number >= behind or sentence.paragraph in {opened_by, *teasers})
    return found


def asides(texts: Sequence[str], sentences: Sequence[Sentence], residue: Sequence[bool]) -> list[bool]:
    """Return which sentences are no part of the article's flow: residue, captions, a contract's terms.

    A question that is a paragraph of its own heads what stands below.
    """
    alone = Counter(sentence.paragraph for sentence in sentences)
    defining = [bool(_DEFINITION.match(text)) for text in texts]
    terms = sum(defining) >= _FEWEST_DEFINITIONS
    odd = sum(bool(_ODD_END.search(text)) for text in texts)
    captions_end_oddly = odd <= 0.8 * len(texts)
    news = sum(bool(_REPORTED.search(text)) for text in texts) >= _REPORTS
    return [
        residue[number]
        or _is_caption(text)
        or (terms and defining[number])
        or _is_signpost(text)
        or (alone[sentences[number].paragraph] == 1 and text.rstrip("*_ ").endswith("?"))
        or (news and _is_scene(text))
        or (captions_end_oddly and bool(_ODD_END.search(text)))
        for number, text in enumerate(texts)
    ]


def _is_caption(text: str) -> bool:
    if _SEEN.search(text):
        return True
    label = None if _TASK.match(text) else _LABEL.match(text)
    return bool(label) and not _SAYS.search(text[: label.end()] if label else "")


def _is_signpost(text: str) -> bool:
    """Whether a sentence says only what comes next or stands where: "Let me begin with what they cost."."""
    return len(text.split()) <= _LONGEST_SIGNPOST and bool(_SIGNPOST.match(text) or _REFERS.match(text))


def _is_scene(text: str) -> bool:
    """Whether a news sentence says what a photograph shows: "Police watch over travelers at …"."""
    scene = _SCENE.match(text)
    if scene is None or len(text.split()) > _LONGEST_SCENE or _REPORTED.search(text):
        return False
    return not _VERBAL.search(scene["who"])
