"""Routes of the roster as a file: XLSX in and out, the sheet for the wall, the links that calendars read."""

from uuid import UUID

from aiohttp import web

from telemed.infra.routes import Routes
from telemed.infra.security import PAGE_WITHOUT_CODE
from telemed.kernel.actor import Actor
from telemed.kernel.ids import FacilityId
from telemed.schedules import wire_exchange as wire
from telemed.schedules.service.calendars import Calendars
from telemed.schedules.service.exchange import Document, Exchange


def routes(exchange: Exchange, calendars: Calendars) -> Routes:
    r = Routes()

    @r.get("/api/rosters/{hospital_id}/roster.xlsx", tag="rosters", errors=(403, 404))
    async def get_roster_xlsx(hospital_id: UUID, query: wire.RosterDays, actor: Actor) -> web.Response:
        """The roster as the matrix of doctors and days; what an import takes back unchanged."""
        return _file(await exchange.sheet(actor, FacilityId(hospital_id), query))

    @r.get("/api/rosters/{hospital_id}/template.xlsx", tag="rosters", errors=(403, 404))
    async def get_roster_template(hospital_id: UUID, query: wire.RosterDays, actor: Actor) -> web.Response:
        """The same matrix with nothing in its cells, to be filled in."""
        return _file(await exchange.template(actor, FacilityId(hospital_id), query))

    @r.get("/api/rosters/{hospital_id}/sheet.pdf", tag="rosters", errors=(403, 404))
    async def get_roster_sheet(hospital_id: UUID, query: wire.WallDays, actor: Actor) -> web.Response:
        """The published roster for the wall, A4 across."""
        return _file(await exchange.wall_sheet(actor, FacilityId(hospital_id), query))

    @r.post("/api/rosters/{hospital_id}/draft/import/{change_id}", tag="rosters", errors=(403, 404, 409))
    async def import_roster(hospital_id: UUID, change_id: UUID, body: wire.Sheet, actor: Actor) -> wire.ImportResult:
        """Take an XLSX into the draft: all of it, or nothing and every fault by its cell."""
        return await exchange.take(actor, FacilityId(hospital_id), change_id, body)

    @r.get("/api/calendar-links", tag="calendar-links")
    async def list_calendar_links(actor: Actor) -> wire.CalendarLinkList:
        return await calendars.all(actor)

    @r.put("/api/calendar-links/{id}", tag="calendar-links", errors=(403, 404, 409))
    async def put_calendar_link(id: UUID, body: wire.NewCalendarLink, actor: Actor) -> wire.CalendarLinkMade:
        """A link for a calendar program. Its secret is told in this answer only."""
        return await calendars.make(actor, id, body)

    @r.post("/api/calendar-links/{id}/revoke", tag="calendar-links", errors=(404,))
    async def revoke_calendar_link(id: UUID, actor: Actor) -> wire.CalendarLinkList:
        return await calendars.revoke(actor, id)

    @r.get("/ical/{secret}.ics", tag="calendar-links", errors=(404,))
    async def read_calendar(secret: str) -> web.Response:
        """What a link shows, as iCalendar; unknown, revoked and out of rights are one and the same 404."""
        return web.Response(
            body=await calendars.read(secret),
            content_type="text/calendar",
            charset="utf-8",
            headers={
                "Cache-Control": "no-store",
                "Content-Disposition": 'attachment; filename="lich-truc.ics"',
                "Content-Security-Policy": PAGE_WITHOUT_CODE,
                "X-Robots-Tag": "noindex",
            },
        )

    return r


def _file(file: Document) -> web.Response:
    headers = {"Content-Disposition": f'attachment; filename="{file.name}"', "Cache-Control": "no-store"}
    return web.Response(body=file.content, content_type=file.media_type, headers=headers)
