"""What is this about? and Summarise it, in languages in which Footnote has no other small talk."""

import re

from footnote.answer.talk.kind import Kind, pattern

_FRENCH = r"(?:(?:l'|cet |le |ce )(?:article|texte|document)|article)"
_SPANISH = r"(?:(?:el|este) )?(?:art[ií]culo|texto|documento)"
_ITALIAN = r"(?:l'|quest'|questo |il )?(?:articolo|testo|documento)"
_PORTUGUESE = r"(?:(?:o|este) )?(?:artigo|texto|documento)"
_RUSSIAN = r"(?:эт[ау]\w* |этот |данн\w+ )?(?:стать[яюи]|текста?)"

_ABOUT = (
    (r"de quoi (?:parle|traite)(?:-t-il)?", _FRENCH),
    (r"de qu[eé] (?:trata|va|habla)", _SPANISH),
    (r"di (?:che )?cosa (?:parla|tratta)", _ITALIAN),
    (r"do que (?:trata|fala)", _PORTUGUESE),
    (r"(?:о ч[её]м|про что)", _RUSSIAN),
)
_BARE = (*(asks for asks, _ in _ABOUT), r"de quoi s'agit-il", r"waar gaat (?:het|dit) over")
LEANING = pattern(*_BARE)  # names no article, so after other talk it means that

SUMMARIES: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (
        "summary",
        pattern(
            *_BARE,
            *(f"{asks} {noun}" for asks, noun in _ABOUT),
            rf"(?:peux-tu |pouvez-vous )?résume[rz]?(?:[- ]moi)?(?: {_FRENCH})?(?: s'il (?:te|vous) plaît)?",
            rf"(?:fais|faites|donne|donnez)(?:[- ]moi)? un (?:bref |court )?résumé(?: d[eu] {_FRENCH})?",
            rf"(?:puedes )?resum(?:e|en|a|ir) {_SPANISH}(?: por favor)?",
            r"(?:haz|hazme|dame) un (?:breve )?resumen(?: del? (?:este )?(?:art[ií]culo|texto))?",
            rf"(?:puoi )?riassum(?:i|ere|imi)(?: {_ITALIAN})?(?: per favore)?",
            r"(?:fai|fammi|dammi) un (?:breve )?riassunto(?: dell'articolo| del testo)?",
            rf"(?:pode )?resum(?:e|a|ir) {_PORTUGUESE}(?: por favor)?",
            r"(?:faz|faça|dê-me) um (?:breve )?resumo(?: do (?:artigo|texto))?",
            r"waar gaat (?:(?:het|dit) artikel|de tekst) over",
            r"vat (?:(?:het|dit) artikel|de tekst|het|dit) samen",
            rf"(?:кратко )?(?:перескажи|изложи|суммируй)(?:те)? {_RUSSIAN}",
            rf"(?:сделай|дай)(?:те)? (?:краткое |краткий )?(?:резюме|изложение|пересказ)(?: {_RUSSIAN})?",
        ),
    ),
)
