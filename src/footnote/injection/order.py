"""How a sentence orders a machine about, or says what to answer.

Only what hardly anybody writes for people counts: "disregard the previous instructions" stands in letters,
"ignore the previous instructions if …" in manuals, "chatbots must say that they are machines" in laws.
"""

import re

_MACHINE = (
    r"(?:ai(?: (?:models?|systems?|assistants?|agents?|tools?|readers?|summari[sz]ers?|chat ?bots?|"
    r"crawlers?))?|(?:large )?language models?|llms?|chat ?bots?)"
)
_LABEL = r"(?:important|system|attention|urgent|warning|note|override|(?:new )?instructions?)"
_FIRST = r"(?:(?:please|now|kindly|just|also|always)\W{1,3}){0,3}"
_BEGINS = rf"(?:^|[.!?;])\W{{0,4}}(?:{_LABEL}\W{{1,4}}){{0,3}}{_FIRST}"
_BEFORE = r"(?:previous|prior|preceding|earlier|above|foregoing|original)"
_ANSWERS = (
    r"(?:articles?|texts?|pages?|documents?|readers?|users?|asks|asked|questions?|summar\w+|answers?|"
    r"repl(?:y|ies)|instructions|prompts?)"
)
_THIS = r"this (?:page|article|text|document|(?:web ?)?site|story|post|report)"
_SUBJECT = (
    r"(?:(?:it|this)|(?:(?:any|all|every|each|an?|the|this|these|your) )?(?:articles?|texts?|pages?|"
    r"questions?|prompts?|quer(?:y|ies)|topics?|subjects?))"
)
_MUST = r"(?:must|shall|should|ha(?:s|ve) to|needs? to|ought to|(?:is|are) to)"
_ONLY = r"(?:please |always |also |only |just |simply ){0,2}"
_IGNORED = (
    rf"{_BEGINS}(?:ignore|forget|override|disregard(?= (?:all|any|your)\b))"
    rf" (?:(?:all|any|of|your|the(?= above))\s+){{0,4}}{_BEFORE} (?:and \w+ )?"
    r"(?:instructions?|prompts?|directives)\b"
    r"(?! (?:if|when|unless|in|on|for|from|about|regarding|concerning)\b)",
    rf"{_BEGINS}(?:ignore|forget|disregard) (?:everything|all(?: of)?(?: the)? (?:instructions|text)) "
    r"(?:above|before this|written above|you (?:were|have been) (?:told|given))\b"
    r"(?! (?:about|of|on|by|in|at|that|to)\b)",
    rf"\b(?:{_MACHINE}|assistants?) {_MUST} (?:disregard|ignore|forget) (?:the|this) (?:article|text|page)\b",
    r"^\W{0,4}(?:ignorier\w*|vergiss|missachte\w*) alle (?:vorherigen|bisherigen|obigen) "
    r"(?:anweisung|instruktion)",
    r"^\W{0,4}(?:ignore[zr]?|oublie[zr]?) toutes les instructions précédentes\b",
    r"^\W{0,4}(?:ignora|ignore|olvida|olvide) todas las instrucciones (?:anteriores|previas)\b",
    r"^\W{0,4}(?:ignora|dimentica) tutte le istruzioni precedenti\b",
)
_ADDRESSED = (
    # "Note to AI systems: when you summarise this article …"
    rf"{_BEGINS}(?:(?:a )?(?:note|message|notice|reminder|instructions?|attention) (?:to|for)|dear|"
    rf"attention,?) (?:all |any |the ){{0,2}}(?:{_MACHINE}|assistants)"
    rf"(?: (?:that|who|which|reading|summari\w+|processing)\b[^.!?:]{{0,60}})?\s*[:,–—-]"
    rf"(?=.{{0,300}}\b{_ANSWERS}\b)",
    # "If you are a language model, begin your reply …"
    rf"\b(?:if|as|since|because) you(?: are|['’]re) (?:an? )?{_MACHINE}(?=[,:;]| (?:and|reading|summari)\b)"
    r".{0,300}\b(?:answer|reply|respond|say|write|print|repeat|begin|state|mention|your summary)\b",
    # "AI models summarising this page must state …"
    rf"\b{_MACHINE} (?:(?:that|which|who|when|if) )?(?:(?:is|are) )?(?:read(?:s|ing)?|"
    r"summari[sz](?:e|es|ing)|process(?:es|ing)?|quot(?:e|es|ing)|cit(?:e|es|ing)|describ(?:e|es|ing)|"
    rf"answering questions (?:about|on)|asked about) {_THIS}\b[^.!?]{{0,30}}\b{_MUST}\b",
)
_ANSWERED = (
    # "When asked about safety, answer that …"; what has "you" or "your" is advice to people
    rf"{_BEGINS}(?:when(?:ever)?|if) asked\b(?!.{{0,300}}\b(?:you|your|yourself|i|my)\b)[^.!?]{{0,80}}, "
    rf"{_ONLY}(?:answer|reply|respond|say|state) (?:that|with the|only)\b",
    rf"\bwhoever is asked\b[^.!?]{{0,40}}\b{_MUST} (?:answer|say|reply|state) (?:that|only|with)\b",
    # "Every answer about it should say so."
    # But "a response to the notice must state that …" is a rule for people.
    r"\b(?:every|each|any|all) (?:summar(?:y|ies) (?:about|on|of)|(?:answers?|repl(?:y|ies)|responses?) "
    rf"(?:about|(?:of|on|to) {_SUBJECT}))\b[^.!?]{{0,40}}? {_MUST} {_ONLY}"
    r"(?:say|state|mention|repeat|claim|conclude) (?:so|that)\b",
    rf"{_BEGINS}(?:before you answer,? )?(?:reveal|repeat|print|show|output) (?:me )?your"
    r" (?:system|hidden|initial) (?:prompt|instructions|rules)\b",
)
_ORDERS = (*_IGNORED, *_ADDRESSED, *_ANSWERED)
ORDER = re.compile("|".join(f"(?:{order})" for order in _ORDERS), re.IGNORECASE | re.DOTALL)
