"""Addresses: only public hosts are reached, and what comes back is one page of a kind that can be read."""

import datetime
import gzip
import ssl
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from ipaddress import ip_address, ip_network
from pathlib import Path

import pytest

from footnote.config import Settings
from footnote.errors import InvalidInput, TooLarge
from footnote.fetch import Page, Rules, fetch, is_public, web_address
from footnote.service import Footnote
from serving import on_its_own_loop
from web import Names, Reply, Web, web

LOOPBACK = (ip_network("127.0.0.1"),)
RULES = Rules(most_bytes=10_000, permitted=LOOPBACK, seconds=5)
TEXT = "The survey counted 214 adult seals and 37 pups.\n"
PLAIN = "text/plain; charset=utf-8"
HTML = "text/html; charset=utf-8"

BOMB = gzip.compress(b"a" * 5_000_000)
WHOLE = gzip.compress(TEXT.encode())
ARTICLE = """<!doctype html><html lang="en"><head><title>Seals return to Wennet bay</title></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>Seals return to Wennet bay</h1>
<p>The survey of the Wennet bay counted 214 adult seals and 37 pups this summer, the most since 1987.</p>
<p>The wardens credit cleaner water and a ban on nets near the sandbanks, which crews dispute.</p>
</article><footer>All rights reserved</footer></body></html>"""
PAGES: dict[str, Reply] = {
    "/article": Reply(ARTICLE.encode(), HTML),
    "/article-moved": Reply(status=301, headers={"Location": "/article"}),
    "/report.txt": Reply("Die Zählung ergab 214 Kegelrobben in der Bucht.".encode("cp1252"), "text/plain"),
    "/plain": Reply(TEXT.encode()),
    "/html": Reply(b"<p>seals</p>", HTML),
    "/xhtml": Reply(b"<p>seals</p>", "application/xhtml+xml"),
    "/markdown": Reply(b"# Seals", "text/markdown"),
    "/pdf": Reply(b"%PDF-1.4", "Application/PDF"),
    "/cyrillic": Reply("Тюлени".encode("cp1251"), "text/html; charset=windows-1251"),
    "/blank": Reply(b"<html><body><p> </p></body></html>", HTML),
    "/no-charset": Reply(b"x", "text/html"),
    "/no-length": Reply([b"one ", b"two ", b"three"]),
    "/gzip": Reply(WHOLE, headers={"Content-Encoding": "gzip"}),
    "/sets-cookie": Reply(status=302, headers={"Location": "/plain", "Set-Cookie": "a=b; Path=/"}),
    "/moved": Reply(status=301, headers={"Location": "/html"}),
    "/found": Reply(status=302, headers={"Location": "html"}),
    "/other": Reply(status=303, headers={"Location": "/html"}),
    "/temporary": Reply(status=307, headers={"Location": "/html#part"}),
    "/permanent": Reply(status=308, headers={"Location": "/html"}),
    "/loop": Reply(status=302, headers={"Location": "/loop"}),
    "/missing": Reply(b"SECRET", status=404),
    "/failing": Reply(b"SECRET", status=500),
    "/odd": Reply(b"SECRET", status=299),
    "/empty": Reply(b"", status=204, length=False),
    "/image": Reply(b"GIF89a", "image/gif"),
    "/script": Reply(b"{}", "application/json"),
    "/no-type": Reply(b"x", ""),
    "/claims-huge": Reply([b"x"], headers={"Content-Length": "99999999999999999999"}),
    "/huge": Reply(b"x" * 10_001),
    "/huge-without-length": Reply([b"x" * 4_000] * 4),
    "/bomb": Reply(BOMB, headers={"Content-Encoding": "gzip"}),
    "/bomb-in-pieces": Reply([BOMB[:50], BOMB[50:]], headers={"Content-Encoding": "gzip"}),
    "/half-gzip": Reply(WHOLE[:-9], headers={"Content-Encoding": "gzip"}),
    "/no-gzip": Reply(b"plain after all", headers={"Content-Encoding": "gzip"}),
    "/two-gzips": Reply(WHOLE + WHOLE, headers={"Content-Encoding": "gzip"}),
    "/brotli": Reply(b"x", headers={"Content-Encoding": "br"}),
    "/breaks-off": Reply([b"x"], headers={"Content-Length": "100"}),
    "/drips": Reply([b"x"] * 100, pause=0.05),
    "/silent": Reply([b"x"], pause=2),
    "/to-nowhere": Reply(status=302),
    "/to-nonsense": Reply(status=302, headers={"Location": "http://[::/"}),
    "/to-file": Reply(status=302, headers={"Location": "file:///etc/passwd"}),
    "/to-metadata": Reply(status=302, headers={"Location": "http://169.254.169.254/latest/meta-data/"}),
    "/to-inner": Reply(status=302, headers={"Location": "//10.0.0.1/"}),
    "/to-other-loopback": Reply(status=302, headers={"Location": "http://127.0.0.2:8000/"}),
    "/to-decimal": Reply(status=302, headers={"Location": "http://2130706433/"}),
    "/to-password": Reply(status=302, headers={"Location": "http://user:secret@127.0.0.1/"}),
}  # fmt: skip


