"""Inputs: the awkward corpus with its bytes disturbed, markup and mails put together at random, any text."""

import io
import zipfile
from functools import cache

from hypothesis import strategies as st

from data import awkward_pdf
from data.awkward import FILES

LARGEST_SEED = 60_000  # bytes; a larger one is slow to read, and as good as a small one
WORD_FILES = ("headings.docx", "changes.docx", "nested.docx")
INSERTED = (
    *(
        b"\0",
        b"\xff",
        b"\r\n",
        b"<",
        b">",
        b"&#0;",
        b"&#xD800;",
        b"<![CDATA[",
        b"]]>",
        b"<!--",
        b"<table><tr><td>",
    ),
    *(
        b"<?xml?>",
        b"obj",
        b"endobj",
        b"stream\n",
        b"<<",
        b">>",
        b"[",
        b"]",
        b"/Length -1",
        b"/Length 99999999",
    ),
    *(b"1 0 R", b"999 0 R", b"BT", b"ET", b"Tj", b"1e999", b"-2147483648", b"()", b"w:p", b"charset=utf-7"),
    *(
        b"Content-Type: multipart/mixed; boundary=a\n\n--a\n",
        b"=?utf-8?q?=ff?=",
        b"=?x?y?z?=",
        b"---\n",
        b"\\u0000",
    ),
)
TAGS = (
    "p div h1 h2 article table tr td ul li span br a nav script style form iframe pre blockquote svg".split()
)
HEADERS = ("From", "To", "Subject", "Date", "Content-Type", "Content-Transfer-Encoding", "MIME-Version")
VALUES = (
    *(
        "text/plain; charset=utf-16",
        "text/html; charset=x-none",
        "multipart/mixed; boundary=a",
        "message/rfc822",
    ),
    *(
        "base64",
        "quoted-printable",
        "uuencode",
        "8bit",
        "Sat, 99 May 2024",
        "a@b, <c>, :;",
        '"',
        "=?utf-8?b?////?=",
    ),
)


@cache
def seeds() -> tuple[tuple[str, bytes], ...]:
    """The names and bytes of the corpus's files, but for those that are there for their size."""
    made = [(file.file, file.make()) for file in FILES if "bomb" not in file.file]
    plain = awkward_pdf.drawn(
        lambda canvas: awkward_pdf.write(canvas, awkward_pdf.LEFT, 60, 700), pageCompression=0
    )
    return ("plain.pdf", plain), *((name, data) for name, data in made if 0 < len(data) < LARGEST_SEED)


@st.composite
def disturbed(draw: st.DrawFn, data: bytes) -> bytes:
    """Bytes with pieces cut out, doubled, overwritten or put in."""
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.sampled_from((0, 1, 2, 8, 64, 1_000))))
        piece = draw(
            st.one_of(
                st.just(b""), st.sampled_from(INSERTED), st.binary(max_size=8), st.just(data[start:end] * 3)
            )
        )
        data = data[:start] + piece + data[end:]
    return data


@st.composite
def files(draw: st.DrawFn) -> tuple[str, bytes]:
    """A file of the corpus, disturbed."""
    name, data = draw(st.sampled_from(seeds()))
    return name, draw(disturbed(data))


@st.composite
def documents(draw: st.DrawFn) -> tuple[str, bytes]:
    """A Word document, whole as an archive, one part of which is disturbed."""
    whole = [(name, data) for name, data in seeds() if data.startswith(b"PK") and name in WORD_FILES]
    file, data = draw(st.sampled_from(whole))
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        parts = {name: old.read(name) for name in old.namelist()}
        chosen = draw(st.sampled_from(("word/document.xml", *sorted(parts))))
        parts[chosen] = draw(disturbed(parts[chosen]))
        for name, content in parts.items():
            new.writestr(name, content)
    return file, buffer.getvalue()


@st.composite
def markup(draw: st.DrawFn) -> tuple[str, bytes]:
    """A page of tags that open and close as they like, with any text between them."""
    opening = st.sampled_from(TAGS).map(lambda tag: f"<{tag}>")
    closing = st.sampled_from(TAGS).map(lambda tag: f"</{tag}>")
    odd = st.sampled_from(
        ("<p style='display:none'>", "<meta charset=utf-7>", "<td colspan=99999>", "<base href=x>")
    )
    words = st.one_of(
        st.text(max_size=30), st.just("The seals of Carrow are back, and they rest on the sand.")
    )
    pieces = draw(st.lists(st.one_of(opening, closing, words, odd), max_size=40))
    return "page.html", "".join(pieces).encode("utf-8", errors="replace")


@st.composite
def mails(draw: st.DrawFn) -> tuple[str, bytes]:
    """A mail of headers and parts that contradict each other."""
    header = st.tuples(st.sampled_from(HEADERS), st.one_of(st.sampled_from(VALUES), st.text(max_size=20)))
    lines = [f"{name}: {value}" for name, value in draw(st.lists(header, min_size=1, max_size=8))]
    parts = draw(
        st.lists(
            st.one_of(st.just("--a"), st.just(""), st.text(max_size=40), header.map(": ".join)), max_size=12
        )
    )
    return "mail.eml", "\n".join([*lines, "", *parts]).encode("utf-8", errors="replace")


def any_file() -> st.SearchStrategy[tuple[str, bytes]]:
    """A file of any name that holds anything."""
    names = st.sampled_from([name for name, _ in seeds()])
    return st.one_of(files(), documents(), markup(), mails(), st.tuples(names, st.binary(max_size=300)))


def any_text() -> st.SearchStrategy[str]:
    """Any text, with more of what segmentation looks at than chance would bring."""
    pieces = st.sampled_from(
        (
            *(
                "\n",
                "\n\n",
                ". ",
                "! ",
                "? ",
                "…",
                "。",
                "”",
                "“",
                ")",
                "(",
                "[",
                "]",
                "#",
                "## ",
                "- ",
                "1. ",
                "* * *",
            ),
            *(
                "Mr. ",
                "U.S. ",
                "p.m. ",
                "so. ",
                "Am 3. Mai ",
                "By Anna Lund",
                "4 May 2024",
                "Share",
                "Read more",
            ),
            *(
                "The seals are back",
                " and they rest on the sand until the tide",
                "\t",
                "\u00a0",
                "\u2028",
                "\x0b",
                "\x1c",
            ),
            *("港口今天关闭", "مرحبا", "\u200f", "e\u0301", "🦭", "x" * 400, "\r", "\u3000", "_" * 9),
        )
    )
    return st.lists(st.one_of(pieces, st.text(max_size=12)), max_size=60).map("".join)
