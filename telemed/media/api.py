"""Line tests over HTTP: the browser offers, the echo peer answers, the browser asks what was measured, leaves, and
has the whole of it kept for its facility."""

from telemed.infra.routes import Routes
from telemed.kernel.actor import Actor
from telemed.kernel.ids import FacilityId
from telemed.media.model import LineTestId
from telemed.media.model_probe import LineProbeId
from telemed.media.service import LineTests
from telemed.media.service_probes import Probes
from telemed.media.wire import LineTestAnswer, LineTestOffer, LineTestView
from telemed.media.wire_probes import IceServers, LineProbes, LineProbeView, NewLineProbe, ProbesOf

TAG = "line tests"


def routes(line_tests: LineTests, probes: Probes) -> Routes:
    api = Routes()

    @api.get("/api/ice-servers", tag=TAG, lifeline=True)
    async def list_ice_servers(actor: Actor) -> IceServers:
        """By which a test of the line tries the relay; a call gets its own with `call_ready`."""
        return probes.relay(actor)

    @api.put("/api/line-probes/{id}", tag=TAG, errors=(403, 409), lifeline=True)
    async def put_line_probe(id: LineProbeId, body: NewLineProbe, actor: Actor) -> LineProbeView:
        """Keep what a test found. A page left open at night does it behind a locked screen."""
        return await probes.keep(actor, id, body)

    @api.get("/api/line-probes", tag=TAG, errors=(403,))
    async def list_line_probes(query: ProbesOf, actor: Actor) -> LineProbes:
        """The last twenty of a place one works at, the newest first."""
        return await probes.of(actor, FacilityId(query.facility_id), query.kind)

    @api.post("/api/line-tests/{id}", tag=TAG, errors=(409, 503), lifeline=True)
    async def start_line_test(id: LineTestId, body: LineTestOffer, actor: Actor) -> LineTestAnswer:
        answer = await line_tests.start(actor, id, body.sdp)
        return LineTestAnswer(sdp=answer, lasts_ms=round(line_tests.lasts.total_seconds() * 1000))

    @api.get("/api/line-tests/{id}", tag=TAG, errors=(404, 503), lifeline=True)
    async def line_test(id: LineTestId, actor: Actor) -> LineTestView:
        return LineTestView.of(await line_tests.measured(actor, id))

    @api.delete("/api/line-tests/{id}", tag=TAG, status=204, lifeline=True)
    async def end_line_test(id: LineTestId, actor: Actor) -> None:
        await line_tests.stop(actor, id)

    return api
