"""How long an article is, and what language it is in."""

from footnote.schema import Answer
from footnote.service.about.lookedup import Line, Opened, looked_up
from footnote.service.about.wording import asked, plain

_WORDS_A_MINUTE = 238  # silent reading of English non-fiction (Brysbaert 2019)
_LENGTH = (
    r"how many (?:words|sentences|paragraphs|characters|letters|lines)"
    r" (?:does IT have|has IT(?: got)?|(?:are there |are )?in IT|is IT)",
    r"how long (?:is|does it take to read|to read|will it take to read|would it take to read) ARTICLE",
    r"what(?:'s| is) the (?:length|word count|number of words)OF",
    r"wie viele (?:wörter|sätze|absätze|zeichen) (?:hat|sind in|enthält) IT",
    r"wie lang ist ARTICLE",
)
_LANGUAGE = (
    r"(?:what|which) language is IT(?: written)?(?: in)?",
    r"in (?:what|which) language is IT(?: written)?",
    r"in welcher sprache ist IT(?: geschrieben| verfasst)?",
)
_LANGUAGES = {
    "cs": "Czech",
    "da": "Danish",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fi": "Finnish",
    "fr": "French",
    "it": "Italian",
    "nl": "Dutch",
    "no": "Norwegian",
    "pl": "Polish",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "sv": "Swedish",
    "tr": "Turkish",
}


def measured(question: str, opened: Opened, *, opening: bool) -> Answer | None:
    """Return the answer to a question about an article's length or language; None for any other."""
    said = plain(question)
    if any(asked(one, said, opening=opening) for one in _LENGTH):
        return looked_up(question, [Line(_length(opened))])
    name = _LANGUAGES.get(opened.article.language)
    if name and any(asked(one, said, opening=opening) for one in _LANGUAGE):
        return looked_up(question, [Line(f"It is in {name}.")])
    return None


def _length(opened: Opened) -> str:
    words = len(opened.article.text.split())
    paragraphs = len({sentence.paragraph for sentence in opened.sentences})
    sentences = len(opened.sentences)
    return (
        f"It has {_counted(words, 'word')} in {_counted(sentences, 'sentence')} and "
        f"{_counted(paragraphs, 'paragraph')}: {_counted(max(1, round(words / _WORDS_A_MINUTE)), 'minute')} "
        "to read."
    )


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("s" if number != 1 else "")
