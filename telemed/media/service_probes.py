"""What tests of a line found, kept for its facility; and the relay a test may try."""

from telemed.infra import audit, idempotency, outbox
from telemed.infra.db import AnyRow, Database
from telemed.kernel.actor import Actor
from telemed.kernel.clock import Clock
from telemed.kernel.ids import FacilityId
from telemed.media import policy, store
from telemed.media.events import LineProbed
from telemed.media.ice import Turn, ice_servers
from telemed.media.model_probe import LineProbeId, ProbeKind, rung_of
from telemed.media.wire_probes import IceServers, LineProbes, LineProbeView, NewLineProbe

SHOWN = 20


class Probes:
    def __init__(self, db: Database, clock: Clock, turn: Turn) -> None:
        self._db, self._clock, self._turn = db, clock, turn

    def relay(self, actor: Actor) -> IceServers:
        """No policy: whoever is signed in may sit in a call, and test the line for it."""
        servers = ice_servers(self._turn, actor.id, self._clock.now())
        return IceServers(ice_servers=servers, lasts_ms=round(self._turn.valid_for.total_seconds() * 1000))

    async def keep(self, actor: Actor, probe_id: LineProbeId, new: NewLineProbe) -> LineProbeView:
        """Keep what a test found. Sent again: the same answer.

        Raises:
            Denied: not a place of this person's.
            OtherBody
        """
        facility = FacilityId(new.facility_id)
        policy.require_place(actor, facility)
        async with self._db.transaction(actor) as tx:
            if await idempotency.first_time(tx, probe_id, probe_id, new, tx.at):
                rung = rung_of(new.figures, reached=new.paths.reached)
                found = new.model_dump(mode="json", exclude={"facility_id"}) | {"rung": rung}
                await store.save(tx, probe_id, facility, tx.at, found)
                await audit.record(tx, "line.probe", "line_probe", probe_id)
                await outbox.publish(tx, LineProbed(None, probe_id, facility), tx.at)
            return _view(await store.get(tx, probe_id))

    async def of(self, actor: Actor, facility: FacilityId, kind: ProbeKind | None) -> LineProbes:
        """The last ones of a place of one's own. Raises Denied."""
        policy.require_place(actor, facility)
        async with self._db.transaction(actor) as tx:
            return LineProbes(probes=[_view(row) for row in await store.recent(tx, facility, kind, SHOWN)])


def _view(row: AnyRow) -> LineProbeView:
    fields = dict(row._mapping)
    fields.pop("person_id")
    return LineProbeView.model_validate(fields)
