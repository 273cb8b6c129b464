"""What the edge says of waking browsers, of the check when a shift begins, of notices and of a gateway's receipts."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from telemed.infra.api_model import ApiModel, Verbatim
from telemed.schedules import ChannelCheck

Base64Url = Annotated[Verbatim, Field(pattern=r"^[A-Za-z0-9_-]+$", max_length=128)]


class SubscriptionView(ApiModel):
    """A browser of the one who asks that can be woken. Its address is never told again."""

    id: UUID
    made_at: datetime
    worked_at: datetime | None = Field(description="When its push service last took something for it.")


class OwnReach(ApiModel):
    """By what besides an open page the one who asks can be reached."""

    key: str = Field(description="`applicationServerKey` of this server, base64url: 65 bytes, uncompressed P-256.")
    subscriptions: list[SubscriptionView] = Field(description="Those that are not known to be gone.")
    push_works: bool | None = Field(description="As far as is known from the last use; null: no browser can be woken.")
    gateway: bool = Field(description="A gateway for SMS, Zalo or telephones is set up.")
    gateway_works: bool | None
    duty_phone: str | None = Field(description="Where the gateway reaches the one who asks.")


class NewSubscription(ApiModel):
    """What `PushManager.subscribe()` gave the browser."""

    endpoint: Annotated[Verbatim, Field(max_length=1024, pattern=r"^https?://[!-~]+$")] = Field(repr=False)
    p256dh: Base64Url = Field(repr=False)
    auth: Base64Url = Field(repr=False)


class ShiftChecks(ApiModel):
    """How the silent test of “Vào ca trực” went, by channel. It is over 20 s after it began."""

    shift_id: UUID
    checks: list[ChannelCheck]
    running: bool = Field(description="Some channel has not answered yet and still may.")


class NoticeView(ApiModel):
    """Something this person should know. The screen makes its sentence from `kind` and `params`."""

    id: UUID
    kind: str
    about: UUID | None = Field(description="The shift, swap, rotation, consult or facility it speaks of.")
    params: dict[str, str | int | bool]
    made_at: datetime
    seen_at: datetime | None


class NoticeList(ApiModel):
    notices: list[NoticeView] = Field(description="The newest first.")
    unseen: int
    older: UUID | None = Field(description="What to send as `before` for the next page; null on the last.")


class NoticesBefore(ApiModel):
    before: UUID | None = None


class NoticesSeen(ApiModel):
    up_to: UUID = Field(description="The newest notice that was shown: it and all older ones.")


class PushReceipt(ApiModel):
    """A service worker says that a push arrived. It is signed in as nobody: the token in the push is its proof."""

    receipt: Annotated[Verbatim, Field(max_length=64)] = Field(repr=False)
    state: Literal["delivered", "seen"]


class GatewayReceipt(ApiModel):
    """What became of a message that the gateway took."""

    id: UUID = Field(description="The `id` it was sent with.")
    state: Literal["delivered", "seen", "failed"]
    error: Annotated[str, Field(max_length=32, pattern=r"^[a-z0-9_]*$")] = ""
