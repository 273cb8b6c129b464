"""A person, and an address of strangers, may ask for so much; help for a patient is not counted; memory is bounded."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from aiohttp import web

from telemed.infra.limits import (
    CHANGE,
    DOCUMENT,
    PER_ADDRESS,
    PER_PERSON,
    READ,
    SEARCH,
    RateLimits,
    TooManyRequests,
    cost,
)
from telemed.infra.routes import Operation, Routes
from telemed.infra.security import place_of
from telemed.kernel.actor import Actor
from telemed.kernel.clock import ManualClock
from telemed.kernel.ids import UserId

LAN, MAI = Actor(UserId(UUID(int=1))), Actor(UserId(UUID(int=2)))
ADDRESS = "203.0.113.7"


def operations() -> dict[str, Operation]:
    routes = Routes()

    @routes.get("/api/notes", tag="notes")
    async def read() -> None: ...

    @routes.put("/api/notes", tag="notes")
    async def change() -> None: ...

    @routes.post("/api/notes/search", tag="notes")
    async def search() -> None: ...

    @routes.get("/api/notes/document", tag="notes")
    async def document() -> web.Response:
        raise NotImplementedError

    @routes.put("/api/emergency", tag="notes", lifeline=True)
    async def emergency() -> None: ...

    return {operation.name: operation for operation in routes.operations}


OF = operations()


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(datetime(2026, 11, 22, 5, tzinfo=UTC))


@pytest.fixture
def limits(clock: ManualClock) -> RateLimits:
    return RateLimits(clock)


def spent(limits: RateLimits, actor: Actor = LAN, operation: str = "read") -> int:
    """How many of one kind go through at once."""
    for count in range(10_000):
        try:
            limits.spend(OF[operation], actor)
        except TooManyRequests:
            return count
    raise AssertionError("it never ends")


def test_searches_and_documents_cost_more_than_reading() -> None:
    assert [cost(OF[name]) for name in ("read", "change", "search", "document")] == [READ, CHANGE, SEARCH, DOCUMENT]
    assert READ < CHANGE < SEARCH < DOCUMENT


@pytest.mark.parametrize(("operation", "each"), [("read", READ), ("search", SEARCH), ("document", DOCUMENT)])
def test_a_person_may_ask_for_a_whole_bucket_at_once(limits: RateLimits, operation: str, each: int) -> None:
    assert spent(limits, operation=operation) == PER_PERSON.burst // each


def test_the_wait_that_is_told_is_enough_and_no_longer_than_needed(limits: RateLimits, clock: ManualClock) -> None:
    spent(limits)
    with pytest.raises(TooManyRequests) as refused:
        limits.spend(OF["document"], LAN)

    wait = timedelta(milliseconds=int(refused.value.params["retry_after_ms"]))
    clock.advance(wait - timedelta(milliseconds=10))
    with pytest.raises(TooManyRequests):
        limits.spend(OF["document"], LAN)
    clock.advance(timedelta(milliseconds=10))
    limits.spend(OF["document"], LAN)
    assert wait.total_seconds() == pytest.approx(DOCUMENT / PER_PERSON.per_second, abs=0.01)


def test_asking_while_waiting_makes_the_wait_no_longer(limits: RateLimits, clock: ManualClock) -> None:
    spent(limits)
    for _ in range(100):
        with pytest.raises(TooManyRequests):
            limits.spend(OF["read"], LAN)

    clock.advance(timedelta(seconds=1))

    assert spent(limits) == PER_PERSON.per_second


def test_one_person_takes_nothing_from_another_at_the_same_address(limits: RateLimits) -> None:
    spent(limits, LAN)

    assert spent(limits, MAI) == PER_PERSON.burst


def test_what_helps_a_patient_goes_through_an_empty_bucket_and_takes_nothing_from_a_full_one(
    limits: RateLimits,
) -> None:
    for _ in range(2000):
        limits.spend(OF["emergency"], LAN)
        limits.spend_as_stranger(OF["emergency"], ADDRESS)
    assert spent(limits) == PER_PERSON.burst

    limits.spend(OF["emergency"], LAN)


def test_strangers_share_what_their_address_has_and_another_address_has_its_own(limits: RateLimits) -> None:
    for _ in range(int(PER_ADDRESS.burst)):
        limits.spend_as_stranger(OF["read"], ADDRESS)

    with pytest.raises(TooManyRequests):
        limits.spend_as_stranger(OF["read"], ADDRESS)
    limits.spend_as_stranger(OF["read"], "203.0.113.8")


def test_a_flood_of_refused_strangers_stops_filling_the_audit_trail(limits: RateLimits) -> None:
    written = sum(limits.writes_down(ADDRESS) for _ in range(5000))

    assert written == PER_ADDRESS.burst


def test_a_hospital_of_two_hundred_screens_comes_back_at_once_behind_one_address(limits: RateLimits) -> None:
    for _ in range(200):
        for _ in range(5):  # tokens that ran out while the screens slept
            limits.spend_as_stranger(OF["read"], ADDRESS)


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("a proxy's invention", "a proxy's invention"),
    ],
)
def test_a_whole_network_of_ipv6_is_one_address(address: str, place: str) -> None:
    assert place_of(address) == place


def test_memory_is_bounded_and_who_asked_least_lately_is_forgotten_first(
    limits: RateLimits, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(RateLimits, "REMEMBERED", 10)
    spent(limits, LAN)

    for n in range(9):
        limits.spend_as_stranger(OF["read"], f"203.0.113.{n}")
    assert spent(limits, LAN) == 0
    for n in range(100):
        limits.spend_as_stranger(OF["read"], f"198.51.100.{n}")

    assert len(limits) == 10
    assert spent(limits, LAN) == PER_PERSON.burst


def test_a_clock_that_is_set_back_takes_nothing_away(limits: RateLimits, clock: ManualClock) -> None:
    limits.spend(OF["read"], LAN)
    clock.advance(-timedelta(hours=1))

    limits.spend(OF["read"], LAN)
