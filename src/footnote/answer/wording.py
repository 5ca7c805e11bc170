"""What Footnote itself says, as against what it quotes."""

from collections.abc import Sequence

from footnote.marks import quoted

_MOST_TITLES = 3


def refusal(titles: Sequence[str]) -> str:
    """Return the words of a refusal: plainly that, and what the articles that were asked are about."""
    if len(titles) == 1:
        return f"The article does not say. It is about: {quoted(titles[0])}"
    shown = quoted("; ".join(titles[:_MOST_TITLES]))
    more = f"; and {len(titles) - _MOST_TITLES} more" if len(titles) > _MOST_TITLES else ""
    return f"The articles do not say. They are about: {shown}{more}"


def empty_library() -> str:
    """Return what is said where there is no article to ask."""
    return "There is no article in the library yet. Add one, then ask about it."
