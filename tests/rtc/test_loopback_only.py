"""aiortc and Chromium meet on a machine that has no network but loopback."""

import asyncio
import json
import os
import shutil
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
NO_NAMESPACE = "this test needs a network namespace of its own"


async def run(*command: str) -> tuple[int | None, str, str]:
    process = await asyncio.create_subprocess_exec(
        *command, cwd=ROOT, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    try:
        async with asyncio.timeout(90):
            out, err = await process.communicate()
    except TimeoutError:
        process.kill()
        raise
    return process.returncode, out.decode(), err.decode()


async def alone(*command: str) -> tuple[int | None, str, str]:
    """Run in a fresh network namespace. It vanishes with its last process: nothing is left to delete."""
    unshare = shutil.which("unshare")
    assert unshare, f"{NO_NAMESPACE}: `unshare` of util-linux is missing"
    enter = [unshare, "--net", *([] if os.geteuid() == 0 else ["--map-root-user"])]
    code, _, why = await run(*enter, "true")
    assert code == 0, f"{NO_NAMESPACE}: run it as root, or allow user namespaces ({why.strip()})"
    return await run(*enter, *command)


async def test_a_robot_and_a_line_test_reach_chromium_where_there_is_only_loopback() -> None:
    code, out, err = await alone(sys.executable, "-m", "tests.rtc.loopback_only")

    assert code == 0, err
    facts = json.loads(out)
    assert set(facts["addresses"]) <= {"127.0.0.1", "::1"}
    assert facts["call"]["address"] == facts["line_test"]["address"] == "127.0.0.1"
    assert facts["call"]["frames"] > 60
    assert facts["call"]["packets"] > 50
    assert facts["call"]["robot"] > 30
    assert facts["line_test"]["frames"] > 10
    assert facts["line_test"]["voice"] > 50
