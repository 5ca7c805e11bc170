"""What steers a chat model, broken where it stands in an article or in a question.

A local model's own control tokens are known from its tokeniser. A server's are not, and most servers
read control tokens inside a message as such; so those of the common templates are broken for every model.
"""

import re

BREAK = "\u200b"  # a zero-width space: no control token contains it
_COMMON = re.compile(
    r"<\|[^|<>\s]{1,40}\|>|<｜[^｜<>]{1,40}｜>"  # ChatML, Llama 3, Phi, DeepSeek
    r"|</?(?:s|bos|eos|pad|unk|think|tool_call|tool_response)>|<(?:start|end)_of_turn>"  # Llama 2, Gemma
    r"|\[/?(?:INST|SYSTEM_PROMPT|AVAILABLE_TOOLS|TOOL_CALLS|TOOL_RESULTS)\]|<</?SYS>>"  # Llama 2, Mistral
    r"|#{2,3} ?(?:System|Instruction|Input|Response|User|Assistant|Human)\b",  # Alpaca, Vicuna
    re.IGNORECASE,
)


def broken(content: str, own: re.Pattern[str] | None = None) -> str:
    """Return ``content`` with every common control token, and every match of ``own``, cut in two."""
    content = _COMMON.sub(_cut, content)
    return own.sub(_cut, content) if own else content


def _cut(found: re.Match[str]) -> str:
    return found[0][0] + BREAK + found[0][1:]
