"""Sentences and passages are ranges of the text, whatever the text; judged cases say which ranges."""

import re
from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from footnote.embed import Embedder
from footnote.errors import InvalidInput
from footnote.load import load_text
from footnote.residue import is_residue
from footnote.schema import Article, Segments
from footnote.segment import PASSAGE_WORDS, segment
from footnote.segment.sections import captions

# Each case is one paragraph, given as the sentences that a reader sees in it.
JUDGED = {
    "title and hour": ["Mr. Okafor met Dr. Strand at 9 p.m. on Friday.", "They agreed."],
    "initials": ["J. R. Hale wrote the report.", "A. B. Lund read it."],
    "decimals": ["The price rose by 3.5 percent to $1.25 billion.", "Analysts expected 2.1 percent."],
    "quotations": ["“We will not stop,” she said.", "“Nobody asked us to.”", "The room fell silent."],
    "straight quotation": ['"Is it safe?" he asked.', "No one replied."],
    "two sentences in a quotation": ["He said: “We waited for hours.", "Nobody came.”", "Then he left."],
    "source in brackets": ["The ministry denied the report (Interfax, July 7).", "Talks go on."],
    "source with a stop": ["The tender is open (RIA Novosti, Sept. 30, 2004).", "Bids are due in May."],
    "capital": ["He moved to Washington, D.C., in 2004.", "He left a year later."],
    "capital at the end": ["The office is in Washington, D.C.", "It opened in 1998."],
    "hour at the end": ["The train leaves at 5 p.m.", "Nobody was on it."],
    "number": ["See No. 5 of the list, e.g. the third line.", "It is short."],
    "that is": ["Some ports, i.e. the deep ones, stayed open.", "The rest closed."],
    "three kinds of end": ["Is it safe?", "Nobody knows!", "Wait for the test."],
    "states": ["The U.S. Navy will help the academy.", "The U.K. will not."],
    "firms": ["Acme Inc. bought Borel S.A. for an undisclosed sum.", "The deal closed in Jan. 2004."],
    "firm at the end": ["She works for Borel Ltd.", "It makes sails."],
    "rank": ["Gen. Alan Reyes and Lt. Col. Ida Moss signed it.", "Sen. Pope did not."],
    "ellipsis": ["He paused … and went on.", "She did not."],
    "section": ["It is in Sec. 4.2 of the law.", "See also pp. 12-14 of the report."],
    "address on the web": ["Write to info@carrow.example or see www.carrow.example today.", "It is free."],
    "versus": ["The case is Hale vs. Lund.", "The court sits in St. Ives."],
    "et al.": ["Okafor et al. counted 412 seals.", "Hallett doubts it."],
    "German ordinal": ["Am 3. Mai begann der Streik.", "Er dauerte eine Woche."],
}
# What nupunkt alone gets wrong, beyond the above.
MENDED = {
    "word that is also an abbreviation": ["It turns as it does so.", "Rings turn it a little."],
    "the same before a quotation": ["He lost his car.", "“Nobody was hurt,” he said."],
    "the same in a quotation": ["“It was his own story.”", "Lund wrote it."],
    "a real one": ["Okafor vs. Hallett is the case.", "It is about art etc. and boats."],
    "hour and time zone": ["It opens at 9 a.m. Eastern time.", "It closes at 6 p.m. EST."],
    "number at the end": ["They had a score above 14.", "Exclusion criteria were many."],
    "capitals at the end": ["The primary outcome was SOL.", "Secondary outcomes were sleep and mood."],
    "measure at the end": ["Bake it from frozen for 75 min.", "For a vegan version, use tofu.", "Eat it."],
    "capitals that shorten": ["The firm ACME INC. Reports its results.", "Then ST. Ives was lit, they said."],
    "capitals before a name": ["The church of SS. Peter and Paul is old.", "We saw MT. Vernon from it."],
    "measure in the middle": ["He took the 5 ft. Marlow Boat.", "It holds nine boats."],
    "metric measure": [
        "The drift is gone below 4 K.",
        "We put it down to glass.",
        "Then walk 600 m.",
        "Parking is at the quay.",
        "It weighs 5 kg.",
        "The rest is water.",
    ],
    "initial behind a year": ["In 1867 K. Marx wrote a book.", "In 1990 V. Orban spoke, as W. Brandt had."],
    "measure of what follows": ["Stir 4 oz. Parmesan cheese into it.", "A 12 ft. Christmas tree was there."],
    "measure before a sentence": ["The old tree has 12 ft.", "The new one had 9 lbs.", "It is gone."],
    "initials": ["R.S.P. holds shares in the U.S. and elsewhere.", "The others of the A.B.C. do not."],
    "rank before a name": ["Maj. Gen. Ida Moss came with Capt. Lund.", "Both left."],
}

# By the article's language; what could end a sentence does where another begins.
LANGUAGES = {
    "German ordinal before a noun": [
        "Der 1. Spatenstich ist für den 12. September geplant.",
        "Das Haus steht seit dem 2. Weltkrieg.",
        "Das 3. Quartal war gut, anders als im 19. Jahrhundert und im 1. und 2. Weltkrieg.",
        "Ihr 100. Geburtstag wurde beim 1. FC Karrow gefeiert.",
        "1. FC Karrow gegen Hallum, das war am 5. Spieltag.",
    ],
    "German number at the end": [
        "Er wurde im Rennen nur 2.",
        "Danach fuhr er heim.",
        "Das war 1990.",
        "Der Krieg war vorbei.",
        "Sie kam am 5.",
        "Der Zug war voll.",
        "Sie belegte Platz 3.",
        "Trainer Lund war froh.",
    ],
    "German law": [
        "Die Klage gem. § 26 BGB wurde abgewiesen.",
        "Sie war lt. § 3 unzulässig.",
        "Das gilt i. S. d. § 5 bzw. Art. 6 Abs. 2 und Nr. 3.",
        "§ 254 bleibt unberührt.",
        "Dr. med. Anna Lund sah am 3. Mai den 15. Senat.",
        "Vgl. Urteil des BGH, Az. III ZR 5/20.",
        "Es gilt für Schiffe usw.",
        "Der Rest bleibt.",
    ],
    "German degree": [
        "Der Leiter der Klinik ist Dr. med.",
        "Er kommt aus Bremen.",
        "Dr. rer. nat. Ida Lund und Dr. phil. habil. Bo Ash kennen ihn.",
        "Sie ist Dr. rer. nat.",
        "Die Klinik ist neu.",
    ],
    "Spanish": [
        "La Sra. Carmen Ordóñez y el Sr. Pérez llegaron con la Dra. Gómez y el Dr. Ruiz.",
        "Dña. Luisa y el Ing. Díaz leyeron la pág. 3 y el núm. 4 del art. 5.",
        "En EE. UU. hay más de eso.",
        "El puerto es del 300 a. C. y está cerrado.",
        "Ud. sabe que los sres. Gómez llegaron.",
    ],
    "French": [
        "Mme Curie et Mlle Dupont sont venues.",
        "M. Dupont et MM. Durand et Petit sont partis au bd. Voltaire.",
        "L'art. 5 et la p. 12 le disent à env. 300 lecteurs.",
        "Il est né en 52 av. J.-C. à Rome.",
        "Elle est morte après lui.",
        "J.-C. Rufin a lu l'art. premier.",
    ],
    "Italian": [
        "Il Sig. Rossi e la Sig.ra Bianchi vennero con il Dott. Verdi e la Dott.ssa Neri.",
        "L'Avv. Conti e l'On. Moro lessero la pag. 3 e l'art. 6.",
        "Roma era piccola.",
    ],
    "Portuguese": [
        "O Sr. Silva e a Sra. Costa chegaram com o Exmo. Senhor Presidente.",
        "A Dra. Lima leu a pág. 3.",
        "Os Srs. Deputados saíram.",
    ],
    "Russian year before another sentence": [
        "Школа находится в здании, построенном в 1887 г.",
        "На открытие приехали более 400 гостей.",
        "Порт закрыли в XIX в.",
        "Он был мал и стоял пустым в 300 г. до н. э.",
        "Там хранили рыбу, соль и т. д.",
        "В 1941–1945 гг.",
        "Его не было.",
    ],
    "Russian year in the middle": [
        "Он родился в г. Москве в 1990 г. и живёт там.",
        "В 1990 г. Москва была, т. е. Россия была, другой.",
        "Приехали проф. Л. Н. Гуревич, А. П. Морозов и Ивановы с ул. Ленина, д. 5, кв. 3.",
        "См. рис. 5 и ст. 7.",
        "В 2010 г. В. Иванов получил 5 тыс. руб. и дом.",
        "Завод им. Горького дал им.",
        "Она ушла.",
    ],
}
# A dash goes on after a place, not after another word.
DATELINES = {
    "state": ["PORTLAND, Ore. – April 22, 2025 – VeloTerra Inc. sells a bike.", "It is new."],
    "province": [
        "TORONTO, Ont. — VeloTerra Inc. sells a bike.",
        "Lund of Calgary, Alta. – the buyer – has it.",
    ],
    "state at the end": ["The rain fell in Miami, Fla.", "The sun came out."],
    "word": ["It was a fine gem.", "She lost it."],
}


