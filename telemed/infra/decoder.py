"""Hands files of strangers to the guarded process, one at a time, and ends it when it takes too long."""

import asyncio
import json
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

import structlog
from pydantic import TypeAdapter

import telemed
from telemed.infra.background import Tasks
from telemed.infra.decoding.terms import MOST_OUT, WALL_S, Answer, Ask, Made

log = structlog.get_logger(__name__)

_ANSWER: Final = TypeAdapter(Answer)
_PACKAGE: Final = Path(telemed.__file__).parents[1]
_ENVIRONMENT: Final = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "PYTHONDONTWRITEBYTECODE": "1"}
"""All it knows of ours: no secret reaches it by its surroundings."""


@dataclass(frozen=True, slots=True)
class Opened:
    answer: Answer
    contents: tuple[tuple[Made, bytes], ...]


class Decoder:
    """`wall_s`: seconds after which a file counts as unreadable and its process is killed."""

    def __init__(self, wall_s: float = WALL_S) -> None:
        self._wall_s = wall_s
        self._one_at_a_time = asyncio.Lock()

    async def open(self, ask: Ask, chunks: AsyncIterator[bytes]) -> Opened:
        """What is in it. A file that kills its process, or outlives its time, is refused as unreadable."""
        async with self._one_at_a_time:
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "telemed.infra.decoding"),
                stdin=PIPE,
                stdout=PIPE,
                stderr=DEVNULL,
                cwd=_PACKAGE,
                env=_ENVIRONMENT,
                start_new_session=True,
                limit=1024 * 1024,
            )
            try:
                async with asyncio.timeout(self._wall_s), Tasks() as tasks:
                    tasks.start(_feed(process, ask, chunks), name="file to be opened")
                    return await _answer(process)
            except (TimeoutError, ValueError, asyncio.IncompleteReadError) as error:
                log.warning("file_not_opened", content_type=ask.content_type, why=type(error).__name__)
                return Opened(Answer(refused="unreadable"), ())
            finally:
                with suppress(ProcessLookupError):
                    process.kill()
                await process.wait()


async def _feed(process: Process, ask: Ask, chunks: AsyncIterator[bytes]) -> None:
    assert process.stdin is not None
    try:
        with suppress(ConnectionError):
            process.stdin.write(json.dumps(asdict(ask)).encode() + b"\n")
            async for chunk in chunks:
                process.stdin.write(chunk)
                await process.stdin.drain()
    finally:
        process.stdin.close()


async def _answer(process: Process) -> Opened:
    """Raises ValueError: what it says cannot be believed."""
    assert process.stdout is not None
    answer = _ANSWER.validate_json(await process.stdout.readline())
    if sum(made.size for made in answer.made) > MOST_OUT or any(made.size < 1 for made in answer.made):
        raise ValueError("too much")
    contents = [(made, await process.stdout.readexactly(made.size)) for made in answer.made]
    return Opened(answer, tuple(contents))
