"""The duty of the matrix's province: a shift to come, a swap asked for it, a doctor's posting to be signed."""

from collections.abc import Mapping
from datetime import timedelta

from sqlalchemy import insert

from telemed.infra.db import Database
from telemed.kernel.actor import Actor
from telemed.kernel.clock import Clock
from telemed.kernel.ids import FacilityId, RotationId, ShiftId, SwapId, uuid7
from telemed.schedules import tables
from tests import build

SHIFT, SWAP, ROTATION = ShiftId(uuid7()), SwapId(uuid7()), RotationId(uuid7())
"""The holder's shift, which they ask `asked` to take over; the specialist's posting."""


async def put(db: Database, clock: Clock, place: Mapping[str, FacilityId], people: Mapping[str, Actor]) -> None:
    hospital, holder, asked = place["hospital"], people["holder"], people["asked"]
    soon = clock.now() + timedelta(days=2)
    hours = {"starts_at": soon, "ends_at": soon + timedelta(hours=12)}
    shift = {"specialty": "internal", "tier": "first", "state": "planned", "roster_version": 1, **hours}
    swap = {"give_id": SHIFT, "proposed_by": holder.id, "proposed_to": asked.id, "state": "proposed", "reason": ""}
    rotation = {"person_id": people["specialist"].id, "station_id": place["station"], "decision_no": ""}
    days = {"starts_on": soon.date(), "ends_on": soon.date() + timedelta(days=30)}
    why = {"planned_ends_on": days["ends_on"], "purpose": "training", "purpose_note": "", "hours": []}
    made = {"made_by": people["hospital_manager"].id, "made_at": clock.now()}
    async with db.transaction(build.BUILDER) as tx:
        await tx.execute(insert(tables.shift).values(id=SHIFT, person_id=holder.id, hospital_id=hospital, **shift))
        await tx.execute(insert(tables.swap).values(id=SWAP, hospital_id=hospital, proposed_at=clock.now(), **swap))
        await tx.execute(
            insert(tables.rotation).values(id=ROTATION, hospital_id=hospital, **rotation, **days, **why, **made)
        )
