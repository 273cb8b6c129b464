"""What others' facts mean here: a ring is sent by every way, a confirmed shift is tested, people are told."""

from typing import Protocol
from uuid import UUID

from telemed import identity, schedules, sessions
from telemed.infra.db import Tx
from telemed.infra.relay import Relay
from telemed.kernel.ids import UserId
from telemed.notify.events import NoticeMade
from telemed.notify.news import TOLD
from telemed.notify.service import Notify


class Pages(Protocol):
    """The open pages, which another package knows."""

    def tell_notice(self, user: UserId, notice: UUID, kind: str, unseen: int) -> None: ...


def subscribe(relay: Relay, notify: Notify, pages: Pages) -> None:
    async def ring_started(tx: Tx, fact: sessions.RingStarted) -> None:
        await notify.rings.started(tx, fact)

    async def ring_ended(tx: Tx, fact: sessions.RingEnded) -> None:
        await notify.rings.ended(tx, fact)

    async def shift_confirmed(tx: Tx, fact: schedules.ShiftConfirmed) -> None:
        await notify.rings.test(tx, fact.shift, fact.person)

    async def account_disabled(tx: Tx, fact: identity.AccountDisabled) -> None:
        await notify.browsers.closed(tx, fact.user)

    async def phone_changed(tx: Tx, fact: identity.DutyPhoneChanged) -> None:
        await notify.rings.phone_changed(tx, fact.user)

    async def notice_made(fact: NoticeMade) -> None:
        pages.tell_notice(fact.user, fact.notice, fact.about_kind, await notify.notices.unseen(fact.user))

    relay.once(sessions.RingStarted, ring_started)
    relay.once(sessions.RingEnded, ring_ended)
    relay.once(schedules.ShiftConfirmed, shift_confirmed)
    relay.once(identity.AccountDisabled, account_disabled)
    relay.once(identity.DutyPhoneChanged, phone_changed)
    for kind in TOLD:
        relay.once(kind, notify.notices.tell)
    relay.live(NoticeMade, notice_made)
