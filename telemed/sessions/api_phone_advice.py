"""Routes of what was said by telephone, by both ends."""

from uuid import UUID

from telemed.infra.routes import Routes
from telemed.kernel.actor import Actor
from telemed.kernel.ids import ChangeId, ConsultId
from telemed.sessions import wire
from telemed.sessions import wire_phone_advice as words
from telemed.sessions.service_phone_advice import Telephone

TAG = "telephone"


def routes(telephone: Telephone) -> Routes:
    r = Routes()

    @r.put("/api/consults/{id}/phone-calls/{note_id}", tag=TAG, errors=(404, 409), lifeline=True)
    async def put_phone_call(
        id: ConsultId, note_id: ChangeId, body: wire.PhoneCall, actor: Actor
    ) -> wire.ConsultSummary:
        """Keep what was said by telephone, at the station."""
        return await telephone.log_call(actor, id, note_id, body)

    @r.put("/api/phone-advices/{id}", tag=TAG, errors=(409,))
    async def put_phone_advice(id: UUID, body: words.NewPhoneAdvice, actor: Actor) -> words.PhoneAdviceView:
        """Keep what was advised to a station without a link, under the code it read out."""
        return await telephone.advise(actor, id, body)

    @r.get("/api/phone-advices", tag=TAG)
    async def list_phone_advices(actor: Actor) -> words.PhoneAdviceList:
        """My own of the last two weeks, and those at my hospital that wait for their case."""
        return await telephone.advices(actor)

    return r
