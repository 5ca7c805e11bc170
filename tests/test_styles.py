"""The style sheets, as Gradio passes them on: it puts its frame before each selector, and misreads some."""

import re
from importlib.resources import files

import pytest

from footnote.page.layout import _STYLES

ASSETS = files("footnote") / "assets"


@pytest.mark.parametrize("name", _STYLES)
def test_no_selector_is_one_that_gradio_breaks(name: str) -> None:
    """It parts a selector at every comma, those inside parentheses too, and frames each part."""
    style = re.sub(r"/\*.*?\*/", "", (ASSETS / name).read_text("utf-8"), flags=re.DOTALL)
    for selector in re.findall(r"([^{}]+)\{", style):
        if not selector.strip().startswith("@"):
            assert not re.search(r":\w+\([^()]*,", selector), selector


@pytest.mark.parametrize("name", _STYLES)
def test_no_media_query_is_about_the_frame(name: str) -> None:
    """Inside one the frame is put before its own name, and matches nothing: such rules go into the head."""
    style = (ASSETS / name).read_text("utf-8")
    for query in style.split("@media")[1:]:
        inside = query[: query.index("\n}")]
        assert ".gradio-container" not in inside
