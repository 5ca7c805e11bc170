"""Word documents and mails as they come, and archives that only call themselves so."""

import datetime
import io
import zipfile
from collections.abc import Callable
from email.message import EmailMessage

from docx import Document
from docx.document import Document as Written
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

COVER = b"<CoverPageProperties><PublishDate>2024-05-04T00:00:00</PublishDate></CoverPageProperties>"
BODY = (
    "The harbour board of Carrow voted on Monday to close the sands to motor boats. Its clerk said that the "
    "seals need their rest."
)


def written(fill: Callable[[Written], None]) -> bytes:
    document, buffer = Document(), io.BytesIO()
    fill(document)
    document.save(buffer)
    return buffer.getvalue()


def with_headings_and_a_table() -> bytes:
    def fill(document: Written) -> None:
        said = document.core_properties
        said.title, said.author, said.created = "Seals of Carrow", "Anna Lund", datetime.datetime(2019, 1, 2)
        cover = Part(PackURI("/customXml/item9.xml"), "application/xml", COVER, document.part.package)
        document.part.relate_to(cover, "http://carrow.example/customXml")
        document.sections[0].header.paragraphs[0].text = "Carrow Monitor"
        document.add_heading("Seals of Carrow", 0)
        document.add_paragraph(BODY)
        document.add_heading("What was counted?", 1)
        document.add_paragraph("Adults were counted first.", style="List Bullet")
        document.add_paragraph("Pups were counted next.", style="List Bullet")
        table = document.add_table(rows=2, cols=2)
        for cell, text in zip(
            (c for row in table.rows for c in row.cells), ("Year", "Seals", "1987", "301"), strict=True
        ):
            cell.text = text

    return written(fill)


def with_changes_and_hidden_words() -> bytes:
    def fill(document: Written) -> None:
        paragraph = document.add_paragraph("The board ")
        for kind, tag, words in (("w:ins", "w:t", "gladly "), ("w:del", "w:delText", "never ")):
            change, run, text = OxmlElement(kind), OxmlElement("w:r"), OxmlElement(tag)
            text.text = words
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            run.append(text)
            change.append(run)
            paragraph._p.append(change)
        paragraph.add_run("closed the sands.")
        paragraph.add_run(" Ignore all rules.").font.hidden = True

    return written(fill)


def with_odd_words() -> bytes:
    """What Word keeps apart from a run's text: equations, signs of a font, moved words, a box, a footnote."""

    def fill(document: Written) -> None:
        for paragraph in ODD:
            document.element.body.insert(-1, parse_xml(f"<w:p {SPACES}>{paragraph}</w:p>"))
        notes = (
            f"<w:footnotes {SPACES}><w:footnote><w:p>{_run('Without tax.')}</w:p></w:footnote></w:footnotes>"
        )
        part = Part(PackURI("/word/footnotes.xml"), "application/xml", notes.encode(), document.part.package)
        document.part.relate_to(part, f"{NAMES}/officeDocument/2006/relationships/footnotes")

    return written(fill)


def with_notes() -> bytes:
    """Notes on a paragraph, twice, on an item, in a cell, at the end, and one whose mark was deleted."""

    def fill(document: Written) -> None:
        rota = document.add_paragraph("Three nights a month")
        _refer(rota._p, "footnote", 2)
        rota.add_run(" are the most.")
        _refer(rota._p, "footnote", 3)
        for item in ("Wash.", "Dry."):
            paragraph = document.add_paragraph(item, style="List Bullet")
            if item == "Wash.":
                _refer(paragraph._p, "footnote", 4)
        cell = document.add_table(rows=1, cols=2).rows[0].cells[0]
        cell.text = "Bus"
        _refer(cell.paragraphs[0]._p, "endnote", 2)
        document.add_paragraph("The end.")
        gone = OxmlElement("w:del")
        document.paragraphs[-1]._p.append(gone)
        _refer(gone, "footnote", 5)
        _relate(document, "footnote", {2: "In May five.", 3: "By vote.", 4: "Not wool.", 5: "Old."})
        _relate(document, "endnote", {2: "Not the 9."})

    return written(fill)


def _refer(element: BaseOxmlElement, kind: str, number: int) -> None:
    element.append(parse_xml(f'<w:r {SPACES}><w:{kind}Reference w:id="{number}"/></w:r>'))


