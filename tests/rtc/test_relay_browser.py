"""Chromium through a real coturn: each way to it, whom it trusts, and credentials that are renewed while it is used."""

import time
from collections.abc import AsyncIterator
from dataclasses import asdict
from typing import Any

import pytest
from playwright.async_api import Browser, Page

from telemed.media import IceServer
from tests.browser.chromium import blank_page, chromium, person
from tests.eventually import eventually
from tests.turn import Coturn, coturn, trusting

pytestmark = pytest.mark.browser

SCRIPT = """(server) => {
  const config = (one) => ({ iceServers: one ? [one] : [], iceTransportPolicy: "relay" });
  const [near, far] = [new RTCPeerConnection(config(server)), new RTCPeerConnection(config(server))];
  const found = [], errors = [], heard = [];
  near.onicecandidateerror = ({ errorCode }) => errors.push(errorCode);
  near.onicecandidate = ({ candidate }) => {
    if (candidate?.candidate) found.push(candidate.candidate);
    far.addIceCandidate(candidate).catch(() => undefined);
  };
  far.onicecandidate = ({ candidate }) => near.addIceCandidate(candidate).catch(() => undefined);
  const line = near.createDataChannel("words");
  far.ondatachannel = ({ channel }) => (channel.onmessage = ({ data }) => heard.push(data));
  window.pair = {
    async meet(restart) {
      found.length = 0;
      await near.setLocalDescription(await near.createOffer({ iceRestart: restart }));
      await far.setRemoteDescription(near.localDescription);
      await far.setLocalDescription();
      await near.setRemoteDescription(far.localDescription);
    },
    renew(one) {
      near.setConfiguration(config(one));
      far.setConfiguration(config(one));
    },
    say: (word) => line.readyState === "open" && line.send(word),
    state: () => ({ state: near.connectionState, gathering: near.iceGatheringState, found, errors, heard }),
    async way() {
      const all = [...(await near.getStats()).values()];
      const pair = all.find((row) => row.type === "candidate-pair" && row.nominated && row.state === "succeeded");
      const local = all.find((row) => row.id === pair?.localCandidateId);
      return local && [local.candidateType, local.relayProtocol];
    },
  };
}"""


@pytest.fixture(scope="module")
async def relay(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Coturn]:
    async with coturn(tmp_path_factory.mktemp("relay")) as relay:
        yield relay


@pytest.fixture(scope="module")
async def trusting_browser(relay: Coturn, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Browser]:
    env = await trusting(tmp_path_factory.mktemp("home"), relay.authority)
    async with chromium(env=env) as browser:
        yield browser


class Pair:
    """Two ends in one page that may meet on the relay and nowhere else."""

    def __init__(self, page: Page) -> None:
        self.page = page

    async def state(self) -> dict[str, Any]:
        state: dict[str, Any] = await self.page.evaluate("pair.state()")
        return state

    async def meet(self, *, restart: bool = False) -> None:
        await self.page.evaluate("(restart) => pair.meet(restart)", restart)

    async def says(self, word: str) -> None:
        async def heard() -> bool:
            await self.page.evaluate("(word) => pair.say(word)", word)
            return word in (await self.state())["heard"]

        await eventually(heard, every=0.1)


async def pair_on(browser: Browser, server: IceServer) -> Pair:
    page = await blank_page(await person(browser))
    await page.evaluate(SCRIPT, asdict(server))
    return Pair(page)


@pytest.mark.parametrize("way", ["udp", "tcp", "tls"])
async def test_two_ends_meet_over_each_way_to_the_relay(relay: Coturn, trusting_browser: Browser, way: str) -> None:
    pair = await pair_on(trusting_browser, relay.server(getattr(relay, way)))

    await pair.meet()

    await pair.says("hello")
    assert await eventually(lambda: pair.page.evaluate("pair.way()"), every=0.05) == ["relay", way]
    await pair.page.context.close()


async def test_a_certificate_of_an_authority_nobody_knows_is_not_taken(relay: Coturn, browser: Browser) -> None:
    pair = await pair_on(browser, relay.server(relay.tls))

    await pair.meet()

    async def gave_up() -> bool:
        return bool((await pair.state())["gathering"] == "complete")

    await eventually(gave_up, every=0.05)
    state = await pair.state()
    assert (state["found"], set(state["errors"])) == ([], {701})
    await pair.page.context.close()


async def test_a_call_outlives_its_credentials_and_restarts_with_new_ones(
    relay: Coturn, trusting_browser: Browser
) -> None:
    stale = relay.server(relay.udp, lasts=3)
    pair = await pair_on(trusting_browser, stale)
    await pair.meet()
    await pair.says("within their time")

    await eventually(lambda: time.time() > int(stale.username.split(":")[0]) + 1, every=0.1)
    await pair.says("after it, on the same allocation")
    await pair.meet(restart=True)

    async def gathered() -> bool:
        return bool((await pair.state())["gathering"] == "complete")

    await eventually(gathered, every=0.05)
    assert (await pair.state())["found"] == []
    await pair.page.evaluate("(server) => pair.renew(server)", asdict(relay.server(relay.udp)))
    await pair.meet(restart=True)

    async def found() -> list[str]:
        return list((await pair.state())["found"])

    assert all(" relay " in one for one in await eventually(found, every=0.05))
    await pair.says("on a new allocation")
    await pair.page.context.close()
