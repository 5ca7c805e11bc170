"""The people whom an article names, as far as its words show that a name is a person's.

A name is taken for a person's where an office stands before it, where what is said of it between commas is a
person, or where it says something. What is listed is nearly always somebody, but not everybody is listed.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from footnote.schema import Sentence, Span
from footnote.service.about.lookedup import Opened
from footnote.summarise.questions.forms import PERSON

_TOKEN = r"(?<![\w’'-])[A-ZÀ-Þ][\w’'-]{0,40}(?<![’'-])\.?"  # bounded, or a long run would take for ever
_PARTICLE = r"(?:(?:de|da|di|del|der|den|van|von|la|le|el|bin|al) )?"
_FIRSTS = rf"(?:{_TOKEN} {_PARTICLE}){{1,3}}"
_FULL = rf"(?P<name>{_FIRSTS}{_TOKEN})"
_ANY = rf"(?P<name>(?:{_TOKEN} {_PARTICLE}){{0,3}}{_TOKEN})"
_NOT_SO = r"(?![\w’'-])(?! (?:an?|the|as|after)\b)"  # "a minister called Russia a threat"
# Things may be called so too: a driver of growth, a neighbour to the east.
_PERHAPS_SOMEBODY = r"\b(?:driver|pilot|friend|neighbou?r|colleague|deputy(?=,)|cook|cleaner)\b"
_OFFICE = rf"(?i:{PERSON.pattern}|{_PERHAPS_SOMEBODY})"
_AMT = (
    r"(?:(?:Bürgermeister|Oberbürgermeister|Minister|Verteidigungsminister|Außenminister|Präsident|Sprecher|"
    r"Direktor|Professor|Kanzler|Leiter|Vorsitzende|Trainer|Richter|Historiker|Forscher)(?:in|er|r)?|"
    r"Frau|Herr)"
)
_TITLE = (
    r"(?:Dr|Mr|Mrs|Ms|Prof|Professor|Sir|Dame|Lord|Lady|Judge|Justice|Captain|Colonel|Major|Sergeant|Trustee)"
)
_SAYS = (
    r"(?:said|says|told|asked|warned|warns|argued|argues|added|adds|claimed|claims|denied|denies|insisted|"
    r"insists|explained|explains|wrote|writes|announced|announces|admitted|admits|stressed|recalled|"
    r"recalls|declared|sagte|sagt|erklärte|erklärt|betonte|warnte|meinte|forderte|schrieb|antwortete)"
)
_SPEAKS = (
    re.compile(rf"(?<!\w){_FULL}(?:, [^,]{{1,80}},)?(?: \w+ly)? {_SAYS}\b"),
    re.compile(rf"\b{_SAYS} {_FULL}"),
)
_ALONE = re.compile(rf"(?<!\w)({_TOKEN})(?:,? who\b|(?: \w+ly)? {_SAYS}\b)")
_IS_SOMEBODY = (
    re.compile(rf"\b(?:{_OFFICE},?|{_TITLE}\.?|{_AMT}) {_FULL}"),
    re.compile(
        rf"(?<!\w){_FULL}, (?!(?:where|when|while|which|but)(?:as)?\b)(?:[a-z][\w’'-]* ){{0,5}}?{_OFFICE}"
    ),
    re.compile(rf"(?<!\w){_FULL} \((?:[a-z][\w’'-]* ){{0,2}}{_OFFICE}[,;)]"),
    re.compile(rf"(?<!\w){_FULL}(?:,? who\b|,? (?:aged )?\d\d,|,? \(?born\b| was born\b| died\b)"),
    re.compile(
        rf"(?<!\w)(?i:an?|another) (?:[a-z][\w’'-]* ){{0,3}}?{_OFFICE} (?:called|named) {_ANY}{_NOT_SO}"
    ),
    re.compile(rf"\b(?:his|her|my) name (?:is|was) {_ANY}"),
)
_ROLE = re.compile(rf"(?:{_OFFICE}|{_TITLE}\.?|{_AMT}) ")
_AFTER = re.compile(r"(?:[’']s| (?:KC|QC|MP|Jr\.?|Sr\.?|PhD))$")
_NOBODY = re.compile(
    r"\b(?:The|A|An|In|On|At|But|And|When|After|Before|This|That|These|Those|What|Who|Why|How|If|As|For|"
    r"From|Act|Academy|Agency|Airlines?|Army|Assembly|Association|Authority|Bank|Board|Bridge|Bureau|"
    r"Cathedral|Centre|Center|Channel|Club|College|Commission|Committee|Company|Council|Court|Daily|"
    r"Department|Evening|Federation|Force|Foundation|Forum|Group|Hospital|Institute|Island|Journal|Lake|"
    r"Library|Ltd|Inc|Ministry|Monitor|Mount|Museum|News|Office|Organization|Organisation|Parliament|"
    r"Partnership|Party|Police|Post|Press|Province|Railway|Republic|River|School|Senate|Service|Society|"
    r"Station|Systems|Theatre|Bay|City|County|Creek|Energy|Fund|Holdings|Industries|Motors|Paper|Road|"
    r"Securities|Square|Times|Tower|Town|Treaty|Tribunal|Trust|Union|United|University|Valley|War|Works|"
    r"South|East|New|Saint|January|February|March|July|September|October|November|December|Monday|Tuesday|"
    r"Wednesday|Thursday|Friday|Saturday|Sunday)\b"
)
# Such are surnames too: they are where an office, a title or an apposition says so.
_PERHAPS = re.compile(
    r"\b(?:Lane|West|North|Park|Hill|Hall|Ward|Church|House|Street|Post|Gate|Bay|Stand|Line|April|May|"
    r"June|August)\b"
)
_FEWEST_QUESTIONS = 4
_PARAGRAPHS_TO_A_QUESTION = 4  # at most; an article that only asks its readers a few has more


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom the article names, and a sentence that shows that it is a person."""

    name: str
    sentence: Span


