"""Words that change what follows them: negations, denials, hedges, quantifiers."""

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
# What follows one of these is a condition of what stands beside it, or an exception from it.
CONDITIONS = frozenset(
    tuple(phrase.split("-"))
    for phrase in """
    unless except as-long-as so-long-as on-condition on-the-condition in-the-event subject-to
    """.split()
)
# These limit only what is denied: "no ship sailed until May", "you may not enter without a ticket".
DENIED_LIMITS = frozenset("without until before".split())
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
