"""PDF files as they come: in columns, with running heads, scanned, locked, cut short, far too long."""

import io
from collections.abc import Callable, Sequence

from PIL import Image, ImageDraw
from pypdf import PdfWriter
from pypdf.generic import NameObject, StreamObject
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4
LEFT = (
    "The harbour board of Carrow voted on Monday to",
    "close the sands to every motor vessel from the",
    "first of March. The clerk said that the seals need",
    "their rest in the moult, and that boats dis-",
    "turb them at low water, when the pups are fed.",
    "Nothing was said of the well-known ferry.",
)
RIGHT = (
    "A second matter was the ferry to Ostrand, which",
    "sails again from the second of March. Repairs cost",
    "3.4 million crowns, most of it paid by the council.",
    "It carries 180 passengers and 24 cars, and it is",
    "as slow as it was. A ticket costs 45 crowns, as it",
    "did a year ago, when it last sailed.",
)
MENU = ("Soup of the day . . . . . . 8", f"Fish {' .' * 14} 18", f"Tea {'.' * 29} 3")
JOINED_LEFT = (
    "The harbour board of Carrow voted on Monday to close the sands to every motor vessel from the first of "
    "March. The clerk said that the seals need their rest in the moult, and that boats disturb them at low "
    "water, when the pups are fed. Nothing was said of the well-known ferry."
)
JOINED_RIGHT = (
    "A second matter was the ferry to Ostrand, which sails again from the second of March. Repairs cost 3.4 "
    "million crowns, most of it paid by the council. It carries 180 passengers and 24 cars, and it is as "
    "slow as it was. A ticket costs 45 crowns, as it did a year ago, when it last sailed."
)


def drawn(draw: Callable[[Canvas], None], **options: object) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1, **options)
    draw(canvas)
    canvas.save()
    return buffer.getvalue()


def write(
    canvas: Canvas, lines: Sequence[str], x: float, y: float, size: float = 10, font: str = "Helvetica"
) -> float:
    for line in lines:
        canvas.setFont(font, size)
        canvas.drawString(x, y, line)
        y -= 1.2 * size
    return y


def two_columns(row_by_row: bool) -> bytes:
    def draw(canvas: Canvas) -> None:
        canvas.setTitle("Seals and a ferry")
        canvas.setAuthor("Anna Lund")
        write(
            canvas,
            ["Seals and a ferry: what the board of the harbour decided"],
            60,
            760,
            16,
            "Helvetica-Bold",
        )
        if not row_by_row:
            write(canvas, LEFT, 60, 720)
            write(canvas, RIGHT, 310, 720)
            return
        for row, pair in enumerate(zip(LEFT, RIGHT, strict=True)):
            for x, line in zip((60, 310), pair, strict=True):
                write(canvas, [line], x, 720 - 12 * row)

    return drawn(draw)


def published(data: bytes, date: str) -> bytes:
    """Return a PDF with a date of publication among what it says of itself."""
    writer, stream, buffer = PdfWriter(clone_from=io.BytesIO(data)), StreamObject(), io.BytesIO()
    stream.set_data(f'<rdf:Description prism:publicationDate="{date}"/>'.encode())
    writer.root_object[NameObject("/Metadata")] = writer._add_object(stream)
    writer.write(buffer)
    return buffer.getvalue()


def with_tables() -> bytes:
    """Cells drawn one by one: flush left and, of the second table, right, a cell of it empty."""

    def draw(canvas: Canvas) -> None:
        write(canvas, LEFT, 60, 720)
        for row, cells in enumerate((("Ticket", "Adults"), ("Ten visits", "55.00"), ("Season", "180.00"))):
            for x, cell in zip((60, 114), cells, strict=True):
                write(canvas, [cell], x, 620 - 18 * row)
        label = "All whom the ferry carried to Ostrand"
        for row, cells in enumerate((("Year", "Adults", "Pups"), ("1987", "", "4"), (label, "1,214", "37"))):
            for x, cell in zip((60, 300, 360), cells, strict=True):
                canvas.setFont("Helvetica", 10)
                (canvas.drawString if x == 60 else canvas.drawRightString)(x, 540 - 18 * row, cell)
        write(canvas, RIGHT, 60, 460)

    return drawn(draw)