@pytest.fixture(scope="module")
def site() -> Iterator[Web]:
    with web(PAGES) as served:
        yield served


def refusal(address: str, rules: Rules = RULES) -> InvalidInput:
    with pytest.raises(InvalidInput) as refused:
        fetch(address, rules)
    assert refused.value.field == "url"
    assert "SECRET" not in str(refused.value)
    return refused.value


# --- which addresses ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "address",
    ["8.8.8.8", "1.1.1.1", "193.0.6.139", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"],
)
def test_a_public_address_is_public(address: str) -> None:
    assert is_public(ip_address(address))


INNER = (
    "127.0.0.1 127.255.255.254 0.0.0.0 0.1.2.3 10.0.0.1 172.16.0.1 172.31.255.255 192.168.1.1 "
    "169.254.169.254 169.254.0.1 100.64.0.1 100.100.100.200 192.0.0.192 192.0.2.1 198.18.0.1 "
    "198.51.100.1 203.0.113.1 192.88.99.1 168.63.129.16 224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255 "
    ":: ::1 5f00::1 100::1 4000::1 fe80::1 fe80::1%1 fec0::1 fc00::1 fd00:ec2::254 ff02::1 "
    "2001:db8::1 3fff::1 "
    "::ffff:127.0.0.1 ::ffff:169.254.169.254 ::ffff:10.0.0.1 ::127.0.0.1 ::ffff:0:127.0.0.1 "
    "64:ff9b::127.0.0.1 64:ff9b::169.254.169.254 64:ff9b:1::808:808 "
    "2002:7f00:1:: 2002:808:808:: 2001::1 2001:0:4136:e378:8000:63bf:3fff:fdd2"
)


@pytest.mark.parametrize("address", INNER.split())
def test_any_other_address_is_not(address: str) -> None:
    assert not is_public(ip_address(address))


SPELLINGS = {
    "loopback": "http://127.0.0.1/",
    "loopback with a dot": "http://127.0.0.1./",
    "all addresses": "http://0.0.0.0:8000/",
    "IPv6": "http://[::1]/",
    "IPv6 in full": "http://[0:0:0:0:0:0:0:1]/",
    "mapped": "http://[::ffff:127.0.0.1]/",
    "mapped in hexadecimal": "http://[::ffff:7f00:1]/",
    "with a zone": "http://[fe80::1%25eth0]/",
    "decimal": "http://2130706433/",
    "zero": "http://0/",
    "octal": "http://0177.0.0.1/",
    "padded": "http://127.000.000.001/",
    "hexadecimal": "http://0x7f.1/",
    "hexadecimal as one": "http://0x7f000001/",
    "hexadecimal at the end": "http://127.0.0.0x1/",
    "bare 0x": "http://0x/",
    "short": "http://127.1/",
    "five parts": "http://127.0.0.0.1/",
    "too great a part": "http://127.0.0.256/",
    "full width": "http://１２７.0.0.1/",
    "ideographic dots": "http://127。0。0。1/",
    "circled": "http://①②⑦.0.0.1/",
    "percent": "http://%31%32%37.0.0.1/",
    "metadata": "http://169.254.169.254/latest/meta-data/",
    "metadata by IPv6": "http://[fd00:ec2::254]/",
    "a user": "http://user@example.com/",
    "a password": "http://user:secret@example.com/",
    "an empty user": "http://:@example.com/",
    "a backslash": "http://example.com\\@127.0.0.1/",
    "a host that is a user": "http://example.com@127.0.0.1/",
    "a port of mail": "http://example.com:25/",
    "port 0": "http://example.com:0/",
    "a port that is none": "http://example.com:99999/",
    "no host": "http:///x",
    "no scheme": "example.com",
    "only a path": "/etc/passwd",
    "a file": "file:///etc/passwd",
    "ftp": "ftp://example.com/x",
    "gopher": "gopher://127.0.0.1:6379/_FLUSHALL",
    "data": "data:text/plain,hello",
    "javascript": "javascript:alert(1)",
    "an empty label": "http://a..b/",
    "two dots at the end": "http://localhost../",
    "a long label": f"http://{'a' * 64}.com/",
    "a long name": f"http://{'a.' * 127}com/",
    "a space": "http://exa mple.com/",
    "a line break": "http://example.com/\r\nHost: inner",
    "a NUL": "http://example.com\0.inner/",
    "turned round": "http://example\u202e.com/",
    "long": f"http://example.com/{'a' * 2_048}",
    "nothing": " ",
}


