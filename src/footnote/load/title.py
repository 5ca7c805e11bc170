"""Which line of a text is its title."""

import re
from collections.abc import Sequence

from footnote.load.byline import find_byline
from footnote.residue import MANUAL, is_residue
from footnote.residue.header import header_of
from footnote.residue.subtitles import counters
from footnote.schema.lines import ENDS
from footnote.turns import speakers

MAX_TITLE = 300  # code points

_TITLE_WORDS = 30  # a longer first line is a paragraph
_OPENING_LINES = 12  # a title is looked for among so many first lines
_BELOW_MENU = 80  # and among so many where a page's menu stands above it
_MENU = 3  # lines that are a page's controls
_HEADLINE_WORDS = 5  # of a line above those controls, which is more than a site's name
_WORD = re.compile(r"\w+")
_UNTITLED_LENGTH = 80
_MARKS = "#*_ \t"  # Markdown's around a title
_NO_TITLE = re.compile(
    r"(?:main |site |toggle )?(?:menu|navigation)|search|sign in|log ?in|subscribe|register|home|"
    r"create (?:an )?account|accessibility (?:help|links|statement)|accept all|manage (?:options|cookies)|"
    r"we value your privacy|contents(?: hide)?|\(top\)|(?:for immediate|press|news|media) release|.*:|"
    r".*\b\d{1,4} ?(?:\(\d{1,3}\) ?)?\(\d{4}\)[:,]? ?\d+[–-]\d+.*",  # a journal's running head
    re.IGNORECASE,
)
_CONTACT = re.compile(r"\s*(?:(?:[\w-]+ )?contacts?:.*|.*:)", re.IGNORECASE)  # whom the lines below it give
_HATNOTE = re.compile(r"(?:.{1,100}\. )?for .{1,80}, see (?-i:[A-Z]).{1,100}", re.IGNORECASE)  # a wiki's
_IS = re.compile(
    r"(?: ?(?:\([^()]{0,200}\)|\[[^\[\]]{0,200}\])){0,3},? (?:is|are|was|were) (?:an?|the|one)\b"
)


def find_title(text: str) -> str:
    """Return the line that is most likely the title: among the first lines, not residue, about the text.

    A title's words come back in the article, those of a stray "Placeholder canvas" do not; so of
    the short lines before the first paragraph the first is taken most of whose words come back.
    Below a page's menu it is the line above the byline, or the one of which the first sentence says
    what it is. Where there is none, the first words of the text serve. A mail's is its subject,
    that of a page of a manual its name and section.
    """
    if subject := header_of(text).subject:
        return subject[:MAX_TITLE]
    lines = [line.strip() for line in re.split(f"[{ENDS}]", text) if line.strip()]
    if lines and (manual := MANUAL.fullmatch(lines[0])):
        return manual["page"][:MAX_TITLE]
    others = counters(lines) | speakers(lines).keys()
    lines = [line for number, line in enumerate(lines) if number not in others] or lines
    for line in lines[:_OPENING_LINES]:  # further down, "# " may be a comment in a listing
        if re.match(r"#\s", line) and _WORD.search(line) and len(line) <= MAX_TITLE:
            return line.strip(_MARKS)
    if title := _below_menu(lines):
        return title.strip(_MARKS)
    opening: list[str] = []
    for line in lines[:_OPENING_LINES]:
        if _is_paragraph(line):
            break
        opening.append(line)
    contacts = _contacts(text)
    titles = [line for line in opening if _may_be_title(line) and line not in contacts]
    body = [line for line in lines[len(opening) :] if _WORD.search(line)]
    title = _about(titles, body) or (titles[0] if titles and body else "")
    return title.strip(_MARKS) or _first_words(lines)


def _may_be_title(line: str) -> bool:
    return not is_residue(line) and bool(_WORD.search(line)) and not _NO_TITLE.fullmatch(line)


def _about(titles: Sequence[str], body: Sequence[str]) -> str:
    """Return the first title most of whose words come back in the body, "" where there is none.

    Below the first one nothing that begins small or has an end is a title, but a line of a poem.
    """
    starts = {word.casefold()[:4] for line in body for word in _WORD.findall(line)}
    for number, line in enumerate(titles):
        if number and (line[0].islower() or line[-1] in ".,;"):
            continue
        long = [word.casefold()[:4] for word in _WORD.findall(line) if len(word) > 3]  # "seal" is in "seals"
        if long and 2 * sum(word in starts for word in long) >= len(long):
            return line
    return ""


def _below_menu(lines: Sequence[str]) -> str:
    """Return the title that stands below a page's menu, "" where there is no menu or it does not tell.

    Nor does it where a headline stands above the menu, or where the article has begun: a paragraph stands
    above, other than what leads into the article between its title and its byline.
    """
    controls, begun = 0, False
    for number, line in enumerate(lines[:_BELOW_MENU]):
        control = is_residue(line) or bool(_NO_TITLE.fullmatch(line))
        if not controls and not control and len(line.split()) >= _HEADLINE_WORDS:
            return ""
        controls += control
        if controls >= _MENU and find_byline(line).author:
            return _above(number, lines)
        if begun and not control:
            return ""
        defined = next((above for above in lines[:number] if _defines(line, above)), "")
        if defined and controls >= _MENU and not begun:
            return defined
        begun = begun or _is_paragraph(line)
    return ""


def _above(number: int, lines: Sequence[str]) -> str:
    """Return the title above the line of that number, a byline, and above what leads into the article."""
    while number and (is_residue(lines[number]) or lines[number][-1] in ".;" or _is_long(lines[number])):
        number -= 1
    titles = [line for line in lines[max(number - 1, 0) : number + 1] if _may_be_title(line)]
    return _about([line for line in titles if len(line.split()) > 2], lines[number + 1 :])


def _is_paragraph(line: str) -> bool:
    ended = len(line.split()) > 6 and line[-1] in ".;"
    return (ended or _is_long(line)) and not (is_residue(line) or _HATNOTE.fullmatch(line))


def _is_long(line: str) -> bool:
    return len(line.split()) > _TITLE_WORDS or len(line) > MAX_TITLE


def _defines(line: str, title: str) -> bool:
    return line.startswith(title) and _may_be_title(title) and bool(_IS.match(line, len(title)))


def _contacts(text: str) -> set[str]:
    """Return the lines of the first blocks that say whom to ask."""
    blocks = re.split(r"\n[ \t\r]*\n", text[:5_000])
    asked = (block for block in blocks[:_OPENING_LINES] if _CONTACT.fullmatch(block.split("\n", 1)[0]))
    return {line.strip() for block in asked for line in block.split("\n")}


def _first_words(lines: Sequence[str]) -> str:
    line = next((line for line in lines if not is_residue(line)), lines[0])
    if len(line) <= _UNTITLED_LENGTH:
        return line
    return line[:_UNTITLED_LENGTH].rsplit(" ", 1)[0].rstrip(",;:") + "…"
