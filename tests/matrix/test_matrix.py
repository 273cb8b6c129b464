"""Every operation × everybody × every situation, as `table.py` says; and what the wall alone lets through: nothing."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer

from telemed.app import PLAIN_SITE
from telemed.infra import audit
from telemed.infra.routes import Operation
from telemed.kernel.ids import UserId
from tests.matrix import asks
from tests.matrix.conftest import Dry
from tests.matrix.switch import no_policy, policies
from tests.matrix.table import OPEN_TO_STRANGERS, OPERATIONS, SITUATIONS, WHO, Who, allowed
from tests.matrix.world import Case, Province

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

    async def ask(self, name: str, person: UserId | str | None, case: Case) -> tuple[int, str]:
        """The status, and all that was answered. `person` is their bearer: an id here, or a key."""
        operation, body = self.operations[name], asks.BODIES.get(name)
        headers = {"Authorization": f"Bearer {person}"} if person else {}
        headers |= asks.HEADERS.get(name, {})
        given = body(self.province, case) if body else None
        path = asks.path_of(operation, self.province, case)
        sent: dict[str, Any] = {"json": given}
        if operation.file:
            sent, headers["Content-Type"] = {"data": given}, operation.file.media_type
        async with self.client.request(operation.method, path, headers=headers, **sent) as answer:
            return answer.status, (await answer.read()).decode(errors="replace")

    async def mark(self, name: str, who: Who, situation: str) -> str:
        """What happened to them, in the signs of the table."""
        person, case = self.province.asking(who, situation)
        status, said = await self.ask(name, person.id, case)
        assert status < 500, f"{name} by {who}, {situation}: {status} {said[:300]}"
        shows = case.words in said or case.name in said
        if status in REFUSED:
            assert not shows, f"{name} refused {who} and told it all the same"
            return "-"
        if name in asks.LISTS:
            listed = asks.SHOWN_BY[name](case) in said if name in asks.SHOWN_BY else shows
            return "+" if listed else "m" if case.code in said else "-"
        return "m" if name in asks.SHOWING and not shows else "+"


@pytest.fixture(scope="session")
async def asker(dry: Dry) -> AsyncIterator[Asker]:
    operations = {one.name: one for one in dry.app.routes(lambda: PLAIN_SITE).operations}
    async with TestClient(TestServer(dry.app.web(lambda: PLAIN_SITE))) as client:
        yield Asker(dry.province, client, operations)


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
    written = 0

    def counting(record: Callable[..., Awaitable[None]]) -> Callable[..., Awaitable[None]]:
        async def counted(*args: Any, **named: Any) -> None:
            nonlocal written
            written += 1
            await record(*args, **named)

        return counted

    for name_of in ("record", "record_each"):
        monkeypatch.setattr(audit, name_of, counting(getattr(audit, name_of)))
    unwritten = []
    for who in WHO:
        before = written
        person, case = asker.province.asking(who, "own")
        status, _ = await asker.ask(name, person.id, case)
        unwritten += [who] if status < 300 and written == before else []

    assert unwritten == []


@pytest.mark.parametrize("name", OPERATIONS)
async def test_nobody_is_let_in_without_signing_in(asker: Asker, name: str) -> None:
    case = asker.province.cases["own"]

    status, said = await asker.ask(name, None, case)

    assert status == 401
    assert case.words not in said
    assert case.name not in said


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
                person, case = asker.province.asking(who, situation)
                _, answer = await asker.ask(name, person.id, case)
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
