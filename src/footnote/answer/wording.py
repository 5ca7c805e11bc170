"""What Footnote itself says, as against what it quotes."""

from collections.abc import Sequence
from dataclasses import dataclass

from footnote.languages import IN_ENGLISH
from footnote.marks import quoted
from footnote.utterance import speaks_english

OTHER_NOT_ANSWERED = "I found no answer in the article to the other question:"
_MOST_TITLES = 3


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a refusal, of one article and of several, before their titles."""

    one: str
    several: str
    more: str = "; +{}"


_ENGLISH = _Words(
    "The article does not say. It is about:", "The articles do not say. They are about:", "; and {} more"
)
_WORDS = {
    "de": _Words(
        "Der Artikel sagt das nicht. Er handelt von:",
        "Die Artikel sagen das nicht. Sie handeln von:",
        "; und {} weitere",
    ),
    "es": _Words("El artículo no lo dice. Trata de:", "Los artículos no lo dicen. Tratan de:"),
    "fr": _Words(
        "L’article ne le dit pas. Il porte sur :", "Les articles ne le disent pas. Ils portent sur :"
    ),
    "it": _Words("L’articolo non lo dice. Parla di:", "Gli articoli non lo dicono. Parlano di:"),
    "nl": _Words("Het artikel zegt dat niet. Het gaat over:", "De artikelen zeggen dat niet. Ze gaan over:"),
    "pt": _Words("O artigo não o diz. Trata de:", "Os artigos não o dizem. Tratam de:"),
    "ru": _Words("В статье об этом не говорится. Её тема:", "В статьях об этом не говорится. Их темы:"),
}


def refusal(titles: Sequence[str], question: str = "", language: str = "en") -> str:
    """Return the words of a refusal: plainly that, and what the articles that were asked are about.

    They are in the articles' ``language`` (ISO 639-1) if the question is not in English, and in English
    where Footnote has no words for that. A question in English to an article in another language is hardly
    ever found an answer to, so it is told to be asked in that.
    """
    english = speaks_english(question)
    words = _ENGLISH if english else _WORDS.get(language, _ENGLISH)
    if len(titles) == 1:
        name = IN_ENGLISH.get(language, "") if english and language != "en" else ""
        hint = f" Its language is {name}: ask in {name}." if name else ""
        return f"{words.one} {quoted(titles[0])}{hint and _stopped(titles[0])}{hint}"
    shown = quoted("; ".join(titles[:_MOST_TITLES]))
    more = words.more.format(len(titles) - _MOST_TITLES) if len(titles) > _MOST_TITLES else ""
    return f"{words.several} {shown}{more}"


def other_not_answered(question: str) -> str:
    """Return the sentence that stands behind the answer to one of two questions."""
    return f"{OTHER_NOT_ANSWERED} {quoted(question[:1].lower() + question[1:])}"


def _stopped(title: str) -> str:
    """Return the stop that a title wants before another sentence."""
    return "" if title.endswith((".", "!", "?", "…")) else "."


def empty_library() -> str:
    """Return what is said where there is no article to ask."""
    return "There is no article in the library yet. Add one, then ask about it."
