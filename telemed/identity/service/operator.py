"""What whoever runs this installation may do to accounts from its own machine: the first administrator, emergencies.

No policy: who can start the program with its settings holds the database anyway. All of it is audited as the system's.
"""

from dataclasses import dataclass, field
from datetime import date, datetime

from telemed.identity import endings, store
from telemed.identity.model import DatedGrant, Facility, Person
from telemed.identity.model_people import Keeping, Source, require_sound
from telemed.identity.service.invitations import invite
from telemed.identity.service.second_factors import SecondFactors
from telemed.identity.store import people_admin
from telemed.identity.wire_people import NewPerson
from telemed.infra import audit
from telemed.infra.db import Database, Tx
from telemed.kernel.actor import Actor
from telemed.kernel.clock import LOCAL
from telemed.kernel.ids import FacilityId, GrantId, UserId, uuid7
from telemed.kernel.values import FacilityKind, Profession, Role, Specialty

ME = Actor.system("telemed user")


class NotThere(Exception):
    """What the operator named does not exist; the message says so in plain words. No browser ever sees it."""


@dataclass(frozen=True, slots=True)
class Link:
    token: str = field(repr=False)
    expires_at: datetime


class Operator:
    def __init__(self, db: Database, factors: SecondFactors) -> None:
        self._db, self._factors = db, factors

    async def add_administrator(
        self, username: str, full_name: str, *, title: str, profession: Profession, province: str | None
    ) -> Link:
        """An account that keeps all others, at the health department, which is made if there is none.

        Raises:
            NotThere: no `province` is named, and there is none yet.
            UsernameTaken
            ValidationError: of pydantic; a name is not one.
        """
        async with self._db.transaction(ME) as tx:
            at = await self._province(tx, province)
            new = NewPerson(
                username=username, full_name=full_name, title=title, profession=profession, facility_id=at.id
            )
            known = new.model_dump(exclude={"facility_id"})
            person = Person(id=UserId(uuid7()), facility=at.id, **known)
            await people_admin.add_person(tx, person)
            await audit.record(tx, "person.create", "person", person.id)
            await self._give(tx, await self._kept(tx, username), at, Role.HOSPITAL_ADMIN)
            return await self._invite(tx, person.id)

    async def give(
        self, username: str, role: Role, at: str, *, specialty: Specialty | None, until: date | None, document: str
    ) -> None:
        """A role from today on.

        Raises:
            NotThere, and what `require_sound` raises
        """
        async with self._db.transaction(ME) as tx:
            kept, place = await self._kept(tx, username), await self._facility(tx, at)
            await self._give(tx, kept, place, role, specialty=specialty, until=until, document=document)

    async def invite(self, username: str) -> Link:
        """Raises NotThere. For an open account without a password, or with a forgotten one."""
        async with self._db.transaction(ME) as tx:
            return await self._invite(tx, (await self._kept(tx, username)).person.id)

    async def disable(self, username: str, reason: str) -> None:
        """Raises NotThere. At once, on every screen."""
        async with self._db.transaction(ME) as tx:
            person = (await self._kept(tx, username)).person
            if person.active:
                await endings.account_disabled(tx, person.id)
                await people_admin.save_person(tx, person.id, {"disabled_at": tx.at, "disabled_reason": reason})
                await audit.record(tx, "person.disable", "person", person.id, reason=reason)

    async def enable(self, username: str) -> None:
        """Raises NotThere. Idle days count from now on."""
        async with self._db.transaction(ME) as tx:
            person = (await self._kept(tx, username)).person
            if not person.active:
                opened = {"disabled_at": None, "disabled_reason": None, "seen_at": tx.at}
                await people_admin.save_person(tx, person.id, opened)
                await endings.rights_changed(tx, person.id)
                await audit.record(tx, "person.enable", "person", person.id)

    async def reset_second_factor(self, username: str) -> None:
        """Raises NotThere. Away with codes, passkeys and recovery codes; all sign-ins end."""
        async with self._db.transaction(ME) as tx:
            person = (await self._kept(tx, username)).person
            await endings.end_sign_ins(tx, person.id, "second_factor_reset")
            await self._factors.remove_all(tx, person.id)
            await audit.record(tx, "person.reset_second_factor", "person", person.id)

    async def sign_out(self, username: str) -> int:
        """Raises NotThere. Everywhere; how many sign-ins there were."""
        async with self._db.transaction(ME) as tx:
            person = (await self._kept(tx, username)).person
            ended = await endings.end_sign_ins(tx, person.id, "administrator")
            await audit.record(tx, "person.sign_out", "person", person.id)
            return ended

    async def everybody(self) -> tuple[list[Keeping], dict[FacilityId, Facility]]:
        """All accounts, and the facilities they are at."""
        async with self._db.transaction(ME) as tx:
            people = await people_admin.all_people(tx, None)
            places = {facility.id: facility for facility in await store.facilities_of(tx, set(FacilityKind))}
            await audit.record(tx, "person.list", "person", None)
        return sorted(people, key=lambda one: one.person.username), places

    async def _kept(self, tx: Tx, username: str) -> Keeping:
        person = await store.person_named(tx, username.lower())
        if person is None:
            raise NotThere("Nobody has this username.")
        return (await people_admin.people(tx, {person.id}))[0]

    async def _facility(self, tx: Tx, named: str) -> Facility:
        """By any of its names, as somebody would type them."""
        wanted = named.strip().casefold()
        found = [
            one
            for one in await store.facilities_of(tx, set(FacilityKind))
            if wanted in {str(name).casefold() for name in (one.id, one.name, one.short_name, one.prefix, one.code)}
        ]
        if len(found) != 1:
            raise NotThere("No facility has this name, prefix, code or id, or several have.")
        return found[0]

    async def _province(self, tx: Tx, name: str | None) -> Facility:
        known = await store.facilities_of(tx, {FacilityKind.PROVINCE})
        if known:
            return known[0]
        if not name:
            raise NotThere("There is no health department yet: give its name with --province.")
        new = Facility(FacilityId(uuid7()), name, name, FacilityKind.PROVINCE, authority=name)
        await people_admin.add_facility(tx, new)
        await audit.record(tx, "facility.create", "facility", new.id)
        return new

    async def _invite(self, tx: Tx, person_id: UserId) -> Link:
        token, expires_at = await invite(tx, person_id, ME.id)
        await audit.record(tx, "person.invite", "person", person_id)
        return Link(token, expires_at)

    async def _give(
        self,
        tx: Tx,
        kept: Keeping,
        at: Facility,
        role: Role,
        *,
        specialty: Specialty | None = None,
        until: date | None = None,
        document: str = "",
    ) -> None:
        today = tx.at.astimezone(LOCAL).date()
        grant = DatedGrant(
            id=GrantId(uuid7()),
            person=kept.person.id,
            role=role,
            facility=at.id,
            valid_from=today,
            valid_to=until,
            specialty=specialty,
            source=Source.TEMPORARY if until else Source.EMPLOYMENT,
            document=document or None,
        )
        require_sound(grant, kept.person, at, kept.grants, today)
        await people_admin.add_grant(tx, grant)
        await endings.rights_changed(tx, kept.person.id)
        await audit.record(tx, "grant.give", "grant", grant.id, reason=role)
