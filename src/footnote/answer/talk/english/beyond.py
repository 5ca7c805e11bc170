"""English that asks for what Footnote does not do: to write, to judge, to look elsewhere, to compare."""

from footnote.answer.talk.english.words import AFTERWARDS, ARTICLE, IT, PLEASE
from footnote.answer.talk.kind import pattern

BEYOND = pattern(
    rf"{PLEASE}(?:translate|rewrite|rephrase|paraphrase|proofread|fact check)(?: .+)?",
    rf"{PLEASE}simplify {IT}{AFTERWARDS}",
    rf"{PLEASE}google (?:it|this|that|for|whether|if)(?: .+)?",
    rf"{PLEASE}(?:write|compose|draft|make up|invent|come up with)(?: me)? (?:an?|some) (?:\w+ )?"
    r"(?:poems?|song|essay|letter|e-?mail|blog post|tweet|story|joke|speech|review|article|code|post|"
    r"headline)(?: .+)?",
    rf"{PLEASE}(?:make|create|turn (?:it|this|{ARTICLE}) into) (?:a|an) "
    r"(?:quiz|tweet|poem|song|podcast|presentation|email|test)(?: .+)?",
    rf"{PLEASE}search (?:the )?(?:web|internet|net)(?: .+)?",
    rf"{PLEASE}tell me a (?:joke|story)",
    rf"what do you think(?: (?:about|of) (?:{IT}|.+))?",
    rf"do you (?:think|believe) (?:that )?{IT} is (?:\w+ )?(?:biased|true|reliable|right|wrong|good|fair)",
    r"who do you think is right",
    r"(?:.+ )?in your (?:opinion|view)|what(?:'s| is) your (?:opinion|view|take)(?: .+)?",
    rf"do you agree(?: (?:about|on|with) (?:{IT}|the (?:author|writer)))?",
    rf"is (?:this|{ARTICLE}) (?:\w+ )?(?:biased|true|reliable|trustworthy|fake|fake news|objective|"
    r"credible|accurate|neutral|well written|any good|good|correct|propaganda)",
    rf"(?:can|should) (?:i|we|one) (?:trust|believe) (?:this|{ARTICLE})",
    rf"how (?:reliable|trustworthy|biased|credible|accurate|objective) is (?:this|{ARTICLE})",
    r"(?:are there|find|show me|recommend|how does (?:it|this|the article) compare (?:to|with))(?: any)?"
    r" (?:other|similar) articles(?: (?:about|on|like) .+)?",
    r"what time is it|what(?:'s| is|s) the weather(?: like)?(?: today)?|what day is it(?: today)?",
)
_BOTH = (
    r"(?:both (?:of )?)?(?:(?:the|these|those) )?(?:both |two |three |2 |3 )?"
    r"(?:articles|reports|texts|sources|papers|accounts|stories|pieces)"
)
_SAYS_SO = r"(?:mentions?|(?:says?|said|reports?|reported|states?|stated|claims?|claimed) that)"
COMPARE = pattern(
    rf"{PLEASE}compare {_BOTH}(?: .+)?",
    rf"(?:do|where do|how do|on what do) {_BOTH} (?:agree|disagree|differ|contradict|say the same)(?: .+)?",
    r"(?:what(?:'s| is| are)|are there(?: any)?) (?:the )?(?:main |biggest )?"
    rf"(?:differences?|similarities|contradictions) between {_BOTH}(?: .+)?",
    rf"which (?:one )?of {_BOTH} (?!{_SAYS_SO}\b).+",
    r"which (?:article|report|account|source) is (?:right|correct|newer|better|true|more .+)",
)
