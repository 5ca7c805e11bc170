"""Words by which somebody says or believes what stands beside them."""

# Verbs of saying and believing: their clause is somebody's, whatever stands around them.
SPEECH = frozenset(
    """
    say says said saying claim claims claimed claiming deny denies denied denying believe believes
    believed believing argue argues argued arguing allege alleges alleged insist insists insisted assert
    asserts asserted contend contends contended think thinks thought suspect suspects suspected tell
    tells told warn warns warned stated reckon reckons reckoned complain complains complained doubt
    doubts doubted boast boasted tweeted speculate speculates speculated hypothesized hypothesised
    theorized theorised
    """.split()
)
# These report only with "that" after them, or closing a sentence that somebody says.
SPEECH_WITH_THAT = frozenset(
    """
    add adds added report reports reported suggest suggests suggested note notes noted explain explains
    explained announce announces announced confirm confirms confirmed show shows showed shown find finds
    found reveal reveals revealed indicate indicates indicated estimate estimates estimated admit admits
    admitted maintain maintains maintained hold holds held feel feels felt state states predict predicts
    predicted conclude concludes concluded declare declares declared propose proposes proposed
    acknowledge acknowledges acknowledged agree agrees agreed write writes wrote written observe
    observes observed mention mentions mentioned assume assumes assumed consider considers considered
    accept accepts accepted imply implies implied recall recalls recalled concede concedes conceded
    remark remarks remarked comment comments commented hope hopes hoped fear fears feared expect expects
    expected promise promises promised point points pointed ask asks asked reply replies replied know
    knows recommend recommends recommended demand demands demanded understand learn learns learned
    """.split()
)
# Of these, the ones that may close a sentence: "…, the agency reported".
CLOSING = SPEECH | frozenset(
    """
    added adds reported reports suggested suggests noted notes explained explains announced confirmed
    confirms revealed admitted admits predicted predicts concluded concludes declared acknowledged wrote
    writes observed recalled recalls conceded remarked commented replied asked shows showed show found
    suggest promised
    """.split()
)
SPEECH_ADVERBS = frozenset("reportedly allegedly supposedly purportedly apparently seemingly".split())
SPEECH_NOUNS = frozenset(
    "view opinion words claim claims belief allegation allegations argument report reports".split()
)
