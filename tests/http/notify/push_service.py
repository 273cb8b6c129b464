"""A push service and a browser, as RFC 8030, 8291 and 8292 have them: written apart from what the server sends with."""

import asyncio
import base64
import json
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from aiohttp import web
from aiohttp.test_utils import TestServer
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from telemed.kernel.clock import Clock
from telemed.kernel.ids import uuid7


def b64(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def unb64(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def hkdf(secret: bytes, salt: bytes, info: bytes, length: int) -> bytes:
    return HKDF(hashes.SHA256(), length, salt, info).derive(secret)


def point(key: ec.EllipticCurvePublicKey) -> bytes:
    return key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


@dataclass
class Browser:
    """One subscription, with the secrets that never leave it."""

    endpoint: str
    server_key: str = ""
    """What it was told to believe when it subscribed."""
    id: UUID = field(default_factory=uuid7)
    private: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    auth: bytes = b"sixteen secrets!"

    @property
    def body(self) -> dict[str, str]:
        return {"endpoint": self.endpoint, "p256dh": b64(point(self.private.public_key())), "auth": b64(self.auth)}

    def read(self, body: bytes) -> dict[str, Any]:
        """RFC 8188 within RFC 8291. Raises InvalidTag: it was not made for this browser."""
        salt, size, length = body[:16], int.from_bytes(body[16:20], "big"), body[20]
        sender, cipher = body[21 : 21 + length], body[21 + length :]
        assert len(cipher) <= size, "one record"
        theirs = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), sender)
        info = b"WebPush: info\x00" + point(self.private.public_key()) + sender
        secret = hkdf(self.private.exchange(ec.ECDH(), theirs), self.auth, info, 32)
        key = hkdf(secret, salt, b"Content-Encoding: aes128gcm\x00", 16)
        nonce = hkdf(secret, salt, b"Content-Encoding: nonce\x00", 12)
        plain = AESGCM(key).decrypt(nonce, cipher, None).rstrip(b"\x00")
        assert plain[-1:] == b"\x02", "the delimiter of the last record"
        said: dict[str, Any] = json.loads(plain[:-1])
        return said


@dataclass
class Push:
    """One push as it came."""

    to: str
    headers: dict[str, str]
    body: bytes


class PushService:
    """Takes what a real one would, refuses what it would, and does as it is told: a status, or `hang`."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.pushes: list[Push] = []
        """Those that it took."""
        self.asked = 0
        self.plan: list[int | str] = []
        """What to do with the next ones; then it takes all."""
        self.retry_after = "7"
        self.browsers: dict[str, Browser] = {}
        self.released = asyncio.Event()
        app = web.Application()
        app.router.add_post("/push/{name}", self._take)
        self._server = TestServer(app)

    async def __aenter__(self) -> "PushService":
        await self._server.start_server()
        return self

    async def __aexit__(self, *_: object) -> None:
        self.released.set()
        await self._server.close()

    @property
    def origin(self) -> str:
        return str(self._server.make_url("")).rstrip("/")

    def browser(self, name: str) -> Browser:
        made = Browser(f"{self.origin}/push/{name}")
        self.browsers[f"/push/{name}"] = made
        return made

    def said(self) -> list[dict[str, Any]]:
        """What the browsers read."""
        return [self.browsers[push.to].read(push.body) for push in self.pushes]

    async def _take(self, request: web.Request) -> web.Response:
        self.asked += 1
        body = await request.read()
        self._judge(request, body)
        step = self.plan.pop(0) if self.plan else 201
        if step == "hang":
            await self.released.wait()
            return web.Response(status=201)
        if step == 201:
            self.pushes.append(Push(request.path, dict(request.headers), body))
        headers = {"Retry-After": self.retry_after} if step == 429 else {}
        return web.Response(status=int(step), headers=headers)

    def _judge(self, request: web.Request, body: bytes) -> None:
        """As RFC 8030 and 8292 ask of who pushes: what is wrong here fails the test."""
        try:
            browser = self.browsers[request.path]
            assert request.headers["Content-Encoding"] == "aes128gcm"
            assert request.headers["TTL"].isdigit()
            assert len(body) <= 4096
            assert len(request.headers["Topic"]) <= 32
            assert request.headers["Topic"] == b64(unb64(request.headers["Topic"]))
            self._judge_vapid(request.headers["Authorization"], browser)
        except Exception as error:
            self.fault = error
            raise

    fault: Exception | None = None

    def _judge_vapid(self, authorization: str, browser: Browser) -> None:
        scheme, _, parameters = authorization.partition(" ")
        given = dict(part.strip().split("=", 1) for part in parameters.split(","))
        assert scheme.lower() == "vapid"
        assert given["k"] == browser.server_key, "the key that the browser subscribed with"
        signed, _, signature = given["t"].rpartition(".")
        raw = unb64(signature)
        assert len(raw) == 64
        key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), unb64(given["k"]))
        both = encode_dss_signature(int.from_bytes(raw[:32], "big"), int.from_bytes(raw[32:], "big"))
        try:
            key.verify(both, signed.encode(), ec.ECDSA(hashes.SHA256()))
        except InvalidSignature:
            raise AssertionError("the token is signed with another key") from None
        header, claims = (json.loads(unb64(part)) for part in signed.split("."))
        assert header["alg"] == "ES256"
        assert claims["aud"] == self.origin
        assert 0 < claims["exp"] - self._clock.now().timestamp() <= 24 * 3600
        assert claims["sub"].startswith(("mailto:", "https://"))
