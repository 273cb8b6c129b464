"""Routes of what places' links carry: one's own, those one looks after, and what is set for one."""

from telemed.infra.routes import Routes
from telemed.kernel.actor import Actor
from telemed.kernel.ids import ChangeId, FacilityId
from telemed.media import wire_links as wire
from telemed.media.service_links import Links

TAG = "links"


def routes(links: Links) -> Routes:
    api = Routes()

    @api.get("/api/links", tag=TAG, errors=(403,))
    async def list_links(actor: Actor) -> wire.LinkList:
        """Every place whose link one looks after, in short."""
        return await links.all(actor)

    @api.get("/api/links/{id}", tag=TAG, errors=(404,))
    async def get_link(id: FacilityId, actor: Actor) -> wire.LinkPassport:
        """What a place's link usually carries by hour and weekday, and what a month of calls costs."""
        return await links.passport(actor, id)

    @api.post("/api/links/{id}/changes/{change_id}", tag=TAG, errors=(403, 404, 409))
    async def change_link(
        id: FacilityId, change_id: ChangeId, body: wire.LinkChange, actor: Actor
    ) -> wire.LinkPassport:
        """Set a place's card, its megabytes a month and what gives way then."""
        return await links.change(actor, id, change_id, body)

    return api
