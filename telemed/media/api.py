"""Line tests over HTTP: the browser offers, the echo peer answers, the browser asks what was measured and leaves."""

from telemed.infra.routes import Routes
from telemed.kernel.actor import Actor
from telemed.media.model import LineTestId
from telemed.media.service import LineTests
from telemed.media.wire import LineTestAnswer, LineTestOffer, LineTestView


def routes(line_tests: LineTests) -> Routes:
    api = Routes()

    @api.post("/api/line-tests/{id}", tag="line tests", errors=(409, 503), lifeline=True)
    async def start_line_test(id: LineTestId, body: LineTestOffer, actor: Actor) -> LineTestAnswer:
        answer = await line_tests.start(actor, id, body.sdp)
        return LineTestAnswer(sdp=answer, lasts_ms=round(line_tests.lasts.total_seconds() * 1000))

    @api.get("/api/line-tests/{id}", tag="line tests", errors=(404, 503), lifeline=True)
    async def line_test(id: LineTestId, actor: Actor) -> LineTestView:
        return LineTestView.of(await line_tests.measured(actor, id))

    @api.delete("/api/line-tests/{id}", tag="line tests", status=204, lifeline=True)
    async def end_line_test(id: LineTestId, actor: Actor) -> None:
        await line_tests.stop(actor, id)

    return api
