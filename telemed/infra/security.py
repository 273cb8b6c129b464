"""What protects a browser and a sign-in: headers, the Origin of changes, waiting after wrong passwords."""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

from aiohttp import hdrs, web

from telemed.kernel.clock import Clock
from telemed.kernel.errors import DomainError, Kind

_CSP: Final = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",  # bars and tiles are sized by style attributes
        "img-src 'self' data: blob:",
        "media-src 'self' blob:",
        "font-src 'self'",
        "connect-src 'self'",  # covers ws: and wss: of this host; those schemes alone would let data out to anyone
        "worker-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ]
)
_HEADERS: Final = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(self), microphone=(self), geolocation=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_READING: Final = frozenset({hdrs.METH_GET, hdrs.METH_HEAD, hdrs.METH_OPTIONS})


class OtherOrigin(DomainError):
    """Another site's page asked for this."""

    kind, code = Kind.DENIED, "other_origin"


class TooManySignIns(DomainError):
    """Too many sign-ins failed here; wait, then try again."""

    kind, code = Kind.BUSY, "too_many_sign_ins"


def protect(request: web.Request, response: web.StreamResponse) -> None:
    """Set the headers that make a browser careful. What a handler has set itself stays."""
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    if response.content_type != "application/pdf":  # the browser's own viewer is a page with scripts and styles
        response.headers.setdefault("Content-Security-Policy", _CSP)
    if request.path.startswith("/api/"):
        response.headers.setdefault("Cache-Control", "no-store")


def is_own_origin(request: web.Request, origins: frozenset[str]) -> bool:
    """Whether the page that asks is ours: no Origin at all (not a browser), our own host, or one of `origins`."""
    origin = request.headers.get(hdrs.ORIGIN)
    if origin is None:
        return True
    return origin in origins or urlsplit(origin).netloc == request.host != ""


def require_origin(request: web.Request, origins: frozenset[str]) -> None:
    """Raises OtherOrigin if a foreign page tries to change something."""
    if request.method not in _READING and not is_own_origin(request, origins):
        raise OtherOrigin


def client_address(request: web.Request) -> str:
    """Who is at the other end. `X-Forwarded-For` is believed from a proxy on this machine, its last step."""
    remote = request.remote or ""
    forwarded = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    return forwarded if forwarded and _is_loopback(remote) else remote


def is_local(request: web.Request) -> bool:
    """Asked from this very machine, not through a proxy that happens to run on it."""
    proxied = any(name in request.headers for name in ("X-Forwarded-For", "Forwarded", "X-Real-IP", "Via"))
    return _is_loopback(request.remote or "") and not proxied


def _is_loopback(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False


@dataclass(frozen=True, slots=True)
class _Tries:
    count: int
    last_at: datetime


class SignInLimiter:
    """After some failures each further try must wait, twice as long every time: per account, and per address.

    A station, or a whole hospital, shares one address, so an address may fail more often. Nobody is ever locked out for
    longer than LONGEST: a doctor who mistyped must get in while the patient waits.
    """

    FREE_PER_ACCOUNT = 5
    FREE_PER_ADDRESS = 30
    LONGEST = timedelta(seconds=60)
    FORGET_AFTER = timedelta(minutes=15)
    REMEMBERED = 10_000
    """Accounts and addresses kept in memory; the longest silent one goes first."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._tries: OrderedDict[tuple[str, str], _Tries] = OrderedDict()

    def attempt(self, account: str, address: str) -> None:
        """Count a try before it is made, so that many at once count too; `succeeded` takes it back.

        Raises:
            TooManySignIns: it comes too soon; `retry_after_ms` says when. Such a try is not counted.
        """
        now = self._clock.now()
        keys = self._keys(account, address)
        wait = max(self._wait(key, free, now) for key, free in keys)
        if wait > timedelta():
            raise TooManySignIns(retry_after_ms=-(-wait // timedelta(milliseconds=1)))
        for key, _ in keys:
            self._tries[key] = _Tries(self._count(key, now) + 1, now)
            self._tries.move_to_end(key)
        while len(self._tries) > self.REMEMBERED:
            self._tries.popitem(last=False)

    def succeeded(self, account: str, address: str) -> None:
        """The account starts afresh; its address only gets this one try back."""
        (person, _), (place, _) = self._keys(account, address)
        self._tries.pop(person, None)
        if tries := self._tries.get(place):
            self._tries[place] = _Tries(tries.count - 1, tries.last_at)

    def _keys(self, account: str, address: str) -> tuple[tuple[tuple[str, str], int], tuple[tuple[str, str], int]]:
        return (("account", account), self.FREE_PER_ACCOUNT), (("address", address), self.FREE_PER_ADDRESS)

    def _count(self, key: tuple[str, str], now: datetime) -> int:
        tries = self._tries.get(key)
        return tries.count if tries and now - tries.last_at < self.FORGET_AFTER else 0

    def _wait(self, key: tuple[str, str], free: int, now: datetime) -> timedelta:
        over = self._count(key, now) - free
        if over < 0:
            return timedelta()
        delay = min(timedelta(seconds=2 ** min(over, 10)), self.LONGEST)
        return self._tries[key].last_at + delay - now
