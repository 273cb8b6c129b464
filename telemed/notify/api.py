"""Routes of reaching people: their browsers, what they were sent, a shift's check, notices, a gateway's receipts."""

from datetime import timedelta
from typing import Annotated
from uuid import UUID

from aiohttp import web

from telemed.infra.routes import FileBody, Routes
from telemed.kernel.actor import Actor
from telemed.kernel.ids import ShiftId
from telemed.notify import wire
from telemed.notify.service import Notify

TAG = "reach"
RECEIPT = FileBody("application/json", 4096, timedelta(seconds=10))


def routes(notify: Notify) -> Routes:
    r = Routes()

    @r.get("/api/push/key", tag=TAG)
    async def push_key(actor: Actor) -> wire.OwnReach:
        """What a browser needs so that it can be woken, and what reaches the one who asks."""
        return await notify.browsers.own(actor)

    @r.put("/api/push/subscriptions/{id}", tag=TAG, errors=(409,))
    async def put_push_subscription(id: UUID, body: wire.NewSubscription, actor: Actor) -> wire.OwnReach:
        """This browser may be woken. One browser wakes one person: whoever used it before loses it."""
        return await notify.browsers.subscribe(actor, id, body)

    @r.delete("/api/push/subscriptions/{id}", tag=TAG)
    async def delete_push_subscription(id: UUID, actor: Actor) -> wire.OwnReach:
        """No longer; forgetting one that is not there is no fault. Browsers do it when their person signs out."""
        return await notify.browsers.unsubscribe(actor, id)

    @r.post("/api/push/receipts", tag=TAG, errors=(401,))
    async def push_receipt(body: wire.PushReceipt) -> None:
        """The service worker has a push (`delivered`), or somebody touched what it showed (`seen`)."""
        await notify.receipts.of_push(body)

    @r.post("/api/gateway/receipts", tag=TAG, errors=(401, 404, 409))
    async def gateway_receipt(body: Annotated[bytes, RECEIPT], request: web.Request) -> None:
        """What became of a message, told by the gateway and signed as ours to it are: `docs/operations.md`."""
        await notify.receipts.of_gateway(body, request.headers)

    @r.post("/api/deliveries/{id}/seen", tag=TAG, errors=(404,), lifeline=True)
    async def delivery_seen(id: UUID, actor: Actor) -> None:
        """A page shows the ring with this id, or has played the test of the shift with this id."""
        await notify.deliveries.seen(actor, id)

    @r.get("/api/shifts/{id}/checks", tag=TAG, errors=(403, 404))
    async def shift_checks(id: UUID, actor: Actor) -> wire.ShiftChecks:
        """How the test of one's own shift went; whoever plans that roster may look too."""
        return await notify.checks.of(actor, ShiftId(id))

    @r.post("/api/shifts/{id}/checks", tag=TAG, errors=(403, 404, 409))
    async def check_shift_again(id: UUID, actor: Actor) -> wire.ShiftChecks:
        """“Thử lại chuông”: the test once more, of one's own shift that is confirmed."""
        return await notify.checks.again(actor, ShiftId(id))

    @r.get("/api/notices", tag=TAG)
    async def list_notices(query: wire.NoticesBefore, actor: Actor) -> wire.NoticeList:
        """One's own, thirty at a time."""
        return await notify.notices.of(actor, query.before)

    @r.post("/api/notices/seen", tag=TAG)
    async def notices_seen(body: wire.NoticesSeen, actor: Actor) -> wire.NoticeList:
        return await notify.notices.seen(actor, body.up_to)

    return r
