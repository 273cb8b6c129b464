"""A signed-in browser without a screen: asks by HTTP until answered, and keeps its link across cuts and restarts."""

import asyncio
import json
import random
from collections.abc import Callable, Mapping
from datetime import timedelta
from types import TracebackType
from typing import Any, Self
from uuid import UUID

import aiohttp
import structlog

from telemed.infra.background import Tasks, back_off
from telemed.kernel.ids import uuid7

log = structlog.get_logger(__name__)

SUBPROTOCOL = "telemed.v1"
WITHIN = aiohttp.ClientTimeout(total=15)
LONGEST_WAIT = timedelta(seconds=5)
"""Between two tries. The server is on this machine: after a restart it is back in a few seconds."""
LOOK_EVERY = 4.0
"""Seconds between two looks at what is to be acknowledged."""
SILENCE = 30.0
FRAMES_WAITING = 256

Frame = dict[str, Any]


class Refused(Exception):
    """The server understood and said no; `code` is the problem's."""

    def __init__(self, status: int, code: str) -> None:
        super().__init__(f"{status} {code}")
        self.status, self.code = status, code


class _NotNow(Exception):
    """The same request may succeed later."""


class Client:
    """One account on one server. `on_frame` gets every frame of the link once and in order.

    `on_link` is told each time the link stands again; `resumed`: without a gap, else a snapshot follows.
    """

    def __init__(self, url: str, username: str, password: str) -> None:
        self._url, self._username, self.password = url.rstrip("/"), username, password
        self.on_frame: Callable[[str, Frame], None] = lambda kind, frame: None
        self.on_link: Callable[[bool], None] = lambda resumed: None
        self.user: UUID | None = None
        """Who this is, once signed in."""
        self._token: str | None = None
        self._signing_in = asyncio.Lock()
        self._tab = uuid7()
        self._resume: dict[str, str] | None = None
        self._last = self._acknowledged = 0
        self._out: asyncio.Queue[str] | None = None

    async def __aenter__(self) -> Self:
        # By address the server has no name, and a plain jar gives cookies to names only.
        self._http = aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True), timeout=WITHIN)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._http.close()

    # -- HTTP ------------------------------------------------------------------------------------------------------

    async def sign_in(self) -> None:
        """Raises Refused: there is no such account, or it has another password."""
        await self._patiently(self._sign_in)

    async def ask(self, method: str, path: str, body: Mapping[str, Any] | None = None) -> Any:
        """What the server answers. Sent again until it does: every change carries its own id, so that is safe.

        Raises:
            Refused: it said no.
        """
        return await self._patiently(lambda: self._as_myself(method, path, body))

    async def _as_myself(self, method: str, path: str, body: Mapping[str, Any] | None) -> Any:
        if self._token is None:
            await self._renew(None)
        shown = self._token
        try:
            return await self._once(method, path, body)
        except Refused as refused:
            if refused.status != 401:
                raise
        await self._renew(shown)
        return await self._once(method, path, body)

    async def _renew(self, shown: str | None) -> None:
        """A token that lasts ten minutes more; two that ask at once get one."""
        async with self._signing_in:
            if self._token != shown:
                return
            self._token = None
            try:
                session = await self._once("POST", "/api/session/refresh")
            except Refused:
                session = None
            if session is None or session["locked"]:  # it ran out: whoever has the password begins a new one
                await self._sign_in()
            else:
                self._keep(session)

    async def _sign_in(self) -> None:
        self._keep(await self._once("POST", "/api/session", {"username": self._username, "password": self.password}))

    def _keep(self, session: Any) -> None:
        self._token, self.user = session["access_token"], UUID(session["user"]["id"])

    async def _patiently(self, request: Callable[[], Any]) -> Any:
        attempts = 0
        while True:
            try:
                return await request()
            except (aiohttp.ClientError, TimeoutError, ConnectionError, _NotNow) as error:
                attempts += 1
                log.info("request_put_off", attempts=attempts, exc_info=error)
                await asyncio.sleep(_wait(attempts))

    async def _once(self, method: str, path: str, body: Mapping[str, Any] | None = None) -> Any:
        headers = {"Authorization": f"Bearer {self._token}"} if self._token else {}
        async with self._http.request(method, self._url + path, json=body, headers=headers) as response:
            text = await response.text()
            if response.status < 400:
                return json.loads(text) if text else None
            if response.status >= 500 or response.status == 429:
                raise _NotNow
            problem = json.loads(text) if response.content_type == "application/problem+json" else {}
            raise Refused(response.status, str(problem.get("code", "")))

    # -- the link --------------------------------------------------------------------------------------------------

    def send(self, kind: str, /, **fields: Any) -> None:
        """Say it now or not at all: what matters is said again when the link stands again."""
        if self._out is not None:
            try:
                self._out.put_nowait(json.dumps({"type": kind, **fields}, default=str))
            except asyncio.QueueFull:
                log.warning("frame_dropped", kind=kind)

    async def stay_linked(self) -> None:
        """Until cancelled.

        Raises:
            Refused: the account is no longer let in.
        """
        attempts = 0
        while True:
            before = self._resume
            try:
                await self._linked()
            except (aiohttp.ClientError, TimeoutError, ConnectionError) as error:
                log.info("link_lost", exc_info=error)
            finally:
                self._out = None
            attempts = 1 if self._resume is not before else attempts + 1
            await asyncio.sleep(_wait(attempts))

    async def _linked(self) -> None:
        ticket = (await self.ask("POST", "/api/socket-ticket"))["ticket"]
        address = self._url.replace("http", "ws", 1) + "/ws"
        async with self._http.ws_connect(address, protocols=(SUBPROTOCOL,), max_msg_size=0) as ws, Tasks() as tasks:
            hello: Frame = {"type": "hello", "ticket": ticket, "tab": str(self._tab)}
            if self._resume:
                hello["resume"] = {**self._resume, "last": self._last}
            await ws.send_json(hello)
            welcome = await self._next(ws)
            if welcome is None or welcome["type"] != "welcome":
                self._resume = None
                return
            self._resume = {"link": welcome["link"], "token": welcome["token"]}
            if not welcome["resumed"]:
                self._last = self._acknowledged = 0
            self._out = asyncio.Queue(FRAMES_WAITING)
            tasks.start(self._write(ws, self._out), name="link writer")
            tasks.start(self._beat(welcome["heartbeat_ms"] / 1000), name="link heartbeat")
            log.info("linked", resumed=welcome["resumed"])
            self.on_link(welcome["resumed"])
            while (frame := await self._next(ws)) is not None:
                if not self._take(frame):
                    return

    def _take(self, frame: Frame) -> bool:
        """False: something is missing, and a new socket must fetch it."""
        if (number := frame.get("s")) is not None:
            if number <= self._last:
                return True
            if number > self._last + 1:
                return False
            self._last = number
        if frame["type"] == "knock":
            self.send("ack", last=self._last)
        if frame["type"] in {"pong", "knock"}:
            return bool(frame["last"] <= self._last)
        self.on_frame(frame["type"], frame)
        return True

    async def _next(self, ws: aiohttp.ClientWebSocketResponse) -> Frame | None:
        message = await ws.receive(timeout=SILENCE)
        if message.type is not aiohttp.WSMsgType.TEXT:
            log.info("socket_ended", code=ws.close_code)
            return None
        frame: Frame = json.loads(message.data)
        return frame

    async def _write(self, ws: aiohttp.ClientWebSocketResponse, out: asyncio.Queue[str]) -> None:
        try:
            while True:
                await ws.send_str(await out.get())
        except (aiohttp.ClientError, ConnectionError):
            await ws.close()  # the reader sees it, and begins anew

    async def _beat(self, every: float) -> None:
        loop = asyncio.get_running_loop()
        pinged_at = loop.time()
        while True:
            await asyncio.sleep(min(LOOK_EVERY, every))
            if self._acknowledged < self._last:
                self._acknowledged = self._last
                self.send("ack", last=self._last)
            if loop.time() - pinged_at >= every:
                pinged_at = loop.time()
                self.send("ping")


def _wait(attempts: int) -> float:
    """Seconds until the next try; spread, so that not all who were cut off come back at the same moment."""
    longest = min(back_off(attempts), LONGEST_WAIT).total_seconds()
    return longest * random.uniform(0.3, 1)  # noqa: S311 - nobody gains by guessing it
