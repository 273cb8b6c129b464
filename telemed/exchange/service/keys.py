"""Keys of other systems: given, shown once, known by a hash, revoked; and who asks with one."""

from collections.abc import Collection
from dataclasses import replace
from uuid import UUID

from telemed import identity
from telemed.exchange import policy, wire
from telemed.exchange.model_keys import (
    MARK,
    MOST_KEYS,
    Key,
    KeyRefused,
    TooManyKeys,
    digest,
    new_token,
    require_expiry,
    require_kinds,
)
from telemed.exchange.store import keys as store
from telemed.identity import FacilityRef, PersonRef
from telemed.infra import audit, idempotency
from telemed.infra.db import Database, Tx
from telemed.kernel.actor import Actor
from telemed.kernel.clock import Clock
from telemed.kernel.errors import Missing
from telemed.kernel.ids import FacilityId

_ASKED = Actor.system("exchange key")


class Keys:
    def __init__(self, db: Database, clock: Clock) -> None:
        self._db, self._clock = db, clock

    @staticmethod
    def is_one(token: str) -> bool:
        """Whether a bearer is a key of another system, and no person's token."""
        return token.startswith(MARK)

    async def authenticate(self, token: str) -> Actor:
        """The system that holds it. Looked up each time: one that was revoked opens nothing from the next request on.

        Raises:
            KeyRefused: unknown, revoked or over.
        """
        async with self._db.transaction(_ASKED) as tx:
            key = await store.by_digest(tx, digest(token))
            if key is None or not key.works(tx.at):
                raise KeyRefused
            if key.to_note(tx.at):
                await store.note_use(tx, key.id, tx.at)
        return key.actor()

    async def make(self, actor: Actor, key_id: UUID, new: wire.NewKey) -> wire.NewKeyView:
        """Raises NoKinds, BadExpiry, TooManyKeys."""
        facility, token = FacilityId(new.facility_id), new_token()
        policy.require_give(actor, facility)
        kinds = frozenset(new.kinds)
        require_kinds(kinds)
        async with self._db.transaction(actor) as tx:
            first = await idempotency.first_time(tx, key_id, key_id, new, tx.at)
            if first:
                require_expiry(new.expires_at, tx.at)
                if await store.working(tx, facility, tx.at) >= MOST_KEYS:
                    raise TooManyKeys(most=MOST_KEYS)
                key = Key(key_id, facility, new.name, kinds, actor.id, tx.at, new.expires_at)
                await store.add(tx, key, digest(token))
                await audit.record(tx, "exchange.key_make", "exchange_key", key_id, at=facility)
            (view,) = await self.views(tx, [await self._one(tx, actor, key_id)])
        return wire.NewKeyView(key=view, token=token if first else None)

    async def revoke(self, actor: Actor, key_id: UUID) -> wire.KeyView:
        """At once. Revoking twice changes nothing."""
        async with self._db.transaction(actor) as tx:
            key = await self._one(tx, actor, key_id)
            policy.require_keep(actor, key.facility)
            if key.revoked_at is None:
                await store.revoke(tx, key_id, tx.at)
                await audit.record(tx, "exchange.key_revoke", "exchange_key", key_id, at=key.facility)
                key = replace(key, revoked_at=tx.at)
            (view,) = await self.views(tx, [key])
        return view

    @staticmethod
    async def names(tx: Tx, ids: Collection[UUID]) -> dict[UUID, tuple[str, FacilityId]]:
        """What the holders of these keys are called, and whose keys they are; those that are no key are left out."""
        return {key.id: (key.name, key.facility) for key in await store.some(tx, ids)}

    async def views(self, tx: Tx, keys: list[Key]) -> list[wire.KeyView]:
        people = await identity.people(tx, {key.made_by for key in keys})
        places = await identity.facilities(tx, {key.facility for key in keys})
        now = self._clock.now()
        return [_view(key, places[key.facility], people[key.made_by], works=key.works(now)) for key in keys]

    @staticmethod
    async def _one(tx: Tx, actor: Actor, key_id: UUID) -> Key:
        key = await store.one(tx, key_id)
        policy.require_keep(actor, key.facility if key else None)
        if key is None:
            raise Missing
        return key


def _view(key: Key, place: FacilityRef, by: PersonRef, *, works: bool) -> wire.KeyView:
    return wire.KeyView(
        id=key.id,
        facility=place,
        name=key.name,
        kinds=sorted(key.kinds),
        made_by=by,
        made_at=key.made_at,
        expires_at=key.expires_at,
        used_at=key.used_at,
        revoked_at=key.revoked_at,
        works=works,
    )
