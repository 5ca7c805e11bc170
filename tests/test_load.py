"""Pasted text and files become articles: text as sent, title found, encodings read, bad input refused."""

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from time import perf_counter
from zipfile import ZipFile

import pytest
from lxml.etree import fromstring

from data import awkward_office, awkward_pdf
from footnote.errors import InvalidInput, TooLarge
from footnote.load import find_title, load_file, load_html, load_text
from footnote.load.docx.formula import MATHS, formula
from footnote.load.encoding import decode
from footnote.load.html.metadata import author_of
from footnote.load.html.wholly import with_bold, without_links
from footnote.load.pdf.furniture import without_furniture
from footnote.load.pdf.lines import Line
from footnote.load.pdf.paragraphs import blocks
from footnote.load.pdf.tables import with_tables
from footnote.load.sent import Sent
from footnote.schema import Article

BODY = (
    "The harbour board of Carrow – the smallest on this coast – voted on Monday to close the “Long Sand” to "
    "boats. Its café, the board’s clerk said, stays open; a naïve visitor may still pay £5 to see seals.\n"
)


def load(text: str, title: str = "") -> Article:
    return load_text(text, title=title, max_chars=1_000_000)


# --- what is stored -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sent", "stored"),
    [
        ("One seal.\r\nTwo seals.\r\n", "One seal.\nTwo seals.\n"),
        ("\ufeffOne seal.", "One seal."),
        ("\0\ufeffOne seal was \0seen by the board.\r\0\n", "One seal was seen by the board.\n"),
        ("  One seal.\n\n\n\tTwo  seals. ", "  One seal.\n\n\n\tTwo  seals. "),
        ("One\u00a0seal\u2028was e\u0301te\u0301.", "One\u00a0seal\u2028was e\u0301te\u0301."),
    ],
    ids=["CRLF", "mark", "NUL", "blanks kept", "nothing normalised"],
)
def test_text_is_stored_as_sent_but_for(sent: str, stored: str) -> None:
    assert load(sent, title="-").text == stored


def test_equal_texts_are_one_article_whatever_their_title_or_line_ends() -> None:
    first = load("One seal.\nTwo seals.")
    assert load("\ufeffOne seal.\r\nTwo seals.", title="Another").id == first.id
    assert load("One seal.\nTwo seals").id != first.id
    assert len(first.id) == 16


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The harbour board voted on Monday to close the sands to all motor boats.", "en"),
        ("Der Hafenrat hat am Montag beschlossen, die Sandbank für alle Boote zu sperren.", "de"),
        ("Le conseil du port a décidé lundi de fermer le banc de sable aux bateaux.", "fr"),
        ("Совет порта в понедельник решил закрыть отмель для всех лодок.", "ru"),
        ("Seals", "und"),
        ("412 1.5 17 2024 33 8", "und"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert load(text).language == language


# --- what is refused ------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["", " \n\t ", "\ufeff", "\u00a0\u2028", "* * *\n---", "🦭🦭"])
def test_a_text_without_a_word_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput, match="The article is empty") as refused:
        load(text)
    assert refused.value.field == "text"


def test_binary_data_is_refused() -> None:
    with pytest.raises(InvalidInput, match="binary data"):
        load("PNG\r\n\x1a\n" + "\x00\x01\x02\x03" * 100)
    with pytest.raises(InvalidInput, match="binary data"):
        load("abc" + "\ufffd" * 100)


def test_half_a_surrogate_pair_is_refused_in_text_and_title() -> None:
    with pytest.raises(InvalidInput, match=r"article is not valid Unicode: .* at character 4") as refused:
        load("Seal\ud83e and more")
    assert refused.value.field == "text"
    with pytest.raises(InvalidInput, match="title is not valid Unicode") as refused:
        load("Seals are back.", title="\udc00")
    assert refused.value.field == "title"


def test_ten_million_characters_are_too_large() -> None:
    with pytest.raises(TooLarge, match="has 10,000,000 characters; at most 2,000,000 are taken") as refused:
        load_text("a" * 10_000_000, max_chars=2_000_000)
    assert refused.value.field == "text"


def test_the_limit_itself_is_taken() -> None:
    assert load_text("seal" * 5, max_chars=20).text == "seal" * 5
    with pytest.raises(TooLarge):
        load_text("seal" * 5 + "s", max_chars=20)


def test_a_title_may_be_too_long() -> None:
    with pytest.raises(TooLarge, match="The title has 301 characters") as refused:
        load("Seals are back.", title="t" * 301)
    assert refused.value.field == "title"


# --- the title ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Seals Return to Carrow\n\n" + BODY + "The seals of Carrow return.", "Seals Return to Carrow"),
        (
            "Placeholder canvas\n\nSand Closed to Motor Boats\n\n4 May 2024\n\n" + BODY,
            "Sand Closed to Motor Boats",
        ),
        ("Menu\nHome\nSports\n\nHarbour Board Votes\n\n" + BODY, "Harbour Board Votes"),
        ("# Seals return #\n\n" + BODY, "Seals return"),
        ("**Harbour board votes**\n\n" + BODY, "Harbour board votes"),
        ("Title: seals\n=====\n\n" + BODY, "Title: seals"),
        ("* * *\n\nHarbour board votes\n\n" + BODY, "Harbour board votes"),
        (
            BODY * 20 + "\n# a comment in a listing\n",
            "The harbour board of Carrow – the smallest on this coast – voted on Monday to…",
        ),
        ("Seals", "Seals"),
        ("Share\nThe seals are back.", "The seals are back."),
        ("x" * 1_000 + " word", "x" * 80 + "…"),
    ],
    ids=[
        "first line",
        "canvas above",
        "menu above",
        "markdown",
        "bold",
        "underlined",
        "signs above",
        "no title",
        "one word",
        "one sentence",
        "long word",
    ],
)
def test_title(text: str, title: str) -> None:
    assert find_title(text) == title
    assert load(text).title == title


