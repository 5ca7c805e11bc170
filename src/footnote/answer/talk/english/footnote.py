"""English that is about Footnote: what it is and does, whether it is sure, and that it is wrong."""

from footnote.answer.talk.kind import pattern

HELP = pattern(
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
AGAIN = pattern(
    r"(?:can you )?(?:speak|do you speak|answer in) (?:german|english|french|spanish)", r"tests?|testing"
)
SURE = pattern(
    r"(?:are you|how) (?:really |quite )?(?:sure|certain)(?: are you)?(?: (?:about|of) (?:it|that|this))?",
    r"(?:you|u) (?:really |quite )?(?:sure|certain)(?: (?:about|of) (?:it|that|this))?",
    r"how do you know(?: that| this)?",
    r"what(?:'s| is| are) your sources?",
    r"is (?:this|that) (?:really )?(?:true|correct|right|accurate)",
)
_MINE = r"(?:my question|what i (?:asked|was asking|meant|wanted(?: to know)?)(?: (?:for|about|you))?)"
COMPLAINT = pattern(
    rf"(?:but |no |sorry )*(?:that|this|it)(?:'s| is|s| was)?(?: not|n't) (?:even |really )?{_MINE}",
    rf"(?:but |no |sorry )*not (?:even |really )?{_MINE}",
    r"(?:but |no |sorry )*(?:you|that|this|it) (?:did not|didn't|does not|doesn't|do not|don't|didnt|doesnt) "
    rf"(?:even |really )?answer(?: {_MINE}| me| it)?",
    r"(?:but |no |sorry )*i (?:did not|didn't|didnt) ask (?:for )?(?:that|this|about that)",
    r"(?:but |no |sorry )*(?:that|this|it) (?:is not|isn't|was not|wasn't) an answer(?: to my question)?",
    r"(?:you are|you're|this is|that is|that's|it's) (?:\w+ )?(?:useless|stupid|dumb|bad|terrible|wrong|"
    r"not right|incorrect|nonsense|rubbish|not (?:helpful|true|correct))",
    r"(?:no )?(?:that(?:'s| is|s) )?(?:wrong|incorrect|nonsense|rubbish)",
    r"(?:you are|you're) wrong",
)
