"""Routes of the consult log: pages, one consult's timeline, the same rows as CSV."""

from aiohttp import web

from telemed.infra.routes import Routes
from telemed.kernel.actor import Actor
from telemed.kernel.ids import ConsultId
from telemed.reports import wire
from telemed.reports.service import Reports

TAG = "log"


def routes(reports: Reports) -> Routes:
    r = Routes()

    @r.get("/api/log", tag=TAG, errors=(403,))
    async def get_log(query: wire.LogQuery, actor: Actor) -> wire.LogPage:
        """One page of the consult log, newest first, with totals over the whole filter."""
        return await reports.page(actor, query)

    @r.get("/api/log.csv", tag=TAG, errors=(403,))
    async def get_log_csv(query: wire.LogQuery, actor: Actor, request: web.Request) -> web.StreamResponse:
        """The filter's rows as CSV, de-identified, streamed; opens in Excel with Vietnamese letters."""
        chunks = await reports.csv(actor, query)
        response = web.StreamResponse(headers={"Content-Disposition": 'attachment; filename="so-hoi-chan.csv"'})
        response.content_type = "text/csv"
        response.charset = "utf-8"
        await response.prepare(request)
        async for chunk in chunks:
            await response.write(chunk)
        await response.write_eof()
        return response

    @r.get("/api/log/{id}", tag=TAG, errors=(403, 404))
    async def get_timeline(id: ConsultId, actor: Actor) -> wire.Timeline:
        """What happened to one consult, second by second."""
        return await reports.timeline(actor, id)

    return r