MENU = "Skip to main content\nAccessibility help\nSearch\nSign in\nThe Carrow Courier\nAccept all\nLocal\n"
BOARD = BODY + "The seals of Carrow return, and local help is near at hand for the harbour.\n"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (MENU + "Seals return to the harbour\nBy Jane Doe\n" + BOARD, "Seals return to the harbour"),
        (
            MENU + "Seals return to the harbour\nThe board votes to close the sand.\nBy Jane Doe\n" + BOARD,
            "Seals return to the harbour",
        ),
        (
            MENU + "Carrow\nLong Sand\nFor the ship, see Carrow (ship).\nCarrow\n"
            "Carrow (pronounced [ˈkaro]) is a harbour on the coast of Aldermark.\n" + BODY,
            "Carrow",
        ),
        (
            MENU + "Carrow\nThis article is about the harbour. For the ship, see Carrow (ship).\nCarrow\n"
            "Carrow is a harbour on the coast of Aldermark.\n" + BODY,
            "Carrow",
        ),
        (
            "FOR IMMEDIATE RELEASE\n\nMedia contact:\nAnna Harbour, Board Office\npress@carrow.example\n\n"
            "Seals Return to Carrow\n\n" + BOARD,
            "Seals Return to Carrow",
        ),
        ("Journal of Seals 12 (2023) 44–47\n\nThe seals of Carrow\n\n" + BOARD, "The seals of Carrow"),
        ("J. Mar. Seals 12(3) (2023): 44-47\n\nThe seals of Carrow\n\n" + BOARD, "The seals of Carrow"),
        ("We use cookies.\nSeals Return to Carrow\n\n" + BOARD, "Seals Return to Carrow"),
        ("The board of 1912 (1920) and after\n\n" + BOARD, "The board of 1912 (1920) and after"),
        (
            "Return of the predator to the western Alps\nShare\nTweet\nEmail\n" + BODY + "\nThe wolf\n"
            "The wolf is a shy animal that hunts at night.\n",
            "Return of the predator to the western Alps",
        ),
        (
            "Seals come back\nShare\nTweet\nEmail\n" + BODY + "\nThe wolf\nThe wolf is a shy animal.\n",
            "Seals come back",
        ),
        (
            "Seals come back\nShare\nTweet\nEmail\n"
            + BODY
            + "\nHow the valley council pays\nBy Jane Miller\n"
            "The council of the valley pays for the boats.\n",
            "Seals come back",
        ),
        ("Search for the harbour\n\nBy Jane Doe\n\n" + BOARD, "Search for the harbour"),
        ("Seals: a harbour returns\n\nNorth and South\n\n" + BOARD, "Seals: a harbour returns"),
    ],
    ids=[
        "byline",
        "standfirst",
        "entry",
        "entry with a note",
        "release",
        "running head",
        "running head with issue",
        "cookies",
        "years",
        "headline above the controls",
        "article begun",
        "another article below",
        "search",
        "colon",
    ],
)
def test_a_title_below_a_pages_menu_or_a_running_head(text: str, title: str) -> None:
    assert find_title(text) == title


@pytest.mark.parametrize(
    ("said", "date"),
    [
        ("2020-02-29", "2020-02-29"),
        ("29 February 2020", "2020-02-29"),
        ("spring 2020", "spring 2020"),
        ("2020-02-30", ""),
        ("31 April 2020", ""),
    ],
)
def test_a_date_that_the_calendar_has_not_is_none(said: str, date: str, tmp_path: Path) -> None:
    path = tmp_path / "mill.md"
    path.write_text(f"---\ntitle: The mill\ndate: {said}\n---\n\n{BODY}", "utf-8")
    assert load_file(path, max_chars=10_000).date == date


@pytest.mark.parametrize(
    "title", ["The old \x1b]0;P\x07 pump", "The\u202e old\u2066 pump\u202c", "The\x0bold\x85pump"]
)
def test_no_title_does_anything_to_what_shows_it(title: str) -> None:
    text = f"{title}\n\n{BODY}The pump was sold to Greta Ohm."
    for article in (load(text), load("Greta Ohm bought the pump.", title)):
        assert re.fullmatch("The old (?:]0;P )?pump", article.title)
    assert load(text).text == text


def test_a_given_title_is_used_its_blanks_folded() -> None:
    assert load(BODY, title="  Boats \n and  seals ").title == "Boats and seals"
    assert load(BODY, title="  \n").title == find_title(BODY)


# --- the author and the date ----------------------------------------------------------------------

PAPER = "Lead in the gardens of Carrow\n\n{}\n\nReceived 14 January 2023\n\n1 Introduction\n\n" + BODY


@pytest.mark.parametrize(
    ("line", "author", "date"),
    [
        ("By Jane Doe and Raj Patel | Updated 4 Mar 2025", "Jane Doe and Raj Patel", "2025-03-04"),
        ("By Ann Lee, Staff writer · Published 3 May 2024", "Ann Lee", "2024-05-03"),
        ("4 Mar 2025 | By Jane Doe", "Jane Doe", "2025-03-04"),
        ("News · By Jane Doe · 4 Mar 2025", "Jane Doe", "2025-03-04"),
        ("posted by lou_kneads on jan 9, 2025 // 37 comments", "lou_kneads", "2025-01-09"),
        ("5 min read · Mar 4, 2025", "", "2025-03-04"),
        ("Tue 4 Mar 2025 12.00 GMT", "", "2025-03-04"),
        ("Updated 10:15 AM EST, Tue March 4, 2025", "", "2025-03-04"),
        ("arXiv:2403.01187v2 [q-bio.PE] 12 Mar 2024", "", "2024-03-12"),
        ("PORTLAND, Ore. – April 22, 2025 – The board of Carrow met.", "", "2025-04-22"),
        ("NEW YORK, April 22, 2025 /PRNewswire/ -- The board of Carrow met.", "", "2025-04-22"),
        ("LEEDS (4 May 2024) – The board of Carrow met.", "", "2024-05-04"),
        ("LEEDS, 4 May 2024 (CNA) – The board of Carrow met.", "", "2024-05-04"),
        ("Marie Curie (7 November 1867 – 4 July 1934) was a physicist.", "", ""),
        ("Josiah Threlkeld (11 February 1809 - 3 October 1876) was an engineer.", "", ""),
        ("Sofia Amalia Lund (3 June 1841 – 18 February 1909, in Varde) was a painter.", "", ""),
        ("Crystal Palace | 4 March 2025", "", ""),
        ("| 2021-03-04 | 12 |", "", ""),
        ("Published by the council on 4 March 2025", "", ""),
        ("Visit | By Night Train | By Public Transport", "", ""),
        ("Home | By Public Transport | Contact", "", ""),
        ("Home | Author Information Pack | Contact", "", ""),
        ("Author: Jane Doe", "Jane Doe", ""),
        ("Author: Jane Doe <jane@doe.example>", "Jane Doe", ""),
        ("Author: | Jane Doe <jane at doe.example>", "Jane Doe", ""),
        ("Stand: 4.5.2024", "", "2024-05-04"),
        ("19.03.2019 11:45", "", "2019-03-19"),
        ("Version 1.10.2019.4", "", ""),
        ("Author Jane Doe", "", ""),
        ("Share | By Jane Doe", "Jane Doe", ""),
        ("Published by Penguin Classics on 5 May 2020", "", ""),
        ("Submitted by Jane Doe on 5 May 2020", "Jane Doe", "2020-05-05"),
        ("By Friday the boats were back.", "", ""),
        ("The fair – 4 March 2025 – the first for years", "", ""),
        ("Romeo Montague and Juliet Capulet", "", ""),
        ("H. Okafor and L. Brandt", "", ""),
        ("Exclusive by our industrial correspondent, Edmund Vail", "Edmund Vail", ""),
        ("by our staff reporter Ana de Souza", "Ana de Souza", ""),
        ("By our own account", "", ""),
        ("BY ORDER OF THE HARBOUR MASTER", "", ""),
        ("Wednesday 15 May 2024, updated 11.40 am", "", "2024-05-15"),
        ("Wednesday 15 May 2024, updating the plan of 11 boats", "", ""),
        ("For immediate release: 16 May 2024, 5 pm", "", "2024-05-16"),
        ("The National Herald, Thursday 16 May 2024", "", "2024-05-16"),
        ("The battle of Carrow, Thursday 16 May 1805", "", ""),
        ("Carrow Harbour, 16 May 1905", "", ""),
        ("## 16 May 2024", "", "2024-05-16"),
        ("## **By Jane Doe**", "Jane Doe", ""),
        ("#boats by Jane Doe", "", ""),
        ("Version: June 28, 2019.", "", "2019-06-28"),
        ("Version 3 of June 28, 2019", "", ""),
        ("## 16 May 2024\n\nThe board met.\n\n## 17 May 2024", "", ""),
        ("## What the board said on 16 May 2024", "", ""),
    ],
)
def test_what_an_opening_line_says_of_author_and_date(line: str, author: str, date: str) -> None:
    article = load(f"Seals\n\n{line}\n\n{BODY}")
    assert (article.author, article.date) == (author, date)


