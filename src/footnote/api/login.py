"""The login: who sent a request, by cookie or bearer token, and the page where a reader logs in.

It stands between the guard and everything else. A program is answered 401 with the interface's error body, a
browser that asks for the page is sent to ``/login``.
"""

import asyncio
import logging
import re
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs, quote

from footnote.accounts import Accounts
from footnote.api.login_page import CONTENT_SECURITY_POLICY, login_page
from footnote.api.replies import Problem, Refused
from footnote.api.sending import Receive, Scope, Send, header, reply, with_headers
from footnote.api.sessions import LONGEST, Attempts, Sessions

Headers = list[tuple[bytes, bytes]]

logger = logging.getLogger(__name__)

COOKIE = "footnote-session"
NAME_COOKIE = "footnote-user"  # tells the page's script whose browser this is; it opens nothing
OPEN = frozenset({"/healthz"})  # what needs no login besides the login itself
_MOST = 8_192  # bytes of a login form
_PAGE = re.compile(r"/(\?[\w%&=.,~+:-]*)?")  # where a login may lead: the page, with what it was asked for


class Login:
    """Tells users from strangers, and serves ``/login`` and ``/logout``."""

    def __init__(self, accounts: Accounts) -> None:
        self._accounts = accounts
        self._sessions = Sessions(accounts)
        self._attempts = Attempts()

    async def user(self, scope: Scope, receive: Receive, send: Send) -> str | None:
        """Return the name of who sent a request, "" where nobody needs to be known; None: it is answered.

        Raises:
            Refused: a program sent it, and without a login.
        """
        path = scope["path"].rstrip("/")
        if path in OPEN:
            return ""
        send = with_headers(send, CONTENT_SECURITY_POLICY)
        if path == "/login":
            await self._log_in(scope, receive, send)
        elif path == "/logout":
            await self._log_out(scope, send)
        elif (name := self._known(scope)) is not None:
            return name
        else:
            await _refuse(scope, send)
        return None

    def _known(self, scope: Scope) -> str | None:
        scheme, _, token = header(scope, b"authorization").partition(" ")
        if scheme:  # a token that is wrong is not made good by a cookie
            user = self._accounts.of_token(token.strip()) if scheme.lower() == "bearer" else None
            return user.name if user else None
        secret = _cookie(scope)
        return self._sessions.name(secret) if secret else None

    async def _log_in(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["method"] in ("GET", "HEAD"):
            await _show(scope, send, 200, then=_asked_for(scope))
        elif scope["method"] == "POST":
            await self._try(scope, await _form(receive), send)
        else:
            await reply(send, Problem(405, "wrong_method", "The login page is read or posted to."))

    async def _try(self, scope: Scope, form: dict[str, str] | None, send: Send) -> None:
        if form is None:
            await reply(send, Problem(413, "too_large", f"A login form has at most {_MOST:,} bytes."))
            return
        name, then = form.get("name", "").strip().lower()[:100], form.get("then", "")
        address = str((scope.get("client") or ("", 0))[0])
        wait = self._attempts.start(name, address)
        if wait:
            logger.warning("too many tries at %r from %s", name, address)
            await _show(scope, send, 429, then=then, wait=wait)
            return
        user = await asyncio.to_thread(self._accounts.of_password, name, form.get("password", ""))
        if user is None:
            logger.warning("a wrong password for %r from %s", name, address)
            await _show(scope, send, 401, then=then)
            return
        self._attempts.succeed(name, address)
        cookies = [
            _set_cookie(scope, COOKIE, self._sessions.begin(user), int(LONGEST)),
            _set_cookie(scope, NAME_COOKIE, user.name, int(LONGEST)),
        ]
        await _send(send, 303, [(b"location", _safe(then).encode()), *cookies])

    async def _log_out(self, scope: Scope, send: Send) -> None:
        if scope["method"] != "POST":
            await reply(send, Problem(405, "wrong_method", "Post to /logout to log out."))
            return
        self._sessions.end(_cookie(scope))
        # What the page keeps in the browser is this reader's.
        cleared = (b"clear-site-data", b'"storage"')
        cookies = [_set_cookie(scope, name, "", 0) for name in (COOKIE, NAME_COOKIE)]
        await _send(send, 303, [(b"location", b"/login"), *cookies, cleared])


async def _refuse(scope: Scope, send: Send) -> None:
    if scope["method"] == "GET" and scope["path"] == "/" and "text/html" in header(scope, b"accept"):
        query = scope.get("query_string", b"").decode("latin-1")
        then = f"?then={quote(f'/?{query}')}" if query else ""
        await _send(send, 303, [(b"location", f"/login{then}".encode())])
        return
    message = (
        "This server needs a login. Send `Authorization: Bearer TOKEN`, with a token that "
        "`footnote user token NAME` made, or log in at /login."
    )
    raise Refused(Problem(401, "not_logged_in", message, "Authorization"))


async def _show(scope: Scope, send: Send, status: int, *, then: str, wait: int = 0) -> None:
    page = login_page(header(scope, b"accept-language"), _safe(then), failed=status == 401, wait=wait)
    headers = [(b"content-type", b"text/html; charset=utf-8")]
    if wait:
        headers.append((b"retry-after", str(wait).encode()))
    await _send(send, status, headers, page.encode())


async def _send(send: Send, status: int, headers: Headers, body: bytes = b"") -> None:
    headers = [*headers, (b"content-length", str(len(body)).encode()), (b"cache-control", b"no-store")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def _form(receive: Receive) -> dict[str, str] | None:
    """Return the fields of a posted form, None where it is too long."""
    body = b""
    while True:
        message = await receive()
        body += message.get("body", b"")
        if len(body) > _MOST:
            return None
        if message["type"] != "http.request" or not message.get("more_body"):
            break
    fields = parse_qs(body.decode("latin-1"), keep_blank_values=True, encoding="utf-8")
    return {name: values[0] for name, values in fields.items()}


def _asked_for(scope: Scope) -> str:
    query: bytes = scope.get("query_string", b"")
    return parse_qs(query.decode("latin-1")).get("then", ["/"])[0]


def _safe(then: str) -> str:
    """Return where a login leads: only to this server's own page."""
    return then if _PAGE.fullmatch(then) else "/"


def _set_cookie(scope: Scope, name: str, held: str, seconds: int) -> tuple[bytes, bytes]:
    secure = "; Secure" if scope.get("scheme") == "https" else ""
    hidden = "; HttpOnly" if name == COOKIE else ""
    value = f"{name}={held}; Path=/; Max-Age={seconds}; SameSite=Strict{hidden}{secure}"
    return b"set-cookie", value.encode()


def _cookie(scope: Scope) -> str:
    try:
        found = SimpleCookie(header(scope, b"cookie")).get(COOKIE)
    except CookieError:
        return ""
    return found.value if found else ""