def count_words(texts: Sequence[str]) -> list[int]:
    """A cheap counter: every run of word characters of up to five, and every sign, is a token."""
    return [len(re.findall(r"\w{1,5}|[^\w\s]", text)) for text in texts]


def cut(text: str, *, title: str = "") -> list[str]:
    article = load_text(text, title=title, max_chars=100_000)
    return [text[s.start : s.end] for s in segment(article, count_words, 254).sentences]


CASES = JUDGED | MENDED | LANGUAGES | DATELINES


@pytest.mark.parametrize("sentences", CASES.values(), ids=CASES)
def test_judged_case(sentences: list[str]) -> None:
    assert cut(" ".join(sentences), title="-") == sentences


LAYOUT = {
    "Markdown's row": (
        "| 2020 | 640 mm | The gauge froze. It was mended in May. |",
        ["| 2020 | 640 mm | The gauge froze. It was mended in May. |"],
    ),
    "row of a page": (
        "St. Ives | Approx. Nine | Closed. | See below.",
        ["St. Ives | Approx. Nine | Closed. | See below."],
    ),
    "prose in a row": (
        "May | The gauge at the weir froze over. It was mended.",
        ["May | The gauge at the weir froze over.", "It was mended."],
    ),
    "bars in prose": (
        "The norm of a vector is |x|. It is never less than nought. So is |y|.",
        ["The norm of a vector is |x|.", "It is never less than nought.", "So is |y|."],
    ),
    "number of a paragraph": (
        "It was held in para.12 The Crown may appeal.",
        ["It was held in para.12 The Crown may appeal."],
    ),
    "number of a footnote": (
        "It was held in public.12 The Crown may appeal.",
        ["It was held in public.", "The Crown may appeal."],
    ),
    "East Asian stops between commas of Latin script": (
        "港口今天关闭,船只留在海上,没有人来。后来下雨了,我们回家了。",
        ["港口今天关闭,船只留在海上,没有人来。", "后来下雨了,我们回家了。"],
    ),
    "East Asian stops": ("港口今天关闭。船只都留在海上。", ["港口今天关闭。", "船只都留在海上。"]),
    "what follows an East Asian quotation stays with it": (
        "他说：“今天关闭。”船都走了。",
        ["他说：“今天关闭。”船都走了。"],
    ),
    "Japanese quotation in a sentence": (
        "宮下さんは「古いが美しい。壊すのはもったいない」と訴え、署名を集めた。『船。港』は本だ。",
        ["宮下さんは「古いが美しい。壊すのはもったいない」と訴え、署名を集めた。", "『船。港』は本だ。"],
    ),
    "Chinese quotation in a sentence": (
        "他说：“港口今天关闭。明天开放。”船都走了。下雨了。",
        ["他说：“港口今天关闭。明天开放。”船都走了。", "下雨了。"],
    ),
    "East Asian bracket that is never closed": (
        "彼は「港は閉まる。船は残る。雨が降る。",
        ["彼は「港は閉まる。", "船は残る。", "雨が降る。"],
    ),
    "East Asian quotation of many sentences": (
        f"彼は「{'港は閉まる。' * 30}」と言った。",
        ["彼は「港は閉まる。", *["港は閉まる。"] * 28, "港は閉まる。」と言った。"],
    ),
    "wrapped lines": (
        "The harbour board met on Monday to discuss the\nby-law that would close the water around the\n"
        "sands to every motor vessel. It did not vote.",
        [
            "The harbour board met on Monday to discuss the\nby-law that would close the water around the\n"
            "sands to every motor vessel.",
            "It did not vote.",
        ],
    ),
    "wrapped lines below short ones": (
        "Abstract\nReed was used on the roofs of the eastern marshes from\nabout 1780 on. "
        "It began to rot after 58 years, cf. Table\n"
        "2. We conclude that it is fit for use, and that the old\nroofs of it should be kept.",
        [
            "Reed was used on the roofs of the eastern marshes from\nabout 1780 on.",
            "It began to rot after 58 years, cf. Table\n2.",
            "We conclude that it is fit for use, and that the old\nroofs of it should be kept.",
        ],
    ),
    "wrapped lines around a list": (
        "The harbour board met on Monday to discuss the by-law\n"
        "that would close the sands, for these reasons:\n"
        "- the boats frighten the seals, as everyone can see on\n  any day in May\n- noise\n"
        "The board did not vote, as it has not for many years,\nand went home.",
        [
            "The harbour board met on Monday to discuss the by-law\n"
            "that would close the sands, for these reasons:",
            "the boats frighten the seals, as everyone can see on\n  any day in May",
            "noise",
            "The board did not vote, as it has not for many years,\nand went home.",
        ],
    ),
    "wrapped lines below a section's number": (
        "2. Materials and methods\nBundles of reed were taken from nine roofs, of which\n"
        "seven were of barns. They were dried for three days and\n"
        "cut, and no more than 64 of 65 could then be tested.",
        [
            "2. Materials and methods",
            "Bundles of reed were taken from nine roofs, of which\nseven were of barns.",
            "They were dried for three days and\ncut, and no more than 64 of 65 could then be tested.",
        ],
    ),
    "wrapped lines below a heading": (
        "## Reed\nBundles of reed were taken from nine roofs, of which\nseven were of barns.",
        ["Bundles of reed were taken from nine roofs, of which\nseven were of barns."],
    ),
    "an item that goes on below its own words": (
        "- Timeout now accepts a tuple (connect,\n  read) which is used. It is new.\n- Added support for\n"
        "  `requests.utils.get_environ_proxies()`.\n* Redirects.\n  They are followed.\n10. Rope",
        [
            "Timeout now accepts a tuple (connect,\n  read) which is used.",
            "It is new.",
            "Added support for\n  `requests.utils.get_environ_proxies()`.",
            "Redirects.",
            "They are followed.",
            "10. Rope",
        ],
    ),
    "an item in a mail that goes on below its own words": (
        "> We need:\n> - rope for all\n>   of the boats\n> - panes",
        ["We need:", "rope for all\n>   of the boats", "panes"],
    ),
    "lines that do not go on with the item above": (
        "1. Rope\n   Forty metres of it, which is what the board has asked for\n- Panes\nand more\n"
        "- Boats\n  Ida   3\n  Bo    4\n- Oil\n    and pumps",
        [
            "1. Rope",
            "Forty metres of it, which is what the board has asked for",
            "Panes",
            "and more",
            "Boats",
            "Ida   3",
            "Bo    4",
            "Oil",
            "and pumps",
        ],
    ),
    "a list that nobody wrapped": (
        "The rules of the harbour for everybody who has a boat:\n"
        "1. Keep a hundred metres away from all of the seals\n"
        "2. Stop the engine wherever you see more than three\n"
        "3. Never feed them, not even with the fish of the bay\n"
        "Whoever does not will pay a fine of fifteen hundred",
        [
            "The rules of the harbour for everybody who has a boat:",
            "1. Keep a hundred metres away from all of the seals",
            "2. Stop the engine wherever you see more than three",
            "3. Never feed them, not even with the fish of the bay",
            "Whoever does not will pay a fine of fifteen hundred",
        ],
    ),
    "a paragraph a line": (
        "The board met. It voted.\nThe boats stayed.",
        ["The board met.", "It voted.", "The boats stayed."],
    ),
    "list": (
        "The rules are:\n- keep 100 metres away\n- stop the engine",
        ["The rules are:", "keep 100 metres away", "stop the engine"],
    ),
    "other items": (
        "The set:\n• Battery: 3 years\n  * Lamp - red. It blinks.\n– Rope\n-5 degrees\n3.2 Cost",
        ["The set:", "Battery: 3 years", "Lamp - red.", "It blinks.", "Rope", "-5 degrees", "3.2 Cost"],
    ),
    "table": (
        "| Name of the harbour | Depth at low water |\n|---------------------|--------------------|\n"
        "| Carrow by the sands | twelve metres      |\n| Hallum by the ferry | seven metres       |",
        [
            "| Name of the harbour | Depth at low water |",
            "| Carrow by the sands | twelve metres      |",
            "| Hallum by the ferry | seven metres       |",
        ],
    ),
    "mail": (
        "> The harbour board met on Monday to discuss the by-law that would\n"
        "> close the sands. It did not.\n"
        ">> - When?\n> 65 years and more is old.",
        [
            "The harbour board met on Monday to discuss the by-law that would\n> close the sands.",
            "It did not.",
            "When?",
            "> 65 years and more is old.",
        ],
    ),
    "mail in a mail": (
        "On Monday, 3 March, at half past eleven Ida Lund of the board wrote:\n> Dear Bo,\n>\n"
        "> the harbour board has met on Monday, as you know. It did\n"
        "> vote. The boats may stay where they\n"
        "> are, but not all of them and not in the spring.\n"
        ">> Is it true that the whole of the board was there\n"
        ">> on Monday?\nNobody but you has ever asked how many of the board were there.",
        [
            "On Monday, 3 March, at half past eleven Ida Lund of the board wrote:",
            "Dear Bo,",
            "the harbour board has met on Monday, as you know.",
            "It did\n> vote.",
            "The boats may stay where they\n> are, but not all of them and not in the spring.",
            "Is it true that the whole of the board was there\n>> on Monday?",
            "Nobody but you has ever asked how many of the board were there.",
        ],
    ),
    "the header of a mail": (
        "From: Ida Lund <ida@carrow.example>\nTo: Bo Ash <bo@carrow.example>\nSubject: the panes\n\n"
        "Dear Bo,\n\n"
        "the panes are here.",
        ["Dear Bo,", "the panes are here."],
    ),
    "steps in a mail": (
        "> I can offer you two ways out of it, of which one is dear:\n"
        "> 1. we send forty panes of smoked glass and you keep the others\n"
        "> 2. you send everything back and get a refund of half the price",
        [
            "I can offer you two ways out of it, of which one is dear:",
            "> 1. we send forty panes of smoked glass and you keep the others",
            "> 2. you send everything back and get a refund of half the price",
        ],
    ),
    "wrapped mail": (
        "> The harbour board met on Monday to discuss the by-law that\n"
        "> would close the sands. It did not\n"
        "> vote. The boats stayed where they were all of the summer and\n> then left.",
        [
            "The harbour board met on Monday to discuss the by-law that\n> would close the sands.",
            "It did not\n> vote.",
            "The boats stayed where they were all of the summer and\n> then left.",
        ],
    ),
    "references of its own": (
        "It opened in 1846.[1] It has seals.[2][3]:12–14 They eat[4] fish.[citation needed] So it is. [5]",
        ["It opened in 1846.", "It has seals.", "They eat[4] fish.", "So it is."],
    ),
    "references that were raised": (
        "The port was shut until 1962.1 The weir stayed for years.12 A boat came.:116 It has 1962.5 Kelvin.",
        [
            "The port was shut until 1962.",
            "The weir stayed for years.",
            "A boat came.",
            "It has 1962.5 Kelvin.",
        ],
    ),
    "no references": (
        "[1] Hale, Seals.\nHe said [sic] so. He [then] left.\nNext is [7]\nIt is f(x)[0]",
        ["[1] Hale, Seals.", "He said [sic] so.", "He [then] left.", "Next is [7]", "It is f(x)[0]"],
    ),
    "a sentence with its reference is no heading": (
        "The seals came back.[1]\n\nThey eat fish in the bay, and all the fishermen of Carrow complain.[2]",
        ["The seals came back.", "They eat fish in the bay, and all the fishermen of Carrow complain."],
    ),
    "number of a table": (
        "Table 1. Outcomes by treatment\n\nFig. 2. Map of the bay\n\nSection 6. It is void.",
        ["Table 1. Outcomes by treatment", "Fig. 2. Map of the bay", "Section 6.", "It is void."],
    ),
    "columns": (
        "Revenue by region\n\nRegion          Q3 2024   Change\nSt. Ives        171.4     +5.2%\n"
        "Rest of world   25.7      +9.4%\n"
        "Nobody knows what comes after the rest of the world is counted too.",
        [
            "Revenue by region",
            "Region          Q3 2024   Change",
            "St. Ives        171.4     +5.2%",
            "Rest of world   25.7      +9.4%",
            "Nobody knows what comes after the rest of the world is counted too.",
        ],
    ),
    "columns by tabs": (
        "The harbours of the bay that a boat may use, with their depth at low\n"
        "water and the number of their berths\n"
        "Carrow by the sands, old basin\tdepth twelve metres\t4\n"
        "Carrow by the sands, new basin\tdepth seven metres\t9\n"
        "Hallum by the ferry, below the church\tdry\t11",
        [
            "The harbours of the bay that a boat may use, with their depth at low\n"
            "water and the number of their berths",
            "Carrow by the sands, old basin\tdepth twelve metres\t4",
            "Carrow by the sands, new basin\tdepth seven metres\t9",
            "Hallum by the ferry, below the church\tdry\t11",
        ],
    ),
    "code": (
        "## Boats\n\n```sh\nboats --all the boats of the harbour of Carrow \\\n"
        "  --and the ones of Hallum by the ferry\n\n# count\nboats -c\n```\n\n~~~\nseals\n~~~\n\n"
        "They are counted once a day by everybody who\nhas a boat.\n\n```\n\n# Seals\n\nThe seals rest.",
        [
            "boats --all the boats of the harbour of Carrow \\",
            "--and the ones of Hallum by the ferry",
            "# count",
            "boats -c",
            "seals",
            "They are counted once a day by everybody who\nhas a boat.",
            "The seals rest.",
        ],
    ),
    "subtitles": (
        "1\n00:00:07,000 --> 00:00:10,360\nThe island of Skerrow has no trees and\nno police.\n\n2\n"
        "00:00:10,400 --> 00:00:13,900\n- Do you miss it?\n- Every day. Not the\nstairs.\n\n3\n"
        "00:00:14,000 --> 00:00:15,900\n♪ Roll on ♪\n\n00:15.000 --> 00:16.000\nIn the room of the\n"
        "post office are\n\n"
        "1984\n\nseals.",
        [
            "The island of Skerrow has no trees and\nno police.",
            "Do you miss it?",
            "Every day.",
            "Not the\nstairs.",
            "In the room of the\npost office are",
            "1984",
            "seals.",
        ],
    ),
    "tags in code": (
        "Write a list as below.\n\n```html\n<ul>\n<li>Seals</li>\n</ul>\n```\n\n</details>\n\nIt is short.",
        ["Write a list as below.", "<ul>", "<li>Seals</li>", "</ul>", "It is short."],
    ),
    "subtitles without blank lines": (
        "1\n00:00:07,000 --> 00:00:10,360\nThe island of Skerrow has\nno trees.\n"
        "2\n00:00:10,400 --> 00:00:13,900\nIt has no police.\n00:00:14,000 --> 00:00:15,900\nSeals do.",
        ["The island of Skerrow has\nno trees.", "It has no police.", "Seals do."],
    ),
    "a mail's header without a blank line below it": (
        "From: Ida Lund <ida@carrow.example>, of the harbour board\n"
        "To: Bo Ash and all members of the sailing club\nSubject: The rules of the harbour, as agreed on\n"
        "Dear all, the harbour is closed from Monday on and nobody\nmay leave it in the storm.\n\n"
        "The weir stays open.",
        [
            "Dear all, the harbour is closed from Monday on and nobody\nmay leave it in the storm.",
            "The weir stays open.",
        ],
    ),
    "a long sentence without a mark but the last, in a quotation": (
        f"“We went{' and the boat went on to the next of the islands of the bay' * 6}.”",
        [f"“We went{' and the boat went on to the next of the islands of the bay' * 6}.”"],
    ),
    "rows that a program wrote": (
        "The harbours of the bay, with the depth of each at low water, in metres\n"
        'Harbour,Opened,Depth,Boats,"Who, if anybody"\n'
        'Carrow by the sands,1902-05-01,12.5,1040,"St. Ives. It is shut, for now"\n'
        "Hallum by the ferry,1911-03-10,7,380,\nSkerne,,0,,nobody",
        [
            "The harbours of the bay, with the depth of each at low water, in metres",
            'Harbour,Opened,Depth,Boats,"Who, if anybody"',
            'Carrow by the sands,1902-05-01,12.5,1040,"St. Ives. It is shut, for now"',
            "Hallum by the ferry,1911-03-10,7,380,",
            "Skerne,,0,,nobody",
        ],
    ),
    "no rows, but prose with commas": (
        "The board closed the sands, the weir, and the\nharbour of Carrow, of Hallum, and of all other\n"
        "towns that have 1,234,567 people, or 2,345,678\nof them",
        [
            "The board closed the sands, the weir, and the\n"
            "harbour of Carrow, of Hallum, and of all other\n"
            "towns that have 1,234,567 people, or 2,345,678\nof them"
        ],
    ),
    "nothing but words": (
        "so i went to see the flat on quarry lane yesterday and it is on the third floor no lift the "
        "landlord is called mr osei he seems ok he wants 740 a month plus 95 for heating and two months "
        "deposit the kitchen is tiny but it has a balcony facing the canal and no window to the street "
        "that runs behind",
        [
            "so i went to see the flat on quarry lane yesterday",
            "and it is on the third floor no lift the landlord is called mr osei",
            "he seems ok he wants 740 a month plus 95 for heating",
            "and two months deposit the kitchen is tiny but it has a balcony facing the canal and no window "
            "to the street that runs behind",
        ],
    ),
    "a long sentence": (
        "The reindeer of Hjelm were a herd of wild reindeer that existed from 1911 to 1969 on a treeless "
        "island in the Norse Sound and whose rise and fall has been quoted in books ever since Sigrun "
        "Aasland published her study The Eaten Island in 1958.",
        [
            "The reindeer of Hjelm were a herd of wild reindeer that existed from 1911 to 1969 on a treeless "
            "island in the Norse Sound and whose rise and fall has been quoted in books ever since Sigrun "
            "Aasland published her study The Eaten Island in 1958."
        ],
    ),
    "a long sentence with marks": (
        "The board closed the sands of Carrow and those of Hallum because it had seen that the "
        "boats frighten the "
        "seals and that they leave the bay in summer, and it says that it will open them again as "
        "soon as the seals "
        "are used to it and the owners have paid what they owe it.",
        [
            "The board closed the sands of Carrow and those of Hallum because it had seen that the "
            "boats frighten "
            "the seals and that they leave the bay in summer, and it says that it will open them "
            "again as soon as "
            "the seals are used to it and the owners have paid what they owe it."
        ],
    ),
    "no columns on a typewriter": (
        "The harbour board met on Monday.  It closed the\nsands to every boat for a week.  They stayed\n"
        "where they were all of the year.  Then it rained\nand so nobody came.",
        [
            "The harbour board met on Monday.",
            "It closed the\nsands to every boat for a week.",
            "They stayed\nwhere they were all of the year.",
            "Then it rained\nand so nobody came.",
        ],
    ),
    "no columns where lines are spread": (
        "The harbour board  met on Monday to close the\nsands to every boat  for a week, and each of\n"
        "them stayed where it  was for all of the year.",
        [
            "The harbour board  met on Monday to close the\nsands to every boat  for a week, and each of\n"
            "them stayed where it  was for all of the year."
        ],
    ),
    "wrapped clauses": (
        "(1) A person shall not, without the written consent of the\nowner, move a boat.\n"
        "(2) The owner may withdraw the consent that is given under the\nfirst subsection.",
        [
            "(1) A person shall not, without the written consent of the\nowner, move a boat.",
            "(2) The owner may withdraw the consent that is given under the\nfirst subsection.",
        ],
    ),
    "no clauses": (
        "The board named three reasons for what it did in the spring: the boats\n"
        "(2) frighten the seals, as everyone on the shore can see, and the noise\n"
        "(3) carries far over the water in the evening.",
        [
            "The board named three reasons for what it did in the spring: the boats\n"
            "(2) frighten the seals, as everyone on the shore can see, and the noise\n"
            "(3) carries far over the water in the evening."
        ],
    ),
    "works that are referred to": (
        "## References\n\n[1] Ambry, L. (2014). Watch systems. *J. Marit. Health*, 12, 201.\n\n"
        "Teo, W. & Hale, S. (2015). Fast rotation. Sleep Q., 8, 44.\n\nReferences are read. We call each.",
        [
            "[1] Ambry, L. (2014). Watch systems. *J. Marit. Health*, 12, 201.",
            "Teo, W. & Hale, S. (2015). Fast rotation. Sleep Q., 8, 44.",
            "References are read.",
            "We call each.",
        ],
    ),
    "prose on a literature": (
        "## Literature\n\nThe first novel of the island appeared in 1862. It was read by few.",
        ["The first novel of the island appeared in 1862.", "It was read by few."],
    ),
    "numbered list": ("1. Keep away\n2. Stop the engine", ["1. Keep away", "2. Stop the engine"]),
    "residue between": (
        "The board met on Monday.\n\nShare on Facebook\n\nAdvertisement\n\nIt did not vote.",
        ["The board met on Monday.", "It did not vote."],
    ),
    "only headings": ("# Seals\n\n## Counting\n\n## Eating", ["# Seals", "## Counting", "## Eating"]),
    "only residue": ("Read more\n\nShare this article", ["Read more", "Share this article"]),
    "one word": ("Seals", ["Seals"]),
    "no stop at the end": ("The seals are back", ["The seals are back"]),
    "spaces around": ("  The seals are back.  \n\n\t\n", ["The seals are back."]),
    "signs alone": ("The seals are back.\n\n* * *\n\nThey eat.", ["The seals are back.", "They eat."]),
}


