"""Who may have a line test now, and for how long: one each, a few at once, half a minute."""

import hashlib
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from telemed.kernel.actor import Actor
from telemed.kernel.clock import Clock
from telemed.kernel.errors import Missing, OtherBody
from telemed.kernel.ids import UserId
from telemed.media.control import Close, Measure, Open
from telemed.media.model import BadOffer, LineTestBusy, LineTestId, LineTestUnavailable, Measured, require_offer
from telemed.media.worker import Worker

AT_ONCE = 8
"""Measured: one echo costs 0.15 of a core, eight a little more than one, and they give way to all else (`nice`)."""
LASTS = timedelta(seconds=30)
"""A test takes six to ten seconds; a browser that vanished must not hold its place."""


@dataclass(slots=True)
class _Test:
    owner: UserId
    offer: bytes
    ends_at: datetime
    answer: str | None = None


class LineTests:
    """Any signed-in person may test a line. Nothing is stored: what was measured is gone with the test.

    `loopback` offers 127.0.0.1 even on a machine with other addresses: for a browser on the same machine.
    """

    def __init__(
        self, clock: Clock, *, at_once: int = AT_ONCE, lasts: timedelta = LASTS, loopback: bool = False
    ) -> None:
        self._clock, self._at_once, self.lasts = clock, at_once, lasts
        self._tests: dict[LineTestId, _Test] = {}
        self._worker = Worker(*(["--loopback"] if loopback else []), on_death=self._tests.clear)

    @property
    def worker_pid(self) -> int | None:
        """For health checks; None while no worker runs."""
        return self._worker.pid

    async def worker_ended(self) -> None:
        await self._worker.ended()

    async def start(self, actor: Actor, test_id: LineTestId, offer: str) -> str:
        """Answer a browser's offer; its earlier test ends. No policy: whoever is signed in may test a line.

        Raises:
            BadOffer: not an offer this can answer.
            LineTestBusy: all places are taken.
            OtherBody: this id was used with another offer.
            LineTestUnavailable: the worker died or was too slow.
        """
        require_offer(offer)
        digest = hashlib.sha256(offer.encode()).digest()
        self._forget_ended()
        if known := self._tests.get(test_id):
            if known.owner != actor.id or known.offer != digest:
                raise OtherBody()
            if known.answer is None:
                raise LineTestBusy()  # its first request is still being answered
            return known.answer
        for earlier, test in list(self._tests.items()):
            if test.owner == actor.id:
                await self.stop(actor, earlier)
        if len(self._tests) >= self._at_once:
            raise LineTestBusy()
        test = self._tests[test_id] = _Test(actor.id, digest, self._clock.now() + self.lasts)
        try:
            reply = await self._worker.ask(Open(test=test_id, sdp=offer, seconds=self.lasts.total_seconds()))
        except BaseException:
            self._tests.pop(test_id, None)
            raise
        if reply.answer is None:
            self._tests.pop(test_id, None)
            raise BadOffer(pointer="/body/sdp")
        test.answer = reply.answer
        return reply.answer

    async def measured(self, actor: Actor, test_id: LineTestId) -> Measured:
        """No policy: only one's own. Raises Missing: never begun, already over, or somebody else's."""
        self._require_own(actor, test_id)
        reply = await self._worker.ask(Measure(test=test_id))
        if reply.measured is None:
            raise Missing()
        return reply.measured

    async def stop(self, actor: Actor, test_id: LineTestId) -> None:
        """End it now. One that is over, or somebody else's, is left as it is: leaving twice is no fault.

        No policy: only one's own.
        """
        test = self._tests.get(test_id)
        if test is None or test.owner != actor.id:
            return
        del self._tests[test_id]
        with suppress(LineTestUnavailable):  # a dead worker has ended it already
            await self._worker.ask(Close(test=test_id))

    async def close(self) -> None:
        await self._worker.close()

    def _require_own(self, actor: Actor, test_id: LineTestId) -> None:
        self._forget_ended()
        test = self._tests.get(test_id)
        if test is None or test.owner != actor.id:
            raise Missing()

    def _forget_ended(self) -> None:
        now = self._clock.now()
        for test_id in [test_id for test_id, test in self._tests.items() if test.ends_at <= now]:
            del self._tests[test_id]
