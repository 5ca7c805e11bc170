"""Signs that a text commands, so that no model is given it to phrase."""

import re
import unicodedata

from footnote.injection.order import ORDER

_ANSWERING = r"(?:answer|reply|respond|response|output|say|write|print|repeat|begin|cite|append|show|reveal)"
_MODEL = r"(?:ai|assistants?|language models?|llms?|chat ?bots?)"
_SIGNS = (
    # Of those who answer, and of what they are told.
    rf"\b(?:to|dear|attention,?) (?:all |any |every )?{_MODEL}\b",
    rf"\b{_MODEL} (?:must|shall|has to|have to) {_ANSWERING}\b",
    r"\b(?:if|as) you are an? |\bsystem prompts?\b|\bnothing else\b",
    r"\b(?:ignor|disregard|forget|overrid)\w*\b.{0,40}\b(?:previous|above|prior|all|article|instructions?|rules?)\b",
    r"\byour (?:reply|answer|response|instructions?|rules?|summary)\b",
    # Orders to answer in some way.
    rf"(?:^|[.!?:;]\s*|\b(?:please|must|now|then)\s+){_ANSWERING}\b"
    r".{0,30}\b(?:only|with|this|every|as|your|it|that)\b",
    r"\b(?:correct|right|only) answer (?:to (?:the|any) question\b.{0,80} )?is\b|\banswer to your question\b"
    r"|\banswer is (?!yes|no\b|not\b)",
    r"\bin one short sentence\b|\bend of article\b|\bnew task\b|\b(?:maintenance|developer|debug) mode\b",
    # Turns of a conversation.
    r"\b(?:system|assistant|user|human|ai|instruction|response|question|answer)\s*(?:override\b|>|[\"']?\s*:)",
    r"\bthe article does not say\b|\bno article in the library\b",
    # The same in other languages: words for instructions that are to be ignored, and for answering only so.
    r"\bignor(?:a|iere|ez)\b|\bignore (?:tou|tod|les)",
    r"\b(?:anweisungen|instrucciones|istruzioni|instruções|talimatları)\b",
    r"игнорир|инструкци|忽略|指示|指令|無視|무시|지시|تجاهل|التعليمات|\byok say",
    # What looks like our own answers, or like the sources of another.
    r"(?:^|\n)[^\S\n]*\[\d+\]|[”\"]\s*\[\d+\]",
    # What is for a machine.
    r"https?://|\bjavascript:|\bdata:\w+/|!?\[[^\]]*\]\([^)]*\)|<[/!]?[a-z-]|-->|<\||\|>|<｜|<<|>>",
    r"\[/?(?:INST|SEP|CLS|MASK|PAD|UNK|BOS|EOS)\]|#{2,3} ?(?:instruction|response|system|input)|\{\s*[\"']",
)
_SIGN = re.compile("|".join(f"(?:{sign})" for sign in _SIGNS), re.IGNORECASE | re.DOTALL)


def commands(text: str) -> bool:
    """Whether text holds a sign that it commands, or characters that hide text from readers."""
    shown = seen(text)
    hides = any("\U000e0000" <= char <= "\U000e007f" for char in text)
    return bool(_SIGN.search(shown) or ORDER.search(shown)) or hides


def seen(text: str) -> str:
    """Return text without the characters that nobody sees."""
    return "".join(char for char in text if unicodedata.category(char) != "Cf")