@pytest.mark.parametrize("address", SPELLINGS.values(), ids=SPELLINGS.keys())
def test_a_bad_address_is_refused_before_any_name_is_looked_up(address: str) -> None:
    names = Names({})
    error = refusal(address, replace(RULES, permitted=(), resolve=names))
    assert names.looked_up == []
    assert "secret" not in str(error)
    assert len(str(error)) < 500


@pytest.mark.parametrize(
    ("address", "read"),
    [
        ("HTTP://Example.COM.:80/a?b=c#d", "http://example.com/a?b=c"),
        (" https://example.com:8443/ ", "https://example.com:8443/"),
        ("http://bücher.example/ä", "http://xn--bcher-kva.example/%C3%A4"),
        ("http://8.8.8.8/", "http://8.8.8.8/"),
        ("http://[2606:4700::1111]/", "http://[2606:4700::1111]/"),
        ("http://3com.example/", "http://3com.example/"),
    ],
)
def test_a_good_address_is_read(address: str, read: str) -> None:
    assert str(web_address(address)) == read


# --- which hosts ----------------------------------------------------------------------------------

INNER_ANSWERS = {
    "private": ["10.0.0.1"],
    "a public one and a private one": ["93.184.216.34", "10.0.0.1"],
    "a permitted one and a private one": ["127.0.0.1", "127.0.0.2"],
    "metadata": ["169.254.169.254"],
    "IPv6 loopback": ["::1"],
    "mapped": ["::ffff:127.0.0.1"],
    "with a zone": ["fe80::1%1"],
    "none": [],
}


@pytest.mark.parametrize("answer", INNER_ANSWERS.values(), ids=INNER_ANSWERS.keys())
def test_a_name_with_an_inner_address_and_an_unknown_name_read_the_same(site: Web, answer: list[str]) -> None:
    port = site.url.rpartition(":")[2]
    before = len(site.asked)
    rules = replace(RULES, resolve=Names({"inner.example": [answer]}))
    told = str(refusal(f"http://inner.example:{port}/plain", rules))
    unknown = str(refusal(f"http://other.example:{port}/plain", rules))
    assert told == unknown.replace("other.example", "inner.example")
    assert not any(address in told for address in answer)
    assert len(site.asked) == before


def test_the_systems_resolver_is_asked_and_its_answer_checked() -> None:
    refusal("http://localhost/", replace(RULES, permitted=()))
    refusal("http://LocalHost.:8000/", replace(RULES, permitted=()))


def test_a_name_is_looked_up_once_and_the_checked_address_is_connected_to(site: Web) -> None:
    names = Names({"changing.example": [["127.0.0.1"], ["127.0.0.2"]]})
    port = site.url.rpartition(":")[2]
    page = fetch(f"http://changing.example:{port}/plain", replace(RULES, resolve=names))
    assert page.data == TEXT.encode()
    assert names.looked_up == ["changing.example"]
    assert site.asked[-1][1]["host"] == f"changing.example:{port}"


def test_a_name_that_changes_its_answer_within_redirects_is_refused() -> None:
    away = Reply(status=302, headers={"Location": "/secret", "Connection": "close"})
    with web({"/start": away}) as good, web({"/secret": Reply(b"SECRET")}, host="127.0.0.2") as inner:
        names = Names({"changing.example": [["127.0.0.1"], ["127.0.0.2"]]})
        port = good.url.rpartition(":")[2]
        refusal(f"http://changing.example:{port}/start", replace(RULES, resolve=names))
        assert names.looked_up == ["changing.example"] * 2
        assert inner.asked == []


def test_an_address_that_takes_no_connection_leaves_the_next_one_to_try(site: Web) -> None:
    names = Names({"two.example": [["::1", "127.0.0.1"]]})
    rules = replace(RULES, permitted=(*LOOPBACK, ip_network("::1")), resolve=names)
    assert fetch(site.url.replace("127.0.0.1", "two.example") + "/plain", rules).data == TEXT.encode()


