"""Small talk and commands, which are no questions to an article: they get a reply without a search.

Only a whole utterance counts, so that "What is the thank-you fund about?" is searched for as it should
be. English and German are known; anything else is taken for a question.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Kind = Literal["greeting", "thanks", "help", "farewell", "summary"]
_Language = Literal["en", "de"]

_MOST_CHARACTERS = 80
_TITLES_NAMED = 3
_TITLE_CHARACTERS = 80


@dataclass(frozen=True, slots=True)
class Talk:
    """What was meant, and the reply; for a summary the reply is empty, as the summary is the reply."""

    kind: Kind
    reply: str


def respond(question: str, titles: Sequence[str]) -> Talk | None:
    """Return the reply to small talk or a command, or None where the question is one to the articles.

    Args:
        question: what the reader typed.
        titles: the articles that can be asked, of which up to three are named.
    """
    said = _plain(question)
    for kind, language, pattern in _PATTERNS:
        if said and pattern.fullmatch(said):
            return Talk(kind, _reply(kind, language, titles))
    return None


def _plain(question: str) -> str:
    """Return a short utterance in lower case without marks and smileys, or an empty text for a long one."""
    if len(question) > _MOST_CHARACTERS:
        return ""
    words = re.sub(r"(?<!\w)[:;]-?[)(DP]", " ", question.replace("’", "'"))
    return " ".join(re.sub(r"[^\w'\s/-]", " ", words).lower().split())


def _pattern(*alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(alternatives)})")


# ---- English

_ADDRESSED = r"(?: (?:there|footnote|everyone|all|again))*"
_PLEASE = r"(?:please |can you |could you |would you |will you |now |just |pls |ok |okay )*"
_AFTERWARDS = r"(?: please| pls| for me| now| to me| briefly| shortly| quickly| again| then)*"
_ARTICLE = (
    r"(?:(?:the|this|that) (?:whole |entire )?"
    r"(?:article|text|page|story|document|piece|post|paper|report))"
)
_IT = rf"(?:it|this|that|{_ARTICLE})"
_ESSENTIALS = r"(?:main|key|central|most important) (?:arguments?|claims?|facts?|things?|lessons?|themes?)"
_HELLO = rf"(?:hi|hello|hey|hiya|howdy|greetings|good (?:morning|afternoon|evening|day)){_ADDRESSED}"
_THANKS = (
    r"(?:many |ok |okay |great |cool |perfect |super |no )*"
    r"(?:thanks|thank you|thankyou|thx|ty|cheers|much appreciated|i appreciate it)"
    r"(?: (?:a lot|so much|very much|again|footnote|for your help|for the help|for that|a million|you|mate))*"
    r"(?: that (?:was|is) (?:very |really )?(?:helpful|useful|great|all))?"
)
_PRAISE = (
    r"(?:great|nice|perfect|awesome|excellent|cool|well done|good job|great job|got it|that helps|"
    r"very helpful)"
)
_BYE = (
    r"(?:ok |okay )?(?:bye|bye bye|goodbye|good bye|good night|see you|see ya|cu|take care|farewell)"
    rf"(?: (?:later|soon|tomorrow|then|for now))*{_ADDRESSED}"
)
_HELP = _pattern(
    r"help",
    r"help(?: me)?(?: please)?",
    r"(?:i need|can i get|please|can you) help(?: me)?(?: please)?",
    r"(?:so )?what (?:else )?can you do(?: for me)?",
    r"what (?:else )?do you do",
    r"(?:who|what) are you",
    r"who am i talking to",
    r"what is (?:footnote|this thing|this app|this page for)",
    r"are you (?:a |an )?(?:bot|robot|human|person|real|ai|chatgpt|machine|there|real person)",
    r"how (?:does|do) (?:footnote|you|this app|this page) work",
    r"how (?:do|can) i use (?:this|it|you|footnote)",
    r"what (?:can|may|should|could) i ask(?: you)?",
    r"what (?:kind of |sort of |type of )?questions can (?:i ask|you answer)(?: you)?",
    r"what(?:'s| is) your name",
    r"tell me about yourself",
    r"what now",
)
_SUMMARY = _pattern(
    rf"{_PLEASE}(?:summari[sz]e|sum up|recap|condense|outline)(?: {_IT})?{_AFTERWARDS}",
    rf"{_PLEASE}sum {_IT} up{_AFTERWARDS}",
    rf"{_PLEASE}(?:give|show|write|make|get|i want|i need|i would like|i'd like|create|provide)(?: me)?"
    rf"(?: a| an| the| your)?(?: short| brief| quick| long| one-sentence| bullet-point| concise)*"
    r" (?:summary|overview|outline|recap|synopsis|abstract|gist|tl ?dr|main points?|key points?|main ideas?|"
    rf"key takeaways?|highlights|essentials|bullet points)(?: (?:of|for|from|in) {_IT})?{_AFTERWARDS}",
    r"(?:a |the )?(?:short |brief |quick |long )?(?:summary|overview|tl ?dr|recap|synopsis|gist)"
    rf"(?: (?:of|for) {_IT})?{_AFTERWARDS}",
    rf"(?:the )?(?:main points?|key points?|key takeaways?|main ideas?)(?: of {_IT})?{_AFTERWARDS}",
    rf"what(?:'s| is| was) {_IT} (?:all |mainly |mostly )?about",
    rf"(?:so )?what does {_ARTICLE} (?:say|deal with|cover|discuss|talk about)",
    r"what(?:'s| is| are) the (?:gist|summary|topic|subject|takeaways?|"
    rf"(?:main|key|central) (?:points?|ideas?|topic|subject|message|takeaways?))(?: (?:of|in|from) {_IT})?",
    rf"what(?:'s| is| are) the (?:points?|ideas?|message) of {_ARTICLE}",
    rf"(?:can you |please |could you )*tell me (?:what {_IT} is about|about {_ARTICLE})",
    rf"what(?:'s| is| are) the (?:author's )?{_ESSENTIALS}"
    rf"(?: (?:of|in|from) (?:{_IT}|the author))?",
    r"what(?:'s| is| are) the author's (?:points?|arguments?|claims?|message|thesis)",
    r"what (?:does|is) (?:the author|the writer) (?:say|argue|claim|saying|arguing|claiming)",
    rf"{_PLEASE}(?:explain|break down|go through|walk me through) {_ARTICLE}{_AFTERWARDS}",
    rf"{_PLEASE}(?:give|tell|show) me the {_ESSENTIALS}(?: (?:of|in|from) {_IT})?{_AFTERWARDS}",
    r"in a nutshell|in short|in brief|long story short|tl dr|tldr|tl/dr|eli5",
)

# ---- German

_BITTE = r"(?:bitte |kannst du |können sie |könntest du |mal |kurz |mir |jetzt )*"
_DANACH = r"(?: bitte| mal| kurz| für mich| jetzt| noch ?mal| mir)*"
_ES = (
    r"(?:es|das|dies|ihn|(?:den|diesen|der|dieser|das|dieses) (?:ganzen? |gesamten? )?"
    r"(?:artikel|text|beitrag|bericht|dokument|seite))"
)
_DES = (
    r"(?: (?:des|dieses|vom|von dem|zum) (?:artikels?|textes|texts?|beitrags?|berichts?|dokuments?|ganzen))?"
)
_HALLO = (
    r"(?:hallo|hallöchen|moin(?: moin)?|servus|grüß gott|grüezi|guten (?:tag|morgen|abend)|na)"
    r"(?: (?:zusammen|footnote|du|miteinander|nochmal))*"
)
_DANKE = (
    r"(?:ok |okay |super |toll |prima |alles klar )*"
    r"(?:(?:vielen|herzlichen|besten|tausend) dank|danke ?schön|danke ?sehr|danke|merci)"
    r"(?: (?:dir|ihnen|sehr|schön|vielmals|für die hilfe|für deine hilfe|footnote|nochmal))*"
)
_TSCHUESS = (
    r"(?:ok |okay )?"
    r"(?:tschüss|tschüß|tschau|ciao|auf wiedersehen|bis (?:bald|später|dann|morgen)|gute nacht|ade)"
)
_HILFE = _pattern(
    r"hilfe(?: bitte)?",
    r"(?:ich brauche|bitte um) hilfe",
    r"was (?:kannst du|können sie)(?: alles)?(?: für mich)?(?: tun| machen)?",
    r"was machst du",
    r"wer (?:bist du|sind sie)",
    r"was (?:bist du|ist das hier|ist footnote)",
    r"bist du (?:ein )?(?:mensch|roboter|bot|echt|eine ki|eine maschine)",
    r"wie (?:funktioniert|geht) (?:das hier|footnote)",
    r"was (?:kann|darf|soll) ich (?:dich |sie )?fragen",
    r"welche fragen (?:kann ich stellen|kannst du beantworten)",
    r"wie (?:heißt du|heißen sie)",
)
_ZUSAMMENFASSUNG = _pattern(
    rf"{_BITTE}fass(?:e|en sie)?(?: bitte| mir)*(?: {_ES})?(?: bitte| kurz| mal)* zusammen{_DANACH}",
    rf"{_BITTE}{_ES}(?: bitte| kurz)* zusammenfassen{_DANACH}",
    rf"(?:zusammenfassen|zusammenfassung|überblick|kurzfassung|inhaltsangabe|das wichtigste)"
    rf"(?: in kürze)?{_DES}{_DANACH}",
    rf"{_BITTE}(?:gib|schreib|erstelle|zeig|mach|geben sie|ich möchte|ich will|ich brauche)"
    r"(?: mir| uns)?(?: bitte)?"
    rf"(?: eine?n?| die| den)?(?: kurzen?)? "
    rf"(?:zusammenfassung|überblick|kurzfassung|inhaltsangabe|hauptpunkte|kernaussagen){_DES}{_DANACH}",
    rf"(?:was sind )?die (?:hauptpunkte|kernaussagen|wichtigsten punkte|wichtigsten aussagen){_DES}",
    r"was ist (?:die kernaussage|die hauptaussage|das thema|das wichtigste)"
    r"(?: (?:des|dieses|vom|im|in diesem) (?:artikels?|textes|text))?",
    r"(?:worum|um was) geht(?:'s| es| s)?(?: (?:hier|es hier|da|eigentlich|denn|"
    r"(?:in|bei) (?:dem|diesem) (?:artikel|text|beitrag|bericht)|im (?:artikel|text|beitrag|bericht)))*",
    r"wovon handelt (?:es|das|der artikel|dieser artikel|der text|dieser text|der beitrag)",
    r"was steht (?:in (?:dem|diesem) (?:artikel|text)|im (?:artikel|text)|drin|da drin)",
)

_PATTERNS: tuple[tuple[Kind, _Language, re.Pattern[str]], ...] = (
    ("summary", "en", _SUMMARY),
    ("summary", "de", _ZUSAMMENFASSUNG),
    ("help", "en", _HELP),
    ("help", "de", _HILFE),
    (
        "greeting",
        "en",
        _pattern(rf"{_HELLO}(?: {_HELLO})?(?: (?:how are you(?: doing)?|how is it going))?(?: today)?"),
    ),
    ("greeting", "en", _pattern(r"how are you(?: doing)?(?: today)?", "what's up", "sup", "how do you do")),
    (
        "greeting",
        "de",
        _pattern(rf"{_HALLO}(?: wie geht(?: es|'s)(?: dir| ihnen)?)?", r"wie geht(?: es|'s)(?: dir| ihnen)?"),
    ),
    ("farewell", "en", _pattern(rf"(?:{_THANKS} (?:and )?)?{_BYE}")),
    ("farewell", "de", _pattern(rf"(?:{_DANKE} (?:und )?)?{_TSCHUESS}")),
    ("thanks", "en", _pattern(rf"(?:{_PRAISE} )?{_THANKS}", _PRAISE, r"ok(?:ay)?")),
    ("thanks", "de", _pattern(_DANKE, r"(?:super|toll|prima|alles klar|sehr gut|gut gemacht)")),
)

# ---- replies


def _reply(kind: Kind, language: _Language, titles: Sequence[str]) -> str:
    if kind == "summary":
        return ""
    if kind == "farewell":
        return "Goodbye." if language == "en" else "Auf Wiedersehen."
    offer = _offer_in_german(titles) if language == "de" else _offer_in_english(titles)
    return f"{_OPENINGS[kind, language]} {offer}"


_OPENINGS: dict[tuple[Kind, _Language], str] = {
    ("greeting", "en"): "Hello.",
    ("greeting", "de"): "Hallo.",
    ("thanks", "en"): "You are welcome.",
    ("thanks", "de"): "Gern geschehen.",
    ("help", "en"): "I am Footnote. I answer questions about an article and show the exact words that each "
    "sentence of an answer rests on; where the article does not say, I say so. I can summarise it too.",
    (
        "help",
        "de",
    ): "Ich bin Footnote. Ich beantworte Fragen zu einem Artikel und zeige zu jedem Satz der Antwort "
    "die Stelle, auf der er beruht; wo der Artikel nichts sagt, sage ich das. Ich fasse ihn auch zusammen.",
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
