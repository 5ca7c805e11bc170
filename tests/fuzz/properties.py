"""What must hold whatever comes in."""

import re
import signal
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from types import FrameType

import footnote
from footnote.errors import FootnoteError, InvalidInput
from footnote.load import load_text
from footnote.load.article import make_article
from footnote.load.kinds import kind_of, suffix_of
from footnote.load.readers import READERS
from footnote.load.sent import Sent
from footnote.schema import Article
from footnote.segment import segment
from footnote.segment.blocks import kinds_of
from footnote.segment.leftover import residue_of

SECONDS = 20  # for one input; a small one takes milliseconds
MAX_CHARS = 100_000
MAX_TOKENS = 60


PACKAGE = Path(footnote.__file__).parent


class Hang(BaseException):
    """An input takes far too long; not an Exception, so that no reader takes it for a broken file."""


@contextmanager
def in_time() -> Iterator[None]:
    """Raise Hang where the body takes longer than it may."""

    def ring(number: int, frame: FrameType | None) -> None:
        raise Hang(f"more than {SECONDS} seconds")

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def file_is_read_or_refused(file: tuple[str, bytes]) -> None:
    """Bytes become an article or a FootnoteError, and nothing else."""
    name, data = file
    try:
        with in_time():
            article = read_here(data, name)
    except FootnoteError as error:
        check_refusal(error, name)
        return
    assert re.search(r"\w", article.text)
    assert article.title
    assert "\0" not in article.text + article.title + article.author + article.date
    for said in (article.text, article.title, article.author, article.date, *article.dropped):
        said.encode()
    check_segments(article)


def read_here(data: bytes, name: str) -> Article:
    """Read a file as ``load_bytes`` does, but never in a process of its own: thousands are read here."""
    sent = Sent(data, name, "file", MAX_CHARS)
    extract = READERS[kind_of(sent, suffix_of(name))](sent)
    try:
        return make_article(extract, title="", source=name, max_chars=MAX_CHARS)
    except InvalidInput as error:
        raise InvalidInput(f"{name}: {error}", "file") from error.__cause__


def check_refusal(error: FootnoteError, name: str) -> None:
    said = str(error)
    assert name in said
    assert len(said) < 1_000
    assert not fault_of_ours(error)


def fault_of_ours(error: FootnoteError) -> bool:
    """Whether a refusal hides an exception that arose in our own lines and not in a library's.

    The readers take whatever a library raises for a broken file, so a mistake of ours would look like one.
    """
    cause = error.__cause__
    if cause is None or isinstance(cause, FootnoteError):
        return False
    innermost = traceback.extract_tb(cause.__traceback__)[-1]
    return Path(innermost.filename).is_relative_to(PACKAGE)


def text_is_segmented(text: str) -> None:
    """Any text that is an article is cut into sentences that lie in it, in order, none blank."""
    try:
        article = load_text(text, max_chars=MAX_CHARS)
    except FootnoteError:
        return
    check_segments(article)


def check_segments(article: Article) -> None:
    with in_time():
        segments = segment(article, count_words, MAX_TOKENS)
        residue = residue_of(article, segments)
    sentences, text = segments.sentences, article.text
    assert sentences
    for sentence in sentences:
        assert 0 <= sentence.start < sentence.end <= len(text)
        assert text[sentence.start : sentence.end].strip()
    assert all(before.end <= after.start for before, after in pairwise(sentences))
    assert all(before.paragraph <= after.paragraph for before, after in pairwise(sentences))
    held = [place for p in segments.passages for place in range(p.first_sentence, p.last_sentence + 1)]
    assert held == list(range(len(sentences)))
    for part in residue:
        assert text[part.start : part.end] == part.text == part.text.strip()
    accounted = set[int]()
    headings = [range(start, end) for kind, start, end in kinds_of(article) if kind in ("title", "heading")]
    for part in (*sentences, *residue):
        accounted.update(range(part.start, part.end))
    for places in headings:
        accounted.update(places)
    assert all(char.isspace() for place, char in enumerate(text) if place not in accounted)


def count_words(texts: Sequence[str]) -> list[int]:
    """A cheap counter of tokens: every run of up to five word characters, and every sign."""
    return [len(re.findall(r"\w{1,5}|[^\w\s]", text)) for text in texts]
