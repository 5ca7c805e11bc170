"""The parts of a Word document beside its body."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from footnote.load.docx.words import WORD, text_of

if TYPE_CHECKING:
    from docx.document import Document


def parts_of(document: "Document", kind: str) -> Iterator[Any]:
    """Yield the root of each part of a kind, such as "numbering", that the document relates to."""
    from docx.oxml.parser import parse_xml

    for relation in document.part.rels.values():
        if not relation.is_external and str(relation.reltype).endswith(f"/{kind}"):  # a broken one has none
            yield parse_xml(relation.target_part.blob)


def margins(document: "Document") -> Iterator[str]:
    """Yield the paragraphs of a document's heads and feet."""
    for section in document.sections:
        for margin in (section.header, section.footer, section.first_page_header, section.first_page_footer):
            if not margin.is_linked_to_previous:
                yield from map(text_of, margin._element.iter(f"{WORD}p"))
