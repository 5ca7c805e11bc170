"""Which sentences of an article order a machine about, or say what to answer."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from footnote.injection.order import ORDER
from footnote.injection.signs import commands, seen

# What others are said to have said or written, also a line of code and a quoted paragraph of Markdown.
_QUOTED = re.compile(
    r"“[^”]{0,900}”|\"[^\"]{0,900}\"|„[^“”]{0,900}[“”]|«[^»]{0,900}»|`[^`]{0,900}`|"
    r"(?<!\w)[‘'](?=\w)[^\n]{1,300}?[’'](?!\w)|^[ \t]*>[^\n]*",
    re.MULTILINE,
)


def orders(sentences: Sequence[str], paragraphs: Sequence[int]) -> frozenset[int]:
    """Return the numbers of an article's sentences that order a machine about or say what to answer.

    Those beside them in the paragraph (``paragraphs`` has each sentence's) count too where they hold any
    sign of a command. What stands within quotation marks is told of and orders nobody.
    """
    own = list(_without_quotations(sentences, paragraphs))
    found = {number for number, text in enumerate(own) if ORDER.search(text)}
    numbers = range(len(own))
    for onward in (numbers, numbers[::-1]) if found else ():
        for beside, number in pairwise(onward):
            within = beside in found and paragraphs[beside] == paragraphs[number]
            if within and number not in found and commands(own[number]):
                found.add(number)
    return frozenset(found)


def _without_quotations(sentences: Sequence[str], paragraphs: Sequence[int]) -> Iterator[str]:
    """Yield each sentence with blanks for what stands in a quotation, which may be longer than it."""
    for _, numbers in groupby(range(len(sentences)), lambda number: paragraphs[number]):
        texts = [seen(sentences[number]) for number in numbers]
        whole = _QUOTED.sub(lambda match: " " * len(match[0]), "\n".join(texts))
        start = 0
        for text in texts:
            yield whole[start : start + len(text)]
            start += len(text) + 1
