"""`telemed robot`: the demo's robot specialist beside a server, until Ctrl-C. `serve` starts one by its own switch."""

import asyncio
import signal
import sys
from argparse import ArgumentParser, Namespace, _SubParsersAction
from contextlib import suppress

from telemed.demo import people, robot
from telemed.demo.client import Refused
from telemed.settings import Settings


def add(sub: "_SubParsersAction[ArgumentParser]") -> None:
    parser = sub.add_parser("robot", help="answer calls of a demo as a robot specialist, until Ctrl-C")
    parser.add_argument("--url", help="the demo's address; this machine's own if left out")


def run(args: Namespace, settings: Settings) -> int:
    url = args.url or f"http://127.0.0.1:{settings.port}"
    try:
        asyncio.run(_answer(url))
    except Refused as refused:
        print(f"{url} does not let {people.ROBOT} in ({refused.code}): is it a demo with its people?", file=sys.stderr)
        return 1
    return 0


async def _answer(url: str) -> None:
    task = asyncio.current_task()
    assert task is not None
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, task.cancel)
    print(f"Answering at {url} as {people.ROBOT}. Ctrl-C ends it.", flush=True)
    with suppress(asyncio.CancelledError):
        await robot.serve(url, people.ROBOT, people.PASSWORD)
