"""Every operation × everybody × every situation, as `table.py` says; and what the wall alone lets through: nothing."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from aiohttp.test_utils import TestClient, TestServer

from telemed import app as application
from telemed.identity import store
from telemed.infra import audit, server
from telemed.infra.db import Database
from telemed.infra.embedded_pg import EmbeddedPg
from telemed.infra.limits import Rate, RateLimits
from telemed.infra.routes import Operation
from telemed.infra.server import Session
from telemed.kernel.actor import Actor
from telemed.kernel.clock import LOCAL, ManualClock
from telemed.kernel.ids import UserId
from telemed.settings import Settings
from tests import build
from tests.matrix import asks
from tests.matrix.switch import no_policy, policies
from tests.matrix.table import OPEN_TO_STRANGERS, OPERATIONS, SITUATIONS, WHO, Who, allowed
from tests.matrix.world import Case, DryDatabase, Province, arrange

REFUSED = {401, 403, 404}
KNOWING = "knows who it is"
_WISH = "takes down a wish"
READING = {
    **dict.fromkeys(
        ("list_data_requests", "approve_data_request", "refuse_data_request", "finish_data_request"), _WISH
    ),
    **dict.fromkeys(("put_data_request", "erase_patient", "export_patient"), _WISH),
    **dict.fromkeys(("list_access_reviews", "review_access", "explain_access"), "reviews it or made it"),
}
"""Who sees the words that such an operation answers with, where it is not who reads the request."""


@dataclass
class Asker:
    """Asks operations of a server on which nothing stays."""

    province: Province
    client: TestClient[Any, Any]
    operations: dict[str, Operation]

    async def ask(self, name: str, person: UserId | None, case: Case) -> tuple[int, str]:
        """The status, and all that was answered."""
        operation, body = self.operations[name], asks.BODIES.get(name)
        headers = {"Authorization": f"Bearer {person}"} if person else {}
        given = body(self.province, case) if body else None
        path = asks.path_of(operation, self.province, case)
        async with self.client.request(operation.method, path, json=given, headers=headers) as answer:
            return answer.status, (await answer.read()).decode(errors="replace")

    async def mark(self, name: str, who: Who, situation: str) -> str:
        """What happened to them, in the signs of the table."""
        case = self.case(situation)
        status, said = await self.ask(name, self.person(who, situation), case)
        assert status < 500, f"{name} by {who}, {situation}: {status} {said[:300]}"
        shows = case.words in said or case.name in said
        if status in REFUSED:
            assert not shows, f"{name} refused {who} and told it all the same"
            return "-"
        if name in asks.LISTS:
            listed = asks.SHOWN_BY[name](case) in said if name in asks.SHOWN_BY else shows
            return "+" if listed else "m" if case.code in said else "-"
        return "m" if name in asks.SHOWING and not shows else "+"

    def case(self, situation: str) -> Case:
        return self.province.cases["own" if situation == "expired" else situation]

    def person(self, who: Who, situation: str) -> UserId:
        return (self.province.expired if situation == "expired" else self.province.people)[who].id


@pytest.fixture(scope="module")
async def asker(
    embedded: EmbeddedPg, superuser: Session, template: str, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Asker]:
    name = f"{template}_matrix"
    await server.create_database(superuser, name, template)
    url = server.addresses(embedded, name).app_url
    clock = ManualClock(datetime(2026, 11, 22, 3, tzinfo=UTC))
    settings = Settings(data_dir=tmp_path_factory.mktemp("matrix"))
    db, real = Database(url, clock=clock), application.build(url, settings, clock=clock)
    province = await arrange(real, db, clock)
    await real.sealer.seal()  # an export holds what is sealed
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(application, "Database", DryDatabase)
        dry = application.build(url, settings, clock=clock)
    who_asks(dry, db, clock)
    free = Rate(1e9, 1e9)
    object.__setattr__(dry, "limits", RateLimits(clock, person=free, address=free))
    operations = {one.name: one for one in dry.routes(lambda: application.PLAIN_SITE).operations}
    async with TestClient(TestServer(dry.web(lambda: application.PLAIN_SITE))) as client:
        yield Asker(province, client, operations)
    for one in (dry, real, db):
        await one.close()
    await superuser.execute(f"drop database {name} with (force)")


def who_asks(built: application.App, db: Database, clock: ManualClock) -> None:
    """A bearer here is the person's id: how tokens come about and end has tests of its own."""
    known: dict[str, Actor] = {}

    async def authenticate(bearer: str) -> Actor:
        if bearer not in known:
            async with db.transaction(build.BUILDER) as tx:
                person = UserId(UUID(bearer))
                grants = await store.grants_of(tx, person, clock.now().astimezone(LOCAL).date())
                known[bearer] = Actor(person, grants)
        return known[bearer]

    object.__setattr__(built.identity, "authenticate", authenticate)


