"""What the edge says of one's own security: passwords, second factors, devices, and the links that set a password."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import ConfigDict, Field, JsonValue

from telemed.infra.routes import ApiModel, Verbatim

Password = Verbatim
"""Kept to the byte, and never in a repr."""


class PasskeyView(ApiModel):
    id: UUID
    name: str
    created_at: datetime
    used_at: datetime | None


class OwnDevice(ApiModel):
    """A browser that somebody signed in with in full."""

    id: UUID
    name: str
    shared: bool
    current: bool
    used_at: datetime


class OwnSignIn(ApiModel):
    id: UUID
    method: str
    began_at: datetime
    seen_at: datetime
    current: bool
    device_name: str | None


class SecurityView(ApiModel):
    """What stands between somebody else and this account."""

    password_set_at: datetime | None
    min_password: int = Field(description="The shortest new password: longer while there is no second factor.")
    totp: bool
    passkeys: list[PasskeyView]
    recovery_left: int
    pin: bool
    devices: list[OwnDevice]
    sign_ins: list[OwnSignIn]


class NewPassword(ApiModel):
    current: Password = Field(min_length=1, max_length=256, repr=False)
    new: Password = Field(min_length=1, max_length=256, repr=False)


class NewPin(ApiModel):
    pin: Password = Field(pattern=r"^[0-9]{6}$", repr=False)
    password: Password = Field(min_length=1, max_length=256, repr=False)


class PasswordAgain(ApiModel):
    """That it is really this person, before something is changed that guards the account."""

    password: Password = Field(min_length=1, max_length=256, repr=False)


class TotpSecret(ApiModel):
    """Shown once; nothing is asked of it before `confirm`."""

    secret: str = Field(repr=False)
    uri: str = Field(repr=False)
    qr_svg: str = Field(repr=False, description="The same as a picture: an SVG document, dark modules alone.")


class TotpCode(ApiModel):
    code: Verbatim = Field(pattern=r"^[0-9]{6}$", repr=False)


class RecoveryCodes(ApiModel):
    """Each works once instead of a second factor. Shown once."""

    codes: list[str] = Field(repr=False)


class PasskeyOptions(ApiModel):
    ceremony: UUID
    options: dict[str, JsonValue] = Field(description="For `PublicKeyCredential.parse…OptionsFromJSON`.")


class _FromBrowser(ApiModel):
    """Browsers add members as they learn; ours are these."""

    model_config = ConfigDict(extra="ignore")


class CreatedResponse(_FromBrowser):
    clientDataJSON: Verbatim = Field(max_length=4096)
    attestationObject: Verbatim = Field(max_length=32_768)


class CreatedCredential(_FromBrowser):
    """What `PublicKeyCredential.toJSON()` says after `navigator.credentials.create`."""

    id: Verbatim = Field(max_length=2048)
    rawId: Verbatim = Field(max_length=2048)
    type: Literal["public-key"]
    response: CreatedResponse


class AssertedResponse(_FromBrowser):
    clientDataJSON: Verbatim = Field(max_length=4096)
    authenticatorData: Verbatim = Field(max_length=4096)
    signature: Verbatim = Field(max_length=4096)
    userHandle: Verbatim | None = Field(default=None, max_length=256)


class AssertedCredential(_FromBrowser):
    """What `PublicKeyCredential.toJSON()` says after `navigator.credentials.get`."""

    id: Verbatim = Field(max_length=2048)
    rawId: Verbatim = Field(max_length=2048)
    type: Literal["public-key"]
    response: AssertedResponse


class NewPasskey(ApiModel):
    ceremony: UUID
    credential: CreatedCredential
    name: str = Field(min_length=1, max_length=64)


class PasskeyAdded(ApiModel):
    passkey: PasskeyView
    codes: list[str] | None = Field(repr=False, description="Recovery codes, with the first second factor.")


class PasskeyProof(ApiModel):
    """A passkey's answer to the challenge of one paper."""

    ceremony: UUID
    credential: AssertedCredential


class PasskeySignIn(ApiModel):
    ceremony: UUID
    credential: AssertedCredential
    shared: bool = Field(default=False, description="Whether several people use this browser.")


class InvitationToken(ApiModel):
    token: Verbatim = Field(min_length=1, max_length=128, repr=False)


class InvitationView(ApiModel):
    """Whose password the link sets."""

    name: str
    username: str
    min_password: int
    methods: list[str] = Field(description="Second factors of the account: one of them is asked besides the link.")
    expires_at: datetime


class InvitationAnswer(ApiModel):
    token: Verbatim = Field(min_length=1, max_length=128, repr=False)
    password: Password = Field(min_length=1, max_length=256, repr=False)
    code: Verbatim | None = Field(
        default=None, min_length=1, max_length=64, repr=False, description="Where the account has a second factor."
    )
    shared: bool = Field(default=False, description="Whether several people use this browser.")
