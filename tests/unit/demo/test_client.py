"""The robot's sign-in: nobody sits there who could unlock it."""

from collections.abc import Mapping
from typing import Any

import pytest

from telemed.demo.client import Client
from telemed.kernel.ids import uuid7


@pytest.mark.parametrize(("locked", "asked"), [(None, ["refresh"]), ({"reason": "expired"}, ["refresh", "session"])])
async def test_a_session_that_came_back_locked_is_begun_anew_by_password(
    monkeypatch: pytest.MonkeyPatch, locked: dict[str, str] | None, asked: list[str]
) -> None:
    client = Client("http://telemed.test", "robot", "a password")
    told: list[str] = []

    async def once(method: str, path: str, body: Mapping[str, Any] | None = None) -> Any:
        told.append(path.rpartition("/")[2])
        lock = locked if path.endswith("/refresh") else None
        return {"access_token": f"after {path}", "user": {"id": str(uuid7())}, "locked": lock}

    monkeypatch.setattr(client, "_once", once)

    await client.ask("GET", "/api/consults")

    assert told == [*asked, "consults"]
