"""The languages that the interface speaks, and which of them a browser is answered in."""

from dataclasses import asdict

from footnote.page.german_words import GERMAN
from footnote.page.words import ENGLISH, Words

LANGUAGES = {"en": ENGLISH, "de": GERMAN}


def preferred(accept_language: str | None) -> Words:
    """Return the words of the first language in the header that there are words for, else English."""
    for part in (accept_language or "").split(","):
        words = LANGUAGES.get(part.split(";")[0].strip()[:2].lower())
        if words is not None:
            return words
    return ENGLISH


def key(name: str) -> str:
    """Return what ``translations`` calls the word ``name``.

    Gradio translates whatever value is a key, also a radio button's "short": a key is like nothing else.
    """
    return f"footnote_{name}"


def translations() -> dict[str, dict[str, str]]:
    """Return all words by language and ``key``, as ``gr.I18n`` takes them for labels."""
    return {
        language: {key(name): word for name, word in asdict(words).items() if isinstance(word, str)}
        for language, words in LANGUAGES.items()
    }
