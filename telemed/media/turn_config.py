"""What coturn is told: `turnserver.conf` from the settings, and what it may never relay to. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_network

from telemed.media.turn_url import TurnUrl

Network = IPv4Network | IPv6Network

NEVER = (
    *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"),
    *("192.0.0.0/24", "192.168.0.0/16", "198.18.0.0/15", "240.0.0.0/4"),
    *("::1/128", "64:ff9b::/96", "2001::/32", "2002::/16", "fc00::/7", "fe80::/10"),
)
"""Not public. A relay that carried to them would open the network it stands in to whoever can sign in; three
of IPv6 hold an IPv4 address inside. (coturn itself reads an IPv4 address mapped into IPv6 as what it is. A range that
begins with `::` has no beginning for it and would deny all of IPv4.)"""

MAX_BYTES_PER_SECOND = 500_000
"""Of one allocation, each way: three times the best picture with its voice."""
NONCE_SECONDS = 600


class NoConfiguration(Exception):
    """The settings make no relay; the message says what is missing."""


@dataclass(frozen=True, slots=True)
class TurnServer:
    """The relay as the operator wants it."""

    urls: tuple[str, ...]
    secrets: tuple[str, ...] = field(repr=False)
    """The one in use first; one that is being replaced may follow it."""
    listen: tuple[IPv4Address | IPv6Address, ...] = ()
    """None: all addresses of the machine."""
    public: IPv4Address | IPv6Address | None = None
    """What the world sees, when the machine stands behind an address translation."""
    certificate: str | None = None
    key: str | None = None
    allowed: tuple[Network, ...] = ()
    ports: tuple[int, int] = (49152, 65535)
    user_quota: int = 48
    total_quota: int = 1200


def turnserver_conf(server: TurnServer) -> str:
    """The whole file.

    Raises:
        NoConfiguration
        BadTurnUrl
    """
    urls = [url for url in map(TurnUrl.read, server.urls) if url.relays]
    plain, tls = [url for url in urls if not url.tls], [url for url in urls if url.tls]
    if not urls:
        raise NoConfiguration("TELEMED_TURN_URLS names no turn: or turns: address.")
    if tls and not (server.certificate and server.key):
        raise NoConfiguration("turns: needs TELEMED_TURN_CERTIFICATE and TELEMED_TURN_KEY.")
    plain_port, tls_port = _one_port("turn:", plain), _one_port("turns:", tls)
    lines = [
        "# Made by `telemed turn-config` from the settings: change those, then make it again.",
        *(f"listening-ip={address}" for address in server.listen),
        *(f"relay-ip={address}" for address in server.listen),
        *([f"external-ip={_mapping(server)}"] if server.public else []),
        f"listening-port={plain_port or tls_port}",
        *([f"tls-listening-port={tls_port}"] if tls_port else []),
        f"min-port={server.ports[0]}",
        f"max-port={server.ports[1]}",
        *([f"cert={server.certificate}", f"pkey={server.key}", "no-tlsv1", "no-tlsv1_1"] if tls else ["no-tls"]),
        "no-dtls",
        *([] if any(url.transport == "udp" for url in urls) else ["no-udp"]),
        *([] if any(url.transport == "tcp" for url in urls) else ["no-tcp"]),
        "",
        "# Credentials are time-limited and checked by their signature alone; an allocation outlives them.",
        f"realm={urls[0].host}",
        "use-auth-secret",
        *(f"static-auth-secret={secret}" for secret in server.secrets),
        f"stale-nonce={NONCE_SECONDS}",
        "fingerprint",
        "",
        "# Nobody gets more than calls need, and nothing but UDP between people.",
        f"user-quota={server.user_quota}",
        f"total-quota={server.total_quota}",
        f"max-bps={MAX_BYTES_PER_SECOND}",
        "no-tcp-relay",
        "no-multicast-peers",
        "no-cli",
        "no-software-attribute",
        "no-rfc5780",
        "",
        "# Private networks are closed but for what TELEMED_TURN_ALLOWED_PEERS names, and for this relay itself: two",
        "# people who both need it meet at its own address.",
        *(f"denied-peer-ip={_range(ip_network(network))}" for network in NEVER),
        *(f"allowed-peer-ip={_range(network)}" for network in _allowed(server)),
        "",
        "log-file=stdout",
        "simple-log",
        "new-log-timestamp",
    ]
    return "\n".join(lines) + "\n"


def _one_port(scheme: str, urls: Iterable[TurnUrl]) -> int | None:
    ports = {url.port for url in urls}
    if len(ports) > 1:
        raise NoConfiguration(f"coturn listens on one port for {scheme}, and TELEMED_TURN_URLS names {len(ports)}.")
    return ports.pop() if ports else None


def _mapping(server: TurnServer) -> str:
    return f"{server.public}/{server.listen[0]}" if server.listen else str(server.public)


def _allowed(server: TurnServer) -> list[Network]:
    own = [address for address in (*server.listen, server.public) if address is not None]
    return [*(ip_network(address) for address in own), *server.allowed]


def _range(network: Network) -> str:
    first, last = network[0], network[-1]
    return str(first) if first == last else f"{first}-{last}"
