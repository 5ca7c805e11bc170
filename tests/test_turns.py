"""Whose turn it is, and that who waits is told the order that then comes true."""

from hypothesis import given
from hypothesis import strategies as some

from footnote.api.turns import Rules, Turns

RULES = Rules(size=10, share=10, deadline=60.0)


def test_who_came_first_is_first_where_nobody_was_served() -> None:
    assert Turns(RULES).order(["anna", "bert", "cora"]) == [0, 1, 2]


def test_who_was_served_waits_for_who_was_not() -> None:
    turns = Turns(RULES)
    turns.serve("anna")
    assert turns.order(["anna", "anna", "bert", "anna", "bert"]) == [2, 0, 4, 1, 3]
    turns.serve("bert")
    assert turns.next(["bert", "anna"]) == 1


@given(some.lists(some.sampled_from("abc"), max_size=5), some.lists(some.sampled_from("abcd"), max_size=8))
def test_the_order_that_is_told_is_the_order_of_serving(before: list[str], waiting: list[str]) -> None:
    turns = Turns(RULES)
    for caller in before:
        turns.serve(caller)
    told, left = turns.order(waiting), list(range(len(waiting)))
    for place in told:
        first = left[turns.next([waiting[other] for other in left])]
        assert first == place
        turns.serve(waiting[first])
        left.remove(first)
    assert left == []
