# ruff: noqa: E501
"""Hand-written drafts with their evidence: (kind, draft, evidence), from the sample articles or invented."""

TENDER = (
    "Nikolai Bordyuzha, secretary-general of the Collective Security Treaty Organisation (CSTO), has confirmed "
    "that they will take part in the tender, the Interfax agency reported on 7 July."
)
ORDER = "The largest sum at stake is an order for a new air defence system, put at about $1 billion."
TROOPS = (
    "Kazakhstan keeps 27 members of its peacekeeping battalion, KAZBAT, in the country, and no other state in Central "
    "Asia has sent any."
)
CADETS = "In early July 17 cadets became the first to graduate from the Naval Academy at Aktau."
BOTH = "The battalion has 27 members, and the academy has 17 graduates."
COURSES = "Their courses in ship mechanics, radio operations and navigation had lasted 22 months."
DENIED = "Mukhtar Altynbayev, Kazakhstan’s defence minister, firmly denied that a deal had been struck."
SEALS = (
    "Volunteers counted 412 animals on 14 August, down from 468 last year and 530 in the summer of 2021, when numbers "
    "were at their highest."
)
GREY = "The number of grey seals, by contrast, rose from 61 to 97."
OKAFOR = (
    "Dr Miriam Okafor, a marine biologist who has led the count since 2015, said that the decline was real and not an "
    "accident of the weather."
)
FINE = "Boats that break the rule could be fined up to £1,500."
SURVEY = "The trust did not survey Skerne Bay this year because it could not pay for a seventh boat."
TRACKED = (
    "Of 25 animals that were fitted with transmitters in May, only two have been tracked outside the estuary."
)
VOTE = "The board rejected a similar proposal in 2019 by five votes to four."
FLAME = "According to a comparison, an open flame lost nearly 97 per cent of its light."
TOWERS = "Many towers now carry a cluster of light-emitting diodes behind a lens of moulded plastic."
LENS = "The first large lens was built by Fresnel, a French engineer, in 1823."
BEAT = "Brazil beat Norway in the final."
SOLD = "The Dutch company sold the yard to Nordhavn in 1998."
LIVES = "Ada Brandt was born in 1810 and died in 1849."
SPEAKERS = "Okafor believes that food is the main reason, and Hallett disagrees."
GUARANTEE = (
    "The guarantee lasts two years, or four years for the Duo if you register it within 60 days of purchase."
)
ANIMAL = "The Tenant may not keep any animal in the Property without the Landlord’s written consent."
DOG = "The Tenant may keep a dog in the Property at any time if the Landlord agrees."
ANCHORED = (
    "Pack ice held the Solveig for twenty-three days, and it was not until 29 January that she anchored."
)
AIM = "He agreed to lead the march, whose stated aim was to put questions to the government."
SHIPS = "All the ships except the Ada were lost in the storm."
TERM = "The Landlord may not end the tenancy before the end of the Term, except where the Tenant owes rent."
THEFT = "Theft is covered only if the gadget was locked away in a boot or a safe."
MONEY = "You get all of your money back as long as you have not made a claim."
DAYS = "The days are given back to you, provided that you send us a note within a week."
COURSE = "If you leave within 12 months, the company pays half of the cost."
NOTICES = "Notices are valid only when sent by post."
ICE = "No ship sailed until the ice had melted in May."
BRIDGE = "The bridge fell in 1931, and the council would build another if the state paid for it."
UNWANTED = "Even if nobody wanted it, the mill was sold in 1990."
WOMEN = "Women were admitted from 1863, but only for the three months of summer."
EARLIER = "The rent is due on the first of the month; if you leave earlier, nothing is paid back."
PHONE = "The phone, unless it was lost abroad, is replaced within a week."

FLATS = "In response to rising rents, the council in 2020 limited the letting of flats to tourists to 60 days a year."
WHEAT = "The ministry banned the export of wheat to Lusia from 2 May."
DIESEL = "The council banned cars with diesel engines in 2019."
MONDAYS = "Entry is free for pupils on Mondays."
ADULTS = "The fee for adults was raised to 9 crowns in 2019."
FEVER = "The pupils with scarlet fever were sent home in 1912."
REGISTER = "Men over 60 must register."
RENT = (
    "2.1 The rent is £920 a month and is payable in advance, and in 1990 a week before the strike it was £31."
)
HOUSE = "Ada Brandt built a house for the king in 1840."
YARD = "The yard in Skerne was built by Brandt Brothers in 1912 and sold to Nordhavn."

