"""What the edge says of people, facilities and sign-in."""

from uuid import UUID

from pydantic import Field

from telemed.identity.model import Facility, Person
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


class SessionView(ApiModel):
    """A signed-in person. The refresh token travels only in an HttpOnly cookie."""

    access_token: str
    expires_in_ms: int
    server_time_ms: int = Field(description="Unix milliseconds; the browser corrects its drift with it.")
    user: PersonRef
    grants: list[GrantView]


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


def facility_ref(facility: Facility) -> FacilityRef:
    return FacilityRef(id=facility.id, name=facility.name, short_name=facility.short_name, kind=facility.kind)


def person_ref(person: Person) -> PersonRef:
    return PersonRef(id=person.id, name=person.name, profession=person.profession)
