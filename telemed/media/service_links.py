"""Links of places: what calls and line tests found goes in, what a call begins with and the passport come out."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from telemed import identity, sessions
from telemed.identity import FacilityRef
from telemed.infra import audit, idempotency
from telemed.infra.db import Database, Tx
from telemed.kernel.actor import Actor
from telemed.kernel.clock import Clock
from telemed.kernel.errors import Missing
from telemed.kernel.ids import CallId, FacilityId
from telemed.kernel.rights import Right
from telemed.kernel.values import Rung
from telemed.media import links, policy, store, store_links
from telemed.media import wire_links as wire
from telemed.media.links import RELAY_FOR, REMEMBERED, Beginning, Contract, LinkChanged, LinkHour
from telemed.media.model_probe import LineProbeId
from telemed.schedules import Schedules

MONTHS = 5
_YEAR_HALF = timedelta(days=190)


class Links:
    def __init__(self, db: Database, clock: Clock, schedules: Schedules) -> None:
        self._db, self._clock, self._schedules = db, clock, schedules

    # -- what goes in ------------------------------------------------------------------------------------------------

    async def call_over(self, tx: Tx, call: CallId) -> None:
        """What each side saw goes to the hours of its place."""
        for box in await sessions.unchosen(tx, call):
            await store_links.add(tx, box.facility, links.hours_of_call(box.looks))

    async def probed(self, tx: Tx, probe: LineProbeId) -> None:
        """A line test is one more look at its hour."""
        row = await store.get(tx, probe)
        seen = LinkHour(
            at=links.hour_of(row.at),
            source="probe",
            looks=1,
            up_kbps=row.up_kbps,
            down_kbps=row.down_kbps,
            rtt_ms=row.rtt_ms,
            loss_pct=row.loss_pct,
            rungs={Rung(row.rung): links.TEST_S},
            bytes=row.bytes,
        )
        await store_links.add(tx, FacilityId(row.facility_id), [seen])

    async def relay_needed(self, tx: Tx, facility: FacilityId) -> None:
        """For a day every call from there goes by the relay at once."""
        contract = await store_links.lock(tx, facility)
        await store_links.save(tx, replace(contract, relay_until=tx.at + RELAY_FOR))

    # -- what comes out ----------------------------------------------------------------------------------------------

    async def beginning(self, facility: FacilityId) -> Beginning:
        """What a call is told of this place's link. No policy: the program asks, for who has a seat there."""
        async with self._db.transaction(Actor.system("link")) as tx:
            contract = (await store_links.contracts(tx, [facility]))[facility]
            history = (await store_links.hours(tx, [facility], _since(contract, tx.at)))[facility]
            running = await sessions.carried(tx, facility, contract.month_of(tx.at)[0]) if contract.cap_mb else 0
            return links.beginning(contract, history, tx.at, running)

    async def all(self, actor: Actor) -> wire.LinkList:
        """Every place whose link this person looks after, by kind and name. Raises Denied."""
        policy.require_links(actor)
        async with self._db.transaction(actor) as tx:
            places = await self._seen(tx, actor)
            contracts = await store_links.contracts(tx, list(places))
            history = await store_links.hours(tx, list(places), tx.at - REMEMBERED - timedelta(days=4))
            return wire.LinkList(links=[_line(places[one], contracts[one], history[one], tx.at) for one in places])

    async def passport(self, actor: Actor, facility: FacilityId) -> wire.LinkPassport:
        """Raises Missing: not a place this person looks after."""
        async with self._db.transaction(actor) as tx:
            return await self._passport(tx, actor, facility)

    async def change(
        self, actor: Actor, facility: FacilityId, change_id: UUID, change: wire.LinkChange
    ) -> wire.LinkPassport:
        """Set what a place's card has.

        Raises:
            Missing, Denied, LinkChanged, OtherBody
        """
        async with self._db.transaction(actor) as tx:
            await self._require_seen(tx, actor, facility)
            policy.require_set_link(actor, facility, await self._supporting(tx, actor, facility))
            if await idempotency.first_time(tx, change_id, facility, change, tx.at):
                known = await store_links.lock(tx, facility)
                if known.changed_at != change.seen_changed_at:
                    raise LinkChanged()
                changed = replace(
                    known,
                    sim=change.sim,
                    sim_since=tx.at if known.sim and change.sim != known.sim else known.sim_since,
                    cap_mb=change.cap_mb,
                    capped_rung=change.capped_rung,
                    billing_day=change.billing_day,
                    changed_at=tx.at,
                )
                await store_links.save(tx, changed)
                await audit.record(tx, "link.change", "facility", facility)
            return await self._passport(tx, actor, facility)

    async def _passport(self, tx: Tx, actor: Actor, facility: FacilityId) -> wire.LinkPassport:
        place = await self._require_seen(tx, actor, facility)
        contract = (await store_links.contracts(tx, [facility]))[facility]
        history = (await store_links.hours(tx, [facility], tx.at - _YEAR_HALF))[facility]
        begins = links.beginning(contract, history, tx.at)
        return wire.LinkPassport(
            facility=place,
            first_rung=begins.first_rung,
            ceiling=begins.ceiling,
            relay_until=contract.relay_until if begins.relay_only else None,
            weak_hours=_weak(history, tx.at),
            cells=[_cell(cell) for cell in links.curve(history, tx.at)],
            month=_month(contract, history, tx.at),
            before=_before(contract, history, tx.at),
            settings=wire.LinkSettings(
                sim=contract.sim,
                cap_mb=contract.cap_mb,
                capped_rung=contract.capped_rung,
                billing_day=contract.billing_day,
            ),
            changed_at=contract.changed_at,
            may_set=policy.may_set_link(actor, facility, await self._supporting(tx, actor, facility)),
        )

    async def _require_seen(self, tx: Tx, actor: Actor, facility: FacilityId) -> FacilityRef:
        place = (await self._seen(tx, actor)).get(facility)
        if place is None:
            raise Missing()
        return place

    async def _seen(self, tx: Tx, actor: Actor) -> dict[FacilityId, FacilityRef]:
        """The places whose link they may look at: their own, the stations their hospital supports, or all."""
        places = await identity.places(tx)
        if policy.sees_all_links(actor):
            return places
        seen = set(policy.own_links(actor))
        for hospital in policy.hospitals_of_links(actor):
            seen |= {hospital, *await self._schedules.supported(tx, hospital, tx.at)}
        return {key: place for key, place in places.items() if key in seen}

    async def _supporting(self, tx: Tx, actor: Actor, facility: FacilityId) -> Collection[FacilityId]:
        """Of the hospitals where they may set links, those that support it."""
        mine = sorted(actor.where(Right.SET_LINK))
        return [one for one in mine if facility in await self._schedules.supported(tx, one, tx.at)]


