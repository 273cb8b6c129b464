"""News is told in order, once however often it was asked for, and again when it failed."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from telemed.kernel.errors import Missing
from telemed.signaling.errands import Errands

Noting = Callable[[str], Callable[[], Awaitable[None]]]


@pytest.fixture
def done() -> list[str]:
    return []


@pytest.fixture
def noting(done: list[str]) -> Noting:
    def note(name: str) -> Callable[[], Awaitable[None]]:
        async def work() -> None:
            done.append(name)

        return work

    return note


async def test_what_is_asked_twice_is_done_once_and_the_newer_way(done: list[str], noting: Noting) -> None:
    errands = Errands()
    for key, name in [("ring", "old"), ("consult", "consult"), ("ring", "new")]:
        errands.give(key, noting(name))

    await errands.drain()

    assert done == ["new", "consult"]


async def test_what_is_asked_while_it_is_done_is_done_again(done: list[str], noting: Noting) -> None:
    errands = Errands()

    async def work() -> None:
        done.append("first")
        errands.give("consult", noting("second"))

    errands.give("consult", work)
    await errands.drain()

    assert done == ["first", "second"]


async def test_what_fails_holds_up_nothing_and_is_tried_again(
    done: list[str], noting: Noting, monkeypatch: pytest.MonkeyPatch
) -> None:
    errands, waits = Errands(), []

    def at_once(wait: float, act: Callable[..., None], *args: object) -> None:
        waits.append(wait)
        act(*args)

    monkeypatch.setattr(asyncio.get_running_loop(), "call_later", at_once)
    failures = iter([OSError("database away"), OSError("still away")])

    async def work() -> None:
        if failure := next(failures, None):
            raise failure
        done.append("at last")

    errands.give("ring", work)
    errands.give("consult", noting("consult"))
    await errands.drain()

    assert done == ["consult", "at last"]
    assert waits == [1, 2]


async def test_what_is_refused_is_not_tried_again(done: list[str], noting: Noting) -> None:
    errands = Errands()

    async def work() -> None:
        done.append("tried")
        raise Missing()

    errands.give("ring", work)
    await errands.drain()
    await errands.drain()

    assert done == ["tried"]