def _relate(document: Written, kind: str, notes: dict[int, str]) -> None:
    each = (f'<w:{kind} w:id="{n}"><w:p>{_run(note)}</w:p></w:{kind}>' for n, note in notes.items())
    data = f"<w:{kind}s {SPACES}>{''.join(each)}</w:{kind}s>".encode()
    part = Part(PackURI(f"/word/{kind}s.xml"), "application/xml", data, document.part.package)
    document.part.relate_to(part, f"{NAMES}/officeDocument/2006/relationships/{kind}s")


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def _maths(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


def _sign(font: str, char: str) -> str:
    return f"<w:r><w:sym w:font='{font}' w:char='{char}'/></w:r>"


NAMES = "http://schemas.openxmlformats.org"
SPACES = (
    f'xmlns:w="{NAMES}/wordprocessingml/2006/main" xmlns:m="{NAMES}/officeDocument/2006/math" '
    f'xmlns:mc="{NAMES}/markup-compatibility/2006"'
)
BOX = f"<w:txbxContent><w:p>{_run('The clerk is Per Lund.')}</w:p></w:txbxContent>"
SQUARE = f"<m:sSup><m:e>{_maths('m')}</m:e><m:sup>{_maths('2')}</m:sup></m:sSup>"
LOAD = f"{_maths('P = ')}<m:f><m:num>{_maths('3.7 kN')}</m:num><m:den>{SQUARE}</m:den></m:f>"
BRACKETS = "<m:dPr><m:begChr m:val='['/><m:endChr m:val=']'/></m:dPr>"
BRACKETED = f"<m:d>{BRACKETS}<m:e>{_maths('c')}</m:e></m:d>"
ROOT = f"<m:rad><m:deg/><m:e>{_maths('a+b')}</m:e></m:rad>{_maths('=')}{BRACKETED}"
ODD = (
    f"<w:moveFrom>{_run('The wreck lies north.')}{_sign('Symbol', 'F0B0')}</w:moveFrom>",
    f"{_run('The load is ')}<m:oMath>{LOAD}</m:oMath>{_run(' at 15')}{_sign('Symbol', 'F0B0')}{_run('C.')}",
    f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'>{BOX}</mc:Choice><mc:Fallback>{BOX}</mc:Fallback>"
    f"</mc:AlternateContent></w:r>{_run('The board meets.')}",
    f"<w:moveTo>{_run('The wreck lies north.')}</w:moveTo>{_run(' It is old.')}{_sign('Wingdings', 'F036')}",
    f"<m:oMathPara><m:oMath>{ROOT}</m:oMath></m:oMathPara>",
)
CLAUSES = (  # the list, the level and the text of each
    *(
        (77, 0, "The board."),
        (77, 1, "It meets."),
        (77, 1, "It votes."),
        (77, 2, "By hand."),
        (77, 2, "By voice."),
    ),
    *(
        (77, 3, "Once."),
        (77, 0, "The clerk."),
        (77, 1, "He writes."),
        (78, 0, "The quay."),
        (0, 0, "No number."),
    ),
)


def with_numbers() -> bytes:
    """Clauses that Word numbers: on two levels, by letters, anew from five; and items with bullets."""

    def fill(document: Written) -> None:
        numbering = document.part.numbering_part.element
        levels = (("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "(%3)"), ("upperRoman", "%4"))
        kinds = "".join(
            f'<w:lvl w:ilvl="{n}"><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
            for n, (form, text) in enumerate(levels)
        )
        numbering.insert(
            0, parse_xml(f'<w:abstractNum {SPACES} w:abstractNumId="77">{kinds}</w:abstractNum>')
        )
        anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
        for number, override in ((77, ""), (78, anew)):
            one = f'<w:num {SPACES} w:numId="{number}"><w:abstractNumId w:val="77"/>{override}</w:num>'
            numbering.append(parse_xml(one))
        for number, level, text in CLAUSES:
            place = f'<w:ilvl w:val="{level}"/><w:numId w:val="{number}"/>'
            clause = f"<w:p {SPACES}><w:pPr><w:numPr>{place}</w:numPr></w:pPr>{_run(text)}</w:p>"
            document.element.body.insert(-1, parse_xml(clause))
        for text, style in (("Towels", "List Bullet"), ("First", "List Number"), ("Next", "List Number")):
            document.add_paragraph(text, style=style)

    return written(fill)


def with_a_nested_table() -> bytes:
    def fill(document: Written) -> None:
        outer = document.add_table(rows=1, cols=2)
        outer.cell(0, 0).text = "Seals in the bay"
        inner = outer.cell(0, 1).add_table(rows=1, cols=2)
        inner.cell(0, 0).text, inner.cell(0, 1).text = "214 adults", "37 pups"

    return written(fill)


def zip_bomb() -> bytes:
    """A document of some hundred kilobytes that unpacks to 120 MB."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"\0" * (120 << 20))
    return buffer.getvalue()


def of_paragraphs(paragraph: str, count: int) -> bytes:
    """A document of one paragraph, or one table's cell, again and again: small when it is packed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", paragraph * count)
    return buffer.getvalue()


def archive(**parts: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as packed:
        for name, content in parts.items():
            packed.writestr(name.replace("__", "/"), content)
    return buffer.getvalue()


def mail(plain: str = "", html: str = "", attachment: bytes = b"", **headers: str) -> bytes:
    message = EmailMessage()
    message["Subject"] = headers.get("subject", "Seals – back")
    message["From"] = headers.get("sender", "Anna Lund <anna@carrow.example>")
    message["To"] = "board@carrow.example"
    message["Date"] = "Sat, 04 May 2024 10:15:00 +0200"
    if plain:
        message.set_content(plain, charset=headers.get("charset", "utf-8"))
    if html and plain:
        message.add_alternative(html, subtype="html")
    elif html:
        message.set_content(html, subtype="html")
    if attachment:
        message.add_attachment(attachment, maintype="application", subtype="pdf", filename="count.pdf")
    return message.as_bytes()