@pytest.mark.parametrize(("text", "sentences"), LAYOUT.values(), ids=LAYOUT)
def test_layout(text: str, sentences: list[str]) -> None:
    assert cut(text, title="-") == sentences


PAGE = """Placeholder canvas

Harbour Board Closes the Sands to Motor Boats

Publication: Carrow Weekly Monitor Volume: 3 Issue: 12

The harbour board has closed the sands to all motor boats from June to August (Carrow Post, May 4). \
Tour owners had asked it not to.

## What changes

Boats must keep away from the sands. Fines reach $1,500.
"""


def test_title_and_what_stands_above_it_are_no_sentences() -> None:
    article = load_text(PAGE, max_chars=10_000)
    assert article.title == "Harbour Board Closes the Sands to Motor Boats"
    segments = segment(article, count_words, 254)
    assert [PAGE[s.start : s.end] for s in segments.sentences] == [
        "The harbour board has closed the sands to all motor boats from June to August (Carrow Post, May 4).",
        "Tour owners had asked it not to.",
        "Boats must keep away from the sands.",
        "Fines reach $1,500.",
    ]
    assert [s.heading for s in segments.sentences] == ["", "", "What changes", "What changes"]
    assert [s.paragraph for s in segments.sentences] == [0, 0, 1, 1]
    assert [(p.first_sentence, p.last_sentence, p.heading) for p in segments.passages] == [
        (0, 1, ""),
        (2, 3, "What changes"),
    ]