def test_every_operation_has_its_row(asker: Asker) -> None:
    assert set(asker.operations) == set(OPERATIONS) | (OPEN_TO_STRANGERS & set(asker.operations))


@pytest.mark.parametrize("name", OPERATIONS)
async def test_each_is_let_in_just_where_the_table_says(asker: Asker, name: str) -> None:
    said = allowed(OPERATIONS[name])

    found = {who: await marks(asker, name, who) for who in WHO}

    assert {who: marks for who, marks in found.items() if marks != said[who]} == {
        who: said[who] for who in WHO if found[who] != said[who]
    }


async def marks(asker: Asker, name: str, who: Who) -> str:
    if name not in asks.CASELESS:
        return "".join([await asker.mark(name, who, one) for one in SITUATIONS])
    at_work, left = [await asker.mark(name, who, one) for one in ("own", "expired")]
    return "".join(left if one == "expired" else at_work for one in SITUATIONS)


@pytest.mark.parametrize("name", sorted(OPERATIONS.keys() - asks.UNWRITTEN))
async def test_what_is_done_or_read_is_written_down(asker: Asker, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of everybody who is let in, whatever comes of it but a refusal to do it at all."""
    written, record = 0, audit.record

    async def counted(*args: Any, **named: Any) -> None:
        nonlocal written
        written += 1
        await record(*args, **named)

    monkeypatch.setattr(audit, "record", counted)
    unwritten = []
    for who in WHO:
        before = written
        status, _ = await asker.ask(name, asker.person(who, "own"), asker.case("own"))
        unwritten += [who] if status < 300 and written == before else []

    assert unwritten == []


@pytest.mark.parametrize("name", OPERATIONS)
async def test_nobody_is_let_in_without_signing_in(asker: Asker, name: str) -> None:
    status, said = await asker.ask(name, None, asker.case("own"))

    assert status == 401
    assert asker.case("own").words not in said
    assert asker.case("own").name not in said


@pytest.mark.parametrize("name", sorted(OPERATIONS.keys() - asks.CASELESS))
async def test_with_every_policy_switched_off_the_wall_alone_leaks_nothing(asker: Asker, name: str) -> None:
    """A nurse may then cancel her own station's request; nobody reads what is not theirs to read."""
    refused, reads, knows = (
        allowed(grid) for grid in (OPERATIONS[name], READING.get(name, "reads the request"), KNOWING)
    )
    leaks = []
    with no_policy(asker.province):
        for who in WHO:
            for n, situation in enumerate(SITUATIONS):
                if refused[who][n] != "-" or reads[who][n] == knows[who][n] == "+":
                    continue
                case = asker.case(situation)
                _, answer = await asker.ask(name, asker.person(who, situation), case)
                leaks += [(who, situation, "words")] if reads[who][n] == "-" and case.words in answer else []
                leaks += [(who, situation, "name")] if knows[who][n] == "-" and case.name in answer else []

    assert leaks == []


def test_the_switch_reaches_the_policies(asker: Asker) -> None:
    from telemed.records import policy

    assert {module.__name__ for module in policies()} >= {"telemed.sessions.policy", "telemed.records.policy"}
    with pytest.raises(policy.NotYours):
        policy.require(False)
    with no_policy(asker.province):
        policy.require(False)
