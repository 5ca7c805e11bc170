"""The English words that say a number or a month, as patterns for what finds them in a text."""

NUMBER_WORDS = (
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    r"seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|"
    r"thousands?|millions?|billions?|dozens?|half|third|quarter|both|several|twice|once"
)
MONTHS = r"January|February|March|April|May|June|July|August|September|October|November|December"
