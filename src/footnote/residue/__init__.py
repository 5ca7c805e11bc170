"""Which lines of a pasted web page are residue: around the article, not of it.

A line counts only as a whole and only where it is short, so a sentence that happens to
begin with such words stays; a longer one counts only where its words are a page's own, such as a notice
that corrects "an earlier version of this article", which is no part of what the article says.
"""

import re

from footnote.residue.subtitles import CUE

_LONGEST = 120  # code points; a longer line is a paragraph
_LONGEST_NOTICE = 600

_SHARE_VERBS = {"share", "tweet", "print", "email", "save", "comment", "comments", "reply", "follow"}
_SHARE_PLACES = {"facebook", "twitter", "linkedin", "whatsapp", "reddit", "instagram", "telegram", "x"}
_SHARE_BAR = _SHARE_VERBS | _SHARE_PLACES
_SHARE_BAR |= {"e", "mail", "like", "copy", "link", "us", "on", "this", "the", "article", "menu"}
_SHARE_BAR |= {"search", "pin", "story", "post", "page", "via"}

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_TIME = r"(?:,? (?:updated )?(?:at )?(?:\d{1,2}[:.]\d\d.{0,12}|\d{1,2} ?[ap]\.?m\.?))?"
_DATE = rf"(?:[a-z]+day,? )?(?:{_DAY} {_MONTH}|{_MONTH} {_DAY}),? \d{{4}}{_TIME}"

_GOING_ON = r"(?:clicking|signing up|subscribing|continuing|submitting|registering|accepting)"
_AGREE = r"(?:agree|accept|consent|confirm|acknowledge)"
_POLICY = r"(?:terms|conditions|privacy|polic(?:y|ies)|cookies)"
_PLACES = (
    r"(?:our )?(?:facebook|twitter|x|instagram|linkedin|whatsapp|telegram|youtube|tiktok|bluesky|mastodon)"
)

MANUAL = re.compile(r"(?P<page>\S+\(\d\w*\))\s+\S.*\s(?P=page)")  # "LS(1)     User Commands     LS(1)"

