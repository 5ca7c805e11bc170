"""What is left out of an article as residue of a web page, and what only looks like it."""

import pytest

from footnote.load import load_text
from footnote.residue import is_residue
from footnote.segment import segment
from footnote.segment.blocks import kinds_of, paragraphs_of
from footnote.segment.leftover import residue_of, whole_lines

RESIDUE = [
    "Placeholder canvas",
    "00:00:07,000 --> 00:00:10,360",
    "01:07.000 --> 01:10.360 align:start",
    "WEBVTT",
    "Share on Facebook",
    "Share  Tweet  Email  Print",
    "Facebook Twitter LinkedIn Share",
    "12 Comments",
    "4 min read",
    "Skip to main content",
    "Advertisement",
    "Read more",
    "Related articles",
    "Sign up for our newsletter",
    "This site uses cookies",
    "Photo: A. Lund / Carrow Post",
    "Published 4 May 2024 at 10:15",
    "Last updated: May 4, 2024",
    "Publication: Carrow Weekly Monitor Volume: 3 Issue: 12",
    "4 May 2024",
    "Tuesday, May 4, 2024",
    "Wednesday 15 May 2024, updated 11.40 am",
    "For immediate release: 16 May 2024, 5 pm",
    "© 2024 Carrow Post",
    "By Anna Lund",
    "By Anna Lund and Tom Hallett",
    "We and our 842 partners store and access information on your device, such as cookies. Change it here.",
    "By signing up you agree to our Terms of Service and Privacy Policy.",
    "Get the day's five biggest stories in your inbox every morning at 7am.",
    "Follow us on Facebook and Instagram. Got a story? Email news@carrow.example",
    "The seals of Carrow have been back since 2023. Photograph: Tom Ellery/Courier",
    "This article was amended on 19 November 2024. An earlier version said that there were 214 seals.",
    "An earlier version of this article said that 214 seals were seen. There were 412, and the board, which "
    "had counted them twice from the air and once from a boat, has asked us to make that clear to readers.",
    "Correction, 5 May 2024: this article misstated the number of seals.",
    "Correction: A previous version of this story incorrectly named the warden.",
    "This article needs additional citations for verification. Please help improve this article by adding "
    "citations to reliable sources. (May 2021) (Learn how and when to remove this message)",
    "We use cookies to improve the site. By clicking accept you agree to our use of cookies.",
    "We and our partners use cookies and similar technologies.",
    "Follow us on Instagram @carrow",
    "Follow us on Facebook, X and Instagram for more.",
    "Receive our daily briefing straight to your inbox",
    "Clarification (5 May 2024): a picture of the warden was wrongly credited.",
    "Editor's note: This story misidentified the warden. He is Tom Ash.",
    "An earlier version of this piece misspelled the name of the warden.",
    "An earlier version of this article gave the wrong date for the vote.",
    "This article was amended on 19 November 2024 to correct the number of seals.",
    "This story has been updated to include a response from the board.",
    "This post was corrected because an earlier version misnamed the bay.",
    "This article originally said that boats may stay. They may not.",
    "From Wikipedia, the free encyclopedia",
    "Main article: Great fire of Carrow",
    "Sign up for our morning newsletter.",
    "Subscribe now to our weekly newsletter!",
    "Related: Ferry fares to rise in May",
    "<!-- the second draft -->",
    "```bash",
    "[![build](https://ci.example/b.svg)](https://ci.example) ![crates](https://ci.example/c.svg)",
    '<p align="center"><img src="docs/logo.svg" width="120" alt="A logo"></p>',
    "</details>",
    "- [Quick start](#quick-start)",
    '![A seal](img/seal.jpg "On the sands")',
    "For other uses, see Carrow (disambiguation).",
    "This page was last edited on 17 January 2024, at 08:31 (UTC).",
    "Additional reporting by Ann Lee; Editing by Bo Ash and Ida Lund",
    "(Reporting by Ann Lee; editing by Bo Ash)",
    "The Carrow Post’s Ann Lee, Bo Ash and Ida Lund contributed to this report.",
    "Ann Lee and the Associated Press contributed to this story",
    "The-CNN-Wire ™ & © 2013 Cable News Network, Inc., a Time Warner Company. All rights reserved.",
    "pic.twitter.com/qc6VqGZYA2",
    "lund@carrow.example (END)",
    "(Credit: Ann Lee / Carrow Post)",
    "(via Carrow Post)",
    "(Photo by Bo Ash/Carrow Images)",
    "Header image: Bo Ash",
]
ARTICLE = [
    "WebVTT",
    "WebVTT is a format for the captions of a video.",
    "",
    "   ",
    "Seals",
    "Share prices fell on Monday.",
    "By Friday the boats were back.",
    "By Land and Sea.",
    "The article",
    "On 4 May 2024 the board met.",
    "Advertisements for boats are banned.",
    "Photographs show 412 seals.",
    "The story continues in Skerne Bay.",
    "Read more slowly, the teacher said, and you will understand what the author of such a long and winding "
    "sentence meant.",
    "Published figures show 412 seals in 2024.",
    "Reuters reported the vote.",
    "We and our partners store the boats in winter, said the warden.",
    "By signing the treaty the board agreed to close the sands.",
    "Get used to seals, the warden said.",
    "For the results, see Table 2.",
    "An earlier version of this story was told by Ovid.",
    "An earlier version of the bill said that boats may stay.",
    "This report was updated in 2019 and shows that there are more seals.",
    "This piece was corrected by Mozart himself.",
    "Correction: the price of boats fell by a tenth in May.",
    "This article has five sections; the first is about seals.",
    "He sold the picture. Image rights: a matter of law.",
    "Follow us on a journey through the Atacama, where it has not rained since 1971. The driver is Ana.",
    "This piece originally hung in the abbey of Melk. It was moved to Vienna in 1803.",
    "This post originally marked the border between the two parishes, and it was set up in 1720.",
    "This story originally had no wolf in it; the wolf came in with Perrault.",
    "An earlier version of this piece had four movements. Brandt cut the minuet in 1811.",
    "Corrections commissioner Dale Hart: The prison was originally built for 400 men.",
    "By continuing to use the ferry pass you agree to carry it with you. Whoever has none pays the fare.",
    "Receive a code in your inbox and type it within ten minutes. After three wrong tries it expires.",
    "Receive a code in your inbox.",
    "This article has been amended to allow the Federal Council to set the rate. It came into force in 2004.",
    "This article was amended on 1 May 2004 to include the islands; it came into force in 2005.",
    "Further information: Jane Doe, press office, 020 7946 0000",
    "Categories: juniors under 16, seniors under 60, veterans",
    "[Quick start](https://carrow.example/quick) is a guide.",
    "See [Quick start](#quick-start).",
    "a < b and c > d",
    "<boat> is the tag of a boat.",
    "![A seal](seal.jpg) The seal is back.",
    "1984",
    "The film runs from 00:07 --> 00:10",
    "For release: 16 boats",
    "Wednesday 15 May 2024, updated rules",
    "Sign up for our evening classes at the desk.",
    "Sign up for the club's newsletter and the classes.",
    "Related: the older brother of the mayor.",
    "Related fares are to rise in May",
    "We use cookies to remember your basket. They are kept for thirty days, and you can delete them.",
    "We and our partners store data on your device. It is kept for a year, and no longer.",
    "Writing by Hand",
    "Reporting by the warden was slow; nobody read it.",
    "Many volunteers contributed to this report.",
    "Ann Lee contributed to this.",
    "Carrow Press. Copyright © 1989. ISBN 0-13-536657-7.",
    "(also on boats)",
    "(via the ferry)",
    "(The photo by Ann Lee is lost.)",
    "Header files: see below",
]


