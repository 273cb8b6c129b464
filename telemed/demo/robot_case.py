"""One consult in the robot's hands: when it takes it, when it sits in the call, what it writes and when it signs."""

import asyncio
from collections.abc import Awaitable
from contextlib import suppress
from typing import TYPE_CHECKING, Any
from uuid import UUID

import structlog

from telemed.demo import seen
from telemed.demo.client import Refused
from telemed.demo.room import Room
from telemed.infra.background import Tasks
from telemed.kernel.ids import uuid7

if TYPE_CHECKING:
    from telemed.demo.robot import Robot

log = structlog.get_logger(__name__)

Words = dict[str, dict[str, str]]
"""By case type (`other` for those not named), then by part of the minutes; `opinion` beside them."""

FREE, HELD = "waiting", frozenset({"accepted", "scheduled", "concluded"})
ITEMS = ("diagnosis", "treatment", "monitoring", "place", "follow_up")
PLACE = {"stat": "emergency_transfer", "urgent": "transfer_today", "routine": "at_station"}
MINUTES_OPEN_WITHIN = 20
"""Looks, half a second apart: the record hears of an acceptance a moment after it."""


class RobotCase:
    def __init__(self, robot: "Robot", consult: seen.Consult) -> None:
        self._robot, self._client, self._pace = robot, robot.client, robot.pace
        self.consult: seen.Consult | None = consult
        self.id: UUID = consult.id
        self.room: Room | None = None
        self._rung_at: float | None = None
        self._writing = False
        self._alone_since: float | None = None
        self._of_case, self._of_minutes = asyncio.Event(), asyncio.Event()

    # -- what is told ----------------------------------------------------------------------------------------------

    def changed(self, consult: seen.Consult, *, rung: bool = False) -> None:
        if self.consult and consult.version >= self.consult.version:
            self.consult = consult
        if rung:
            self._rung_at = self._rung_at or _now()
        self._of_case.set()
        self._of_minutes.set()

    def minutes_changed(self) -> None:
        self._of_minutes.set()

    def lost(self) -> None:
        """It is no longer among the open ones."""
        self.consult = None
        self._of_case.set()
        self._of_minutes.set()

    # -- what is known ---------------------------------------------------------------------------------------------

    @property
    def concerns_us(self) -> bool:
        return self._is_free or self._is_ours

    @property
    def is_busy(self) -> bool:
        return self.room is not None or self._writing

    @property
    def _is_free(self) -> bool:
        return self.consult is not None and self.consult.state == FREE

    @property
    def _is_ours(self) -> bool:
        c = self.consult
        if c is None or c.specialist is None or c.specialist.id != self._client.user:
            return False
        return c.state in HELD or (c.state == "closed" and self._open_call is not None)

    @property
    def _open_call(self) -> seen.Call | None:
        c = self.consult
        return c.call if c and c.answer == "call" and c.call and c.call.state != "ended" else None

    # -- what is done ----------------------------------------------------------------------------------------------

    async def run(self) -> None:
        """From the ring, or from wherever the last run left it, until it is nothing to us."""
        while self.concerns_us:
            if self._is_ours:
                await self._hold()
            elif not await self._take():
                return

    async def _take(self) -> bool:
        """False: somebody else has it, or it was withdrawn."""
        began = _now()
        while self._is_free:
            due = began + self._pace.lane
            if self._rung_at is not None:
                due = min(due, self._rung_at + self._pace.ring)
            if _now() >= due and self._robot.may_take_one_more():
                break
            await _within(max(due - _now(), 0.2), self._case_news())
        if not self._is_free:
            return self._is_ours
        self._writing = True  # ours from here on, as far as counting goes
        try:
            told = await self._client.ask("POST", f"/api/consults/{self.id}/accept", {"answer": None})
        except Refused as refused:
            log.info("not_taken", consult=str(self.id), code=refused.code)
            return False
        finally:
            self._writing = False
        self._rung_at = None
        self.changed(seen.Consult.model_validate(told))
        return True

    async def _hold(self) -> None:
        self._writing = True
        async with Tasks() as tasks:
            papers = tasks.start(self._papers(), name="robot's papers")
            seat: asyncio.Task[None] | None = None
            try:
                while self._is_ours:
                    call = self._call_to_be_in()
                    if self.room and (call is None or call.id != self.room.call):
                        await self._get_up(seat)
                        seat = None
                    if call and not self.room:
                        self.room = Room(call.id, self._client.send)
                        seat = tasks.start(self.room.run(), name="robot's seat")
                        self.room.join()
                        self._of_minutes.set()
                    await _within(self._pace.alone, self._case_news())
            finally:
                papers.cancel()
                await self._get_up(seat)
                self._writing = False

    def _call_to_be_in(self) -> seen.Call | None:
        """The open one; but once all is said nobody sits there alone for long."""
        call = self._open_call
        if call is None or call.station_is_there or (self.consult and self.consult.state in {"accepted", "scheduled"}):
            self._alone_since = None
            return call
        self._alone_since = self._alone_since or _now()
        return call if self.room and _now() - self._alone_since < self._pace.alone else None

    async def _get_up(self, seat: "asyncio.Task[None] | None") -> None:
        if self.room and self._open_call:
            self.room.leave()
        self.room = None
        if seat:
            seat.cancel()
            await asyncio.wait({seat})

    # -- the papers ------------------------------------------------------------------------------------------------

    async def _papers(self) -> None:
        try:
            if self.consult and self.consult.answer == "call":
                await _within(self._pace.meet, self._company())
            await self._conclude()
            self._writing = False
            await self._keep_signed()
        except Refused as refused:  # it was taken from us, or withdrawn: `run` hears of that too
            log.info("papers_refused", consult=str(self.id), code=refused.code)
        finally:
            self._writing = False

    async def _company(self) -> None:
        while self.room is None:
            await self._minutes_news()
        await self.room.met.wait()

    async def _conclude(self) -> None:
        minutes = await self._minutes()
        if minutes.state == "draft" and not any(o.by.id == self._client.user for o in minutes.opinions):
            await asyncio.sleep(self._pace.opinion)
            await self._client.ask(
                "PUT", f"/api/minutes/{minutes.id}/opinions/{uuid7()}", {"text": self._words("opinion")}
            )
        while minutes.state == "draft":
            empty = [item for item in ITEMS if not minutes.fields[item].text]
            try:
                if empty:
                    await self._write(minutes, empty[0])
                else:
                    await asyncio.sleep(self._pace.again)
                    await self._client.ask("POST", f"/api/minutes/{minutes.id}/conclude")
            except Refused as refused:
                if refused.code not in {"minutes.field_changed", "minutes.conclusion_incomplete"}:
                    raise
            minutes = await self._minutes()

    async def _write(self, minutes: seen.Minutes, item: str) -> None:
        """What somebody else has written meanwhile stays."""
        self._say_writing(item)
        await asyncio.sleep(self._pace.field)
        text = PLACE[self.consult.urgency] if item == "place" and self.consult else self._words(item)
        change = {"field": item, "text": text, "seen_version": minutes.fields[item].version}
        try:
            await self._client.ask("POST", f"/api/minutes/{minutes.id}/changes/{uuid7()}", change)
        finally:
            self._say_writing(None)

    def _say_writing(self, item: str | None) -> None:
        if self.room and self.room.met.is_set():
            self._client.send("writing", consult=self.id, field=item)

    async def _keep_signed(self) -> None:
        """An edit takes signatures away; the robot stands by what the minutes say and signs again."""
        latest = _now() + self._pace.before_signing
        while self._is_ours:
            self._of_minutes.clear()
            minutes = await self._minutes()
            if minutes.state == "signed":
                return
            ready = self._open_call is None or bool(minutes.signatures) or _now() >= latest
            if "chair" in minutes.my_lines and ready:
                await self._sign()
            else:
                await _within(max(latest - _now(), self._pace.alone), self._minutes_news(keep=True))

    async def _sign(self) -> None:
        await asyncio.sleep(self._pace.again)
        minutes = await self._minutes()
        command = {"lines": ["chair"], "password": self._client.password, "document_hash": minutes.document_hash}
        try:
            await self._client.ask("POST", f"/api/minutes/{minutes.id}/signatures/{uuid7()}", command)
        except Refused as refused:
            if refused.code not in {"minutes.document_changed", "minutes.not_concluded"}:
                raise

    async def _minutes(self) -> seen.Minutes:
        for _ in range(MINUTES_OPEN_WITHIN):
            with suppress(Refused):
                return await self._read()
            await asyncio.sleep(0.5)
        return await self._read()

    async def _read(self) -> seen.Minutes:
        return seen.Minutes.model_validate(await self._client.ask("GET", f"/api/consults/{self.id}/minutes"))

    def _words(self, part: str) -> str:
        known = self._robot.words
        of_type = known.get(self.consult.case_type if self.consult else "other", known["other"])
        return of_type[part]

    # -- waiting ---------------------------------------------------------------------------------------------------

    async def _case_news(self) -> None:
        await self._of_case.wait()
        self._of_case.clear()

    async def _minutes_news(self, *, keep: bool = False) -> None:
        await self._of_minutes.wait()
        if not keep:
            self._of_minutes.clear()


async def _within(seconds: float, fact: Awaitable[Any]) -> None:
    """Wait for it, but not for ever."""
    with suppress(TimeoutError):
        await asyncio.wait_for(fact, seconds)


def _now() -> float:
    return asyncio.get_running_loop().time()
