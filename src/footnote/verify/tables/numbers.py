"""Numbers, months, currencies and units, and what is written for them."""

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