@pytest.mark.parametrize("line", RESIDUE)
def test_residue(line: str) -> None:
    assert is_residue(line)
    assert is_residue(f"  {line}\t")


@pytest.mark.parametrize("line", ARTICLE)
def test_no_residue(line: str) -> None:
    assert not is_residue(line)


def left_out(text: str) -> list[str]:
    article = load_text(text, max_chars=10_000)
    segments = segment(article, lambda texts: [len(text.split()) for text in texts], 254)
    residue = residue_of(article, segments)
    assert all(text[part.start : part.end] == part.text for part in residue)
    return [part.text for part in residue]


def test_what_is_left_out_of_an_article_is_told_and_neither_its_title_nor_its_headings() -> None:
    text = (
        "Placeholder canvas\n\nSeals of Carrow\n\nBy Anna Lund\n\nThe seals of Carrow are back. They "
        "rest.\n\nWho counts them\n\nThe warden counts the seals of Carrow every summer at low water.\n"
        "* * *\n  Share on Facebook \n## A heading at the end"
    )
    assert left_out(text) == ["Placeholder canvas", "By Anna Lund", "* * *", "Share on Facebook"]
    assert left_out("The seals are back. They rest.") == []
    assert left_out("Read more\nShare") == []  # nothing but residue has its lines as sentences


def test_signs_beside_a_sentence_are_no_lines_of_their_own() -> None:
    text = "By Anna Lund\n\nThe seals are back.[1] They rest.[2]\n- on sand\n> They eat.\n* * *\n[3] Read it."
    article = load_text(text, title="Seals", max_chars=10_000)
    segments = segment(article, lambda texts: [len(text.split()) for text in texts], 254)
    residue = residue_of(article, segments)
    assert [part.text for part in residue] == ["By Anna Lund", "[1]", "[2]", "-", ">", "* * *"]
    assert [part.text for part in whole_lines(article, residue)] == ["By Anna Lund", "* * *"]


