"""What coturn is told: every way that pages are told of, nothing private, and no secret where people look."""

from ipaddress import IPv4Address, ip_address, ip_network
from pathlib import Path

import pytest

from telemed.cli import turn_config as command
from telemed.kernel.values import LinkPath
from telemed.media.turn_config import NoConfiguration, TurnServer, turnserver_conf
from telemed.media.turn_url import BadTurnUrl, TurnUrl
from telemed.settings import Settings

UDP, TCP, TLS = (
    "turn:t.example.vn:3478?transport=udp",
    "turn:t.example.vn:3478?transport=tcp",
    "turns:t.example.vn:443?transport=tcp",
)
WHOLE = TurnServer(
    (UDP, TCP, TLS),
    ("new", "old"),
    listen=(ip_address("10.0.0.5"),),
    public=ip_address("203.0.113.7"),
    certificate="/etc/relay.pem",
    key="/etc/relay.key",
    allowed=(ip_network("10.20.0.0/16"),),
)


def lines(server: TurnServer) -> list[str]:
    return [line for line in turnserver_conf(server).splitlines() if line and not line.startswith("#")]


def values(server: TurnServer, name: str) -> list[str]:
    return [line.partition("=")[2] for line in lines(server) if line.partition("=")[0] == name]


def test_ports_and_ways_are_those_that_pages_are_told() -> None:
    assert (values(WHOLE, "listening-port"), values(WHOLE, "tls-listening-port")) == (["3478"], ["443"])
    assert not {"no-udp", "no-tcp", "no-tls"} & set(lines(WHOLE))

    only_udp = TurnServer((UDP,), ("s",))
    assert {"no-tcp", "no-tls", "no-dtls"} <= set(lines(only_udp))
    only_tls = TurnServer((TLS,), ("s",), certificate="c", key="k")
    assert values(only_tls, "listening-port") == ["443"]


def test_both_secrets_are_believed_while_one_replaces_the_other() -> None:
    assert values(WHOLE, "static-auth-secret") == ["new", "old"]
    assert "new" not in repr(WHOLE)


def test_nothing_private_is_reached_but_itself_and_what_is_named() -> None:
    denied = [one.split("-") for one in values(WHOLE, "denied-peer-ip") if "." in one]

    def is_denied(peer: str) -> bool:
        return any(IPv4Address(span[0]) <= IPv4Address(peer) <= IPv4Address(span[-1]) for span in denied)

    for private in ("10.1.2.3", "127.0.0.1", "192.168.0.1", "172.16.9.9", "169.254.169.254", "100.64.1.1"):
        assert is_denied(private), private
    assert not is_denied("8.8.8.8")
    assert values(WHOLE, "allowed-peer-ip") == ["10.0.0.5", "203.0.113.7", "10.20.0.0-10.20.255.255"]
    assert {"no-multicast-peers", "no-tcp-relay", "no-cli"} <= set(lines(WHOLE))


def test_no_denied_range_begins_with_the_unspecified_address_of_ipv6() -> None:
    """coturn 4.6.1 takes it for no lower end at all, and denies all of IPv4."""
    assert not any(one.startswith("::-") for one in values(WHOLE, "denied-peer-ip"))


def test_behind_an_address_translation_both_addresses_are_said() -> None:
    assert values(WHOLE, "external-ip") == ["203.0.113.7/10.0.0.5"]
    assert values(WHOLE, "relay-ip") == ["10.0.0.5"]


@pytest.mark.parametrize(
    ("server", "why"),
    [
        (TurnServer((), ("s",)), "TELEMED_TURN_URLS"),
        (TurnServer(("stun:t.example.vn",), ("s",)), "TELEMED_TURN_URLS"),
        (TurnServer((TLS,), ("s",)), "TELEMED_TURN_CERTIFICATE"),
        (TurnServer((UDP, "turn:t.example.vn:3479"), ("s",)), "one port"),
    ],
)
def test_what_makes_no_relay_is_said_in_plain_words(server: TurnServer, why: str) -> None:
    with pytest.raises(NoConfiguration, match=why):
        turnserver_conf(server)


@pytest.mark.parametrize(
    ("url", "host", "port", "path"),
    [
        ("turn:t.example.vn", "t.example.vn", 3478, LinkPath.RELAY_UDP),
        (TCP, "t.example.vn", 3478, LinkPath.RELAY_TCP),
        ("turns:t.example.vn", "t.example.vn", 5349, LinkPath.RELAY_TLS),
        ("turn:[2001:db8::5]:99?transport=udp", "2001:db8::5", 99, LinkPath.RELAY_UDP),
    ],
)
def test_an_address_of_a_relay_is_read_as_browsers_read_it(url: str, host: str, port: int, path: LinkPath) -> None:
    found = TurnUrl.read(url)

    assert (found.host, found.port, found.path) == (host, port, path)


@pytest.mark.parametrize("url", ["turn:", "http://t", "turn:t:0", "turn:t:65536", "turn:t?transport=quic", "turn:t u"])
def test_what_is_no_address_of_a_relay_is_refused(url: str) -> None:
    with pytest.raises(BadTurnUrl):
        TurnUrl.read(url)


def test_the_file_is_written_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "turnserver.conf"
    command._write(path, "x")
    command._write(path, "y")

    assert (path.read_text(), path.stat().st_mode & 0o777) == ("y", 0o600)
    assert command.server_of(Settings(turn_urls=(UDP,), turn_secret="new", turn_old_secret="old")).secrets == (
        "new",
        "old",
    )
