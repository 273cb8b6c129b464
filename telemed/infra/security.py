"""What protects a browser and a sign-in: headers, the Origin of changes, waiting after wrong passwords."""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address
from typing import Final, TypeVar
from urllib.parse import urlsplit

from aiohttp import hdrs, web

from telemed.kernel.clock import Clock
from telemed.kernel.errors import DomainError, Kind

K = TypeVar("K")
V = TypeVar("V")

TRUSTED_TYPES: Final = "telemed"
"""The one policy that may make a script's address: `web/src/lib/trusted.ts`."""

_PAGE: Final = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",  # React sets styles through the CSSOM, which this does not concern
        "img-src 'self' data:",  # data: for the code to scan when a second factor is set up
        "font-src 'self'",
        "connect-src 'self'",  # covers ws: and wss: of this host; those schemes alone would let data out to anyone
        "frame-src blob:",  # a paper in the browser's own PDF viewer; what is in it came through our own door
        "worker-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        f"trusted-types {TRUSTED_TYPES}",
    ]
)
PAGE_WITHOUT_CODE: Final = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
_ANSWER: Final = f"{PAGE_WITHOUT_CODE}; sandbox"
"""For all of /api: an answer, PDFs too, is read by our page and is never a page itself. The browser's PDF viewer gets
it from the page as a blob, and so works under the page's own policy."""

_OURS: Final = (
    "autoplay",
    "camera",
    "display-capture",
    "fullscreen",
    "microphone",
    "publickey-credentials-create",
    "publickey-credentials-get",
    "screen-wake-lock",
)
_NOBODYS: Final = (
    "accelerometer",
    "bluetooth",
    "browsing-topics",
    "clipboard-read",
    "compute-pressure",
    "encrypted-media",
    "gamepad",
    "geolocation",
    "gyroscope",
    "hid",
    "identity-credentials-get",
    "idle-detection",
    "local-fonts",
    "magnetometer",
    "midi",
    "otp-credentials",
    "payment",
    "picture-in-picture",
    "private-state-token-issuance",
    "private-state-token-redemption",
    "serial",
    "storage-access",
    "sync-xhr",
    "usb",
    "window-management",
    "xr-spatial-tracking",
)
_HEADERS: Final = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": ", ".join([*(f"{name}=(self)" for name in _OURS), *(f"{name}=()" for name in _NOBODYS)]),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Origin-Agent-Cluster": "?1",
}
_HSTS: Final = "max-age=31536000; includeSubDomains"
_READING: Final = frozenset({hdrs.METH_GET, hdrs.METH_HEAD, hdrs.METH_OPTIONS})
_FROM_HERE: Final = frozenset({"same-origin", "none"})
"""`Sec-Fetch-Site` of our own pages, and of an address typed by hand."""


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
    answer = request.path.startswith("/api/")
    response.headers.setdefault("Content-Security-Policy", _ANSWER if answer else _PAGE)
    if answer:
        response.headers.setdefault("Cache-Control", "no-store")
    if is_https(request):
        response.headers.setdefault("Strict-Transport-Security", _HSTS)


def is_own_origin(request: web.Request, origins: frozenset[str]) -> bool:
    """Whether the page that asks is ours: no Origin at all (not a browser), our own host, or one of `origins`."""
    origin = request.headers.get(hdrs.ORIGIN)
    if origin is None:
        return True
    try:
        parts = urlsplit(origin)
    except ValueError:  # "http://[": nothing a browser says
        return False
    downgraded = is_https(request) and parts.scheme != "https"  # anyone on the line can write such a page
    return origin in origins or (parts.netloc == request.host != "" and not downgraded)


def require_origin(request: web.Request, origins: frozenset[str]) -> None:
    """Raises OtherOrigin if a foreign page tries to change something, or to read the API.

    A browser that leaves out Origin still says by `Sec-Fetch-Site` where the page is from: that protects what a cookie
    alone opens. Following a link to us is no reading: an OpenID provider sends people back that way.
    """
    changes = request.method not in _READING
    if changes and not is_own_origin(request, origins):
        raise OtherOrigin
    if request.headers.get("Sec-Fetch-Site", "none") in _FROM_HERE or request.headers.get(hdrs.ORIGIN) in origins:
        return
    follows_a_link = request.headers.get("Sec-Fetch-Mode") == "navigate"
    if changes or (request.path.startswith("/api/") and not follows_a_link):
        raise OtherOrigin


def is_https(request: web.Request) -> bool:
    """Whether the browser's side of the way is TLS: our own, or that of a proxy on this machine which says so."""
    if request.secure:
        return True
    said = request.headers.get("X-Forwarded-Proto", "").rpartition(",")[2].strip()
    return said == "https" and _is_loopback(request.remote or "")


def site(request: web.Request) -> tuple[str, str]:
    """Host name and origin of our site as the page that asks knows it. Its Origin was found ours before any route."""
    origin = request.headers.get(hdrs.ORIGIN) or f"{'https' if is_https(request) else 'http'}://{request.host}"
    return urlsplit(origin).hostname or "", origin