def test_a_row_of_a_table_is_no_heading() -> None:
    for rows in (["Year | Seals", "2022 | 412"], ["| Year | Seals |", "| 2022 | 412 |"]):
        text = "\n".join(["Seals", "## In numbers", *rows, SEALS])
        paragraphs = paragraphs_of(load_text(text, title="Seals", max_chars=9_000))
        assert [one.heading for one in paragraphs] == ["In numbers"] * 3
        assert text[paragraphs[1].start : paragraphs[1].end] == rows[1]


def test_a_numbered_line_in_capitals_is_a_heading() -> None:
    lines = [
        "Terms",
        "1. THE BERTH",
        "1.1 It is let.",
        "2. LEAVING, ENDING",
        SEALS,
        "3. NATO and us.",
        "Bye.",
    ]
    text = "\n".join(lines)
    headings = [one.heading for one in paragraphs_of(load_text(text, title="Terms", max_chars=9_000))]
    assert headings == ["1. THE BERTH", *["2. LEAVING, ENDING"] * 3]


@pytest.mark.parametrize(
    "lines",
    [
        ["1. Подъём в семь утра", "2. Завтрак в столовой"],
        ["1. 保持安静", "2. 不得饮食"],
        ["1 USA 46", "2 NORWAY 39", "3 GERMANY 27"],
        ["1. USA", "2. NORWAY", "3. GERMANY"],
        ["1. Call the warden", "2. NATO"],
        ["3. APOLLO 11"],
        ["25 KG"],
        ["12 RUE DE LYON"],
    ],
)
def test_a_lists_item_or_a_measure_is_no_heading(lines: list[str]) -> None:
    short = "It is so."  # above a longer text a short line is a heading, numbered or not
    text = "\n".join(["Terms", "This is the list.", *lines, short])
    paragraphs = paragraphs_of(load_text(text, title="Terms", max_chars=9_000))
    assert [text[one.start : one.end] for one in paragraphs[1:]] == [*lines, short]


def test_a_title_that_comes_back_in_the_text_leaves_what_stands_above_it() -> None:
    verses = ["The hills are grey and far", "The lamps are going out", "There is no inn", "And no one knows"]
    poem = "\n".join(["The Road Goes On", "By John Smith", *verses, "The Road Goes On", *verses])
    assert kept(poem, "The Road Goes On") == [*verses, "The Road Goes On", *verses]
    pastry = ["Pastry", "200 g flour", "Lemon tart", "Bake it for an hour."]
    assert kept("\n".join(["Lemon tart", "By Anna Berg", "12 May 2021", *pastry]), "Lemon tart") == pastry
    page = "\n".join(["Seals", "Share", "Skip to main content", "Seals", SEALS])
    assert kept(page) == [SEALS]


def test_a_long_line_is_a_paragraph() -> None:
    assert not is_residue("Share " * 30)


SEALS = (
    "The harbour board of Carrow has closed the sands to all motor boats from June to August this year. “We "
    "counted 412 seals from the air before breakfast,” said the warden, who has done so each year since 1998."
)


def kept(text: str, title: str = "Seals") -> list[str]:
    """Return the lines of a text that are neither left out nor its title."""
    article = load_text(text, title=title, max_chars=100_000)
    return [text[start:end] for kind, start, end in kinds_of(article) if kind not in ("residue", "title")]


def test_readers_comments_and_what_is_below_them_are_no_article() -> None:
    below = "Sort by: Newest\nAnn\n2 hours ago\nShoot them all.\nReply  14 likes\nTerms Privacy Jobs"
    for heading in ("Comments (3)", "3 comments", "Comments", "Leave a reply"):
        assert kept(f"Seals\n{SEALS}\n{heading}\n{below}") == [SEALS]
    assert len(kept(f"Seals\n3 comments\n2 hours ago\nReply\n{SEALS}")) > 1  # above the article
    report = "The board had three comments to make on the plan."
    assert kept(f"Seals\n{SEALS}\nComments\n{report}") == [SEALS, report]
    weak = ["Comments", "Report", "The roof was mended 3 years ago", "The mill needs work. It is old."]
    assert kept("\n".join(["Seals", SEALS, *weak])) == [SEALS, *weak[1:]]
    for signs in ("2 days ago\nA year ago", "Reply to the board\nHe left 3 years ago"):
        assert len(kept(f"Seals\n{SEALS}\nComments\n{signs}\nThe board met on Monday. It voted.")) > 3
    assert kept(f"Seals\n{SEALS}\nComments\nAnn Lee · 3 days ago\nSo it is.\nReply 3 likes") == [SEALS]
    thread = "\n".join(["A reader had much to say about the seals, the boats and the board."] * 10)
    assert len(kept(f"Seals\n{SEALS}\n12 comments\nReply\n2 hours ago\n{thread}")) > 10  # is what was sent


