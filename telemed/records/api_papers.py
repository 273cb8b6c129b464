"""Routes of printed copies and of the codes on them: call a service, answer a model."""

from uuid import UUID

from aiohttp import web

from telemed.infra.routes import Routes
from telemed.kernel.actor import Actor
from telemed.kernel.ids import FollowUpId, MinutesId
from telemed.records.service import Records
from telemed.records.service.dossier import Pdf
from telemed.records.wire_papers import CopyView, NewCopy, PaperCase, PaperStanding


def routes(records: Records) -> Routes:
    r, tag, copies = Routes(), "papers", records.copies

    @r.put("/api/paper-copies/{id}", tag=tag, errors=(404, 409))
    async def put_paper_copy(id: UUID, body: NewCopy, actor: Actor) -> CopyView:
        """A copy of a signed paper, with a code to look it up by. Policy: who may take that paper away."""
        return await copies.make(actor, id, body)

    @r.get("/api/paper-copies/{id}/document", tag=tag, errors=(404,))
    async def print_paper_copy(id: UUID, actor: Actor) -> web.Response:
        """The copy as PDF, the same bytes each time. Policy: who may take that paper away."""
        return pdf_response(await copies.print(actor, id))

    @r.get("/api/minutes/{id}/extract", tag=tag, errors=(404, 409))
    async def print_extract(id: MinutesId, actor: Actor) -> web.Response:
        """The extract of signed minutes as PDF. Policy: who may take the minutes away."""
        return pdf_response(await copies.print_extract(actor, id))

    @r.get("/api/follow-ups/{id}/document", tag=tag, errors=(404,))
    async def print_follow_up(id: FollowUpId, actor: Actor) -> web.Response:
        """The slip of an appointment as PDF. Policy: who may take papers of its case away."""
        return pdf_response(await copies.print_slip(actor, id))

    @r.get("/api/papers/{code}", tag=tag, errors=(404,))
    async def get_paper(code: str) -> PaperStanding:
        """Whether a paper stands, by the code on it, and nobody's name. No policy: for whoever holds the paper."""
        return await copies.look_up(code)

    @r.get("/api/papers/{code}/case", tag=tag, errors=(404,))
    async def get_paper_case(code: str, actor: Actor) -> PaperCase:
        """Which case a paper is about. Policy: who may take that paper away."""
        return await copies.case_of(actor, code)

    return r


def pdf_response(pdf: Pdf) -> web.Response:
    return web.Response(
        body=pdf.content,
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="{pdf.name}"', "Cache-Control": "no-store"},
    )
