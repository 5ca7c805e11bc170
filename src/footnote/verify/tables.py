"""The words that verification knows: numbers, negations, hedges, speech, quantifiers, opposites.

English only. Every table holds words as ``reading.fold`` leaves them: lower case, without accents.
"""

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMBER_WORDS = {word: number for number, word in enumerate(_ONES.split())} | {
    word: 10 * number for number, word in enumerate(_TENS.split(), 2)
}
SCALES = {
    "hundred": 10**2,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "bn": 10**9,
    "mn": 10**6,
    "tn": 10**12,
}
LETTER_SCALES = {"k": 10**3, "m": 10**6, "b": 10**9}  # only after a currency: 5 m may be metres
ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
        "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        1,
    )
}
CURRENCIES = {"$": "dollar", "£": "pound", "€": "euro", "¥": "yen", "₹": "rupee", "%": "percent"}
MONTHS = {
    short: month
    for month in (
        "january february march april may june july august september october november december".split()
    )
    for short in (month, month[:3])
} | {"sept": "september"}
UNITS = {
    "km": "kilometer",
    "cm": "centimeter",
    "mm": "millimeter",
    "m": "meter",
    "kg": "kilogram",
    "mph": "mile",
    "lb": "pound",
    "lbs": "pound",
    "ft": "foot",
    "feet": "foot",
    "min": "minute",
    "mins": "minute",
    "hr": "hour",
    "hrs": "hour",
    "sec": "second",
    "yr": "year",
    "yrs": "year",
    "pc": "percent",
    "percentage": "percent",
}
MEASURES = frozenset(
    """
    percent dollar pound euro yen rupee cent penny kilometer meter centimeter millimeter mile foot inch
    yard acre hectare liter gallon kilogram gram tonne ton ounce second minute hour day week month year
    decade century degree volt watt kilowatt megawatt million billion trillion people point
    """.split()
)

# Words that carry no claim of their own: they may be added or left out, unless a rule below names them.
FUNCTION_WORDS = frozenset(
    """
    a an the this that these those there here such it its itself he him his himself she her hers herself
    they them their theirs themselves we us our ours i me my you your who whom whose which what when
    where why how of to in on at by for from with into onto upon as per via within among between through
    across along about around over under off out up down toward towards concerning regarding and or but
    nor so yet if then than while whilst although though because whether unless also too both either am
    is are was were be been being do does did doing done have has had having get gets got will would
    shall should can could may might must ought let not no never neither none nobody nothing nowhere
    without cannot very quite rather just even still already now ever however therefore thus hence
    indeed instead own same other another else well again further moreover furthermore meanwhile all
    every each most some any many much few several only almost nearly approximately roughly one's s t
    etc mr mrs ms dr sir
    """.split()
) - frozenset("off out up down unless".split())

# In an answer these only say what kind of thing is named; they count where the question used them.
CATEGORY_WORDS = frozenset(
    """
    name call term year date day month time place location country city state nation person man woman
    people number amount type kind form group reason cause purpose way thing word title language color
    answer part role result example company organization event
    """.split()
)

PREPOSITIONS = frozenset(
    """
    of to in on at by for from with into onto upon as per via within among between through across along
    about around over under off toward towards before after above below since until during against
    despite behind beyond near outside inside without because although though while when where if like
    unlike following throughout besides beside beneath amid past except than
    """.split()
)
COORDINATORS = frozenset({"and", "or", "nor", "&", ",", "as", "well"})
SUBJECT_PRONOUNS = frozenset("he she they it i we".split())
REFERRING = SUBJECT_PRONOUNS | frozenset("his her their its him them this these both neither none".split())
MALE, FEMALE = frozenset("he him his himself".split()), frozenset("she her hers herself".split())
DETERMINERS = frozenset(
    """
    a an the this that these those its his her their our my your some any all every each both several
    many
    """.split()
)
BE = frozenset("am is are was were be been being get gets got".split())
AUXILIARIES = BE | frozenset(
    "do does did have has had having will would shall should can could may might must cannot".split()
)

NEGATIONS = frozenset(
    """
    not no never neither nor none nobody nothing nowhere without cannot hardly scarcely barely
    """.split()
)
# Verbs and adjectives that deny what follows them.
DENIALS = frozenset(
    """
    deny denied denies denying fail failed fails failing unlikely unable refuse refused refuses refusing
    reject rejected rejects rejecting lack lacked lacks lacking impossible refute refuted refutes
    dispute disputed disputes avoid avoided avoids prevent prevented prevents stop stopped stops cease
    ceased doubt doubts doubted false wrong incorrect untrue decline declines declined
    """.split()
)
# What stands after one of these is possible, wished or planned, not stated.
HEDGES = frozenset(
    """
    may might could can would should possible possibly perhaps maybe probable probably likely unlikely
    potential potentially apparently seemingly seem seems seemed appear appears appeared reportedly
    allegedly supposedly if unless whether want wants wanted hope hopes hoped plan plans planned intend
    intends intended try tries tried attempt attempts attempted aim aims aimed seek seeks sought propose
    proposes proposed considered considering expected supposed rumored rumoured conceivable presumably
    wish wishes wished threaten threatens threatened offered must ought
    """.split()
) - frozenset({"can"})
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

# One line a class; within a class one word may stand for another.
QUANTIFIERS = {
    word: line.split()[0]
    for line in """
all every each everyone everybody everything always entire entirely wholly completely
most majority mostly mainly largely usually generally typically primarily
many numerous often frequently much
some several certain sometimes partly occasionally
few little rarely seldom
only solely merely exclusively
half
almost nearly virtually
any
""".strip().splitlines()
    for word in line.split()
}
# Only before a number; "at least" and the like are read as one.
APPROXIMATORS = {
    word: line.split()[0]
    for line in """
about around approximately roughly some circa estimated nearly almost
at-least more-than over above exceeding greater-than upwards-of minimum
at-most less-than fewer-than under below up-to maximum as-many-as no-more-than
""".strip().splitlines()
    for word in line.split()
}

# Verbs that no ending shows; with "-ed" they tell where a clause has its verb.
IRREGULAR_VERBS = frozenset(
    """
    am is are was were be been has have had do does did will would can could may might must shall should
    became become began begun brought built bought came chose chosen cut did done drew drawn drove
    driven ate fell fallen felt fought found flew flown gave given went gone grew grown heard held kept
    knew known led left lost made met paid put ran rose said saw seen sold sent set shot sang sat slept
    spoke spoken spent stood stole swam took taken taught told thought threw thrown understood won wore
    wrote written beat beaten lay laid broke broken says believes claims argues thinks wants makes takes
    gives goes comes becomes keeps leads holds includes contains means shows uses works runs lives
    remains seems appears says has does
    """.split()
)
# Endings by which a word may differ from its evidence and still be the same claim.
ENDINGS = frozenset(
    """
    e s es ed d ing ion ions ation ations ment ments al ally ly ity ness ance ence ant ent ive able ible er
    ers or ors y ies ied ic ical ically n an ian ians ish ese i is ism ist ists ous th ship
    """.split()
) | {""}