def test_a_name_of_another_alphabet_is_asked_for_in_ascii(site: Web) -> None:
    names = Names({"xn--bcher-kva.example": [["127.0.0.1"]]})
    page = fetch(site.url.replace("127.0.0.1", "Bücher.example") + "/plain", replace(RULES, resolve=names))
    assert page.url.startswith("http://xn--bcher-kva.example:")
    assert site.asked[-1][1]["host"].startswith("xn--bcher-kva.example:")


def test_a_resolver_that_hangs_is_given_up() -> None:
    def resolve(host: str) -> Sequence[str]:
        del host
        time.sleep(1)
        return ["127.0.0.1"]

    error = refusal("http://slow.example/", replace(RULES, resolve=resolve, seconds=0.1))
    assert "took longer than 0.1 seconds" in str(error)


def test_an_ipv6_host_is_asked_for_in_brackets() -> None:
    with web({"/plain": Reply(TEXT.encode())}, host="::1") as served:
        page = fetch(served.url + "/plain", replace(RULES, permitted=(ip_network("::1"),)))
        assert page.data == TEXT.encode()
        assert f"http://{served.asked[0][1]['host']}" == served.url


# --- certificates ---------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for footnote.test that signs itself, and its key, in one file."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "footnote.test")])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now)
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("footnote.test")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    plain = (serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    file = tmp_path_factory.mktemp("certificate") / "footnote.pem"
    file.write_bytes(made.public_bytes(pem) + key.private_bytes(pem, *plain))
    return file


def test_the_certificate_must_be_that_of_the_name(certificate: Path) -> None:
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(certificate)
    asked_for: list[str | None] = []
    server.sni_callback = lambda _socket, name, _context: asked_for.append(name)
    names = Names({"footnote.test": [["127.0.0.1"]], "other.test": [["127.0.0.1"]]})
    trusting = replace(RULES, resolve=names, trust=lambda: ssl.create_default_context(cafile=certificate))
    down = Reply(status=302, headers={"Location": "http://footnote.test/plain"})
    with web({"/plain": Reply(TEXT.encode()), "/down": down}, secured=server) as served:
        address = served.url.replace("127.0.0.1", "footnote.test")
        assert fetch(address + "/plain", trusting).data == TEXT.encode()
        assert asked_for == ["footnote.test"]
        assert "from https to http" in str(refusal(address + "/down", trusting))
        for wrong in (address.replace("footnote.test", "other.test"), served.url):
            assert "a certificate that is not trusted" in str(refusal(wrong + "/plain", trusting))
        assert "a certificate that is not trusted" in str(refusal(address, replace(RULES, resolve=names)))


# --- what comes back ------------------------------------------------------------------------------

READ = [
    ("/plain", TEXT.encode(), PLAIN),
    ("/html", b"<p>seals</p>", HTML),
    ("/xhtml", b"<p>seals</p>", "application/xhtml+xml"),
    ("/markdown", b"# Seals", "text/markdown"),
    ("/pdf", b"%PDF-1.4", "Application/PDF"),
    ("/cyrillic", "Тюлени".encode("cp1251"), "text/html; charset=windows-1251"),
    ("/no-charset", b"x", "text/html"),
    ("/no-length", b"one two three", PLAIN),
    ("/gzip", TEXT.encode(), PLAIN),
]


@pytest.mark.parametrize(("path", "data", "kind"), READ, ids=[row[0] for row in READ])
def test_a_page_comes_back_as_it_is(site: Web, path: str, data: bytes, kind: str) -> None:
    assert fetch(site.url + path, RULES) == Page(site.url + path, data, kind)


@pytest.mark.parametrize("path", ["/moved", "/found", "/other", "/temporary", "/permanent"])
def test_a_redirect_is_followed_and_the_final_address_told(site: Web, path: str) -> None:
    assert fetch(site.url + path, RULES).url == site.url + "/html"


def test_five_redirects_are_followed_and_six_are_not() -> None:
    steps = {f"/{n}": Reply(status=302, headers={"Location": f"/{n - 1}"}) for n in range(1, 7)}
    with web({**steps, "/0": Reply(b"there")}) as served:
        assert fetch(served.url + "/5", RULES).data == b"there"
        assert "leads on more than 5 times" in str(refusal(served.url + "/6"))


REFUSED = [
    ("/loop", "leads on more than 5 times"),
    ("/missing", "answered 404 (Not Found)"),
    ("/failing", "answered 500 (Internal Server Error)"),
    ("/odd", "answered 299"),
    ("/empty", "answered 204 (No Content)"),
    ("/image", "holds 'image/gif', not HTML, XHTML, plain text, Markdown, PDF"),
    ("/script", "holds 'application/json', not HTML"),
    ("/no-type", "holds 'content of no named kind'"),
    ("/half-gzip", "compressed content that is not whole"),
    ("/no-gzip", "compressed content that is not whole"),
    ("/two-gzips", "compressed content that is not whole"),
    ("/brotli", "in the encoding 'br'"),
    ("/breaks-off", "the connection failed"),
    ("/to-nowhere", "leads on to no valid address"),
    ("/to-nonsense", "leads on to no valid address"),
    ("/to-file", "is not an address of the web"),
    ("/to-metadata", "is not on the public internet"),
    ("/to-inner", "is not on the public internet"),
    ("/to-other-loopback", "is not on the public internet"),
    ("/to-decimal", "spells its host as a number"),
    ("/to-password", "holds a user name"),
]


@pytest.mark.parametrize(("path", "why"), REFUSED, ids=[row[0] for row in REFUSED])
def test_what_is_no_page_is_refused_with_its_reason(site: Web, path: str, why: str) -> None:
    error = refusal(site.url + path)
    assert why in str(error)
    assert not isinstance(error, TooLarge)


@pytest.mark.parametrize(
    "path", ["/claims-huge", "/huge", "/huge-without-length", "/bomb", "/bomb-in-pieces"]
)
def test_a_page_with_too_many_bytes_is_refused(site: Web, path: str) -> None:
    error = refusal(site.url + path)
    assert isinstance(error, TooLarge)
    assert "more than 10,000 bytes" in str(error)


@pytest.mark.parametrize("path", ["/drips", "/silent"])
def test_a_page_that_comes_too_slowly_is_given_up(site: Web, path: str) -> None:
    assert "took longer than 0.3 seconds" in str(refusal(site.url + path, replace(RULES, seconds=0.3)))


def test_a_host_where_nobody_listens_is_told_without_detail() -> None:
    with web({}) as gone:
        pass
    assert "the connection failed" in str(refusal(gone.url))


def test_nothing_is_sent_but_what_must_be(site: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(variable, "http://127.0.0.1:9")
    fetch(site.url + "/sets-cookie", RULES)
    headers = site.asked[-1][1]
    assert set(headers) == {"host", "user-agent", "accept", "accept-encoding"}
    assert headers["user-agent"].startswith("Footnote/")


# --- as articles ----------------------------------------------------------------------------------


def test_an_address_becomes_an_article_whose_source_is_where_it_was_found(
    service: Footnote, site: Web
) -> None:
    entry = service.add_url(site.url + "/article-moved")
    text = service.article(entry.id).text
    assert entry.source == site.url + "/article"
    assert entry.title == "Seals return to Wennet bay"
    assert "counted 214 adult seals and 37 pups this summer" in text
    assert "All rights reserved" not in text
    assert service.add_url(site.url + "/article").already_known
    *_, answer = service.ask("How many pups did the survey count?", [entry.id])
    assert "37" in answer.citations[0].text
    service.remove_article(entry.id)


def test_text_at_an_address_is_decoded_and_may_be_given_a_title(service: Footnote, site: Web) -> None:
    entry = service.add_url(site.url + "/report.txt", title="Die Robben")
    assert entry.title == "Die Robben"
    assert service.article(entry.id).text.startswith("Die Zählung ergab")
    service.remove_article(entry.id)


@pytest.mark.parametrize("path", ["/missing", "/image", "/to-metadata", "/bomb", "/blank"])
def test_an_address_without_an_article_leaves_the_library_as_it_was(
    service: Footnote, site: Web, path: str
) -> None:
    before = service.articles()
    with pytest.raises(InvalidInput) as refused:
        service.add_url(site.url + path)
    assert refused.value.field == "url"
    assert service.articles() == before


def test_a_setting_turns_addresses_off(site: Web) -> None:
    service = Footnote(Settings(store="sqlite:///:memory:", fetch="off", fetch_private="127.0.0.1"))
    before = len(site.asked)
    for refuse in (service.add_url, service.check_url):
        with pytest.raises(InvalidInput, match="FOOTNOTE_FETCH is off"):
            refuse(site.url + "/article")
    service.close()
    assert len(site.asked) == before


def test_a_page_is_fetched_where_an_event_loop_runs_already(site: Web) -> None:
    async def fetched() -> bytes:
        return fetch(site.url + "/plain", RULES).data

    assert on_its_own_loop(fetched()) == TEXT.encode()
