"""Closed classes: the words that carry no claim, and those that tell how the others hang together."""

# Words that carry no claim of their own: they may be added or left out, unless another table names them.
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
# What parts the clauses and phrases of a sentence.
MARKS = frozenset(",;:.!?\"“”'‘—–()")