def with_narrow_tables() -> bytes:
    """Rows of narrow columns, of cells with a blank behind them, and of leaders; a line that was spread."""

    def draw(canvas: Canvas) -> None:
        write(canvas, LEFT, 60, 740)
        for row, cells in enumerate((("8", "107", "207"), ("9", "108", "–"), ("10", "109", "209"))):
            in_one(canvas, cells, (60, 90, 120), 640 - 18 * row)
        for row, cells in enumerate((("Theft ", "9,739 ", "4,741 "), ("Other theft ", "100 ", "5 "))):
            in_one(canvas, cells, (60, 190, 250), 560 - 18 * row)
        for row, dish in enumerate(MENU):
            write(canvas, [dish], 60, 500 - 18 * row)
        for row, words in enumerate((("The seals ", "of ", "a long "), ("quay were ", "as ", "old as it."))):
            in_one(canvas, words, (60, 128, 160), 420 - 12 * row)

    return drawn(draw)


def in_one(canvas: Canvas, words: Sequence[str], places: Sequence[float], y: float) -> None:
    """Draw words at their places as one line, as a program does that spreads it."""
    canvas.setFont("Helvetica", 10)
    for x, word in zip(places, words, strict=True):
        text = canvas.beginText(x, y)
        text.textOut(word)
        canvas.drawText(text)


def with_contents() -> bytes:
    """Two pages of contents, and a list of figures, whose numbers begin anew, before the text."""

    def draw(canvas: Canvas) -> None:
        entries = (f"{number} The seals {'. ' * 9} {number}" for number in range(1, 9))
        write(canvas, [f"Preface {'. ' * 9} iii", *entries], 60, 700)
        canvas.showPage()
        write(canvas, ["9 The ferry and the quay of", "the town . . . . . . . . . 12"], 60, 700)
        write(canvas, ["1 A seal . . . . . . . . . 3"], 60, 660)
        canvas.showPage()
        write(canvas, LEFT, 60, 700)

    return drawn(draw)


def with_no_table() -> bytes:
    """Lines side by side that are none: items beside their marks, two columns of prose, one row alone."""

    def draw(canvas: Canvas) -> None:
        write(canvas, ["Carrow Monitor"], 60, 740)
        write(canvas, ["May 2024"], 400, 740)
        write(canvas, LEFT, 60, 700)
        for row, item in enumerate(("Towels are free.", "Lockers cost 1.00.")):
            write(canvas, ["•"], 60, 600 - 12 * row)
            write(canvas, [item], 78, 600 - 12 * row)
        for row, pair in enumerate(zip(LEFT[:2], RIGHT[:2], strict=True)):
            for x, line in zip((60, 310), pair, strict=True):
                write(canvas, [line], x, 540 - 12 * row)

    return drawn(draw)


def with_accents() -> bytes:
    """TeX sets an accent before its letter; others write it as an apostrophe, or beside what is code."""

    def draw(canvas: Canvas) -> None:
        lines = (
            "B¨onsch and Andr´e of the Universit¨at K¨oln saw ˜n and P`ere",
            "Lund. It´s `a` or `un`, and ´n.",
        )
        write(canvas, lines, 60, 700)

    return drawn(draw)


def with_code() -> bytes:
    """Code below prose, and names of files in the same font that go over a line, one beside other words."""

    def draw(canvas: Canvas) -> None:
        write(canvas, LEFT, 60, 700)
        y = write(canvas, ["for seal in seals:"], 60, 620, 10, "Courier")
        y = write(canvas, ["print(seal,  seal.age)"], 84, y, 10, "Courier")
        y = write(canvas, ["The clerk types"], 60, y - 12)
        y = write(canvas, ["> count(seals)"], 60, y, 10, "Courier")
        write(canvas, ["The addresses are kept in"], 60, y - 12)
        y = write(canvas, ["/home/lund/seals/", "list.txt"], 60, y - 24, 10, "Courier")
        for row in ("ls -l", "rm -f"):
            write(canvas, [row], 60, y - 20, 10, "Courier")
            write(canvas, ["as the clerk did with his"], 200, y - 20)
            y -= 12

    return drawn(draw)


def typewritten() -> bytes:
    def draw(canvas: Canvas) -> None:
        write(canvas, LEFT, 60, 700, 10, "Courier")

    return drawn(draw)


