"""Rules that ask who someone is, what they did, or what they said."""

import re
from collections.abc import Iterator

from footnote.summarise.questions.clause import (
    NO_SUBJECT,
    Question,
    Vocabulary,
    first_part,
    first_predicate,
    in_question,
    read_clause,
)
from footnote.summarise.questions.forms import AUXILIARY, BELONGS, NAME, PERSON, UNFIT, WORD
from footnote.summarise.questions.verbs import FORMS

_DETERMINERS = ("The ", "A ", "An ")
_AGENTIVE = set(
    "accuse announce arrest attack build buy capture choose claim create declare deny describe design "
    "develop direct discover elect establish file fire found hire introduce invent investigate kill launch "
    "lead promise propose publish purchase reject replace rescue save sell sign sponsor steal urge warn win "
    "write".split()
)
_REPORTED = re.compile(
    r"(acknowledge|admit|announce|claim|confirm|deny|promise|reveal|warn) "
    r"(?:(?:(?:a )?(?:report|rumou?r|claim|suggestion)s?|last night|yesterday|again|repeatedly) )?that "
    r"(?!.*\b(?:do|did|done) so\b)(.+)$"
)
_SAYS = {"says", "believes", "argues", "warns", "claims"}


def described(sentence: str, _: Vocabulary) -> Iterator[Question]:
    """Ask "Who chairs the association?" or "Who is the foreign minister?" from what stands between commas."""
    relative = re.match(rf"({NAME})(?:, an? [^,]*?)?,? who ([^,]+), ", sentence)
    if relative and re.match(r"(?:has|had|is|was|[a-z]+(?:s|ed)|led|ran|won|wrote|built) ", relative[2]):
        yield Question(f"Who {relative[2]}?", relative[1])
    apposition = re.match(rf"({NAME}), (the|an?) ([^,]+), ", sentence)
    if apposition and not NO_SUBJECT.match(sentence) and PERSON.search(BELONGS.split(apposition[3])[0]):
        name, article, description = apposition.groups()
        if article == "the":
            yield Question(f"Who is the {description}?", name)
        else:
            yield Question(f"Who is {name}?", description)


def said(sentence: str, known: Vocabulary) -> Iterator[Question]:
    """Ask "What did Okafor say about the decline?", or "What does Okafor believe is the main reason?"."""
    said = re.match(
        rf"({NAME})(?:, [^,]+,)? (said|says|believes|argued|argues|warned|warns|added|claims|claimed) "
        rf"(?:that )?((?:the |a |an )?(?:{WORD} ){{1,4}}?)({AUXILIARY}) (.+)$",
        sentence,
    )
    if said is None or UNFIT.search(said[3]) or said[3].split()[-1] in FORMS:
        return
    name, verb, topic, auxiliary, rest = said.groups()
    if not (name := in_question(name, known)) or name.islower():
        return
    if verb == "believes" and auxiliary in ("is", "are", "was", "were") and re.match(r"the \w+ \w+$", rest):
        yield Question(f"What does {name} believe {auxiliary} {rest}?", topic.strip())
    topic = re.sub(r"\b(?:there|still|now)\b", "", topic).strip()
    if topic.startswith(("the ", "a ")) or topic[:1].isupper():
        yield Question(f"What {'does' if verb in _SAYS else 'did'} {name} say about {topic}?", rest)


def reported(sentence: str, known: Vocabulary) -> Iterator[Question]:
    """Ask "What did the union claim?" of what somebody says to be so in no common word."""
    clause = read_clause(sentence, known)
    told = _REPORTED.match(clause.rest) if clause else None
    if clause and told and clause.auxiliary == "did" and not re.fullmatch(r"[a-z]+", clause.subject):
        yield Question(f"What did {clause.subject} {told[1]}?", told[2])


def quoted(sentence: str, known: Vocabulary) -> Iterator[Question]:
    """Ask "What did Howell say about the risk?" of a statement that its speaker follows."""
    quoted = re.match(rf"([^,]+), ({NAME}) (?:said|says)$", sentence)
    clause = read_clause(quoted[1], known) if quoted else None
    if quoted and clause and len(clause.subject.split()) > 1:
        speaker = in_question(quoted[2], known) or quoted[2]
        yield Question(f"What did {speaker} say about {clause.subject}?", clause.rest)


def acted(sentence: str, known: Vocabulary) -> Iterator[Question]:
    """Ask "Who filed a lawsuit?" where someone is named who did."""
    acted = re.match(rf"({NAME}) ({WORD}) (.+)$", sentence)
    if acted is None or FORMS.get(acted[2]) is None or FORMS[acted[2]].base not in _AGENTIVE:
        return
    named = len(acted[1].split()) > 1 or acted[1].lower() in known.names
    rest = first_part(first_predicate(acted[3]))
    if named and len(rest.split()) > 2 and not UNFIT.search(rest) and not acted[1].startswith(_DETERMINERS):
        yield Question(f"Who {acted[2]} {rest}?", acted[1])