_WHOLE_LINES = (
    r"placeholder canvas",
    MANUAL.pattern,
    rf"{CUE.pattern}|(?-i:WEBVTT)(?: - .*)?|♪.*♪",
    r"\d+ (?:comments?|shares?|likes?|min(?:ute)?s? read)",
    r"(?:skip|jump) to (?:main )?(?:content|navigation|search)",
    r"advertise?ment|sponsored(?: content)?|story continues below.{0,20}",
    r"(?:read|see|view|show|learn|load) (?:more|also|all|next|related)\b(?:\.|.*[^.])?",
    r"(?:related|recommended|most read|trending|more) (?:articles?|stories|posts?|news|on this|from)\b.*",
    r"related: .*[^.]",
    r"(?:sign up|subscribe|log ?in|register|join us|newsletter)\b.*[^.]",
    r"(?:sign up|subscribe)(?: here| now| today| free)* (?:for|to) (?:our|my)\b[^.]{0,40}\bnewsletters?"
    r"(?: here| now| today)?[.!]",
    r"accept (?:all )?cookies|enter your e-?mail(?: address)?",
    r"(?:(?:cover|featured|header|lead|title) )?(?:photo(?:graph)?|image|picture|video|graphic)s?"
    r"(?: credit| by| courtesy)?(?: of)? ?[:©].*",
    r"\((?:(?:photo|image)s?(?: credit)?(?: by|:)|credit:|via (?-i:[A-Z]))[^()]*\)",
    r"getty images.*|ap photo.*|afp|reuters",
    r"(?:first )?(?:published|updated|posted|last (?:updated|modified))\b(?: (?:on|at|by))?:? .*\d.*[^.]",
    r"publication:.*(?:volume|issue|vol\.|no\.).*",
    r"(?:volume|vol\.):? ?\d+.*(?:issue|no\.):? ?\d+.*",
    _DATE,
    rf"for (?:immediate )?release(?:: {_DATE})?",
    r"<!--.*-->|```[\w-]*|~~~[\w-]*",  # what Markdown has beside text
    r"(?:[-*+] )?\[[^\]]+\]\(#[^)]*\)",  # an entry of its contents
    r"(?:©|copyright|all rights reserved).*|[^.]{0,30}© ?(?:19|20)\d\d\b.*",
    r"\(?(?:additional reporting|(?:reporting|writing) by [^.;]{3,80}; (?:writing|editing)) by (?-i:[A-Z]).*",
    r"(?:pic\.twitter\.com|https://t\.co)/\S+|(?:\S+@\S+ )?(?-i:\(END\))",
    r"from wikipedia, the free encyclopedia|coordinates: ?\d.*|authority control\b.*[^.]",
    r"(?:main articles?|see also): .*[^.]|hidden categories: .*[^.]",
    r"(?:we|this (?:web)?site) uses? cookies\b[^.]*\.?",
    r"we and our (?:[a-z-]+ )?partners (?:use|store|process|access)\b[^.]*\b(?:cookies|device)\b[^.]*\.?",
    rf"by {_GOING_ON}\b[^.]{{0,80}}\byou {_AGREE}\b[^.]*\bour\b[^.]*\b{_POLICY}\b[^.]*\.?",
    r"(?:get|receive) [^.]*\b(?:news(?:letters?)?|stories|headlines|updates|briefings?|articles|posts|digest|"
    r"e-?mails|best|latest) [^.]*\b(?:in|to) your inbox\b[^.]*\.?",
    rf"follow us on {_PLACES}(?:(?:, | and | & | or |, and ){_PLACES})*"
    r"(?: (?:@|at\b|for\b)[^.]{0,40})?(?:[.!](?: .{0,60})?)?",
    r"for (?:the|an?|other|others|similar)\b[^.]{0,60}, see (?-i:[A-Z])[^.]{1,80} \(disambiguation\)\.?",
)
_ON_DATE = rf"on (?:{_DATE}|{_DAY} {_MONTH}|{_MONTH} {_DAY})"
_THIS = r"this (?:article|headline|page|post|story)"
_EARLIER = r"(?:earlier|previous|original) version"
_VERSION = rf"an? {_EARLIER} of this"
_ERROR = (
    r"(?:(?:incorrectly|mistakenly|wrongly|erroneously)\b|mis(?:stat|spel|identif|nam|quot|attribut|report|"
    r"represent|dat|calculat|label|character)\w*|"
    r"(?:gave|had|contained|included|used)\b[^.]{0,40}\b(?:wrong|incorrect|errors?|mistakes?|misspel\w+)\b)"
)
_SAID = r"(?:said|stated|referred|suggested|claimed)\b"
_LABEL = (
    r"(?:(?:(?:editor|author)['’]?s?['’]? )?(?:note|update|corrections?|clarifications?)"
    rf"(?:[ ,(]{{1,2}}{_DATE}\)?)?: )?"
)
_MENDING = r"to (?:correct|clarify|reflect|rectify|fix|make clear)\b"
_MENDED = (  # a law may say that "this article was amended to reflect" something
    rf"(?:amended to correct\b|(?:corrected|updated) {_MENDING}|updated (?:with|to (?:add|include))\b[^.]*\b"
    r"(?:comments?|statements?|responses?|quotes?|details|information)\b).*"
)
_NAME = r"(?>[A-Z][\w.'’-]*+)"
_IMAGE = r"!\[[^\]]*\]\([^)]*\)"
_TAG = r"</?[a-z][\w-]*(?:\s[^<>]*)?/?>"
_NOTICES = (
    rf"(?:(?:\[{_IMAGE}\]\([^)]*\)|{_IMAGE}|{_TAG})\s*)+",  # badges and tags alone
    r"we and our [\d,]+ (?:[a-z-]+ )?partners (?:use|store|process|access)\b[^.]*\b(?:cookies|device)\b.*",
    rf"(?:we|this (?:web)?site) uses? cookies\b[^.]*\. (?:by {_GOING_ON}\b|(?:find out|learn|read) more\b).*",
    rf"{_LABEL}{_VERSION} (?:(?:article|headline|page|post|story|piece) {_ERROR}|"
    rf"(?:article|headline|post) {_SAID}).*",
    rf"{_LABEL}{_THIS} (?:was|has been) (?:{_MENDED}|(?:amended|corrected|clarified|updated) (?:{_ON_DATE}"
    rf"(?:\.?|[,:]? {_MENDING}.*|.*\b(?:{_EARLIER}|{_ERROR}).*)|"
    rf"because (?:of an? (?:[a-z]+ )?error|an? {_EARLIER})\b.*|"
    r"(?:since|after|following) (?:it was )?(?:first )?(?:publication|published)\b.*))",
    rf"{_LABEL}this (?:article|headline|story) (?:originally |previously )?{_ERROR}.*",
    rf"{_LABEL}this (?:article|headline) (?:originally|previously) {_SAID}.*",
    rf"(?:corrections?|clarifications?)(?:[ ,(]{{1,2}}{_DATE}\)?)?: .*\b(?:{_ERROR}|{_VERSION}\b).*",
    r"this (?:article|section) (?:needs|may|has|relies|contains|does not|is (?:written|missing))\b.*"
    r"(?:\(learn how and when to remove th(?:is|ese) (?:message|template)s?\)|"
    r"\bplease (?:help (?:to )?)?(?:improve|rewrite|expand|update|clarify) (?:it|this|the)\b).*",
    r"this page was last edited on \d.*|text is available under the creative commons\b.*",
    rf"(?-i:(?:(?:the )?{_NAME},? (?:and |& )?){{2,30}})contributed to this (?:report|story|article)\.?",
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
