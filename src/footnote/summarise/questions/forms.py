"""What the rules look for in a sentence: words, names, numbers, dates, and what spoils a question."""

import re

from footnote.numerals import MONTHS

AUXILIARY = r"will|would|can|could|may|might|must|should|has|have|had|is|are|was|were"
WORD = r"[\w’'-]+"
NAME = (
    r"(?:(?:Dr|Mr|Mrs|Ms|Prof|Professor|Sir|President|Minister)\.? )?"
    r"[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,3}"
)
NUMBER = (
    r"(?:\d[\d,.]*(?: (?:million|billion|thousand))?|two|three|four|five|six|seven|eight|nine|ten|eleven|"
    r"twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-[a-z]+)?|"
    r"a hundred|dozens of|hundreds of|thousands of)"
)
MONTH = rf"(?:{MONTHS})"
ABOUT = (
    r"(?:(?:about|around|nearly|almost|roughly|some|only|just|over|up to|at least|more than|an estimated) )*"
)
DATE = re.compile(
    rf",? (?:on (?:the )?\d{{1,2}}(?:st|nd|rd|th)? {MONTH}(?: \d{{4}})?|on {MONTH} \d{{1,2}}(?:, \d{{4}})?|"
    rf"in (?:early |late |mid-?)?(?:{MONTH} )?(?:1[0-9]|20)\d\d|in (?:early |late |mid-?){MONTH}|in {MONTH})"
    r"(?=[ ,.]|$)"
)
UNFIT = re.compile(
    r"\b(?:that|which|who|whose|whom|when|if|because|as|while|but|it|he|she|they|this|these|those|there|what|"
    r"also|not|never|than|how|where|or|nor|yet|both|such|same|other|another|latter|former|we|I|you|his|her|their|its|our|my)\b"
)
BACKWARD = re.compile(
    r"\b(?:it|he|she|they|him|them|this|these|those|his|her|their|its|we|us|our|I|my|you|your)\b"
)
PERSON = re.compile(
    r"\b(?:minister|president|secretary|general|chair\w*|director|head|leader|chief|spokes\w+|engineer|"
    r"biologist|professor|author|writer|journalist|officer|teacher|doctor|judge|captain|king|queen|founder|"
    r"owner|manager|coach|player|actor|actress|singer|lawyer|student|farmer|mayor|governor|senator|scientist|"
    r"researcher|editor|analyst|economist|historian|coroner|sheriff|bishop|striker|midfielder|mother|father|"
    r"wife|husband|brother|sister|son|daughter|man|woman|nephew|niece|developer|champion|politician|activist|"
    r"expert|artist|physicist|nurse|treasurer|trustee|chaplain|priest|vicar|nun|monk|soldier|"
    r"sailor|miner|baker|carpenter|mechanic|plumber|electrician|architect|chemist|geologist|astronomer|"
    r"surgeon|psychologist|sociologist|novelist|poet|painter|composer|musician|lecturer|librarian|curator|"
    r"boy|girl|widow|widower|grandmother|grandfather|aunt|uncle|cousin|"
    r"commuter|pensioner|shopkeeper|waiter|waitress|chef|gardener|detective|inspector|"
    r"constable|sergeant|colonel|lieutenant|ambassador|diplomat|councillor|banker|accountant|"
    r"consultant|therapist|veterinarian|midwife|paramedic|firefighter|campaigner|lobbyist|whistleblower)\b"
)
BELONGS = re.compile(r" (?:by|of|in|for|from|with) ")  # a building by an architect is no architect
COUNTED = re.compile(
    rf"((?:{WORD} ){{0,3}}?){ABOUT}{NUMBER} "
    r"((?:[a-z-]+ ){0,2}?[a-z-]+s|people|children|women|men)\b(.*)$"
)
PAID = re.compile(
    rf"((?:{WORD} ){{0,3}}?){ABOUT}(?<![A-Z][A-Z] )[$£€]\d[\d,.]*(?: (?:million|billion))?\b(.*)$"
)
PREPOSITION = re.compile(r"\b(?:per|percent|than|from|by|in|at|on|to|of|with|within|until|after|before)\b")
AGO = re.compile(  # or what a measure is in, or of; "27 metres long", "three centuries of the play"
    r" (?:ago|later|earlier|before|after|old|long|wide|high|deep|tall|thick|each|of)\b"
)
OTHER_TIME = re.compile(rf"\b(?:since|until|from|between|ago|{MONTH}|(?:1[0-9]|20)\d\d)\b")
OBJECT = re.compile(
    rf"(?:an?|the|{NUMBER}|new|more|several|many|most|some|no|all|every|only) \w|{NAME} to |"
    r"[a-z]+s(?:,| and) "
)