def people(opened: Opened) -> Iterator[Person]:
    """Yield whoever is somebody or says something, as they come, each as often as they do."""
    alone = {name for one in opened.sentences for name in _ALONE.findall(_text(opened, one))}
    named = re.compile(rf"(?<!\w)(?P<name>{_FIRSTS}(?:{'|'.join(map(re.escape, sorted(alone)))}))\b")
    return _found(opened, (*_IS_SOMEBODY, *_SPEAKS, *([named] if alone else [])))


def speakers(opened: Opened) -> Iterator[Person]:
    """Yield whoever says something, as they come, each as often as they do."""
    return _found(opened, _SPEAKS)


def interviewed(opened: Opened) -> tuple[Person, ...]:
    """Return whom an interview is with, nobody where the article is none.

    It is one where many paragraphs end with a question; with whoever is named first, where first named.
    """
    ends = {one.paragraph: one for one in opened.told}
    asked = sum(opened.article.text[one.end - 1] == "?" for one in ends.values())
    if asked < max(_FEWEST_QUESTIONS, len(ends) / _PARAGRAPHS_TO_A_QUESTION):
        return ()
    found = first_of_each(people(opened))
    named = (
        Person(person.name, Span.of(opened.article, one.start, one.end))
        for one in opened.told
        for person in found
        if person.name in _text(opened, one)
    )
    return tuple(islice(named, 1))


def first_of_each(found: Iterable[Person]) -> tuple[Person, ...]:
    """Return each person once, as they first come; "Minister Doe" is Jane Doe, John Doe is another."""
    firsts: dict[str, Person] = {}
    for person in found:
        *before, last = _ROLE.sub("", person.name).split() or person.name.split()
        same = [key for key in firsts if key.split()[-1] == last and (key == last or not before)]
        full = " ".join((*before[-1:], last))
        if not same and full not in firsts:
            firsts[full] = person
    return tuple(firsts.values())


def _text(opened: Opened, sentence: Sentence) -> str:
    return " ".join(opened.article.text[sentence.start : sentence.end].split())


def _found(opened: Opened, patterns: Sequence[re.Pattern[str]]) -> Iterator[Person]:
    for one in opened.told:
        for name in _names(_text(opened, one), patterns):
            yield Person(name, Span.of(opened.article, one.start, one.end))


def _names(text: str, patterns: Sequence[re.Pattern[str]]) -> Iterator[str]:
    found = sorted(
        (match.start("name"), match["name"], one in _IS_SOMEBODY)
        for one in patterns
        for match in one.finditer(text)
    )
    for _, name, somebody in found:
        plain = _AFTER.sub("", name.rstrip("."))
        if _is_a_name(plain) and (somebody or not _PERHAPS.search(plain)):
            yield plain


def _is_a_name(name: str) -> bool:
    acronym = any(word.isupper() and len(word.strip(".")) != 1 for word in name.split())
    return not _NOBODY.search(name) and not acronym and len(name.split()[-1]) > 1
