"""Keeping accounts and dated grants: each intent one transaction, each audited, each counted once."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from telemed.identity import endings, store
from telemed.identity import policy_people as policy
from telemed.identity import wire_people as wire
from telemed.identity.events import DutyPhoneChanged
from telemed.identity.model import DatedGrant, Person
from telemed.identity.model_people import (
    CLINICAL,
    NEED_DOCTOR,
    NEED_SPECIALTY,
    AccountClosed,
    Keeping,
    WrongProfession,
    ended,
    fits,
    kinds_for,
    normal_phone,
    require_sound,
)
from telemed.identity.service.invitations import invite
from telemed.identity.service.people_lists import listed, rows_of
from telemed.identity.service.second_factors import SecondFactors
from telemed.identity.store import people_admin
from telemed.infra import audit, idempotency, outbox
from telemed.infra.db import Database, Tx
from telemed.kernel.actor import Actor
from telemed.kernel.clock import LOCAL
from telemed.kernel.errors import Missing, Stale
from telemed.kernel.ids import ChangeId, FacilityId, GrantId, UserId
from telemed.kernel.rights import ROLES, Right

ComingShifts = Callable[[Tx, UserId, datetime], Awaitable[int]]
"""How many shifts a person still has to work; duty is another feature's."""


class People:
    def __init__(self, db: Database, factors: SecondFactors, coming_shifts: ComingShifts) -> None:
        self._db, self._factors, self._coming_shifts = db, factors, coming_shifts

    async def search(self, actor: Actor, search: wire.PersonSearch) -> wire.PersonList:
        """Those employed or holding a role where the asker administers, by given name."""
        policy.require_administration(actor)
        async with self._db.transaction(actor) as tx:
            seen = await people_admin.all_people(tx, policy.facilities_of(actor))
            await audit.record(tx, "person.find", "person", None)
            return await listed(tx, seen, search)

    async def read(self, actor: Actor, person_id: UserId) -> wire.PersonDetail:
        """Raises Missing: nobody of the asker's facilities."""
        async with self._db.transaction(actor) as tx:
            keeping = await self._seen(tx, person_id)
            await audit.record(tx, "person.read", "person", person_id)
            return await self._detail(tx, keeping)

    async def create(self, actor: Actor, person_id: UserId, new: wire.NewPerson) -> wire.PersonDetail:
        """An account without a password and without rights: both come after it.

        Raises:
            Denied, UsernameTaken, Missing: there is no such facility.
        """
        facility = FacilityId(new.facility_id)
        policy.require_new_person(actor, facility)
        async with self._db.transaction(actor) as tx:
            if await idempotency.first_time(tx, person_id, person_id, new, tx.at):
                await store.facility(tx, facility)
                known = new.model_dump(exclude={"facility_id"})
                known["duty_phone"] = normal_phone(new.duty_phone, "/body/duty_phone")
                await people_admin.add_person(tx, Person(id=person_id, facility=facility, **known))
                await audit.record(tx, "person.create", "person", person_id)
            return await self._detail(tx, await self._seen(tx, person_id))

    async def change(
        self, actor: Actor, person_id: UserId, change_id: ChangeId, change: wire.PersonChange
    ) -> wire.PersonDetail:
        """Only the fields in the body.

        Raises:
            Missing, Denied, HoldsMore, Stale, UsernameTaken, WrongProfession
        """
        async with self._db.transaction(actor) as tx:
            keeping = await self._kept(tx, person_id)
            if await idempotency.first_time(tx, change_id, person_id, change, tx.at):
                person = keeping.person
                if person.version != change.seen_version:
                    raise Stale(version=person.version)
                given = _given(change.fields)
                if "facility" in given:
                    policy.require_new_person(actor, FacilityId(given["facility"]))
                    await store.facility(tx, FacilityId(given["facility"]))
                now = replace(person, **given)
                if any(not fits(one.role, now.profession) for one in keeping.live(_day(tx))):
                    raise WrongProfession(pointer="/body/fields/profession")
                await people_admin.save_person(tx, person_id, given)
                if now.duty_phone != person.duty_phone:
                    await outbox.publish(tx, DutyPhoneChanged(None, person_id), tx.at)
                await audit.record(tx, "person.change", "person", person_id)
            return await self._detail(tx, await self._seen(tx, person_id))

    async def invite(self, actor: Actor, person_id: UserId) -> tuple[str, datetime]:
        """A token with which its owner sets a password, also in place of a forgotten one; and until when it works."""
        async with self._db.transaction(actor) as tx:
            keeping = await self._kept(tx, person_id)
            if not keeping.person.active:
                raise AccountClosed
            token, expires_at = await invite(tx, person_id, actor.id)
            await audit.record(tx, "person.invite", "person", person_id)
            return token, expires_at

    async def disable(self, actor: Actor, person_id: UserId, reason: str) -> wire.PersonDetail:
        """At once, on every screen. The answer tells how many shifts are now without their doctor.

        Raises:
            Missing, Denied, HoldsMore, OwnAccount
        """
        async with self._db.transaction(actor) as tx:
            keeping = await self._kept(tx, person_id)
            policy.require_close(actor, keeping.person, keeping.live(_day(tx)))
            if keeping.person.active:
                await people_admin.save_person(tx, person_id, {"disabled_at": tx.at, "disabled_reason": reason})
                await endings.account_disabled(tx, person_id)
                await audit.record(tx, "person.disable", "person", person_id, reason=reason)
            return await self._detail(tx, await self._seen(tx, person_id))

    async def enable(self, actor: Actor, person_id: UserId) -> wire.PersonDetail:
        """The account as it was, with the grants that still run."""
        async with self._db.transaction(actor) as tx:
            keeping = await self._kept(tx, person_id)
            if not keeping.person.active:
                # Idle days count from now on, else the account would be closed again tonight.
                opened = {"disabled_at": None, "disabled_reason": None, "seen_at": tx.at}
                await people_admin.save_person(tx, person_id, opened)
                await endings.rights_changed(tx, person_id)
                await audit.record(tx, "person.enable", "person", person_id)
            return await self._detail(tx, await self._seen(tx, person_id))

    async def reset_second_factor(self, actor: Actor, person_id: UserId) -> wire.PersonDetail:
        """For a lost telephone: away with codes, passkeys and recovery codes; all sign-ins end."""
        async with self._db.transaction(actor) as tx:
            await self._kept(tx, person_id)
            await self._factors.remove_all(tx, person_id)
            await endings.end_sign_ins(tx, person_id, "second_factor_reset")
            await audit.record(tx, "person.reset_second_factor", "person", person_id)
            return await self._detail(tx, await self._seen(tx, person_id))

    async def sign_out(self, actor: Actor, person_id: UserId) -> wire.PersonDetail:
        """Everywhere."""
        async with self._db.transaction(actor) as tx:
            await self._kept(tx, person_id)
            await endings.end_sign_ins(tx, person_id, "administrator")
            await audit.record(tx, "person.sign_out", "person", person_id)
            return await self._detail(tx, await self._seen(tx, person_id))

    async def give(self, actor: Actor, grant_id: GrantId, new: wire.NewGrant) -> wire.PersonDetail:
        """A role at a facility the asker administers, from a day on.

        Raises:
            Missing, Denied, OwnAccount, and what `require_sound` raises
        """
        person_id, facility = UserId(new.person_id), FacilityId(new.facility_id)
        policy.require_grant(actor, person_id, facility)
        async with self._db.transaction(actor) as tx:
            await people_admin.lock_person(tx, person_id)
            if await idempotency.first_time(tx, grant_id, person_id, new, tx.at):
                keeping = await self._seen(tx, person_id)
                grant = DatedGrant(
                    id=grant_id,
                    person=person_id,
                    role=new.role,
                    facility=facility,
                    valid_from=new.valid_from,
                    valid_to=new.valid_to,
                    specialty=new.specialty,
                    source=new.source,
                    document=new.document,
                    given_by=actor.id,
                )
                place = await store.facility(tx, facility)
                require_sound(grant, keeping.person, place, keeping.grants, _day(tx))
                await people_admin.add_grant(tx, grant)
                await endings.rights_changed(tx, person_id)
                await audit.record(tx, "grant.give", "grant", grant_id, reason=new.role)
            return await self._detail(tx, await self._seen(tx, person_id))

    async def end(self, actor: Actor, grant_id: GrantId, on: date) -> wire.PersonDetail:
        """`on` is the first day without it.

        Raises:
            Missing, Denied, OwnAccount, DayPassed, GrantOver
        """
        async with self._db.transaction(actor) as tx:
            known = await people_admin.grant(tx, grant_id)
            await people_admin.lock_person(tx, known.person)
            grant = await people_admin.grant(tx, grant_id)  # as it stands under the lock
            policy.require_grant(actor, grant.person, grant.facility)
            if grant.valid_to != on:
                await people_admin.end_grant(tx, grant_id, ended(grant, on, _day(tx)))
                await endings.rights_changed(tx, grant.person)
                await audit.record(tx, "grant.end", "grant", grant_id, reason=grant.role)
            return await self._detail(tx, await self._seen(tx, grant.person))

    def roles(self, actor: Actor) -> wire.RoleTable:
        """What each role may do, as the program itself reads it."""
        policy.require_administration(actor)
        return wire.RoleTable(
            roles=[
                wire.RoleView(
                    role=role,
                    sees=entry.sees,
                    rights=[right for right in Right if right in entry.may],
                    at=sorted(kinds_for(role)),
                    needs_specialty=role in NEED_SPECIALTY,
                    needs_doctor=role in NEED_DOCTOR,
                    clinical=role in CLINICAL,
                )
                for role, entry in ROLES.items()
            ]
        )

    async def _seen(self, tx: Tx, person_id: UserId) -> Keeping:
        """Raises Missing."""
        found = await people_admin.people(tx, {person_id})
        if not found:
            raise Missing
        (keeping,) = found
        policy.require_see(tx.actor, keeping.person, keeping.grants)
        return keeping

    async def _kept(self, tx: Tx, person_id: UserId) -> Keeping:
        """Locked, to be changed. Raises Missing, Denied, HoldsMore."""
        await people_admin.lock_person(tx, person_id)
        keeping = await self._seen(tx, person_id)
        policy.require_keep(tx.actor, keeping.person, keeping.live(_day(tx)))
        return keeping

    async def _detail(self, tx: Tx, keeping: Keeping) -> wire.PersonDetail:
        person, actor = keeping.person, tx.actor
        live = keeping.live(_day(tx))
        (row,) = await rows_of(tx, [keeping], live_only=False)
        kept = policy.keeps(actor, person, live)
        return wire.PersonDetail(
            **dict(row),
            full_name=person.full_name,
            title=person.title,
            created_at=person.created_at,
            password_set_at=person.password_set_at,
            disabled_at=person.disabled_at,
            version=person.version,
            duty_phone=person.duty_phone if kept or person.id == actor.id else None,
            coming_shifts=await self._coming_shifts(tx, person.id, tx.at),
            may_keep=kept,
            may_close=kept and person.id != actor.id,
            may_give=person.active and person.id != actor.id,
        )


def _day(tx: Tx) -> date:
    return tx.at.astimezone(LOCAL).date()


def _given(fields: wire.PersonFields) -> dict[str, Any]:
    """A licence and a telephone can be taken away; the rest cannot be empty."""
    given = fields.model_dump(exclude_unset=True)
    if "duty_phone" in given:
        given["duty_phone"] = normal_phone(fields.duty_phone, "/body/fields/duty_phone")
    if "facility_id" in given:
        given["facility"] = given.pop("facility_id")
    return {name: value for name, value in given.items() if value is not None or name in {"license_no", "duty_phone"}}
