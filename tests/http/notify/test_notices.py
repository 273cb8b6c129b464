"""Whoever a change of duty concerns is told: once, by name of colleagues and places, on open pages and by a push."""

from datetime import date, timedelta
from typing import Any

from sqlalchemy import func, select

from telemed.infra import outbox
from telemed.infra.events import Event
from telemed.kernel.ids import ConsultId, FollowUpId, ReferralId, RotationId, ShiftId, SwapId, uuid7
from telemed.kernel.values import Specialty, Tier
from telemed.notify.news import KINDS, TOLD
from telemed.notify.tables import notice
from telemed.records import DebtsOwed, FollowUpMoved, ReferralCancelled, ReferralMoved, ReferralSent
from telemed.schedules import (
    GapAhead,
    RosterPublished,
    RotationChanged,
    RotationEnded,
    RotationEnding,
    RotationStarted,
    ShiftUnconfirmed,
    SwapAnswered,
    SwapJudged,
    SwapProposed,
    SwapUndone,
)
from telemed.sessions import HandoverDue, HandoverOffered, HandoverRefused, HandoverTaken, HandoverWithdrawn
from tests.build import BUILDER
from tests.http.notify.conftest import Reaching


async def tell(reaching: Reaching, *facts: Event) -> None:
    async with reaching.world.db.transaction(BUILDER) as tx:
        await outbox.publish_all(tx, facts, tx.at)
    await reaching.settle()


async def told(reaching: Reaching) -> list[dict[str, Any]]:
    found = await reaching.ask(reaching.doctor, "GET", "/api/notices")
    return list(found["notices"])


def facts(reaching: Reaching) -> list[Event]:
    """One of each kind, about the doctor."""
    me, other = reaching.doctor.id, reaching.world.specialists[1].id
    hospital, station, now = reaching.world.hospital, reaching.world.station, reaching.clock.now()
    rotation, day = RotationId(uuid7()), date(2026, 12, 1)
    posted: dict[str, Any] = {"rotation": rotation, "person": other, "hospital": hospital, "station": station}
    hours: dict[str, Any] = {"starts_at": now, "ends_at": now + timedelta(hours=12)}
    swap: dict[str, Any] = {"swap": SwapId(uuid7()), "hospital": hospital, "by": other, "people": (me,)}
    gap: dict[str, Any] = {"hospital": hospital, "specialty": Specialty.INTERNAL, **hours, "state": "empty", "days": 1}
    case: dict[str, Any] = {"consult": ConsultId(uuid7()), "handover": uuid7(), "user": other}
    late: dict[str, Any] = {
        "hospital": hospital,
        "specialty": Specialty.INTERNAL,
        "tier": Tier.FIRST,
        "starts_at": now,
        "armed": True,
    }
    way: dict[str, Any] = {"consult": case["consult"], "referral": ReferralId(uuid7()), "user": other}
    return [
        RosterPublished(None, hospital, 8, "publish", (me,)),
        RosterPublished(None, hospital, 9, "override", (me,)),
        SwapProposed(None, to=me, **swap),
        SwapAnswered(None, answer="agreed", **swap),
        SwapJudged(None, approved=True, version=10, **swap),
        SwapUndone(None, version=11, **swap),
        RotationChanged(None, change="planned", starts_on=day, ends_on=day, people=(me,), **posted),
        RotationStarted(None, ends_on=day, people=(me,), **posted),
        RotationEnded(None, early=False, people=(me,), **posted),
        RotationEnding(None, ends_on=day, days=14, heads=(me,), managers=(), **posted),
        ShiftUnconfirmed(None, ShiftId(uuid7()), me, backups=(), heads=(), **late),
        ShiftUnconfirmed(None, ShiftId(uuid7()), other, backups=(me,), heads=(), **late),
        ShiftUnconfirmed(None, ShiftId(uuid7()), other, backups=(), heads=(me,), **late),
        GapAhead(None, heads=(me,), managers=(me,), **gap),
        GapAhead(None, heads=(me,), managers=(), nudged_by=other, **gap),
        HandoverDue(case["consult"], me, ShiftId(uuid7()), None),
        HandoverOffered(to=me, **case),
        HandoverTaken(giver=me, **case),
        HandoverRefused(giver=me, **(case | {"handover": uuid7()})),
        HandoverWithdrawn(to=me, **(case | {"handover": uuid7()})),
        ReferralSent(to=hospital, people=(me,), **way),
        ReferralMoved(step="redirected", station=station, to=hospital, people=(me,), **way),
        ReferralCancelled(to=hospital, people=(me,), **way),
        FollowUpMoved(case["consult"], FollowUpId(uuid7()), "reminded", day, station, (me,)),
        DebtsOwed(None, station, 2, day, (me,)),
    ]


