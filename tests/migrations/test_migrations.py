import asyncio
from collections.abc import AsyncIterator
from itertools import count
from typing import Any

import pytest
from sqlalchemy import text

from telemed.infra import server
from telemed.infra.db import Database
from telemed.infra.embedded_pg import EmbeddedPg
from telemed.infra.server import DatabaseServer, Session
from telemed.infra.tables import APP_MAY, EVERYTHING
from telemed.kernel.actor import Actor
from telemed.kernel.ids import uuid7
from telemed.migrations.runner import downgrade, drift, migrate, pending, whole_metadata

_numbers = count(1)


@pytest.fixture
async def empty(embedded: EmbeddedPg, superuser: Session, template: str) -> AsyncIterator[DatabaseServer]:
    """A database nobody has migrated yet. (The template comes first because it makes the roles.)"""
    name = f"{template}_empty_{next(_numbers)}"
    await server.create_database(superuser, name)
    yield server.addresses(embedded, name)
    await superuser.execute(f"drop database {name} with (force)")


async def ask(db: Database, question: str) -> list[tuple[Any, ...]]:
    async with db.transaction(Actor.system("test")) as tx:
        return [tuple(row) for row in await tx.all(text(question))]


async def test_the_migrations_make_what_the_tables_say(empty: DatabaseServer) -> None:
    assert await pending(empty.owner_url)

    await migrate(empty.owner_url)

    assert not await pending(empty.owner_url)
    assert await drift(empty.owner_url) == []


async def test_they_go_up_down_and_up_again(empty: DatabaseServer) -> None:
    await migrate(empty.owner_url)
    await downgrade(empty.owner_url)
    assert await pending(empty.owner_url)

    await migrate(empty.owner_url)

    assert await drift(empty.owner_url) == []


async def test_of_programs_that_migrate_at_once_one_does_and_the_others_find_it_done(empty: DatabaseServer) -> None:
    await asyncio.gather(*(migrate(empty.owner_url) for _ in range(3)))

    assert not await pending(empty.owner_url)


async def test_the_application_may_do_what_each_table_says_and_no_more(owner_db: Database) -> None:
    held = await ask(
        owner_db,
        """select c.relname, string_agg(lower(a.privilege_type), ', ' order by a.privilege_type) from pg_class c,
           lateral aclexplode(c.relacl) a where a.grantee = 'telemed_app'::regrole and relkind = 'r' group by 1""",
    )
    columns = await ask(
        owner_db,
        """select attrelid::regclass::text, attname from pg_attribute, lateral aclexplode(attacl) a
           where a.grantee = 'telemed_app'::regrole and a.privilege_type = 'UPDATE' order by attname""",
    )

    said = {}
    for table in whole_metadata().tables.values():
        words = table.info.get(APP_MAY, EVERYTHING).split(", ")
        said[table.name] = ", ".join(sorted(word for word in words if word in EVERYTHING))
    assert dict(held) == said
    assert said["audit"] == said["event"] == "insert, select"
    assert [column for table, column in columns if table == "event"] == ["attempts", "relayed_at", "retry_at"]


async def test_a_walled_table_is_walled_for_its_owner_too_by_one_policy(owner_db: Database) -> None:
    walled = await ask(
        owner_db,
        """select relname, relforcerowsecurity, array_agg(polname::text || ' ' || polcmd::text) from pg_class
           join pg_policy on polrelid = pg_class.oid where relrowsecurity group by 1, 2""",
    )

    assert walled, "no table has a wall"
    assert [table for table, forced, policies in walled if not forced or "wall *" not in policies] == []
    assert {table: set(policies) - {"wall *"} for table, _, policies in walled if len(policies) > 1} == {
        table: {"exchange r"}
        for table in ("consult", "consent", "patient", "minutes", "decision", "referral", "follow_up")
    }, "besides, keys of other systems read, and no more than read"


async def test_no_table_is_seen_by_everybody(owner_db: Database) -> None:
    assert (
        await ask(
            owner_db,
            "select relname from pg_class, lateral aclexplode(relacl) where grantee = 0 "
            "and relnamespace = 'public'::regnamespace",
        )
        == []
    )


