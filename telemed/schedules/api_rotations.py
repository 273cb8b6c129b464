"""Routes of rotations: the board, posting somebody, signing, extending, ending early, cancelling."""

from uuid import UUID

from telemed.infra.routes import Routes
from telemed.kernel.actor import Actor
from telemed.kernel.ids import RotationId
from telemed.schedules import wire_rotations as wire
from telemed.schedules.service.rotations import Rotations


def routes(rotations: Rotations) -> Routes:
    routes = Routes()

    @routes.get("/api/rotations", tag="rotations", errors=(403,))
    async def rotation_board(actor: Actor) -> wire.RotationBoard:
        """Stations with and without a rotating doctor, and the rotations of the last year and to come."""
        return await rotations.board(actor)

    @routes.get("/api/rotations/clashes", tag="rotations", errors=(403, 404))
    async def rotation_clashes(query: wire.ClashQuery, actor: Actor) -> wire.RotationClashes:
        """What stands in the way of posting this person in these days, before saving it."""
        return await rotations.clashes(actor, query)

    @routes.put("/api/rotations/{id}", tag="rotations", errors=(403, 404, 409))
    async def put_rotation(id: UUID, body: wire.NewRotation, actor: Actor) -> wire.RotationView:
        """Refused where the person is posted elsewhere in these days, or is on the published roster."""
        return await rotations.post(actor, RotationId(id), body)

    @routes.post("/api/rotations/{id}/sign", tag="rotations", errors=(403, 404, 409))
    async def sign_rotation(id: UUID, body: wire.RotationSigning, actor: Actor) -> wire.RotationView:
        """The decision is there: from now on it gives rights in its days."""
        return await rotations.sign(actor, RotationId(id), body)

    @routes.post("/api/rotations/{id}/extend", tag="rotations", errors=(403, 404, 409))
    async def extend_rotation(id: UUID, body: wire.RotationExtension, actor: Actor) -> wire.RotationView:
        return await rotations.extend(actor, RotationId(id), body)

    @routes.post("/api/rotations/{id}/end", tag="rotations", errors=(403, 404, 409))
    async def end_rotation(id: UUID, body: wire.RotationEnding, actor: Actor) -> wire.RotationView:
        """Early: rights at the station end with the day before, those at the hospital go on."""
        return await rotations.end(actor, RotationId(id), body)

    @routes.post("/api/rotations/{id}/cancel", tag="rotations", errors=(403, 404, 409))
    async def cancel_rotation(id: UUID, body: wire.RotationCancelling, actor: Actor) -> wire.RotationView:
        """Before it begins: as if it had never been planned."""
        return await rotations.cancel(actor, RotationId(id), body)

    return routes