def test_links_below_read_more_are_no_article() -> None:
    text = f"Seals\n{SEALS}\nREAD MORE\n• Why are there seals?\n• Bus firm cuts routes\n{SEALS}"
    assert kept(text) == [SEALS, SEALS]
    assert kept(f"Seals\n{SEALS}\nMost read\n1\nMan finds python\n2\nSchool to close\n{SEALS}") == [
        SEALS,
        SEALS,
    ]
    rules = ["Read more", "• Keep dogs on a lead", "• Do not leave food outside"]
    below = "These rules hold until October."
    assert kept("\n".join(["Seals", SEALS, *rules, below])) == [SEALS, *rules[1:], below]
    assert kept("\n".join(["Seals", SEALS, *rules, SEALS])) == [SEALS, *rules[1:], SEALS]
    boats = ["More stories", "• Boats at sea", "• Boats on land"]
    below = "They were told to Ann. It was late."
    assert kept("\n".join(["Seals", SEALS, *boats, below])) == [SEALS, *boats[1:], below]
    assert kept("\n".join(["Seals", SEALS, *boats])) == [SEALS]
    assert kept("\n".join(["Seals", SEALS, *boats, "The board met. It voted."])) == [
        SEALS,
        "The board met. It voted.",
    ]
    listed = ["What to bring", "• A boat", "• A warm coat"]
    assert kept("\n".join(["Seals", SEALS, *listed, SEALS])) == [SEALS, *listed, SEALS]
    assert kept(f"Seals\n{SEALS}\nRead more\nHow they rest\n{SEALS}") == [SEALS, "How they rest", SEALS]


def test_links_below_what_a_page_recommends_are_no_article() -> None:
    links = "- The Seals of Hallum\n- Is the Ferry Late Again?"
    for label in ("## More Must-Reads From CARROW", "Editors’ Picks", "**Editor's recommendations:**"):
        assert kept(f"Seals\n{SEALS}\n{label}\n{links}\n{SEALS}") == [SEALS, SEALS]
    for label in ("More is read in May", "What editors' picks tell:"):
        assert len(kept(f"Seals\n{SEALS}\n{label}\n{links}\n{SEALS}")) == 5


def test_beginnings_of_other_articles_are_none_of_this_one() -> None:
    cut = (
        "The good folks of Hallum are back, and now they have asked the […]",
        "A long road leads to a [...]",
    )
    assert kept("\n\n".join(["Seals", SEALS, *cut])) == [SEALS]
    assert kept("\n\n".join(["Seals", SEALS, cut[0], SEALS])) == [SEALS, cut[0], SEALS]
    quoted = ("They are back. […]", "“They eat the fish.” [...]", "Nobody knows why […], he wrote.")
    assert kept("\n\n".join(["Seals", SEALS, *quoted])) == [SEALS, *quoted]


def test_a_sentence_that_is_shown_once_more_is_left_out_where_it_stands_alone() -> None:
    assert kept(f"Seals\n{SEALS}\nWe counted 412 seals from the air before breakfast\nThe end.") == [
        SEALS,
        "The end.",
    ]
    assert kept(f"Seals\n“We counted 412 seals from the air before breakfast.”\n{SEALS}") == [SEALS]
    for line in (
        "Counted 412 seals from the air",
        "from the air before breakfast, said",
        "The harbour board of Carrow has",
    ):
        assert kept(f"Seals\n{line}\n{SEALS}") == [line, SEALS]


def test_a_wikis_notes_for_who_looks_for_another_entry_are_no_article() -> None:
    note = "For the ship, see MS Carrow."
    text = f"Seals\n{note}\n{SEALS}\nHistory[edit]\n{SEALS}\nEconomy[edit]\n{SEALS}"
    assert kept(text) == [SEALS, "History[edit]", SEALS, "Economy[edit]", SEALS]
    assert [one.heading for one in paragraphs_of(load_text(text, title="Seals", max_chars=9_000))] == [
        "",
        "History",
        "Economy",
    ]
    assert kept(f"Seals\n{note}\n{SEALS}") == [note, SEALS]  # no wiki
    for line in ("Categories: Seals of Carrow", "Further information: Seals"):
        wiki = f"Seals\n{SEALS}\nHistory[edit]\n{SEALS}\nEconomy[edit]\n{SEALS}\n{line}"
        assert line not in kept(wiki)
        assert line in kept(f"Seals\n{SEALS}\n{line}")
