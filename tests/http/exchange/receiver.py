"""Another system's receiver on a bad day: it checks signatures and counts each message once."""

import asyncio
import hashlib
import hmac
import json
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer


class FlakyReceiver:
    """Answers as it is told: a status, or `hang`; without a plan it takes what it is sent."""

    def __init__(self) -> None:
        self.secret = ""
        self.plan: list[int | str] = []
        self.always: int | None = None
        self.stamps: list[tuple[int, str]] = []
        """Of each request: its time stamp and its signatures."""
        self.tried: list[str] = []
        """The key of each request, signed or not."""
        self.taken: dict[str, dict[str, Any]] = {}
        self.forged = 0
        self.released = asyncio.Event()
        app = web.Application()
        app.router.add_post("/told", self._take)
        self._server = TestServer(app)

    async def __aenter__(self) -> "FlakyReceiver":
        await self._server.start_server()
        return self

    async def __aexit__(self, *_: object) -> None:
        self.released.set()
        await self._server.close()

    @property
    def url(self) -> str:
        return str(self._server.make_url("/told"))

    async def _take(self, request: web.Request) -> web.Response:
        body, stamp = await request.read(), request.headers["Telemed-Timestamp"]
        mac = hmac.new(self.secret.encode(), stamp.encode() + b"." + body, hashlib.sha256).hexdigest()
        self.tried.append(request.headers["Idempotency-Key"])
        said = request.headers["Telemed-Signature"]
        self.stamps.append((int(stamp), said))
        if not any(hmac.compare_digest(f"v1={mac}", one) for one in said.split(", ")):
            self.forged += 1
            return web.Response(status=401)
        step = self.always or (self.plan.pop(0) if self.plan else 204)
        if step == "hang":
            await self.released.wait()
            return web.Response(status=500)
        if 200 <= int(step) < 300:
            self.taken.setdefault(request.headers["Idempotency-Key"], json.loads(body))
        return web.Response(status=int(step), headers={"Location": "http://127.0.0.1:1/"})
