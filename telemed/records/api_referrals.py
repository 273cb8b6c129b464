"""Routes of referrals and of the way to the hospital and back: call a service, answer a model."""

from typing import Annotated, Literal

from aiohttp import web
from pydantic import Field

from telemed.infra.routes import ApiModel, Routes
from telemed.kernel.actor import Actor
from telemed.kernel.ids import ChangeId, ConsultId, ReferralId
from telemed.records import wire_referral as wire
from telemed.records.api_papers import pdf_response
from telemed.records.service import Records


class ReferralQuery(ApiModel):
    scope: Literal["open"] = "open"


class CancelReferral(ApiModel):
    reason: Annotated[str, Field(min_length=1, max_length=500)]


def routes(records: Records) -> Routes:
    r, tag, referrals, arrivals = Routes(), "referrals", records.referrals, records.arrivals

    @r.put("/api/referrals/{id}", tag=tag, errors=(404, 409))
    async def put_referral(id: ReferralId, body: wire.NewReferral, actor: Actor) -> wire.ReferralView:
        """Draft a referral from a consult, filled from what is known."""
        return await referrals.draft(actor, id, body)

    @r.get("/api/referrals", tag=tag)
    async def list_referrals(query: ReferralQuery, actor: Actor) -> wire.ReferralList:
        """Open referrals of one's own station."""
        return await referrals.open(actor)

    @r.get("/api/referrals/{id}", tag=tag, errors=(404,))
    async def get_referral(id: ReferralId, actor: Actor) -> wire.ReferralView:
        """One referral. The reading is audited."""
        return await referrals.read(actor, id)

    @r.get("/api/consults/{id}/referrals", tag=tag, errors=(404,))
    async def list_consult_referrals(id: ConsultId, actor: Actor) -> wire.ReferralList:
        """Every referral made from a consult."""
        return await referrals.of_consult(actor, id)

    @r.post("/api/referrals/{id}/changes/{change_id}", tag=tag, errors=(404, 409))
    async def change_referral(
        id: ReferralId, change_id: ChangeId, body: wire.ReferralChange, actor: Actor
    ) -> wire.ReferralView:
        """Correct some lines of a draft: only those in the body."""
        return await referrals.change(actor, id, change_id, body)

    @r.post("/api/referrals/{id}/sign", tag=tag, errors=(404, 409))
    async def sign_referral(id: ReferralId, body: wire.ReferralSign, actor: Actor) -> wire.ReferralView:
        """Sign it for the station: it gets its number and its validity."""
        return await referrals.sign(actor, id, body)

    @r.post("/api/referrals/{id}/send", tag=tag, errors=(404, 409))
    async def send_referral(id: ReferralId, actor: Actor) -> wire.ReferralView:
        """A signed referral goes to its hospital."""
        return await referrals.send(actor, id)

    @r.post("/api/referrals/{id}/cancel", tag=tag, errors=(404, 409))
    async def cancel_referral(id: ReferralId, body: CancelReferral, actor: Actor) -> wire.ReferralView:
        """Call it off, with the reason."""
        return await referrals.cancel(actor, id, body.reason)

    @r.post("/api/referrals/{id}/departures/{change_id}", tag=tag, errors=(404, 409))
    async def depart_referral(
        id: ReferralId, change_id: ChangeId, body: wire.ReferralDeparture, actor: Actor
    ) -> wire.ReferralView:
        """The patient leaves the station, fit to travel or with the reason why they go all the same."""
        return await referrals.depart(actor, id, change_id, body)

    @r.get("/api/arrivals", tag=tag)
    async def list_arrivals(actor: Actor) -> wire.ArrivalBoard:
        """Whom one's own hospital expects or has, until it told what became of them."""
        return await arrivals.board(actor)

    @r.post("/api/referrals/{id}/acceptances/{change_id}", tag=tag, errors=(404, 409))
    async def accept_referral(
        id: ReferralId, change_id: ChangeId, body: wire.ReferralAccept, actor: Actor
    ) -> wire.ReferralView:
        """The hospital says that it takes the patient. The station answers for them until they arrive."""
        return await arrivals.accept(actor, id, change_id, body)

    @r.post("/api/referrals/{id}/redirections/{change_id}", tag=tag, errors=(404, 409))
    async def redirect_referral(
        id: ReferralId, change_id: ChangeId, body: wire.ReferralRedirect, actor: Actor
    ) -> wire.ReferralView:
        """To another hospital, with the reason; a referral there is drafted for the station to sign."""
        return await arrivals.redirect(actor, id, change_id, body)

    @r.post("/api/referrals/{id}/arrivals/{change_id}", tag=tag, errors=(404, 409))
    async def arrive_referral(
        id: ReferralId, change_id: ChangeId, body: wire.ReferralArrival, actor: Actor
    ) -> wire.ReferralView:
        """The patient is here: the hospital answers for them from now on."""
        return await arrivals.arrive(actor, id, change_id, body)

    @r.post("/api/referrals/{id}/misses/{change_id}", tag=tag, errors=(404, 409))
    async def miss_referral(
        id: ReferralId, change_id: ChangeId, body: wire.ReferralArrival, actor: Actor
    ) -> wire.ReferralView:
        """Expected and not come: the station has to look for them."""
        return await arrivals.miss(actor, id, change_id, body)

    @r.post("/api/referrals/{id}/feedback/{change_id}", tag=tag, errors=(404, 409))
    async def close_referral(
        id: ReferralId, change_id: ChangeId, body: wire.ReferralFeedback, actor: Actor
    ) -> wire.ReferralView:
        """What became of the patient, told to the station: the last word on this referral."""
        return await arrivals.close(actor, id, change_id, body)

    @r.get("/api/referrals/{id}/document", tag=tag, errors=(404,))
    async def print_referral(id: ReferralId, actor: Actor) -> web.Response:
        """The A4 form as PDF."""
        return pdf_response(await referrals.print(actor, id))

    return r
