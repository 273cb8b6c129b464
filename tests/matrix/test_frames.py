"""Every frame a page may send × everybody × every situation, with the policies on and off."""

import typing
from contextlib import suppress

import pytest

from telemed.kernel.actor import Actor
from telemed.kernel.errors import DomainError
from telemed.kernel.ids import CallId, uuid7
from telemed.sessions.wire import Measurement
from telemed.signaling import frames as f
from telemed.signaling.conversation import Conversation
from telemed.signaling.hub import DEFAULT, Close, Link
from tests.matrix.conftest import Dry
from tests.matrix.switch import no_policy
from tests.matrix.table import FRAMES, SITUATIONS, WHO, allowed
from tests.matrix.world import Case

SDP = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\nc=IN IP4 0.0.0.0\r\n"


class Nowhere:
    """A line that carries nothing: what a link was told stays in it, to be looked at."""

    is_closing = False

    def wake(self) -> None: ...

    def close(self, code: Close) -> None: ...


class Pages:
    """The live side of a server on which nothing stays."""

    def __init__(self, dry: Dry) -> None:
        self.province, self._sockets = dry.province, dry.app.sockets
        self._hub, self._commands = self._sockets._hub, self._sockets._commands

    async def marks(self, actor: Actor, case: Case) -> dict[str, str]:
        """How each frame fares, in the order a page would send them."""
        peer = await self._open(case.holder if case.holder.id != actor.id else self.province.doctors[case.station])
        link = await self._open(actor)
        snapshot = (link.take() or b"").decode()
        marks = {"hello": "+" if case.words in snapshot else "m" if case.code in snapshot else "-"}
        with suppress(DomainError):  # nobody takes part any more in what is closed
            await self._commands.handle(peer, f.Join(call=case.call, generation=1))
        for frame in self._frames(case):
            try:
                await self._commands.handle(link, frame)
                marks[frame.type] = "+"
            except DomainError:
                marks[frame.type] = "-"
        self._commands.ended(CallId(case.call))
        for one in (peer, link):
            self._hub.forget(one)
        return marks

    async def _open(self, actor: Actor) -> Link:
        async def redeem(_: str) -> Actor:
            return actor

        talk = Conversation(
            Nowhere(),
            self._hub,
            self._commands,
            self._sockets._consults,
            redeem=redeem,
            clock=self.province.clock,
            limits=DEFAULT,
        )
        await talk.greet(f.Hello(ticket="none", tab=uuid7()).model_dump_json().encode())
        await talk.begin()
        assert talk.link
        return talk.link

    @staticmethod
    def _frames(case: Case) -> list[f.AnyClientFrame]:
        say = {"call": case.call, "generation": 2, "to_generation": 1}
        measured = Measurement(rtt_ms=90)
        return [
            f.Ack(last=0),
            f.Ping(),
            f.Join(call=case.call, generation=2),
            f.Description(**say, kind="offer", sdp=SDP),
            f.Candidates(**say, candidates=[f.IceCandidate(candidate="")]),
            f.MediaState(call=case.call, camera=True, microphone=True),
            f.Writing(consult=case.consult, field="diagnosis"),
            f.Stroke(call=case.call, file=case.file, drawing=case.file, xy=[1, 2]),
            f.Measured(call=case.call, measurement=measured),
            f.Incident(call=case.call, kind="rung", value="voice"),
            f.Leave(call=case.call),
        ]


@pytest.fixture
def pages(dry: Dry) -> Pages:
    return Pages(dry)


def test_every_frame_has_its_row() -> None:
    kinds = typing.get_args(typing.get_args(f.AnyClientFrame)[0])

    assert {kind.model_fields["type"].default for kind in kinds} == set(FRAMES)


@pytest.mark.parametrize("who", WHO)
async def test_each_frame_is_let_in_just_where_the_table_says(pages: Pages, who: str) -> None:
    said = {frame: allowed(grid)[who] for frame, grid in FRAMES.items()}

    found = dict.fromkeys(FRAMES, "")
    for situation in SITUATIONS:
        actor, case = pages.province.asking(who, situation)
        for frame, mark in (await pages.marks(actor, case)).items():
            found[frame] += mark

    assert {frame: marks for frame, marks in found.items() if marks != said[frame]} == {
        frame: said[frame] for frame in FRAMES if found[frame] != said[frame]
    }


@pytest.mark.parametrize("who", WHO)
async def test_with_every_policy_switched_off_the_wall_alone_keeps_them_out(pages: Pages, who: str) -> None:
    said = allowed(FRAMES["join"])[who]
    for situation, mark in zip(SITUATIONS, said, strict=True):
        actor, case = pages.province.asking(who, situation)
        with no_policy(pages.province):
            marks = await pages.marks(actor, case)

        if mark == "-" and situation in {"other", "expired"}:
            assert marks["hello"] == marks["join"] == "-", situation
