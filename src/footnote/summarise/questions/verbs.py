"""English verbs that a question turns round: "counted" -> "did … count", "keeps" -> "does … keep".

A closed list, so that no verb is bent wrongly: a sentence whose verb is not in it is not asked about so.
"""

from collections.abc import Mapping
from dataclasses import dataclass

_REGULAR = (
    "accept accuse achieve acknowledge acquire add admit adopt agree aim allow announce appeal apply appoint "
    "approve argue arrest arrive ask attack attend attract award ban call cancel capture carry cause "
    "change charge claim close collapse collect complete confirm consider contain contribute cost count "
    "cover create cross damage decide declare deliver demand deny describe design destroy develop die "
    "discover double earn elect employ end enter establish estimate examine expect explain explore "
    "export face fail favor favour file finish fire follow form found gain grant handle happen help "
    "hire host identify import improve include increase injure install introduce invent invest invite "
    "issue join jump kill land last launch lift list live locate lower manage mark measure merge move "
    "name need negotiate obtain occur offer open operate oppose order organise organize own pass "
    "perform plan plant play post predict prepare prevent produce promise promote propose protect prove "
    "publish pull purchase push raise reach receive recommend record recover recruit reduce refuse "
    "reject release remain remove rename replace report request require rescue resign restore retire "
    "return reveal review rule sail save serve settle share sign sponsor start state stay stop study "
    "succeed suffer suggest supply support survey survive suspend target test threaten trace track "
    "trade train travel treat trigger turn use visit vote vow want warn watch weigh work "
).split()
_DOUBLED = {"admit", "ban", "plan", "stop"}
_IRREGULAR = {
    "become": "became", "begin": "began", "bring": "brought", "build": "built", "buy": "bought",
    "catch": "caught", "choose": "chose", "come": "came", "cost": "cost", "draw": "drew", "drive": "drove",
    "fall": "fell", "feel": "felt", "fight": "fought", "find": "found", "fly": "flew", "get": "got",
    "give": "gave", "go": "went", "grow": "grew", "have": "had", "hear": "heard", "hold": "held",
    "keep": "kept", "know": "knew", "lead": "led", "leave": "left", "lend": "lent", "lose": "lost",
    "make": "made", "meet": "met", "pay": "paid", "rise": "rose", "run": "ran", "see": "saw",
    "seek": "sought", "sell": "sold", "send": "sent", "set": "set", "spend": "spent", "take": "took",
    "teach": "taught", "tell": "told", "think": "thought", "win": "won", "write": "wrote",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Turned:
    """What a verb becomes in a question: the auxiliary that goes before the subject, and what stays."""

    auxiliary: str
    base: str


def _forms() -> dict[str, Turned]:
    forms: dict[str, Turned] = {}
    for base in (*_REGULAR, *_IRREGULAR):
        forms[_third_person(base)] = Turned("does", base)
        forms.setdefault(_IRREGULAR.get(base) or _past(base), Turned("did", base))
    return forms


def _third_person(base: str) -> str:
    if base == "have":
        return "has"
    if base.endswith("y") and base[-2] not in "aeiou":
        return f"{base[:-1]}ies"
    return f"{base}es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else f"{base}s"


def _past(base: str) -> str:
    if base.endswith("e"):
        return f"{base}d"
    if base.endswith("y") and base[-2] not in "aeiou":
        return f"{base[:-1]}ied"
    return f"{base}{base[-1]}ed" if base in _DOUBLED else f"{base}ed"


FORMS: Mapping[str, Turned] = _forms()
PAST = frozenset(form for form, turned in FORMS.items() if turned.auxiliary == "did")
