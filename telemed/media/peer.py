"""What every aiortc peer of ours shares: no foreign servers, encoders that spare a weak link, loopback if need be.

aiortc keeps these as module constants, so they hold for the whole process: another reason why it never runs in the
signaling process.
"""

from functools import cache

import aioice.ice
from aiortc import RTCConfiguration, RTCPeerConnection, codecs
from aiortc.codecs import h264, opus, vpx

PICTURE = {"MIN_BITRATE": 100_000, "DEFAULT_BITRATE": 150_000, "MAX_BITRATE": 400_000}
"""bit/s, by aiortc's names for them. Its own floor (250k for VP8, 500k for H264) drowns a 256 kbit/s link."""
VOICE = 24_000
"""bit/s. aiortc fixes Opus at 96k, more than a weak station's whole line."""

_addresses = aioice.ice.get_host_addresses


class _SparingOpusEncoder(opus.OpusEncoder):
    def __init__(self) -> None:
        super().__init__()
        self.codec.bit_rate = VOICE


@cache
def _spare_the_link() -> None:
    for name, rate in PICTURE.items():
        setattr(vpx, name, rate)
        setattr(h264, name, rate)
    vars(codecs)["OpusEncoder"] = _SparingOpusEncoder


def _gather_loopback(*, always: bool) -> None:
    def addresses(use_ipv4: bool, use_ipv6: bool) -> list[str]:
        found = _addresses(use_ipv4, use_ipv6)
        return [*found, "127.0.0.1"] if always or not found else found

    aioice.ice.get_host_addresses = addresses


def new_peer(*, loopback: bool = False) -> RTCPeerConnection:
    """A connection with host candidates only: a server behind no NAT needs no STUN, and gathering stays instant.

    aioice skips 127.0.0.1. It is offered when the machine has no other address, and with `loopback` in any case.
    """
    _spare_the_link()
    _gather_loopback(always=loopback)
    # Without an explicit empty list aiortc asks a public STUN server of a third party.
    return RTCPeerConnection(RTCConfiguration(iceServers=[]))