CHILDREN = "They had a son, Joachim (born 1928), and a daughter, Brechta (1931–1944), who died of diphtheria at the age of 13."
BOARD = "The board had a director, Gareth Pell, and a treasurer, Owen Tull, who was arrested in 1990."
FORGE = "The street has a bakery, the Oven, and a forge, Lund’s, which opened in 1950."
PRAISE = "The director praised the treasurer, who was arrested in 1990."
KENT = "It was Mr Kent, and not Mr Hale, who was dismissed."
GRADUATES = (
    "Among the graduates are the explorer Nils Torvald, the surveyor Hedvig Strand and the pirate Jonas Falk, who was "
    "hanged in 1831."
)
ARMONICA = (
    "It was Gerhard Finkenbeiner, a glassblower who had emigrated to Massachusetts, who made armonicas again, using "
    "quartz instead of lead crystal."
)
CONTRACTOR = "The inquiry blamed the contractor, Brothers Maas, who had left out the bolts."
COAL = (
    "The offer was read by George Rappleyea, the manager of a coal and iron company, who saw a chance in it."
)

HOME = "They had a son, Joachim, and a daughter, Brechta, whose house burned down in 1950."
SPOUSE = "Tull, whose wife had lived in Skerne, resigned in 1912."
RESIGNED = "The director resigned and the treasurer was arrested."
WIFE = "The director resigned, while his wife was later arrested in 1990."
BURNED = "The mill burned down, and the forge closed in 1990."
BOOKS = "The bakery stood beside the forge, where the books were burned in 1912."
BROTHER = "The king went to Lusia because his brother died in 1640."
CLOSED = "The mill burned down in 1980 and closed in 1990."
THREE = "The mill, the forge and the bakery were sold in 1990."
BUILT = "The mill that the duke had built by the river was sold in 1990."

CHAT = "[10:23] Marisol: next call is Monday… I’m on holiday so Henrike chairs"
DIARY = "We reached Perlozza at noon and our engine was sold for scrap there."
TOWN = "The mill employed 40 people in 1912, and I remember its chimney."
SIGN = "The sign “I forgive you all” was painted on the wall in 1912."
KING = "In 1640 King Charles I opened the bridge with the abbot."

WING = "He was treated in a private room in the new wing of the hospital."
CHOSEN = "The secretary was chosen by the leader and the old secretary in May."
CONSENT = "It needs the consent of the landlord and the tenant."
OPENED = "The hall of the guild was opened by the mayor and closed by the king in 1990."
VARN = "The population of the city of Varn was 20,000 in 1990."
FELL = "The population of the city of Varn fell in 1990."
PARIS = "Paris is the capital and largest city of France."
SEINE = "Paris is the capital of France and its largest city."
OFFICES = "Ada Brandt was a member of the council and mayor of Varn."
HEAD = "Ada Brandt was head of the bank and a poet."

