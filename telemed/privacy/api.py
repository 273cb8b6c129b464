"""Routes of opened cases, their review, patients' requests about their data, and totals."""

from uuid import UUID

from aiohttp import web

from telemed.infra.routes import Routes
from telemed.kernel.actor import Actor
from telemed.kernel.ids import AccessId, PatientId
from telemed.privacy import wire
from telemed.privacy.service import Privacy


def routes(privacy: Privacy) -> Routes:
    every = Routes()
    every.include(_accesses(privacy), _reviews(privacy), _requests(privacy), _totals(privacy))
    return every


def _accesses(privacy: Privacy) -> Routes:
    r, tag, accesses = Routes(), "accesses", privacy.accesses

    @r.put("/api/accesses/{id}", tag=tag, errors=(403, 404, 409))
    async def put_access(id: AccessId, body: wire.NewAccess, actor: Actor) -> wire.AccessView:
        """Open one case for a reason, for some hours. It is reviewed the next working day."""
        return await accesses.open(actor, id, body)

    @r.get("/api/accesses", tag=tag)
    async def list_accesses(actor: Actor) -> wire.AccessList:
        """One's own that are open now, and the questions one owes an answer to."""
        return await accesses.mine(actor)

    @r.post("/api/accesses/{id}/end", tag=tag, errors=(404,))
    async def end_access(id: AccessId, actor: Actor) -> wire.AccessList:
        """Close an opened case before its time."""
        return await accesses.end(actor, id)

    return r


def _reviews(privacy: Privacy) -> Routes:
    r, tag, reviews = Routes(), "access-reviews", privacy.reviews

    @r.get("/api/access-reviews", tag=tag, errors=(403,))
    async def list_access_reviews(query: wire.ReviewQuery, actor: Actor) -> wire.ReviewList:
        """Opened cases to review, with what the program knows of each. No content is shown."""
        return await reviews.list(actor, done=query.state == "done")

    @r.post("/api/access-reviews/{id}", tag=tag, errors=(403, 404, 409))
    async def review_access(id: AccessId, body: wire.NewReview, actor: Actor) -> wire.ReviewedAccess:
        """Find an opening justified, or ask the reader to explain it."""
        return await reviews.judge(actor, id, body)

    @r.post("/api/access-reviews/{id}/explanation", tag=tag, errors=(404, 409))
    async def explain_access(id: AccessId, body: wire.Explanation, actor: Actor) -> wire.AccessList:
        """Answer the privacy officer's question about one's own opening."""
        await reviews.explain(actor, id, body.text)
        return await privacy.accesses.mine(actor)

    return r


def _requests(privacy: Privacy) -> Routes:
    r, tag, requests, subjects = Routes(), "data-requests", privacy.requests, privacy.subjects

    @r.put("/api/data-requests/{id}", tag=tag, errors=(403, 404, 409))
    async def put_data_request(id: UUID, body: wire.NewDataRequest, actor: Actor) -> wire.DataRequestView:
        """Take down what a patient asks about their data; it is due in two working days."""
        return await requests.file(actor, id, body)

    @r.get("/api/data-requests", tag=tag, errors=(403,))
    async def list_data_requests(query: wire.DataRequestQuery, actor: Actor) -> wire.DataRequestList:
        """Requests of one's own facilities: open ones by their due day, others the newest first."""
        return await requests.list(actor, done=query.state == "done")

    @r.post("/api/data-requests/{id}/approve", tag=tag, errors=(403, 404, 409))
    async def approve_data_request(id: UUID, actor: Actor) -> wire.DataRequestView:
        """The privacy officer lets an erasure go on."""
        return await requests.approve(actor, id)

    @r.post("/api/data-requests/{id}/refuse", tag=tag, errors=(403, 404, 409))
    async def refuse_data_request(id: UUID, body: wire.RefuseDataRequest, actor: Actor) -> wire.DataRequestView:
        """Refuse with a reason that the patient is told."""
        return await requests.refuse(actor, id, body.reason)

    @r.post("/api/data-requests/{id}/done", tag=tag, errors=(403, 404, 409))
    async def finish_data_request(id: UUID, body: wire.DoneDataRequest, actor: Actor) -> wire.DataRequestView:
        """An export was handed over, a correction was made."""
        return await requests.finish(actor, id, body.answer)

    @r.get("/api/patients/{id}/export", tag=tag, errors=(403, 404, 409))
    async def export_patient(id: PatientId, query: wire.ExportQuery, actor: Actor) -> web.Response:
        """Everything kept of one patient, for the patient: a zip of data, explanation and signed papers."""
        parcel = await subjects.export(actor, id, query.request)
        return web.Response(
            body=parcel.content,
            content_type="application/zip",
            headers={
                "Content-Disposition": f'attachment; filename="{parcel.name}"',
                "Cache-Control": "no-store",
            },
        )

    @r.post("/api/patients/{id}/erase", tag=tag, errors=(403, 404, 409))
    async def erase_patient(id: PatientId, body: wire.ErasePatient, actor: Actor) -> wire.ErasedPatient:
        """Erase who a patient was, where the law no longer wants it kept; there is no way back."""
        return await subjects.erase(actor, id, body.request_id)

    return r


def _totals(privacy: Privacy) -> Routes:
    r, tag = Routes(), "totals"

    @r.get("/api/totals", tag=tag, errors=(403, 422))
    async def get_totals(query: wire.TotalsQuery, actor: Actor) -> wire.Totals:
        """Counts over many cases: of the province, one's hospital or one's commune."""
        return await privacy.totals.count(actor, query)

    return r
