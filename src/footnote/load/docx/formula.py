"""An equation of a Word document on one line: (a+b)/2, x^2, √(a+b)."""

import re
from typing import Any

MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

_SINGLE = re.compile(r"[^\W\d_]|\d+(?:[.,]\d+)?|\([^()]*\)")  # what needs no brackets as a power


def formula(element: Any) -> str:  # noqa: ANN401  an lxml element
    """Return the text of an equation, or of a part of one."""
    name = str(element.tag).removeprefix(MATHS)
    if name == "t":
        return element.text or ""
    children = [  # each is read once, as brackets may stand in brackets many times over
        (str(child.tag).removeprefix(MATHS), formula(child)) for child in element.iterchildren(f"{MATHS}*")
    ]
    parts = dict(children)
    if name == "f":
        return f"{_whole(parts.get('num', ''))}/{_whole(parts.get('den', ''))}"
    if name in ("sSup", "sSub", "sSubSup", "nary", "limLow", "limUpp"):
        return _scripted(element, parts)
    if name == "rad":
        return f"{parts.get('deg', '')}√{_whole(parts.get('e', ''))}"
    if name == "d":
        inner = _set(element, "sepChr", "|").join(text for kind, text in children if kind == "e")
        return _set(element, "begChr", "(") + inner + _set(element, "endChr", ")")
    between = {"func": " ", "mr": " ", "m": "; ", "eqArr": "; "}.get(name, "")
    return between.join(text for _, text in children if text)


def _scripted(element: Any, parts: dict[str, str]) -> str:  # noqa: ANN401
    """Return a sum, an integral, a limit or a base with what stands below and above it."""
    body = parts.get("e", "")
    base = _set(element, "chr", "∫") if _is(element, "nary") else _whole(body)
    below = parts.get("sub") or (parts.get("lim") if _is(element, "limLow") else "")
    above = parts.get("sup") or (parts.get("lim") if _is(element, "limUpp") else "")
    scripts = "".join(f"{sign}{_power(part)}" for sign, part in (("_", below), ("^", above)) if part)
    return f"{base}{scripts} {body}" if _is(element, "nary") else base + scripts


def _power(text: str) -> str:
    return text if _SINGLE.fullmatch(text) else f"({text})"


def _whole(text: str) -> str:
    return text if text.isalnum() or _SINGLE.fullmatch(text) else f"({text})"


def _is(element: Any, name: str) -> bool:  # noqa: ANN401
    return bool(element.tag == f"{MATHS}{name}")


def _set(element: Any, name: str, usual: str) -> str:  # noqa: ANN401
    """Return the sign that an element's properties set, such as a bracket; an empty one is none."""
    found = next(element.iterfind(f"*/{MATHS}{name}"), None)
    return usual if found is None else str(found.get(f"{MATHS}val") or "")