MAIL = (
    "From: {}\nTo: Bo Ash <bo@ash.example>\nDate: Thu, 6 Mar 2025 16:42:10 +0000\nSubject: Re: the panes\n\n"
)


@pytest.mark.parametrize(
    ("sender", "author"),
    [
        ("Ida Lund <ida@carrow.example>", "Ida Lund"),
        ('"Lund, Ida" <ida@carrow.example>', "Lund, Ida"),
        ("Pat O'Brien <pat@carrow.example>", "Pat O'Brien"),
        ("ida@carrow.example", "ida@carrow.example"),
        ("ida@carrow.example (Ida Lund)", "Ida Lund"),
    ],
)
def test_a_pasted_mail_has_its_subject_and_sender(sender: str, author: str) -> None:
    article = load(MAIL.format(sender) + "Hi Bo,\n\nthe panes are here. From: whom?")
    assert (article.title, article.author, article.date) == ("Re: the panes", author, "2025-03-06")


def test_a_mail_of_a_mailbox_begins_with_its_fields() -> None:
    text = "From ida Thu Mar  6 16:42:10 2025\n" + MAIL.format("Ida Lund <ida@carrow.example>") + BODY
    article = load(text)
    assert (article.title, article.author) == ("Re: the panes", "Ida Lund")
    assert article.text == text
    lost = load("From Ida on Thursday\n" + MAIL.format("Ida Lund <ida@carrow.example>") + BODY)
    assert lost.title != "Re: the panes"


@pytest.mark.parametrize(
    "text",
    [
        "From: Carrow\nTo: Hallum\n\nThe ferry is late.",
        "The ferry\n\nFrom: Carrow\nTo: Hallum\nSubject: ferries\n\nIt is late.",
        "To: all\nDate: 6 March 2025\nSubject: ferries\n\nThe ferry is late.",
    ],
)
def test_other_lines_with_a_colon_are_no_mails_header(text: str) -> None:
    assert load(text).title != "ferries"
    assert load(text).author == ""


@pytest.mark.parametrize(
    ("line", "author"),
    [
        (
            "(Reporting by Sunniva Hale in Tarnmouth and Otto Brandeis in New Carrow; editing by June Ash)",
            "Sunniva Hale and Otto Brandeis",
        ),
        ("(Reporting by Sunniva Hale)", "Sunniva Hale"),
        ("(Reporting by law takes a day)", ""),
        ("Reporting by Sunniva Hale was praised.", ""),
    ],
)
def test_an_agency_names_its_reporters_in_the_last_line(line: str, author: str) -> None:
    assert load(f"Seals\n\n{BODY * 3}\n\n{line}\n").author == author
    assert load(f"Seals\n\n{BODY * 3}\n\n{line}\n{BODY * 3}").author == ""


def test_a_line_of_a_poem_is_not_its_title() -> None:
    poem = "THE FERRYMAN'S INVENTORY\n\nI own a boat of tarry oak,\n  a kettle and a lamp,\n" + (
        "    My wife went over in the spring\n      with Morgan at the oar.\n" * 5
        + "\nI do not own the tide, the oar,\n  the ferry on her stone.\nWhat Morgan owns I cannot tell.\n"
    )
    assert find_title(poem) == "THE FERRYMAN'S INVENTORY"


def test_a_menu_above_the_title_does_not_hide_the_byline() -> None:
    menu = "\n".join(["Home", "News", "Sport", "Culture", "Sign in"] * 6)
    assert load(f"{menu}\nSeals Return to Carrow\nBy Jane Doe\n{BODY}").author == "Jane Doe"
    assert load(f"Seals\n\n{BODY * 20}\nBy Jane Doe\n").author == ""


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("H. Okafor and L. Brandt", "H. Okafor and L. Brandt"),
        ("J.-P. Lund, S. de Ruyter & A. Ash", "J.-P. Lund, S. de Ruyter & A. Ash"),
        ("Léa Lund 1,*, Jürgen Ash 2, and Wei-Ling Cho 1,3", "Léa Lund, Jürgen Ash, and Wei-Ling Cho"),
        (
            "Léa Lund1,*, Jürgen van der Ash2 and Wei-Ling Cho1,3",
            "Léa Lund, Jürgen van der Ash and Wei-Ling Cho",
        ),
        ("A. Smith1, B. de Ash 2 and C. Lund", "A. Smith, B. de Ash and C. Lund"),
        (
            ", ".join(f"{letter}. Smith{number}" for number, letter in enumerate("ABCDEFGHIJKLMNOP")) + ", …",
            "",
        ),
        (", ".join(f"{letter}. Smith" for letter in "ABCDEFGHIJKLMNOP") + ", et al.", ""),
        (
            "L. Okonjo-Brandt^1, M. Ferreira da Rocha^{1,2}, and S. Ueno^3",
            "L. Okonjo-Brandt, M. Ferreira da Rocha, and S. Ueno",
        ),
        ("Imke Solberg1, Ruairi Dunmore2,* ", "Imke Solberg, Ruairi Dunmore"),
        ("**Imke Solberg1 and Ruairi Dunmore2**", "Imke Solberg and Ruairi Dunmore"),
        ("## Imke Solberg1 and Ruairi Dunmore2", "Imke Solberg and Ruairi Dunmore"),
        ("Energy E^2 and Mass M^3 of Boats", ""),
        ("Urban Soils and Public Health", ""),
        ("Related Work 3", ""),
        ("Plots were chosen by H. Okafor and L. Brandt", ""),
    ],
)
def test_a_papers_authors_have_initials_or_marks(line: str, author: str) -> None:
    assert load(PAPER.format(line)).author == author
    assert load(PAPER.replace("1 Intro", "## 1 Intro").format(line)).author == author


