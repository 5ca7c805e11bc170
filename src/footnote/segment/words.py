"""Words beside a stop that say whether a sentence ends there, by the article's language.

nupunkt knows English. Of what another language shortens, ``NEVER_LAST`` has what no sentence ends with and
``PERHAPS_LAST`` what may end one, which it does where a word follows that ``opens`` another. What is in
``COUNTS`` or ``MAY_GO_ON`` ends none before a number or a small letter; the rest (usw., EE. UU.) stays
nupunkt's to judge.
"""

import re

TITLES = (
    "Mr|Mrs|Ms|Dr|Prof|Lt|Maj|Brig|Sgt|Capt|Cmdr|Col|Gen|Adm|Gov|Sen|Rep|Rev|"
    "Sra|Sras|Srs|Sres|Srta|Srtas|Dra|Dras|Drs|Dña|Excm[oa]|Exm[oa]s?|Ilm[oa]|Profa|Gral|"
    "Mme|Mmes|Mlle|Mlles|Mgr|Sigg?|Dott|Avv|Frl"
)
NEVER_LAST = {
    "de": "[Gg]em|[Ll]t|[Vv]gl|bzw|[Ii]nsb|[Ii]nsbes|sog|ggf|geb|[Hh]l|Az",
    "es": "Ing|Lic|Arq|Cnel|Mons|St[oa]|Avda|sr|sra|sres|sras|srta|dr|dra|dña",
    "fr": "MM|Pr|Ste?|bd|[Éé]d",
    "it": "Ing|On|Arch|Geom|Rag|Mons",
    "pt": "Eng|Arq|Mons|Av|sr|sra|srs|sras|dr|dra",
    "ru": "[Пп]роф|[Аа]кад|[Дд]оц|[Уу]л|[Пп]л|[Пп]ос|[Сс]в|[Гг]ен|[Пп]олк",
}
PERHAPS_LAST = {
    "de": "Ing|med|phil|[ij]ur|rer|nat|habil",  # "Er ist Dr. med."
    "ru": r"[Ии]м|(?<!\d )[Сс]м",  # "named after", "see"; also "to them" and centimetres
}
COUNTS = (  # stands before what is counted, outside of English
    "[Aa]rt|[Aa]rts|Abs|Nrn?|Ziff|Rn|Rz|Kap|Bd|págs?|pagg?|pp?|núms?|[Cc]ap|[Ff]igs?|vol|párr|env|n|"
    "кв|д|стр|с|[Гг]л|[Сс]т|[Рр]ис|[Тт]абл|пп?|т"
)
MAY_GO_ON = (
    r"[Uu]ds?|[Vv]ds?|janv|févr|avr|juil|déc|тыс|млн|млрд|руб|коп|чел|гг?|вв?|др|пр"  # with a small letter
)

# After "am 5." a noun is what is counted; one of these opens a sentence.
_OPENS_GERMAN = """
    der die das den dem des ein eine einen einem einer eines kein keine keinen er sie es ich wir ihr man
    wer was wie wo wann warum dieser diese dieses diesen diesem diesmal dies jener jene jeder jede jedes
    sein seine seinen seiner ihre ihren ihrer mein meine unser unsere alle viele beide einige manche
    mehrere niemand nichts etwas und oder aber doch denn sondern jedoch als wenn weil da ob obwohl
    nachdem bevor während dann danach dabei dadurch dafür dagegen daher damals damit daneben daran darauf
    daraus darin darum davon davor dazu dennoch deshalb deswegen trotzdem außerdem allerdings
    anschließend schließlich zunächst zuvor später inzwischen seitdem bisher heute gestern morgen jetzt
    nun hier dort so auch nur noch schon erst sogar zwar nicht mehr rund etwa fast über unter nach vor
    mit ohne von vom bei beim zu zum zur in im ins an am auf aus um für gegen durch bis seit trotz wegen
    laut zwischen neben hinter
"""
# After "в 1887 г." a name goes on with the sentence; one of these opens another.
_OPENS_RUSSIAN = """
    в во на по к ко с со о об от до из за для при после через под над без перед между около у и а но он она
    оно они его её ее их ему ей им это этот эта эти этого тот та те там тогда тут здесь так также затем потом
    однако когда как если чтобы что кто где все всё всего мы я вы ты наш сейчас сегодня теперь ныне уже ещё
    еще лишь только именно впервые вскоре позже позднее кроме среди благодаря согласно хотя поэтому
"""
_OPENS = {"de": frozenset(_OPENS_GERMAN.split()), "ru": frozenset(_OPENS_RUSSIAN.split())}


def opens(text: str, language: str) -> bool:
    """Say whether a text begins with a word, no initial, that opens a sentence in its language."""
    first = re.match(r"\W*([A-ZÄÖÜА-ЯЁ]\w*+)(?!\.)", text)
    return first is not None and first[1].lower() in _OPENS.get(language, ())
