"""Whom this server asks to wake a browser: known services, outside of our own network, whatever a name points to."""

from typing import Any

import pytest
from aiohttp.resolver import ThreadedResolver

from telemed.notify.carriers import OutsideOnly
from telemed.notify.model import BadEndpoint, PushRules

RULES = PushRules()


@pytest.mark.parametrize(
    "endpoint",
    [
        "https://fcm.googleapis.com/fcm/send/cXyz:APA91b",
        "https://updates.push.services.mozilla.com/wpush/v2/gAAAA",
        "https://web.push.apple.com/QAAA",
        "https://wns2-sg2p.notify.windows.com/w/?token=BQYA",
    ],
)
def test_the_browsers_that_people_use_are_known(endpoint: str) -> None:
    RULES.require(endpoint)


@pytest.mark.parametrize(
    "endpoint",
    [
        "https://push.services.mozilla.com/x",
        "https://evil-fcm.googleapis.com/x",
        "https://fcm.googleapis.com@10.0.0.1/x",
        "https://[fe80::1%25eth0]/x",
        "https:///x",
        "https://[/x",
        "ftp://fcm.googleapis.com/x",
    ],
)
def test_others_are_not(endpoint: str) -> None:
    with pytest.raises(BadEndpoint):
        RULES.require(endpoint)


def test_an_address_inside_is_refused_even_where_it_is_listed() -> None:
    with pytest.raises(BadEndpoint):
        PushRules(hosts=("10.0.0.7",)).require("https://10.0.0.7/x")
    PushRules(hosts=("10.0.0.7",), private=True).require("http://10.0.0.7/x")


@pytest.mark.parametrize("address", ["10.1.2.3", "127.0.0.1", "169.254.169.254", "192.168.1.9", "::1", "fd00::1"])
async def test_a_listed_name_that_points_inside_is_not_asked(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async def resolve(self: ThreadedResolver, host: str, port: int = 0, family: Any = 0) -> list[dict[str, Any]]:
        return [{"hostname": host, "host": address, "port": port, "family": family, "proto": 0, "flags": 0}]

    monkeypatch.setattr(ThreadedResolver, "resolve", resolve)

    with pytest.raises(OSError, match="no address outside"):
        await OutsideOnly(RULES).resolve("fcm.googleapis.com", 443)
    assert await OutsideOnly(PushRules(private=True)).resolve("fcm.googleapis.com", 443)


def test_a_contact_that_push_services_refuse_is_none() -> None:
    assert PushRules.of(None, {"http://localhost:8080"}, (), private=False) == RULES
    assert PushRules.of(None, {"https://a.example.vn"}, (), private=False).contact == "https://a.example.vn"
    assert PushRules.of("mailto:it@a.vn", {"https://a.example.vn"}, (), private=False).contact == "mailto:it@a.vn"
