"""Every template that a model is given, and how they are kept inside a token budget."""

from collections.abc import Callable, Sequence

from footnote.schema import Message

_ANSWER = (
    "{text}\n\nAnswer the question in one plain sentence, using only the text above.\nQuestion: {question}"
)
_SHORTEN = (
    "{text}\n\nRewrite the sentence above so that it is shorter. Keep every number and name. "
    "Write one sentence."
)


def answer_messages(question: str, sentences: Sequence[str]) -> list[Message]:
    """Ask for one sentence that answers from one to three evidence sentences, the best first."""
    return [Message("user", _ANSWER.format(text=" ".join(sentences), question=question))]


def shorten_messages(sentence: str) -> list[Message]:
    """Ask for a shorter wording of one sentence."""
    return [Message("user", _SHORTEN.format(text=sentence))]


def fit(sentences: Sequence[str], budget: int, count_tokens: Callable[[str], int]) -> list[str]:
    """Return the first sentences that together have at most ``budget`` tokens.

    The order is kept, and none is cut: half a sentence can say the contrary of the whole.
    """
    kept: list[str] = []
    for sentence in sentences:
        budget -= count_tokens(sentence)
        if budget < 0:
            break
        kept.append(sentence)
    return kept
