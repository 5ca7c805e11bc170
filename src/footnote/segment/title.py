"""Where the title of an article stands in its text."""

from footnote.residue import is_residue
from footnote.schema import Article
from footnote.schema.lines import one_line
from footnote.segment.signs import is_ended

_OPENING = 12  # blocks among which the title is looked for
_BELOW_MENU = 80  # and among which, where a page's menu stands above it
_ASIDE = 12  # code points that may stand, beside residue, between a title and the same once more
_SENTENCE_WORDS = (4, 7)  # of a title with a full stop; the fewer where its last begins with no capital


def below_title(article: Article, blocks: list[tuple[int, int]], around: set[int]) -> int:
    """Return how many blocks the title and what stands above it take, 0 where it is not in the text.

    Far down it is looked for only where a page's residue stands above it, and once more below only where
    no more than residue and a word stand between: a poem or a recipe may say its title again.
    """
    below = residue = others = 0
    for place, (start, end) in enumerate(blocks[:_BELOW_MENU]):
        line = article.text[start:end]
        last = place + 1 == len(blocks)
        if is_title(line, article.title) and (residue if below or place >= _OPENING else not last):
            below, residue = place + 1, 0
        elif place in around or is_residue(line):
            residue += 1
        elif below:
            others += len(line)
        elif not _stands_aside(line):
            break
        if others > _ASIDE:
            break
    return below if below < len(blocks) else 0


def _plain(title: str) -> str:
    return one_line(title.strip("#*_ \t"))


def is_title(line: str, title: str) -> bool:
    """Whether a line is the title; a sentence that only lent the article its words is none."""
    return _plain(line) == _plain(title) and not _is_sentence(line)


def _is_sentence(line: str) -> bool:
    """Whether a title is a sentence of prose, not marked as a heading, no name ("Acorn Inc.")."""
    if line.startswith(("#", "*", "_")) or not is_ended(line, ".。"):
        return False
    few, many = _SENTENCE_WORDS
    words = line.split()
    return is_ended(line, "。") or len(words) >= (many if words[-1].lstrip("(\"'“‘")[:1].isupper() else few)


def _stands_aside(line: str) -> bool:
    """Whether a line above the title is a rubric or the like, not a sentence of the article."""
    return len(line) < 200 and not is_ended(line)
