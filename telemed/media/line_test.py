"""The echo peer of one line test: sends back the voice and picture it hears, counts what the line did to them, and
measures what it carries."""

import asyncio
from typing import cast

from aiortc import MediaStreamTrack, RTCSessionDescription
from aiortc.rtcrtpreceiver import RTCRtpReceiver, StreamStatistics
from aiortc.stats import RTCRemoteInboundRtpStreamStats
from av import VideoFrame

from telemed.media.line_rate import RateProbe
from telemed.media.model import Flow, Measured, State
from telemed.media.peer import new_peer

WIDTH, PICTURES_PER_SECOND = 320, 12
"""Of the echo: enough to see oneself move, small enough for eight at once on a small server."""

STATES = {"new": State.CONNECTING, "connecting": State.CONNECTING, "connected": State.CONNECTED}
CLOCK_RATE = {"audio": 48_000, "video": 90_000}


class _Echo(MediaStreamTrack):
    def __init__(self, source: MediaStreamTrack) -> None:
        super().__init__()
        self.kind = source.kind
        self.frames = 0
        self._source = source

    async def recv(self) -> object:  # type: ignore[override]
        frame = await self._source.recv()
        self.frames += 1
        return frame


class _SmallEcho(_Echo):
    """Drops and shrinks pictures, so that what comes back is lighter than what was sent."""

    def __init__(self, source: MediaStreamTrack) -> None:
        super().__init__(source)
        self._due = 0.0

    async def recv(self) -> VideoFrame:
        while True:
            frame = cast(VideoFrame, await super().recv())
            assert frame.time is not None
            if frame.time >= self._due:
                self._due = frame.time + 1 / PICTURES_PER_SECOND
                return _shrunk(frame)


def _shrunk(frame: VideoFrame) -> VideoFrame:
    if frame.width <= WIDTH:
        return frame
    height = max(2, frame.height * WIDTH // frame.width // 2 * 2)
    return frame.reformat(width=WIDTH, height=height)


class LineTest:
    def __init__(self, *, loopback: bool = False) -> None:
        self._peer = new_peer(loopback=loopback)
        self._echoes: dict[str, _Echo] = {}
        self._ended = asyncio.Event()
        self._peer.on("track", self._echo)
        self._rates = RateProbe()
        self._peer.on("datachannel", self._rates.take)
        self._started_at = asyncio.get_running_loop().time()

    async def answer(self, sdp: str) -> str:
        """Raises whatever the parser raises: aiortc's tells a bad offer by many kinds of exception."""
        await self._peer.setRemoteDescription(RTCSessionDescription(sdp, "offer"))
        await self._peer.setLocalDescription(await self._peer.createAnswer())
        return self._peer.localDescription.sdp

    async def measured(self) -> Measured:
        round_trips = [
            report.roundTripTime
            for sender in self._peer.getSenders()
            for report in (await sender.getStats()).values()
            if isinstance(report, RTCRemoteInboundRtpStreamStats) and report.roundTripTime is not None
        ]
        flows = {receiver.track.kind: _flow(receiver) for receiver in self._peer.getReceivers() if receiver.track}
        picture = self._echoes.get("video")
        return Measured(
            state=STATES.get(self._peer.connectionState, State.LOST),
            elapsed_ms=round((asyncio.get_running_loop().time() - self._started_at) * 1000),
            rtt_ms=round(min(round_trips) * 1000, 1) if round_trips else None,
            voice=flows.get("audio"),
            picture=flows.get("video"),
            frames=picture.frames if picture else 0,
            up_kbps=self._rates.up.kbps,
            pulse=self._rates.pulses.found(),
        )

    async def live(self, seconds: float) -> None:
        """Until it is ended or its time is up, whichever comes first; then close."""
        try:
            async with asyncio.timeout(seconds):
                await self._ended.wait()
        except TimeoutError:
            pass
        finally:
            await self._rates.close()
            await self._peer.close()

    def end(self) -> None:
        self._ended.set()

    def _echo(self, track: MediaStreamTrack) -> None:
        echo = self._echoes[track.kind] = _SmallEcho(track) if track.kind == "video" else _Echo(track)
        self._peer.addTrack(echo)


def _flow(receiver: RTCRtpReceiver) -> Flow | None:
    # getStats() has one slot per receiver: with retransmissions on, their stream hides the media's own. So read inside.
    streams: list[StreamStatistics] = list(vars(receiver)["_RTCRtpReceiver__remote_streams"].values())
    if not streams:
        return None
    media = max(streams, key=lambda stream: stream.packets_received)
    return Flow(
        received=sum(stream.packets_received for stream in streams),
        lost=max(0, sum(stream.packets_lost for stream in streams)),
        jitter_ms=round(media.jitter * 1000 / CLOCK_RATE[receiver.track.kind], 1),
    )
