"""How long an article is, and what language it is in."""

from footnote.schema import Answer
from footnote.service.about.lookedup import Line, Opened, looked_up
from footnote.service.about.words import Words, words_for
from footnote.utterance import wish

_WORDS_A_MINUTE = 238  # silent reading of English non-fiction (Brysbaert 2019)
_COUNTED = "word words sentence sentences paragraph paragraphs character characters page pages minute minutes"
_GEZAEHLT = "wörter wörtern wort sätze absätze zeichen seiten minuten"
_PLURALS = "words|word count|sentences|paragraphs|characters|pages|minutes"
_LENGTHS = (
    wish(
        "^(?!.*did)",  # "How long is the sentence?" may be a judge's
        f"{_PLURALS}|{'|'.join(_GEZAEHLT.split())}|page|read|lesezeit|lesedauer",
        r"how many|how long|how big|how much|number|count|long|length|under|over|more|less|time|in \d+|"
        "wie ?viele?|wie lang|lang|anzahl|lesezeit|lesedauer",
        f"{_COUNTED} {_GEZAEHLT} "
        "# read reading time long length big size take takes count counted number whole thing "
        "total quick get through split fit roughly five ten one two three including spaces "
        "printed aloud loud out under over more less contain contains lesezeit lesedauer lang "
        "lange viele wieviel wieviele anzahl lesen dauert enthält brauch brauche um",
    ),
    wish("how (?:long|big) is article|length of article|wie lang ist article", "long big length lang"),
)
_LANGUAGE = wish(
    r"(?:what|which|in) language|is article (?:written )?in \w+|sprache",
    "language languages written english german french spanish italian sprache geschrieben verfasst",
)


def measured(question: str, opened: Opened, *, opening: bool) -> Answer | None:
    """Return the answer to a question about an article's length or language.

    None for any other, and where the language is not known by name.
    """
    words = words_for(question)
    if any(one.said(question, opening=opening) for one in _LENGTHS):
        return looked_up(question, [Line(_length(opened, words))])
    name = words.languages.get(opened.article.language)
    if name and _LANGUAGE.said(question, opening=opening):
        return looked_up(question, [Line(words.language.format(name))])
    return None


def _length(opened: Opened, words: Words) -> str:
    total = len(opened.article.text.split())
    paragraphs = len({sentence.paragraph for sentence in opened.sentences})
    return words.length.format(
        words.count(total, "word"),
        words.count(len(opened.sentences), "sentence"),
        words.count(paragraphs, "paragraph"),
        words.count(max(1, round(total / _WORDS_A_MINUTE)), "minute"),
    )