def with_footnotes() -> bytes:
    """Two pages, the sentence at the end of the first going on over its footnotes; the second's has ended."""

    def draw(canvas: Canvas) -> None:
        write(canvas, (*LEFT, "The goat that the last train carried to the quay on the"), 60, 700)
        write(canvas, ["1 It is kept at the library of the county,", "shelf mark W 77."], 60, 90, 7)
        write(canvas, ["2 A goat."], 60, 70, 7)
        canvas.showPage()
        write(canvas, ("fourth of May was called Prudence.",), 60, 700)
        write(canvas, RIGHT, 60, 670)
        write(canvas, ["3 Letter to the board."], 60, 70, 7)
        canvas.showPage()
        write(canvas, LEFT, 60, 700)

    return drawn(draw)


def with_margin_notes() -> bytes:
    """Notes right of the text and, on the second page, left of it; small print beside a word is none."""
    first = ["1 The ferry was told.", "It sails in May."], ["2 To Ostrand."]
    second = ["3 A letter of", "the clerk."], ["4 And a seal,", "as a guest."]

    def draw(canvas: Canvas) -> None:
        write_beside(canvas, LEFT, 60, {0: first[0], 5: first[1]}, 330)
        write_beside(canvas, ["Fares"], 60, {0: ["for a day on the sands.", "Children go free."]}, 100, y=500)
        canvas.showPage()
        write_beside(canvas, RIGHT, 150, {0: second[0], 3: second[1]}, 40)

    return drawn(draw)


def write_beside(
    canvas: Canvas, lines: Sequence[str], x: float, notes: dict[int, list[str]], margin: float, y: float = 700
) -> None:
    """Write lines and, as TeX does, each note right behind the line beside which it begins."""
    text = canvas.beginText()
    for number, line in enumerate(lines):
        parts = [
            (x, 10.0, 0.0, line),
            *((margin, 8.0, 9.6 * n, note) for n, note in enumerate(notes.get(number, []))),
        ]
        for left, size, below, words in parts:
            text.setFont("Helvetica", size)
            text.setTextOrigin(left, y - 12 * number - below)
            text.textOut(words)
    canvas.drawText(text)


PLAIN, CODE, BOLD = "Helvetica", "Courier", "Helvetica-Bold"


def with_sizes_within_lines() -> bytes:
    """A title and a large line further down, a large initial, a line of code, a note that a number leads."""

    def draw(canvas: Canvas) -> None:
        write(canvas, ["The Moult", "of the Seals"], 60, 780, 18)
        write(canvas, ["By Anna Lund"], 60, 730)
        write_in_one(canvas, [(PLAIN, 20, 0, "T"), (PLAIN, 10, 0, LEFT[0][1:])], 60, 700)
        write(canvas, LEFT[1:5], 60, 688)
        code = "water_low_by_pups_or_boats --quay "
        write_in_one(canvas, [(CODE, 8, 0, code), (PLAIN, 10, 0, "is what the")], 60, 640)
        write(canvas, ["programs say of it, for the most part and of all", "the boats."], 60, 628)
        write(canvas, ["Boats"], 60, 200, 18)
        note = "Nothing at all was ever said of this ferry by the"
        write_in_one(canvas, [(PLAIN, 6, 3, "1"), (PLAIN, 8, 0, note)], 60, 90)
        write(canvas, ["clerk of the board."], 60, 80.4, 8)

    return drawn(draw)


def with_figures() -> bytes:
    """A sentence that goes on below a figure; a heading above one whose parts have captions; a formula."""

    def draw(canvas: Canvas) -> None:
        write(canvas, (*LEFT, "The goat that the last train carried to the quay on the"), 60, 700)
        canvas.showPage()
        write(canvas, ["0 10 20", "Goats"], 60, 700, 7)
        write(canvas, ["Weight, in kilograms"], 60, 670, 14, "Helvetica-Bold")
        write(canvas, ["Figure 1: Goats that the ferry carried, by weight"], 60, 640)
        write(canvas, ("fourth of May was called Prudence.",), 60, 610)
        write(canvas, ["Berths of the quay"], 60, 580, 14, "Helvetica-Bold")
        write(canvas, ["(a) From the west", "0 5"], 60, 560, 7)
        write(canvas, ["Figure 2. The quay."], 60, 540)
        write(canvas, ["a = b + c"], 60, 500, 10, "Helvetica-Bold")
        write(canvas, ("Figure 2 shows a berth, as does", "Figure 1. The quay is old."), 60, 470)

    return drawn(draw)


