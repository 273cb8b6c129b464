"""The address of a relay as browsers write it (RFC 7065): `turn:host:3478?transport=udp`, `turns:host:443`. Pure."""

import re
from dataclasses import dataclass
from typing import Literal

from telemed.kernel.values import LinkPath

_URL = re.compile(
    r"(?P<scheme>turns?|stuns?):(?P<host>[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(:(?P<port>[0-9]{1,5}))?"
    r"(\?transport=(?P<transport>udp|tcp))?"
)
PORTS = {"turn": 3478, "stun": 3478, "turns": 5349, "stuns": 5349}


class BadTurnUrl(Exception):
    """This is no address of a relay."""


@dataclass(frozen=True, slots=True)
class TurnUrl:
    scheme: str
    host: str
    port: int
    transport: Literal["udp", "tcp"]

    @classmethod
    def read(cls, url: str) -> "TurnUrl":
        """Raises BadTurnUrl."""
        found = _URL.fullmatch(url)
        if found is None or not 1 <= int(found["port"] or 1) <= 65535:
            raise BadTurnUrl(url)
        scheme = found["scheme"]
        over_tcp = scheme in {"turns", "stuns"} or found["transport"] == "tcp"
        transport: Literal["udp", "tcp"] = "tcp" if over_tcp else "udp"
        return cls(scheme, found["host"].strip("[]"), int(found["port"] or PORTS[scheme]), transport)

    @property
    def relays(self) -> bool:
        return self.scheme in {"turn", "turns"}

    @property
    def tls(self) -> bool:
        return self.scheme in {"turns", "stuns"}

    @property
    def path(self) -> LinkPath:
        if self.tls:
            return LinkPath.RELAY_TLS
        return LinkPath.RELAY_TCP if self.transport == "tcp" else LinkPath.RELAY_UDP