def _headed(text: str) -> list[tuple[str, str]]:
    article = load_text(text, title="-", max_chars=10_000)
    return [(s.heading, text[s.start : s.end]) for s in segment(article, count_words, 254).sentences]


LAW = """Section 1. Purpose
This Act closes the sands to all boats from June to August of every year.

SECTION 2. Definitions
In this Act:
(a) "boat" means what floats;
(b) "sands" means what does not.

Duties of owners

An owner shall:
(a) keep away;
(b) stop the engine.

§ 4 Fines
(1) Whoever comes near pays 40 marks.
(2) Half of it is the board's.

Annex II
Carrow, Hallum and Skerne"""


def test_the_parts_of_a_law_have_their_headings() -> None:
    assert _headed(LAW) == [
        ("Section 1. Purpose", "This Act closes the sands to all boats from June to August of every year."),
        ("SECTION 2. Definitions", "In this Act:"),
        ("SECTION 2. Definitions", '(a) "boat" means what floats;'),
        ("SECTION 2. Definitions", '(b) "sands" means what does not.'),
        ("Duties of owners", "An owner shall:"),
        ("Duties of owners", "(a) keep away;"),
        ("Duties of owners", "(b) stop the engine."),
        ("§ 4 Fines", "(1) Whoever comes near pays 40 marks."),
        ("§ 4 Fines", "(2) Half of it is the board's."),
        ("Annex II", "Carrow, Hallum and Skerne"),
    ]