SUPPORTED = (
    ("as it stands", TENDER, TENDER),
    ("acronym", "Nikolai Bordyuzha of the CSTO has confirmed that they will take part in the tender, Interfax reported.", TENDER),
    ("attribution kept", "Bordyuzha has confirmed that they will take part in the tender, Interfax reported on July 7.", TENDER),
    ("sum in words", "The largest sum at stake is an order put at about one billion dollars.", ORDER),
    ("sum short", "An order for a new air defense system is put at about $1bn.", ORDER),
    ("number in words", "Kazakhstan keeps twenty-seven members of its peacekeeping battalion in the country.", TROOPS),
    ("negation kept", "No other state in Central Asia has sent any.", TROOPS),
    ("lead moved", "17 cadets became the first to graduate from the Naval Academy at Aktau in early July.", CADETS),
    ("lead dropped", "Seventeen cadets became the first to graduate from the Naval Academy at Aktau.", CADETS),
    ("list order", "Their courses in navigation, radio operations and ship mechanics had lasted 22 months.", COURSES),
    ("unit kept", "Their courses had lasted twenty-two months.", COURSES),
    ("denial kept", "Kazakhstan’s defence minister denied that a deal had been struck.", DENIED),
    ("apposition dropped", "Mukhtar Altynbayev firmly denied that a deal had been struck.", DENIED),
    ("main clause", "Volunteers counted 412 animals on 14 August.", SEALS),
    ("date form", "Volunteers counted 412 animals on August 14th.", SEALS),
    ("figures in words", "The number of grey seals rose from sixty-one to ninety-seven.", GREY),
    ("speaker kept", "Miriam Okafor said that the decline was real.", OKAFOR),
    ("speaker behind", "The decline was real, Okafor said.", OKAFOR),
    ("relative clause alone", "Okafor has led the count since 2015.", OKAFOR),
    ("thousand without comma", "Boats that break the rule could be fined up to £1500.", FINE),
    ("contraction", "The trust didn't survey Skerne Bay this year.", SURVEY),
    ("only kept", "Only two of 25 animals have been tracked outside the estuary.", TRACKED),
    ("result", "The board rejected a similar proposal in 2019.", VOTE),
    ("percent sign", "According to a comparison, an open flame lost nearly 97% of its light.", FLAME),
    ("adverb dropped", "Many towers carry a cluster of light-emitting diodes behind a lens of molded plastic.", TOWERS),
    ("active for passive", "Fresnel built the first large lens in 1823.", LENS),
    ("passive for active", "Norway was beaten by Brazil in the final.", BEAT),
    ("possessive", "The members of the battalion are 27.", "The battalion’s members are 27."),
    ("short answer", "27 members", TROOPS),
    ("accent", "Francois Genet led the count.", "François Genet led the count."),
    ("condition kept", "Theft is covered only if the gadget was locked away.", THEFT),
    ("exception kept", "All the ships except the Ada were lost.", SHIPS),
    ("condition moved", "The company pays half of the cost if you leave within 12 months.", COURSE),
    ("condition of another", "The guarantee lasts two years.", GUARANTEE),
    ("condition of another clause", "The bridge fell in 1931.", BRIDGE),
    ("condition of another part", "The rent is due on the first of the month.", EARLIER),
    ("not until opens a clause", "Pack ice held the Solveig for twenty-three days.", ANCHORED),
    ("aim of a march", "He agreed to lead the march, whose stated aim was to put questions.", AIM),
    ("no condition", "The mill was sold in 1990.", UNWANTED),
    ("limit of a denial kept", "No ship sailed until May.", ICE),
    ("rate kept", "The rent is £920 a month.", RENT),
    ("no rate", "In 1990 the rent was £31.", "The mill closed, and in 1990 a week before the strike the rent was £31."),
    ("restriction kept", "The fee for adults was raised in 2019.", ADULTS),
    ("restriction kept behind a bare noun", "The ministry banned the export of wheat to Lusia.", WHEAT),
    ("beneficiary dropped", "Ada Brandt built a house.", HOUSE),
    ("place and agent dropped", "The yard was built in 1912.", YARD),
    ("owner of the relative clause", "Brechta died of diphtheria.", CHILDREN),
    ("owner by her noun", "A daughter died of diphtheria at the age of 13.", CHILDREN),
    ("owner, in other words", "The treasurer was arrested in 1990.", BOARD),
    ("owner, a thing", "The forge opened in 1950.", FORGE),
    ("owner behind a verb", "The treasurer was arrested in 1990.", PRAISE),
    ("owner before an apposition", "The contractor had left out the bolts.", CONTRACTOR),
    ("owner before another clause", "Gerhard Finkenbeiner made armonicas again.", ARMONICA),
    ("owner before a company", "George Rappleyea saw a chance in it.", COAL),
    ("last of a list", "Jonas Falk was hanged in 1831.", GRADUATES),
    ("owner of a house", "Brechta's house burned down in 1950.", HOME),
    ("verb behind another clause", "Tull resigned in 1912.", SPOUSE),
    ("second verb of one subject", "The mill closed in 1990.", CLOSED),
    ("second verb, its own subject", "The forge closed in 1990.", BURNED),
    ("one of several subjects", "The mill was sold in 1990.", THREE),
    ("verb behind a relative clause", "The mill was sold in 1990.", BUILT),
    ("the speaker's own words", "I’m on holiday so Henrike chairs.", CHAT),
    ("another clause than the speaker's", "The mill employed 40 people in 1912.", TOWN),
    ("quoted speaker", "The sign was painted on the wall in 1912.", SIGN),
    ("a number of kings", "King Charles opened the bridge with the abbot.", KING),
    ("of its own noun", "He was treated in the new wing of the hospital.", WING),
    ("both doers", "The secretary was chosen by the leader and the old secretary.", CHOSEN),
    ("another clause behind and", "The hall of the guild was opened by the mayor.", OPENED),
    ("a name without its kind", "The population of Varn was 20,000.", VARN),
    ("a verb behind a name", "The population of Varn fell.", FELL),
    ("of both nouns", "Paris is the capital of France.", PARIS),
    ("another thing behind and", "Paris is the capital of France.", SEINE),
    ("another office behind and", "Ada Brandt was a member of the council.", OFFICES),
    ("another person's own", "Ada Brandt was head of the bank.", HEAD),
)  # fmt: skip

