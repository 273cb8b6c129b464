"""What comes back of messages: from a service worker by the push's own token, from the gateway by its signature."""

from collections.abc import Mapping

from pydantic import ValidationError

from telemed.infra.db import Database
from telemed.kernel.actor import Actor
from telemed.kernel.clock import Clock
from telemed.notify import wire
from telemed.notify.keys import Keys
from telemed.notify.model import BadReceiptBody, Gateway, NoGateway, delivery_of, require_signed
from telemed.sessions import Channel, DeliveryKind, DeliveryState, channel_works, delivery, delivery_came

_BACK = Actor.system("receipt")


class Receipts:
    def __init__(self, db: Database, clock: Clock, keys: Keys, gateway: Gateway | None) -> None:
        self._db, self._clock, self._keys, self._gateway = db, clock, keys, gateway

    async def of_push(self, receipt: wire.PushReceipt) -> None:
        """Of a test that was made anew, nothing is changed.

        Raises:
            BadReceipt
        """
        which = delivery_of(self._keys.receipts, receipt.receipt)
        async with self._db.transaction(_BACK) as tx:
            known = await delivery_came(tx, which, DeliveryState(receipt.state))
            if known is not None:
                await channel_works(tx, known.person, Channel.PUSH, works=True)

    async def of_gateway(self, body: bytes, headers: Mapping[str, str]) -> None:
        """Told twice, it changes nothing.

        Raises:
            NoGateway, BadReceipt, BadReceiptBody
        """
        if self._gateway is None:
            raise NoGateway
        require_signed(self._gateway.secret, headers, body, self._clock.now())
        try:
            said = wire.GatewayReceipt.model_validate_json(body, strict=True)
        except ValidationError:
            raise BadReceiptBody from None
        async with self._db.transaction(_BACK) as tx:
            known = await delivery(tx, said.id)
            if known is None or known.channel is not Channel.GATEWAY:
                return
            came = await delivery_came(tx, said.id, DeliveryState(said.state), said.error or None)
            if said.state != "failed":
                await channel_works(tx, known.person, Channel.GATEWAY, works=True)
            elif known.kind is DeliveryKind.TEST and came is not known:
                # Only a test writes a telephone off: its person reads so at once and can do something about it.
                await channel_works(tx, known.person, Channel.GATEWAY, works=False)
