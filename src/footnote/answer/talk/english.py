"""The English of small talk and commands: each a pattern for a whole utterance."""

import re

from footnote.answer.talk.kind import Kind, pattern
from footnote.utterance import wish

_ADDRESSED = r"(?: (?:there|footnote|everyone|all|again))*"
_PLEASE = r"(?:please |can you |could you |would you |will you |now |just |pls |ok |okay )*"
_AFTERWARDS = r"(?: please| pls| for me| now| to me| briefly| shortly| quickly| again| then)*"
# "This report" is the article, "the report" only where it is to be summarised: it may be what is told of.
_ARTICLE = (
    r"(?:(?:the|this|that) (?:whole |entire )?(?:article|text|page|piece)|"
    r"this (?:whole |entire )?(?:story|document|post|paper|report))"
)
_WHOLE = rf"(?:it|this|that|{_ARTICLE}|the (?:whole |entire )?(?:story|document|post|paper|report))"
_IT = rf"(?:it|this|that|{_ARTICLE})"
_ESSENTIALS = r"(?:main|key|central|most important) (?:arguments?|claims?|facts?|things?|lessons?|themes?)"
_COUNT = r"(?:a single|a|one|two|three|four|five|six|\d)"
_IN_SENTENCES = (
    rf"(?:in|using|with) (?:just |only |about )?{_COUNT} (?:short |simple )?"
    r"(?:sentences?|lines?|bullets?|points?)"
)
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
_HELP = pattern(
    r"help",
    r"help(?: me)?(?: please)?",
    r"(?:i need|can i get|please|can you) help(?: me)?(?: please)?",
    r"(?:so )?what (?:else )?can you do(?: for me)?",
    r"what (?:else )?do you do",
    r"(?:who|what) are you",
    r"who am i talking to",
    r"what is (?:footnote|this thing|this app|this page for)",
    r"are you (?:a |an )?(?:bot|robot|human|person|real|ai|chatgpt|machine|there|real person)"
    r"(?: or (?:a |an )?(?:bot|robot|human|person|ai|machine))?",
    r"how (?:does|do) (?:footnote|you|this app|this page|this) work",
    r"how (?:do|can) i use (?:this|it|you|footnote)",
    r"what (?:can|may|should|could) i ask(?: you)?",
    r"what (?:kind of |sort of |type of )?questions can (?:i ask|you answer)(?: you)?",
    r"what(?:'s| is) your name",
    r"tell me about yourself",
    r"what now",
)
_SUMMARY = pattern(
    rf"{_PLEASE}(?:summari[sz]e|sum up|recap|condense|outline)(?: {_WHOLE})?(?: "
    rf"{_IN_SENTENCES})?{_AFTERWARDS}",
    rf"{_PLEASE}{_IN_SENTENCES}(?: (?:summari[sz]e {_IT}|what(?:'s| is) {_IT} (?:all )?about))?",
    rf"{_PLEASE}(?:give|tell|show|name|list)(?: me)? {_COUNT} (?:key |main |important |interesting )*"
    rf"(?:facts|points|takeaways|things|bullets|bullet points)(?: (?:from|about|of|in) {_IT})?{_AFTERWARDS}",
    r"what(?:'s| is) (?:the )?most important(?: thing| point| fact| part| message)?"
    rf"(?: here| (?:in|of) {_IT})?",
    rf"what matters most(?: here| in {_IT})?",
    rf"what should i (?:know|remember|take away)(?: (?:from|about|of) {_IT})?",
    rf"{_PLEASE}explain (?:{_IT} )?(?:to me )?"
    rf"(?:like i'm (?:five|5|a child)|simply|in (?:simple|plain) (?:words|terms|english)){_AFTERWARDS}",
    rf"{_PLEASE}sum {_WHOLE} up{_AFTERWARDS}",
    rf"{_PLEASE}(?:give|show|write|make|get|i want|i need|i would like|i'd like|create|provide)(?: me)?"
    rf"(?: a| an| the| your)?(?: short| brief| quick| long| one-sentence| bullet-point| concise)*"
    r" (?:summary|overview|outline|recap|synopsis|abstract|gist|tl ?dr|main points?|key points?|main ideas?|"
    rf"key takeaways?|highlights|essentials|bullet points)(?: (?:of|for|from|in) {_IT})?{_AFTERWARDS}",
    r"(?:a |the )?(?:short |brief |quick |long )?(?:summary|overview|tl ?dr|recap|synopsis|gist)"
    rf"(?: (?:of|for) {_IT})?{_AFTERWARDS}",
    rf"(?:the )?(?:main points?|key points?|key takeaways?|main ideas?)(?: of {_IT})?{_AFTERWARDS}",
    rf"what(?:'s| is| was) {_IT} (?:all |mainly |mostly )?about",
    rf"(?:so )?what does {_ARTICLE} (?:say|deal with|cover|discuss|talk about)",
    r"what(?:'s| is| are) the (?:gist|summary|topic|subject|takeaways?|"
    rf"(?:main|key|central) (?:points?|ideas?|topic|subject|message|takeaways?))(?: (?:of|in|from) {_IT})?",
    rf"what(?:'s| is| are) the (?:points?|ideas?|message) of {_ARTICLE}",
    rf"(?:can you |please |could you )*tell me (?:what {_IT} is about|about {_ARTICLE})",
    rf"what(?:'s| is| are) the (?:author's )?{_ESSENTIALS}(?: (?:of|in|from) (?:{_IT}|the author))?",
    r"what(?:'s| is| are) the author's (?:points?|arguments?|claims?|message|thesis)",
    r"what (?:does|is) (?:the author|the writer) (?:say|argue|claim|saying|arguing|claiming)",
    rf"{_PLEASE}(?:explain|break down|go through|walk me through) {_ARTICLE}{_AFTERWARDS}",
    rf"{_PLEASE}(?:give|tell|show) me the {_ESSENTIALS}(?: (?:of|in|from) {_IT})?{_AFTERWARDS}",
    r"in a nutshell|in short|in brief|long story short|tl dr|tldr|tl/dr|eli5",
)
_EXPLAIN = r"^(?:(?:please|can|could|would|you|now|just|ok|okay|so) )*explain\b"
_LEARNERS = (
    "child children kid kids beginner beginners newcomer layman laymen layperson teenager student students "
    "grandmother grandfather"
)
_LEARNER = rf"(?:{_LEARNERS.replace(' ', '|')}|years? old|five)"
_NUMBER = r"(?:one|two|three|four|five|six|seven|eight|ten|\d+|zwei|drei|vier|fünf|sechs)"
SUMMARY = wish(
    # Such a question asks for something in the article.
    r"^(?!.*\b(?:how (?:many|much|long|old)|who|whose|whom|which|when|where|were|has|makes?|wer|wann|wo|"
    r"war|hat|welche\w*)\b)(?!(?:is|was (?:it|this|that|the|there))\b)(?!.*\b(?:paragraph|sentence|part|"
    r"line) (?:\d|no))"
    rf"(?!.*\b(?:(?:happen\w*|important) (?:to|for)|about) (?:the |a |an )?{_LEARNER}\b)",
    r"summar\w+|sum up|sum (?:it|this|that|article)|recap|gist|tl ?dr|takeaways?|overview|nutshell|abstract|"
    r"synopsis|(?:short|simple|brief|long)(?:er)? version|shorter|shorten|longer|essentials|simple words|"
    r"what happened$|(?:main|key|central) (?:arguments?|points?|ideas?|claims?|message)|bullets?|"
    r"(?<!was the )(?:main|key|central|most important) (?:news|findings?|results?|events?|story|theme|"
    r"lesson)|"
    r"(?:message|moral|theme|lesson|point|plot) of (?:the )?(?:story|article)|"
    r"what happens in (?:the )?(?:story|article)|"
    rf"{_EXPLAIN}.* (?:to|for|like|as) .*\b{_LEARNER}|"
    rf"{_NUMBER} points|"
    r"(?:most|is|are) important$|most important (?:thing|point|part|idea)s?|important (?:things|points|parts|"
    r"details)|(?:i|we) (?:\w+ )?need to know|should (?:i|we) know|zusammenfassen|zusammenfassung|"
    r"fass\w* .*zusammen|"
    r"kurzfassung|überblick|das wichtigste|kürzer|länger|stichpunkte\w*",
    "summary summaries summarise summarize summarised summarized sum up recap gist tl dr tldr takeaway "
    "takeaways overview nutshell abstract synopsis version short shorter long longer brief briefly quick "
    "quickly detailed detail details essentials important thing things part parts main key central most "
    "point points idea ideas bullet bullets sentence sentences word words line lines # one two three four "
    "five six seven eight ten argument arguments claim claims message bit more less shorten put into time "
    "read really few single simple simply plain english write make know need seconds minute minutes too "
    f"year years old {_LEARNERS} news finding findings result results event events story theme lesson moral "
    "plot explain happens whole happened say says content paragraph zusammenfassen "
    "zusammenfassung fasse fass zusammen kurzfassung überblick wichtigste wichtigsten kurz kürzer länger "
    "satz sätzen einfach schreib schreibe mach mache zwei drei vier fünf sechs stichpunkte stichpunkten",
)
_SURE = pattern(
    r"(?:are you|how) (?:really |quite )?(?:sure|certain)(?: are you)?(?: (?:about|of) (?:it|that|this))?",
    r"how do you know(?: that| this)?",
    r"what(?:'s| is| are) your sources?",
    r"is (?:this|that) (?:really )?(?:true|correct|right|accurate)",
)
_MINE = r"(?:my question|what i (?:asked|was asking|meant|wanted(?: to know)?)(?: (?:for|about|you))?)"
_COMPLAINT = pattern(
    rf"(?:but |no |sorry )*(?:that|this|it)(?:'s| is|s| was)?(?: not|n't) (?:even |really )?{_MINE}",
    r"(?:but |no |sorry )*(?:you|that|this|it) (?:did not|didn't|does not|doesn't|do not|don't|didnt|doesnt) "
    rf"(?:even |really )?answer(?: {_MINE}| me| it)?",
    r"(?:but |no |sorry )*i (?:did not|didn't|didnt) ask (?:for )?(?:that|this|about that)",
    r"(?:but |no |sorry )*(?:that|this|it) (?:is not|isn't|was not|wasn't) an answer(?: to my question)?",
    r"(?:you are|you're|this is|that is|that's|it's) (?:\w+ )?(?:useless|stupid|dumb|bad|terrible|wrong|"
    r"not right|incorrect|nonsense|rubbish|not (?:helpful|true|correct))",
    r"(?:no )?(?:that(?:'s| is|s) )?(?:wrong|incorrect|nonsense|rubbish)",
    r"(?:you are|you're) wrong",
)
_BOTH = (
    r"(?:both (?:of )?)?(?:(?:the|these|those) )?(?:both |two |three |2 |3 )?"
    r"(?:articles|reports|texts|sources|papers|accounts|stories|pieces)"
)
_COMPARE = pattern(
    rf"{_PLEASE}compare {_BOTH}(?: .+)?",
    rf"(?:do|where do|how do|on what do) {_BOTH} (?:agree|disagree|differ|contradict|say the same)(?: .+)?",
    r"(?:what(?:'s| is| are)|are there(?: any)?) (?:the )?(?:main |biggest )?"
    rf"(?:differences?|similarities|contradictions) between {_BOTH}(?: .+)?",
    rf"which (?:one )?of {_BOTH} .+",
    r"which (?:article|report|account|source) is (?:right|correct|newer|better|true|more .+)",
)
_BEYOND = pattern(
    rf"{_PLEASE}(?:translate|rewrite|rephrase|paraphrase|proofread|fact check)(?: .+)?",
    rf"{_PLEASE}simplify {_IT}{_AFTERWARDS}",
    rf"{_PLEASE}google (?:it|this|that|for|whether|if)(?: .+)?",
    rf"{_PLEASE}(?:write|compose|draft|make up|invent|come up with)(?: me)? (?:an?|some) (?:\w+ )?"
    r"(?:poems?|song|essay|letter|e-?mail|blog post|tweet|story|joke|speech|review|article|code|post|"
    r"headline)(?: .+)?",
    rf"{_PLEASE}(?:make|create|turn (?:it|this|{_ARTICLE}) into) (?:a|an) "
    r"(?:quiz|tweet|poem|song|podcast|presentation|email|test)(?: .+)?",
    rf"{_PLEASE}search (?:the )?(?:web|internet|net)(?: .+)?",
    rf"{_PLEASE}tell me a (?:joke|story)",
    rf"what do you think(?: (?:about|of) (?:{_IT}|.+))?",
    rf"do you (?:think|believe) (?:that )?{_IT} is (?:\w+ )?(?:biased|true|reliable|right|wrong|good|fair)",
    r"who do you think is right",
    r"(?:.+ )?in your (?:opinion|view)|what(?:'s| is) your (?:opinion|view|take)(?: .+)?",
    rf"do you agree(?: (?:about|on|with) (?:{_IT}|the (?:author|writer)))?",
    rf"is (?:this|{_ARTICLE}) (?:\w+ )?(?:biased|true|reliable|trustworthy|fake|fake news|objective|"
    r"credible|accurate|neutral|well written|any good|good|correct|propaganda)",
    rf"(?:can|should) (?:i|we|one) (?:trust|believe) (?:this|{_ARTICLE})",
    rf"how (?:reliable|trustworthy|biased|credible|accurate|objective) is (?:this|{_ARTICLE})",
    r"(?:are there|find|show me|recommend|how does (?:it|this|the article) compare (?:to|with))(?: any)?"
    r" (?:other|similar) articles(?: (?:about|on|like) .+)?",
    r"what time is it|what(?:'s| is|s) the weather(?: like)?(?: today)?|what day is it(?: today)?",
)
_AGAIN = pattern(
    r"(?:can you )?(?:speak|do you speak|answer in) (?:german|english|french|spanish)", r"tests?|testing"
)

ENGLISH: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("summary", _SUMMARY),
    ("help", _HELP),
    ("help", _AGAIN),
    (
        "greeting",
        pattern(rf"{_HELLO}(?: {_HELLO})?(?: (?:how are you(?: doing)?|how is it going))?(?: today)?"),
    ),
    ("greeting", pattern(r"how are you(?: doing)?(?: today)?", "what's up", "sup", "how do you do")),
    ("farewell", pattern(rf"(?:(?:{_THANKS}|{_PRAISE}) (?:and )?)?{_BYE}")),
    ("thanks", pattern(rf"(?:{_PRAISE} )?{_THANKS}", rf"(?:wow )?{_PRAISE}(?: {_PRAISE})?", r"ok(?:ay)?")),
    ("sure", _SURE),
    ("complaint", _COMPLAINT),
    ("beyond", _BEYOND),
    ("compare", _COMPARE),
)
