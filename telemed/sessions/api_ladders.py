"""Routes of ladders: a hospital's plans, and what they would do."""

from telemed.infra.routes import Routes
from telemed.kernel.actor import Actor
from telemed.kernel.ids import FacilityId, LadderId
from telemed.sessions import wire_ladders as wire
from telemed.sessions.service_ladders import Ladders

TAG = "ladders"


def routes(ladders: Ladders) -> Routes:
    r = Routes()

    @r.get("/api/ladders/{hospital_id}", tag=TAG, errors=(404,))
    async def get_ladders(hospital_id: FacilityId, actor: Actor) -> wire.PlanList:
        """Who is rung in which order at this hospital, and every version that was."""
        return await ladders.of(actor, hospital_id)

    @r.put("/api/ladders/{hospital_id}/plans/{id}", tag=TAG, errors=(404, 409))
    async def put_ladder(hospital_id: FacilityId, id: LadderId, body: wire.NewPlan, actor: Actor) -> wire.PlanList:
        """Save the next version. Cases that ring keep theirs."""
        return await ladders.save(actor, hospital_id, id, body)

    @r.post("/api/ladders/{hospital_id}/dry-run", tag=TAG, errors=(404,))
    async def dry_run_ladder(hospital_id: FacilityId, body: wire.DryRunCommand, actor: Actor) -> wire.DryRun:
        """Who would be rung if nobody ever answered. Nobody is, and nothing is kept."""
        return await ladders.dry_run(actor, hospital_id, body)

    @r.post("/api/ladders/{hospital_id}/trial", tag=TAG, errors=(404,))
    async def try_ladder(hospital_id: FacilityId, body: wire.TrialCommand, actor: Actor) -> wire.Trial:
        """The same in many situations of the coming days."""
        return await ladders.trial(actor, hospital_id, body)

    return r
