"""The tree that errors.py draws is the tree that is there, and messages keep to their rule."""

import inspect
import re

from footnote import errors
from footnote.errors import FootnoteError, InvalidInput, NotFound, TooLarge


def test_the_drawn_tree_is_the_real_one() -> None:
    drawn = re.findall(r"^\s*[│├└─ ]*(\w+)", (errors.__doc__ or "").split("\n\n")[1], re.MULTILINE)
    real = [
        name for name, one in inspect.getmembers(errors, inspect.isclass) if issubclass(one, FootnoteError)
    ]
    assert sorted(drawn) == sorted(real)


def test_every_error_is_caught_by_the_root() -> None:
    for _, one in inspect.getmembers(errors, inspect.isclass):
        assert issubclass(one, FootnoteError)


def test_too_large_is_an_invalid_input_that_names_its_field() -> None:
    error = TooLarge("The article is too long.", "text")
    assert isinstance(error, InvalidInput)
    assert error.field == "text"


def test_not_found_says_the_id_and_the_remedy_and_cuts_a_long_id() -> None:
    error = NotFound("x" * 10_000)
    assert error.article_id == "x" * 10_000
    assert "x" * 80 in str(error)
    assert "List the articles" in str(error)
    assert len(str(error)) < 200
