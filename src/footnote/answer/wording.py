"""What Footnote itself says, as against what it quotes."""

from footnote.schema import Retrieval

REFUSAL = "The article does not say."


def refusal(retrieval: Retrieval) -> str:
    """Return the words of a refusal."""
    del retrieval
    return REFUSAL
