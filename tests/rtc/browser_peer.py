"""A page with one peer connection, its camera open: the browser's side of every media test."""

from dataclasses import dataclass
from typing import Self

from playwright.async_api import BrowserContext, Page

from tests.browser.chromium import blank_page

SCRIPT = """async () => {
  const pc = new RTCPeerConnection();
  const screen = document.body.appendChild(document.createElement("video"));
  screen.autoplay = true;  // not muted: a page decodes only the sound it plays
  screen.srcObject = new MediaStream();
  pc.ontrack = ({ track }) => screen.srcObject.addTrack(track);
  const open = (width, height) =>
    navigator.mediaDevices.getUserMedia({ video: { width, height, frameRate: 20 }, audio: true });
  let camera = await open(320, 240);
  const send = () => camera.getTracks().forEach((track) => pc.addTrack(track, camera));

  const until = async (fact, ms) => {
    for (const end = performance.now() + ms; performance.now() < end; ) {
      const found = await fact();
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return null;
  };
  const gathered = () => until(() => pc.iceGatheringState === "complete", 5000);

  window.peer = {
    async useCamera([width, height]) {
      camera.getTracks().forEach((track) => track.stop());
      camera = await open(width, height);
    },
    async offer({ restart, trickle }) {
      if (!pc.getSenders().length) send();
      if (restart) pc.restartIce();
      if (trickle) pc.onicecandidate = ({ candidate }) => window.trickled(candidate && candidate.toJSON());
      await pc.setLocalDescription();
      const bare = pc.localDescription.sdp;
      if (trickle) return bare;
      await gathered();
      return pc.localDescription.sdp;
    },
    take: (sdp) => pc.setRemoteDescription({ type: "answer", sdp }),
    async answer(sdp) {
      await pc.setRemoteDescription({ type: "offer", sdp });
      send();
      await pc.setLocalDescription();
      await gathered();
      return pc.localDescription.sdp;
    },
    async inbound() {
      const all = [...(await pc.getStats()).values()];
      const of = (kind) => all.find((stat) => stat.type === "inbound-rtp" && stat.kind === kind) ?? {};
      const pair = all.find((stat) => stat.type === "candidate-pair" && stat.nominated && stat.state === "succeeded");
      const local = all.find((stat) => stat.id === pair?.localCandidateId);
      return {
        frames: of("video").framesDecoded ?? 0,
        packets: of("audio").packetsReceived ?? 0,
        loudness: of("audio").totalAudioEnergy ?? 0,
        width: of("video").frameWidth ?? 0,
        height: of("video").frameHeight ?? 0,
        address: local?.address ?? "",
        state: pc.connectionState,
      };
    },
    receives: (frames, packets, ms) =>
      until(async () => {
        const now = await window.peer.inbound();
        return now.frames > frames && now.packets > packets && now;
      }, ms),
    ended: (ms) => until(() => ["closed", "disconnected", "failed"].includes(pc.connectionState), ms),
  };
}"""


@dataclass(frozen=True)
class Inbound:
    """What the page got so far, from `getStats`."""

    frames: int
    packets: int
    loudness: float
    width: int
    height: int
    address: str
    state: str


class BrowserPeer:
    def __init__(self, page: Page) -> None:
        self.page = page

    @classmethod
    async def open(cls, context: BrowserContext) -> Self:
        page = await blank_page(context)
        await page.evaluate(SCRIPT)
        return cls(page)

    async def use_camera(self, *, width: int, height: int) -> None:
        await self.page.evaluate("peer.useCamera", [width, height])

    async def offer(self, *, restart: bool = False, trickle: bool = False) -> str:
        return str(await self.page.evaluate("peer.offer", {"restart": restart, "trickle": trickle}))

    async def take(self, answer: str) -> None:
        await self.page.evaluate("peer.take", answer)

    async def answer(self, offer: str) -> str:
        return str(await self.page.evaluate("peer.answer", offer))

    async def inbound(self) -> Inbound:
        return Inbound(**await self.page.evaluate("peer.inbound()"))

    async def receives(self, *, frames: int = 60, packets: int = 50, within_ms: int = 20_000) -> Inbound:
        """Wait for the fact, and fail with what there was instead."""
        seen = await self.page.evaluate(
            "([frames, packets, ms]) => peer.receives(frames, packets, ms)", [frames, packets, within_ms]
        )
        assert seen, f"only {await self.inbound()} after {within_ms} ms"
        return Inbound(**seen)

    async def ended(self, *, within_ms: int = 20_000) -> bool:
        return bool(await self.page.evaluate("peer.ended", within_ms))
