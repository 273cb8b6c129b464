"""`GET /ws`: who may open a socket, its reader and its writer, when it is closed, and how all come back later."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import datetime
from functools import partial
from operator import is_
from typing import Any, Final

import structlog
from aiohttp import WSMsgType, hdrs, web

from telemed.infra.background import Tasks
from telemed.infra.security import OtherOrigin, client_address, is_own_origin, place_of
from telemed.kernel.actor import Actor
from telemed.kernel.clock import Clock
from telemed.kernel.errors import DomainError, Kind
from telemed.sessions import Consults
from telemed.signaling import frames
from telemed.signaling.commands import Commands
from telemed.signaling.conversation import Conversation, RedeemTicket, Refusal
from telemed.signaling.hub import DEFAULT, Close, Hub, Limits, Line, Link

log = structlog.get_logger(__name__)

StillThere = Callable[[Actor], Awaitable[Actor]]
"""The same person with the rights of now. Raises a DomainError when they may not be here any more."""

SWEEP: Final = 1.0
"""Seconds between two looks at all links."""


class OtherProtocol(DomainError):
    """This socket speaks the subprotocol telemed.v1 only."""

    kind, code = Kind.INVALID, "socket.protocol"


class Crowded(DomainError):
    """Too many sockets are waiting to say who they are."""

    kind, code = Kind.BUSY, "socket.crowded"


class Sockets:
    """Every open socket. `app` mounts `handle`, runs `run`, and awaits `drain` at shutdown."""

    def __init__(
        self,
        hub: Hub,
        commands: Commands,
        consults: Consults,
        *,
        redeem: RedeemTicket,
        still: StillThere,
        clock: Clock,
        limits: Limits = DEFAULT,
        origins: frozenset[str] = frozenset(),
    ) -> None:
        self._hub, self._commands, self._consults = hub, commands, consults
        self._redeem, self._still = redeem, still
        self._clock, self._limits, self._origins = clock, limits, origins
        self._open: set[_Socket] = set()
        self._tasks = Tasks()
        self._draining = False

    def __len__(self) -> int:
        return len(self._open)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """One socket's life.

        Raises:
            OtherOrigin, OtherProtocol, Crowded: before the upgrade, so they are told as problems over HTTP.
        """
        if not is_own_origin(request, self._origins):
            raise OtherOrigin()
        offered = request.headers.get(hdrs.SEC_WEBSOCKET_PROTOCOL, "").split(",")
        if frames.SUBPROTOCOL not in map(str.strip, offered):
            raise OtherProtocol()
        place = place_of(client_address(request))
        waiting = [socket.place for socket in self._open if socket.link is None]
        crowded = len(waiting) >= self._limits.strangers or waiting.count(place) >= self._limits.strangers_per_address
        if self._draining or crowded:
            raise Crowded()
        ws: Ws = web.WebSocketResponse(
            protocols=(frames.SUBPROTOCOL,),
            compress=False,  # a deflate state per socket costs more memory than all else of it
            max_msg_size=frames.MAX_FRAME,
            timeout=self._limits.close_within.total_seconds(),
            decode_text=False,
        )
        await ws.prepare(request)
        socket = _Socket(ws, request.transport, self._hub, self._tasks, place=place, limits=self._limits)
        socket.talk = self._conversation(socket)
        self._open.add(socket)
        try:
            await self._converse(socket)
        except ConnectionError:
            pass  # it went while we spoke
        except Exception as error:
            log.exception("socket_failed", exc_info=error)
            socket.close(Close.FAILED)
        finally:
            self._open.discard(socket)
            await socket.end()
        return ws

    async def run(self) -> None:
        """Look after silence and grace until cancelled."""
        while True:
            await asyncio.sleep(SWEEP)
            try:
                await self.sweep()
            except Exception as error:
                log.error("sweep_stumbled", exc_info=error)

    async def sweep(self) -> None:
        now = self._clock.now()
        for socket in list(self._open):
            if (code := socket.judge(now)) is not None:
                socket.close(code)
        self._hub.expire()
        await self._commands.sweep()
        await self._recheck()

    async def drain(self) -> None:
        """Before the server stops: pages are asked to come back a little later, spread out; calls go on."""
        self._draining = True
        self._hub.announce_stop()
        await asyncio.sleep(0)  # the writers put it on the wire
        going = list(self._open)
        for socket in going:
            socket.close(Close.GOING_AWAY)
        if goodbyes := [socket.goodbye for socket in going if socket.goodbye]:
            await asyncio.wait(goodbyes, timeout=self._limits.close_within.total_seconds())
        await self._tasks.close()

    async def _recheck(self) -> None:
        """For what ends without a word: a grant by its date, or a row that was changed behind our back."""
        for link in self._hub.unchecked():
            opened_as = link.actor
            try:
                now = await self._still(opened_as)
            except DomainError:
                self._hub.dismiss(partial(is_, opened_as), Close.NOT_SIGNED_IN)
                continue
            if link.actor is not opened_as:
                continue  # locked, or back with a new ticket, meanwhile
            if set(now.grants) != set(opened_as.grants):
                self._hub.dismiss(partial(is_, opened_as), Close.OTHER_RIGHTS)
            else:
                link.actor = now

    def _conversation(self, line: Line) -> Conversation:
        return Conversation(
            line,
            self._hub,
            self._commands,
            self._consults,
            redeem=self._redeem,
            clock=self._clock,
            limits=self._limits,
        )

    async def _converse(self, socket: "_Socket") -> None:
        talk = socket.talk
        if (raw := await socket.receive()) is None:
            return
        try:
            welcome = await talk.greet(raw)
        except Refusal as refusal:
            await socket.refuse(refusal)
            return
        if welcome is None or talk.link is None:
            return
        await socket.welcome(talk.link, welcome)
        await talk.begin()
        while (raw := await socket.receive()) is not None:
            await talk.hear(raw)


Ws = web.WebSocketResponse[Any]


class _Socket:
    """One socket while it is open; the `Line` of its link."""

    def __init__(
        self,
        ws: Ws,
        transport: asyncio.Transport | None,
        hub: Hub,
        tasks: Tasks,
        *,
        place: str,
        limits: Limits,
    ) -> None:
        self._ws, self._transport, self._hub, self._tasks = ws, transport, hub, tasks
        self._limits = limits
        self.talk: Conversation
        self.link: Link | None = None
        self.place = place
        self.is_closing = False
        self._writing = False
        self._written = 0
        self._stuck: tuple[int, datetime] | None = None
        """How many frames were written when a write was first seen waiting, and when that was."""
        self._writer: asyncio.Task[None] | None = None
        self.goodbye: asyncio.Task[None] | None = None
        self._idle: asyncio.Future[None] | None = None
        """What the writer waits on when all is written; a bare future, because an Event costs a tenth of the relay."""

    def wake(self) -> None:
        if self._idle and not self._idle.done():
            self._idle.set_result(None)

    def close(self, code: Close) -> None:
        """Begin to close; the link is let go at once and keeps what comes for it."""
        if self.is_closing:
            return
        self.is_closing = True
        self._let_go()
        log.info("socket_closed", code=int(code), link=self.link and self.link.id)
        self.goodbye = self._tasks.start(self._finish(code), name="close socket")

    async def end(self) -> None:
        """The reader has ended. Until our own goodbye is out aiohttp must not say another."""
        self.is_closing = True
        self._let_go()
        if self._writer:
            self._writer.cancel()
        if self.goodbye:
            await asyncio.wait([self.goodbye])

    def judge(self, now: datetime) -> Close | None:
        """Whether it has been silent, or a write has been stuck, for too long."""
        if not self._writing:
            self._stuck = None
        elif self._stuck is None or self._stuck[0] != self._written:
            self._stuck = self._written, now
        elif now - self._stuck[1] >= self._limits.write_within:
            return Close.TOO_SLOW
        return self.talk.tend(now)

    async def receive(self) -> bytes | None:
        """The next frame, or None when there will be no more."""
        message = await self._ws.receive()
        if message.type is WSMsgType.TEXT and not self.is_closing:
            return message.data  # type: ignore[no-any-return]
        if message.type is WSMsgType.BINARY:
            self.close(Close.BROKEN)
        return None

    async def welcome(self, link: Link, said: bytes) -> None:
        """The answer to hello goes out before anything that waits in the link."""
        self.link = link
        await self._ws.send_frame(said, WSMsgType.TEXT)
        self._writer = self._tasks.start(self._write(link), name="socket writer")

    async def refuse(self, refusal: Refusal) -> None:
        await self._ws.send_frame(refusal.said, WSMsgType.TEXT)
        self.close(refusal.close)

    async def _write(self, link: Link) -> None:
        loop = asyncio.get_running_loop()
        with suppress(ConnectionError):
            while True:
                self._writing = True
                while link.line is self and (frame := link.take()) is not None:
                    await self._ws.send_frame(frame, WSMsgType.TEXT)
                    self._written += 1
                self._writing = False
                self._idle = loop.create_future()
                await self._idle

    def _let_go(self) -> None:
        if self.link:
            self._hub.detach(self.link, self)

    async def _finish(self, code: Close) -> None:
        try:
            async with asyncio.timeout(self._limits.close_within.total_seconds()):
                await self._ws.close(code=code, drain=False)
        except (TimeoutError, ConnectionError):
            pass
        finally:
            if self._transport:  # what a stuck socket still holds back is not waited for
                asyncio.get_running_loop().call_later(self._limits.close_within.total_seconds(), self._transport.abort)
