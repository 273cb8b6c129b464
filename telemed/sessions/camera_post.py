"""Letters between a phone and the station's page, in memory alone: after a restart the phone offers anew."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field

from telemed.kernel.ids import CameraId
from telemed.sessions.wire_cameras import Session, Wanted

MOST_WANTED = 8


@dataclass(slots=True)
class Box:
    """What lies ready for one phone. `turn` counts what was put in, so that a phone is told only of news."""

    turn: int = 0
    offer: Session | None = None
    answer: Session | None = None
    wanted: list[Wanted] = field(default_factory=list)
    over: bool = False
    news: asyncio.Event = field(default_factory=asyncio.Event)

    def _put(self) -> None:
        self.turn += 1
        self.news.set()
        self.news = asyncio.Event()

    def offered(self, offer: Session) -> bool:
        """False: it was here before."""
        if self.offer == offer:
            return False
        self.offer, self.answer = offer, None
        self._put()
        return True

    def answered(self, answer: Session) -> None:
        """An answer to an offer that was replaced meanwhile helps nobody."""
        if self.offer and answer.number == self.offer.number:
            self.answer = answer
            self._put()

    def want(self, wanted: Wanted) -> None:
        if all(one.still_id != wanted.still_id for one in self.wanted):
            self.wanted = [*self.wanted[-MOST_WANTED + 1 :], wanted]
            self._put()

    def end(self) -> None:
        self.over = True
        self._put()

    async def after(self, turn: int, within: float) -> None:
        """Return when something was put in since `turn`, at the latest after these seconds."""
        if turn == self.turn and not self.over:
            with suppress(TimeoutError):
                async with asyncio.timeout(within):
                    await self.news.wait()


class Post:
    def __init__(self) -> None:
        self._boxes: dict[CameraId, Box] = {}

    def of(self, camera: CameraId) -> Box:
        return self._boxes.setdefault(camera, Box())

    def seen(self, camera: CameraId) -> Box | None:
        return self._boxes.get(camera)

    def close(self, camera: CameraId) -> None:
        if box := self._boxes.pop(camera, None):
            box.end()
