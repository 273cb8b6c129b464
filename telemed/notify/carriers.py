"""Handing messages over, outside of any transaction: to push services (RFC 8030, 8291) and the operator's gateway."""

import base64
import json
import socket
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from ipaddress import IPv4Address, IPv6Address, ip_address
from math import ceil
from typing import Final, Protocol
from uuid import UUID

import aiohttp
import structlog
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver
from cryptography.hazmat.primitives.asymmetric import ec

from telemed.kernel.clock import Clock
from telemed.notify.keys import Keys
from telemed.notify.model import (
    Answer,
    BadEndpoint,
    BadKeys,
    Gateway,
    Message,
    Outcome,
    PushRules,
    Subscription,
    sign,
)

log = structlog.get_logger(__name__)

WITHIN: Final = aiohttp.ClientTimeout(total=10, connect=5)
AGAIN: Final = frozenset({408, 425, 429})
"""Refusals that may pass; so may everything from 500 on."""
MOST_WAIT: Final = timedelta(hours=1)


class Carriers:
    """One HTTP client for all that leaves. Follows nothing, reads no answer's body, logs no address."""

    def __init__(self, keys: Keys, rules: PushRules, gateway: Gateway | None, clock: Clock) -> None:
        self._keys, self._rules, self._gateway, self._clock = keys, rules, gateway, clock
        self._pushing: aiohttp.ClientSession | None = None
        self._asking: aiohttp.ClientSession | None = None

    async def close(self) -> None:
        for client in filter(None, (self._pushing, self._asking)):
            await client.close()
        self._pushing = self._asking = None

    async def push(self, to: Subscription, message: Message) -> Answer:
        """One push, encrypted for one browser. TTL ends with the ring: what comes later would be a false alarm."""
        try:
            self._rules.require(to.endpoint)  # the operator's list may be shorter than when it was made
        except BadEndpoint:
            return Answer(Outcome.REFUSED, "refused")
        now = self._clock.now()
        headers = {
            "Authorization": self._keys.authorization(to.origin, self._rules.contact, now),
            "Content-Encoding": "aes128gcm",
            "Content-Type": "application/octet-stream",
            "TTL": str(max(0, ceil((message.until - now).total_seconds()))),
            "Urgency": "high" if message.urgent else "normal",
            "Topic": _topic(message.id),
        }
        if self._pushing is None:
            connector = aiohttp.TCPConnector(resolver=OutsideOnly(self._rules))
            self._pushing = aiohttp.ClientSession(connector=connector, timeout=WITHIN)
        status, wait = await self._post(self._pushing, to.endpoint, encrypted(to, payload(message)), headers)
        if status in {404, 410}:
            return Answer(Outcome.GONE, "gone")
        return _answer(status, wait)

    async def ask_gateway(self, delivery: UUID, to: str, message: Message, text_code: str) -> Answer:
        """A signed POST that the gateway may be sent twice and must carry out once: its key is the delivery's id."""
        if self._gateway is None:
            return Answer(Outcome.REFUSED, "refused")
        now = self._clock.now()
        said = {
            "id": str(delivery),
            "kind": message.kind.value,
            "to": to,
            "text_code": text_code,
            "until": message.until.isoformat(),
        }
        body = json.dumps(said, separators=(",", ":")).encode()
        stamp = int(now.timestamp())
        headers = {
            "Content-Type": "application/json",
            "Idempotency-Key": str(delivery),
            "Telemed-Timestamp": str(stamp),
            "Telemed-Signature": sign(self._gateway.secret, stamp, body),
        }
        if self._asking is None:
            self._asking = aiohttp.ClientSession(timeout=WITHIN)
        return _answer(*await self._post(self._asking, self._gateway.url, body, headers))

    async def _post(
        self, client: aiohttp.ClientSession, url: str, body: bytes, headers: dict[str, str]
    ) -> tuple[int | None, timedelta | None]:
        """The status and how long to wait; no status when nobody answered."""
        try:
            async with client.post(url, data=body, headers=headers, allow_redirects=False) as answer:
                return answer.status, _retry_after(answer.headers.get("Retry-After"), self._clock.now())
        except (TimeoutError, aiohttp.ClientError, OSError) as error:
            log.warning("carrier_unreachable", error=type(error).__name__)
            return None, None


class MayReach(Protocol):
    """Whoever says which addresses may be connected to."""

    def may_reach(self, address: IPv4Address | IPv6Address) -> bool: ...


class OutsideOnly(AbstractResolver):
    """Looks names up and drops addresses inside our own network: a name of the list may be made to point there."""

    def __init__(self, rules: MayReach) -> None:
        self._rules, self._names = rules, ThreadedResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        found = await self._names.resolve(host, port, family)
        outside = [one for one in found if self._rules.may_reach(ip_address(one["host"].partition("%")[0]))]
        if not outside:
            raise OSError("no address outside")
        return outside

    async def close(self) -> None:
        await self._names.close()


def payload(message: Message) -> bytes:
    """What the service worker reads: `docs/protocol.md` section 9. Ids and codes, nothing of any case."""
    said = {"kind": message.kind.value, "id": str(message.id)}
    if message.receipt:
        said["receipt"] = message.receipt
    if message.code:
        said["code"] = message.code
    return json.dumps(said, separators=(",", ":")).encode()


def encrypted(to: Subscription, plain: bytes) -> bytes:
    """For that browser alone (RFC 8291)."""
    from pywebpush import WebPusher

    keys = {"p256dh": to.p256dh, "auth": to.auth}
    pusher = WebPusher({"endpoint": to.endpoint, "keys": keys})
    return bytes(pusher.encode(plain, content_encoding="aes128gcm")["body"])


def require_keys(p256dh: str, auth: str) -> None:
    """Raises BadKeys: no point of P-256, or no 16 bytes of secret."""
    try:
        point, secret = _unpadded(p256dh), _unpadded(auth)
        ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point)
    except ValueError:
        raise BadKeys(pointer="/body/p256dh") from None
    if len(point) != 65 or len(secret) != 16:
        raise BadKeys(pointer="/body/auth")


def _answer(status: int | None, wait: timedelta | None) -> Answer:
    if status is None:
        return Answer(Outcome.LATER, "unreachable")
    if 200 <= status < 300:
        return Answer(Outcome.TAKEN)
    if status >= 500 or status in AGAIN:
        return Answer(Outcome.LATER, "unreachable", wait)
    log.warning("carrier_refused", status=status)
    return Answer(Outcome.REFUSED, "refused")


def _retry_after(value: str | None, now: datetime) -> timedelta | None:
    """Seconds, or a date."""
    if value is None:
        return None
    try:
        seconds = int(value) if value.isascii() and value.isdigit() else None
        wait = timedelta(seconds=min(seconds, 86_400)) if seconds is not None else parsedate_to_datetime(value) - now
    except (TypeError, ValueError):
        return None
    return min(max(wait, timedelta(0)), MOST_WAIT)


def _topic(id: UUID) -> str:  # noqa: A002 - of whatever it is
    """What replaces an older push of the same ring that still waits."""
    return base64.urlsafe_b64encode(id.bytes).decode().rstrip("=")


def _unpadded(text: str) -> bytes:
    return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
