"""What one socket says and hears, without the socket: greeting, limits, and answers that are given once for each id."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import structlog

from telemed.kernel.actor import Actor
from telemed.kernel.clock import Clock
from telemed.kernel.errors import DomainError, Kind
from telemed.sessions import Consults
from telemed.signaling import codec, frames
from telemed.signaling.commands import Commands, TooFast
from telemed.signaling.hub import Close, Hub, Limits, Line, Link, TooManyLinks

log = structlog.get_logger(__name__)

RedeemTicket = Callable[[str], Awaitable[Actor]]
"""Works once for each ticket. Raises a DomainError."""


class HelloFirst(DomainError):
    """The first frame must be hello."""

    kind, code = Kind.INVALID, "socket.hello_first"


class Refusal(Exception):
    """Say this, then close."""

    def __init__(self, error: DomainError, ref: int | None, close: Close) -> None:
        super().__init__(error.code)
        self.said, self.close = codec.encode_loose(codec.problem(error, ref)), close


class Conversation:
    """One socket's, from greeting to end; whatever carries it calls `greet`, `begin`, then `hear` for each frame.

    What is to be written lies in the link (`Link.take`), but for the welcome and a refusal, which come before it.
    """

    def __init__(
        self,
        line: Line,
        hub: Hub,
        commands: Commands,
        consults: Consults,
        *,
        redeem: RedeemTicket,
        clock: Clock,
        limits: Limits,
    ) -> None:
        self._line, self._hub, self._commands, self._consults = line, hub, commands, consults
        self._redeem, self._clock, self._limits = redeem, clock, limits
        self.link: Link | None = None
        self._opened_at = clock.now()
        self._resumed = False
        self._refused = 0

    async def greet(self, raw: bytes) -> bytes | None:
        """The welcome: it goes out before anything that waits in the link. None when the socket closed meanwhile.

        Raises:
            Refusal: this page is not let in.
        """
        try:
            hello = codec.read(raw)
            if not isinstance(hello, frames.Hello):
                raise HelloFirst()
        except DomainError as error:
            raise Refusal(error, getattr(error, "ref", None), Close.BROKEN) from error
        try:
            actor = await self._redeem(hello.ticket)
        except DomainError as error:
            raise Refusal(error, hello.id, Close.NOT_SIGNED_IN) from error
        if self._line.is_closing:
            return None  # it took longer than a stranger may
        link = self._hub.resume(actor, hello.resume, self._line) if hello.resume else None
        self._resumed = link is not None
        try:
            self.link = link or self._hub.open(actor, hello.tab, self._line)
        except TooManyLinks as error:
            raise Refusal(error, hello.id, Close.TOO_MANY) from error
        said = "link_resumed" if self._resumed else "link_opened"
        log.info(said, link=self.link.id, user=str(actor.id), tab=str(hello.tab))
        return self._welcome(self.link)

    async def begin(self) -> None:
        """After the welcome: the snapshot of a new link, or a seat in the room for one that came back."""
        if self.link is None:
            return
        if self._resumed:
            await self._commands.returned(self.link)
        else:
            await self.open(self.link)

    async def open(self, link: Link) -> None:
        try:
            consults = await self._consults.open_for(link.actor)
            rings = await self._consults.rings_for(link.actor)
        except BaseException:
            self._hub.forget(link)  # it has no beginning, so it must never be resumed
            raise
        link.start(frames.Snapshot(consults=consults, rings=rings))

    async def hear(self, raw: bytes) -> None:
        """One frame. A problem with it is answered and changes nothing; a flood closes the socket."""
        link = self.link
        if link is None or link.line is not self._line:
            return  # a newer socket carries the link: this one is not heard any more
        now = self._clock.now()
        link.heard(now)
        if link.frames.take(now):
            self._refused = 0
            async with link.turn:
                await self._do(link, raw)
            return
        link.say(codec.problem(TooFast(), None))
        self._refused += 1
        if self._refused > self._limits.burst:
            self._line.close(Close.TOO_MANY)

    def tend(self, now: datetime) -> Close | None:
        """Knock where the page missed its heartbeat; why to close when it has been silent for too long."""
        if self.link is None:
            return Close.SILENT if now - self._opened_at >= self._limits.hello_within else None
        if now - self.link.heard_at >= self._limits.silence:
            return Close.SILENT
        self.link.knock(now)
        return None

    async def _do(self, link: Link, raw: bytes) -> None:
        frame = None
        try:
            frame = codec.read(raw)
            if frame.id is None:
                await self._commands.handle(link, frame)
                return
            answer = link.answers.of(frame.id, raw)
            if answer is None:
                answer = await self._once(link, frame, frame.id, raw)
            link.answer(answer)
        except codec.BadFrame as error:
            link.say(codec.problem(error, error.ref))
        except DomainError as error:
            link.say(codec.problem(error, frame.id if frame else None))
        except Exception as error:
            log.exception("frame_failed", type=frame and frame.type, exc_info=error)
            link.say(codec.problem(codec.Failed(), frame.id if frame else None))

    async def _once(self, link: Link, frame: frames.AnyClientFrame, id_: int, raw: bytes) -> bytes:
        try:
            await self._commands.handle(link, frame)
            answer = codec.encode_loose(frames.Done(ref=id_))
        except DomainError as error:
            if error.kind is Kind.BUSY:
                raise  # it may be tried again, so it is not kept
            answer = codec.encode_loose(codec.problem(error, id_))
        link.answers.keep(id_, raw, answer)
        return answer

    def _welcome(self, link: Link) -> bytes:
        frame = frames.Welcome(
            link=link.id,
            token=link.key.current,
            resumed=self._resumed,
            last=link.journal.last,
            heartbeat_ms=_ms(self._limits.heartbeat),
            grace_ms=_ms(link.grace),
            server_time=self._clock.now(),
        )
        return codec.encode_loose(frame)


def _ms(time: timedelta) -> int:
    return int(time.total_seconds() * 1000)
