"""A provider of sign-ins as a program of its own, our application that believes it, and a browser that goes between."""

import asyncio
import os
import shutil
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from aiohttp import ClientResponse, ClientSession, CookieJar, DummyCookieJar, web
from aiohttp.test_utils import TestClient, TestServer
from yarl import URL

from telemed import app
from telemed.infra.server import DatabaseServer
from telemed.kernel.clock import SystemClock
from telemed.settings import Settings

Client = TestClient[web.Request, web.Application]
ROOT = Path(__file__).parents[2]
HOST = "telemed.example.vn"
BACK = f"http://{HOST}/api/session/oidc/callback"
CLIENT_ID, CLIENT_SECRET = "telemed", "only for tests"


@pytest.fixture(scope="session")
async def issuer() -> AsyncIterator[str]:
    """The provider's address, once it listens."""
    if not (ROOT / "web/node_modules/oidc-provider").is_dir():
        pytest.skip("the provider is not installed: cd web && npm ci")
    beside = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    node = shutil.which("node", path=beside) or "node"
    process = await asyncio.create_subprocess_exec(
        *(node, str(ROOT / "tests/oidc/provider.mjs"), CLIENT_ID, CLIENT_SECRET, BACK),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    assert process.stdin
    assert process.stdout
    try:
        async with asyncio.timeout(30):
            line = (await process.stdout.readline()).decode()
        assert line.startswith("ready "), line
        yield line.split()[1]
    finally:
        process.stdin.close()
        async with asyncio.timeout(30):
            await process.wait()


@dataclass
class Browser:
    """Follows whoever sends it elsewhere, keeps both sites' cookies apart, and obeys SameSite when it comes back."""

    ours: Client
    provider: ClientSession
    cookies: dict[str, str] = field(default_factory=dict)

    async def begin(self, query: str = "") -> str:
        """The provider's address it is sent to."""
        answer = await self.get(f"/api/session/oidc{query}", self.cookies)
        assert answer.status == 303, await answer.text()
        return answer.headers["Location"]

    async def sign_in_there(self, address: str, name: str) -> str:
        """Type a name, agree, and be sent back: to this address of ours."""
        forms = [{"prompt": "login", "login": name, "password": "x"}, {"prompt": "consent"}]
        while urlsplit(address).hostname != HOST:
            async with self.provider.get(URL(address, encoded=True), allow_redirects=False) as answer:
                page, status = await answer.text(), answer.status
            if status == 200 and "/interaction/" in address:
                async with self.provider.post(address, data=forms.pop(0), allow_redirects=False) as answer:
                    address = urljoin(address, answer.headers["Location"])
            else:
                assert status == 303, page
                address = urljoin(address, answer.headers["Location"])
        return address

    async def come_back(self, address: str) -> ClientResponse:
        """Sent by another site, so only what is Lax goes along."""
        parts = urlsplit(address)
        lax = {name: value for name, value in self.cookies.items() if name == "telemed_oidc"}
        return await self.get(f"{parts.path}?{parts.query}", lax)

    async def sign_in(self, name: str) -> ClientResponse:
        return await self.come_back(await self.sign_in_there(await self.begin(), name))

    async def get(self, path: str, cookies: dict[str, str]) -> ClientResponse:
        sent = "; ".join(f"{name}={value}" for name, value in cookies.items())
        answer = await self.ours.get(path, headers={"Host": HOST, "Cookie": sent}, allow_redirects=False)
        self.cookies |= {name: cookie.value for name, cookie in answer.cookies.items()}
        return answer


def settings(tmp_path: Path, issuer: str, *, match: bool = True) -> Settings:
    return Settings(
        data_dir=tmp_path,
        oidc_issuer=issuer,
        oidc_client_id=CLIENT_ID,
        oidc_client_secret=CLIENT_SECRET,
        oidc_name="Sở Y tế Demo",
        oidc_match_username=match,
    )


@pytest.fixture
async def built(database: DatabaseServer, tmp_path: Path, issuer: str) -> AsyncIterator[app.App]:
    """By the system's clock: the provider has no other."""
    made = app.build(database.app_url, settings(tmp_path, issuer), clock=SystemClock())
    yield made
    await made.close()


@pytest.fixture
async def browser(built: app.App) -> AsyncIterator[Browser]:
    server = TestServer(built.web(lambda: app.PLAIN_SITE))
    async with (
        TestClient(server, cookie_jar=DummyCookieJar()) as ours,
        ClientSession(cookie_jar=CookieJar(unsafe=True)) as provider,
    ):
        yield Browser(ours, provider)