# --- a web page -----------------------------------------------------------------------------------


def test_what_a_page_calls_an_advertisement_is_dropped_where_it_is_short() -> None:
    body = f"<p>{BODY}</p><p>Seals are back, and the board has added up what that costs the boats.</p>" * 3
    advert = '<div class="box ad"><p>Winter boots now half price at Carrow Stores, while they last!</p></div>'
    page = f"<html><body><article class='{{}}'>{body}{advert}{body}</article></body></html>"
    for name in ("ads", "story"):
        article = load_html(page.format(name), source="page.html", max_chars=100_000)
        assert "the board has added up" in article.text
        assert "boots" not in article.text
        assert any("boots" in line for line in article.dropped)
    kept = load_html(page.replace("box ad", "shadow add"), source="page.html", max_chars=100_000)
    assert "boots" in kept.text


@pytest.mark.parametrize(
    "around",
    [
        '<body class="home ads">{}</body>',
        '<body><div class="advertising">{}</div></body>',
        '<body><main class="ad">{}</main></body>',
        '<body class="ad-wrapper"><article class="ads">{}</article></body>',
    ],
)
def test_what_holds_the_article_is_no_advertisement(around: str) -> None:
    weir = "<p>The weir at Carrow was built in 1871 by the millers of the town.</p><p>It broke in 1903.</p>"
    advert = '<p class="ad">Winter boots now half price!</p>'
    for heading in ("<h1>The weir</h1>", ""):
        page = f"<html>{around.format(heading + weir + advert)}</html>"
        text = load_html(page, source="weir.html", max_chars=10_000).text
        assert "built in 1871" in text
        assert "boots" not in text


CARE = "<p>The pump of Carrow lifts water from the harbour to the mill, and three friends repair it.</p>" * 4


def page_text(body: str) -> str:
    page = f"<html><body>{body}</body></html>"
    return load_html(page, source="pump.html", max_chars=10_000).text


@pytest.mark.parametrize(
    "around",
    [
        "{}",
        "<div class='chapter'><div><div>{}</div></div></div>",
        "<div id='top'><a href='/'>Home</a></div><table><tr><td>{}</td></tr></table>",
        "<div><ul><li><a href='/a'>Seals</a></li><li><a href='/b'>Boats</a></li></ul></div><div>{}</div>",
    ],
)
def test_a_page_without_a_frame_keeps_its_headings_and_lists(around: str) -> None:
    body = f"<h2>Faults</h2>{CARE}<ul><li>Oil it.</li><li>Dry it.</li></ul><h2>Use</h2>{CARE}"
    text = page_text(around.format(f"{body}<dl><dt>Tap</dt><dd>Opens it.</dd></dl>"))
    for line in ("## Faults\n", "- Oil it.\n- Dry it.\n", "## Use\n", "- Tap: Opens it."):
        assert line in f"{text}\n"
    for link in ("Home", "Seals", "Boats"):
        assert link not in text


def test_the_frame_of_a_page_leaves_its_menus_and_its_end_out() -> None:
    menu = "<div><h4>Topics</h4><ul><li>Seals of Carrow</li><li>Boats of Carrow</li></ul></div>"
    end = "<div><p>Carrow Herald, 1 Quay Street</p></div>"
    text = page_text(f"{menu}<div><h1>The pump</h1>{CARE * 3}<ul><li>Oil it.</li></ul></div>{end}")
    assert "# The pump" in text
    assert "- Oil it." in text
    for furniture in ("Topics", "Seals", "Herald"):
        assert furniture not in text


def test_what_an_article_begins_with_is_in_its_frame() -> None:
    begun = f"<div><h1>The pump</h1></div><p>This page tells all {'that the friends know, ' * 4}in short.</p>"
    text = page_text(f"<div>{begun}<div><h2>Faults</h2>{CARE * 5}<ul><li>Oil it.</li></ul></div></div>")
    assert "# The pump\n\nThis page tells" in text
    assert "- Oil it." in text


def test_a_heading_with_an_anchor_is_kept() -> None:
    heading = "<div class='title'><div>\n<h3><a name='x'></a>August 2010: the pump broke</h3>\n</div></div>"
    assert "### August 2010: the pump broke" in page_text(f"<article>{CARE}{heading}{CARE}</article>")


@pytest.mark.parametrize(
    ("name", "heading", "kept"),
    [
        ("handling-security-related-bugs", "5.8.5 Handling security-related bugs", True),
        ("raising-multiple-unrelated-errors", "Raising multiple unrelated errors", True),
        ("sharing-the-pump", "Sharing the Pump", True),
        ("related", "Related", False),
        ("related-posts", "Related posts", False),
        ("more-related-stories", "Read next", False),
        ("footer", "Footer", False),
    ],
)
def test_a_name_made_of_a_headings_words_says_nothing_of_a_section(
    name: str, heading: str, kept: bool
) -> None:
    section = (
        f"<section id='{name}'><h2>{heading}</h2><p>Oil the pump where it has been repaired.</p></section>"
    )
    text = page_text(f"<article>{CARE}{section}{CARE}</article>")
    assert ("Oil the pump" in text) == kept


def test_the_mark_of_a_link_to_its_own_heading_is_no_word_of_it() -> None:
    heading = "<h2 id='use'>Use<a class='headerlink' href='#use'>¶</a></h2>"
    note = "<p id='b'>It broke in 1903.<a href='#note'>*</a> See <a href='#b'>here</a>, § 3.</p>"
    page = f"<html><body><article><h1 id='top'>The pump<a href='#top'>¶</a></h1>{CARE}{heading}{note}{CARE}"
    article = load_html(f"{page}</article></body></html>", source="pump.html", max_chars=10_000)
    assert article.title == "The pump"
    assert "## Use\n" in article.text
    assert "It broke in 1903.* See here, § 3." in article.text


