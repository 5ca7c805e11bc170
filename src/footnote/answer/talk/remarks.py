"""What people say to an answer in a chat, and ask of anybody who chats, in English: no article says it."""

import re

from footnote.answer.talk.kind import Kind, pattern

_LEAD = r"(?:(?:oh|ah|aha|ok|okay|well|so|wow|hm+|yes|yeah|but|hey|please|pls|and|now|then) )*"
_TAIL = r"(?: (?:now|then|thanks|thank you|ok|okay|lol|haha|though|please|pls|bot|again))*"
_LANGUAGE = (
    r"(?:german|english|french|spanish|italian|dutch|portuguese|russian|polish|turkish|arabic|chinese|"
    r"japanese|ukrainian|hindi|swedish|danish|norwegian|greek|latin)"
)
_OPERATOR = r"(?:(?:percent )?of|plus|minus|times|x|multiplied by|divided by)"
_NOTED = pattern(
    rf"{_LEAD}(?:lol|lmao|rofl|(?:ha)+h?|he ?he|omg|oh my god|oh|ah|aha|hm+|no way|you don't say|gotcha|"
    r"i see|understood|i understand|makes sense|that makes sense|fair enough|never mind|nevermind|nvm|"
    r"forget it|i know|noted|right|alright|all right|yes|yeah|yep|sure|no|nope|nah|very well|as expected|"
    r"good to know|(?:that's |that is |how |very |really )*(?:interesting|amazing|funny|fascinating|"
    r"good to know|sad|a shame|a pity|crazy|insane|incredible|unbelievable)|"
    rf"(?:that's|that is) (?:a lot|good|all|enough|fine|ok|okay|it)|"
    rf"(?:i (?:have )?)?(?:got|get) (?:it|that)){_TAIL}",
    r"wow",
)
_THANKED = pattern(rf"{_LEAD}(?:thank u|thanks u|ta|thank you (?:so|very) much|tysm|cheers mate){_TAIL}")
_REPEATED = pattern(
    rf"{_LEAD}you (?:have )?(?:already )?(?:said|told me|wrote) (?:that|this|it)(?: already| before| twice)*",
    rf"{_LEAD}(?:that's|that is) (?:the same|what you said(?: before| already)*)(?: again| answer)*",
)
_DOUBTED = pattern(
    rf"{_LEAD}(?:(?:that's|that is) a lot )?(?:is|was) (?:it|that|this) really (?:that|so) "
    r"(?:much|many|bad|high|low|expensive|big|small|long|dangerous)",
)
_CONTRADICTED = pattern(
    rf"{_LEAD}(?:that's|that is) (?:wrong|not true|incorrect|not right|false) (?:mine|my|i|we|our) "
    r"(?!.*\b(?:who|what|when|where|why|how|which)\b).+",
    rf"{_LEAD}i (?:do not|don't|did not|didn't|can't|cannot) (?:really )?(?:get|understand|follow)"
    rf"(?: (?:it|that|this|you|the answer))?{_TAIL}",
    r"huh|what do you mean",
)
_NOT_MINE = pattern(
    rf"{_LEAD}(?:(?:can|could) you )?(?:(?:explain|say|put|make|tell me)(?: (?:it|that|this))? )?"
    rf"(?:even |a bit )?(?:simpler|more simply|easier|in simpler (?:words|terms|language|english)){_TAIL}",
    rf"{_LEAD}(?:(?:answer|reply|say (?:it|that)|tell me|again|this|it|that) )?in {_LANGUAGE}{_TAIL}",
    r"(?:what(?:'s| is) )?the weather(?: like)?(?: going to be)?(?: (?:today|tomorrow|tonight|outside|now|"
    r"right now|this week|next week|this weekend|like))+",
    r"(?:will it|is it going to) rain (?:today|tomorrow|tonight|this weekend)",
    rf"(?:(?:how much|what)(?:'s| is) |calculate )\d[\d ]* {_OPERATOR} \d[\d ]*",
    rf"{_LEAD}(?:is|was) that (?:really |quite |actually |considered )?(?:a lot|much|many|too much|high|low|"
    r"a big number|expensive|cheap)",
    rf"{_LEAD}(?:should|do) (?:i|we) (?:have to |need to )?(?:be )?(?:worried|worry|scared|afraid|panic|"
    r"concerned)",
)

REMARKS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("thanks", _THANKED),
    ("noted", _NOTED),
    ("complaint", _REPEATED),
    ("complaint", _CONTRADICTED),
    ("sure", _DOUBTED),
    ("beyond", _NOT_MINE),
)
