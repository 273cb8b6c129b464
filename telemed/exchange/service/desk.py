"""All keys and addresses that somebody looks after, in one look."""

from telemed import identity
from telemed.exchange import policy, wire
from telemed.exchange.service.keys import Keys
from telemed.exchange.service.webhooks import Webhooks
from telemed.exchange.store import keys as key_store
from telemed.exchange.store import webhooks as hook_store
from telemed.infra import audit
from telemed.infra.db import Database
from telemed.kernel.actor import Actor


class Desk:
    def __init__(self, db: Database, keys: Keys, webhooks: Webhooks) -> None:
        self._db, self._keys, self._webhooks = db, keys, webhooks

    async def read(self, actor: Actor) -> wire.ExchangeDesk:
        """Of the facilities whose accounts the asker keeps."""
        own = policy.facilities_of(actor)
        async with self._db.transaction(actor) as tx:
            await audit.record(tx, "exchange.read", "exchange", None)
            places = await identity.places(tx)
            return wire.ExchangeDesk(
                facilities=[place for at, place in places.items() if own is None or at in own],
                keys=await self._keys.views(tx, await key_store.of(tx, own)),
                hooks=await self._webhooks.views(tx, await hook_store.of(tx, own)),
            )
