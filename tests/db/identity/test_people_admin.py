from datetime import timedelta

import pytest
from pydantic import ValidationError

from telemed.identity import tables
from telemed.identity.events import AccountDisabled
from telemed.identity.model_people import (
    AccountClosed,
    Factor,
    HoldsMore,
    OwnAccount,
    Status,
    UsernameTaken,
    WrongProfession,
)
from telemed.identity.service.people import People
from telemed.identity.wire_people import NewPerson, PersonChange, PersonFields, PersonSearch
from telemed.infra.db import Database
from telemed.kernel.actor import Actor
from telemed.kernel.clock import ManualClock
from telemed.kernel.errors import Denied, Missing, OtherBody, Stale
from telemed.kernel.ids import ChangeId, FacilityId, UserId, uuid7
from telemed.kernel.values import Profession, Role
from tests.db.identity.accounts import audited
from tests.db.identity.keeping import a_grant, add_province, employed, give, told
from tests.people import SYSTEM, Held

ADMIN = Role.HOSPITAL_ADMIN


def a_person(at: FacilityId, username: str = "lan.nguyen") -> NewPerson:
    return NewPerson(
        username=username, full_name="Nguyễn Thị Lan", profession=Profession.NURSE, facility_id=at, title="ĐD."
    )


# -- accounts ----------------------------------------------------------------------------------------------------------


async def test_a_new_account_is_kept_where_it_is_employed_and_waits_for_its_invitation(
    people: People, admin: Actor, hospital: FacilityId
) -> None:
    person = UserId(uuid7())

    made = await people.create(admin, person, a_person(hospital))
    assert (made.status, made.grants, made.name) == (Status.UNINVITED, [], "ĐD. Nguyễn Thị Lan")

    token, expires_at = await people.invite(admin, person)
    now = await people.read(admin, person)
    assert (now.status, now.invitation_expires_at) == (Status.INVITED, expires_at)
    assert len(token) >= 40


async def test_the_same_account_sent_twice_is_one_and_another_body_is_refused(
    people: People, admin: Actor, hospital: FacilityId, db: Database
) -> None:
    person = UserId(uuid7())

    await people.create(admin, person, a_person(hospital))
    await people.create(admin, person, a_person(hospital))

    assert [action for action, _, _ in await audited(db)] == ["person.create"]
    with pytest.raises(OtherBody):
        await people.create(admin, person, a_person(hospital, "another"))


async def test_an_invitation_that_ran_out_says_so(
    people: People, admin: Actor, hospital: FacilityId, clock: ManualClock
) -> None:
    person = UserId(uuid7())
    await people.create(admin, person, a_person(hospital))
    await people.invite(admin, person)

    clock.advance(timedelta(hours=73))

    assert (await people.read(admin, person)).status is Status.INVITATION_EXPIRED
    assert (await people.search(admin, PersonSearch())).invitations_ending == 1


async def test_a_username_belongs_to_one_person(
    people: People, admin: Actor, hospital: FacilityId, doctor: Actor
) -> None:
    with pytest.raises(UsernameTaken):
        await people.create(admin, UserId(uuid7()), a_person(hospital, "bac.si"))


def test_a_username_is_plain_small_letters() -> None:
    for username in ("Lan", "lê.lan", "a", "1lan", "lan nguyen"):
        with pytest.raises(ValidationError):
            a_person(FacilityId(uuid7()), username)


async def test_a_change_needs_the_newest_version_and_touches_only_what_it_names(
    people: People, admin: Actor, doctor: Actor
) -> None:
    before = await people.read(admin, doctor.id)
    fields = PersonFields(full_name="Trần Bình", license_no=None)
    change = PersonChange(seen_version=before.version, fields=fields)

    after = await people.change(admin, doctor.id, ChangeId(uuid7()), change)

    assert (after.full_name, after.license_no, after.title) == ("Trần Bình", None, before.title)
    with pytest.raises(Stale):
        await people.change(admin, doctor.id, ChangeId(uuid7()), change)


async def test_a_profession_that_the_roles_need_stays(people: People, admin: Actor, doctor: Actor) -> None:
    change = PersonChange(seen_version=1, fields=PersonFields(profession=Profession.NURSE))

    with pytest.raises(WrongProfession):
        await people.change(admin, doctor.id, ChangeId(uuid7()), change)


async def test_an_account_moves_only_to_where_the_asker_administers(
    people: People, admin: Actor, doctor: Actor, elsewhere: FacilityId
) -> None:
    change = PersonChange(seen_version=1, fields=PersonFields(facility_id=elsewhere))

    with pytest.raises(Denied):
        await people.change(admin, doctor.id, ChangeId(uuid7()), change)


async def test_closing_an_account_tells_its_shifts_ends_its_pages_and_keeps_its_grants(
    people: People, admin: Actor, doctor: Actor, db: Database
) -> None:
    closed = await people.disable(admin, doctor.id, "left")
    again = await people.disable(admin, doctor.id, "moved")

    assert (closed.status, closed.disabled_reason, closed.coming_shifts) == (Status.DISABLED, "left", 0)
    assert again.disabled_reason == "left"
    assert len(closed.grants) == 1
    assert await told(db, AccountDisabled.kind) == 1


async def test_an_opened_account_is_as_it_was(people: People, admin: Actor, doctor: Actor) -> None:
    await people.disable(admin, doctor.id, "long_leave")

    opened = await people.enable(admin, doctor.id)

    assert (opened.status, opened.disabled_reason) == (Status.ACTIVE, None)
    assert opened.seen_at is not None


async def test_nobody_closes_their_own_account(people: People, admin: Actor) -> None:
    with pytest.raises(OwnAccount):
        await people.disable(admin, admin.id, "left")


