"""Links that calendar programs read: made, listed, revoked, and what they show to whoever has one."""

import hashlib
import re
import secrets
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Final
from uuid import UUID

from telemed import identity
from telemed.identity import facility_ref
from telemed.infra import audit
from telemed.infra.db import Database, Tx
from telemed.kernel.actor import Actor
from telemed.kernel.errors import DomainError, Kind, Missing, OtherBody
from telemed.kernel.ids import FacilityId, UserId
from telemed.kernel.values import FacilityKind
from telemed.schedules import policy
from telemed.schedules.coverage import Span
from telemed.schedules.ical import calendar
from telemed.schedules.sheets import word
from telemed.schedules.store import calendars as store
from telemed.schedules.store.calendars import Link
from telemed.schedules.wire_exchange import CalendarLinkList, CalendarLinkMade, CalendarLinkView, NewCalendarLink

BEHIND: Final = timedelta(days=31)
AHEAD: Final = timedelta(days=400)
SHOWN_AT_MOST: Final = 3000
LINKS_AT_MOST: Final = 10
_SECRET: Final = re.compile(r"[A-Za-z0-9_-]{43}")

ActorOf = Callable[[UserId], Awaitable[Actor]]
"""Somebody with the rights of now. Raises a DomainError of kind UNAUTHENTICATED: the account is closed."""


class TooManyLinks(DomainError):
    """Somebody has ten calendar links already; one must be revoked first."""

    kind, code = Kind.CONFLICT, "calendar_link.too_many"


class Calendars:
    def __init__(self, db: Database, actor_of: ActorOf) -> None:
        self._db, self._actor_of = db, actor_of

    async def all(self, actor: Actor) -> CalendarLinkList:
        """No policy: one's own."""
        async with self._db.transaction(actor) as tx:
            return await _list(tx)

    async def make(self, actor: Actor, link_id: UUID, new: NewCalendarLink) -> CalendarLinkMade:
        """Asked again because the answer was lost, it gets another secret, as long as no calendar has read the first.

        Raises:
            Denied: that hospital's roster is not theirs to see.
            Missing: there is no such hospital, the link was revoked, or is another person's.
            OtherBody, TooManyLinks
        """
        hospital = None if new.hospital_id is None else FacilityId(new.hospital_id)
        if hospital is not None:
            policy.require_roster(actor, hospital)
        secret = secrets.token_urlsafe(32)
        async with self._db.transaction(actor) as tx:
            if hospital is not None and (await identity.facility(tx, hospital)).kind is not FacilityKind.HOSPITAL:
                raise Missing
            first = await store.add(tx, link_id, actor.id, hospital, _digest(secret))
            if first and len(await store.standing(tx, actor.id)) > LINKS_AT_MOST:
                raise TooManyLinks(most=LINKS_AT_MOST)
            link = await store.own(tx, link_id, actor.id)
            if link.hospital != hospital:
                raise OtherBody
            if link.revoked_at is not None:
                raise Missing
            told = first or link.used_at is None
            if told and not first:
                await store.replace_secret(tx, link_id, _digest(secret))
            if told:
                await audit.record(tx, "calendar_link.make", "calendar_link", link_id, at=hospital)
            return CalendarLinkMade(link=await _view(tx, link), path=f"/ical/{secret}.ics" if told else None)

    async def revoke(self, actor: Actor, link_id: UUID) -> CalendarLinkList:
        """From now on it is as if it had never been. No policy: one's own; another's is Missing."""
        async with self._db.transaction(actor) as tx:
            link = await store.own(tx, link_id, actor.id)
            if link.revoked_at is None:
                await store.revoke(tx, link_id)
                await audit.record(tx, "calendar_link.revoke", "calendar_link", link_id)
            return await _list(tx)

    async def read(self, secret: str) -> bytes:
        """What whoever made the link may see now: their own shifts, or a hospital's roster.

        Raises:
            Missing: never made, revoked, or its maker's account or right is gone; nobody can tell which.
        """
        link = await self._link(secret)
        try:
            actor = await self._actor_of(link.person)
        except DomainError:
            raise Missing from None
        if link.hospital is not None and not policy.may_see_roster(actor, link.hospital):
            raise Missing
        async with self._db.transaction(Actor.system("calendar")) as tx:
            await store.used(tx, link.id)
            return await _calendar(tx, link)

    async def _link(self, secret: str) -> Link:
        """Raises Missing."""
        if not _SECRET.fullmatch(secret):
            raise Missing
        async with self._db.transaction(Actor.system("calendar")) as tx:
            link = await store.by_secret(tx, _digest(secret))
        if link is None:
            raise Missing
        return link


async def _calendar(tx: Tx, link: Link) -> bytes:
    of = link.hospital or link.person
    days = Span(tx.at - BEHIND, tx.at + AHEAD)
    occasions = await store.occasions(tx, days, own=link.hospital is None, of=of, at_most=SHOWN_AT_MOST)
    places = await identity.facilities(tx, {one.shift.hospital for one in occasions} | _one(link.hospital))
    hospitals = {key: place.name for key, place in places.items()}
    if link.hospital is None:
        return calendar(word("calendar", "own"), occasions, hospitals)
    people = await identity.people(tx, {one.shift.person for one in occasions})
    names = {key: person.name for key, person in people.items()}
    title = word("calendar", "hospital").format(hospital=places[link.hospital].short_name)
    return calendar(title, occasions, hospitals, names)


async def _list(tx: Tx) -> CalendarLinkList:
    links = await store.standing(tx, tx.actor.id)
    places = await identity.places(tx)
    return CalendarLinkList(
        links=[await _view(tx, one) for one in links],
        hospitals=[
            place
            for key, place in places.items()
            if place.kind is FacilityKind.HOSPITAL and policy.may_see_roster(tx.actor, key)
        ],
    )


async def _view(tx: Tx, link: Link) -> CalendarLinkView:
    place = facility_ref(await identity.facility(tx, link.hospital)) if link.hospital else None
    return CalendarLinkView(id=link.id, hospital=place, made_at=link.made_at, used_at=link.used_at)


def _one(hospital: FacilityId | None) -> set[FacilityId]:
    return {hospital} if hospital else set()


def _digest(secret: str) -> bytes:
    """All that is kept of it: it has 256 bits, so a plain hash will do."""
    return hashlib.sha256(secret.encode()).digest()
