"""A call is given new relay credentials before its old ones end, and nobody else is."""

from datetime import timedelta

import pytest

from telemed.media import Turn
from tests.socket.pages import Live, Page, in_call

SHORT = Turn(("turn:turn.example:3478",), "not a real secret", valid_for=timedelta(seconds=20))


@pytest.fixture
async def pages(live: Live, monkeypatch: pytest.MonkeyPatch) -> tuple[Page, Page, str]:
    monkeypatch.setattr(live.commands, "_turn", SHORT)
    return await in_call(live)


async def test_both_ends_are_told_at_three_quarters_of_their_life_and_again(
    live: Live, pages: tuple[Page, Page, str]
) -> None:
    station, hospital, call = pages
    await live.pass_time(14)
    assert "ice_servers" not in await station.quiet() + await hospital.quiet()

    await live.pass_time(1)
    first = [await page.until("ice_servers") for page in (station, hospital)]
    for _ in range(3):
        await station.send("ping")
        await hospital.send("ping")
        await live.pass_time(5)
    second = await station.until("ice_servers")

    assert [one["call"] for one in first] == [call, call]
    ends_at = [int(one["ice_servers"][0]["username"].split(":")[0]) for one in (first[0], second)]
    assert ends_at[1] - ends_at[0] == 15
    assert first[0]["ice_servers"][0]["username"] != first[1]["ice_servers"][0]["username"]
    assert int(live.world.clock.now().timestamp()) < ends_at[1]


async def test_who_has_left_is_told_nothing_more(live: Live, pages: tuple[Page, Page, str]) -> None:
    station, hospital, call = pages
    await station.send("leave", call=call)
    await hospital.until("peer_gone")

    await live.pass_time(15)

    await hospital.until("ice_servers")
    assert "ice_servers" not in await station.quiet()
