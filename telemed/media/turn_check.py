"""Tries the relay as a page would: over each of its ways two ends meet, or it is said in plain words why not."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import cast

from aioice import stun
from aioice.turn import TurnTransport, create_turn_endpoint

from telemed.kernel.ids import UserId, uuid7
from telemed.media.ice import IceServer, Turn, ice_servers
from telemed.media.turn_url import BadTurnUrl, TurnUrl

PATIENCE = timedelta(seconds=5)
LIFETIME = 60
"""Seconds. What a killed check left behind is gone soon."""
WORD = b"telemed"


@dataclass(frozen=True, slots=True)
class Tried:
    """One way to the relay. `fault` is None when what was sent over it came back."""

    url: str
    took_ms: int
    fault: str | None = None


class _End(asyncio.DatagramProtocol):
    def __init__(self) -> None:
        self.heard: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()
        self.gone = asyncio.Event()

    def datagram_received(self, data: bytes, _addr: object) -> None:
        if not self.heard.done():
            self.heard.set_result(data)

    def error_received(self, exc: Exception) -> None:
        if not self.heard.done():
            self.heard.set_exception(exc)

    def connection_lost(self, _exc: Exception | None) -> None:
        self.gone.set()


async def try_relay(turn: Turn, now: datetime, *, patience: timedelta = PATIENCE) -> list[Tried]:
    """Each address of the settings, all at once, with credentials made as for a page."""
    made = ice_servers(turn, UserId(uuid7()), now)
    return list(await asyncio.gather(*(_try(url, made[0], patience) for url in turn.urls if _relays(url))))


def _relays(url: str) -> bool:
    try:
        return TurnUrl.read(url).relays
    except BadTurnUrl:
        return True  # to be told as one that does not work


async def _try(url: str, server: IceServer, patience: timedelta) -> Tried:
    loop = asyncio.get_running_loop()
    began = loop.time()
    fault: str | None = None
    try:
        async with asyncio.timeout(patience.total_seconds()):
            await _meet(TurnUrl.read(url), server)
    except BadTurnUrl:
        fault = "is not an address like turn:host:3478?transport=udp."
    except TimeoutError:
        fault = f"does not answer within {patience.total_seconds():.0f} s: is it running, and the port open?"
    except ssl.SSLCertVerificationError as error:
        fault = f"has a certificate nobody here trusts ({error.verify_message})."
    except ssl.SSLError as error:
        fault = f"does not speak TLS ({error.reason})."
    except stun.TransactionFailed as error:
        fault = _refusal(error.response.attributes["ERROR-CODE"][0])
    except (OSError, stun.TransactionError) as error:
        fault = f"cannot be reached ({type(error).__name__})."
    return Tried(url, round((loop.time() - began) * 1000), fault)


def _refusal(code: int) -> str:
    match code:
        case 401:
            return "refuses the credentials: TELEMED_TURN_SECRET is another one there, or its clock is wrong."
        case 403:
            return "will not carry to its own address, where two people who both need it meet."
        case 486:
            return "is full (TELEMED_TURN_USER_QUOTA, TELEMED_TURN_TOTAL_QUOTA)."
        case _:
            return f"refuses ({code})."


async def _meet(url: TurnUrl, server: IceServer) -> None:
    """Two allocations, a word from the one to the other: what a call with both sides behind the relay does."""
    async with _end(url, server) as (near, _), _end(url, server) as (far, heard):
        there, here = near.get_extra_info("sockname"), far.get_extra_info("sockname")
        far.sendto(WORD, there)  # whoever wants to hear from somebody has to have spoken to them
        while not heard.heard.done():
            near.sendto(WORD, here)
            await asyncio.wait([heard.heard], timeout=0.2)
        await heard.heard


@asynccontextmanager
async def _end(url: TurnUrl, server: IceServer) -> AsyncIterator[tuple[TurnTransport, _End]]:
    infos = await asyncio.get_running_loop().getaddrinfo(url.host, url.port)
    address = (cast(str, infos[0][4][0]), url.port)
    if url.tls:  # by name: that is what its certificate is for
        address = (url.host, url.port)
    transport, end = await create_turn_endpoint(
        _End,
        address,
        server.username,
        server.credential,
        lifetime=LIFETIME,
        ssl=ssl.create_default_context() if url.tls else None,
        transport=url.transport,
    )
    try:
        yield transport, end
    finally:
        transport.close()
        await end.gone.wait()
