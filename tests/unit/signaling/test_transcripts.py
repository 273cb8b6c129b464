"""The golden transcripts, played against the core: links, rooms and conversations without sockets or database."""

import json

import pytest

from telemed.kernel.actor import Actor
from telemed.kernel.clock import ManualClock
from telemed.kernel.ids import uuid7
from telemed.kernel.values import Role
from telemed.signaling.frames import Reliable
from tests.wire.core import START, Core, Facts, person, summary
from tests.wire.transcript import TRANSCRIPTS, Closed, Frame, Player, steps_of


class CoreWire:
    def __init__(self, core: Core) -> None:
        self._core, self._wire = core, core.connect()

    async def say(self, frame: Frame) -> None:
        self._core.hear(self._wire, frame)

    async def next(self) -> Frame:
        if not self._wire.said:
            assert self._wire.closed, "nothing was said"
            raise Closed(self._wire.closed)
        frame: Frame = json.loads(self._wire.said.pop(0))
        return frame

    async def cut(self) -> None:
        self._wire.end()


class CoreServer:
    def __init__(self) -> None:
        consult = summary()
        call = uuid7()
        self._clock, self._facts = ManualClock(START), Facts({call: consult})
        assert consult.specialist
        self._people: dict[str, Actor] = {
            "doctor": person(Role.STATION_DOCTOR, consult.station.id, consult.requester.id),
            "specialist": person(Role.SPECIALIST, consult.hospital.id, consult.specialist.id),
        }
        people = {name: str(actor.id) for name, actor in self._people.items()}
        self.names = {"call": str(call), "consult": str(consult.id), **people}
        self._core = Core(self._clock, self._facts)

    async def connect(self) -> CoreWire:
        return CoreWire(self._core)

    async def ticket(self, who: str) -> str:
        ticket = str(uuid7())
        if who in self._people:
            self._facts.tickets[ticket] = self._people[who]
        return ticket

    async def tell(self, news: Reliable, who: str) -> None:
        self._core.tell(news, self._people[who])

    async def pass_time(self, seconds: float) -> None:
        self._core.pass_time(seconds)

    async def restart(self) -> None:
        self._core = Core(self._clock, self._facts)

    async def stop(self) -> None:
        self._core.stop()


@pytest.mark.parametrize("name", TRANSCRIPTS)
async def test_the_core_speaks_as_the_transcript_has_it(name: str) -> None:
    await Player(CoreServer()).play(name)


async def test_a_transcript_that_expects_something_else_fails() -> None:
    steps = steps_of("replay")
    for number, step in enumerate(steps):
        if "hears" in step:
            wrong = [*steps[:number], step | {"hears": step["hears"] | {"type": "consult"}}, *steps[number + 1 :]]
            with pytest.raises(AssertionError, match=f"step {number + 1}"):
                await Player(CoreServer()).play("replay", wrong)
