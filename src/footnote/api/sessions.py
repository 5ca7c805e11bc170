"""Who is logged in, and how often someone has tried to be."""

import ipaddress
import secrets
import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass, replace

from footnote.accounts import Accounts, User
from footnote.accounts.secrets import digest

Clock = Callable[[], float]  # seconds, from any beginning

IDLE = 12 * 3600.0  # seconds without a request after which a session ends
LONGEST = 7 * 24 * 3600.0  # ... and after which it ends anyway
_SESSIONS = 10_000

WINDOW = 15 * 60.0  # seconds that a failed try counts
# Someone who guesses at a name from one place is stopped early; a name is closed to everybody only after many
# tries, for else anyone could keep its owner out.
BY_PAIR, BY_ADDRESS, BY_NAME = 5, 20, 100
_COUNTED = 10_000


@dataclass(frozen=True, slots=True)
class _Session:
    name: str
    password: str  # the hash that it was opened with: a new password ends it
    opened: float
    used: float


class Sessions:
    """The sessions of those who logged in, by the digest of the secret in their cookie."""

    def __init__(self, accounts: Accounts, now: Clock = time.monotonic) -> None:
        self._accounts = accounts
        self._now = now
        self._lock = threading.Lock()
        self._open: OrderedDict[str, _Session] = OrderedDict()

    def begin(self, user: User) -> str:
        """Open a session and return its secret; the one unused for longest goes where there are too many."""
        secret, now = secrets.token_urlsafe(32), self._now()
        with self._lock:
            self._open[digest(secret)] = _Session(user.name, user.password, now, now)
            if len(self._open) > _SESSIONS:
                self._open.popitem(last=False)
        return secret

    def name(self, secret: str) -> str | None:
        """Return who is logged in with this secret, None where nobody is any more."""
        key, now = digest(secret), self._now()
        with self._lock:
            session = self._open.pop(key, None)
            if session is None or now - session.used > IDLE or now - session.opened > LONGEST:
                return None
            user = self._accounts.user(session.name)
            if user is None or user.password != session.password:
                return None
            self._open[key] = replace(session, used=now)
            return session.name

    def end(self, secret: str) -> None:
        """End a session, if it is one."""
        with self._lock:
            self._open.pop(digest(secret), None)


class Attempts:
    """The tries to log in of the last quarter of an hour, by name and by address."""

    def __init__(self, now: Clock = time.monotonic) -> None:
        self._now = now
        self._lock = threading.Lock()
        self._tries: OrderedDict[tuple[str, str], deque[float]] = OrderedDict()

    def start(self, name: str, address: str) -> int:
        """Count a try and return 0, or return the seconds to wait where there have been too many.

        It counts before the password is looked at, so that tries at the same time do not slip through.
        """
        now = self._now()
        with self._lock:
            limited = [(self._of(key, now), most) for key, most in _limits(name, address)]
            full = [tries[-most] + WINDOW - now for tries, most in limited if len(tries) >= most]
            if full:
                return int(max(full)) + 1
            for tries, _ in limited:
                tries.append(now)
            return 0

    def succeed(self, name: str, address: str) -> None:
        """Forget the last try, which was none at guessing, and those at this name from this address."""
        with self._lock:
            for key, _ in _limits(name, address):
                tries = self._tries.get(key)
                if tries:
                    tries.pop()
            self._tries.pop(("pair", f"{name} {_network(address)}"), None)

    def _of(self, key: tuple[str, str], now: float) -> deque[float]:
        tries = self._tries.pop(key, None) or deque()
        while tries and now - tries[0] > WINDOW:
            tries.popleft()
        self._tries[key] = tries  # the latest last
        if len(self._tries) > _COUNTED:
            self._tries.popitem(last=False)
        return tries


def _limits(name: str, address: str) -> tuple[tuple[tuple[str, str], int], ...]:
    network = _network(address)
    return (
        (("pair", f"{name} {network}"), BY_PAIR),
        (("address", network), BY_ADDRESS),
        (("name", name), BY_NAME),
    )


def _network(address: str) -> str:
    """Return an address, or what one subscriber has of IPv6: the whole /64."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    return str(ipaddress.ip_network((found, 64), strict=False)) if found.version == 6 else address
