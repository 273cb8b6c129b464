"""Routes of what comes after a consult: appointments, results, debts."""

from datetime import date
from typing import Literal

from telemed.infra.routes import ApiModel, Routes
from telemed.kernel.actor import Actor
from telemed.kernel.ids import ChangeId, ConsultId, FollowUpId
from telemed.records import wire_after as wire
from telemed.records.service import Records


class ProposalQuery(ApiModel):
    on: date


def routes(records: Records) -> Routes:
    r, tag, follow_ups = Routes(), "follow-ups", records.follow_ups

    @r.put("/api/follow-ups/{id}", tag=tag, errors=(404, 409))
    async def put_follow_up(id: FollowUpId, body: wire.NewFollowUp, actor: Actor) -> wire.FollowUpView:
        """Make an appointment for the patient of a case; its slip gets a number."""
        return await follow_ups.plan(actor, id, body)

    @r.get("/api/follow-ups", tag=tag)
    async def list_follow_ups(actor: Actor) -> wire.FollowUpList:
        """Appointments of one's own place, the nearest first, from 60 days ago on."""
        return await follow_ups.upcoming(actor)

    @r.get("/api/consults/{id}/follow-ups", tag=tag, errors=(404,))
    async def list_consult_follow_ups(id: ConsultId, actor: Actor) -> wire.FollowUpList:
        """Every appointment of a case."""
        return await follow_ups.of_consult(actor, id)

    @r.get("/api/consults/{id}/follow-up-proposal", tag=tag, errors=(404,))
    async def get_follow_up_proposal(id: ConsultId, query: ProposalQuery, actor: Actor) -> wire.ProposalView:
        """Who would see the patient of a case on a day, before an appointment is made."""
        return await follow_ups.proposal(actor, id, query.on)

    @r.post("/api/follow-ups/{id}/moves/{change_id}", tag=tag, errors=(404, 409))
    async def move_follow_up(
        id: FollowUpId, change_id: FollowUpId, body: wire.FollowUpMove, actor: Actor
    ) -> wire.FollowUpView:
        """Another day: the old appointment is called off, the new one, with the change's id, is answered."""
        return await follow_ups.move(actor, id, change_id, body)

    @r.post("/api/follow-ups/{id}/marks/{change_id}", tag=tag, errors=(404, 409))
    async def mark_follow_up(
        id: FollowUpId, change_id: ChangeId, body: wire.FollowUpMark, actor: Actor
    ) -> wire.FollowUpView:
        """The patient came, did not come, or it was called off."""
        return await follow_ups.mark(actor, id, change_id, body)

    @r.put("/api/consults/{id}/results/{day}", tag=tag, errors=(404, 422))
    async def put_result(id: ConsultId, day: Literal["7", "30"], body: wire.NewResult, actor: Actor) -> wire.Results:
        """How the patient is 7 or 30 days after the advice."""
        return await follow_ups.record(actor, id, int(day), body)

    @r.get("/api/consults/{id}/results", tag=tag, errors=(404,))
    async def get_results(id: ConsultId, actor: Actor) -> wire.Results:
        """What is known of the patient 7 and 30 days after the advice."""
        return await follow_ups.results(actor, id)

    @r.get("/api/debts", tag="debts")
    async def list_debts(actor: Actor) -> wire.DebtList:
        """Papers and answers that the one who asks still owes."""
        return await records.debts.of(actor)

    @r.get("/api/debts/totals", tag="debts")
    async def debt_totals(actor: Actor) -> wire.DebtTotals:
        """What people of the places one leads owe, by person and kind."""
        return await records.debts.totals(actor)

    return r
