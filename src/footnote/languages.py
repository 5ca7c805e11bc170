"""What languages are called, by their ISO 639-1 codes."""

_CODES = "ar cs da de en es fi fr hu it ja ko nl no pl pt ro ru sv tr uk zh".split()
IN_ENGLISH = dict(
    zip(
        _CODES,
        "Arabic Czech Danish German English Spanish Finnish French Hungarian Italian Japanese Korean Dutch "
        "Norwegian Polish Portuguese Romanian Russian Swedish Turkish Ukrainian Chinese".split(),
        strict=True,
    )
)
IN_GERMAN = dict(
    zip(
        _CODES,
        "Arabisch Tschechisch Dänisch Deutsch Englisch Spanisch Finnisch Französisch Ungarisch Italienisch "
        "Japanisch Koreanisch Niederländisch Norwegisch Polnisch Portugiesisch Rumänisch Russisch Schwedisch "
        "Türkisch Ukrainisch Chinesisch".split(),
        strict=True,
    )
)
