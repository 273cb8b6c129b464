"""An operator's gateway to telephones on a bad day: it checks signatures and carries each message out once."""

import asyncio
import hashlib
import hmac
import json
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer

SECRET = "a secret of the operator, long enough"


def signature(stamp: int, body: bytes, secret: str = SECRET) -> str:
    """As `docs/operations.md` tells who writes a gateway."""
    return "v1=" + hmac.new(secret.encode(), str(stamp).encode() + b"." + body, hashlib.sha256).hexdigest()


class FlakyGateway:
    """Does as it is told: a status, `hang` (never answers), `late` (carries out, answers when nobody listens)."""

    def __init__(self) -> None:
        self.plan: list[int | str] = []
        self.requests: list[dict[str, Any]] = []
        """Every request that was signed."""
        self.keys: list[str] = []
        self.rung: dict[str, str] = {}
        """Which telephone was rung for which key: once each."""
        self.released = asyncio.Event()
        app = web.Application()
        app.router.add_post("/telemed", self._take)
        self._server = TestServer(app)

    async def __aenter__(self) -> "FlakyGateway":
        await self._server.start_server()
        return self

    async def __aexit__(self, *_: object) -> None:
        self.released.set()
        await self._server.close()

    @property
    def url(self) -> str:
        return str(self._server.make_url("/telemed"))

    async def _take(self, request: web.Request) -> web.Response:
        body = await request.read()
        stamp = int(request.headers["Telemed-Timestamp"])
        if not hmac.compare_digest(signature(stamp, body), request.headers["Telemed-Signature"]):
            return web.Response(status=401)
        said, key = json.loads(body), request.headers["Idempotency-Key"]
        self.requests.append(said)
        self.keys.append(key)
        step = self.plan.pop(0) if self.plan else 202
        if step == "hang":
            await self.released.wait()
            return web.Response(status=500)
        if step == "late" or int(step) < 300:
            self.rung.setdefault(key, said["to"])
        if step == "late":
            await self.released.wait()
            return web.Response(status=202)
        return web.Response(status=int(step))