def _since(contract: Contract, now: datetime) -> datetime:
    return min(now - REMEMBERED, contract.month_of(now)[0])


def _line(place: FacilityRef, contract: Contract, history: list[LinkHour], now: datetime) -> wire.LinkLine:
    begins = links.beginning(contract, history, now)
    return wire.LinkLine(
        facility=place,
        first_rung=begins.first_rung,
        weak_hours=_weak(history, now),
        month=_month(contract, history, now),
        cap_mb=contract.cap_mb,
        relay_until=contract.relay_until if begins.relay_only else None,
        last_seen_at=history[-1].at if history else None,
    )


def _weak(history: list[LinkHour], now: datetime) -> list[wire.UsualHours]:
    return [
        wire.UsualHours(from_hour=one.from_hour, until_hour=one.until_hour, rung=one.rung)
        for one in links.weak_hours(history, now)
    ]


def _cell(cell: links.Cell) -> wire.LinkCell:
    seen = cell.seen
    return wire.LinkCell(
        weekday=cell.weekday,
        hour=cell.hour,
        looks=seen.looks,
        up_kbps=seen.up_kbps,
        down_kbps=seen.down_kbps,
        rtt_ms=seen.rtt_ms,
        loss_pct=seen.loss_pct,
        concealed_pct=seen.concealed_pct,
        rung=cell.rung,
    )


def _month(contract: Contract, history: list[LinkHour], at: datetime) -> wire.MonthUse:
    since, until = contract.month_of(at)
    these = [one for one in history if since <= one.at < until]
    calls = sum(one.source == "call" for one in these)
    return wire.MonthUse(since=since, until=until, bytes=sum(one.bytes for one in these), calls=calls)


def _before(contract: Contract, history: list[LinkHour], now: datetime) -> list[wire.MonthUse]:
    found: list[wire.MonthUse] = []
    at = contract.month_of(now)[0]
    while len(found) < MONTHS and history and history[0].at < at:
        month = _month(replace(contract, sim_since=None), history, at - timedelta(hours=1))
        found.append(month.model_copy(update={"until": min(month.until, at)}))
        at = month.since
    return found
