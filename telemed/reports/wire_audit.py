"""What the edge says of the audit trail: who did what, when and by what right; whether the chain is whole."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from telemed.identity import FacilityRef, PersonRef
from telemed.infra.audit_check import FaultKind
from telemed.infra.routes import ApiModel
from telemed.kernel.values import Role

Kind = Literal["read", "take", "write", "session", "refused"]
Day = Annotated[date, Field(ge=date(2000, 1, 1), le=date(2200, 1, 1))]
Code = Annotated[str, Field(max_length=60)]
COUNTED = 10_000


class AuditFilter(ApiModel):
    """What the trail is narrowed to; all live in the URL. `code` is a consult's, such as `BL-0430`."""

    from_date: Day | None = None
    to_date: Day | None = None
    person_id: UUID | None = None
    facility_id: UUID | None = None
    consult_id: UUID | None = None
    code: Annotated[str | None, Field(max_length=20)] = None
    kind: Kind | None = None
    action: Code | None = None
    outcome: Code | None = None
    because: Code | None = None


class AuditQuery(AuditFilter):
    """`after`/`before` are keyset marks taken from a page."""

    after: Annotated[str | None, Field(max_length=100)] = None
    before: Annotated[str | None, Field(max_length=100)] = None
    limit: Annotated[int, Field(ge=1, le=100)] = 50


class AuditGrant(ApiModel):
    role: Role
    facility: FacilityRef


class CaseRef(ApiModel):
    id: UUID
    code: str


class SystemRef(ApiModel):
    """Another system that reads with a key of ours."""

    id: UUID = Field(description="The key's.")
    name: str
    facility: FacilityRef = Field(description="Whose key it is.")


class AuditRow(ApiModel):
    """One deed, in codes. A refused request has its method as `action` and its route as `entity`."""

    id: UUID
    at: datetime
    n: int | None = Field(description="Its number in the chain; null until it is sealed.")
    person: PersonRef | None = Field(description="Null: the program itself, or nobody who was signed in.")
    grant: AuditGrant | None = Field(description="What that person held on the day.")
    by_key: SystemRef | None = Field(description="Null: no other system did it.")
    system: str | None
    action: str
    entity: str
    entity_id: UUID | None
    case: CaseRef | None
    outcome: str
    reason: str | None = Field(description="A code, or the person's own words.")
    because: str | None


class AuditPage(ApiModel):
    rows: list[AuditRow]
    count: int = Field(description=f"Over the whole filter; counting ends after {COUNTED}.")
    newer: str | None
    older: str | None


class AuditPeople(ApiModel):
    people: list[PersonRef]


class HeadView(ApiModel):
    """One head of the chain, to be printed and kept elsewhere. `hash` is hexadecimal."""

    n: int
    hash: str
    at: datetime
    day: date | None = None


class HeadList(ApiModel):
    heads: list[HeadView]


class BrokenView(ApiModel):
    """The first place where the trail is not whole."""

    kind: FaultKind
    n: int | None
    audit_id: UUID | None
    at: datetime | None
    kept: str | None = Field(description="The hash that was kept, hexadecimal.")
    calculated: str | None
    day: date | None = Field(description="The day whose head says otherwise.")
    whole_rows: int = Field(description="Rows before it that are right.")
    trusted_day: date | None
    trusted_n: int | None


class CheckProgress(ApiModel):
    done: int
    total: int


class ChainView(ApiModel):
    """The whole installation's chain; figures and hashes only."""

    sealed: int
    first_at: datetime | None
    head: HeadView | None
    checked_at: datetime | None
    took_ms: int | None
    checked_rows: int | None
    waiting: int | None = Field(description="Rows not sealed yet when it was checked.")
    ok: bool | None = Field(description="Null: not checked since the server began.")
    failed: bool = Field(description="The last check could not be carried out.")
    broken: BrokenView | None
    checking: CheckProgress | None
