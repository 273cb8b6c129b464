"""The route by which a head is told of a gap now; coverage itself is read beside the channels and ladders, above."""

from uuid import UUID

from telemed.infra.routes import Routes
from telemed.kernel.actor import Actor
from telemed.schedules.service.coverage import Nudges
from telemed.schedules.wire_coverage import NewNudge, Nudged


def routes(nudges: Nudges) -> Routes:
    routes = Routes()

    @routes.post("/api/coverage/nudge/{id}", tag="coverage", errors=(403, 404, 409))
    async def nudge_head(id: UUID, body: NewNudge, actor: Actor) -> Nudged:
        """The heads of the specialty, else the hospital's managers, are told of a gap now."""
        return await nudges.nudge(actor, id, body)

    return routes
