"""English greetings, thanks and farewells."""

from footnote.answer.talk.kind import pattern

_ADDRESSED = r"(?: (?:there|footnote|everyone|all|again))*"
_HELLO = rf"(?:hi|hello|hey|hiya|howdy|greetings|good (?:morning|afternoon|evening|day)){_ADDRESSED}"
_THANKS = (
    r"(?:many |ok |okay |great |cool |perfect |super |no )*"
    r"(?:thanks|thank you|thankyou|thx|ty|cheers|much appreciated|i appreciate it)"
    r"(?: (?:a lot|so much|very much|again|footnote|for your help|for the help|for that|a million|you|mate))*"
    r"(?: that (?:was |is |helped )?(?:very |really )?(?:helpful|useful|great|all|a lot|me|helped)*)?"
)
_PRAISE = (
    r"(?:great|nice|perfect|awesome|excellent|cool|well done|good job|great job|got it|that helps|wow|"
    r"that was (?:very |really )?(?:helpful|useful|great|good)|very helpful)"
)
_BYE = (
    r"(?:ok |okay )?(?:bye|bye bye|goodbye|good bye|good night|see you|see ya|cu|take care|farewell)"
    rf"(?: (?:later|soon|tomorrow|then|for now))*{_ADDRESSED}"
)

GREETING = pattern(rf"{_HELLO}(?: {_HELLO})?(?: (?:how are you(?: doing)?|how is it going))?(?: today)?")
HOW_ARE_YOU = pattern(r"how are you(?: doing)?(?: today)?", "what's up", "sup", "how do you do")
FAREWELL = pattern(rf"(?:(?:{_THANKS}|{_PRAISE}) (?:and )?)?{_BYE}")
THANKS = pattern(rf"(?:{_PRAISE} )?{_THANKS}", rf"(?:wow )?{_PRAISE}(?: {_PRAISE})?", r"ok(?:ay)?")
