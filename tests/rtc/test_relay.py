"""The relay as `telemed turn-config` makes it: what it carries, whom it refuses, how long credentials count."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta

import pytest
from aioice import stun
from aioice.turn import TurnTransport, create_turn_endpoint

from telemed.cli import doctor
from telemed.kernel.clock import SystemClock
from telemed.media import Turn
from telemed.media.turn_check import Tried, try_relay
from telemed.settings import Settings
from tests.eventually import eventually
from tests.turn import OLD_SECRET, Coturn, coturn

UNAUTHORIZED, FORBIDDEN, FULL = 401, 403, 486


@pytest.fixture(scope="module")
async def relay(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Coturn]:
    folder = tmp_path_factory.mktemp("relay")
    async with coturn(folder, ALLOWED_PEERS="10.9.0.0/16", USER_QUOTA="8") as relay:
        yield relay


class Ear(asyncio.DatagramProtocol):
    def __init__(self) -> None:
        self.heard: list[bytes] = []
        self.gone = asyncio.Event()

    def datagram_received(self, data: bytes, _addr: object) -> None:
        self.heard.append(data)

    def connection_lost(self, _exc: Exception | None) -> None:
        self.gone.set()


@dataclass
class End:
    """One allocation on the relay."""

    transport: TurnTransport
    ear: Ear

    @property
    def address(self) -> tuple[str, int]:
        host, port = self.transport.get_extra_info("sockname")
        return host, port

    async def hears(self, word: bytes, from_end: "End") -> None:
        self.transport.sendto(b"I hear you", from_end.address)

        def come() -> bool:
            from_end.transport.sendto(word, self.address)
            return word in self.ear.heard

        await eventually(come, every=0.05)

    async def bind(self, peer: tuple[str, int]) -> None:
        """Ask to be let through to an address, and send nothing."""
        await self._ask(stun.Method.CREATE_PERMISSION, "XOR-PEER-ADDRESS", peer)

    async def refresh(self) -> None:
        await self._ask(stun.Method.REFRESH, "LIFETIME", 600)

    async def close(self) -> None:
        self.transport.close()
        await self.ear.gone.wait()

    async def _ask(self, method: stun.Method, name: str, value: object) -> None:
        inner = vars(self.transport)["_TurnTransport__inner_protocol"]
        request = stun.Message(message_method=method, message_class=stun.Class.REQUEST)
        request.attributes[name] = value
        await inner.request_with_retry(request)


async def opened(relay: Coturn, **credentials: object) -> End:
    made = relay.credentials(**credentials)  # type: ignore[arg-type]
    return End(*await create_turn_endpoint(Ear, ("127.0.0.1", relay.port), *made))


async def refusal(asked: object) -> int:
    with pytest.raises(stun.TransactionFailed) as caught:
        await asked  # type: ignore[misc]
    return int(caught.value.response.attributes["ERROR-CODE"][0])


async def test_a_word_goes_through_over_udp_tcp_and_tls(relay: Coturn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(relay.authority))

    tried = await try_relay(relay.turn, SystemClock().now())

    assert [(one.url, one.fault) for one in tried] == [(relay.udp, None), (relay.tcp, None), (relay.tls, None)]
    assert set((await doctor._relay(relay.settings)).values()) == {None}


async def test_private_networks_are_closed_but_for_what_is_named(relay: Coturn) -> None:
    end = await opened(relay)

    for private in (
        "10.8.0.1",
        "172.31.255.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "127.0.0.2",
        "224.0.0.1",
    ):
        assert await refusal(end.bind((private, 53))) == FORBIDDEN, private
    for public in ("10.9.255.1", "8.8.8.8", "127.0.0.1"):
        await end.bind((public, 53))
    await end.close()


async def test_who_has_no_good_credentials_gets_nothing(relay: Coturn) -> None:
    assert await refusal(opened(relay, secret="guessed")) == UNAUTHORIZED
    assert await refusal(opened(relay, lasts=-1)) == UNAUTHORIZED
    before_the_change = await opened(relay, secret=OLD_SECRET)
    await before_the_change.close()


async def test_one_person_cannot_take_every_place_whatever_credentials_they_hold(relay: Coturn) -> None:
    ends = [await opened(relay, who="greedy", lasts=60 + n) for n in range(8)]

    assert await refusal(opened(relay, who="greedy", lasts=99)) == FULL
    other = await opened(relay, who="modest")

    for end in (*ends, other):
        await end.close()


async def test_what_flows_outlives_its_credentials_and_what_begins_does_not(relay: Coturn) -> None:
    short = relay.credentials(lasts=2, who="short")
    near = End(*await create_turn_endpoint(Ear, ("127.0.0.1", relay.port), *short))
    far = await opened(relay, who="far")
    await far.hears(b"before", near)

    async def over() -> bool:
        try:
            late = await create_turn_endpoint(Ear, ("127.0.0.1", relay.port), *short)
        except stun.TransactionFailed:
            return True
        await End(*late).close()
        return False

    await eventually(over, every=0.3)
    await near.refresh()
    third = await opened(relay, who="third")
    await near.bind(third.address)
    await far.hears(b"after", near)
    for end in (near, far, third):
        await end.close()


async def test_a_relay_that_does_not_work_is_said_to_in_plain_words(relay: Coturn) -> None:
    async def fault(*urls: str, secret: str = relay.turn.secret) -> str:
        tried: list[Tried] = await try_relay(Turn(urls, secret), SystemClock().now(), patience=timedelta(seconds=1))
        assert tried[0].fault
        return tried[0].fault

    assert "refuses the credentials" in await fault(relay.udp, secret="another one")
    assert "a certificate nobody here trusts" in await fault(relay.tls)
    assert "cannot be reached" in await fault("turn:127.0.0.1:9?transport=tcp")
    assert "is not an address" in await fault("turn:127.0.0.1:port")
    (missing,) = (await doctor._relay(Settings())).values()
    assert missing
    assert "none is configured" in missing
