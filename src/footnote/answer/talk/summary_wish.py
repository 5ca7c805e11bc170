"""A wish for a summary in whatever words, English or German, said to an article of any kind."""

from footnote.utterance import wish

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
    r"(?:message|moral|theme|lesson|point|plot|aim|goal|purpose) of (?:the )?(?:story|article)|"
    r"what (?:does|did) (?:the )?author (?:\w+ )?(?:want|propose|recommend)$|"
    r"authors?'s? (?:main )?(?:aims?|goals?|purpose|point|message)$|"
    r"^(?:so |and )?what is the (?:moral|message|aim|purpose|point)$|"
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
    "plot aim aims goal goals purpose author authors author's authors' propose recommend "
    "explain happens whole happened say says content paragraph zusammenfassen "
    "zusammenfassung fasse fass zusammen kurzfassung überblick wichtigste wichtigsten kurz kürzer länger "
    "satz sätzen einfach schreib schreibe mach mache zwei drei vier fünf sechs stichpunkte stichpunkten",
)
