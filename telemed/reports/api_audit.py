"""Routes of the audit trail: pages, an export with its proof, the chain and its check."""

from aiohttp import web

from telemed.infra.routes import Routes
from telemed.kernel.actor import Actor
from telemed.reports import wire_audit as wire
from telemed.reports.service_audit import Trail

TAG = "audit"


def routes(trail: Trail) -> Routes:
    r = Routes()

    @r.get("/api/audit", tag=TAG, errors=(403,))
    async def get_audit(query: wire.AuditQuery, actor: Actor) -> wire.AuditPage:
        """One page of the audit trail, newest first. Reading it is written down too."""
        return await trail.page(actor, query)

    @r.get("/api/audit.jsonl", tag=TAG, errors=(403,))
    async def get_audit_jsonl(query: wire.AuditFilter, actor: Actor, request: web.Request) -> web.StreamResponse:
        """The filter's rows as JSON lines with their seals; `telemed verify-audit --export` checks the file."""
        chunks = await trail.export(actor, query)
        response = web.StreamResponse(headers={"Content-Disposition": 'attachment; filename="nhat-ky-truy-cap.jsonl"'})
        response.content_type = "application/jsonl"
        await response.prepare(request)
        async for chunk in chunks:
            await response.write(chunk)
        await response.write_eof()
        return response

    @r.get("/api/audit/people", tag=TAG, errors=(403,))
    async def get_audit_people(actor: Actor) -> wire.AuditPeople:
        """Whom the trail can be narrowed to."""
        return await trail.people(actor)

    @r.get("/api/audit/chain", tag=TAG, errors=(403,))
    async def get_audit_chain(actor: Actor) -> wire.ChainView:
        """How the chain stands, what the last check found, how far a running one is."""
        return await trail.chain(actor)

    @r.post("/api/audit/chain/check", tag=TAG, errors=(403,))
    async def check_audit_chain(actor: Actor) -> wire.ChainView:
        """Begin to check the whole chain; look at the chain to see how far it is."""
        return await trail.check(actor)

    @r.delete("/api/audit/chain/check", tag=TAG, errors=(403,))
    async def stop_checking_audit_chain(actor: Actor) -> wire.ChainView:
        """Give up the check that is running."""
        return await trail.stop_check(actor)

    @r.get("/api/audit/heads", tag=TAG, errors=(403,))
    async def get_audit_heads(actor: Actor) -> wire.HeadList:
        """The heads to be printed and kept elsewhere: of now, and of each day."""
        return await trail.heads(actor)

    return r
