"""The English of small talk and commands: each a pattern for a whole utterance."""

import re

from footnote.answer.talk.english.beyond import BEYOND, COMPARE
from footnote.answer.talk.english.courtesy import FAREWELL, GREETING, HOW_ARE_YOU, THANKS
from footnote.answer.talk.english.footnote import AGAIN, COMPLAINT, HELP, SURE
from footnote.answer.talk.english.summary import SUMMARY
from footnote.answer.talk.kind import Kind

ENGLISH: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("summary", SUMMARY),
    ("help", HELP),
    ("help", AGAIN),
    ("greeting", GREETING),
    ("greeting", HOW_ARE_YOU),
    ("farewell", FAREWELL),
    ("thanks", THANKS),
    ("sure", SURE),
    ("complaint", COMPLAINT),
    ("beyond", BEYOND),
    ("compare", COMPARE),
)