async def test_every_fact_that_concerns_somebody_tells_them_once(reaching: Reaching) -> None:
    every = facts(reaching)
    assert {type(fact) for fact in every} == set(TOLD)

    await tell(reaching, *every)
    await tell(reaching, *[fact for fact in every if getattr(fact, "nudged_by", None) is None])

    found = await told(reaching)
    assert {one["kind"] for one in found} == KINDS - {"webhook_stopped"}  # said by the courier itself
    assert len(found) == len(every)
    by_kind = {one["kind"]: one for one in found}
    assert by_kind["swap_proposed"]["params"] == {"person": "BS. Specialist 1 Demo"}
    assert by_kind["gap_ahead"]["params"]["hospital"] == "Bệnh viện Demo"
    assert by_kind["shift_unconfirmed_own"]["params"].keys() == {"starts_at", "tier", "specialty", "hospital"}


async def test_a_swap_is_told_by_itself_and_not_again_as_a_new_roster(reaching: Reaching) -> None:
    me, hospital = reaching.doctor.id, reaching.world.hospital

    await tell(
        reaching, RosterPublished(None, hospital, 8, "swap", (me,)), RosterPublished(None, hospital, 9, "undo", (me,))
    )

    assert await told(reaching) == []


async def test_the_important_ones_wake_a_browser_with_a_kind_and_ids_alone(reaching: Reaching) -> None:
    await reaching.subscribed(reaching.doctor)
    me, other, hospital = reaching.doctor.id, reaching.world.specialists[1].id, reaching.world.hospital

    await tell(
        reaching,
        RosterPublished(None, hospital, 8, "publish", (me,)),
        SwapProposed(None, SwapId(uuid7()), hospital, other, me, (me,)),
    )

    (said,), (push,) = reaching.pushes.said(), reaching.pushes.pushes
    (swap, _) = sorted(await told(reaching), key=lambda one: one["kind"], reverse=True)
    assert said == {"kind": "notice", "id": swap["id"], "code": "swap_proposed"}
    assert push.headers["Urgency"] == "normal"


async def test_a_notice_that_was_read_wakes_nobody_any_more(reaching: Reaching) -> None:
    await reaching.subscribed(reaching.doctor)
    reaching.pushes.plan = [503]
    me, hospital = reaching.doctor.id, reaching.world.hospital
    await tell(reaching, SwapProposed(None, SwapId(uuid7()), hospital, reaching.world.specialists[1].id, me, (me,)))
    assert reaching.pushes.asked == 1
    (one,) = await told(reaching)

    await reaching.ask(reaching.doctor, "POST", "/api/notices/seen", {"up_to": one["id"]})
    await reaching.pass_time(60)

    assert reaching.pushes.asked == 1


async def test_they_are_read_by_pages_and_ticked_off_up_to_one(reaching: Reaching) -> None:
    for number in range(35):
        reaching.clock.advance(timedelta(seconds=1))
        await tell(reaching, RosterPublished(None, reaching.world.hospital, number, "publish", (reaching.doctor.id,)))

    first = await reaching.ask(reaching.doctor, "GET", "/api/notices")
    second = await reaching.ask(reaching.doctor, "GET", f"/api/notices?before={first['older']}")

    numbers = [one["params"]["version"] for one in first["notices"] + second["notices"]]
    assert numbers == list(range(34, -1, -1))
    assert (len(first["notices"]), first["unseen"], second["older"]) == (30, 35, None)
    up_to = first["notices"][4]["id"]
    after = await reaching.ask(reaching.doctor, "POST", "/api/notices/seen", {"up_to": up_to})
    assert after["unseen"] == 4
    assert [one["seen_at"] is None for one in after["notices"]][:6] == [True] * 4 + [False] * 2


async def test_what_others_were_told_is_theirs(reaching: Reaching) -> None:
    await tell(reaching, RosterPublished(None, reaching.world.hospital, 8, "publish", (reaching.doctor.id,)))
    (one,) = await told(reaching)
    other = reaching.world.specialists[1]

    assert (await reaching.ask(other, "GET", "/api/notices"))["notices"] == []
    assert (await reaching.ask(other, "GET", f"/api/notices?before={one['id']}"))["notices"] == []
    await reaching.ask(other, "POST", "/api/notices/seen", {"up_to": one["id"]})

    assert [one["seen_at"] for one in await told(reaching)] == [None]


async def test_after_half_a_year_they_are_forgotten(reaching: Reaching) -> None:
    from telemed.notify import timers

    await tell(reaching, RosterPublished(None, reaching.world.hospital, 8, "publish", (reaching.doctor.id,)))
    await timers.started(reaching.world.db)

    await reaching.pass_time(181 * 86_400)

    async with reaching.world.db.transaction(BUILDER) as tx:
        assert await tx.scalar(select(func.count()).select_from(notice)) == 0
