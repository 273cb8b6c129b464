"""What the edge says of people, facilities and sign-in."""

from datetime import datetime
from typing import Literal, Self
from uuid import UUID

from pydantic import Field, model_validator

from telemed.identity.model import Facility, LockReason, Person
from telemed.infra.routes import ApiModel, Verbatim
from telemed.kernel.values import FacilityKind, Profession, Role, Specialty


class FacilityRef(ApiModel):
    id: UUID
    name: str = Field(description="Full name, such as “Trạm Y tế xã Bình Lư”.")
    short_name: str = Field(description="For lists, such as “Trạm Bình Lư”.")
    kind: FacilityKind


class PersonRef(ApiModel):
    id: UUID
    name: str = Field(description="With title, such as “BS. Trần Sơn Demo”.")
    profession: Profession


class FacilityList(ApiModel):
    facilities: list[FacilityRef]


class GrantView(ApiModel):
    role: Role
    facility: FacilityRef
    specialty: Specialty | None


class Credentials(ApiModel):
    username: str = Field(min_length=1, max_length=64)
    password: Verbatim = Field(min_length=1, max_length=256, repr=False)
    code: Verbatim | None = Field(
        default=None, min_length=1, max_length=64, repr=False, description="Of an authenticator, or a recovery code."
    )
    shared: bool = Field(default=False, description="Whether several people use this browser.")


class PinCredentials(ApiModel):
    """Who it is on a browser that knows them already (`GET /api/session/device`)."""

    person_id: UUID
    pin: Verbatim = Field(min_length=1, max_length=16, repr=False)


class Unlocking(ApiModel):
    """Either the PIN, or the password (with a code where this browser no longer remembers the second factor)."""

    pin: Verbatim | None = Field(default=None, min_length=1, max_length=16, repr=False)
    password: Verbatim | None = Field(default=None, min_length=1, max_length=256, repr=False)
    code: Verbatim | None = Field(default=None, min_length=1, max_length=64, repr=False)

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.pin is None) == (self.password is None):
            raise ValueError("either pin or password")
        return self


class LockView(ApiModel):
    """The record is hidden until it is unlocked; help for a patient goes on."""

    reason: LockReason
    unlock_with: list[Literal["pin", "password"]] = Field(description="Empty where neither is there: sign in anew.")


class SessionDevice(ApiModel):
    """The browser, as the server remembers it."""

    id: UUID
    shared: bool


class SessionNotice(ApiModel):
    """Something this person should know of their account. `session_reused`: a sign-in was ended because its secret
    was shown twice, as a thief would."""

    code: Literal["session_reused"]
    at: datetime


class SessionView(ApiModel):
    """A signed-in person. The refresh token travels only in an HttpOnly cookie."""

    access_token: str
    expires_in_ms: int
    server_time_ms: int = Field(description="Unix milliseconds; the browser corrects its drift with it.")
    sign_in_id: UUID
    user: PersonRef
    grants: list[GrantView]
    locked: LockView | None
    device: SessionDevice
    demo: bool
    must_change_password: bool = Field(description="The password was set by somebody else.")
    notices: list[SessionNotice]


class DevicePerson(ApiModel):
    id: UUID
    name: str
    profession: Profession
    used_at: datetime
    pin: bool = Field(description="Whether the PIN still opens a session here; if not, the password does.")
    pin_left: int = Field(description="Tries before this browser asks for the password.")


class DeviceView(ApiModel):
    """What this browser may offer before anyone signs in: whom it knows by a PIN, and nobody else."""

    known: bool
    shared: bool
    people: list[DevicePerson] = Field(description="The last one first.")


class SocketTicket(ApiModel):
    """Goes into the socket's first frame: works once, within 60 s."""

    ticket: str


class DemoAccount(ApiModel):
    username: str
    name: str
    role: Role
    facility: str


class Site(ApiModel):
    """What the sign-in page may know before anyone signs in."""

    demo: bool
    robot: bool | None = Field(
        description="Whether the demo's robot specialist is switched on; null where there is none."
    )
    accounts: list[DemoAccount] = Field(description="Demo accounts; empty outside the demo.")
    emergency_phone: str | None
    oidc: str | None = Field(default=None, description="Whose sign-in may be used instead, by its name.")
    passkeys: bool = True


def facility_ref(facility: Facility) -> FacilityRef:
    return FacilityRef(id=facility.id, name=facility.name, short_name=facility.short_name, kind=facility.kind)


def person_ref(person: Person) -> PersonRef:
    return PersonRef(id=person.id, name=person.name, profession=person.profession)
