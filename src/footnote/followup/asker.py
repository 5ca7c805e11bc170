"""The asker's own kin, "my son": he and she of what follows, where nobody else is asked about."""

import re

from footnote.followup.grammar.nouns import HE_KIN, SHE_KIN
from footnote.followup.turns import Person

_OWN = re.compile(
    rf"\bmy (?:\w+ )?(?:(?P<he>{'|'.join(HE_KIN)}|boy)|(?P<she>{'|'.join(SHE_KIN)}|girl))\b", re.I
)


def kin_of_the_asker(question: str) -> tuple[Person, ...]:
    """Return those of the asker's kin that a question speaks of."""
    return tuple(
        Person(found[0].lower(), "he" if found["he"] else "she") for found in _OWN.finditer(question)
    )
