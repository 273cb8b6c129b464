"""What a browser does to sign in."""

from aiohttp import ClientResponse

from tests.http.identity.conftest import Client
from tests.people import PASSWORD

GOOD = {"username": "lan", "password": PASSWORD}


async def sign_in(client: Client, **headers: str) -> ClientResponse:
    return await client.post("/api/session", json=GOOD, headers=headers)


def cookie_of(answer: ClientResponse) -> dict[str, str]:
    return {"Cookie": f"telemed_refresh={answer.cookies['telemed_refresh'].value}"}


async def bearer(client: Client) -> dict[str, str]:
    return {"Authorization": f"Bearer {(await (await sign_in(client)).json())['access_token']}"}
