"""Bytes become text: which encoding they are in, whatever a header says."""

import codecs

from footnote.load.sent import Sent

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16's, which it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What a declared name really means on the web (WHATWG Encoding Standard); the rest mean themselves.
_MEANT = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "shift_jis": "cp932",
    "gb2312": "gb18030",
    "gbk": "gb18030",
}


def decode(sent: Sent, declared: str = "") -> str:
    """Turn bytes into text: by their mark, as UTF-8 where valid, as declared, else the likeliest way.

    Valid UTF-8 with anything beyond ASCII in it is hardly ever something else, so it goes before
    what is declared, which is often what the server was set to.

    Args:
        sent: the bytes; its ``charset`` is tried first of what is declared.
        declared: a further declaration, such as the ``meta`` element's of a page.

    Raises:
        InvalidInput: the bytes are not text in any encoding.
    """
    marked = next((encoding for mark, encoding in _MARKS if sent.data.startswith(mark)), "")
    for encoding in (marked, "utf-8", _known(sent.charset), _known(declared)):
        if encoding:
            try:
                return sent.data.decode(encoding)
            except UnicodeDecodeError:
                continue
    return _likeliest(sent)


def _known(name: str) -> str:
    """Return Python's name of a declared encoding of text, "" where it has none."""
    from charset_normalizer.constant import IANA_SUPPORTED

    try:
        found = codecs.lookup(name.strip()).name if name.strip() else ""
    except (LookupError, ValueError):
        return ""
    meant = _MEANT.get(found, found)
    # codecs also knows rot13 and punycode, and UTF-7 would make harmless bytes into markup.
    return meant if meant.replace("-", "_") in {*IANA_SUPPORTED, "cp1252"} - {"utf_7"} else ""


def _likeliest(sent: Sent) -> str:
    from charset_normalizer import from_bytes

    matches = [] if b"\0" in sent.data else list(from_bytes(sent.data))
    if not matches:
        raise sent.refused("is binary, not text", "Send the article as plain text.")
    best = matches[0]
    likeliest = [match for match in matches if (match.chaos, match.coherence) == (best.chaos, best.coherence)]
    # A short text fits several encodings equally; the commonest goes before the alphabet's first.
    return str(next((match for match in likeliest if match.encoding == "cp1252"), best))
