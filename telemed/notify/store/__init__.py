"""SQL of subscriptions: which browsers wake whom. A transaction comes in, values go out."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.postgresql import insert

from telemed.infra.db import AnyRow, Tx
from telemed.kernel.ids import UserId
from telemed.notify import tables
from telemed.notify.model import Subscription

_s = tables.push_subscription.c


async def add(tx: Tx, new: Subscription) -> None:
    """In place of what this person said before of the same browser."""
    await tx.execute(delete(tables.push_subscription).where(_s.endpoint == new.endpoint, _s.person_id == new.person))
    row = {"endpoint": new.endpoint, "p256dh": new.p256dh, "auth": new.auth, "made_at": new.made_at}
    put = insert(tables.push_subscription).values(id=new.id, person_id=new.person, **row)
    await tx.execute(put)


async def take_over(tx: Tx, endpoint: str, person: UserId) -> list[UserId]:
    """Whoever else that browser used to wake; from now on it does not. Asked by the system: the rows are walled."""
    gone = delete(tables.push_subscription).where(_s.endpoint == endpoint, _s.person_id != person)
    return [UserId(row.person_id) for row in await tx.all(gone.returning(_s.person_id))]


async def remove(tx: Tx, subscription: UUID, person: UserId) -> bool:
    gone = delete(tables.push_subscription).where(_s.id == subscription, _s.person_id == person)
    return bool((await tx.execute(gone)).rowcount)


async def remove_all(tx: Tx, person: UserId) -> None:
    await tx.execute(delete(tables.push_subscription).where(_s.person_id == person))


async def keep_newest(tx: Tx, person: UserId, most: int) -> None:
    """The oldest go: nobody has that many browsers, and each is asked at every ring."""
    newest = select(_s.id).where(_s.person_id == person).order_by(_s.made_at.desc(), _s.id.desc()).limit(most)
    await tx.execute(delete(tables.push_subscription).where(_s.person_id == person, _s.id.not_in(newest)))


async def live(tx: Tx, person: UserId) -> list[Subscription]:
    """Those that are not known to be gone, the newest first."""
    query = select(tables.push_subscription).where(_s.person_id == person, _s.gone_at.is_(None))
    return [_subscription(row) for row in await tx.all(query.order_by(_s.made_at.desc(), _s.id))]


async def worked(tx: Tx, subscriptions: Collection[UUID]) -> None:
    if subscriptions:
        await tx.execute(
            update(tables.push_subscription).where(_s.id.in_(subscriptions)).values(worked_at=tx.at, gone_at=None)
        )


async def gone(tx: Tx, subscriptions: Collection[UUID]) -> None:
    if subscriptions:
        await tx.execute(update(tables.push_subscription).where(_s.id.in_(subscriptions)).values(gone_at=tx.at))


async def remove_gone_before(tx: Tx, at: datetime) -> None:
    await tx.execute(delete(tables.push_subscription).where(_s.gone_at < at))


def _subscription(row: AnyRow) -> Subscription:
    return Subscription(
        id=row.id,
        person=UserId(row.person_id),
        endpoint=row.endpoint,
        p256dh=row.p256dh,
        auth=row.auth,
        made_at=row.made_at,
        worked_at=row.worked_at,
        gone_at=row.gone_at,
    )
