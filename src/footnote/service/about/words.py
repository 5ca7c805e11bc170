"""What is said beside the quotations, in the language of the question."""

from dataclasses import dataclass
from types import MappingProxyType

from footnote.languages import IN_ENGLISH, IN_GERMAN
from footnote.utterance import speaks_german


@dataclass(frozen=True, slots=True)
class Words:
    """The sentences, and of each thing that is counted its name as one and as many; ``{}`` is filled in."""

    mentioned: str
    first: str
    length: str
    language: str
    article_has: str
    paragraph_has: str
    more: str
    not_all: str
    in_order: str
    only_first: str
    counted: MappingProxyType[str, tuple[str, str]]
    languages: MappingProxyType[str, str]

    def count(self, number: int, thing: str) -> str:
        """Return "1 word" or "1,200 words"."""
        one, many = self.counted[thing]
        return f"{number:,} {one if number == 1 else many}"


_ENGLISH = Words(
    mentioned="Mentioned {}, in {}{}:",
    first=", first here",
    length="It has {} in {} and {}: {} to read.",
    language="It is in {}.",
    article_has="The article has {}.",
    paragraph_has="That paragraph has {}.",
    more="and {} more",
    not_all="Listed are names that seem to be people's; there may be others.",
    in_order="They are in the order of the article, as most have no year.",
    only_first="I looked at the first {} of the {} articles only.",
    counted=MappingProxyType(
        {
            "word": ("word", "words"),
            "sentence": ("sentence", "sentences"),
            "paragraph": ("paragraph", "paragraphs"),
            "minute": ("minute", "minutes"),
            "time": ("time", "times"),
        }
    ),
    languages=MappingProxyType(IN_ENGLISH),
)
_GERMAN = Words(
    mentioned="{} genannt, in {}{}:",
    first=", zuerst hier",
    length="Er hat {} in {} und {}: {} zu lesen.",
    language="Er ist auf {}.",
    article_has="Der Artikel hat {}.",
    paragraph_has="Dieser Absatz hat {}.",
    more="und {} weitere",
    not_all="Genannt sind Namen, die von Menschen zu sein scheinen; es kann weitere geben.",
    in_order="Sie stehen in der Reihenfolge des Artikels, da die meisten kein Jahr haben.",
    only_first="Ich habe nur die ersten {} der {} Artikel durchgesehen.",
    counted=MappingProxyType(
        {
            "word": ("Wort", "Wörter"),
            "sentence": ("Satz", "Sätzen"),
            "paragraph": ("Absatz", "Absätzen"),
            "minute": ("Minute", "Minuten"),
            "time": ("Mal", "Mal"),
        }
    ),
    languages=MappingProxyType(IN_GERMAN),
)


def words_for(question: str) -> Words:
    """Return the words in the language that the question is in: German, or else English."""
    return _GERMAN if speaks_german(question) else _ENGLISH
