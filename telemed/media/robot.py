"""A browser's counterpart made of aiortc: shows a moving pulse, beeps softly, counts what it sees and hears."""

import asyncio

from aiortc import MediaStreamTrack, RTCPeerConnection, RTCSessionDescription
from aiortc.mediastreams import MediaStreamError
from aiortc.sdp import candidate_from_sdp

from telemed.infra.background import Tasks
from telemed.media.peer import new_peer
from telemed.media.picture import PulsePicture, PulseSound


class RobotPeer:
    """One side of a call, for the demo's robot and for tests. It en- and decodes: keep it out of the server's process.

    aiortc cannot trickle out, so all its candidates are in its descriptions. It cannot roll back either: it must be
    the impolite side, and an offer that comes while its own is open raises `InvalidStateError`.
    """

    def __init__(self, *, loopback: bool = False) -> None:
        self._loopback = loopback
        self._received = {"audio": 0, "video": 0}
        self._tasks = Tasks()
        self._watching: set[asyncio.Task[None]] = set()
        self._path: frozenset[str] = frozenset()
        self._peer = self._connection()

    @property
    def frames_received(self) -> int:
        """Pictures decoded so far, over all connections."""
        return self._received["video"]

    @property
    def voice_received(self) -> int:
        """Decoded sound, in frames of 20 ms."""
        return self._received["audio"]

    @property
    def state(self) -> str:
        """`connectionState` as aiortc knows it: new, connecting, connected, failed, closed."""
        return self._peer.connectionState

    async def accept_offer(self, sdp: str) -> str:
        """Answer, also a later offer of the same call.

        aiortc ignores an ICE restart. A browser takes an answer from a new connection as well, so it gets that.
        """
        path = _path(sdp)
        if self._path and path != self._path:
            await self._peer.close()
            self._peer = self._connection()
        self._path = path
        await self._peer.setRemoteDescription(RTCSessionDescription(sdp, "offer"))
        await self._peer.setLocalDescription(await self._peer.createAnswer())
        return self._peer.localDescription.sdp

    async def make_offer(self) -> str:
        await self._peer.setLocalDescription(await self._peer.createOffer())
        return self._peer.localDescription.sdp

    async def accept_answer(self, sdp: str) -> None:
        self._path = _path(sdp)
        await self._peer.setRemoteDescription(RTCSessionDescription(sdp, "answer"))

    async def add_candidate(self, candidate: str | None, mid: str | None, index: int | None) -> None:
        """A browser's candidate; None or "" says there are no more, and only then can connecting fail."""
        if not candidate:
            await self._peer.addIceCandidate(None)
            return
        parsed = candidate_from_sdp(candidate.removeprefix("candidate:"))
        parsed.sdpMid, parsed.sdpMLineIndex = mid, index
        await self._peer.addIceCandidate(parsed)

    async def left(self) -> None:
        """Wait until the other side is gone: its sound and picture have ended."""
        await asyncio.gather(*self._watching)

    async def close(self) -> None:
        await self._peer.close()
        for task in self._watching:
            task.cancel()
        await asyncio.gather(*self._watching, return_exceptions=True)

    def _connection(self) -> RTCPeerConnection:
        peer = new_peer(loopback=self._loopback)
        peer.addTrack(PulseSound())
        peer.addTrack(PulsePicture())
        peer.on("track", self._watch)
        return peer

    def _watch(self, track: MediaStreamTrack) -> None:
        task = self._tasks.start(self._count(track), name="robot-watching")
        self._watching.add(task)
        task.add_done_callback(self._watching.discard)

    async def _count(self, track: MediaStreamTrack) -> None:
        # Reading is also what keeps aiortc's unbounded queue of decoded frames empty.
        while True:
            try:
                await track.recv()
            except MediaStreamError:
                return
            self._received[track.kind] += 1


def _path(sdp: str) -> frozenset[str]:
    """What changes with an ICE restart and with nothing else."""
    return frozenset(line for line in sdp.splitlines() if line.startswith("a=ice-ufrag:"))
