"""What Footnote says to small talk, in the language that it was addressed in."""

from collections.abc import Sequence
from typing import Literal

from footnote.answer.talk.kind import Kind

Language = Literal["en", "de"]

_TITLES_NAMED = 3
_TWO = 2
_TITLE_CHARACTERS = 80


def reply(kind: Kind, language: Language, titles: Sequence[str]) -> str:
    """Return the reply, which names up to three of the articles; it is empty for a summary."""
    if kind == "summary":
        return ""
    if kind == "farewell":
        return "Goodbye." if language == "en" else "Auf Wiedersehen."
    offer = _offer_in_german(titles) if language == "de" else _offer_in_english(titles)
    opening = _OPENINGS[kind, language].format("both" if len(titles) == _TWO else "all")
    return f"{opening} {offer}"


_OPENINGS: dict[tuple[Kind, Language], str] = {
    ("greeting", "en"): "Hello.",
    ("greeting", "de"): "Hallo.",
    ("thanks", "en"): "You are welcome.",
    ("thanks", "de"): "Gern geschehen.",
    ("noted", "en"): "All right.",
    ("help", "en"): "I am Footnote. I answer questions about an article and show the exact words that each "
    "sentence of an answer rests on; where the article does not say, I say so. I can summarise it too, list "
    "its people, dates and figures, and show where it mentions a name.",
    ("help", "de"): "Ich bin Footnote. Ich beantworte Fragen zu einem Artikel und zeige zu jedem Satz der "
    "Antwort die Stelle, auf der er beruht; wo der Artikel nichts sagt, sage ich das. Ich fasse ihn auch "
    "zusammen, zähle Personen, Daten und Zahlen auf und zeige, wo er einen Namen nennt.",
    ("complaint", "en"): "I am sorry. Ask in other words, and see in the footnotes what the article says.",
    (
        "complaint",
        "de",
    ): "Das tut mir leid. Fragen Sie mit anderen Worten, und sehen Sie in den Fußnoten, was "
    "der Artikel sagt.",
    ("sure", "en"): "You can check: each sentence has its footnote, the exact words of the article, and each "
    "answer shows how likely it is that it answers the question.",
    ("sure", "de"): "Sie können es prüfen: Jeder Satz hat seine Fußnote mit den genauen Worten des Artikels, "
    "und jede Antwort zeigt, wie wahrscheinlich sie die Frage beantwortet.",
    (
        "beyond",
        "en",
    ): "That is beyond me: I quote, cite and summarise what an article says, but do not judge, translate, "
    "calculate or invent.",
    (
        "compare",
        "en",
    ): "I do not compare articles. Ask of {} what you want to know: I quote what each says.",
    ("beyond", "de"): "Das kann ich nicht: Ich zitiere, belege und fasse zusammen, aber ich urteile, "
    "übersetze und erfinde nicht.",
}


def _offer_in_english(titles: Sequence[str]) -> str:
    if not titles:
        return "Add an article first, then ask about it."
    more = len(titles) - _TITLES_NAMED
    others = f" or {more} more" if more > 0 else ""
    return f"You can ask about {_named(titles, '“', '”', 'or' if not others else '')}{others}."


def _offer_in_german(titles: Sequence[str]) -> str:
    if not titles:
        return "Fügen Sie zuerst einen Artikel hinzu, dann fragen Sie dazu."
    more = len(titles) - _TITLES_NAMED
    others = f" oder {more} weiteren" if more > 0 else ""
    return f"Sie können Fragen stellen zu {_named(titles, '„', '“', 'oder' if not others else '')}{others}."


def _named(titles: Sequence[str], opening: str, closing: str, conjunction: str) -> str:
    """Return up to three titles in quotation marks, the last one after the conjunction if there is one."""
    quoted = [f"{opening}{_short(title)}{closing}" for title in titles[:_TITLES_NAMED]]
    if len(quoted) == 1 or not conjunction:
        return ", ".join(quoted)
    return f"{', '.join(quoted[:-1])} {conjunction} {quoted[-1]}"


def _short(title: str) -> str:
    """Return a title on one line, cut at a word where it is long."""
    line = " ".join(title.split()) or "untitled"
    return line if len(line) <= _TITLE_CHARACTERS else line[:_TITLE_CHARACTERS].rsplit(" ", 1)[0] + " …"
