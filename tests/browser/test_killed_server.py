"""`kill -9` of the server during a call: pictures keep flowing, it comes back, and nobody has to touch anything."""

from pathlib import Path

from playwright.async_api import Browser, expect
from sqlalchemy import select

from telemed.infra.db import Database
from telemed.infra.outbox import event_table
from telemed.kernel.actor import Actor
from telemed.sessions.tables import consult, participant, ring
from tests.browser import walk
from tests.eventually import eventually
from tests.live import LiveServer

LOOKING = Actor.system("test")


async def test_a_killed_server_costs_nobody_the_call(browser: Browser, server: LiveServer, screenshots: Path) -> None:
    specialist = await walk.user(browser, server, screenshots, "bs.tamduong")
    station = await walk.user(browser, server, screenshots, "tram.binhlu")
    case = await walk.ask_for_help(station, "Đau ngực, vã mồ hôi")
    await walk.accept(specialist)
    await station.page.wait_for_url("**/call")
    await walk.media_flows(station, specialist, frames=20)
    db = Database(server.database.app_url)
    committed = await facts(db)

    await server.kill()
    before = [await side.stats() for side in (station, specialist)]

    async def still_moving() -> bool:
        now = [await side.stats() for side in (station, specialist)]
        return all(b["framesDecoded"] > a["framesDecoded"] + 40 for a, b in zip(before, now, strict=True))

    await eventually(still_moving, within=40)
    await server.start()

    async def both_back() -> bool:
        async with db.transaction(LOOKING) as tx:
            rows = await tx.all(select(participant.c.linked))
        return len(rows) == 2 and all(row.linked for row in rows)

    await eventually(both_back, within=60)
    again = [await side.stats() for side in (station, specialist)]
    assert all(b["framesDecoded"] > a["framesDecoded"] for a, b in zip(before, again, strict=True)), (
        "the same connection went on: its counter did not begin anew"
    )
    for side in (station, specialist):
        await expect(side.page).to_have_url(f"{server.url}/consults/{case}/call")
        assert side.faults == []
    history = await facts(db)
    assert history[: len(committed)] == committed, "a committed fact is lost"
    async with db.transaction(LOOKING) as tx:
        rings = [row.state for row in await tx.all(select(ring.c.state).where(ring.c.user_id.is_not(None)))]
        states = [row.state for row in await tx.all(select(consult.c.state))]
    await db.close()
    assert rings.count("accepted") == 1
    assert "ringing" not in rings, "a second ring"
    assert states == ["accepted"]
    await expect(specialist.page.get_by_role("alertdialog")).to_have_count(0)


async def facts(db: Database) -> list[tuple[str, str]]:
    """The history as it was told, in order."""
    async with db.transaction(LOOKING) as tx:
        query = select(event_table.c.id, event_table.c.kind).order_by(event_table.c.seq)
        return [(str(row.id), row.kind) for row in await tx.all(query)]