def cookie_name(request: web.Request, name: str) -> str:
    """Over TLS a browser takes `__Secure-` names from TLS alone: nobody on the line, and no plain page of our own
    name, can plant one. `__Host-` would send them with every request instead of to their own paths only."""
    return f"__Secure-{name}" if is_https(request) else name


def cookie_of(request: web.Request, name: str) -> str | None:
    """A cookie of ours; None if there is none, or if it holds what we never put into one."""
    value = request.cookies.get(cookie_name(request, name), "")
    return value if value and value.isascii() else None


def client_address(request: web.Request) -> str:
    """Who is at the other end. `X-Forwarded-For` is believed from a proxy on this machine, its last step."""
    remote = request.remote or ""
    forwarded = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    return forwarded if forwarded and _is_loopback(remote) else remote


def place_of(address: str) -> str:
    """What counts as one address: a household or an office has a whole /64 of IPv6 to choose from."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if not isinstance(found, IPv6Address):
        return address
    if found.ipv4_mapped:
        return str(found.ipv4_mapped)
    return f"{IPv6Address(int(found) >> 64 << 64)}/64"


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


_Pair = tuple[str, str]


class SignInLimiter:
    """After some failures each further try must wait, twice as long every time: per account and address, per address.

    A station, or a whole hospital, shares one address, so an address may fail more often. Nobody is ever locked out for
    longer than LONGEST: a doctor who mistyped must get in while the patient waits. So a stranger who hammers at an
    account uses up the stranger's own tries. Where an account is tried from very many addresses, each of those that it
    never signed in from waits for its turn; an address that it did sign in from waits for its own failures alone.
    """

    FREE_PER_ACCOUNT = 5
    """From one address."""
    FREE_ANYWHERE = 50
    """Of one account, from all addresses that are strange to it."""
    FREE_PER_ADDRESS = 30
    LONGEST = timedelta(seconds=60)
    FORGET_AFTER = timedelta(minutes=15)
    KNOWN_FOR = timedelta(days=30)
    """How long an address is no stranger to an account that signed in from it."""
    REMEMBERED = 10_000
    """Of each kind kept in memory; the longest silent one goes first."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._tries: OrderedDict[tuple[str, ...], _Tries] = OrderedDict()
        self._known: OrderedDict[_Pair, datetime] = OrderedDict()
        self._asked: OrderedDict[_Pair, datetime] = OrderedDict()
        """Since when a strange address waits for its turn."""

    def attempt(self, account: str, address: str) -> None:
        """Count a try before it is made, so that many at once count too; `succeeded` takes it back.

        Raises:
            TooManySignIns: it comes too soon; `retry_after_ms` says when. Such a try is not counted.
        """
        now, pair = self._clock.now(), (account, place_of(address))
        free: dict[tuple[str, ...], int] = {("pair", *pair): self.FREE_PER_ACCOUNT}
        waits = []
        if not self._is_known(pair, now):
            free[("address", pair[1])] = self.FREE_PER_ADDRESS
            if self._count(("account", account), now) >= self.FREE_ANYWHERE:
                waits.append(self._turn(pair, now))
        waits += [self._wait(key, most, now) for key, most in free.items()]
        if (wait := max(waits)) > timedelta():
            raise TooManySignIns(retry_after_ms=-(-wait // timedelta(milliseconds=1)))
        self._asked.pop(pair, None)
        for key in _keys(pair):
            self._tries[key] = _Tries(self._count(key, now) + 1, now)
            _keep(self._tries, key, self.REMEMBERED)

    def succeeded(self, account: str, address: str) -> None:
        """Here the account starts afresh; elsewhere, and for its address, only this one try is given back."""
        pair = account, place_of(address)
        own, *others = _keys(pair)
        self._tries.pop(own, None)
        for key in others:
            if tries := self._tries.get(key):
                self._tries[key] = _Tries(tries.count - 1, tries.last_at)
        self._known[pair] = self._clock.now()
        _keep(self._known, pair, self.REMEMBERED)

    def _is_known(self, pair: _Pair, now: datetime) -> bool:
        since = self._known.get(pair)
        return since is not None and now - since < self.KNOWN_FOR

    def _turn(self, pair: _Pair, now: datetime) -> timedelta:
        asked_at = self._asked.setdefault(pair, now)
        if now - asked_at >= self.FORGET_AFTER:
            asked_at = self._asked[pair] = now
        _keep(self._asked, pair, self.REMEMBERED)
        return asked_at + self.LONGEST - now

    def _count(self, key: tuple[str, ...], now: datetime) -> int:
        tries = self._tries.get(key)
        return tries.count if tries and now - tries.last_at < self.FORGET_AFTER else 0

    def _wait(self, key: tuple[str, ...], free: int, now: datetime) -> timedelta:
        over = self._count(key, now) - free
        if over < 0:
            return timedelta()
        delay = min(timedelta(seconds=2 ** min(over, 10)), self.LONGEST)
        return self._tries[key].last_at + delay - now


def _keys(pair: _Pair) -> tuple[tuple[str, ...], ...]:
    account, place = pair
    return ("pair", account, place), ("account", account), ("address", place)


def _keep(memory: OrderedDict[K, V], newest: K, most: int) -> None:
    memory.move_to_end(newest)
    while len(memory) > most:
        memory.popitem(last=False)
