"""The standfirst, which stands between a page's title and its text and sums it up."""

import re
from collections.abc import Sequence

_SHORTEST = 40  # code points; a shorter description is the site's, or says little
_TOP = 4  # blocks among which a heading may be one; below, it is the part's
_HEADING = re.compile(r"^#{2,} ")  # below the title


def with_standfirst(blocks: Sequence[str], description: str, visible: Sequence[str]) -> list[str]:
    """Return the blocks with the page's description as a paragraph, where a reader sees it on the page.

    It is put below the title, unless it is in the text already; what was taken for a heading is one no more.
    """
    words = description.rstrip(" .…")
    if len(words) < _SHORTEST:
        return list(blocks)
    for place, block in enumerate(blocks):
        if words in block:
            standing = _HEADING.sub("", block) if place < _TOP else block
            return [*blocks[:place], standing, *blocks[place + 1 :]]
    told = next((piece for piece in visible if piece.rstrip(" .…") == words), "")
    below = next((place + 1 for place, block in enumerate(blocks) if block.startswith("# ")), 0)
    return [*blocks[:below], *([told] if told else []), *blocks[below:]]
