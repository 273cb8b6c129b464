"""Routes of coverage: tonight and the coming days, and who should have answered at a past minute."""

from telemed.infra.routes import Routes
from telemed.kernel.actor import Actor
from telemed.reports.service_coverage import CoverageWall
from telemed.reports.wire_coverage import Coverage, CoverageQuery, Replay, ReplayQuery

TAG = "coverage"


def routes(wall: CoverageWall) -> Routes:
    r = Routes()

    @r.get("/api/coverage", tag=TAG, errors=(403,))
    async def get_coverage(query: CoverageQuery, actor: Actor) -> Coverage:
        """Whether somebody answers tonight, and each day and night to come, by hospital and specialty."""
        return await wall.coverage(actor, query)

    @r.get("/api/duty-replay", tag=TAG, errors=(403, 404))
    async def replay_duty(query: ReplayQuery, actor: Actor) -> Replay:
        """Who should have answered at that minute, as it was known then."""
        return await wall.replay(actor, query)

    return r
