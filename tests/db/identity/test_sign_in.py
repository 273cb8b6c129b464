from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from argon2 import PasswordHasher
from sqlalchemy import select

from telemed.identity import Identity, WrongPassword, tables
from telemed.identity.model import NotSignedIn, SignInRefused
from telemed.identity.service.actors import GRANTS_FRESH_FOR
from telemed.infra.audit import audit_table
from telemed.infra.db import Database
from telemed.infra.security import SignInLimiter, TooManySignIns
from telemed.kernel.actor import Actor, Grant
from telemed.kernel.clock import ManualClock
from telemed.kernel.ids import UserId, uuid7
from telemed.kernel.values import Role, Specialty
from tests.db.identity.accounts import HERE, audited, close_account
from tests.people import PASSWORD, SYSTEM, Held, add_hospital, add_person, add_station


async def test_who_signs_in_acts_with_what_they_hold(db: Database, identity: Identity) -> None:
    station = await add_station(db)
    mai = await add_person(db, "tram.binhlu", Held(Role.STATION_DOCTOR, station))

    signed_in = await identity.sign_in("Tram.BinhLu", PASSWORD, HERE)

    assert signed_in.person.name == "BS. Tram.Binhlu Demo"
    assert signed_in.facilities[station].short_name == "Trạm Bình Lư"
    assert await identity.authenticate(signed_in.access_token) == replace(mai, sign_in=signed_in.sign_in.id)
    assert await audited(db) == [("session.sign_in", "ok", "password")]


async def test_nobody_learns_what_was_wrong(db: Database, identity: Identity) -> None:
    await add_person(db, "lan")
    await add_person(db, "cu", disabled_at=datetime(2026, 7, 1, tzinfo=UTC))
    await add_person(db, "moi", password_hash=None)

    told = set()
    for username, password in [("lan", "wrong"), ("nobody", PASSWORD), ("cu", PASSWORD), ("moi", PASSWORD)]:
        with pytest.raises(SignInRefused) as refused:
            await identity.sign_in(username, password, HERE)
        told.add((refused.value.code, str(refused.value.params)))

    assert told == {("sign_in_refused", "{}")}
    assert await audited(db) == [("session.sign_in", "refused", None)] * 4


async def test_the_trail_names_the_account_but_never_what_was_typed(db: Database, identity: Identity) -> None:
    lan = await add_person(db, "lan")

    for username in ("lan", "my-password-in-the-wrong-field"):
        with pytest.raises(SignInRefused):
            await identity.sign_in(username, "wrong", HERE, request_id="r1")

    async with db.transaction(SYSTEM) as tx:
        rows = await tx.all(select(audit_table).order_by(audit_table.c.seq))
    assert [(row.entity_id, row.request_id) for row in rows] == [(lan.id, "r1"), (None, "r1")]
    assert "wrong" not in str(rows)


async def test_guessing_gets_slower_for_the_account_and_a_right_password_ends_it(
    db: Database, identity: Identity, clock: ManualClock
) -> None:
    await add_person(db, "lan")
    await add_person(db, "minh")
    for _ in range(SignInLimiter.FREE_PER_ACCOUNT):
        with pytest.raises(SignInRefused):
            await identity.sign_in("lan", "wrong", HERE)

    with pytest.raises(TooManySignIns) as wait:
        await identity.sign_in("LAN", PASSWORD, HERE)
    await identity.sign_in("minh", PASSWORD, HERE)

    clock.advance(timedelta(milliseconds=int(wait.value.params["retry_after_ms"])))
    await identity.sign_in("lan", PASSWORD, HERE)
    await identity.sign_in("lan", PASSWORD, HERE)


async def test_a_hash_of_yesterdays_cost_is_renewed_at_sign_in(db: Database, identity: Identity) -> None:
    cheap = PasswordHasher(time_cost=1, memory_cost=1024, parallelism=1).hash(PASSWORD)
    lan = await add_person(db, "lan", password_hash=cheap)

    await identity.sign_in("lan", PASSWORD, HERE)

    async with db.transaction(SYSTEM) as tx:
        kept = await tx.scalar(select(tables.person.c.password_hash).where(tables.person.c.id == lan.id))
    assert "m=19456,t=2,p=1" in kept
    await identity.sign_in("lan", PASSWORD, HERE)


async def test_a_grant_holds_from_local_midnight_of_its_first_day_to_that_of_its_end(
    db: Database, identity: Identity, clock: ManualClock
) -> None:
    station, hospital = await add_station(db), await add_hospital(db)
    lan = await add_person(
        db,
        "lan",
        Held(Role.SPECIALIST, hospital, Specialty.SURGERY, valid_to=date(2026, 11, 23)),
        Held(Role.STATION_DOCTOR, station, valid_from=date(2026, 11, 23)),
    )

    clock.advance(datetime(2026, 11, 22, 16, 59, tzinfo=UTC) - clock.now())  # 23:59 in Lai Châu
    assert await identity.actor(lan.id) == Actor(lan.id, (Grant(Role.SPECIALIST, hospital, Specialty.SURGERY),))

    clock.advance(timedelta(minutes=1))
    assert await identity.actor(lan.id) == Actor(lan.id, (Grant(Role.STATION_DOCTOR, station),))


async def test_a_right_given_twice_is_held_once(db: Database, identity: Identity) -> None:
    station = await add_station(db)
    doctor = Held(Role.STATION_DOCTOR, station)
    lan = await add_person(db, "lan", doctor, doctor)

    assert (await identity.actor(lan.id)).grants == (Grant(Role.STATION_DOCTOR, station),)


async def test_the_token_of_a_closed_account_is_dead_within_seconds(
    db: Database, identity: Identity, clock: ManualClock
) -> None:
    lan = await add_person(db, "lan")
    token = (await identity.sign_in("lan", PASSWORD, HERE)).access_token
    await identity.authenticate(token)

    await close_account(db, lan.id)
    clock.advance(GRANTS_FRESH_FOR)

    with pytest.raises(NotSignedIn):
        await identity.authenticate(token)


async def test_a_token_for_nobody_is_refused(identity: Identity) -> None:
    with pytest.raises(NotSignedIn):
        await identity.actor(UserId(uuid7()))


async def test_a_signature_wants_the_signers_own_password(db: Database, identity: Identity) -> None:
    lan = await add_person(db, "lan")

    await identity.verify_password(lan.id, PASSWORD)
    with pytest.raises(WrongPassword) as wrong:
        await identity.verify_password(lan.id, "guess")

    assert wrong.value.pointer == "/body/password"
    assert await audited(db) == [("session.verify_password", "refused", None)]


async def test_guessing_a_signature_gets_slower_without_hindering_the_sign_in(db: Database, identity: Identity) -> None:
    lan = await add_person(db, "lan")
    for _ in range(SignInLimiter.FREE_PER_ACCOUNT):
        with pytest.raises(WrongPassword):
            await identity.verify_password(lan.id, "guess")

    with pytest.raises(TooManySignIns):
        await identity.verify_password(lan.id, PASSWORD)
    await identity.sign_in("lan", PASSWORD, HERE)