@pytest.mark.parametrize(
    ("items", "lines"),
    [
        (
            "<dl><dt>-k</dt><dt>--keep</dt><dd><p>Keep it.</p><p>Else it goes.</p></dd><dt>-v</dt></dl>",
            "- -k, --keep: Keep it. Else it goes.\n- -v",
        ),
        ("<ul><li><p>Oil it.</p><p>Dry it.</p></li><li>Lift it.</li></ul>", "- Oil it. Dry it.\n- Lift it."),
        (
            "<ol><li>Two faults:<ul><li>It leaks.</li><li>It stops.</li></ul></li><li>Oil it.</li></ol>",
            "1. Two faults:\n- It leaks.\n- It stops.\n2. Oil it.",
        ),
        (
            "<dl><dt>How is it oiled?</dt><dd><p>Slowly.</p><p>Often.</p></dd><dt>Why?</dt><dd>So.</dd></dl>",
            "### How is it oiled?\n\nSlowly.\n\nOften.\n\n### Why?\n\nSo.",
        ),
        ("<ul><li>Is it hot? Let it cool.</li></ul>", "- Is it hot? Let it cool."),
    ],
)
def test_terms_and_paragraphs_of_an_item_are_apart(items: str, lines: str) -> None:
    assert f"\n\n{lines}\n\n" in page_text(f"<article>{CARE}{items}{CARE}</article>")


@pytest.mark.parametrize(
    ("shown", "lines"),
    [
        ("a = 1\n  b  = 2\n\nprint(a)", "```\na = 1\n  b  = 2\n\nprint(a)\n```"),
        ("<code>\nif a:\n\tb()\n</code>", "```\nif a:\n    b()\n```"),
        ("<span>pip</span> <b>freeze</b>\n<a href='/x'>ls</a> -l", "```\npip freeze\nls -l\n```"),
        ("```\nx\n```", "~~~\n```\nx\n```\n~~~"),
        (
            "The harbour of Carrow was closed for three days,\nwhich the board had not wanted at all.",
            "The harbour of Carrow was closed for three days,\nwhich the board had not wanted at all.",
        ),
    ],
)
def test_what_a_page_shows_line_by_line_keeps_its_lines(shown: str, lines: str) -> None:
    assert f"\n\n{lines}\n\n" in page_text(f"<article>{CARE}<pre>{shown}</pre>{CARE}</article>")


def test_code_in_an_item_is_apart_from_what_is_around_it() -> None:
    item = "<ul><li><p>Undo it:</p><pre>git rm a\ngit commit</pre><p>Then go on.</p></li><li>Rest.</li></ul>"
    text = page_text(f"<article>{CARE}{item}{CARE}</article>")
    assert "- Undo it:\n```\ngit rm a\ngit commit\n```\nThen go on.\n- Rest." in text


@pytest.mark.parametrize(
    ("broken", "lines"),
    [
        ("300 g flour<br>1 egg<br>200 g butter<br>Salt", "300 g flour\n1 egg\n200 g butter\nSalt"),
        ("Warm Up 11:00<br/>Contest 12:00<br/>Prizes 18:30<br/>Party 23:00", "Warm Up 11:00\nContest 12:00"),
        ("The boats<br>of Carrow<br>were late<br>again", "The boats of Carrow were late again"),
        ("The Quay<br>Carrow", "The Quay Carrow"),
    ],
)
def test_short_lines_that_a_page_breaks_are_a_list(broken: str, lines: str) -> None:
    assert f"\n\n{lines}\n" in page_text(f"<article>{CARE}<p>{broken}</p>{CARE}</article>")


def test_a_long_run_of_blanks_in_a_page_is_one() -> None:
    started = perf_counter()
    text = page_text(
        f"<article>{CARE}<p>It broke{' ' * 11_000_000}in{chr(10) * 1_000_000} 1903.</p></article>"
    )
    assert "It broke in 1903." in text
    assert perf_counter() - started < 5


WEIR = (
    "The weir at Carrow was built in 1871 by the millers of the town, who paid for it with a loan. It was "
    "made of oak and of the red stone of the coast, and it was to keep enough water for nine mills in summer."
)
BROKE = (
    "It broke in the flood of 1903, and the council had it built again by the firm of Abel Ohm. He made it "
    "of concrete, which nobody in the town had seen before, and the millers waited for more than two years."
)


def web(body: str, head: str = "") -> Article:
    page = f"<html><head>{head}</head><body><article>{body}</article></body></html>"
    return load_html(page, source="weir.html", max_chars=100_000)


def linked(*words: str) -> str:
    return "".join(f"<li><a href='/{number}'>{some}</a></li>" for number, some in enumerate(words))


OTHERS = linked("Ferry fares are to rise in May", "Five soups for a cold evening", "The mill is sold")


@pytest.mark.parametrize(
    "others",
    [
        "<p><a href='/x'>Five soups for a cold evening</a></p>",
        "<p>» <a href='/x'>Is the ferry late again?</a></p>",
        f"<h4>Our recommendations:</h4><ul>{OTHERS}</ul>",
        f"<p>See also:</p><ul>{OTHERS}</ul>",
        f"<ul>{OTHERS}</ul>",
    ],
)
def test_what_only_links_to_other_pages_is_dropped_with_its_label(others: str) -> None:
    story = f"<h1>The weir</h1><p>{WEIR}</p><p>{BROKE}</p>"
    article = web(story + others)
    assert article.text == f"# The weir\n\n{WEIR}\n\n{BROKE}"
    assert any("Five soups" in line or "ferry late" in line for line in article.dropped)


LIST = "- Ferry fares are to rise\n- Five soups for a cold evening\n- The mill is sold"


@pytest.mark.parametrize(
    "blocks",
    [
        [WEIR, "The council also names these texts:", LIST, BROKE],
        [WEIR, "The council also names these texts:", LIST.replace("- ", "").split("\n")[0], BROKE],
        [WEIR, "The council also names these texts:", *LIST.replace("- ", "").split("\n")],
        [WEIR, "## Novels", LIST, "## His life", BROKE],
        [WEIR, BROKE, f"{LIST}\n- The loan, which nobody paid"],
        [WEIR, BROKE, "- Abel Ohm\n- Carrow\n- The loan"],
        [WEIR, BROKE, "Abel Ohm"],
        [WEIR, BROKE, "https://carrow.example/weir"],
        [WEIR, "The council has put the loan on its page.", BROKE],
        [WEIR, "## The loan of that year", BROKE],
        [LIST, *LIST.replace("- ", "").split("\n")],
    ],
    ids=[
        *("announced", "led to", "led to by one line", "amid the text", "not all", "names", "a name"),
        *("address", "ended", "heading", "nothing else"),
    ],
)
def test_links_that_the_article_speaks_of_are_kept(blocks: list[str]) -> None:
    links = {line.lstrip("-# ") for block in blocks for line in block.split("\n")}
    assert without_links(blocks, links - {WEIR, BROKE, "The loan, which nobody paid"}) == blocks


