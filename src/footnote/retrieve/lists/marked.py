"""Lists whose items begin with a marker, from one end to the other."""

from footnote.retrieve.lists.kinds import Listed
from footnote.retrieve.paragraphs import Paragraphs

BELOW_NUMBER = 8  # sentences that an item may have below its own paragraph
MOST = 100  # items, or lists side by side, that are looked at; nobody wants so many


def marked(paragraphs: Paragraphs, number: int) -> Listed:
    """Return the list of an item, from one to the other end of it."""
    items = [(paragraphs.first(number), paragraphs.last(number))]
    while len(items) < MOST and (before := _item_before(paragraphs, items[0][0])) is not None:
        items.insert(0, (before, items[0][0] - 1))
    return marked_from(paragraphs, items)


def marked_from(paragraphs: Paragraphs, items: list[tuple[int, int]]) -> Listed:
    """Return the list that begins with these items, with those that follow."""
    while len(items) < MOST and (following := _item_after(paragraphs, items[-1])) is not None:
        items[-1] = (items[-1][0], following - 1)
        items.append((following, paragraphs.last(following)))
    above = items[0][0] - 1
    introduced = paragraphs.introduces(above) and not (
        paragraphs.is_item(above) and paragraphs.alike(above, above + 1)
    )
    lead = above if introduced else None
    numbered = all(paragraphs.marker(start) for start, _ in items)
    return Listed("steps" if numbered else "items", tuple(items), lead)


def _item_before(paragraphs: Paragraphs, first: int) -> int | None:
    """Return where the item before one begins."""
    number = paragraphs.marker(first)
    if number == 1:
        return None
    if first and _is_next(paragraphs, first - 1, first):
        return paragraphs.first(first - 1)
    return _numbered(paragraphs, range(first - 1, first - 2 - BELOW_NUMBER, -1), number - 1, first)


def _item_after(paragraphs: Paragraphs, item: tuple[int, int]) -> int | None:
    """Return where the item after one begins."""
    number, following = paragraphs.marker(item[0]), item[1] + 1
    if following < len(paragraphs) and _is_next(paragraphs, item[1], following):
        return None if paragraphs.marker(following) == 1 else following
    wanted = number + 1 if number else 0
    return _numbered(paragraphs, range(following, following + BELOW_NUMBER), wanted, item[0])


def _is_next(paragraphs: Paragraphs, number: int, following: int) -> bool:
    """Say whether the paragraphs of a sentence and of the next are items of one list."""
    both = paragraphs.is_item(number) and paragraphs.is_item(following)
    return both and paragraphs.alike(number, following) and paragraphs.go_together(number)


def _numbered(paragraphs: Paragraphs, among: range, wanted: int, beside: int) -> int | None:
    """Return which sentence begins the item with a number, below the same heading."""
    for number in among if wanted > 0 else ():
        if not 0 <= number < len(paragraphs) or paragraphs.heading(number) != paragraphs.heading(beside):
            return None
        if paragraphs.marker(number):
            return paragraphs.first(number) if paragraphs.marker(number) == wanted else None
    return None
