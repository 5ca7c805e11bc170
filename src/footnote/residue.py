"""Which lines of a pasted web page are residue: around the article, not of it.

A line counts only as a whole and only where it is short, so a sentence that happens to
begin with such words stays; a longer one counts only where its words are a page's own, such as a notice
that corrects "an earlier version of this article", which is no part of what the article says.
"""

import re

_LONGEST = 120  # code points; a longer line is a paragraph
_LONGEST_NOTICE = 600

_SHARE_VERBS = {"share", "tweet", "print", "email", "save", "comment", "comments", "reply", "follow"}
_SHARE_PLACES = {"facebook", "twitter", "linkedin", "whatsapp", "reddit", "instagram", "telegram", "x"}
_SHARE_BAR = _SHARE_VERBS | _SHARE_PLACES
_SHARE_BAR |= {"e", "mail", "like", "copy", "link", "us", "on", "this", "the", "article", "menu"}
_SHARE_BAR |= {"search", "pin", "story", "post", "page", "via"}

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_TIME = r"(?:,? (?:at )?\d{1,2}[:.]\d\d.{0,12})?"
_DATE = rf"(?:[a-z]+day,? )?(?:{_DAY} {_MONTH}|{_MONTH} {_DAY}),? \d{{4}}{_TIME}"

_WHOLE_LINES = (
    r"placeholder canvas",
    r"\d+ (?:comments?|shares?|likes?|min(?:ute)?s? read)",
    r"(?:skip|jump) to (?:main )?(?:content|navigation|search)",
    r"advertise?ment|sponsored(?: content)?|story continues below.{0,20}",
    r"(?:read|see|view|show|learn|load) (?:more|also|all|next|related)\b(?:\.|.*[^.])?",
    r"(?:related|recommended|most read|trending|more) (?:articles?|stories|posts?|news|on this|from)\b.*",
    r"(?:sign up|subscribe|log ?in|register|join us|newsletter)\b.*[^.]",
    r"accept (?:all )?cookies|enter your e-?mail(?: address)?",
    r"(?:photo(?:graph)?|image|picture|video|graphic)s?(?: credit| by| courtesy)?(?: of)? ?[:©].*",
    r"getty images.*|ap photo.*|afp|reuters",
    r"(?:first )?(?:published|updated|posted|last (?:updated|modified))\b(?: (?:on|at|by))?:? .*\d.*[^.]",
    r"publication:.*(?:volume|issue|vol\.|no\.).*",
    r"(?:volume|vol\.):? ?\d+.*(?:issue|no\.):? ?\d+.*",
    _DATE,
    r"<!--.*-->|```[\w-]*|!\[[^\]]*\]\([^)]*\)",  # what Markdown has beside text
    r"(?:©|copyright|all rights reserved).*",
    r"from wikipedia, the free encyclopedia|coordinates: ?\d.*|authority control\b.*[^.]",
    r"(?:main articles?|further information|see also): .*[^.]|(?:hidden )?categories: .*[^.]",
    r"for (?:the|an?|other|others|similar)\b[^.]{0,60}, see (?-i:[A-Z])[^.]{1,80} \(disambiguation\)\.?",
)
_THIS = r"this (?:article|post|page|headline|story|piece)"
_WRONGLY = r"(?:incorrectly|mistakenly|wrongly|originally|previously|erroneously|mis[a-z]+ed)"
_NOTICES = (
    r"we and our (?:[\d,]+ )?(?:[a-z-]+ )?partners (?:use|store|process|access)\b[^.]*\b"
    r"(?:cookies|device)\b.*",
    r"(?:we|this (?:web)?site) uses? cookies\b.*",
    r"by (?:clicking|signing up|subscribing|continuing|submitting|registering)\b[^.]{0,80}\byou "
    r"(?:agree|accept|consent|confirm|acknowledge)\b.*",
    r"(?:get|receive) [^.]{1,120}\b(?:in|to) your inbox\b.*",
    r"follow us on\b.*",
    rf"(?:[^.:]{{0,40}}: )?an? (?:earlier|previous|original) version of {_THIS} "
    rf"(?:{_WRONGLY}|said|stated|gave|had|contained|referred|suggested|claimed)\b.*",
    rf"(?:[^.:]{{0,40}}: )?{_THIS} (?:was|has been) (?:amended|corrected|clarified|updated) "
    r"(?:on|to|after|because|since|following|with|at)\b.*",
    rf"(?:[^.:]{{0,40}}: )?{_THIS} {_WRONGLY}(?: (?:said|stated|gave|named|identified|referred)\b)?.*",
    r"(?:corrections?|clarifications?)\b[^.:]{0,40}: "
    rf".*\b(?:{_WRONGLY}|(?:earlier|previous|original) version)\b.*",
    r"this (?:article|section) (?:needs|may|has|relies|contains|does not|is (?:written|missing))\b.*"
    r"(?:\(learn how and when to remove th(?:is|ese) (?:message|template)s?\)|"
    r"\bplease (?:help )?(?:improve|help)\b).*",
    r"this page was last edited on \d.*|text is available under the creative commons\b.*",
    # A caption with its credit.
    r".{1,300}[.!?”\"’)] (?:photo(?:graph)?|image|picture|illustration|graphic)s?"
    r"(?: credit| by| courtesy of)?: ?(?-i:[A-Z©])[^.!?]{1,60}",
)


def _any_of(lines: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{line})" for line in lines), re.IGNORECASE)


_RESIDUE = _any_of(_WHOLE_LINES)
_NOTICE = _any_of(_NOTICES)
_BYLINE = re.compile(r"(?:By|BY) (?>[A-Z][\w.'’-]*+,? ?(?:and |& )?){2,5}(?:[,|].{0,60})?")


def is_residue(line: str) -> bool:
    """Whether a whole line is residue: a share bar, a byline, a bare date, "Read more", and such."""
    line = line.strip()
    if not line or len(line) > _LONGEST:
        return len(line) <= _LONGEST_NOTICE and bool(_NOTICE.fullmatch(line))
    if _RESIDUE.fullmatch(line) or _NOTICE.fullmatch(line):
        return True
    if _BYLINE.fullmatch(line) and not line.endswith((".", "!", "?")):
        return True
    words = re.findall(r"\w+", line.casefold())
    return bool(words) and set(words) <= _SHARE_BAR and bool(_SHARE_VERBS & set(words))
