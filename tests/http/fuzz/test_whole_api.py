"""Every operation, asked for by every kind of account with good, bad and absurd input, answers as the API says it does.

No 5xx, no status and no body that the description does not know. `make fuzz` tries many times as much.
"""

import asyncio
import os
import random
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast

import pytest
import requests
import schemathesis
from aiohttp.test_utils import TestServer
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import seed as with_seed
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.errors import InvalidSchema
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from sqlalchemy import text

from telemed import app
from telemed.demo import people
from telemed.demo.history import seed_history
from telemed.demo.people import seed_people
from telemed.demo.roster import seed_roster
from telemed.identity.passwords import Passwords
from telemed.infra.db import Database
from telemed.infra.limits import Rate, RateLimits
from telemed.infra.openapi import openapi
from telemed.infra.security import SignInLimiter
from telemed.infra.server import DatabaseServer
from telemed.kernel.actor import Actor
from telemed.kernel.clock import SystemClock
from telemed.settings import Settings

EXAMPLES = int(os.environ.get("TELEMED_TEST_EXAMPLES", "3"))
"""Of each operation, for good and for bad input each."""
SEED = int(os.environ.get("TELEMED_TEST_SEED", str(random.randrange(10**9))))
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
WITHOUT_LIMIT = Rate(10**9, 10**9)
NOBODY = "nobody"
ACCOUNTS = (
    "tram.binhlu",
    "bs.tamduong",
    "quanly.tamduong",
    "quantri",
    "kiemsoat.tamduong",
    "soyte",
    NOBODY,
)
OFTEN = (*ACCOUNTS, *ACCOUNTS[:1] * 5, *ACCOUNTS[1:4])
"""Those who may do most get through most doors."""
ROWS = {
    "accesses": "case_access",
    "access-reviews": "case_access",
    "assignments": "assignment",
    "calls": "call",
    "consults": "consult",
    "data-requests": "subject_request",
    "facilities": "facility",
    "grants": "role_grant",
    "links": "facility",
    "minutes": "minutes",
    "patients": "patient",
    "people": "person",
    "referrals": "referral",
    "rotations": "rotation",
    "shifts": "shift",
}
"""What an `{id}` under `/api/<word>` names, or an id in a body: mostly one that exists is asked for."""
IN_BODIES = {
    "consult_id": "consults",
    "facility_id": "facilities",
    "hospital_id": "facilities",
    "patient_id": "patients",
    "person_id": "people",
    "station_id": "facilities",
    "to_facility_id": "facilities",
}
PASSWORDS = {"password", "current"}
HERE, HOSPITAL = people.facility_id("03390"), people.facility_id(people.TAM_DUONG)
"""The station whose doctor asks: what belongs to other places could only be refused."""
OF_STATION = "select id from {table} where station_id = :here order by random() limit 12"
OF_CASE = "select t.id from {table} t join consult c on c.id = t.consult_id where c.station_id = :here limit 12"
ANY = "select id from {table} order by random() limit 12"
CHOSEN = {"calls": OF_CASE, **dict.fromkeys(("consults", "minutes", "patients", "referrals"), OF_STATION)}
ENDS_SIGN_INS = {"sign_out", "sign_out_everywhere"}
PAGES = {"begin_oidc", "finish_oidc"}
"""Their refusals are pages for people, so only their status is looked at."""


@schemathesis.serializer(
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/offset+octet-stream"
)
def as_it_is(_: Any, value: Any) -> bytes:
    """A file, or a piece of one, is sent as the bytes it is; hardly any of them is a workbook."""
    return value if isinstance(value, bytes) else str(value).encode()


@dataclass
class World:
    url: str
    document: dict[str, Any]
    ids: dict[str, list[str]]


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wrong passwords are not what is tried here; each would slow down the next."""
    for free in ("FREE_PER_ACCOUNT", "FREE_ANYWHERE", "FREE_PER_ADDRESS"):
        monkeypatch.setattr(SignInLimiter, free, 10**9)


@pytest.fixture
async def world(database: DatabaseServer, tmp_path: Path) -> AsyncIterator[World]:
    """The whole application with the demo's people and what they did in a month, without limits of rate."""
    db, clock = Database(database.app_url), SystemClock()
    await seed_people(db, Passwords())
    await seed_roster(db, clock.now())
    await seed_history(db, clock.now())
    ids = {}
    async with db.transaction(Actor.system("test")) as tx:
        for word, table in ROWS.items():
            rows = await tx.all(text(CHOSEN.get(word, ANY).format(table=table)), {"here": HERE})
            ids[word] = [str(row.id) for row in rows]
        ids["facilities"] = [str(HERE), str(HOSPITAL), *ids["facilities"][:1]]
    await db.close()
    built = app.build(database.app_url, Settings(data_dir=tmp_path), clock=clock)
    built = replace(built, limits=RateLimits(clock, person=WITHOUT_LIMIT, address=WITHOUT_LIMIT))
    async with TestServer(built.web(lambda: app.PLAIN_SITE)) as server:
        document = openapi(built.routes(lambda: app.PLAIN_SITE), title="Telemed", version="1")
        yield World(str(server.make_url("")).rstrip("/"), document, ids)
    await built.line_tests.close()
    await built.close()


