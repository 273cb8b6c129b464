"""What people are told of: notices made of others' facts, read, and ticked off."""

from datetime import timedelta
from typing import Final
from uuid import UUID

from telemed import identity
from telemed.infra import jobs, outbox
from telemed.infra.db import Database, Tx
from telemed.infra.events import Event
from telemed.kernel.actor import Actor
from telemed.kernel.ids import UserId
from telemed.notify import store, wire
from telemed.notify.events import NoticeMade
from telemed.notify.model import NOTICE_WITHIN, PushKind
from telemed.notify.news import TOLD, News, Param
from telemed.notify.service.rings import NEWS
from telemed.notify.store import notices

PAGE: Final = 30
KEPT: Final = timedelta(days=180)


class Notices:
    def __init__(self, db: Database) -> None:
        self._db = db

    async def tell(self, tx: Tx, fact: Event) -> None:
        """Whom a fact concerns is told once."""
        for news in TOLD[type(fact)](fact):
            await self.say(tx, news)

    async def say(self, tx: Tx, news: News) -> None:
        """Some people are told of something, each once."""
        params = await self._params(tx, news) if news.people else {}
        for person in dict.fromkeys(news.people):
            await self._one(tx, person, news, params)

    async def of(self, actor: Actor, before: UUID | None) -> wire.NoticeList:
        """No policy: one's own."""
        async with self._db.transaction(actor) as tx:
            return await self._list(tx, actor.id, before)

    async def seen(self, actor: Actor, up_to: UUID) -> wire.NoticeList:
        """No policy: one's own; another's does nothing."""
        async with self._db.transaction(actor) as tx:
            await notices.see(tx, actor.id, up_to)
            return await self._list(tx, actor.id, None)

    async def unseen(self, person: UserId) -> int:
        """For the bell on open pages."""
        async with self._db.transaction(Actor.system("notice news")) as tx:
            return await notices.unseen(tx, person)

    async def forget_old(self, tx: Tx) -> None:
        await notices.remove_before(tx, tx.at - KEPT)

    async def _one(self, tx: Tx, person: UserId, news: News, params: dict[str, Param]) -> None:
        made = await notices.add(tx, person, news.kind, about=news.about, params=params, once=news.once)
        if made is None:
            return
        await outbox.publish(tx, NoticeMade(None, made, person, news.kind), tx.at)
        if news.wakes and await store.live(tx, person):
            said = {"kind": PushKind.NOTICE.value, "person": str(person), "code": news.kind}
            await jobs.put(tx, NEWS, str(made), tx.at, said | {"until": (tx.at + NOTICE_WITHIN).isoformat()})

    @staticmethod
    async def _params(tx: Tx, news: News) -> dict[str, Param]:
        """With the names a sentence needs: of colleagues and places, as they are called today."""
        named: dict[str, Param] = {}
        if news.person:
            known = await identity.people(tx, {news.person})
            named["person"] = known[news.person].name
        if news.places:
            places = await identity.facilities(tx, set(news.places.values()))
            named |= {param: places[place].name for param, place in news.places.items()}
        return news.params | named

    @staticmethod
    async def _list(tx: Tx, person: UserId, before: UUID | None) -> wire.NoticeList:
        found = await notices.newest(tx, person, before, PAGE + 1)
        page = found[:PAGE]
        return wire.NoticeList(
            notices=[
                wire.NoticeView(
                    id=n.id, kind=n.kind, about=n.about, params=dict(n.params), made_at=n.made_at, seen_at=n.seen_at
                )
                for n in page
            ],
            unseen=await notices.unseen(tx, person),
            older=page[-1].id if len(found) > PAGE else None,
        )