def with_hanging_indents() -> bytes:
    """Headings in a font of TeX's, one with code in it; a paragraph that begins indented, works that hang."""
    works = (
        ("Lund A (2004). “The Moult of the Harbour Seal on Car-", "row Sands”. Journal of the Sea, 4, 1–12."),
        (
            "Ash B, Vail E (2009). Boats and their Ways at low",
            "Water. The Press of the County, Ostrand. URL",
            "a.b/c",
        ),
        ("Wrenn T (2011). Ferries. The Press of the County.",),
    )

    def draw(canvas: Canvas) -> None:
        heading = [(BOLD, 10, 0, "Why does the board "), (CODE, 9, 0, "close"), (BOLD, 10, 0, " the sands?")]
        write_in_one(canvas, heading, 60, 740)
        write(canvas, [*LEFT, "They were told to rest in the moult of the seals.3"], 60, 724)
        write(canvas, RIGHT[:1], 72, 652)
        write(canvas, RIGHT[1:], 60, 640)
        write(canvas, ["References"], 60, 550, font=BOLD)
        y = 532.0
        for first, *others in works:
            y = write(canvas, others, 76, write(canvas, [first], 60, y))

    return drawn(draw).replace(b"/Helvetica-Bold ", b"/ABCDEF+CMBX12  ")


def write_in_one(canvas: Canvas, parts: Sequence[tuple[str, float, float, str]], x: float, y: float) -> None:
    """Write words, each in a font and a size and so far above the line, as one text."""
    text = canvas.beginText(x, y)
    for font, size, above, words in parts:
        text.setFont(font, size)
        text.setTextOrigin(x, y + above)
        text.textOut(words)
        x += canvas.stringWidth(words, font, size)
    canvas.drawText(text)


def with_running_heads() -> bytes:
    def draw(canvas: Canvas) -> None:
        canvas.setAuthor("anonymous")
        for page, part in enumerate(("first", "second", "third")):
            write(canvas, [f"Carrow Monitor, page {page + 1}"], 60, HEIGHT - 40, 8)
            write(canvas, [str(page + 1)], WIDTH / 2, 30, 8)
            y = HEIGHT - 100
            if page == 0:
                y = write(canvas, ["The seals of Carrow"], 60, y, 20, "Helvetica-Bold") - 20
                y = write(canvas, ["By Anna Lund"], 60, y) - 12
                y = write(canvas, ["4 May 2024"], 60, y) - 12
            y = write(canvas, [f"Part {page + 1} of the story"], 60, y, 14, "Helvetica-Bold") - 8
            y = write(canvas, LEFT, 60, y) - 12
            write(
                canvas,
                ["This paragraph begins near the foot of its page and goes on over to the", "page"],
                60,
                y,
            )
            canvas.showPage()
            write(canvas, [f"Carrow Monitor, page {page + 1}"], 60, HEIGHT - 40, 8)
            write(canvas, [f"after it, where the {part} part ends."], 60, HEIGHT - 100)
            canvas.showPage()

    return drawn(draw)


def with_low_heads() -> bytes:
    """Heads below the margin, with the page's number at either end, one of them as a scan was read."""
    heads = (
        "ii The seals of Carrow",
        "The seals of Carrow. 3",
        "4 The seals of Carbow",
        "The seals of Carrow 5",
    )

    def draw(canvas: Canvas) -> None:
        for page, head in enumerate(heads):
            write(canvas, [head], 60, HEIGHT - 110, 9)
            write(canvas, LEFT if page % 2 else RIGHT, 60, HEIGHT - 130)
            canvas.showPage()

    return drawn(draw)


def with_large_feet() -> bytes:
    """In larger letters than the text a title, numbers, and a foot with the number of the page."""

    def draw(canvas: Canvas) -> None:
        for page in (1, 2, 3):
            write(canvas, [f"Part {page}"], 60, HEIGHT - 40, 11)
            write(canvas, LEFT, 60, HEIGHT - 200)
            write(canvas, [f"{page}0 {page}5"], 60, 60, 11)
            write(canvas, [f"Carrow Monitor {page}"], 60, 30, 11)
            canvas.showPage()

    return drawn(draw)


def with_high_heads(apart: float) -> bytes:
    """At the very top of each page a line of its own, so far above the text, if above the first page's."""

    def draw(canvas: Canvas) -> None:
        for page, number in enumerate(("first", "second", "third")):
            write(canvas, [f"Of {RIGHT[page][:30]}"], 60, HEIGHT - 30)
            write(canvas, [*LEFT, f"So ends the {number}."], 60, HEIGHT - 30 - (apart if page else 80))
            canvas.showPage()

    return drawn(draw)


