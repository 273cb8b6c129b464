"""What a person does about their own account, over HTTP."""

from datetime import datetime
from typing import Any
from uuid import UUID

import pyotp
from aiohttp import ClientResponse

from telemed.identity.service.invitations import invite
from telemed.infra.db import Database
from telemed.kernel.ids import UserId, uuid7
from tests.http.identity.authenticator import Authenticator
from tests.http.identity.conftest import Client
from tests.people import PASSWORD, SYSTEM

ORIGIN = "https://telemed.example.vn"
LONG = "mưa rơi trên núi cao"
OTHER = "nắng lên đầu bản xa"

Headers = dict[str, str]


async def enter(client: Client, username: str = "lan", password: str = PASSWORD, **more: Any) -> Headers:
    """The headers of somebody who signs in with a new browser; with its device's cookie."""
    answer = await client.post("/api/session", json={"username": username, "password": password, **more})
    assert answer.status == 200, await answer.text()
    return await headers_of(answer)


async def headers_of(answer: ClientResponse) -> Headers:
    token = (await answer.json())["access_token"]
    cookies = "; ".join(f"{name}={cookie.value}" for name, cookie in answer.cookies.items())
    return {"Authorization": f"Bearer {token}", "Cookie": cookies}


async def security(client: Client, headers: Headers) -> Any:
    return await (await client.get("/api/me/security", headers=headers)).json()


async def refusal(answer: ClientResponse) -> tuple[int, str, dict[str, Any]]:
    problem = await answer.json()
    return answer.status, problem["code"], problem["params"]


async def turn_on_totp(
    client: Client, headers: Headers, now: datetime, password: str = PASSWORD
) -> tuple[str, list[str]]:
    """The secret and the recovery codes. The code of this step is used up with it."""
    begun = await (await client.post("/api/me/totp", json={"password": password}, headers=headers)).json()
    code = pyotp.TOTP(begun["secret"]).at(now)
    done = await client.post("/api/me/totp/confirm", json={"code": code}, headers=headers)
    assert done.status == 200, await done.text()
    return begun["secret"], (await done.json())["codes"]


async def add_passkey(
    client: Client,
    headers: Headers,
    authenticator: Authenticator,
    passkey_id: UUID | None = None,
    password: str = PASSWORD,
) -> ClientResponse:
    headers = {**headers, "Origin": ORIGIN, "Host": "telemed.example.vn"}
    asked = await client.post("/api/me/passkeys/options", json={"password": password}, headers=headers)
    assert asked.status == 200, await asked.text()
    begun = await asked.json()
    made = {"ceremony": begun["ceremony"], "credential": authenticator.create(begun["options"]), "name": "Khóa của Lan"}
    return await client.put(f"/api/me/passkeys/{passkey_id or uuid7()}", json=made, headers=headers)


async def with_passkey(client: Client, authenticator: Authenticator, **spoiled: Any) -> ClientResponse:
    """Sign in with nothing else. `spoiled` replaces members of the credential's response."""
    headers = {"Origin": ORIGIN, "Host": "telemed.example.vn"}
    begun = await (await client.post("/api/session/passkey/options", headers=headers)).json()
    shown = authenticator.get(begun["options"])
    shown["response"] |= spoiled
    return await client.post(
        "/api/session/passkey", json={"ceremony": begun["ceremony"], "credential": shown}, headers=headers
    )


async def invitation(db: Database, person: UserId) -> str:
    async with db.transaction(SYSTEM) as tx:
        token, _ = await invite(tx, person, SYSTEM.id)
    return token
