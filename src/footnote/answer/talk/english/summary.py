"""English that asks for a summary: of the article, of its main points, in so many sentences."""

from footnote.answer.talk.english.words import AFTERWARDS, ARTICLE, IT, PLEASE, WHOLE
from footnote.answer.talk.kind import pattern

_ESSENTIALS = r"(?:main|key|central|most important) (?:arguments?|claims?|facts?|things?|lessons?|themes?)"
_COUNT = r"(?:a single|a|one|two|three|four|five|six|\d)"
_IN_SENTENCES = (
    rf"(?:in|using|with) (?:just |only |about )?{_COUNT} (?:short |simple )?"
    r"(?:sentences?|lines?|bullets?|points?)"
)
SUMMARY = pattern(
    rf"{PLEASE}(?:summari[sz]e|sum up|recap|condense|outline)(?: {WHOLE})?(?: "
    rf"{_IN_SENTENCES})?{AFTERWARDS}",
    rf"{PLEASE}{_IN_SENTENCES}(?: (?:summari[sz]e {IT}|what(?:'s| is) {IT} (?:all )?about))?",
    rf"{PLEASE}(?:give|tell|show|name|list)(?: me)? {_COUNT} (?:key |main |important |interesting )*"
    rf"(?:facts|points|takeaways|things|bullets|bullet points)(?: (?:from|about|of|in) {IT})?{AFTERWARDS}",
    r"what(?:'s| is) (?:the )?most important(?: thing| point| fact| part| message)?"
    rf"(?: here| (?:in|of) {IT})?",
    rf"what matters most(?: here| in {IT})?",
    rf"what should i (?:know|remember|take away)(?: (?:from|about|of) {IT})?",
    rf"{PLEASE}explain (?:{IT} )?(?:to me )?"
    rf"(?:like i'm (?:five|5|a child)|simply|in (?:simple|plain) (?:words|terms|english)){AFTERWARDS}",
    rf"{PLEASE}sum {WHOLE} up{AFTERWARDS}",
    rf"{PLEASE}(?:give|show|write|make|get|i want|i need|i would like|i'd like|create|provide)(?: me)?"
    rf"(?: a| an| the| your)?(?: short| brief| quick| long| one-sentence| bullet-point| concise)*"
    r" (?:summary|overview|outline|recap|synopsis|abstract|gist|tl ?dr|main points?|key points?|main ideas?|"
    rf"key takeaways?|highlights|essentials|bullet points)(?: (?:of|for|from|in) {IT})?{AFTERWARDS}",
    r"(?:a |the )?(?:short |brief |quick |long )?(?:summary|overview|tl ?dr|recap|synopsis|gist)"
    rf"(?: (?:of|for) {IT})?{AFTERWARDS}",
    rf"(?:the )?(?:main points?|key points?|key takeaways?|main ideas?)(?: of {IT})?{AFTERWARDS}",
    rf"what(?:'s| is| was) {IT} (?:all |mainly |mostly )?about",
    rf"(?:so )?what does {ARTICLE} (?:say|deal with|cover|discuss|talk about)",
    r"what(?:'s| is| are) the (?:gist|summary|topic|subject|takeaways?|"
    rf"(?:main|key|central) (?:points?|ideas?|topic|subject|message|takeaways?))(?: (?:of|in|from) {IT})?",
    rf"what(?:'s| is| are) the (?:points?|ideas?|message) of {ARTICLE}",
    rf"(?:can you |please |could you )*tell me (?:what {IT} is about|about {ARTICLE})",
    rf"what(?:'s| is| are) the (?:author's )?{_ESSENTIALS}(?: (?:of|in|from) (?:{IT}|the author))?",
    r"what(?:'s| is| are) the author's (?:points?|arguments?|claims?|message|thesis)",
    r"what (?:does|is) the (?:author|writer|columnist) (?:say|argue|claim|saying|arguing|claiming)",
    rf"{PLEASE}(?:explain|break down|go through|walk me through) {ARTICLE}{AFTERWARDS}",
    rf"{PLEASE}(?:give|tell|show) me the {_ESSENTIALS}(?: (?:of|in|from) {IT})?{AFTERWARDS}",
    r"in a nutshell|in short|in brief|long story short|tl dr|tldr|tl/dr|eli5",
)
