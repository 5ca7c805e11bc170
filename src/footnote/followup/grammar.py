"""Closed word classes of English and what follows from them: enough to find noun phrases, no more.

There is no tagger here: a word's class is guessed from these lists, its ending and its neighbours. A
wrong guess makes a clumsier question, never a wrong quotation.
"""

import re
from dataclasses import dataclass

ARTICLES = frozenset("a an the".split())
QUANTIFIERS = frozenset(
    "all both some many most few several each every any no another other only about nearly almost two "
    "three four five six seven eight nine ten eleven twelve".split()
)
DO = frozenset("do does did will would can could shall should may might must".split())
BE_HAVE = frozenset("is are was were has have had".split())
AUXILIARIES = DO | BE_HAVE
ASKING = frozenset("who whom whose what which when where why how".split())
PREPOSITIONS = frozenset(
    "of in on at by for with from to into onto over under about against between among through during "
    "since until till after before behind near around within without outside inside across along off per "
    "as towards toward upon despite besides via than".split()
)
PRONOUNS = frozenset(
    "i me my we us our you your he him his she her hers it its they them their theirs this that these "
    "those there then here himself herself itself themselves one ones someone anyone everyone nobody".split()
)
SUBJECTS = frozenset("i we you he she it they this that these those there".split())
_OTHER = frozenset(
    "and or but nor if because although though while whether so not never no yes be been being am ever "
    "still also too just else again alone already yet even now today once very much more less least own same "
    "such rather almost soon often always exactly actually firmly cannot down up out away".split()
)
FUNCTION = ARTICLES | QUANTIFIERS | AUXILIARIES | ASKING | PREPOSITIONS | PRONOUNS | _OTHER