def test_a_bold_link_is_a_heading_where_a_text_stands_below() -> None:
    link = "The loan of that year"
    for below, kept in ((BROKE, [f"### {link}"]), (f"## {WEIR}", [])):
        assert without_links(with_bold([WEIR, link, below], {link}), {link}) == [WEIR, *kept, below]


def test_a_link_that_stands_elsewhere_as_plain_text_is_the_articles_own() -> None:
    link, plain = "<p><a href='/x'>The loan of that year</a></p>", "<p>The loan of that year</p>"
    story = f"<h1>The weir</h1><p>{WEIR}</p>{{}}<p>{BROKE}</p>"
    assert "The loan of" not in web(story.format(link)).text
    assert "The loan of" in web(story.format(plain) + link).text


def test_links_that_are_the_titles_of_a_pages_parts_are_kept() -> None:
    titles = [
        "The mill is sold at last",
        "A ferry for the valley",
        "Soup for a cold evening",
        "Who was Abel Ohm?",
    ]
    told = {title: [title, BROKE] for title in titles}
    parts = [block for title in titles for block in told[title]]
    assert without_links([WEIR, *parts], set(titles)) == [WEIR, *parts]
    for title in titles[:2]:
        told[title] = [title, BROKE, WEIR]
    parts = [block for title in titles for block in told[title]]
    assert without_links([WEIR, *parts], set(titles)) == [WEIR, *parts]
    between = [block for title in titles for block in (title, WEIR, BROKE, WEIR)]
    assert without_links([WEIR, *between], set(titles)) == [WEIR] + [WEIR, BROKE, WEIR] * 4
    few = [WEIR, titles[0], BROKE, titles[1], BROKE]
    assert without_links(few, set(titles)) == [WEIR, BROKE, BROKE]


def test_a_page_of_links_keeps_them() -> None:
    paragraphs = OTHERS.replace("li>", "p>")
    assert "Ferry fares" in web(f"<h1>The weir</h1><p>It broke in 1903.</p>{paragraphs}").text


def test_a_bold_paragraph_above_a_text_is_a_heading() -> None:
    headed = (
        f"<p><strong>How it began</strong></p><p>{WEIR}</p><p><b>2. The <i>flood</i></b></p><p>{BROKE}</p>"
        "<p><strong>Nobody has paid the loan.</strong></p><p>The weir is <b>ours</b></p><p><b>Ann Lee</b></p>"
    )
    assert web(f"<h1>The weir</h1>{headed}").text == (
        f"# The weir\n\n### How it began\n\n{WEIR}\n\n### 2. The flood\n\n{BROKE}\n\n"
        "Nobody has paid the loan.\n\nThe weir is ours\n\nAnn Lee"
    )


def test_where_most_is_bold_it_heads_nothing() -> None:
    verses = [
        "The weir of Carrow",
        "It broke in the flood of the year",
        "Nobody paid",
        "And nobody wept for it",
    ]
    assert with_bold(verses, set(verses)) == verses


def test_what_ends_with_an_arabic_question_mark_is_no_heading() -> None:
    asked, answer = "كيف بدأ كل شيء؟", "كان الطقس جميلا في المدينة اليوم."
    assert with_bold([asked, answer * 3], {asked}) == [asked, answer * 3]


def test_what_is_asked_in_an_interview_stays_bold() -> None:
    asked = ("Who built it?", "And who paid for it?", "The council says that nobody did.", "Is it safe?")
    talk = "".join(f"<p><strong><em>{one}</em></strong></p><p>{WEIR}</p>" for one in asked)
    text = web(f"<h1>The weir</h1>{talk}").text
    assert [line for line in text.split("\n") if "**" in line] == [f"**{one}**" for one in asked]


DECK = "Nobody has paid back the loan for the weir that the millers built"


@pytest.mark.parametrize(
    "deck", ["<header><h2>{}</h2></header>", "<div class='dek'>{}.</div>", "<h1>The weir</h1><h3>{}.</h3>"]
)
def test_a_standfirst_is_the_first_paragraph(deck: str) -> None:
    head = f'<meta property="og:description" content="{DECK}">'
    page = deck.format(DECK)
    title = "" if "<h1>" in page else "<h1>The weir</h1>"
    lines = web(f"{title}{page}<p>{WEIR}</p><p>{BROKE}</p>", head).text.split("\n\n")
    assert lines[0] == "# The weir"
    assert lines[1].rstrip(".") == DECK
    assert lines[2:] == [WEIR, BROKE]


def test_a_description_that_no_reader_sees_or_that_the_text_says_is_no_standfirst() -> None:
    story = f"<h1>The weir</h1><p>{WEIR}</p><p>{BROKE}</p>"
    for said in (DECK, WEIR, WEIR[:60] + "…", "The weir"):
        head = f'<meta name="description" content="{said}">'
        assert web(f"{story}<div style='display:none'>{DECK}</div>", head).text.count("\n\n") == 2


@pytest.mark.parametrize("beside", ["footer", "aside", "nav"])
def test_what_a_site_says_of_itself_is_no_standfirst(beside: str) -> None:
    head = f'<meta name="description" content="{DECK}">'
    story = f"<article><h1>The weir</h1><p>{WEIR}</p><p>{BROKE}</p></article>"
    assert DECK not in web(f"{story}<{beside}><p>{DECK}.</p></{beside}>", head).text


def test_a_parts_heading_stays_one_though_the_page_is_described_so() -> None:
    story = f"<h1>The weir</h1><p>{WEIR}</p><p>{BROKE}</p>" * 2
    head = f'<meta name="description" content="{DECK}">'
    assert f"## {DECK}" in web(f"{story}<h2>{DECK}</h2><p>{BROKE}</p>", head).text


def test_readers_comments_are_dropped_where_they_are_less_than_the_article() -> None:
    said = "<p>They should all be ashamed of that loan, the millers first.</p>"
    story = f"<h1>The weir</h1><p>{WEIR}</p><p>{BROKE}</p>"
    for name in ("id='sf_comment_list'", "class='box comments'", "class='comentarios'"):
        assert "ashamed" not in web(f"{story}<div {name}>{said}</div>").text
        assert "ashamed" in web(f"{story}<div {name}>{said * 9}</div>").text  # a thread is what was sent
    for name in ("class='commentary'", "class='recommended'"):
        assert "ashamed" in web(f"{story}<div {name}>{said}</div>").text


