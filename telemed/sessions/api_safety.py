"""Routes of what guards a patient: limits and templates with their approval, identifiers, earlier consults."""

from uuid import UUID

from telemed.infra.routes import Routes
from telemed.kernel.actor import Actor
from telemed.kernel.ids import CallId
from telemed.sessions import wire
from telemed.sessions import wire_safety as w
from telemed.sessions.service_safety import Safety

TAG = "safety"


def routes(safety: Safety) -> Routes:
    r = Routes()

    @r.get("/api/vital-limits", tag=TAG, lifeline=True)
    async def vital_limits(actor: Actor) -> w.VitalLimits:
        """Hard ranges and alert bands by age, so that the browser judges as the server does. No policy: no secret."""
        return await safety.limits(actor)

    @r.get("/api/request-templates", tag=TAG, lifeline=True)
    async def request_templates(actor: Actor) -> w.RequestTemplates:
        """What each kind of case asks for, and whether a department approved it. No policy: no secret."""
        return await safety.templates(actor)

    @r.get("/api/approvals", tag=TAG)
    async def list_approvals(actor: Actor) -> w.Sheets:
        """All that can be approved. Policy: who may approve somewhere."""
        return await safety.sheets(actor)

    @r.put("/api/approvals/{id}", tag=TAG, errors=(409,))
    async def put_approval(id: UUID, body: w.NewApproval, actor: Actor) -> w.Sheets:
        """Approve, or take an approval back. Policy: a department head or manager of that hospital."""
        return await safety.approve(actor, id, body)

    @r.put("/api/calls/{id}/identity-checks/{check_id}", tag=TAG, errors=(404, 409), lifeline=True)
    async def put_identity_check(
        id: CallId, check_id: UUID, body: w.NewIdentityCheck, actor: Actor
    ) -> wire.ConsultSummary:
        """Two identifiers of the patient were compared. Policy: who sits in the call."""
        return await safety.check_identity(actor, id, check_id, body)

    return r