VERBS = frozenset(
    "accept add agree allow announce annoy appear apply argue arrive ask avoid be bear beat became become "
    "began begin begun belong belongs bit bite blew born bought bound bred breed bring broke broken brought "
    "build built burn buy call came carry caught choose chose chosen close collapse come compare confirm "
    "consist contain create decide decline deny depend describe deserve develop die differ disagree do "
    "done drawn drew driven drove earn eat enter exist expect explain fail fallen fell felt find fit flew "
    "flown fly follow forbid fought found gave get give given go gone got grew grow grown happen hear "
    "heard held help include invent join keep kept kill knew know known lay learn leave led left let lit "
    "live lose lost love made make marry meant meet met mind move occur open oppose own paid pay pick "
    "prefer prevent produce promise propose protect prove publish put react read receive recommend reduce "
    "refuse reject remain remember remove replace reply require resign respond retire risen rose runs "
    "said sank sat saw say says seem seen sell send sent serve set shone shown shut sit slow sold sought "
    "speak spend spent spoke spoken stay struck succeed suggest sunk survive take taken taught teach tell "
    "think thinks thought threw throw thrown told took tried understand want wants warn was weigh went "
    "won wore worked worn write written wrote".split()
)
SAYING = (
    r"said|says|say|claimed?|claims|argued?|argues|reported|reports?|believes?|believed|thinks?|thought|"
    r"announced?|stated?|confirmed?|suggested|suggests?|admitted|admits?|warned|warns?|den(?:y|ies|ied)|wrote|"
    r"decided|knows?|knew|found out|told (?:them|us|him|her)"
)
TIME_NOUNS = frozenset(
    "year years month months week weeks day days date time times decade century hour hours minute minutes "
    "today yesterday tomorrow spring summer autumn winter morning evening night january february march "
    "april june july august september october november december monday tuesday wednesday thursday friday "
    "saturday sunday age moment period way reason extent".split()
)
HE_KIN = frozenset("husband father brother son uncle nephew grandfather grandson stepfather stepson".split())
SHE_KIN = frozenset(
    "wife mother sister daughter aunt niece grandmother granddaughter stepmother stepdaughter".split()
)
HE_NOUNS = HE_KIN | frozenset(
    "man king boy chairman spokesman prince emperor widower gentleman businessman salesman statesman duke "
    "monk".split()
)
SHE_NOUNS = SHE_KIN | frozenset(
    "woman queen girl chairwoman spokeswoman princess empress widow lady businesswoman duchess actress "
    "nun".split()
)
KIN = HE_KIN | SHE_KIN | frozenset("child children parent family cousin grandchildren fiancé".split())
BODY = frozenset(
    "arm hand finger thumb wrist elbow shoulder leg foot feet toe ankle knee hip head hair neck back rib "
    "skull nose ear eye tooth teeth".split()
)
SHIPS = frozenset(  # each is she too
    "ship vessel ferry boat yacht frigate destroyer cruiser submarine trawler freighter tanker liner steamer "
    "warship lifeboat schooner minesweeper".split()
)
PERSON_NOUNS = (
    HE_NOUNS
    | SHE_NOUNS
    | frozenset(
        "president chief head author engineer biologist scientist secretary-general pope general mayor "
        "captain admiral student judge bishop secretary spokesperson minister marquis comte count earl baron "
        "prophet colonel lieutenant commander professor doctor chancellor senator governor director".split()
    )
)
LEADS = r"(?:(?:and|but|so|or|ok(?:ay)?|well|then)[, ]+)*"  # of one in a word or two: "OK, but why?"
ONE_LEAD = r"(?:(?:and|but|so)[, ]+)?"  # of a bare follow-up: "And did Russia?"
_LED = re.compile(rf"^{LEADS}(?=(?:{'|'.join(ASKING | AUXILIARIES)})\b)", re.IGNORECASE)
ORGANISATION_WORDS = frozenset(
    "academy association agency army bank bay board cape cave caves church city college commission "
    "committee company corporation council court department estuary force forces fund group inc institute "
    "island league limited lines ltd ministry museum navy north office organisation organization parliament "
    "party press river sand sea service society south spit state states systems television treaty trust "
    "union university west east programme magazine airport cathedral coast district empire foundation "
    "gallery gulf harbour hospital kingdom lake library lighthouse medal mountain mountains peninsula "
    "port prize province railway railways region republic reserve road square station strait street "
    "valley".split()
)
_INANIMATE = frozenset(
    "water tower power tender paper river order number weather letter computer border matter summer "
    "winter quarter longer larger smaller higher other rather newspaper chapter character answer centre "
    "center layer motor factor sector error mirror harbor timber october november december september later "
    "trawler freighter tanker steamer liner cruiser destroyer cutter schooner helicopter carrier chamber "
    "disaster danger shelter corner fever finger shoulder silver copper powder lever trailer counter cancer "
    "transmitter meter thermometer dinner supper manner door floor corridor tractor reactor "
    "detector monitor generator list mist wrist".split()
)
_SINGULAR = frozenset(
    "lens news series species means physics mathematics politics gas its this was has".split()
)
_IRREGULAR_PLURALS = frozenset(
    "people men women children police mice geese feet teeth sheep fish data".split()
)
_NOUN_ENDING = re.compile(r"(?:tion|sion|ment|ness|ity|er|or|ist|ship|ry|ance|ence|ism|logy)$")
_TOKEN = re.compile(r"\w+(?:[’'\-]\w+)*[’']?|[^\w\s]")
POSSESSIVE = re.compile(r"(?:[’']s|(?<=s)[’'])$")
_ENDING = re.compile(r"(?:[’']s|(?<=s)[’']|n[’']t)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark with its place in the text."""

    text: str
    start: int
    end: int

    @property
    def lower(self) -> str:
        """The word without case, possessive ending and contracted "not"."""
        return _ENDING.sub("", self.text).lower()

    @property
    def capital(self) -> bool:
        """Whether it is written like a name."""
        return self.text != "I" and (self.text[0].isupper() or re.search(r"-[A-Z]", self.text) is not None)

    @property
    def possessive(self) -> bool:
        """Whether it ends in ’s or s’."""
        return POSSESSIVE.search(self.text) is not None

    @property
    def content(self) -> bool:
        """Whether it may stand in a noun phrase: a word or number of no closed class."""
        adverb = self.text.endswith("ly") and len(self.text) > 4 and not self.capital
        return self.text[0].isalnum() and self.lower not in FUNCTION and not adverb


def tokens(text: str) -> list[Token]:
    """Return the words and marks of a text in order."""
    return [Token(found[0], found.start(), found.end()) for found in _TOKEN.finditer(text)]


def is_plural(word: str) -> bool:
    """Say whether a noun looks like a plural."""
    lower = word.lower()
    if lower in _SINGULAR:
        return False
    return lower in _IRREGULAR_PLURALS or bool(re.search(r"(?<![sui])s$", lower))


def third_person(word: str) -> bool:
    """Say whether a word may be a verb in -s: "becomes", "dies", "leaves"."""
    lower = word.lower()
    return lower.endswith("s") and not {lower[:-1], lower[:-2], stem(lower)}.isdisjoint(VERBS)


def is_person(noun: str) -> bool:
    """Say whether a common noun in the singular looks like one for a person."""
    lower = noun.lower()
    if lower in _INANIMATE:
        return False
    return lower in PERSON_NOUNS or bool(re.search(r"(?:er|or|ist)$", lower))


def looks_like_noun(word: str) -> bool:
    """Say whether a word's ending is one that base forms of verbs hardly have."""
    return is_plural(word) or bool(_NOUN_ENDING.search(word.lower()))


def stem(word: str) -> str:
    """Return a word without case, possessive and plural ending, for comparison only."""
    lower = POSSESSIVE.sub("", word).lower()
    if lower.endswith("ies"):
        return lower[:-3] + "y"
    if re.search(r"(?:s|x|ch|sh)es$", lower):
        return lower[:-2]
    return lower[:-1] if is_plural(lower) and lower.endswith("s") else lower


def pluralise(noun: str) -> str:
    """Return the regular plural of a noun."""
    if re.search(r"(?:s|x|ch|sh)$", noun):
        return noun + "es"
    return noun[:-1] + "ies" if re.search(r"[^aeiou]y$", noun) else noun + "s"


def possessive(phrase: str) -> str:
    """Return a noun phrase with its possessive ending."""
    return phrase + ("’" if phrase.endswith("s") and is_plural(phrase.split()[-1]) else "’s")


def without_lead(text: str) -> str:
    """Return a question without the "ok but" in front of what it asks with."""
    return _LED.sub("", text)


def lower_first(text: str) -> str:
    """Return the text to stand inside a sentence: an opening function word loses its capital."""
    first = text.split(maxsplit=1)[0] if text.split() else ""
    return text[:1].lower() + text[1:] if first.lower() in FUNCTION and first != "I" else text
