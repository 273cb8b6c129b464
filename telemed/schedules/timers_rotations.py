"""The durable timers of rotations: the midnights that begin the first day of one and the first day without."""

from uuid import UUID

from telemed.infra.db import Tx
from telemed.infra.jobs import JobRunner
from telemed.kernel.ids import RotationId
from telemed.schedules.service.rotations import ENDS, STARTS, Rotations


def register(runner: JobRunner, rotations: Rotations) -> None:
    async def starts(tx: Tx, key: str, _: dict[str, str]) -> None:
        await rotations.started(tx, RotationId(UUID(key)))

    async def ends(tx: Tx, key: str, _: dict[str, str]) -> None:
        await rotations.ended(tx, RotationId(UUID(key)))

    runner.handle(STARTS, starts)
    runner.handle(ENDS, ends)
