"""One side of a call without a browser: when it offers, what it answers, what it says again after a cut.

The rules are those of every page (`telemed/signaling/frames.py`): the impolite side makes the first offer and ignores
one that crosses its own. aiortc cannot take an offer back, so the polite side never makes one here.
"""

import asyncio
import secrets
from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

import structlog

from telemed.demo.seen import Candidate, Candidates, Description, Ready

if TYPE_CHECKING:
    from telemed.media.robot import RobotPeer

log = structlog.get_logger(__name__)

GENERATIONS = 2**31
SIGNALS_WAITING = 256
UNDER_WAY = frozenset({"new", "connecting", "connected"})

Send = Callable[..., None]
Signal = Ready | Description | Candidates


class Room:
    """A seat in one call. `run` owns the connection and closes it; everything else only queues."""

    def __init__(self, call: UUID, send: Send) -> None:
        self.call = call
        self.met = asyncio.Event()
        """The other side has been in the room with us."""
        self.generation = secrets.randbelow(GENERATIONS)
        self.peer: RobotPeer | None = None
        self._send = send
        self._signals: asyncio.Queue[Signal] = asyncio.Queue(SIGNALS_WAITING)
        self._pair: tuple[int, int] | None = None
        self._polite = False
        self._offers = 0
        self._pending: tuple[int, str] | None = None
        """Our offer that waits for its answer: its number and its words."""
        self._described = False
        self._early: list[Candidate] = []

    def join(self) -> None:
        """Also after a cut, with the same generation: nothing is negotiated anew by that."""
        self._send("join", call=self.call, generation=self.generation)

    def leave(self) -> None:
        self._send("leave", call=self.call)

    def hear(self, signal: Signal) -> None:
        try:
            self._signals.put_nowait(signal)
        except asyncio.QueueFull:
            log.warning("signal_dropped", call=str(self.call))

    async def run(self) -> None:
        """One signal after the other, until cancelled."""
        try:
            while True:
                signal = await self._signals.get()
                try:
                    await self._take(signal)
                except Exception as error:  # a browser's odd description must not end the consult
                    log.warning("signal_failed", call=str(self.call), exc_info=error)
        finally:
            if self.peer:
                await self.peer.close()

    async def _take(self, signal: Signal) -> None:
        match signal:
            case Ready():
                await self._ready(signal)
            case Description() if self._is_for_us(signal):
                await self._on_description(signal)
            case Candidates() if self._is_for_us(signal):
                self._early += signal.candidates
                await self._add_candidates()

    def _is_for_us(self, signal: Description | Candidates) -> bool:
        return self._pair == (signal.to_generation, signal.generation)

    async def _ready(self, ready: Ready) -> None:
        if ready.generation != self.generation:
            return
        pair, self._polite = (ready.generation, ready.peer_generation), ready.polite
        broken = self.peer is None or self.peer.state not in UNDER_WAY
        if pair != self._pair or (broken and not self._polite):
            self._pair = pair
            await self._begin()
        elif self._pending:
            self._describe("offer", *self._pending)
        self._send("media", call=self.call, camera=True, microphone=True)
        self.met.set()

    async def _begin(self) -> None:
        from telemed.media.robot import RobotPeer  # loads the codecs, which takes a while

        if self.peer:
            await self.peer.close()
        # The demo is one machine: with its network unplugged the robot is still to be met.
        self.peer, self._pending, self._described, self._early = RobotPeer(loopback=True), None, False, []
        if not self._polite:
            self._offers += 1
            self._pending = (self._offers, await self.peer.make_offer())
            self._describe("offer", *self._pending)

    async def _on_description(self, told: Description) -> None:
        assert self.peer is not None
        if told.kind == "answer":
            if self._pending is None or told.negotiation not in {0, self._pending[0]}:
                return  # an offer that was said twice is answered twice
            self._pending = None
            await self.peer.accept_answer(told.sdp)
        else:
            if self._pending is not None:
                return  # the polite side takes its own back and answers ours
            self._describe("answer", told.negotiation, await self.peer.accept_offer(told.sdp))
        self._described = True
        await self._add_candidates()

    async def _add_candidates(self) -> None:
        if self.peer is None or not self._described:
            return
        while self._early:
            one = self._early.pop(0)
            await self.peer.add_candidate(one.candidate or None, one.sdp_mid, one.sdp_m_line_index)

    def _describe(self, kind: str, negotiation: int, sdp: str) -> None:
        assert self._pair is not None
        ours, theirs = self._pair
        self._send(
            "description",
            call=self.call,
            generation=ours,
            to_generation=theirs,
            negotiation=negotiation,
            kind=kind,
            sdp=sdp,
        )
