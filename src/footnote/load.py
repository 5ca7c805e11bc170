"""A file or pasted text becomes an Article: its words as sent, its title, its language.

The text is stored as it was sent, but for CRLF to LF and the removal of a byte order mark and
of NULs. Residue of a web page is left out later, by segmentation, never cut from the text.
"""

import hashlib
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from footnote.errors import InvalidInput, TooLarge
from footnote.residue import is_residue
from footnote.schema import Article

_TITLE_WORDS = 30  # a longer first line is a paragraph
_TITLE_LENGTH = 300  # code points
_OPENING_LINES = 12  # a title is looked for among so many first lines
_TEXT_SUFFIXES = {".txt", ".text", ".md", ".markdown"}
_WORD = re.compile(r"\w+")
_UNTITLED_LENGTH = 80
_MARKS = "#*_ \t"  # Markdown's around a title


def load_text(text: str, *, title: str = "", source: str = "pasted text", max_chars: int) -> Article:
    """Make an article of pasted text.

    Args:
        text: the whole article.
        title: a title to use instead of the one that the text itself seems to have.
        source: where the text comes from, as shown to the reader.
        max_chars: the most code points that are taken.

    Raises:
        InvalidInput: the text is blank, has no word in it, or is binary or no valid Unicode.
        TooLarge: the text is longer than ``max_chars``, or the title than 300 characters.
    """
    if len(text) > max_chars:
        raise TooLarge(
            f"The article has {len(text):,} characters; at most {max_chars:,} are taken. "
            "Send a part of it, or raise FOOTNOTE_MAX_ARTICLE_CHARS.",
            "text",
        )
    _refuse_long_title(title)
    _refuse_binary(text)
    _refuse_surrogates("article", text, "text")
    _refuse_surrogates("title", title, "title")
    text = text.replace("\0", "").removeprefix("\ufeff").replace("\r\n", "\n")
    if not _WORD.search(text):
        raise InvalidInput("The article is empty: there is no word in it. Send its text.", "text")
    title = " ".join(title.split()) or find_title(text)
    identity = hashlib.sha256(text.encode()).hexdigest()[:16]
    return Article(identity, title, text, source, _language(text))


def load_file(path: Path, *, name: str = "", title: str = "", max_chars: int) -> Article:
    """Make an article of a .txt or .md file, its encoding detected.

    Args:
        path: where the file lies.
        name: the file's name as the reader knows it, if it differs from the path's.
        title: as for ``load_text``.
        max_chars: as for ``load_text``.

    Raises:
        InvalidInput: no such file, another kind of file, or a binary one.
        TooLarge: the file holds more than ``max_chars``.
    """
    name = name or path.name
    if path.suffix.lower() not in _TEXT_SUFFIXES:
        kinds = ", ".join(sorted(_TEXT_SUFFIXES))
        raise InvalidInput(f"{name!r} is not of a kind that is read ({kinds}). Paste its text.", "file")
    try:
        if path.stat().st_size > 4 * max_chars:  # no encoding of text takes more than four bytes
            raise TooLarge(f"{name!r} is larger than {max_chars:,} characters. Send a part of it.", "file")
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise InvalidInput(f"{name!r} cannot be read: {reason}. Check the name.", "file") from error
    try:
        return load_text(decode(data, name), title=title, source=name, max_chars=max_chars)
    except InvalidInput as error:
        raise type(error)(f"{name!r}: {error}", error.field.replace("text", "file")) from error


def decode(data: bytes, name: str) -> str:
    """Turn a file's bytes into text: UTF-8 where they are valid UTF-8, else the likeliest encoding.

    Raises:
        InvalidInput: the bytes are not text in any encoding.
    """
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"", "utf-8")):
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                continue
    from charset_normalizer import from_bytes

    matches = [] if b"\0" in data else list(from_bytes(data))
    if not matches:
        raise InvalidInput(f"{name!r} is binary, not text. Send the article as plain text.", "file")
    best = matches[0]
    likeliest = [match for match in matches if (match.chaos, match.coherence) == (best.chaos, best.coherence)]
    # A short text fits several encodings equally; the commonest goes before the alphabet's first.
    return str(next((match for match in likeliest if match.encoding == "cp1252"), best))


def find_title(text: str) -> str:
    """Return the line that is most likely the title: among the first lines, not residue, about the text.

    A title's words come back in the article, those of a stray "Placeholder canvas" do not; so of
    the short lines before the first paragraph the first is taken most of whose words come back.
    Where there is none, the first words of the text serve.
    """
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    for line in lines[:_OPENING_LINES]:  # further down, "# " may be a comment in a listing
        if re.match(r"#\s", line) and _WORD.search(line) and len(line) <= _TITLE_LENGTH:
            return line.strip(_MARKS)
    opening: list[str] = []
    for line in lines[:_OPENING_LINES]:
        words = len(line.split())
        if words > _TITLE_WORDS or len(line) > _TITLE_LENGTH or (words > 6 and line[-1] in ".;"):
            break
        opening.append(line)
    body = {word.casefold()[:4] for line in lines[len(opening) :] for word in _WORD.findall(line)}
    titles = [line for line in opening if not is_residue(line) and _WORD.search(line)]
    for line in titles:
        long = [word.casefold()[:4] for word in _WORD.findall(line) if len(word) > 3]  # "seal" is in "seals"
        if long and 2 * sum(word in body for word in long) >= len(long):
            return line.strip(_MARKS)
    return titles[0].strip(_MARKS) if titles and body else _first_words(lines)


def _first_words(lines: list[str]) -> str:
    line = next((line for line in lines if not is_residue(line)), lines[0])
    if len(line) <= _UNTITLED_LENGTH:
        return line
    return line[:_UNTITLED_LENGTH].rsplit(" ", 1)[0].rstrip(",;:") + "…"


def _refuse_binary(text: str) -> None:
    sample = text[:10_000]
    controls = sum(char < " " and char not in "\n\r\t\f\0" for char in sample) + sample.count("\ufffd")
    if controls > len(sample) / 50 or sample.count("\0") > len(sample) / 10:
        raise InvalidInput("The article is binary data, not text. Send it as plain text.", "text")


def _refuse_long_title(title: str) -> None:
    if len(title) > _TITLE_LENGTH:
        raise TooLarge(
            f"The title has {len(title):,} characters; at most {_TITLE_LENGTH} are taken.", "title"
        )


def _refuse_surrogates(what: str, text: str, field: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise InvalidInput(
            f"The {what} is not valid Unicode: half a surrogate pair at character {error.start}. "
            "Send it as UTF-8.",
            field,
        ) from None


def _language(text: str) -> str:
    """Return the ISO 639-1 code of the text's language, "und" where it cannot be told."""
    if len(_WORD.findall(text[:2_000])) < 5:
        return "und"
    code, confidence = _identifier()(text[:5_000])
    return code if confidence > 0.5 else "und"


@cache
def _identifier() -> Callable[[str], tuple[str, float]]:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    return identifier.classify  # type: ignore[no-any-return]
