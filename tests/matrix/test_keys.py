"""Keys of other systems as a kind of caller: every operation × every set of kinds, as `BY_KEY` says."""

from datetime import timedelta
from typing import Final

import pytest

from telemed.exchange.model_keys import Data, Key, digest, new_token
from telemed.exchange.store import keys as store
from telemed.kernel.ids import UserId, uuid7
from tests.build import BUILDER
from tests.matrix.conftest import Dry
from tests.matrix.table import BY_KEY, OPEN_TO_STRANGERS, OPERATIONS
from tests.matrix.test_matrix import Asker, asker

__all__ = ["asker"]

KINDS: Final[dict[str, tuple[Data, ...]]] = {
    "cases": (Data.CASES,),
    "duty": (Data.DUTY,),
    "cases identity": (Data.CASES, Data.IDENTITY),
    "cases papers": (Data.CASES, Data.PAPERS),
    "cases labelled": (Data.CASES, Data.LABELLED),
    "cases identity papers": (Data.CASES, Data.IDENTITY, Data.PAPERS),
    "all": tuple(Data),
}
AT: Final = ("hospital", "hospital2")


@pytest.fixture(scope="session")
async def keys(dry: Dry) -> dict[tuple[str, str], str]:
    """A key of each set of kinds at either hospital."""
    province, made = dry.province, {}
    now = province.clock.now()
    by = UserId(province.people["hospital_admin"].id)
    async with province.db.transaction(BUILDER) as tx:
        for at in AT:
            for name, kinds in KINDS.items():
                made[at, name] = token = new_token()
                key = Key(
                    uuid7(), province.place[at], name, frozenset(kinds), by, now, now + timedelta(days=30), used_at=now
                )
                await store.add(tx, key, digest(token))
    return made


async def answered(asker: Asker, name: str, token: str, situation: str) -> tuple[int, str]:
    """As a person would ask it, with a key instead."""
    return await asker.ask(name, token, asker.province.cases[situation])


def opens(needed: str, kinds: str) -> bool:
    return set(needed.split()) <= {kind.value for kind in KINDS[kinds]}


@pytest.mark.parametrize("kinds", KINDS)
@pytest.mark.parametrize("name", BY_KEY)
async def test_a_key_reads_just_what_it_was_given(
    asker: Asker, keys: dict[tuple[str, str], str], name: str, kinds: str
) -> None:
    case = asker.province.cases["own"]

    status, said = await answered(asker, name, keys["hospital", kinds], "own")

    if opens(BY_KEY[name], kinds):
        # The insurance's table has a column for a result that is not signed yet.
        assert status == (422 if name == "read_consult_bhyt" else 200), said[:300]
    else:
        assert (status, "exchange.kind_not_given" in said) == (403, True)
    assert case.name not in said or opens("identity", kinds)


@pytest.mark.parametrize("name", sorted(OPERATIONS.keys() - BY_KEY.keys()))
async def test_a_key_that_was_given_everything_opens_nothing_of_peoples(
    asker: Asker, keys: dict[tuple[str, str], str], name: str
) -> None:
    case = asker.province.cases["own"]

    status, said = await answered(asker, name, keys["hospital", "all"], "own")

    assert status == 403
    assert "exchange.keys_only" in said or name == "upload_offset", "a HEAD has no words"
    assert case.words not in said
    assert case.name not in said


@pytest.mark.parametrize("name", sorted(BY_KEY.keys() - {"read_duty_fhir", "read_consults"}))
@pytest.mark.parametrize("situation", ["own", "label"])
async def test_a_key_of_another_hospital_finds_no_case_of_ours(
    asker: Asker, keys: dict[tuple[str, str], str], name: str, situation: str
) -> None:
    case = asker.province.cases[situation]

    status, said = await answered(asker, name, keys["hospital2", "all"], situation)

    assert (status, case.words in said, case.name in said) == (404, False, False)


async def test_a_labelled_case_is_there_for_a_key_that_was_given_them(
    asker: Asker, keys: dict[tuple[str, str], str]
) -> None:
    found = {
        kinds: (await answered(asker, "read_consult_fhir", keys["hospital", kinds], "label"))[0] for kinds in KINDS
    }

    assert {kinds for kinds, status in found.items() if status == 200} == {"cases labelled", "all"}


async def test_the_list_holds_a_facilitys_cases_and_no_other(asker: Asker, keys: dict[tuple[str, str], str]) -> None:
    ours = (await answered(asker, "read_consults", keys["hospital", "all"], "own"))[1]
    theirs = (await answered(asker, "read_consults", keys["hospital2", "all"], "own"))[1]
    cases = asker.province.cases

    assert [name for name in ("own", "same", "closed", "label") if cases[name].code not in ours] == []
    assert cases["other"].code not in ours
    assert [name for name, case in cases.items() if case.code in theirs] == ["other"]


def test_every_operation_of_keys_is_closed_to_people() -> None:
    assert {OPERATIONS[name] for name in BY_KEY} == {"nobody"}
    assert not BY_KEY.keys() & OPEN_TO_STRANGERS
