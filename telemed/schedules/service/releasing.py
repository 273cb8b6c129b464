"""The one way a published roster changes and everyone concerned hears of it: publishing, override, swap, posting."""

from telemed.infra import audit, outbox
from telemed.infra.db import Tx
from telemed.kernel.ids import FacilityId
from telemed.schedules.events import RosterPublished
from telemed.schedules.model_roster import RosterChange, RosterVersion, VersionKind
from telemed.schedules.store import rosters, versions


async def release(
    tx: Tx, hospital: FacilityId, kind: VersionKind, change: RosterChange, reason: str = ""
) -> RosterVersion:
    """Makes the next version and tells everyone concerned. The caller holds `versions.lock` and has judged the change.

    Raises:
        ShiftOver, ShiftsOverlap
    """
    made = await versions.apply(tx, hospital, kind, change, tx.actor.id, reason=reason)
    await rosters.drop_removals(tx, {shift.id for shift in change.remove})
    told = RosterPublished(None, hospital, made.number, kind, tuple(sorted(change.people)))
    await outbox.publish(tx, told, tx.at)
    await audit.record(tx, f"roster.{kind}", "facility", hospital, at=hospital, reason=reason or None)
    return made