CONTRACT = """1. Rent
1.1 The rent is 920 marks. It is due in May.
1.2 The rent includes the water.

2. The Owner's duties
The Owner shall:
(a) keep the roof in repair; and
(b) insure the house.

3. Animals
3.1 The Tenant may keep fish.
4. Vans may not be parked on the quay."""


def test_the_numbered_sections_of_a_contract_have_their_headings() -> None:
    assert _headed(CONTRACT) == [
        ("1. Rent", "1.1 The rent is 920 marks."),
        ("1. Rent", "It is due in May."),
        ("1. Rent", "1.2 The rent includes the water."),
        ("2. The Owner's duties", "The Owner shall:"),
        ("2. The Owner's duties", "(a) keep the roof in repair; and"),
        ("2. The Owner's duties", "(b) insure the house."),
        ("3. Animals", "3.1 The Tenant may keep fish."),
        ("", "4. Vans may not be parked on the quay."),
    ]


CHANGES = """Release History
===============

dev
---

- Nothing yet.

2.32.4 (2025-06-10)
-------------------
**Security**
- Fixed a leak of `.netrc` that let a page
  read a password.

**Bugfixes**
- Works on 3.14

2.32.3 (2024-05-29)
--------------------

Timeout now accepts a tuple.
"""


def test_lines_above_an_underline_and_bold_ones_are_headings() -> None:
    assert _headed(CHANGES) == [
        ("dev", "Nothing yet."),
        ("Security", "Fixed a leak of `.netrc` that let a page\n  read a password."),
        ("Bugfixes", "Works on 3.14"),
        ("2.32.3 (2024-05-29)", "Timeout now accepts a tuple."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "It rained all day.\n------------------\nThen it stopped.",  # a rule between paragraphs
        "Seals\n--------------------\nThere are 412 of them in the bay.",
        "Kim Lund  40\n------------\nIda Lund  31",  # a table without marks
        "| Name |\n--------\n| Lund |",
        "200\n-----\n300 in all",
        "**Lund**\n\n**Ash**\n\n**Osei**",
        "**It rained all day.**\n\nThen it stopped.",
        "**Never** do it\n\nIt is cold.",
    ],
    ids=["rule", "longer rule", "columns", "cells", "sum", "names", "bold sentence", "bold word"],
)
def test_lines_above_other_rules_and_other_bold_ones_are_no_headings(text: str) -> None:
    assert {heading for heading, _ in _headed(text)} == {""}


