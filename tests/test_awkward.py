"""Files that are hard to read become articles, or are refused in words that name the file and the remedy."""

from pathlib import Path

import pytest

from data import awkward_pdf
from data.awkward import FILES, Awkward
from footnote.errors import InvalidInput, TooLarge
from footnote.load import apart, load_bytes, load_file
from footnote.load.sent import Sent


@pytest.mark.parametrize("awkward", [f for f in FILES if not f.error], ids=lambda awkward: awkward.file)
def test_it_is_read(awkward: Awkward, tmp_path: Path) -> None:
    path = tmp_path / awkward.file
    path.write_bytes(awkward.make())
    article = load_file(path, max_chars=awkward.max_chars)
    assert awkward.text in ("", article.text)
    for piece in awkward.holds:
        assert piece in article.text
    for piece in awkward.lacks:
        assert piece not in article.text
    assert set(awkward.dropped) <= set(article.dropped)
    for name in ("title", "author", "date", "language"):
        assert getattr(awkward, name) in ("", getattr(article, name)), name
    assert not (awkward.undated and article.date)
    assert article.source == awkward.file


@pytest.mark.parametrize("awkward", [f for f in FILES if f.error], ids=lambda awkward: awkward.file)
def test_it_is_refused(awkward: Awkward, tmp_path: Path) -> None:
    path = tmp_path / awkward.file
    path.write_bytes(awkward.make())
    with pytest.raises(InvalidInput, match=awkward.error) as refused:
        load_file(path, max_chars=awkward.max_chars)
    said = str(refused.value)
    assert said.startswith(f"'{awkward.file}'")
    assert str(tmp_path) not in said
    assert refused.value.field == "file"


def test_a_pdf_that_takes_too_long_is_given_up() -> None:
    sent = Sent(awkward_pdf.of_pages(1_000), "long.pdf", "url", 1_000)
    with pytest.raises(TooLarge, match=r"'long\.pdf' takes more than 0\.01 seconds to read") as refused:
        apart.read("pdf", sent, seconds=0.01)
    assert refused.value.field == "url"


def test_a_file_that_asks_for_too_much_memory_is_given_up() -> None:
    sent = Sent(awkward_pdf.of_pages(1) + bytes(80 << 20), "greedy.pdf", "file", 1_000)
    with pytest.raises(InvalidInput, match=r"^'greedy\.pdf' asks for more than a text needs"):
        apart.read("pdf", sent, memory=64 << 20)  # less than the file itself takes


def test_bytes_from_an_address_are_read_as_its_server_calls_them() -> None:
    page = "<html><body><p>Le café est ouvert toute la journée.</p></body></html>".encode("latin-1")
    article = load_bytes(
        page,
        name="http://carrow.example/a",
        content_type="text/html; charset=ISO-8859-1",
        field="url",
        max_chars=99,
    )
    assert (article.text, article.source) == (
        "Le café est ouvert toute la journée.",
        "http://carrow.example/a",
    )
    with pytest.raises(InvalidInput, match=r"it is image/svg\+xml") as refused:
        load_bytes(
            b"<svg/>",
            name="http://carrow.example/b.html",
            content_type="image/svg+xml",
            field="url",
            max_chars=9,
        )
    assert refused.value.field == "url"
