"""From a question to the query of the full-text index."""

import re

_NO_WORDS = frozenset(
    [
        *("a", "about", "an", "and", "are", "as", "at", "be", "been", "by", "did", "do", "does", "for"),
        *("from", "had", "has", "have", "he", "her", "his", "how", "i", "in", "is", "it", "its", "many"),
        *("much", "of", "on", "or", "s", "she", "that", "the", "their", "there", "they", "this", "to"),
        *("was", "were", "what", "when", "where", "which", "who", "whom", "whose", "why", "will", "with"),
        *("would", "you", "your"),
    ]
)


def match_query(question: str) -> str:
    """Return the FTS5 query for any of the question's words, quoted so that no syntax is left in it.

    Words without content are left out unless there are no others.
    """
    words = list(dict.fromkeys(re.findall(r"\w+", question.casefold())))
    content = [word for word in words if word not in _NO_WORDS] or words
    return " OR ".join(f'"{word}"' for word in content[:64])