CHARTER = """1. Introduction

This is the charter.

2. The members by way of a vote of all the owners of boats

  2.1. Powers

  They may:

   1. Vote

   2. Amend the charter

  2.2 Seats

  There are nine.

3. Basic Permissions.

All rights are granted.

4. Last words

None."""


def test_numbered_lines_that_count_on_through_a_text_are_headings() -> None:
    assert _headed(CHARTER) == [
        ("1. Introduction", "This is the charter."),
        ("2.1. Powers", "They may:"),
        ("2.1. Powers", "1. Vote"),
        ("2.1. Powers", "2. Amend the charter"),
        ("2.2 Seats", "There are nine."),
        ("3. Basic Permissions.", "All rights are granted."),
        ("4. Last words", "None."),
    ]


def test_the_numbered_entries_of_a_page_and_numbered_questions_are_headings() -> None:
    entries = "1. Ida Lund\n\nShe rows.\n\n2.Bo Ash\n\nHe sails.\n\n3. Eve Osei\n\nShe swims.\n\n"
    asked = "4. Who may row?\n\nAll may."
    assert _headed(entries + asked) == [
        ("1. Ida Lund", "She rows."),
        ("2.Bo Ash", "He sails."),
        ("3. Eve Osei", "She swims."),
        ("4. Who may row?", "All may."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "1. Wash it\n\nUse warm water.\n\n2. Dry it\n\nUse a towel.\n\n3. Fold it\n\nThat is all.",
        "1. Wash it\n\n2. Dry it\n\n3. Fold it\n\n4. Wear it\n\n5. Mend it\n\nThat is all.",
        "1. Wash the coat.\n\nUse soap.\n\n2. Dry the coat.\n\nWait.\n\n3. Fold the coat.\n\nSo.\n\n"
        "4. Wear the coat.\n\nThat is all.",
        "1 Drift of glass\n\nIt drifts.\n\n2 Drift of glass\n\nIt does.\n\n3 Drift of glass\n\nSo.\n\n"
        "4 Drift of glass\n\nThat is all.",  # the heads of a document's pages
        "1. Lund\n\nIt is.\n\n3. Ash\n\nIt was.\n\n5. Osei\n\nIt is.\n\n2. Bo\n\nSo.\n\n4. Ida\n\nNo.",
        "1. Lund\nIt is.\n2. Ash\nIt was.\n3. Osei\nIt is.\n4. Bo\nThat is all.",
    ],
    ids=["few", "list", "sentences", "pages", "in no order", "not by themselves"],
)
def test_other_numbered_lines_are_no_headings(text: str) -> None:
    assert {heading for heading, _ in _headed(text)} == {""}


MANUAL = """SEALS(1)               User Commands                SEALS(1)

NAME
       seals - count the seals of a bay

DESCRIPTION
       seals counts all of the seals that it sees in a bay and says how
       many there are. A setting is of the form,

           name = value

       where the blanks around the sign are optional, and what follows it
       is the value.

SEE ALSO
       boats(1)

SEALS AND BOATS
       Boats are not counted.

Carrow 4.1                3 March 2024               SEALS(1)"""


def test_the_capitals_of_a_manual_above_what_is_indented_are_headings() -> None:
    assert load_text(MANUAL, max_chars=2_000).title == "SEALS(1)"
    assert _headed(MANUAL)[:-1] == [
        ("NAME", "seals - count the seals of a bay"),
        (
            "DESCRIPTION",
            "seals counts all of the seals that it sees in a bay and says how\n       many there are.",
        ),
        ("DESCRIPTION", "A setting is of the form,"),
        ("DESCRIPTION", "name = value"),
        (
            "DESCRIPTION",
            "where the blanks around the sign are optional, and what follows it\n       is the value.",
        ),
        ("SEE ALSO", "boats(1)"),
        ("SEALS AND BOATS", "Boats are not counted."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "(Photograph: Ida Lund)\n\nThe seals came back to the bay of Carrow in March, and all of them did.",
        "— Ida Lund, Carrow, 3 March\n\nThe seals came back to the bay of Carrow in March, and all did.",
        "$ seals --count\n\nThe seals came back to the bay of Carrow in March, and all of them did.",
        "the seals of the bay of\n\nhallum came back in March, and all of them did, as nobody had thought.",
    ],
    ids=["credit", "who is quoted", "command", "cut sentence"],
)
def test_asides_and_what_goes_on_below_are_no_headings(text: str) -> None:
    assert {heading for heading, _ in _headed(text)} == {""}


@pytest.mark.parametrize(
    "text",
    [
        "LUND\n  We met.\n\nASH\n  So we did.\n\nLUND\n  And why?\n\nASH\n  It rained.",  # a play
        "IDA LUND\n  Carrow Quay 4\n\nBO ASH\n  Hallum 9",  # too few
        "NATO\nIt met.\n\nWHO\nIt met too.\n\nUNESCO\nIt did not.",  # nothing indented
    ],
    ids=["play", "few", "margin"],
)
def test_other_lines_in_capitals_are_no_manuals(text: str) -> None:
    assert captions(text) == ()


def test_a_question_below_a_time_is_a_heading() -> None:
    live = "08:30 What is ammonia?\nAmmonia is a gas that is used to cool large stores. It can explode."
    assert {heading for heading, _ in _headed(live)} == {"08:30 What is ammonia?"}
    assert {heading for heading, _ in _headed(live.removeprefix("08:30 "))} == {""}


