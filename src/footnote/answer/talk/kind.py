"""The kinds of utterances that are no questions to an article."""

import re
from typing import Literal

Kind = Literal[
    "greeting", "thanks", "help", "farewell", "summary", "sure", "complaint", "beyond", "compare", "noted"
]


def pattern(*alternatives: str) -> re.Pattern[str]:
    """Return the pattern of any of them."""
    return re.compile("|".join(f"(?:{one})" for one in alternatives))
