"""Routes of consults, rings and calls: call a service, answer a model."""

from telemed.infra.routes import Routes
from telemed.kernel.actor import Actor
from telemed.kernel.ids import CallId, ChangeId, ConsultId, RingId
from telemed.sessions import texts, wire
from telemed.sessions.model import Purpose
from telemed.sessions.rooms import Calls
from telemed.sessions.service import Consults

TAG = "consults"


def routes(consults: Consults, calls: Calls) -> Routes:
    r = Routes()

    @r.put("/api/consults/{id}", tag=TAG, errors=(409,), lifeline=True)
    async def put_consult(id: ConsultId, body: wire.NewConsult, actor: Actor) -> wire.ConsultSummary:
        """Make a consult; with `send` it rings at once."""
        return await consults.create(actor, id, body)

    @r.get("/api/consults", tag=TAG, lifeline=True)
    async def list_consults(actor: Actor) -> wire.ConsultList:
        """Everything open that concerns the one who asks."""
        return wire.ConsultList(consults=await consults.open_for(actor))

    @r.get("/api/consults/{id}", tag=TAG, errors=(404,))
    async def get_consult(id: ConsultId, actor: Actor) -> wire.ConsultDetail:
        """The whole request. The reading is audited."""
        return await consults.detail(actor, id)

    @r.post("/api/consults/{id}/changes/{change_id}", tag=TAG, errors=(404, 409))
    async def change_consult(
        id: ConsultId, change_id: ChangeId, body: wire.ConsultChange, actor: Actor
    ) -> wire.ConsultSummary:
        """Merge some fields of the request."""
        return await consults.change(actor, id, change_id, body)

    @r.post("/api/consults/{id}/send", tag=TAG, errors=(404, 409), lifeline=True)
    async def send_consult(id: ConsultId, actor: Actor) -> wire.ConsultSummary:
        """A draft, or a returned request now completed, begins to ring."""
        return await consults.send(actor, id)

    @r.post("/api/consults/{id}/accept", tag=TAG, errors=(404, 409), lifeline=True)
    async def accept_consult(id: ConsultId, body: wire.AcceptCommand, actor: Actor) -> wire.ConsultSummary:
        """Take it. The first claim wins."""
        return await consults.accept(actor, id, body.answer)

    @r.post("/api/rings/{id}/decline", tag=TAG, errors=(404, 409), lifeline=True)
    async def decline_ring(id: RingId, body: wire.Decline, actor: Actor) -> wire.ConsultSummary:
        """Not me: the next step starts at once."""
        return await consults.decline(actor, id, body)

    @r.post("/api/consults/{id}/hand-on", tag=TAG, errors=(404, 409), lifeline=True)
    async def hand_on_consult(id: ConsultId, body: wire.Decline, actor: Actor) -> wire.ConsultSummary:
        """The holder passes it on; the patient's clock goes on."""
        return await consults.hand_on(actor, id, body)

    @r.post("/api/consults/{id}/return", tag=TAG, errors=(404, 409))
    async def return_consult(id: ConsultId, body: wire.Reason, actor: Actor) -> wire.ConsultSummary:
        """Ask the station for more; stops the hospital's clock, not the patient's."""
        return await consults.give_back(actor, id, body.reason)

    @r.post("/api/consults/{id}/schedule", tag=TAG, errors=(404, 409))
    async def schedule_consult(id: ConsultId, body: wire.ScheduleCommand, actor: Actor) -> wire.ConsultSummary:
        """Meet later."""
        return await consults.schedule(actor, id, body)

    @r.post("/api/consults/{id}/cancel", tag=TAG, errors=(404, 409))
    async def cancel_consult(id: ConsultId, body: wire.Reason, actor: Actor) -> wire.ConsultSummary:
        """The station withdraws it."""
        return await consults.cancel(actor, id, body.reason)

    @r.post("/api/consults/{id}/end-practice", tag=TAG, errors=(404, 409))
    async def end_practice(id: ConsultId, actor: Actor) -> wire.ConsultSummary:
        """“Kết thúc thực hành”, by either side."""
        return await consults.end_practice(actor, id)

    @r.post("/api/consults/{id}/transfer", tag=TAG, errors=(404, 409), lifeline=True)
    async def transfer_consult(id: ConsultId, actor: Actor) -> wire.ConsultSummary:
        """Nobody answered: the patient goes now."""
        return await consults.transfer(actor, id)

    @r.put("/api/consults/{id}/consents/{consent_id}", tag=TAG, errors=(404, 409))
    async def put_consent(
        id: ConsultId, consent_id: ChangeId, body: wire.ConsentWord, actor: Actor
    ) -> wire.ConsultSummary:
        """Keep what the patient said about one purpose: given, refused or withdrawn."""
        return await consults.record_consent(actor, id, consent_id, body)

    @r.get("/api/consent-texts", tag=TAG)
    async def consent_texts(actor: Actor) -> wire.ConsentTexts:
        """What is read aloud before anybody is asked."""
        return CONSENT_TEXTS

    @r.post("/api/consults/{id}/call", tag=TAG, errors=(404, 409), lifeline=True)
    async def open_call(id: ConsultId, actor: Actor) -> wire.ConsultSummary:
        """Start a call again after one ended."""
        return await calls.open(actor, id)

    @r.post("/api/calls/{id}/end", tag=TAG, errors=(404,), lifeline=True)
    async def end_call(id: CallId, actor: Actor) -> wire.ConsultSummary:
        """End the call for both ends; the case may stay open."""
        return await calls.end(actor, id)

    @r.get("/api/rings", tag=TAG, lifeline=True)
    async def list_rings(actor: Actor) -> wire.RingList:
        """The open rings of the one who asks."""
        return wire.RingList(rings=await consults.rings_for(actor))

    return r


CONSENT_TEXTS = wire.ConsentTexts(
    version=texts.CURRENT,
    texts=[
        wire.ConsentText(
            purpose=purpose,
            vi=texts.text(texts.CURRENT, purpose, "vi"),
            en=texts.text(texts.CURRENT, purpose, "en"),
            sha256=texts.digest(texts.CURRENT, purpose).hex(),
        )
        for purpose in Purpose
    ],
)