async def test_a_closed_account_is_not_invited_and_gets_no_role(
    people: People, admin: Actor, doctor: Actor, hospital: FacilityId
) -> None:
    await people.disable(admin, doctor.id, "left")

    with pytest.raises(AccountClosed):
        await people.invite(admin, doctor.id)
    with pytest.raises(AccountClosed):
        await give(people, admin, a_grant(doctor.id, hospital))


async def test_resetting_the_second_factor_takes_it_away(
    people: People, admin: Actor, doctor: Actor, db: Database
) -> None:
    async with db.transaction(SYSTEM) as tx:
        row = {"person_id": doctor.id, "secret": b"x", "created_at": tx.at, "confirmed_at": tx.at}
        await tx.execute(tables.totp.insert().values(row))
    assert (await people.read(admin, doctor.id)).second_factor is Factor.TOTP

    after = await people.reset_second_factor(admin, doctor.id)

    assert after.second_factor is Factor.NONE
    assert ("person.reset_second_factor", "ok", None) in await audited(db)


# -- who keeps whose -----------------------------------------------------------------------------------------------


async def test_people_of_another_hospital_are_nobody_here(
    people: People, admin: Actor, db: Database, elsewhere: FacilityId
) -> None:
    other = await employed(db, "ng.khac", elsewhere, Held(Role.COORDINATOR, elsewhere))

    for refused in (people.read(admin, other.id), people.disable(admin, other.id, "left")):
        with pytest.raises(Missing):
            await refused
    assert "ng.khac" not in {row.username for row in (await people.search(admin, PersonSearch())).people}


async def test_who_holds_a_role_here_is_seen_but_their_account_is_kept_elsewhere(
    people: People, admin: Actor, db: Database, hospital: FacilityId, elsewhere: FacilityId
) -> None:
    guest = await employed(db, "khach", elsewhere, Held(Role.COORDINATOR, hospital))

    seen = await people.read(admin, guest.id)

    assert (seen.may_keep, seen.second_factor, seen.grants[0].may_end) == (False, None, True)
    for refused in (people.disable(admin, guest.id, "left"), people.invite(admin, guest.id)):
        with pytest.raises(Denied):
            await refused


async def test_the_province_administers_everybody(
    people: People, db: Database, doctor: Actor, elsewhere: FacilityId
) -> None:
    province = await add_province(db)
    wide = await employed(db, "tinh", province, Held(ADMIN, province), profession=Profession.OFFICER)

    assert (await people.read(wide, doctor.id)).may_keep
    await give(people, wide, a_grant(doctor.id, elsewhere))


async def test_an_account_that_oversees_others_elsewhere_cannot_be_taken_over(
    people: People, admin: Actor, db: Database, hospital: FacilityId
) -> None:
    province = await add_province(db)
    above = await employed(db, "tren", hospital, Held(ADMIN, province))

    for refused in (people.invite(admin, above.id), people.reset_second_factor(admin, above.id)):
        with pytest.raises(HoldsMore):
            await refused


async def test_clinical_people_administer_nobody(people: People, doctor: Actor) -> None:
    with pytest.raises(Denied):
        await people.search(doctor, PersonSearch())
    with pytest.raises(Denied):
        await people.read(doctor, doctor.id)
    with pytest.raises(Denied):
        people.roles(doctor)


# -- lists -------------------------------------------------------------------------------------------------------------


async def test_people_are_found_without_marks_by_username_and_by_licence(
    people: People, admin: Actor, hospital: FacilityId
) -> None:
    await people.create(admin, UserId(uuid7()), a_person(hospital))

    for typed in ("nguyen lan", "LAN", "lan.ng", "thi"):
        found = await people.search(admin, PersonSearch(text=typed))
        assert [row.username for row in found.people] == ["lan.nguyen"], typed
    assert (await people.search(admin, PersonSearch(text="000123"))).total == 1  # the builder's licence number


async def test_a_long_list_is_read_page_by_page_by_given_name(
    people: People, admin: Actor, hospital: FacilityId
) -> None:
    for number in range(55):
        new = a_person(hospital, f"ten{number:02d}").model_copy(update={"full_name": f"Lò Văn {chr(97 + number % 26)}"})
        await people.create(admin, UserId(uuid7()), new)

    first = await people.search(admin, PersonSearch(text="lo van"))
    second = await people.search(admin, PersonSearch(text="lo van", after=first.older))

    names = [row.name for page in (first, second) for row in page.people]
    assert (len(first.people), len(second.people), second.older, first.total) == (50, 5, None, 55)
    assert names == sorted(names)


async def test_closed_accounts_are_out_of_the_list_until_asked_for(people: People, admin: Actor, doctor: Actor) -> None:
    await people.disable(admin, doctor.id, "left")

    async def found(search: PersonSearch) -> set[str]:
        return {row.username for row in (await people.search(admin, search)).people}

    assert "bac.si" not in await found(PersonSearch())
    assert "bac.si" in await found(PersonSearch(all=True))
    assert await found(PersonSearch(status=Status.DISABLED)) == {"bac.si"}
    assert await found(PersonSearch(role=ADMIN)) == {"quan.tri"}


async def test_who_has_no_second_factor_is_counted_and_found(people: People, admin: Actor, doctor: Actor) -> None:
    answer = await people.search(admin, PersonSearch(without_second_factor=True))

    assert answer.without_second_factor == answer.total == 2


async def test_the_role_table_is_the_programs_own(people: People, admin: Actor) -> None:
    table = {one.role: one for one in people.roles(admin).roles}

    assert set(table) == set(Role)
    assert not table[ADMIN].clinical
    assert table[Role.SPECIALIST].needs_specialty
