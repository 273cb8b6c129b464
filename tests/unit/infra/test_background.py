import asyncio
from datetime import timedelta

import pytest
from structlog.testing import capture_logs

from telemed.infra import background
from telemed.infra.background import Tasks, back_off


async def wait_for_ever() -> None:
    await asyncio.Event().wait()


async def test_closing_cancels_what_runs_and_waits_until_it_has_cleaned_up() -> None:
    history: list[str] = []

    async def work() -> None:
        try:
            history.append("works")
            await wait_for_ever()
        finally:
            await asyncio.sleep(0)
            history.append("cleaned up")

    async with Tasks() as tasks:
        task = tasks.start(work(), name="work")
        await asyncio.sleep(0)

    assert history == ["works", "cleaned up"]
    assert task.cancelled()


async def test_a_failure_is_logged_with_the_tasks_name_and_harms_no_other() -> None:
    async def fail() -> None:
        raise LookupError

    with capture_logs() as logs:
        async with Tasks() as tasks:
            other = tasks.start(wait_for_ever(), name="other")
            await asyncio.wait([tasks.start(fail(), name="fragile")])
            assert not other.done()

    assert [(log["event"], log["task"], type(log["exc_info"])) for log in logs] == [
        ("task_failed", "fragile", LookupError)
    ]


async def test_a_task_that_will_not_end_is_named_and_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(background, "PATIENCE", timedelta(seconds=0.01))
    let_go = asyncio.Event()

    async def stubborn() -> None:
        while not let_go.is_set():
            try:
                await let_go.wait()
            except asyncio.CancelledError:
                continue

    tasks = Tasks()
    task = tasks.start(stubborn(), name="stubborn")
    await asyncio.sleep(0)
    with capture_logs() as logs:
        await tasks.close()
    let_go.set()
    await task

    assert [(log["event"], log["task"]) for log in logs] == [("task_would_not_end", "stubborn")]


async def test_closing_with_nothing_running_is_nothing() -> None:
    await Tasks().close()


@pytest.mark.parametrize(("attempts", "seconds"), [(1, 1), (2, 2), (3, 4), (6, 32), (7, 60), (10_000, 60)])
def test_what_failed_is_left_alone_for_longer_each_time_up_to_a_minute(attempts: int, seconds: int) -> None:
    assert back_off(attempts) == timedelta(seconds=seconds)
