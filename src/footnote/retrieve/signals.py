"""What the whole finding says about whether the article answers at all."""

from footnote.retrieve.expected import Expected, expected
from footnote.retrieve.features import FEATURES, Matrix

_COSINE, _EXPECTED = FEATURES.index("cosine"), FEATURES.index("expected")


def signals(question: str, rows: Matrix, scores: Matrix) -> dict[str, float]:
    """Return numbers about a question and a finding, by name.

    ``max_cosine`` is that of the sentence which is nearest to the question; ``top_expected`` says whether the
    best sentence has the kind of thing that is asked for; ``asks_why`` whether that is a reason.
    """
    return {
        "max_cosine": float(rows[:, _COSINE].max()),
        "top_expected": float(rows[scores.argmax(), _EXPECTED]),
        "asks_why": float(expected(question) is Expected.REASON),
    }
