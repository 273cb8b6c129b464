"""Second factors over a real database: what two tries at once are worth, and what is kept."""

import asyncio
from pathlib import Path

import pyotp
import pytest
from sqlalchemy import select

from telemed.identity import tables
from telemed.identity.model_security import STEP
from telemed.identity.service.second_factors import SecondFactors
from telemed.infra.db import Database
from telemed.kernel.actor import Actor
from telemed.kernel.clock import ManualClock
from tests.people import SYSTEM, add_person


@pytest.fixture
def factors(keys: Path) -> SecondFactors:
    return SecondFactors(keys)


@pytest.fixture
async def lan(db: Database) -> Actor:
    return await add_person(db, "lan")


async def turn_on(db: Database, factors: SecondFactors, who: Actor, clock: ManualClock) -> str:
    async with db.transaction(who) as tx:
        secret = await factors.begin(tx, who.id)
        assert secret
        assert await factors.confirm(tx, who.id, pyotp.TOTP(secret).at(clock.now()))
    return secret


async def check(db: Database, factors: SecondFactors, who: Actor, code: str) -> str | None:
    async with db.transaction(SYSTEM) as tx:
        return await factors.check(tx, who.id, code)


async def test_of_two_who_show_one_code_together_one_gets_in(
    db: Database, factors: SecondFactors, lan: Actor, clock: ManualClock
) -> None:
    secret = await turn_on(db, factors, lan, clock)
    async with db.transaction(lan) as tx:
        recovery = await factors.new_recovery_codes(tx, lan.id)
    next_code = pyotp.TOTP(secret).at(clock.now() + STEP)

    codes = await asyncio.gather(*(check(db, factors, lan, next_code) for _ in range(3)))
    recoveries = await asyncio.gather(*(check(db, factors, lan, recovery[0]) for _ in range(3)))

    assert sorted(codes, key=str) == [None, None, "totp"]
    assert sorted(recoveries, key=str) == [None, None, "recovery"]


async def test_a_secret_that_nobody_confirmed_opens_nothing_and_can_be_begun_anew(
    db: Database, factors: SecondFactors, lan: Actor, clock: ManualClock
) -> None:
    async with db.transaction(lan) as tx:
        first = await factors.begin(tx, lan.id)
        second = await factors.begin(tx, lan.id)
        assert first
        assert second
        methods = await factors.methods(tx, lan.id)

    assert methods == ()
    assert await check(db, factors, lan, pyotp.TOTP(second).at(clock.now())) is None
    async with db.transaction(lan) as tx:
        assert not await factors.confirm(tx, lan.id, pyotp.TOTP(first).at(clock.now()))
        assert await factors.confirm(tx, lan.id, pyotp.TOTP(second).at(clock.now()))
        assert await factors.begin(tx, lan.id) is None


async def test_nothing_that_is_kept_can_be_typed(
    db: Database, factors: SecondFactors, lan: Actor, clock: ManualClock
) -> None:
    secret = await turn_on(db, factors, lan, clock)
    async with db.transaction(lan) as tx:
        recovery = await factors.new_recovery_codes(tx, lan.id)
        kept = [bytes(row.secret) for row in await tx.all(select(tables.totp.c.secret))]
        kept += [bytes(row.hash) for row in await tx.all(select(tables.recovery_code.c.hash))]

    assert len(kept) == 11
    for shown in (secret, *recovery, *(code.replace("-", "") for code in recovery)):
        assert not any(shown.encode() in one for one in kept)


async def test_somebody_elses_code_is_no_code_of_mine(
    db: Database, factors: SecondFactors, lan: Actor, clock: ManualClock
) -> None:
    minh = await add_person(db, "minh")
    secret = await turn_on(db, factors, lan, clock)
    await turn_on(db, factors, minh, clock)
    async with db.transaction(lan) as tx:
        recovery = await factors.new_recovery_codes(tx, lan.id)

    assert await check(db, factors, minh, recovery[0]) is None
    assert await check(db, factors, minh, pyotp.TOTP(secret).at(clock.now() + STEP)) is None


async def test_a_reset_takes_all_of_it_away(
    db: Database, factors: SecondFactors, lan: Actor, clock: ManualClock
) -> None:
    await turn_on(db, factors, lan, clock)
    async with db.transaction(lan) as tx:
        (code, *_) = await factors.new_recovery_codes(tx, lan.id)
        assert await factors.methods(tx, lan.id) == ("totp", "recovery")

        await factors.remove_all(tx, lan.id)

        assert await factors.methods(tx, lan.id) == ()
        assert await factors.check(tx, lan.id, code) is None


async def test_the_wall_hides_second_factors_from_everybody_else(
    db: Database, factors: SecondFactors, lan: Actor, clock: ManualClock
) -> None:
    await turn_on(db, factors, lan, clock)
    minh = await add_person(db, "minh")

    async with db.transaction(minh) as tx:
        rows = [await tx.all(select(table.c.person_id)) for table in (tables.totp, tables.recovery_code)]

    assert rows == [[], []]