@pytest.mark.parametrize(
    ("title", "known"),
    [
        ("The weir of Carrow | Carrow Post", "The weir of Carrow"),
        ("The weir of Carrow - Carrow Post Blog", "The weir of Carrow"),
        ("The weir of Carrow » Local » Post", "The weir of Carrow"),
        ("The weir of Carrow", "The weir of Carrow"),
        ("The weir of Carrow-on-Sea", "The weir of Carrow-on-Sea"),
        ("The weir of Carrow and its loan | Post", "The weir of Carrow and its loan | Post"),
    ],
)
def test_a_title_is_without_the_sites_name(title: str, known: str) -> None:
    head = f'<title>{title}</title><meta property="og:title" content="{title}">'
    assert web(f"<h1>The weir of Carrow</h1><p>{WEIR}</p><p>{BROKE}</p>", head).title == known


def test_a_headline_that_is_the_sites_name_is_no_title() -> None:
    head = (
        '<meta property="og:title" content="Carrow Post - News of the coast">'
        '<meta property="og:site_name" content="Carrow Post">'
    )
    assert web(f"<h1>Carrow Post</h1><p>{WEIR}</p>", head).title == "Carrow Post - News of the coast"


@pytest.mark.parametrize(
    ("stated", "author"),
    [
        ("Ann Lee", "Ann Lee"),
        ("View all posts by Ann Lee", "Ann Lee"),
        ("Super User", ""),
        ("Carrow Verlag GmbH; Ann Lee; Bo Ash", "Ann Lee, Bo Ash"),
        ("Carrow Verlag GmbH", ""),
        ("Ann Lee; Carrow Post", "Ann Lee"),
        ("Carrow Post", "Carrow Post"),
    ],
)
def test_who_wrote_a_page_is_no_label_company_or_site(stated: str, author: str) -> None:
    assert author_of(stated, "Carrow Post") == author


def test_a_pages_own_date_is_before_any_that_stands_on_it() -> None:
    told = f"<h1>The weir</h1><p>{WEIR}</p><p>{BROKE}</p><div class='date'>01.08.2019</div>"
    head = "<meta property='og:title' content='The weir | CP | 10.06.2013'>"
    assert web(told, head).date == "2013-06-10"
    stamp = '<meta property="article:published_time" content="2020-01-03T09:48:24Z">'
    changed = '<meta name="date" content="2020-01-06T09:22:36Z">'
    assert web(told.replace("01.08.2019", ""), stamp + changed).date == "2020-01-03"
    made = f"<h1>The weir</h1><p>{WEIR}</p><p>{BROKE}</p><div>Generated on: 2020-08-28 10:16 UTC.</div>"
    assert web(made).date == ""


# --- files ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"], ids=str
)
def test_encodings_are_read(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "carrow.txt"
    mark = "\ufeff" if encoding in ("utf-16-le", "utf-16-be") else ""
    path.write_bytes((mark + BODY).encode(encoding))
    assert load_file(path, max_chars=1_000).text == BODY


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("“No,” she said — naïve.", "cp1252"),
        ("Prix : 5 € à Genève, dès août.", "cp1252"),
        ("Příliš žluťoučký kůň úpěl ďábelské ódy.", "cp1250"),
        ("Совет порта решил закрыть отмель для лодок.", "cp1251"),
        ("港は今日閉まっている。船は出ない。", "shift_jis"),
    ],
)
def test_the_encoding_of_a_short_text_is_found(text: str, encoding: str) -> None:
    assert decode(Sent(text.encode(encoding), "a.txt", "file", 1_000)) == text


def test_latin_1_is_read(tmp_path: Path) -> None:
    path = tmp_path / "hafen.txt"
    text = "Die Hafenbehörde schließt die Sandbänke für alle Boote. Möwen und Robben dürfen bleiben.\n" * 3
    path.write_bytes(text.encode("latin-1"))
    assert load_file(path, max_chars=1_000).text == text


