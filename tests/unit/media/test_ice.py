"""TURN credentials, checked the way coturn checks them."""

import hmac
from base64 import b64encode
from datetime import UTC, datetime
from uuid import UUID

from telemed.kernel.ids import UserId
from telemed.media import Turn, ice_servers

NOW = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
LAN, MINH = UserId(UUID(int=1)), UserId(UUID(int=2))
TURN = Turn(("turn:turn.example:3478?transport=udp", "turns:turn.example:443"), "a shared secret")


def test_without_a_turn_server_there_are_no_servers_at_all() -> None:
    assert ice_servers(Turn(), LAN, NOW) == []


def test_the_username_says_when_it_ends_one_hour_from_now() -> None:
    (server,) = ice_servers(TURN, LAN, NOW)

    assert int(server.username.split(":")[0]) == int(NOW.timestamp()) + 3600
    assert server.urls == TURN.urls


def test_the_credential_is_what_coturn_computes_from_the_shared_secret() -> None:
    (server,) = ice_servers(TURN, LAN, NOW)

    assert server.credential == b64encode(hmac.digest(b"a shared secret", server.username.encode(), "sha1")).decode()


def test_the_username_tells_people_apart_and_names_nobody() -> None:
    (lan,), (lan_later,), (minh,) = (
        ice_servers(TURN, person, at) for person, at in ((LAN, NOW), (LAN, NOW.replace(hour=9)), (MINH, NOW))
    )

    def who(username: str) -> str:
        return username.split(":")[1]

    assert who(lan.username) == who(lan_later.username) != who(minh.username)
    assert LAN.hex not in lan.username
    assert who(ice_servers(Turn(TURN.urls, "another secret"), LAN, NOW)[0].username) != who(lan.username)


def test_neither_secret_nor_credential_is_shown_by_repr() -> None:
    (server,) = ice_servers(TURN, LAN, NOW)

    assert TURN.secret not in repr(TURN)
    assert server.credential not in repr(server)
