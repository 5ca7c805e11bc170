"""Words that turn a claim round when one stands for the other, and words that may stand for another."""


def _groups(groups: str) -> dict[str, frozenset[int]]:
    """Return, for each word, the numbers of the groups, parted by semicolons, that it stands in."""
    found: dict[str, set[int]] = {}
    for number, group in enumerate(groups.split(";")):
        for word in group.split():
            found.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


ANTONYMS = _groups(
    """
    increase decrease; increase reduce; increase decline; increase fall; rise fall; rise decline; rise drop;
    grow shrink; gain lose; expand contract; raise lower; up down; before after; earlier later; early late;
    more less; more fewer; most least; most fewest; first last; highest lowest; high low; higher lower;
    largest smallest; large small; larger smaller; big small; bigger smaller; greater less; greater smaller;
    long short; longer shorter; longest shortest; old new; older younger; oldest youngest; oldest newest;
    fast slow; faster slower; strong weak; stronger weaker; north south; east west; northern southern;
    eastern western; northeast southwest; northwest southeast; upper lower; above below; over under;
    inside outside; internal external; win lose; accept reject; accept refuse; approve reject; allow forbid;
    allow ban; allow prevent; permit prohibit; agree disagree; support oppose; begin end; start finish;
    start stop; open close; buy sell; import export; arrive leave; enter leave; join leave; attack defend;
    love hate; succeed fail; pass fail; public private; male female; man woman; men women; mother father;
    son daughter; brother sister; husband wife; king queen; positive negative; major minor; maximum minimum;
    best worst; better worse; good bad; hot cold; warm cool; rich poor; easy difficult; easy hard;
    simple complex; common rare; similar different; same different; possible impossible; legal illegal;
    likely unlikely; true false; right wrong; right left; left right; alive dead; born died; for against;
    with without; from to; into from; until since; push pull; hire dismiss; create destroy; build destroy;
    include exclude; ancient modern; past future; wet dry; light dark; light heavy; thick thin; wide narrow;
    full empty; day night; morning evening; summer winter; spring autumn; spring fall; majority minority;
    urban rural; domestic foreign; guilty innocent; safe dangerous; always never; all none; all some;
    everyone nobody
    """
)

# Safe in nearly every context: the claim of the word does not change.
SYNONYMS = _groups(
    """
    begin began begun start commence; say said state tell told; large big; buy bought purchase;
    get got obtain receive; help assist aid; show display; happen occur; build built construct; build built;
    leave left depart; need require; use utilize employ; roughly approximately; also too; pupil student;
    film movie; area region; city town; firm company; car automobile; nearly almost; whole entire;
    reply answer respond; finish complete; end finish conclude; near close; mostly mainly largely;
    often frequently; method technique approach; soldier troop; minister ministry; die died dead death;
    hold held; make made; take took taken; give gave given; go went gone; come came; see saw seen;
    know knew known; find found; keep kept; become became; write wrote written; lead led;
    grow grew grown growth; rise rose risen; fall fell fallen; speak spoke spoken; win won; lose lost loss;
    beat beaten; choose chose chosen choice; bring brought; think thought; sell sold sale; send sent;
    spend spent; teach taught; catch caught; fight fought; meet met; pay paid; run ran; sing sang sung;
    sit sat; stand stood; wear wore worn; break broke broken; drive drove driven; eat ate eaten;
    fly flew flown flight; forget forgot forgotten; freeze froze frozen; hide hid hidden; shake shook shaken;
    steal stole stolen; swim swam swum; throw threw thrown; draw drew drawn; feel felt; bear bore born borne;
    begin began begun; hear heard; tell told; sink sank sunk; seek sought; child children; man men;
    woman women; person people; foot feet; life lives; wife wives; half halves;
    america american us usa; britain british uk; france french; germany german; spain spanish; china chinese;
    england english; ireland irish; netherlands dutch; poland polish; denmark danish; sweden swedish;
    turkey turkish; greece greek; switzerland swiss; wales welsh; scotland scottish
    """
)
