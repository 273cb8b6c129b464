"""The peer our calls are timed against: two bare pages, no server, cameras already open, first remote picture."""

import asyncio
from statistics import median

from playwright.async_api import Browser, Page

from tests.browser.chromium import blank_page, chromium, person

CALLS = 9

OPEN = """async () => {
  const video = { width: 640, height: 360, frameRate: 25 };
  window.camera = await navigator.mediaDevices.getUserMedia({ video, audio: true });
  window.channel = new BroadcastChannel("bare-call");
  window.prepare = () => {
    const pc = new RTCPeerConnection();
    const screen = document.body.appendChild(document.createElement("video"));
    screen.autoplay = screen.muted = true;
    camera.getTracks().forEach((track) => pc.addTrack(track, camera));
    const picture = new Promise((resolve) => {
      pc.ontrack = ({ track, streams }) => {
        if (track.kind !== "video") return;
        screen.srcObject = streams[0];
        screen.requestVideoFrameCallback(() => resolve(performance.now()));
      };
    });
    const early = [];
    const describe = async () => {
      await pc.setLocalDescription();
      channel.postMessage({ description: pc.localDescription.toJSON() });
    };
    pc.onicecandidate = ({ candidate }) => candidate && channel.postMessage({ candidate: candidate.toJSON() });
    channel.onmessage = async ({ data: { description, candidate } }) => {
      if (candidate) return pc.remoteDescription ? pc.addIceCandidate(candidate) : early.push(candidate);
      await pc.setRemoteDescription(description);
      early.splice(0).forEach((candidate) => pc.addIceCandidate(candidate));
      if (description.type === "offer") await describe();
    };
    window.call = async () => {
      const started = performance.now();
      await describe();
      return (await picture) - started;
    };
    window.hangUp = () => {
      pc.close();
      screen.remove();
    };
  };
}"""


async def bare_call_ms(browser: Browser, origin: str = "http://localhost", *, calls: int = CALLS) -> list[float]:
    """Milliseconds from the start of a call to the other's first picture, on the page that starts it; one per call.

    Both pages are of `origin` (nothing is asked of it: the pages are blank ones of our own) and talk to each other
    inside the browser, so this is the least any call can take here. One call before them warms the codecs up.
    """
    context = await person(browser)
    try:
        caller, callee = await blank_page(context, origin), await blank_page(context, origin)
        for page in (caller, callee):
            await page.evaluate(OPEN)
        await caller.bring_to_front()  # a page behind another is shown new pictures once a second
        return [await _one_call(caller, callee) for _ in range(calls + 1)][1:]
    finally:
        await context.close()


async def _one_call(caller: Page, callee: Page) -> float:
    for page in (caller, callee):
        await page.evaluate("prepare()")
    async with asyncio.timeout(20):
        took = float(await caller.evaluate("call()"))
    for page in (caller, callee):
        await page.evaluate("hangUp()")
    return took


async def main() -> None:
    async with chromium() as browser:
        calls = await bare_call_ms(browser)
    print(f"bare call, first remote picture: median {median(calls):.0f} ms of {sorted(round(call) for call in calls)}")


if __name__ == "__main__":
    asyncio.run(main())
