"""Text to tokens and back: the chat template, content that cannot become control tokens, UTF-8 pieces."""

import re
import threading
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from footnote.generate.control import broken
from footnote.schema import Message

if TYPE_CHECKING:
    from transformers import PreTrainedTokenizerBase

_BROKEN = "\ufffd"  # what a decoder shows for bytes that are not (yet) a character


class ChatTokenizer:
    """A tokeniser as a chat uses it; safe to call from several threads.

    The lock is needed: ``split_special_tokens`` switches a state of the shared tokeniser.
    """

    def __init__(self, tokenizer: "PreTrainedTokenizerBase") -> None:
        self._tokenizer = tokenizer
        self._lock = threading.Lock()
        self._control = _control_pattern(tokenizer)
        self.context_tokens = int(min(tokenizer.model_max_length, 2**31))

    def encode_text(self, text: str) -> list[int]:
        """Return the tokens of plain text; what looks like a control token is text like any other."""
        with self._lock:
            ids: list[int] = self._tokenizer(
                text, add_special_tokens=False, split_special_tokens=True, verbose=False
            ).input_ids
        return ids

    def encode_with_ends(self, texts: Sequence[str]) -> list[tuple[list[int], list[int]]]:
        """Return each text's tokens as ``encode_text`` does, and the character at which each token ends."""
        if not texts:
            return []
        with self._lock:
            found = self._tokenizer(
                list(texts),
                add_special_tokens=False,
                split_special_tokens=True,
                return_offsets_mapping=True,
                verbose=False,
            )
        offsets = [[end for _, end in row] for row in found.offset_mapping]
        return list(zip(found.input_ids, offsets, strict=True))

    def encode_prefix(self, text: str) -> list[int]:
        """Return the tokens of the beginning of a text, at least one."""
        start = self._tokenizer.bos_token_id
        if start is None:
            start = self._tokenizer.eos_token_id or 0
        begins = self.encode_text(text)
        return begins if begins and not self._adds_start() else [int(start), *begins]

    def encode_chat(self, messages: Sequence[Message]) -> list[int]:
        """Return the tokens of a chat up to where the reply begins.

        A control token inside a message's content is broken by a zero-width space, so the
        content of an article can neither end its message nor open another.
        """
        rendered = self.render([Message(m.role, self.neutralise(m.content)) for m in messages])
        with self._lock:
            ids: list[int] = self._tokenizer(
                rendered, add_special_tokens=self._tokenizer.chat_template is None, verbose=False
            ).input_ids
        return ids

    def neutralise(self, content: str) -> str:
        """Return ``content`` with every control token broken in two."""
        return broken(content, self._control)

    def render(self, messages: Sequence[Message], *, reply: bool = True) -> str:
        """Return the chat as the model's template writes it; a model without one gets plain lines."""
        if self._tokenizer.chat_template is None:
            return "\n\n".join(m.content for m in messages) + ("\n\n" if reply else "")
        chat = [{"role": m.role, "content": m.content} for m in messages]
        text: str = self._tokenizer.apply_chat_template(chat, tokenize=False, add_generation_prompt=reply)
        return text

    def decode(self, tokens: Sequence[int]) -> str:
        """Return the text of ``tokens`` without control tokens."""
        with self._lock:
            text: str = self._tokenizer.decode(
                tokens, skip_special_tokens=True, clean_up_tokenization_spaces=False
            )
        return text

    def stop_tokens(self, known: Iterable[int]) -> frozenset[int]:
        """Return ``known`` and the tokens that end a turn by the tokeniser and by the chat template.

        A converted file may name only the end of a document as its end token, while the
        template closes each turn with another one.
        """
        ends = {*known}
        if self._tokenizer.eos_token_id is not None:
            ends.add(self._tokenizer.eos_token_id)
        turn = self.render([Message("user", "a"), Message("assistant", "reply")], reply=False)
        closing = self._control.match(turn.rpartition("reply")[2])
        if closing:
            ends.add(self._tokenizer.convert_tokens_to_ids(closing[0]))
        return frozenset(ends)

    def _adds_start(self) -> bool:
        with self._lock:
            return len(self._tokenizer("").input_ids) > 0


class TextPieces:
    """Turns tokens into pieces of text as they come, never cutting a character.

    Only a window of recent tokens is decoded: from ``_shown`` back to the piece before it,
    because how a token reads may depend on the one before (a leading space).
    """

    def __init__(self, tokenizer: ChatTokenizer) -> None:
        self._tokenizer = tokenizer
        self._tokens: list[int] = []
        self._context = 0
        self._shown = 0

    def add(self, token: int) -> str:
        """Return the text that ``token`` completes, "" while a character is unfinished."""
        self._tokens.append(token)
        before, now = self._texts()
        if now.endswith(_BROKEN) or len(now) <= len(before):
            return ""
        self._context, self._shown = self._shown, len(self._tokens)
        return now[len(before) :].replace(_BROKEN, "")

    def rest(self) -> str:
        """Return what is left at the end; an unfinished character is left out."""
        before, now = self._texts()
        return now[len(before) :].replace(_BROKEN, "")

    def _texts(self) -> tuple[str, str]:
        window = self._tokens[self._context :]
        return self._tokenizer.decode(window[: self._shown - self._context]), self._tokenizer.decode(window)


def _control_pattern(tokenizer: "PreTrainedTokenizerBase") -> re.Pattern[str]:
    """Return a pattern of every special token, and of added ones that look like mark-up.

    Other added tokens (runs of spaces, say) are ordinary text.
    """
    texts = {str(text) for text in tokenizer.all_special_tokens}
    for added in tokenizer.added_tokens_decoder.values():
        if added.special or re.fullmatch(r"[<\[].+[>\]]", added.content):
            texts.add(added.content)
    longest_first = sorted(filter(None, texts), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")