def with_changing_heads() -> bytes:
    """A head beside the page's number on each of two pages, and a third whose text begins level with one."""

    def draw(canvas: Canvas) -> None:
        for page, head in enumerate(("Annals of Carrow", "Lund and Ash: The seals", "Berths of the quay")):
            write(canvas, [head], 60, HEIGHT - 40)
            write(canvas, [str(page + 1)], WIDTH - 80, HEIGHT - 40)
            write(canvas, LEFT, 60, HEIGHT - (52 if page == 2 else 100))
            canvas.showPage()

    return drawn(draw)


def with_numbered_titles() -> bytes:
    """A page's number at the level of its title, as slides have it, and one of nothing but both."""

    def draw(canvas: Canvas) -> None:
        for page, title in enumerate(("Berths of the quay", "Nets of the ferry", "Questions")):
            write(canvas, [title], 60, HEIGHT - 40, 18)
            write(canvas, [str(page + 1)], WIDTH - 80, HEIGHT - 40, 10)
            if page < 2:
                write(canvas, LEFT, 60, HEIGHT - 100)
            canvas.showPage()

    return drawn(draw)


def scanned() -> bytes:
    picture = Image.new("L", (400, 200), 255)
    ImageDraw.Draw(picture).text((20, 20), "The seals are back.", fill=0)

    def draw(canvas: Canvas) -> None:
        for _ in range(2):
            canvas.drawImage(ImageReader(picture), 60, 400)
            canvas.showPage()

    return drawn(draw)


def half_scanned() -> bytes:
    picture = Image.new("L", (400, 200), 255)

    def draw(canvas: Canvas) -> None:
        write(canvas, LEFT, 60, 700)
        canvas.showPage()
        canvas.drawImage(ImageReader(picture), 60, 400)

    return drawn(draw)


def locked(password: str) -> bytes:
    lock = StandardEncryption(password, ownerPassword="owner", canModify=0)
    return drawn(lambda canvas: write(canvas, LEFT, 60, 700) and None, encrypt=lock)


def of_pages(count: int) -> bytes:
    def draw(canvas: Canvas) -> None:
        for _ in range(count):
            canvas.showPage()

    return drawn(draw)


def lying_about_its_pages() -> bytes:
    """A page tree that says it has two thousand million pages, each the same tree again."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 2000000000 /Kids [2 0 R 2 0 R 3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>",
    ]
    return assembled(objects)


def bombing() -> bytes:
    """A page whose few bytes unpack to 60 MB of drawing."""
    import zlib

    packed = zlib.compress(b"0 0 m 1 1 l S\n" * (60_000_000 // 14), 9)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed),
    ]
    return assembled(objects)


def without_a_space(gap: int = 333) -> bytes:
    """A font that has no space, as XeTeX makes it: the words, in a form, are drawn apart by a gap."""
    letters = sorted(set("".join(LEFT)) - {" "})
    pairs = "".join(f"<{20 + place:04x}> <{ord(letter):04x}>\n" for place, letter in enumerate(letters))
    mapped = f"{len(letters)} beginbfchar\n{pairs}endbfchar\n"
    codes = {letter: f"{20 + place:04x}" for place, letter in enumerate(letters)}
    shown = [
        f" -{gap} ".join(f"<{''.join(codes[letter] for letter in word)}>" for word in line.split())
        for line in LEFT
    ]
    drawing = "BT /F 10 Tf 12 TL 60 700 Td " + " ".join(f"[{line}] TJ T*" for line in shown) + " ET"
    widths = " ".join(["500"] * 12 + ["1000"] + ["500"] * (len(letters) - 13))  # the glyph 32 is a wide one
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        "/Resources << /XObject << /X 5 0 R >> >> >>",
        "<< /Length 5 >>\nstream\n/X Do\nendstream",
        "<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F 6 0 R >> >> "
        f"/Length {len(drawing)} >>\nstream\n{drawing}\nendstream",
        "<< /Type /Font /Subtype /Type0 /BaseFont /Seal /Encoding /Identity-H /DescendantFonts [7 0 R] "
        "/ToUnicode 8 0 R >>",
        f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Seal /DW 500 /W [20 [{widths}]] "
        "/FontDescriptor << /Type /FontDescriptor /FontName /Seal /Flags 4 >> >>",
        f"<< /Length {len(mapped)} >>\nstream\n{mapped}endstream",
    ]
    return assembled([one.encode() for one in objects])


def assembled(objects: Sequence[bytes]) -> bytes:
    data, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)