UNSUPPORTED = (
    ("another number", "Kazakhstan keeps 28 members of its peacekeeping battalion in the country.", TROOPS),
    ("another sum", "An order for a new air defence system is put at about $1 million.", ORDER),
    ("about dropped", "An order for a new air defence system is put at $1 billion.", ORDER),
    ("at least for about", "An order for a new air defence system is put at least at $1 billion.", ORDER),
    ("another unit", "Their courses had lasted 22 years.", COURSES),
    ("unit dropped", "Their courses had lasted 22.", COURSES),
    ("number of another noun", "The battalion has 17 members.", BOTH),
    ("number of another noun, reversed", "The academy has 27 graduates.", BOTH),
    ("name not there", "Uzbekistan keeps 27 members of its peacekeeping battalion in the country.", TROOPS),
    ("denial dropped", "A deal had been struck.", DENIED),
    ("denial made saying", "Mukhtar Altynbayev said that a deal had been struck.", DENIED),
    ("denial denied", "Mukhtar Altynbayev never denied that a deal had been struck.", DENIED),
    ("attribution dropped", "The decline was real and not an accident of the weather.", OKAFOR),
    ("negation moved", "Okafor said that the decline was not real.", OKAFOR),
    ("source dropped", "An open flame lost nearly 97 per cent of its light.", FLAME),
    ("agency dropped", "Bordyuzha has confirmed that they will not take part in the tender.", TENDER),
    ("another date", "Volunteers counted 412 animals on 14 July.", SEALS),
    ("number exchanged", "Volunteers counted 468 animals on 14 August.", SEALS),
    ("ends exchanged", "The number of grey seals rose from 97 to 61.", GREY),
    ("opposite", "The number of grey seals fell from 61 to 97.", GREY),
    ("hedge dropped", "Boats that break the rule are fined up to £1,500.", FINE),
    ("limit turned", "Boats that break the rule could be fined at least £1,500.", FINE),
    ("another currency", "Boats that break the rule could be fined up to €1,500.", FINE),
    ("negation dropped", "The trust did survey Skerne Bay this year.", SURVEY),
    ("only dropped", "Two of 25 animals have been tracked outside the estuary.", TRACKED),
    ("accepted", "The board accepted a similar proposal in 2019.", VOTE),
    ("all for many", "All towers now carry a cluster of light-emitting diodes.", TOWERS),
    ("none for many", "No towers now carry a cluster of light-emitting diodes.", TOWERS),
    ("word added", "Many towers now carry an expensive cluster of light-emitting diodes.", TOWERS),
    ("agent changed", "Fresnel was built by the first large lens in 1823.", LENS),
    ("roles", "Norway beat Brazil in the final.", BEAT),
    ("roles in the passive", "Brazil was beaten by Norway in the final.", BEAT),
    ("buyer and seller", "Nordhavn sold the yard to the Dutch company in 1998.", SOLD),
    ("year of another event", "Ada Brandt was born in 1849.", LIVES),
    ("subject of another verb", "Okafor disagrees.", SPEAKERS),
    ("yes", "Yes, the board rejected a similar proposal in 2019.", VOTE),
    ("question", "Did the board reject a similar proposal?", VOTE),
    ("empty", "…", VOTE),
    ("if dropped", "The guarantee lasts four years for the Duo.", GUARANTEE),
    ("without dropped", "The Tenant may not keep any animal in the Property.", ANIMAL),
    ("if dropped with the clause's end", "The Tenant may keep a dog.", DOG),
    ("except dropped", "The Landlord may not end the tenancy before the end of the Term.", TERM),
    ("except and a noun dropped", "All the ships were lost.", SHIPS),
    ("only if dropped", "Theft is covered.", THEFT),
    ("as long as dropped", "You get all of your money back.", MONEY),
    ("provided dropped", "The days are given back to you.", DAYS),
    ("leading if dropped", "The company pays half of the cost.", COURSE),
    ("only when dropped", "Notices are valid.", NOTICES),
    ("until dropped", "No ship sailed.", ICE),
    ("unless between commas dropped", "The phone is replaced within a week.", PHONE),
    ("only for dropped behind a comma", "Women were admitted from 1863.", WOMEN),
    ("rate dropped", "The rent is £920.", RENT),
    ("rate of what is counted dropped", "The limit is 60 days.", "The limit is 60 days a year for guests."),
    ("rate by the head dropped", "The fee is 12 crowns.", "The fee is 12 crowns per person."),
    ("restriction to some dropped", "The council in 2020 limited the letting of flats to 60 days a year.", FLATS),
    ("restriction to a place dropped", "The ministry banned the export of wheat from 2 May.", WHEAT),
    ("restriction by a part dropped", "The council banned cars in 2019.", DIESEL),
    ("restriction dropped at the end", "The council banned cars.", DIESEL),
    ("restriction of an adjective dropped", "Entry is free on Mondays.", MONDAYS),
    ("restriction of an article's noun dropped", "The fee was raised to 9 crowns.", ADULTS),
    ("restriction of some pupils dropped", "The pupils were sent home in 1912.", FEVER),
    ("restriction by age dropped", "Men must register.", REGISTER),
    ("another's relative clause", "Joachim (born 1928) died of diphtheria.", CHILDREN),
    ("another's relative clause, by the noun", "A son died of diphtheria.", CHILDREN),
    ("a pronoun's relative clause", "They died of diphtheria.", CHILDREN),
    ("another's arrest", "Gareth Pell was arrested in 1990.", BOARD),
    ("another thing's year", "The bakery opened in 1950.", FORGE),
    ("the subject's relative clause", "The director was arrested in 1990.", PRAISE),
    ("the one of whom it is not said", "Mr Kent was dismissed.", KENT),
    ("first of a list", "Nils Torvald was hanged in 1831.", GRADUATES),
    ("another's house", "Joachim's house burned down in 1950.", HOME),
    ("what his wife did", "Tull had lived in Skerne.", SPOUSE),
    ("verb of another noun", "The director was arrested.", RESIGNED),
    ("verb of another noun, with an adverb", "The director was arrested in 1990.", WIFE),
    ("verb of another noun behind a comma", "The mill closed in 1990.", BURNED),
    ("verb of another noun where", "The bakery was burned in 1912.", BOOKS),
    ("verb of another noun because", "The king died in 1640.", BROTHER),
    ("both verbs for one noun", "The director resigned and was arrested.", RESIGNED),
    ("the speaker named", "Henrike is on holiday.", CHAT),
    ("the speaker is she", "She is on holiday.", CHAT),
    ("the speaker's own thing", "Its engine was sold for scrap.", DIARY),
    ("of another noun", "He was treated in a private room of the hospital.", WING),
    ("one of two doers", "The secretary was chosen by the leader.", CHOSEN),
    ("of a part of a name", "She is the owner of Varn.", "She is the owner of a part of Varn."),
    ("one of two that it is made of", "The bread is made of flour.", "The bread is made of flour and water."),
    ("one of two whose consent", "It needs the consent of the landlord.", CONSENT),
)  # fmt: skip