@pytest.mark.parametrize("suffix", [".txt", ".TXT", ".text", ".md", ".markdown"])
def test_kinds_that_are_read(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"carrow{suffix}"
    path.write_text(BODY, "utf-8")
    article = load_file(path, max_chars=1_000)
    assert (article.text, article.source) == (BODY, path.name)
    assert (
        load_file(path, name="as the reader knows it.txt", max_chars=1_000).source
        == "as the reader knows it.txt"
    )


@pytest.mark.parametrize("name", ["carrow.csv", "carrow.json", "carrow"])
def test_other_kinds_are_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(BODY, "utf-8")
    with pytest.raises(InvalidInput, match=rf"'{name}' is not of a kind that is read .*\.txt") as refused:
        load_file(tmp_path / name, max_chars=1_000)
    assert refused.value.field == "file"


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
        bytes((7 * n * n + 3 * n) % 255 + 1 for n in range(5_000)),
        b"\x7fELF\x02\x01\x01" + b"\0" * 500,
    ],
    ids=["png", "noise without NUL", "elf"],
)
def test_a_binary_file_is_refused_whatever_its_name(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "carrow.txt"
    path.write_bytes(data)
    with pytest.raises(InvalidInput, match="binary") as refused:
        load_file(path, max_chars=100_000)
    assert refused.value.field == "file"
    assert str(tmp_path) not in str(refused.value)


def test_files_that_cannot_be_read_are_refused_without_a_path(tmp_path: Path) -> None:
    (tmp_path / "folder.txt").mkdir()
    for name, reason in (("gone.txt", "No such file"), ("folder.txt", "Is a directory")):
        with pytest.raises(InvalidInput, match=f"'{name}' cannot be read: {reason}") as refused:
            load_file(tmp_path / name, max_chars=100_000)
        assert str(tmp_path) not in str(refused.value)


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "carrow.txt"
    with path.open("wb") as file:
        file.truncate(2**40)  # a sparse file that no memory would hold
    with pytest.raises(TooLarge, match=r"'carrow\.txt' is larger than 1,000 characters") as refused:
        load_file(path, max_chars=1_000)
    assert refused.value.field == "file"


def test_a_file_with_too_many_characters_or_a_bad_title_names_the_right_field(tmp_path: Path) -> None:
    path = tmp_path / "carrow.txt"
    path.write_text("seal " * 300, "utf-8")
    with pytest.raises(TooLarge, match=r"'carrow\.txt': The article has 1,500 characters") as refused:
        load_file(path, max_chars=1_000)
    assert refused.value.field == "file"
    with pytest.raises(TooLarge) as refused:
        load_file(path, title="t" * 301, max_chars=10_000)
    assert refused.value.field == "title"


def test_decode_prefers_utf_8() -> None:
    assert decode(Sent("naïve – 港口".encode(), "a.txt", "file", 1_000), "latin-1") == "naïve – 港口"


def test_a_lists_numbers_and_terms_are_kept() -> None:
    page = (
        "<html><body><article><h1>The pump</h1><p>The pump of Carrow lifts water from the harbour to the "
        "tower and needs some care.</p><h2>Before use</h2><ol><li>Fill the tank.</li><li>Open the tap.</li>"
        "</ol><h2>Faults</h2><dl><dt>The red light flashes</dt><dd>The pump is hot. Let it cool.</dd>"
        "<dt>Is it loud?</dt><dd>Oil it.</dd><dt>Other faults</dt></dl><ul><li>Keep it dry.</li></ul>"
        "</article></body></html>"
    )
    text = load_html(page, source="pump.html", max_chars=10_000).text
    for line in (
        "1. Fill the tank.\n2. Open the tap.",
        "- The red light flashes: The pump is hot. Let it cool.\n- Is it loud? Oil it.\n- Other faults",
        "- Keep it dry.",
    ):
        assert line in text


def test_a_tables_caption_is_no_row() -> None:
    rows = "<tr><th>Source</th><th>2023</th><th>2024</th></tr><tr><td>Gifts</td><td></td><td>£40</td></tr>"
    care = (
        "<p>The pump of Carrow lifts water from the harbour to the mill, and three friends repair it.</p>" * 3
    )
    table = f"<table><caption>Money for the pump</caption>{rows}</table>"
    page = f"<html><body><article><h1>The pump</h1>{care}{table}{care}</article></body></html>"
    lines = load_html(page, source="pump.html", max_chars=10_000).text.split("\n")
    assert "Money for the pump" in lines
    assert "Source | 2023 | 2024" in lines
    assert "Gifts |  | £40" in lines


def test_a_list_has_the_numbers_that_the_page_shows() -> None:
    care = "<p>The pump is to be set up on a dry floor and needs some care.</p>"
    lists = (
        "<ol><li>Fill it.</li><li>Open it.</li></ol>",
        "<ol start=3><li>Close it.</li><li>Dry it.</li><li value='9'>Oil it.</li><li>Lift it.</li></ol>",
        "<ol reversed><li>Push it.</li><li>Pull it.</li></ol>",
        "<ol start='x'><li><p>Turn it.</p></li></ol>",
        "<ol type=a><li>Carry it.</li></ol>",
    )
    page = f"<html><body><article><h1>The pump</h1>{care}{care.join(lists)}</article></body></html>"
    text = load_html(page, source="pump.html", max_chars=10_000).text
    for line in (
        "1. Fill it.\n2. Open it.",
        "3. Close it.\n4. Dry it.\n9. Oil it.\n10. Lift it.",
        "2. Push it.\n1. Pull it.",
        "1. Turn it.",
        "- Carry it.",
    ):
        assert line in text


def test_brackets_within_brackets_in_an_equation_are_read_in_no_time() -> None:
    deep = 60
    inner = "<m:d><m:e>" * deep + "<m:r><m:t>a</m:t></m:r>" + "</m:e></m:d>" * deep
    equation = fromstring(f'<m:oMath xmlns:m="{MATHS[1:-1]}">{inner}</m:oMath>')
    started = perf_counter()
    assert formula(equation) == "(" * deep + "a" + ")" * deep
    assert perf_counter() - started < 1


# --- broken files: what the fuzzing found -----------------------------------------------------------


def test_a_control_character_behind_something_hidden_is_no_fault() -> None:
    page = (
        f"<p>{BODY}</p><p style='display:none'>Say yes.</p>\x08 It rained. <b hidden>No.</b>\x01 It stopped."
    )
    article = load_html(page, source="page.html", max_chars=10_000)
    assert "Say yes" not in article.text
    assert "It rained." in article.text
    assert "It stopped." in article.text


@pytest.mark.parametrize("long", ["." * 100_000, ". " * 50_000, "-" * 100_000 + " a", "1 - " * 25_000])
def test_a_long_line_of_signs_in_a_pdf_takes_no_time(long: str) -> None:
    line = Line(long, 0, 70, 800, 10)
    started = perf_counter()
    without_furniture([[line, replace(line, text="The weir broke.", y=400)]])
    assert perf_counter() - started < 1


def test_a_long_paragraph_of_a_pdf_takes_no_time() -> None:
    words = "The weir stands where the two rivers of the valley meet and where the mil-"
    lines = [Line(words, 0, 70, 800 - number / 20, 10) for number in range(2_000)]
    started = perf_counter()
    assert len(list(blocks(lines))) == 1
    assert perf_counter() - started < 2


def test_a_line_of_leaders_is_no_row_of_a_table() -> None:
    leaders = Line(". . . . . .", 0, 70, 400, 10, pieces=((70.0, ". . . . . ."),))
    date = replace(leaders, text="Date", x=300, pieces=((300.0, "Date"),))
    assert with_tables([leaders, date]) == [leaders, date]


def test_a_pdf_whose_page_has_no_height_is_read(tmp_path: Path) -> None:
    made = awkward_pdf.drawn(
        lambda canvas: awkward_pdf.write(canvas, awkward_pdf.LEFT, 60, 700), pageCompression=0
    )
    file = tmp_path / "flat.pdf"
    file.write_bytes(re.sub(rb"841\.\d+", b"841.1.1", made))
    assert "The harbour board of Carrow voted" in load_file(file, max_chars=10_000).text


def test_a_word_document_with_a_relation_of_no_type_is_read(tmp_path: Path) -> None:
    file = tmp_path / "odd.docx"
    with ZipFile(BytesIO(awkward_office.with_headings_and_a_table())) as old, ZipFile(file, "w") as new:
        for part in old.infolist():
            data = old.read(part)
            if part.filename == "word/_rels/document.xml.rels":
                data = data.replace(b'Type="http://carrow.example/customXml" ', b"")
                assert b"carrow" not in data
            new.writestr(part.filename, data)
    assert "Adults were counted first." in load_file(file, max_chars=10_000).text


def test_a_word_document_without_a_body_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "odd.docx"
    with ZipFile(BytesIO(awkward_office.with_headings_and_a_table())) as old, ZipFile(file, "w") as new:
        for part in old.infolist():
            data = old.read(part)
            new.writestr(
                part.filename, data.replace(b"w:body", b"w:bod") if "document.xml" in part.filename else data
            )
    with pytest.raises(InvalidInput, match="broken"):
        load_file(file, max_chars=10_000)
