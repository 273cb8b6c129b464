"""The real server as its own process, as an operator would run it, which a test may kill and start again."""

import asyncio
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp

from telemed.demo.people import PASSWORD
from telemed.infra.server import DatabaseServer
from tests.eventually import eventually

ROOT = Path(__file__).parents[1]


@dataclass
class LiveServer:
    """`telemed serve` on a port of its own, on a test's database with the demo's people and roster."""

    database: DatabaseServer
    data_dir: Path
    port: int
    log: Path
    env: dict[str, str] = field(default_factory=dict)
    process: asyncio.subprocess.Process | None = None
    enter: tuple[str, ...] = ()
    """What to put before its command, to run it in another network."""
    address: str = "http://localhost"
    connector: Callable[[], aiohttp.TCPConnector] = aiohttp.TCPConnector

    @property
    def url(self) -> str:
        return f"{self.address}:{self.port}"

    def client(self) -> aiohttp.ClientSession:
        """From wherever it can be reached."""
        return aiohttp.ClientSession(connector=self.connector())

    @property
    def pid(self) -> int:
        assert self.process is not None
        return self.process.pid

    async def start(self) -> None:
        """Until it says that it is ready."""
        env = {k: v for k, v in os.environ.items() if not k.startswith("TELEMED_")}
        env |= {
            "TELEMED_DATA_DIR": str(self.data_dir),
            "TELEMED_PORT": str(self.port),
            "TELEMED_DATABASE_URL": self.database.owner_url.replace("postgresql+asyncpg", "postgresql"),
            "TELEMED_DATABASE_APP_URL": self.database.app_url.replace("postgresql+asyncpg", "postgresql"),
            "TELEMED_DEMO": "1",
            "TELEMED_DEMO_HISTORY": "0",  # each test makes its own
            "TELEMED_LOG_FORMAT": "json",
        } | self.env
        with self.log.open("ab") as out:
            self.process = await asyncio.create_subprocess_exec(
                *self.enter, sys.executable, "-m", "telemed", "serve", cwd=ROOT, env=env, stdout=out, stderr=out
            )
        await eventually(self.ready, within=120, every=0.05)

    async def ready(self) -> bool:
        assert self.process is not None
        if self.process.returncode is not None:
            raise AssertionError(f"the server ended by itself:\n{self.log.read_text()[-3000:]}")
        try:
            async with self.client() as http, http.get(self.url + "/readyz") as answer:
                return answer.status == 200
        except aiohttp.ClientError:
            return False

    async def kill(self) -> None:
        """SIGKILL: no goodbye."""
        assert self.process is not None
        self.process.send_signal(signal.SIGKILL)
        await self.process.wait()

    async def stop(self) -> int:
        """SIGTERM, and its exit code: it drains its sockets and goes by itself."""
        assert self.process is not None
        if self.process.returncode is None:
            self.process.terminate()
        async with asyncio.timeout(20):
            return await self.process.wait()

    @asynccontextmanager
    async def person(self, username: str) -> AsyncIterator["Person"]:
        """Someone signed in over HTTP alone."""
        async with self.client() as http:
            body = {"username": username, "password": PASSWORD}
            async with http.post(self.url + "/api/session", json=body) as answer:
                session = await answer.json()
            yield Person(self, http, session)


@dataclass
class Person:
    server: LiveServer
    http: aiohttp.ClientSession
    session: dict[str, Any]

    @property
    def facility(self) -> str:
        return str(self.session["grants"][0]["facility"]["id"])

    async def ask(self, method: str, path: str, body: Any = None, *, expect: int = 200) -> Any:
        """The JSON of an answer whose status is `expect`."""
        headers = {"Authorization": f"Bearer {self.session['access_token']}"}
        async with self.http.request(method, self.server.url + path, json=body, headers=headers) as answer:
            raw = await answer.read()
            assert answer.status == expect, f"{method} {path}: {answer.status} {raw.decode()[:800]}"
            return await answer.json() if answer.content_type.endswith("json") else raw


def free_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])


@asynccontextmanager
async def live_server(database: DatabaseServer, folder: Path, **env: str) -> AsyncIterator[LiveServer]:
    """Seeded and ready; ended when the block ends."""
    server = LiveServer(database, folder / "data", free_port(), folder / "server.log", env)
    server.data_dir.mkdir()
    await server.start()
    try:
        yield server
    finally:
        if server.process and server.process.returncode is None:
            await server.stop()
