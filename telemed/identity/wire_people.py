"""What the edge says of keeping accounts, dated grants and facilities."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from telemed.identity.model_people import Factor, Source, Status
from telemed.identity.wire import FacilityRef, PersonRef
from telemed.infra.routes import ApiModel
from telemed.kernel.rights import Right, Sees
from telemed.kernel.values import FacilityKind, Profession, Role, Specialty

Username = Annotated[str, Field(pattern=r"^[a-z][a-z0-9._-]{2,39}$")]
Name = Annotated[str, Field(min_length=2, max_length=80)]
Title = Annotated[str, Field(max_length=20)]
License = Annotated[str, Field(min_length=1, max_length=40)]
Document = Annotated[str, Field(min_length=1, max_length=80)]
DutyPhone = Annotated[str, Field(pattern=r"^\+?[0-9 .()-]{8,20}$", description="Kept as +84….")]
Phone = Annotated[str, Field(pattern=r"^\+?[0-9 .]{3,20}$")]
PlaceName = Annotated[str, Field(min_length=2, max_length=120)]


class GrantRow(ApiModel):
    """A role at a facility from one day up to, and without, another."""

    id: UUID
    role: Role
    facility: FacilityRef
    specialty: Specialty | None
    valid_from: date
    valid_to: date | None = Field(description="The first day without it; the day it began if it was withdrawn before.")
    source: str = Field(description="employment, rotation, temporary; demo, or what another system wrote.")
    document: str | None = Field(description="Number of the decision that gave it.")
    given_by: PersonRef | None
    may_end: bool


class PersonRow(ApiModel):
    """One line of the list: with the grants that run or are still to begin."""

    id: UUID
    name: str
    username: str
    profession: Profession
    license_no: str | None
    status: Status
    disabled_reason: str | None
    facility: FacilityRef | None
    grants: list[GrantRow]
    second_factor: Factor | None = Field(description="Null where the asker does not keep the account.")
    seen_at: datetime | None
    invitation_expires_at: datetime | None


class PersonDetail(PersonRow):
    """The whole account, with every grant there ever was, the newest first."""

    full_name: str
    title: str
    created_at: datetime | None
    password_set_at: datetime | None
    disabled_at: datetime | None
    version: int
    duty_phone: str | None = Field(
        description="Where a gateway may ring them on duty; null also where the asker does not keep the account."
    )
    coming_shifts: int = Field(description="Shifts of duty still to be worked.")
    may_keep: bool = Field(description="The asker keeps this account; otherwise only gives and ends grants here.")
    may_close: bool
    may_give: bool


class PersonSearch(ApiModel):
    text: Annotated[str, Field(max_length=80)] = ""
    facility_id: UUID | None = None
    role: Role | None = None
    status: Status | None = Field(default=None, description="Null: all but disabled ones.")
    all: bool = Field(default=False, description="Disabled ones too, where no status is named.")
    without_second_factor: bool = False
    after: UUID | None = Field(default=None, description="The last person of the page before.")


class PersonList(ApiModel):
    people: list[PersonRow]
    older: UUID | None = Field(description="What to send as `after` for the next page; null on the last.")
    total: int = Field(description="How many this search finds on all pages.")
    counts: dict[Status, int] = Field(description="Of all people the asker sees, whatever was searched.")
    without_second_factor: int = Field(description="Of the active ones whose accounts the asker keeps.")
    invitations_ending: int = Field(description="Invitations that run out within a day, or have.")


class NewPerson(ApiModel):
    username: Username
    full_name: Name
    title: Title = ""
    profession: Profession
    license_no: License | None = None
    duty_phone: DutyPhone | None = None
    facility_id: UUID = Field(description="Where they are employed: whose administrators keep the account.")


class PersonFields(ApiModel):
    """Only those that are in the body are changed."""

    username: Username | None = None
    full_name: Name | None = None
    title: Title | None = None
    profession: Profession | None = None
    license_no: License | None = None
    duty_phone: DutyPhone | None = None
    facility_id: UUID | None = None


class PersonChange(ApiModel):
    seen_version: int
    fields: PersonFields


class DisableCommand(ApiModel):
    reason: Annotated[str, Field(pattern="^(left|moved|long_leave|misuse|duplicate)$")]


class InvitationLink(ApiModel):
    """Shown once: only its hash is kept."""

    link: str = Field(repr=False)
    expires_at: datetime


class NewGrant(ApiModel):
    person_id: UUID
    role: Role
    facility_id: UUID
    specialty: Specialty | None = None
    valid_from: date
    valid_to: date | None = Field(default=None, description="The first day without it.")
    source: Source
    document: Document | None = None


class EndGrant(ApiModel):
    on: date = Field(description="The first day without it: today takes it away at once.")


class RoleView(ApiModel):
    role: Role
    sees: Sees
    rights: list[Right]
    at: list[FacilityKind]
    needs_specialty: bool
    needs_doctor: bool
    clinical: bool = Field(description="Knows who patients are.")


class RoleTable(ApiModel):
    roles: list[RoleView]


class FacilityView(ApiModel):
    id: UUID
    name: str
    short_name: str
    kind: FacilityKind
    code: str | None = Field(description="Five digits of the insurance's list (MA_CSKCB).")
    prefix: str | None
    commune_code: str | None
    authority: str
    emergency_phone: str | None
    leader_phone: str | None
    signing_professions: list[Profession]
    signing_document: str | None
    version: int
    people: int = Field(description="Open accounts employed here.")


class FacilityAccount(ApiModel):
    """The facilities an administrator looks after."""

    facilities: list[FacilityView]
    province: bool = Field(description="May create and rename them, and assign stations to hospitals.")


_Professions = Annotated[list[Profession], Field(min_length=1, max_length=len(Profession))]


class NewFacility(ApiModel):
    kind: FacilityKind
    name: PlaceName
    short_name: Annotated[str, Field(min_length=2, max_length=40)]
    prefix: Annotated[str, Field(pattern="^[A-Z]{2,3}$")] | None = None
    commune_code: Annotated[str, Field(pattern="^[0-9]{5}$")] | None = None
    code: Annotated[str, Field(pattern="^[0-9]{5}$")] | None = None
    authority: Annotated[str, Field(max_length=120)] = ""
    emergency_phone: Phone | None = None
    leader_phone: Phone | None = None


class FacilityFields(ApiModel):
    """Only those that are in the body are changed; names and code by the province alone."""

    name: PlaceName | None = None
    short_name: Annotated[str, Field(min_length=2, max_length=40)] | None = None
    code: Annotated[str, Field(pattern="^[0-9]{5}$")] | None = None
    authority: Annotated[str, Field(max_length=120)] | None = None
    emergency_phone: Phone | None = None
    leader_phone: Phone | None = None
    signing_professions: _Professions | None = None
    signing_document: Document | None = None


class FacilityChange(ApiModel):
    seen_version: int
    fields: FacilityFields
