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
from docx.oxml import OxmlElement

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
        cover = Part(PackURI("/customXml/item1.xml"), "application/xml", COVER, document.part.package)
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
