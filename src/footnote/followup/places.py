"""Names of countries and of capitals that stand for them, which "he" and "she" never stand for."""

COUNTRIES = frozenset(
    name.replace("_", " ")
    for name in (
        "Afghanistan Albania Algeria America Andorra Angola Argentina Armenia Australia Austria Azerbaijan "
        "Bahrain Bangladesh Barbados Belarus Belgium Belize Benin Bhutan Bolivia Botswana Brazil Britain "
        "Brunei Bulgaria Burma Burundi Cambodia Cameroon Canada Chile China Colombia Congo Croatia Cuba "
        "Cyprus Czechia Denmark Djibouti Dominica Ecuador Egypt England Eritrea Estonia Eswatini Ethiopia "
        "Fiji Finland France Gabon Gambia Germany Ghana Greece Greenland Grenada Guatemala Guinea Guyana "
        "Haiti Honduras Hungary Iceland India Indonesia Iran Iraq Ireland Israel Italy Jamaica Japan "
        "Kazakhstan Kenya Kiribati Kosovo Kuwait Kyrgyzstan Laos Latvia Lebanon Lesotho Liberia Libya "
        "Liechtenstein Lithuania Luxembourg Madagascar Malawi Malaysia Maldives Mali Malta Mauritania "
        "Mauritius Mexico Micronesia Moldova Monaco Mongolia Montenegro Morocco Mozambique Myanmar Namibia "
        "Nauru Nepal Netherlands Nicaragua Niger Nigeria Norway Oman Pakistan Palau Palestine Panama "
        "Paraguay Peru Philippines Poland Portugal Prussia Qatar Romania Russia Rwanda Samoa Scotland "
        "Senegal Serbia Seychelles Singapore Slovakia Slovenia Somalia Spain Sudan Suriname Sweden "
        "Switzerland Syria Taiwan Tajikistan Tanzania Thailand Togo Tonga Tunisia Turkey Turkmenistan "
        "Türkiye Tuvalu Uganda Ukraine Uruguay Uzbekistan Vanuatu Venezuela Vietnam Wales Yemen Yugoslavia "
        "Zambia Zimbabwe Europe Africa Asia Antarctica Costa_Rica El_Salvador Ivory_Coast New_Zealand "
        "North_Korea North_Macedonia Saudi_Arabia Sierra_Leone South_Africa South_Korea South_Sudan "
        "Sri_Lanka Great_Britain Northern_Ireland East_Germany West_Germany Hong_Kong Papua_New_Guinea "
        "Ankara Astana Athens Baghdad Beijing Berlin Berne Bonn Brussels Budapest Cairo Canberra Damascus "
        "Delhi Dublin Helsinki Islamabad Jakarta Kabul Kiev Kyiv Lisbon Madrid Minsk Moscow Nairobi "
        "New_Delhi Oslo Ottawa Paris Prague Pyongyang Riga Riyadh Rome Seoul Stockholm Tallinn Tashkent "
        "Tbilisi Tehran Tokyo Vienna Vilnius Warsaw Washington Yerevan"
    ).split()
)
