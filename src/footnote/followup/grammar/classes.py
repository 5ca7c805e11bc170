"""Closed word classes, verbs that stand without an ending, and the verbs of saying."""

ARTICLES = frozenset("a an the".split())
QUANTIFIERS = frozenset(
    "all both some many most few several each every any no another other only about nearly almost two "
    "three four five six seven eight nine ten eleven twelve".split()
)
DO = frozenset("do does did will would can could shall should may might must".split())
BE_HAVE = frozenset("is are was were has have had".split())
AUXILIARIES = DO | BE_HAVE
ASKING = frozenset("who whom whose what which when where why how".split())
PREPOSITIONS = frozenset(
    "of in on at by for with from to into onto over under about against between among through during "
    "since until till after before behind near around within without outside inside across along off per "
    "as towards toward upon despite besides via than".split()
)
PRONOUNS = frozenset(
    "i me my we us our you your he him his she her hers it its they them their theirs this that these "
    "those there then here himself herself itself themselves one ones someone anyone everyone nobody".split()
)
OWNERS = frozenset("my our your his her its their whose".split())
SUBJECTS = frozenset("i we you he she it they this that these those there".split())
_OTHER = frozenset(
    "and or but nor if because although though while whether so not never no yes be been being am ever "
    "still also too just else again alone already yet even now today once very much more less least own same "
    "such rather almost soon often always exactly actually firmly cannot down up out away".split()
)
FUNCTION = ARTICLES | QUANTIFIERS | AUXILIARIES | ASKING | PREPOSITIONS | PRONOUNS | _OTHER
VERBS = frozenset(
    "accept add agree allow announce annoy appear apply argue arrive ask avoid be bear beat became become "
    "began begin begun belong belongs bit bite blew born bought bound bred breed bring broke broken brought "
    "build built burn buy call came carry caught choose chose chosen close collapse come compare confirm "
    "consist contain create decide decline deny depend describe deserve develop die differ disagree do "
    "done drawn drew driven drove earn eat enter exist expect explain fail fallen fell felt find fit flew "
    "flown fly follow forbid fought found gave get give given go gone got grew grow grown happen hear "
    "heard held help include invent join keep kept kill knew know known lay learn leave led left let lit "
    "live lose lost love made make marry meant meet met mind move occur open oppose own paid pay pick "
    "prefer prevent produce promise propose protect prove publish put react read receive recommend reduce "
    "refuse reject remain remember remove replace reply require resign respond retire risen rose runs "
    "said sank sat saw say says seem seen sell send sent serve set shone shown shut sit slow sold sought "
    "speak spend spent spoke spoken stay struck succeed suggest sunk survive take taken taught teach tell "
    "think thinks thought threw throw thrown told took tried understand want wants warn was weigh went "
    "won wore worked worn write written wrote".split()
)
SAYING = (
    r"said|says|say|claimed?|claims|argued?|argues|reported|reports?|believes?|believed|thinks?|thought|"
    r"announced?|stated?|confirmed?|suggested|suggests?|admitted|admits?|warned|warns?|den(?:y|ies|ied)|wrote|"
    r"decided|knows?|knew|found out|told (?:them|us|him|her)"
)
