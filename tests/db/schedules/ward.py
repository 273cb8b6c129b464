"""Two doctors who could swap their shifts, and who judges it: the people, and what one asks of the service."""

from dataclasses import dataclass

from sqlalchemy import select

from telemed.infra.db import Database
from telemed.infra.outbox import event_table
from telemed.kernel.actor import Actor
from telemed.kernel.clock import ManualClock
from telemed.kernel.ids import FacilityId, SwapId, uuid7
from telemed.kernel.values import Role, Specialty
from telemed.schedules import Schedules, store
from telemed.schedules.model import Shift
from telemed.schedules.model_roster import RosterChange, VersionKind
from telemed.schedules.service.swaps import Swaps
from telemed.schedules.store import versions
from telemed.schedules.tables import absence
from telemed.schedules.wire_swaps import NewSwap, SwapAnswer, SwapJudgement, SwapView
from tests.db.schedules.rosters import HOUR, SEVEN, put, shift
from tests.people import SYSTEM, Held, add_hospital, add_person

DAY = 24 * HOUR
TOMORROW, LATER = SEVEN + DAY, SEVEN + 3 * DAY
YES, NO = SwapAnswer(agree=True), SwapAnswer(agree=False, reason="Bận")
APPROVE, REJECT = SwapJudgement(approve=True), SwapJudgement(approve=False, reason="Thiếu người")


@dataclass
class Ward:
    """Two doctors of one specialty with a shift each, their head and the hospital's manager."""

    db: Database
    hospital: FacilityId
    lan: Actor
    minh: Actor
    head: Actor
    manager: Actor
    lans: Shift
    minhs: Shift
    swaps: Swaps

    async def propose(self, take: bool = True, swap: SwapId | None = None) -> SwapView:
        new = NewSwap(
            give_id=self.lans.id, take_id=self.minhs.id if take else None, to_id=self.minh.id, reason="Việc nhà"
        )
        return await self.swaps.propose(self.lan, swap or SwapId(uuid7()), new)

    async def agreed(self, take: bool = True) -> SwapId:
        proposed = await self.propose(take)
        await self.swaps.answer(self.minh, SwapId(proposed.id), YES)
        return SwapId(proposed.id)

    async def applied(self, take: bool = True) -> SwapId:
        swap = await self.agreed(take)
        await self.swaps.judge(self.head, swap, APPROVE)
        return swap

    async def on_duty(self, clock: ManualClock, shift: Shift) -> list[object]:
        async with self.db.transaction(SYSTEM) as tx:
            return [one.person for one in await Schedules(clock).on_duty(tx, self.hospital, shift.starts_at + HOUR)]

    async def row(self, shift: Shift) -> Shift:
        async with self.db.transaction(SYSTEM) as tx:
            return (await store.shifts_by_id(tx, [shift.id]))[0]

    async def told(self) -> list[str]:
        async with self.db.transaction(SYSTEM) as tx:
            return [row.kind for row in await tx.all(select(event_table.c.kind).order_by(event_table.c.seq))]

    async def cancel(self, going: Shift) -> None:
        """As an override does it."""
        async with self.db.transaction(SYSTEM) as tx:
            await versions.lock(tx, self.hospital)
            known = (await store.shifts_by_id(tx, [going.id]))[0]
            await versions.apply(tx, self.hospital, VersionKind.OVERRIDE, RosterChange(remove=(known,)), None)

    async def leave(self, who: Actor, around: Shift) -> None:
        row = {"id": uuid7(), "person_id": who.id, "hospital_id": self.hospital, "kind": "leave"}
        days = {"starts_at": around.starts_at - HOUR, "ends_at": around.ends_at}
        async with self.db.transaction(SYSTEM) as tx:
            await tx.execute(absence.insert().values(**row, **days, made_by=who.id, made_at=tx.at))


async def arrange(db: Database) -> Ward:
    hospital = await add_hospital(db)
    specialist = Held(Role.SPECIALIST, hospital, Specialty.INTERNAL)
    lan, minh = await add_person(db, "lan", specialist), await add_person(db, "minh", specialist)
    head = await add_person(db, "head", Held(Role.DEPT_HEAD, hospital, Specialty.INTERNAL))
    manager = await add_person(db, "manager", Held(Role.HOSPITAL_MANAGER, hospital))
    lans, minhs = shift(lan.id, hospital, TOMORROW), shift(minh.id, hospital, LATER)
    await put(db, lans, minhs)
    return Ward(db, hospital, lan, minh, head, manager, lans, minhs, Swaps(db))
