"""Every template that a model is given, and how they are kept inside a token budget.

The answer template was chosen with the default model on 54 questions over Wikipedia and news, each
with its one gold sentence as evidence. "Holds" counts the answers that hold a gold answer;
"foreign" is the share of an answer's words that are neither in the sentence nor in the question.

| Template | Holds | Words | Foreign | Answers with a new number |
|---|---|---|---|---|
| one worked example, text, question, "in one short sentence" (this one; 40 at most) | 31 | 12.7 | 0.19 | 3 |
| "one plain sentence, using only the text above", no example (60 tokens at most) | 30 | 20.2 | 0.21 | 4 |
| text and bare question, no example (60 at most) | 27 | 33.1 | 0.35 | 10 |

On 30 of them two worked examples held fewer (14 against 18 with one), and dropping the example gave
longer answers with more foreign words. No answer took a word from the example. No wording makes
this model reliable: what it writes has to be checked against the evidence. The wording of
``shorten_messages`` has not been compared with others.
"""

import unicodedata
from collections.abc import Callable, Sequence

from footnote.schema import Message

_ANSWER = "Text: {text}\n\nQuestion: {question}\nAnswer in one short sentence."
_EXAMPLE = (
    Message(
        "user",
        _ANSWER.format(
            text="The mill was built in 1794 by Anna Weber, who paid 300 florins for the land beside it.",
            question="Who built the mill?",
        ),
    ),
    Message("assistant", "The mill was built by Anna Weber."),
)
_SHORTEN = (
    "{text}\n\nRewrite the sentence above so that it is shorter. Keep every number and name. "
    "Write one sentence."
)


def answer_messages(question: str, sentences: Sequence[str]) -> list[Message]:
    """Ask for one sentence that answers from one to three evidence sentences, the best first."""
    text = _visible(" ".join(sentences))
    return [*_EXAMPLE, Message("user", _ANSWER.format(text=text, question=_visible(question)))]


def shorten_messages(sentence: str) -> list[Message]:
    """Ask for a shorter wording of one sentence."""
    return [Message("user", _SHORTEN.format(text=_visible(sentence)))]


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


def _visible(text: str) -> str:
    """Return text without characters that a reader cannot see, in which instructions can be hidden.

    Those that join letters in Persian and the scripts of India stay.
    """
    return "".join(char for char in text if unicodedata.category(char) != "Cf" or char in "\u200c\u200d")
