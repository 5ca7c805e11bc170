"""An extract becomes an Article: what cannot be one is refused, what the format did not say is found."""

import hashlib
import re
from collections.abc import Callable
from functools import cache

from footnote.errors import InvalidInput, TooLarge
from footnote.load.byline import find_byline
from footnote.load.sent import Extract
from footnote.load.title import MAX_TITLE, find_title
from footnote.schema import Article
from footnote.schema.lines import one_line

_WORD = re.compile(r"\w+")
_MOST_DROPPED = 500  # lines that are kept of what an extraction left out
_LONGEST_DROPPED = 300  # code points of each
_LONGEST_AUTHOR = 200


def make_article(extract: Extract, *, title: str, source: str, max_chars: int) -> Article:
    """Make an article of an extract; see ``load_text`` for what is refused. Errors name the field "text"."""
    text = _checked(extract.text, title, max_chars)
    found = find_byline(text)
    return Article(
        id=hashlib.sha256(text.encode()).hexdigest()[:16],
        title=_line(title) or _line(extract.title)[:MAX_TITLE] or _line(find_title(text)),
        text=text,
        source=source,
        language=_language(text, extract.language),
        author=_line(extract.author)[:_LONGEST_AUTHOR] or found.author,
        date=extract.date or found.date,
        dropped=_told(extract.dropped),
    )


def _checked(text: str, title: str, max_chars: int) -> str:
    """Return a text as it is stored, if that and the title can be."""
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
    return text


def _line(words: str) -> str:
    """Return words on one line, without what no database, terminal or page can hold."""
    return one_line(words.encode(errors="replace").decode())


def _told(lines: tuple[str, ...]) -> tuple[str, ...]:
    folded = dict.fromkeys(_line(line)[:_LONGEST_DROPPED] for line in lines)
    return tuple(line for line in folded if line)[:_MOST_DROPPED]


def _refuse_binary(text: str) -> None:
    sample = text[:10_000]
    controls = sum(char < " " and char not in "\n\r\t\f\0" for char in sample) + sample.count("\ufffd")
    if controls > len(sample) / 50 or sample.count("\0") > len(sample) / 10:
        raise InvalidInput("The article is binary data, not text. Send it as plain text.", "text")


def _refuse_long_title(title: str) -> None:
    if len(title) > MAX_TITLE:
        raise TooLarge(f"The title has {len(title):,} characters; at most {MAX_TITLE} are taken.", "title")


def _refuse_surrogates(what: str, text: str, field: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise InvalidInput(
            f"The {what} is not valid Unicode: half a surrogate pair at character {error.start}. "
            "Send it as UTF-8.",
            field,
        ) from None


def _language(text: str, declared: str) -> str:
    """Return the ISO 639-1 code of the text's language, else the declared one, else "und"."""
    fallback = declared[:2].casefold() if re.fullmatch(r"[A-Za-z]{2}(?:[-_].*)?", declared) else "und"
    unspaced = sum(char >= "\u2e80" for char in text[:100])  # of a script that puts no blanks between words
    if len(_WORD.findall(text[:2_000])) < 5 and unspaced < 10:
        return fallback
    code, confidence = _identifier()(text[:5_000])
    return code if confidence > 0.5 else fallback


@cache
def _identifier() -> Callable[[str], tuple[str, float]]:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    return identifier.classify  # type: ignore[no-any-return]
