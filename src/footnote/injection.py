"""Text that speaks to whoever answers instead of about its subject, or to a machine instead of to a reader.

Where an article holds such text, nothing is phrased by a model: it is quoted. The signs are a list and a
list has gaps; what holds without it is that every word of an answer is looked up or checked. A sign too
many costs a wording and no answer, so the signs are generous: they were found in
3 of 3,728 sentences of 62 news and encyclopaedia articles.
"""

import re
import unicodedata

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
    r"\b(?:correct|right|only) answer is\b|\banswer to your question\b|\banswer is (?!yes|no\b|not\b)",
    r"\bin one short sentence\b|\bend of article\b|\bnew task\b|\b(?:maintenance|developer|debug) mode\b",
    # Turns of a conversation.
    r"\b(?:system|assistant|user|human|ai|instruction|response|question|answer)\s*(?:override\b|>|[\"']?\s*:)",
    r"\bthe article does not say\b|\bno article in the library\b",
    # The same in other languages: words for instructions that are to be ignored, and for answering only so.
    r"\bignor(?:a|iere|ez)\b|\bignore (?:tou|tod|les)",
    r"\b(?:anweisungen|instrucciones|istruzioni|instruções|talimatları)\b",
    r"игнорир|инструкци|忽略|指示|指令|無視|무시|지시|تجاهل|التعليمات|\byok say",
    # What looks like our own answers, or like the sources of another.
    r"(?:^|\n)\s*\[\d+\]|[”\"]\s*\[\d+\]",
    # What is for a machine.
    r"https?://|\bjavascript:|\bdata:\w+/|!?\[[^\]]*\]\([^)]*\)|<[/!]?[a-z-]|-->|<\||\|>|<｜|<<|>>",
    r"\[/?(?:INST|SEP|CLS|MASK|PAD|UNK|BOS|EOS)\]|#{2,3} ?(?:instruction|response|system|input)|\{\s*[\"']",
)
_SIGN = re.compile("|".join(f"(?:{sign})" for sign in _SIGNS), re.IGNORECASE | re.DOTALL)


def commands(text: str) -> bool:
    """Whether text holds a sign that it commands, or characters that hide text from readers."""
    seen = "".join(char for char in text if unicodedata.category(char) != "Cf")
    return bool(_SIGN.search(seen)) or any("\U000e0000" <= char <= "\U000e007f" for char in text)
