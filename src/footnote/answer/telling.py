"""The words of a question or a sentence that carry content, as they are compared."""

from footnote.verify.reading import read


def telling(text: str) -> set[str]:
    """Return the keys of a text's words, names and numbers: folded, stemmed, numbers as meant."""
    return {token.key for token in read([text]).tokens if token.counts}