@pytest.mark.parametrize(
    "text",
    [
        "1. Wash\n2. Dry\nUse a towel for it, but not one of wool, and never one that is wet.",
        "2. Wash it.\n3. Press the button\nThe display of it shows this:\n4 degrees",
        "We need:\n1. Rent of 1.1 million\n2. Water",
        "Section 1. Purpose\nSection 2. Definitions\nSection 3. Scope",  # contents
        "Article 1. All human beings are born free\nand equal in dignity and rights",
        "It rained in May.\nSection 5 of the law says why\nNobody reads it",
        "It rained in May.\nPart of it is lost\nTitle deeds are kept",
        "200 g of flour\nTwo leeks\nFor the filling:\nbarley",
        "It rained in May.\nLund and Ash\nTags:\nrain",
        "It rained in May.\nwe thank the firms for having\nprovided us with money:\nAcme",
        "It rained in May.\nSchedule A",
    ],
    ids=[
        "steps",
        "steps with stops",
        "list",
        "contents",
        "wrapped",
        "reference",
        "words",
        "recipe",
        "tags",
        "wrapped before a list",
        "last line",
    ],
)
def test_lines_that_only_look_like_headings_are_none(text: str) -> None:
    assert {heading for heading, _ in _headed(text)} == {""}


WEIR = "The weir of Carrow was built in 1871 by the millers of the town, who paid for it with a loan."


def test_where_headings_are_marked_a_plain_line_is_none() -> None:
    marked = f"## The loan\n\n{WEIR}\n\n## The flood\n\n{WEIR}\n\n{{}}\n\n{WEIR}"
    for line in ("Kate Henshaw", "2 hours ago", "pip freeze > weir.txt"):
        assert _headed(marked.format(line))[-1] == ("The flood", WEIR)
        assert _headed(f"{WEIR}\n\n{line}\n\n{WEIR}")[-1] == (line, WEIR)
    for line in ("**The sale**", "__The sale__", "### The sale"):
        assert _headed(marked.format(line))[-1] == ("The sale", WEIR)
    assert _headed(marked.format("SECTION 2. The sale"))[-1] == ("SECTION 2. The sale", WEIR)


OPINION = """Ruben Castellane

There is a kind of silence at the terminus at ten past two in the morning, which I know well.

{} drove buses for the city until 2014."""


def test_an_author_named_below_the_title_heads_nothing() -> None:
    assert {heading for heading, _ in _headed(OPINION.format("Ruben Castellane"))} == {""}
    assert {heading for heading, _ in _headed(OPINION.format("Ruben"))} == {"Ruben Castellane"}
    interview = "Interview: Jonas Adeyemi\n\nMs Vogt, you had three stars and a waiting list. What remains?"
    assert {heading for heading, _ in _headed(interview)} == {""}


def test_the_heading_of_what_a_page_unfolds_and_of_what_is_quoted() -> None:
    unfolded = "<details>\n<summary>Why 48 KiB?</summary>\n\nIt is the largest that passed.\n\n</details>"
    assert _headed(unfolded) == [("Why 48 KiB?", "It is the largest that passed.")]
    quoted = "> **Note**\n> Windows is supported through another system only."
    assert _headed(quoted) == [("Note", "Windows is supported through another system only.")]


TALK = """Weekly talk of the board
Recording started 10:02

[10:02] Ida: ok
[10:03] Bo Lund: the seals of Carrow are back, and there are more of them than in any year before this one.
[10:04] Ida: right. and the boats
[10:05] Bo Lund: all gone. Recording them took a day.
[10:06] Ida: fine"""


def test_what_somebody_says_in_a_talk_is_no_heading_and_no_title() -> None:
    assert load_text(TALK, max_chars=1_000).title == "Weekly talk of the board"
    assert {heading for heading, _ in _headed(TALK)} == {""}
    said = TALK.partition("\n\n")[2]
    assert cut(said)[0] == "[10:02] Ida: ok"
    live = "10:02 Union: alarm off\nThe union says that the alarm had been off for days.\n" * 2
    assert {heading for heading, _ in _headed(live)} == {"10:02 Union: alarm off"}


def test_the_authors_of_a_paper_are_no_heading() -> None:
    text = "Drift of glass below 4 K\n\nL. Lund^1, M. Ash da Rocha^{1,2}, and S. Ueno^3\n\n"
    text += (
        "Background: Glass drifts when it is cooled, and nobody knows why, though three of us have tried to."
    )
    article = load_text(text, max_chars=1_000)
    assert article.author == "L. Lund, M. Ash da Rocha, and S. Ueno"
    assert {sentence.heading for sentence in segment(article, count_words, 254).sentences} == {""}


def test_sentences_above_a_title_given_by_the_user_stay() -> None:
    text = "The board met on Monday.\nIt did not vote.\nBoats and seals\nThe boats stayed where they were."
    assert cut(text, title="Boats and seals")[:2] == ["The board met on Monday.", "It did not vote."]


def test_a_title_far_down_or_repeated_counts_where_a_pages_residue_stands_above_it() -> None:
    menu = "Skip to content\n" + "Home\nNews\n" * 10
    assert cut(f"{menu}Seals\nBy Jane Doe\nThe seals of Carrow are back.", title="Seals") == [
        "The seals of Carrow are back."
    ]
    assert cut("Seals\nTalk\n4 May 2024\nSeals\nThe seals are back.", title="Seals") == [
        "The seals are back."
    ]
    refrain = "Come home\nThe boats are on the sand\nCome home\nThe seals are on the sand"
    assert cut(refrain, title="Come home")[0] == "The boats are on the sand"


@pytest.mark.parametrize(
    "sentence",
    [
        "The lock at Brede was opened again by Mayor Ilka Sund on Monday.",
        "The mill burned down.",
        "It was opened in 1951.",
        "The lock of Brede, says the mayor, “was opened on Monday.”",
        "Der Bürgermeister hat die Schleuse am Montag geöffnet.",
        "橋は月曜日に開通した。",
    ],
)
@pytest.mark.parametrize("between", ["\n", "\n\n", "\n\n- A first item.\n- "])
def test_a_sentence_from_which_the_entry_has_its_title_can_be_cited(sentence: str, between: str) -> None:
    text = f"{sentence}{between}Nobody had thought that it would be."
    article = load_text(text, max_chars=1_000)
    assert article.title == sentence
    assert cut(text)[0] == cut(text, title=sentence)[0] == sentence


@pytest.mark.parametrize(
    "title",
    [
        "Lock at Brede opened again",
        "Who opened the lock at Brede on Monday morning?",
        "Seals of Acorn Harbour Inc.",
        "A History of the U.S.",
        "# The lock at Brede was opened again by the mayor.",
        "**The lock at Brede was opened again by the mayor.**",
        "Opened.",
    ],
)
def test_a_title_is_no_sentence_though_it_was_not_given(title: str) -> None:
    assert cut(f"{title}\n\nThe lock at Brede is open.") == ["The lock at Brede is open."]


