"""What nouns name: times, he and she and their kin, ships, organisations; and which may be people's."""

import re

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
        "prophet colonel lieutenant commander professor doctor chancellor senator governor director "
        "deputy guard soldier nurse pilot priest witness patient resident politician colleague coach "
        "boss friend neighbour expert critic".split()
    )
)
GROUPS = frozenset(  # of people, who want and say something together
    "academy association agency army bank board church college commission committee company corporation "
    "council court department force forces fund group inc institute league ltd ministry navy office "
    "organisation organization parliament party press society trust union university foundation brothers "
    "bros sons".split()
)
ORGANISATION_WORDS = GROUPS | frozenset(
    "bay cape cave caves city estuary island limited lines museum north river sand sea service south spit "
    "state states systems television treaty west east programme magazine airport cathedral coast district "
    "empire gallery gulf harbour hospital kingdom lake library lighthouse medal mountain mountains peninsula "
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


def is_person(noun: str) -> bool:
    """Say whether a common noun in the singular looks like one for a person."""
    lower = noun.lower()
    if lower in _INANIMATE:
        return False
    return lower in PERSON_NOUNS or bool(re.search(r"(?:er|or|ist)$", lower))


def are_people(noun: str) -> bool:
    """Say whether a common noun in the plural looks like one for people."""
    one = noun.lower().removesuffix("s")
    return noun.lower() in {"people", "police", "men", "women", "children"} or one in KIN or is_person(one)
