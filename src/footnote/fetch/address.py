"""Which addresses may be read: of the web, spelled plainly, and on the public internet."""

import re
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

import httpx

from footnote.errors import InvalidInput

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

INSTEAD = "Send the text or a file instead."
_LONGEST = 2_048  # characters of an address, as much as browsers and servers commonly take
_SHOWN = 200
_NAME = re.compile(r"(?=.{1,253}$)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*", re.IGNORECASE)
_NUMBER = re.compile(r"(?:0x[0-9a-f]*|[0-9]+)", re.IGNORECASE)  # what systems read as a part of IPv4
_UNICAST = IPv6Network(
    "2000::/3"
)  # all that is assigned of IPv6; transition forms lie elsewhere but for 6to4
_NAT64 = IPv6Network("64:ff9b::/96")
# What ``is_global`` of the oldest Python that is supported lets through, by IANA's registries of special
# purposes, and the one public address that a cloud answers its own machines at.
_SPECIAL: tuple[Network, ...] = (
    IPv4Network("192.0.0.0/24"),
    IPv4Network("192.88.99.0/24"),
    IPv4Network("168.63.129.16/32"),
    IPv6Network("2001::/23"),
    IPv6Network("2002::/16"),
    IPv6Network("3fff::/20"),
)


def web_address(text: str, permitted: tuple[Network, ...] = ()) -> httpx.URL:
    """Return the address of a web page, its host in ASCII and without a dot at its end.

    One parser reads it, here, so that what is checked is what is asked for. Names are not looked up.

    Raises:
        InvalidInput: it is no address of the web, holds a password, or names a host or port that is not read.
    """
    text = text.strip()
    if len(text) > _LONGEST:
        raise refused(text, f"has {len(text):,} characters; at most {_LONGEST:,} are taken", INSTEAD)
    try:
        url = httpx.URL(text)
    except (httpx.InvalidURL, UnicodeError, ValueError):  # idna's errors are UnicodeErrors
        raise refused(text, "is not a valid address", "Check the spelling.") from None
    if url.scheme not in ("http", "https"):
        raise refused(text, "is not an address of the web", "Give one that starts with http:// or https://.")
    if url.userinfo or "\\" in text:
        raise refused(_bare(url), "holds a user name or a backslash", "Leave it out.")
    if url.port is not None and url.port not in (80, 443) and not 1_024 <= url.port <= 65_535:
        raise refused(text, f"names port {url.port}; 80, 443 and those from 1024 are read", INSTEAD)
    host = url.raw_host.decode("ascii").removesuffix(".")
    _check_host(text, host, permitted)
    return url.copy_with(host=host, fragment=None)


def is_public(address: Address) -> bool:
    """Whether an address is one of the public internet, whatever form it is written in.

    An IPv4 address inside an IPv6 one (mapped, or by NAT64) is judged as the IPv4 address that it leads to.
    """
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped is not None:
            return is_public(address.ipv4_mapped)
        if address in _NAT64:
            return is_public(IPv4Address(int(address) & 0xFFFF_FFFF))
        if address not in _UNICAST or address.scope_id is not None:
            return False
    special = any(address in network for network in _SPECIAL)
    return address.is_global and not (address.is_multicast or address.is_reserved or special)


def is_permitted(address: Address, permitted: tuple[Network, ...]) -> bool:
    """Whether an address is public, or in one of the networks that a setting permits."""
    return is_public(address) or any(address in network for network in permitted)


def refused(url: httpx.URL | str, why: str, remedy: str) -> InvalidInput:
    """Return the error for an address that is not read: what it is, why, and what to do."""
    return InvalidInput(f"The address {shown(url)} {why}. {remedy}", "url")


def shown(url: httpx.URL | str) -> str:
    """Return an address as messages quote it."""
    text = str(url)
    return repr(text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…")


def _check_host(text: str, host: str, permitted: tuple[Network, ...]) -> None:
    address = _literal(host)
    if address is not None and not is_permitted(address, permitted):
        raise refused(text, "is not on the public internet, so it is not read", INSTEAD)
    if address is None and _NUMBER.fullmatch(host.rpartition(".")[2]):
        raise refused(
            text,
            "spells its host as a number",
            "Write four decimal numbers with dots between them, or a name.",
        )
    if address is None and not _NAME.fullmatch(host):
        raise refused(text, "names no valid host", "Check the spelling.")


def _literal(host: str) -> Address | None:
    try:
        return ip_address(host)
    except ValueError:
        return None


def _bare(url: httpx.URL) -> httpx.URL:
    return url.copy_with(userinfo=b"")