@pytest.mark.parametrize("end", ["\r", "\r\r", "\u2028", "\u2029"])
def test_the_line_ends_of_other_programs_are_line_ends(end: str) -> None:
    lines = [
        "The mill at Dorrach",
        "By Ida Quell",
        "3 May 2019",
        "The mill was built in 1744.",
        "It is of oak.",
    ]
    text = end.join(lines)
    article = load_text(text, max_chars=1_000)
    assert (article.text, article.title, article.author, article.date) == (
        text,
        "The mill at Dorrach",
        "Ida Quell",
        "2019-05-03",
    )
    assert cut(text) == cut(text.replace(end, "\n\n")) == lines[-2:]


def test_markdown_around_the_title_does_not_hide_it() -> None:
    assert cut("**Seals come back**\n\nThe seals come back every May.") == ["The seals come back every May."]


def test_nothing_of_an_article_is_lost(embedder: Embedder) -> None:
    """Every word is in a sentence, or in the title, a heading, residue, or a line above the title."""
    article = load_text(PAGE, max_chars=10_000)
    segments = segment(article, embedder.count_tokens, embedder.max_tokens)
    held = set().union(*(range(s.start, s.end) for s in segments.sentences))
    left = [line for line in _lines_outside(PAGE, held) if not is_residue(line)]
    assert left == [article.title, "## What changes"]


def _lines_outside(text: str, held: set[int]) -> list[str]:
    """Return the lines with a word of which no character is held."""
    lines = [match for match in re.finditer(r"[^\n]+", text) if re.search(r"\w", match.group())]
    return [match.group().strip() for match in lines if held.isdisjoint(range(*match.span()))]


@pytest.mark.parametrize(
    "text",
    ["x" * 5_000, "word " * 2_000, "word, " * 2_000, "船" * 3_000, "🦭" * 1_000 + "seal", "a" + "." * 4_000],
    ids=["one long word", "no stop", "clauses", "no space", "emoji", "dots"],
)
def test_too_long_a_sentence_is_cut_and_nothing_is_dropped(text: str, embedder: Embedder) -> None:
    article = load_text(text, title="-", max_chars=100_000)
    segments = segment(article, embedder.count_tokens, embedder.max_tokens)
    pieces = [text[s.start : s.end] for s in segments.sentences]
    assert "".join("".join(pieces).split()) == "".join(text.split())
    assert max(embedder.count_tokens(pieces)) <= embedder.max_tokens
    check(article, segments, embedder.count_tokens, embedder.max_tokens)


def test_what_an_interviewer_says_without_asking_is_no_heading() -> None:
    said = ("How did it begin?", "And then?", "You moved to Rome", "So what now?")
    talk = "\n\n".join(f"**{one}**\n\nWe waited for the boats by the weir and nobody came." for one in said)
    article = load_text(f"# The weir\n\n{talk}", max_chars=10_000)
    sentences = segment(article, count_words, 254).sentences
    assert "**You moved to Rome**" in [article.text[one.start : one.end] for one in sentences]
    assert not any(one.heading for one in sentences)
    asked_once = load_text(f"# The weir\n\n{talk.replace('?', '')}", max_chars=10_000)
    assert "You moved to Rome" in {one.heading for one in segment(asked_once, count_words, 254).sentences}


@pytest.mark.parametrize(
    "text",
    [
        "A word.\n" + " " * 400_000 + "\nAnother.",
        "# a" + " " * 400_000 + "b\n\nA word.",
        "Text. " + "(" * 200_000,
        '"' * 200_000 + "word",
        "a b c\n" * 30_000,
        "A word.\n\n<summary>a" + " " * 400_000 + "b\n\nA word.",
        "- The pump stands by the weir that was built by\n  Millers of the valley\n" * 12_000,
    ],
    ids=["blanks", "blanks in a heading", "brackets", "quotes", "short lines", "a fold", "items"],
)
@pytest.mark.timeout(20)
def test_time_is_linear(text: str) -> None:
    article = load_text(text, max_chars=1_000_000)
    check(article, segment(article, count_words, 254), count_words, 254)


def check(article: Article, segments: Segments, count: object, max_tokens: int) -> None:
    """Assert all that ``segment`` promises of its ranges."""
    text, end = article.text, 0
    assert segments.sentences
    for sentence in segments.sentences:
        assert end <= sentence.start < sentence.end <= len(text)
        assert text[sentence.start : sentence.end].strip() == text[sentence.start : sentence.end]
        end = sentence.end
    paragraphs = [sentence.paragraph for sentence in segments.sentences]
    assert paragraphs == sorted(paragraphs)
    following = 0
    for passage in segments.passages:
        assert passage.first_sentence == following <= passage.last_sentence
        first, last = segments.sentences[passage.first_sentence], segments.sentences[passage.last_sentence]
        assert (passage.start, passage.end) == (first.start, last.end)
        members = segments.sentences[passage.first_sentence : passage.last_sentence + 1]
        assert {member.heading for member in members} == {passage.heading}
        following = passage.last_sentence + 1
    assert following == len(segments.sentences)
    assert callable(count)
    assert max(count([text[p.start : p.end] for p in segments.passages])) <= max_tokens


ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=400)
ARTICLE_LIKE = st.lists(
    st.sampled_from(
        [
            "The seals ",
            "J. R. ",
            "St. ",
            "3.5 ",
            "(Interfax, July 7). ",
            "“No,” ",
            "a.m. ",
            "U.S. ",
            "so. ",
            "Lt. ",
            "word " * 30,
            "x" * 300,
            "港口。",
            "!",
            "?” ",
            ". ",
            ".\n",
            "\n\n",
            "\n",
            "# ",
            "- ",
            "> ",
            "[1]",
            "[2] ",
            "| - |\n",
            "(1) ",
            "Section 2. Scope\n",
            "a\tb   c\n",
            "1. ",
            "Read more\n",
            "\r",
            "\u2028",
            "\x85",
        ]
    ),
    min_size=1,
    max_size=60,
).map("".join)


@given(st.one_of(ANY_TEXT, ARTICLE_LIKE), st.sampled_from([8, 40, 254]))
@settings(max_examples=400, deadline=None, derandomize=True)
def test_any_text_with_a_cheap_counter(text: str, max_tokens: int) -> None:
    check_any(text, count_words, max_tokens)


@given(st.one_of(ANY_TEXT, ARTICLE_LIKE))
@settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_any_text_with_the_embedders_tokenizer(embedder: Embedder, text: str) -> None:
    check_any(text, embedder.count_tokens, embedder.max_tokens)


def check_any(text: str, count: object, max_tokens: int) -> None:
    assert callable(count)
    try:
        article = load_text(text, max_chars=100_000)
    except InvalidInput:
        assume(False)
    segments = segment(article, count, max_tokens)
    check(article, segments, count, max_tokens)
    assert segments == segment(article, count, max_tokens)


def test_passages_are_about_a_hundred_words() -> None:
    text = " ".join(f"Sentence number {number} has exactly seven words." for number in range(200))
    article = load_text(text, title="-", max_chars=100_000)
    passages = segment(article, count_words, 254).passages
    lengths = [len(text[p.start : p.end].split()) for p in passages]
    assert set(lengths[:-1]) == {98}
    assert max(lengths) <= PASSAGE_WORDS
