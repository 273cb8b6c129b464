"""Who acts: a person with the grants they hold now, or the system with its reason."""

from dataclasses import dataclass
from uuid import UUID

from telemed.kernel.ids import FacilityId, UserId
from telemed.kernel.values import Role, Specialty

CLINICAL = frozenset(
    {
        Role.STATION_DOCTOR,
        Role.STATION_ASSISTANT,
        Role.STATION_NURSE,
        Role.STATION_HEAD,
        Role.SPECIALIST,
        Role.DEPT_HEAD,
    }
)
STATION = frozenset({Role.STATION_DOCTOR, Role.STATION_ASSISTANT, Role.STATION_NURSE, Role.STATION_HEAD})
HOSPITAL = frozenset({Role.SPECIALIST, Role.DEPT_HEAD})
WALL = CLINICAL | {Role.HOSPITAL_MANAGER}
"""Roles for which the database's wall opens rows of their facility. A technical admin is not among them."""

SYSTEM_ID = UserId(UUID(int=0))


@dataclass(frozen=True, slots=True)
class Grant:
    """One role at one facility, as it stands now."""

    role: Role
    facility: FacilityId
    specialty: Specialty | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    id: UserId
    grants: tuple[Grant, ...] = ()
    reason: str | None = None
    """Only the system has one: why it acts."""
    request_id: str | None = None

    @classmethod
    def system(cls, reason: str) -> "Actor":
        """The program itself: timers, relay, reactions. Never the database's owner."""
        return cls(SYSTEM_ID, reason=reason)

    @property
    def is_system(self) -> bool:
        return self.reason is not None

    def has(self, roles: frozenset[Role] | set[Role], at: FacilityId) -> bool:
        return any(g.role in roles and g.facility == at for g in self.grants)

    def facilities(self, roles: frozenset[Role] | set[Role]) -> frozenset[FacilityId]:
        return frozenset(g.facility for g in self.grants if g.role in roles)

    def specialties(self, at: FacilityId) -> frozenset[Specialty]:
        return frozenset(g.specialty for g in self.grants if g.facility == at and g.specialty)
