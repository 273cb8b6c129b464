"""Routes of a case that passes to the relief."""

from telemed.infra.routes import Routes
from telemed.kernel.actor import Actor
from telemed.kernel.ids import ConsultId, HandoverId
from telemed.sessions import wire
from telemed.sessions import wire_handovers as words
from telemed.sessions.service_handovers import Handovers

TAG = "handovers"


def routes(handovers: Handovers) -> Routes:
    r = Routes()

    @r.get("/api/consults/{id}/reliefs", tag=TAG, errors=(404,))
    async def list_reliefs(id: ConsultId, actor: Actor) -> words.ReliefList:
        """Who could take this case over: the relief of my shift, then who is on duty."""
        return await handovers.reliefs(actor, id)

    @r.put("/api/handovers/{id}", tag=TAG, errors=(404, 409))
    async def put_handover(id: HandoverId, body: words.NewHandover, actor: Actor) -> wire.ConsultSummary:
        """Ask somebody in words to take the case over. It stays mine until they say yes."""
        return await handovers.offer(actor, id, body)

    @r.post("/api/handovers/{id}/take", tag=TAG, errors=(404, 409))
    async def take_handover(id: HandoverId, body: words.HandoverAnswer, actor: Actor) -> wire.ConsultSummary:
        """Say in words what one takes over: from now on the case is mine."""
        return await handovers.take(actor, id, body.words)

    @r.post("/api/handovers/{id}/refuse", tag=TAG, errors=(404, 409))
    async def refuse_handover(id: HandoverId, body: words.HandoverAnswer, actor: Actor) -> wire.ConsultSummary:
        """Not me, because."""
        return await handovers.refuse(actor, id, body.words)

    @r.post("/api/handovers/{id}/withdraw", tag=TAG, errors=(404, 409))
    async def withdraw_handover(id: HandoverId, actor: Actor) -> wire.ConsultSummary:
        """Who offered it keeps it."""
        return await handovers.withdraw(actor, id)

    return r
