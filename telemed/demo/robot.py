"""The robot specialist: takes what nobody takes, meets the station, writes a conclusion and signs it. Plainly a demo.

It is a plain client of the same API and socket as every page, in a process of its own: it decodes pictures. It answers
its own rings, and whatever has waited a little while in the lane, as any doctor of the hospital may; so it needs no
place in the roster, and nobody waits for doctors whom the roster names and who are not there.

Of Telemed it imports next to nothing before it is linked: who switches it on wants to be answered within seconds.
"""

import argparse
import asyncio
import importlib
import json
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from importlib import resources
from typing import Any
from uuid import UUID

import structlog

from telemed.demo import seen
from telemed.demo.client import Client, Frame
from telemed.demo.robot_case import RobotCase, Words
from telemed.infra.background import Tasks

log = structlog.get_logger(__name__)

MOST_AT_ONCE = 3
"""Calls. Each costs a good part of a core."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds: a robot that did everything at once would leave nothing to see."""

    ring: float = 4
    lane: float = 8
    """How long others may be rung before it takes a case it was not rung for."""
    meet: float = 20
    opinion: float = 3
    field: float = 5
    before_signing: float = 45
    """After the conclusion. The paper should have the end of the call on it, so the robot signs when that is over."""
    again: float = 3
    alone: float = 20

    @classmethod
    def hasty(cls, times: float) -> "Pace":
        return cls(*(getattr(cls(), name) / times for name in cls.__slots__))


class Robot:
    def __init__(self, client: Client, words: Words, pace: Pace) -> None:
        self.client, self.words, self.pace = client, words, pace
        self._cases: dict[UUID, RobotCase] = {}
        self._tasks = Tasks()
        client.on_frame, client.on_link = self._hear, self._linked
        self._on_ready: Callable[[], None] = lambda: None

    async def run(self, on_ready: Callable[[], None] = lambda: None) -> None:
        """Until cancelled. `on_ready` is told each time it can be rung.

        Raises:
            Refused: there is no such account.
        """
        self._on_ready = on_ready
        async with self._tasks:
            await self.client.sign_in()
            await self.client.stay_linked()

    def may_take_one_more(self) -> bool:
        return sum(case.is_busy for case in self._cases.values()) < MOST_AT_ONCE

    def _linked(self, resumed: bool) -> None:
        for case in self._cases.values():
            if case.room:
                case.room.join()
        self._tasks.start(asyncio.to_thread(importlib.import_module, "telemed.media.robot"), name="load codecs")
        if resumed:
            self._on_ready()

    def _hear(self, kind: str, frame: Frame) -> None:
        match kind:
            case "snapshot":
                self._begin_anew(seen.Snapshot.model_validate(frame))
                self._on_ready()
            case "consult":
                self._look(seen.ConsultNews.model_validate(frame).consult)
            case "ring":
                self._look(seen.RingNews.model_validate(frame).ring.consult, rung=True)
            case "minutes":
                if case_ := self._cases.get(seen.MinutesNews.model_validate(frame).consult):
                    case_.minutes_changed()
            case "call_ready":
                self._signal(seen.Ready.model_validate(frame))
            case "peer_description":
                self._signal(seen.Description.model_validate(frame))
            case "peer_candidates":
                self._signal(seen.Candidates.model_validate(frame))
            case "replaced":
                log.info("replaced", call=str(seen.OfCall.model_validate(frame).call))
            case "problem":
                log.info("frame_refused", code=frame["problem"]["code"])

    def _begin_anew(self, snapshot: seen.Snapshot) -> None:
        alive = {consult.id for consult in snapshot.consults} | {ring.consult.id for ring in snapshot.rings}
        for case in [case for key, case in self._cases.items() if key not in alive]:
            case.lost()
        for consult in snapshot.consults:
            self._look(consult)
        for ring in snapshot.rings:
            self._look(ring.consult, rung=True)

    def _look(self, consult: seen.Consult, *, rung: bool = False) -> None:
        case = self._cases.get(consult.id)
        if case is None:
            case = RobotCase(self, consult)
            if not case.concerns_us:
                return
            self._cases[consult.id] = case
            self._tasks.start(self._live_through(case), name="robot's case")
        case.changed(consult, rung=rung)

    async def _live_through(self, case: RobotCase) -> None:
        try:
            await case.run()
        finally:
            self._cases.pop(case.id, None)

    def _signal(self, signal_: seen.Ready | seen.Description | seen.Candidates) -> None:
        for case in self._cases.values():
            if case.room and case.room.call == signal_.call:
                case.room.hear(signal_)


def words() -> Words:
    """What it says, by case type."""
    text = resources.files("telemed.demo").joinpath("robot_words.json").read_text(encoding="utf-8")
    found: Words = json.loads(text)
    return found


async def serve(url: str, username: str, password: str, on_ready: Callable[[], None] = lambda: None) -> None:
    """Be the robot until cancelled. Raises Refused."""
    async with Client(url, username, password) as client:
        await Robot(client, words(), Pace()).run(on_ready)


# -- as a process of its own, started by `demo/keeper.py` --------------------------------------------------------------

READY = "ready"


async def _tied(url: str) -> None:
    """Live as long as whoever holds our standard input; its first line says who we are."""
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, asyncio.current_task().cancel)  # type: ignore[union-attr]
    reader = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    account: dict[str, Any] = json.loads(await reader.readline())
    async with Tasks() as tasks:
        ours = tasks.start(serve(url, account["username"], account["password"], _say_ready), name="robot")
        theirs = tasks.start(reader.read(), name="whoever started us")
        await asyncio.wait({ours, theirs}, return_when=asyncio.FIRST_COMPLETED)


def _say_ready() -> None:
    sys.stdout.write(READY + "\n")
    sys.stdout.flush()


def main() -> int:
    from telemed.infra import logs

    parser = argparse.ArgumentParser(prog="python -m telemed.demo.robot")
    parser.add_argument("--url", required=True)
    logs.configure()
    with suppress(asyncio.CancelledError):
        asyncio.run(_tied(parser.parse_args().url))
    return 0


if __name__ == "__main__":
    sys.exit(main())
