"""Routes of swapping shifts, and of one's own shifts to come."""

from uuid import UUID

from telemed.infra.routes import Routes
from telemed.kernel.actor import Actor
from telemed.kernel.ids import ShiftId, SwapId
from telemed.schedules import wire_swaps as wire
from telemed.schedules.service.swaps import Swaps


def routes(swaps: Swaps) -> Routes:
    routes = Routes()

    @routes.get("/api/shifts/coming", tag="duty")
    async def coming_shifts(actor: Actor) -> wire.ComingShifts:
        """One's own within 60 days, with the swaps they are part of."""
        return await swaps.coming(actor)

    @routes.get("/api/shifts/{id}/partners", tag="duty", errors=(403, 404, 409))
    async def shift_partners(id: UUID, actor: Actor) -> wire.Partners:
        """Who could take this shift over, and which of theirs could be had in return."""
        return await swaps.partners(actor, ShiftId(id))

    @routes.get("/api/swaps", tag="duty")
    async def list_swaps(actor: Actor) -> wire.SwapList:
        """One's own, and those one judges."""
        return await swaps.all(actor)

    @routes.put("/api/swaps/{id}", tag="duty", errors=(403, 404, 409))
    async def put_swap(id: UUID, body: wire.NewSwap, actor: Actor) -> wire.SwapView:
        """Propose it to the other."""
        return await swaps.propose(actor, SwapId(id), body)

    @routes.post("/api/swaps/{id}/answer", tag="duty", errors=(403, 404, 409))
    async def answer_swap(id: UUID, body: wire.SwapAnswer, actor: Actor) -> wire.SwapView:
        return await swaps.answer(actor, SwapId(id), body)

    @routes.post("/api/swaps/{id}/judge", tag="duty", errors=(403, 404, 409))
    async def judge_swap(id: UUID, body: wire.SwapJudgement, actor: Actor) -> wire.SwapView:
        """Approving changes the roster at once, by a new version."""
        return await swaps.judge(actor, SwapId(id), body)

    @routes.post("/api/swaps/{id}/withdraw", tag="duty", errors=(403, 404, 409))
    async def withdraw_swap(id: UUID, actor: Actor) -> wire.SwapView:
        """Before it is judged: the proposer, or the other after they agreed."""
        return await swaps.withdraw(actor, SwapId(id))

    @routes.post("/api/swaps/{id}/undo", tag="duty", errors=(403, 404, 409))
    async def undo_swap(id: UUID, body: wire.SwapUndoing, actor: Actor) -> wire.SwapView:
        """Before the first of both shifts begins: back to as it was, by a new version."""
        return await swaps.undo(actor, SwapId(id), body)

    return routes
