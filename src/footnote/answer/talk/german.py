"""The German of small talk and commands: each a pattern for a whole utterance."""

import re

from footnote.answer.talk.kind import Kind, pattern

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
_HILFE = pattern(
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
_ZUSAMMENFASSUNG = pattern(
    rf"{_BITTE}fass(?:e|en sie)?(?: bitte| mir)*(?: {_ES})?(?: bitte| kurz| mal)* zusammen{_DANACH}",
    rf"{_BITTE}{_ES}(?: bitte| kurz)* zusammenfassen{_DANACH}",
    rf"(?:zusammenfassen|zusammenfassung|überblick|kurzfassung|inhaltsangabe|das wichtigste)"
    rf"(?: in kürze)?{_DES}{_DANACH}",
    rf"{_BITTE}(?:gib|schreib|erstelle|zeig|mach|geben sie|ich möchte|ich will|ich brauche)"
    r"(?: mir| uns)?(?: bitte)?(?: eine?n?| die| den)?(?: kurzen?)? "
    rf"(?:zusammenfassung|überblick|kurzfassung|inhaltsangabe|hauptpunkte|kernaussagen){_DES}{_DANACH}",
    rf"(?:was sind )?die (?:hauptpunkte|kernaussagen|wichtigsten punkte|wichtigsten aussagen){_DES}",
    rf"(?:{_BITTE}(?:sag|fass|erklär)e?(?: mir)? {_ES} )?"
    r"in (?:einem satz|(?:zwei|drei) sätzen)(?: zusammen)?",
    r"was ist (?:die kernaussage|die hauptaussage|das thema|das wichtigste)"
    r"(?: (?:des|dieses|vom|im|in diesem) (?:artikels?|textes|text))?",
    r"(?:worum|um was) geht(?:'s| es| s)?(?: (?:hier|es hier|da|eigentlich|denn|"
    r"(?:in|bei) (?:dem|diesem) (?:artikel|text|beitrag|bericht)|im (?:artikel|text|beitrag|bericht)))*",
    r"wovon handelt (?:es|das|der artikel|dieser artikel|der text|dieser text|der beitrag)",
    r"was steht (?:in (?:dem|diesem) (?:artikel|text)|im (?:artikel|text)|drin|da drin)",
)
_SICHER = pattern(
    r"(?:bist du|sind sie) (?:dir |sich )?(?:da )?(?:sicher|ganz sicher)",
    r"woher weißt du das",
)
_JENSEITS = pattern(
    r"(?:bitte |kannst du |können sie )*übersetz(?:e|en sie)?(?: .+)?",
    r"(?:bitte|kannst du|könntest du|können sie|könnten sie)(?: .+)? übersetzen(?: bitte)?",
    r"(?:bitte )?schreib(?:e|en sie)?(?: mir)? (?:ein|eine|einen) "
    r"(?:gedicht|lied|aufsatz|brief|e-?mail|geschichte|witz|rede)(?: .+)?",
    r"(?:was (?:denkst|meinst) du|was ist deine meinung)(?: (?:dazu|darüber|zu .+))?",
    r"ist (?:das|de[rs] (?:artikel|text)|diese[rs]? (?:artikel|text)) "
    r"(?:glaubwürdig|wahr|verlässlich|objektiv|neutral|seriös)",
)

GERMAN: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("summary", _ZUSAMMENFASSUNG),
    ("help", _HILFE),
    (
        "greeting",
        pattern(rf"{_HALLO}(?: wie geht(?: es|'s)(?: dir| ihnen)?)?", r"wie geht(?: es|'s)(?: dir| ihnen)?"),
    ),
    ("farewell", pattern(rf"(?:{_DANKE} (?:und )?)?{_TSCHUESS}")),
    ("thanks", pattern(_DANKE, r"(?:super|toll|prima|alles klar|sehr gut|gut gemacht)")),
    ("sure", _SICHER),
    (
        "complaint",
        pattern(
            r"(?:nein |aber )*das (?:war|ist) (?:gar )?(?:nicht meine frage|keine antwort)",
            r"(?:nein |aber )*das (?:habe|hab|hatte) ich (?:gar |doch )?nicht (?:gefragt|gemeint)",
            r"(?:aber )?du hast meine frage nicht beantwortet",
            r"(?:das ist |du bist |das war )?(?:falsch|unsinn|quatsch|nutzlos|dumm|schlecht)",
        ),
    ),
    ("beyond", _JENSEITS),
)
