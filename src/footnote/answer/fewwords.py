"""Whether a question is answered by a few words, or by a clause, a yes or no, or more than one thing."""

import re

from footnote.answer.telling import telling

# "Why" and "how" are answered by a clause; the few words that a reader finds for them are a fragment.
_CLAUSE = re.compile(
    r"\bwhy\b|\bhow\s+(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would)\b", re.IGNORECASE
)
_ASKING = r"(?:who|whom|whose|what|which|when|where|why|how)\b"
_AUXILIARY = (
    r"(?:am(?= I\b)|is|are|was|were|do|does|did|has|have|had|can|could|wo|will|would|shall|should|may|might|"
    r"must|ai)(?:n?[’']?t)?"
)
_PREPOSITION = r"(?:in|on|at|by|for|after|before|during|since|until|according|when|while|once|if|as|with)"
_YES_OR_NO = re.compile(
    rf"\W*(?:(?:so|and|but|or|then|well|okay|ok)\b\W*)*{_AUXILIARY}\b"
    rf"|{_PREPOSITION}\b[^,?]+, {_AUXILIARY}\b"
    rf"|.*, (?:right|correct|true|yes|no|{_AUXILIARY} \w+)\W*$",
    re.IGNORECASE,
)
_TOLD = r"(?:tell|give|name|list|show|describe|explain|say|summari[sz]e)"
_FOUND = r"(?:say|said|mention|know|it known|clear|find out|found out|explain|tell|told)"
# "Does the article say when …?" and "Was it sold, and when?" ask when; "Can you name …?" asks for names.
_ASKS_MORE = re.compile(
    rf"\W*{_AUXILIARY} (?:you|anybody|anyone|somebody|someone) (?:please |just |also )?{_TOLD}\b"
    rf"|\W*{_AUXILIARY}\b.{{1,40}}\b{_FOUND}(?: to me| me| us)?(?: in)? {_ASKING}(?! to\b)"
    rf"|.*\b(?:and|or|so),? (?:\w+ )?{_ASKING}",
    re.IGNORECASE,
)
_TWO = re.compile(rf"\b{_ASKING}.*\band\s+(?:\w+\s+)?{_ASKING}", re.IGNORECASE)
_WORDS_OF_A_SEARCH = 2
_MENTION = (
    r"(?:anything|something|any (?:word|news|mention|details?))(?: (?:about|on|of|regarding|concerning))?"
)
# "What about the money?", "Anything on her family?", "the roof?", "Bad weather?"
_MATTER = re.compile(
    rf"\W*(?:(?:and|but|so|ok|okay|well)[, ]+)*"
    rf"(?:(?:(?:what|how) about|(?:(?:is|was) there )?{_MENTION}|any)\b|(?=the |\S+(?: \S+)?$))"
    rf"(?!.*\b(?:{_ASKING}|{_AUXILIARY}\b))\s*[\w’'.,-]+(?: [\w’'.,-]+){{0,5}}\s*\??",
    re.IGNORECASE,
)
_MATTER_CHARACTERS = 80
# What is answered by a name, a time or a number, and a sentence whose verb says that it is one.
_WHO_OR_WHEN = re.compile(
    r"(?:who|whom|whose|when|where|how (?:many|much|long|old|far|often)|"
    r"(?:which|what) (?:year|day|date|month|century|city|town|place|country|person))\b",
    re.IGNORECASE,
)
_FINITE = re.compile(r"\b(?:is|are|was|were|has|had|have|did|does|do|will|would|can|could)\b")
_WHO = re.compile(r"who(?:m|se)?\b", re.IGNORECASE)
_ONE_OF = re.compile(r"\b(?:or|between|if|unless|(?<!^)when|of .+ and)\b", re.IGNORECASE)
_GOES_ON = re.compile(r"(?:and|or|but|nor) ")
_STATES = re.compile(
    rf"(?!(?:it|that|this) (?:is|was) (?-i:the|an?|[A-ZÀ-Þ]))"  # "it was Orl" is whom
    rf"(?:I|you|we|they|he|she|it|that|this|there) (?:\w+ly )?(?:{_FINITE.pattern})",
    re.IGNORECASE,
)
# "What does -k do?", where another name of it is no answer; that "Weber, dentist:" is one may be one.
_WHAT_IT_DOES = re.compile(
    r"\W*what does (?:the )?(?:\w+ )?(?P<code>[-%]\S+|\S{1,80}[(_.]\S+)(?: \w+)? do\W*", re.IGNORECASE
)
_NEARLY_ALL = 0.9  # of a sentence's characters
_MORE = re.compile(r"\W*(?:please )?tell me more\b", re.IGNORECASE)


def answered_by_a_clause(question: str) -> bool:
    """Say whether a question asks why or in which manner."""
    return bool(_CLAUSE.search(question))


def answered_by_yes_or_no(question: str) -> bool:
    """Say whether a question asks if something is so."""
    return bool(_YES_OR_NO.match(question)) and not _ASKS_MORE.match(question)


def names_a_matter(question: str) -> bool:
    """Say whether a question does no more than name a matter, of which anything that is said answers it."""
    return len(question) <= _MATTER_CHARACTERS and bool(_MATTER.fullmatch(question.strip()))


def answered_in_few_words(question: str) -> bool:
    """Say whether the few words that a reader points at may stand as the answer.

    They are half of it where two things are asked, and nothing where words are only looked for or a matter
    named. Where it is asked if something is so, they may be what somebody denies: "has reached a deal".
    """
    if names_a_matter(question) or _MORE.match(question):
        return False
    if answered_by_a_clause(question) or _TWO.search(question) or answered_by_yes_or_no(question):
        return False
    return len(question.split()) > _WORDS_OF_A_SEARCH or bool(re.search(_ASKING, question, re.IGNORECASE))


def is_fragment(question: str, sentence: str, start: int, end: int) -> bool:
    """Say whether a range of a sentence is no answer by its form: "did", "and needs no ink", or all of it.

    Nor is it where it says nothing that the question does not, or a statement answers who did it. Of 44,500
    ranges that answer questions this is said of at most 20, most of them statements to a yes or no.
    """
    words = sentence[start:end]
    if _FINITE.fullmatch(words) or _is_the_term(question, sentence, end):
        return True
    asking = re.search(rf"\b{_ASKING}", question, re.IGNORECASE)
    if asking is None or not _WHO_OR_WHEN.match(question, asking.start()):
        return False
    if _says_nothing(question, words) or (_WHO.match(question, asking.start()) and _STATES.match(words)):
        return True
    return bool(
        _GOES_ON.match(words) or (len(words) >= _NEARLY_ALL * len(sentence) and _FINITE.search(words))
    )


def _is_the_term(question: str, sentence: str, end: int) -> bool:
    """Say whether what ends at a place is another name of a code word asked of: "-k, --keep: It stays."."""
    asked, term = _WHAT_IT_DOES.fullmatch(question), sentence.partition(": ")[0]
    return asked is not None and end <= len(term) < len(sentence) and asked["code"] in term


def _says_nothing(question: str, words: str) -> bool:
    """Say whether a question has all the words itself, and not as one of two: "the Chubb or the Bramah".

    Nor as one of those that a condition names: "Who pays if the tenant leaves?".
    """
    told = telling(words)
    return (
        bool(told)
        and not _ONE_OF.search(question)
        and not re.search(r"\d", words)
        and told <= telling(question)
    )