async def test_every_table_is_walled_but_for_those_that_name_no_patient_and_no_account(
    owner_db: Database,
) -> None:
    """The list stands in docs/privacy.md, with the reason for each."""
    unwalled = await ask(
        owner_db,
        """select relname from pg_class where relkind = 'r' and not relrowsecurity
           and relnamespace = 'public'::regnamespace and relname <> 'alembic_version'""",
    )

    assert {table for (table,) in unwalled} == {
        *("facility", "assignment", "shift", "holiday", "working_hours", "presence"),
        *("care_team", "change", "job", "series", "consult_counter", "audit_seal", "audit_head"),
        *("roster_version", "draft_shift", "draft_removal", "roster_pattern", "absence", "swap", "rotation"),
        *("ladder_plan", "delivery", "reach"),
        *("line_probe", "link_hour", "facility_link"),
        *("clinical_approval", "icd_list", "icd_code"),
        "commune",
    }


YESTERDAY = """
  insert into facility (id, name, short_name, prefix, kind, authority, signing_professions) values
    (:station, 'Trạm Demo', 'Trạm', 'TD', 'station', '', '{doctor}'),
    (:hospital, 'Bệnh viện Demo', 'BV', 'BV', 'hospital', '', '{doctor}');
  insert into person (id, username, full_name, title, profession, password_hash) values
    (:doctor, 'mai', 'Mai Demo', 'BS.', 'doctor', 'x'), (:specialist, 'lan', 'Lan Demo', 'BS.', 'doctor', 'x');
  insert into role_grant (id, person_id, role, facility_id, valid_from, source) values
    (:station, :doctor, 'station_doctor', :station, '2026-01-01', 'test');
  insert into consult (id, code, station_id, hospital_id, requester_id, urgency, specialty, answer, state, version,
                       case_type, subject_sex, subject_age_estimated, reason, question, history, past_history,
                       examination, working_diagnosis, treatment_given, field_versions, created_at, round,
                       specialist_id, hospital_paused) values
    (:consult, 'TD-0001', :station, :hospital, :doctor, 'stat', 'internal', 'call', 'accepted', 1, 'other', 'female',
     false, 'Lý do', '', '', '', '', '', '', '{}', now(), 1, :specialist, interval '0');
  insert into consent (id, consult_id, ground, given_by, reason, text_version, recorded_by, recorded_at) values
    (:consult, :consult, 'emergency', '', 'Bất tỉnh', '2026-11', :doctor, now());
  insert into refresh_token (hash, family, person_id, signed_in_at, issued_at, expires_at) values
    (decode(repeat('ab', 32), 'hex'), :doctor, :doctor, now(), now(), now() + interval '1 hour');
"""


async def test_what_the_first_release_wrote_is_whole_in_this_one(empty: DatabaseServer) -> None:
    await migrate(empty.owner_url, to="0001")
    ids = {name: uuid7() for name in ("station", "hospital", "doctor", "specialist", "consult")}
    db = Database(empty.owner_url, pool_size=1)
    async with db.transaction(Actor.system("test")) as tx:
        for statement in filter(str.strip, YESTERDAY.split(";")):
            used = {name: value for name, value in ids.items() if f":{name}" in statement}
            await tx.execute(text(statement), used)

    await migrate(empty.owner_url)

    assert await ask(db, "select sharing, labels from consult") == [("emergency", [])]
    assert await ask(db, "select purpose, decision, ground from consent") == [("share", "given", "emergency")]
    assert await ask(db, "select consult_id, person_id, answered from care_team") == [
        (ids["consult"], ids["specialist"], True)
    ]
    assert await ask(db, "select id, person_id, ended_at from sign_in") == [(ids["doctor"], ids["doctor"], None)]
    assert await ask(db, "select username, facility_id from person order by 1") == [
        ("lan", None),
        ("mai", ids["station"]),
    ]
    await db.close()
