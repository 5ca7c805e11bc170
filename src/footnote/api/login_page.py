"""The login page: plain HTML in the browser's language, with no script and nothing from elsewhere."""

import base64
import hashlib
import math
from dataclasses import dataclass
from html import escape
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class _Words:
    language: str
    title: str
    name: str
    password: str
    enter: str
    failed: str
    wait: str


_ENGLISH = _Words(
    "en",
    "Log in",
    "Name",
    "Password",
    "Log in",
    "The name or the password is wrong.",
    "Too many tries. Wait {} min, then try again.",
)
_GERMAN = _Words(
    "de",
    "Anmelden",
    "Name",
    "Passwort",
    "Anmelden",
    "Der Name oder das Passwort ist falsch.",
    "Zu viele Versuche. Bitte nach {} Min. noch einmal versuchen.",
)
_STYLE = (files("footnote") / "assets" / "login.css").read_text("utf-8")
_HASH = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
CONTENT_SECURITY_POLICY = (
    f"default-src 'none'; style-src 'sha256-{_HASH}'; img-src data:; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'"
)


def login_page(accept_language: str, then: str, *, failed: bool, wait: int) -> str:
    """Return the page; ``then`` is where a login leads, ``wait`` the seconds to the next try."""
    words = _preferred(accept_language)
    problem = words.wait.format(math.ceil(wait / 60)) if wait else words.failed if failed else ""
    alert = f'<p role="alert" id="problem">{escape(problem)}</p>' if problem else ""
    return f"""<!doctype html>
<html lang="{words.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(words.title)} · Footnote</title>
<link rel="icon" href="data:,">
<style>{_STYLE}</style>
</head>
<body>
<main>
<h1>Footnote</h1>
{alert}
{_form(words, then, failed)}
</main>
</body>
</html>
"""


def _form(words: _Words, then: str, failed: bool) -> str:
    described = ' aria-describedby="problem" aria-invalid="true"' if failed else ""
    return f"""<form method="post" action="/login">
<input type="hidden" name="then" value="{escape(then)}">
<label for="name">{escape(words.name)}</label>
<input id="name" name="name" autocomplete="username" autocapitalize="none" spellcheck="false"
 required autofocus{described}>
<label for="password">{escape(words.password)}</label>
<input id="password" name="password" type="password" autocomplete="current-password" required{described}>
<button type="submit">{escape(words.enter)}</button>
</form>"""


def _preferred(accept_language: str) -> _Words:
    """Return German where it is asked for before English, else English."""
    for part in accept_language.lower().split(","):
        tag = part.split(";")[0].strip()
        if tag.startswith(("de", "en")):
            return _GERMAN if tag.startswith("de") else _ENGLISH
    return _ENGLISH