@pytest.mark.timeout(7200)
async def test_every_operation_answers_as_it_says_whatever_it_is_sent(world: World) -> None:
    faults = await asyncio.to_thread(Fuzz(world).run)

    if faults:
        told = "\n".join(f"{where}: {what}" for where, what in sorted(faults.items()))
        pytest.fail(f"TELEMED_TEST_SEED={SEED}\n{told}", pytrace=False)


class Fuzz:
    """One run over the whole description, on a thread of its own: the program under test has the event loop."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._tokens = dict.fromkeys(ACCOUNTS, "")
        self._faults: dict[str, str] = {}

    def run(self) -> dict[str, str]:
        for name in ACCOUNTS:
            self._sign_in(name)
        schema = schemathesis.openapi.from_dict(self._world.document)
        found: list[Any] = [cast(Any, result).ok() for result in schema.get_all_operations()]
        for operation in sorted(found, key=lambda one: one.definition.raw["operationId"] in ENDS_SIGN_INS):
            for mode in GenerationMode.POSITIVE, GenerationMode.NEGATIVE:
                self._try(operation, mode)
        return self._faults

    def _try(self, operation: Any, mode: GenerationMode) -> None:
        try:
            cases = operation.as_strategy(generation_mode=mode)
            self._ask(operation, cases)
        except InvalidSchema as error:
            self._faults[f"{operation.label} {mode.value}"] = str(error)
        except Exception as error:
            if "Unsatisfiable" not in type(error).__name__:  # nothing can be wrong in what is not there
                self._faults[f"{operation.label} {mode.value}"] = f"{type(error).__name__}: {error}"

    def _ask(self, operation: Any, cases: Any) -> None:
        ids = self._world.ids.get(operation.path.split("/")[2], [])
        page = operation.definition.raw["operationId"] in PAGES

        @with_seed(f"{SEED} {operation.label}")
        @settings(
            max_examples=EXAMPLES,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(
            case=cases,
            who=st.sampled_from(OFTEN),
            known=st.sampled_from(ids) if ids else st.none(),
            real=st.integers(0, 3),
            choice=st.randoms(use_true_random=False),
        )
        def ask(case: Any, who: str, known: str | None, real: int, choice: random.Random) -> None:
            if known and real and "id" in (case.path_parameters or {}):
                case.path_parameters["id"] = known
            if real and "hospital_id" in (case.path_parameters or {}):
                case.path_parameters["hospital_id"] = str(HOSPITAL)
            if real:
                case.body = self._fitting(case.body, choice)
            headers = {"Authorization": f"Bearer {self._tokens[who]}"} if self._tokens[who] else {}
            response = case.call(base_url=self._world.url, headers=headers, timeout=30)
            try:
                case.validate_response(response, checks=CHECKS[:2] if page else CHECKS)
            except BaseException as failure:
                if isinstance(failure, KeyboardInterrupt):
                    raise
                self._note(operation, who, case, response, failure)
            if response.status_code == 401 and who != NOBODY:
                self._sign_in(who)

        ask()

    def _fitting(self, body: Any, choice: random.Random) -> Any:
        """With ids that exist, the right password and versions that could be, so that more than the door is tried."""
        if not isinstance(body, dict):
            return body
        return {name: self._fitting_one(name, value, choice) for name, value in body.items()}

    def _fitting_one(self, name: str, value: Any, choice: random.Random) -> Any:
        ids = self._world.ids.get(IN_BODIES.get(name, ""), [])
        match value:
            case str() if name in PASSWORDS:
                return people.PASSWORD
            case str() if ids:
                return choice.choice(ids)
            case int() if name == "seen_version":
                return choice.randrange(4)
        return self._fitting(value, choice)

    def _note(self, operation: Any, who: str, case: Any, response: Any, failure: BaseException) -> None:
        code = response.json().get("code", "") if "json" in response.headers.get("content-type", "") else ""
        why = "; ".join(str(each).split("\n")[0] for each in getattr(failure, "exceptions", [failure]))
        key = f"{operation.label} -> {response.status_code} {code}"
        self._faults.setdefault(key, f"{why} ({who}) {case.path_parameters} {case.query} {str(case.body)[:400]}")

    def _sign_in(self, name: str) -> None:
        if name == NOBODY:
            return
        body = {"username": name, "password": people.PASSWORD}
        answer = requests.post(f"{self._world.url}/api/session", json=body, timeout=30)
        self._tokens[name] = answer.json().get("access_token", "")
