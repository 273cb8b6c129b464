"""Who acts: a person with the grants they hold now, or the system with its reason."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from telemed.kernel.ids import ConsultId, FacilityId, SignInId, UserId
from telemed.kernel.rights import ROLES, Right, Sees
from telemed.kernel.values import Role, Specialty

STATION = frozenset(role for role, entry in ROLES.items() if Right.PREPARE in entry.may)
HOSPITAL = frozenset(role for role, entry in ROLES.items() if Right.ANSWER in entry.may)

SYSTEM_ID = UserId(UUID(int=0))


@dataclass(frozen=True, slots=True)
class Grant:
    """One role at one facility, as it stands now."""

    role: Role
    facility: FacilityId
    specialty: Specialty | None = None
    wide: bool = False
    """Held at the province: for every facility."""

    @property
    def sees(self) -> Sees:
        return ROLES[self.role].sees


@dataclass(frozen=True, slots=True)
class KeyScope:
    """What another system's key opens: cases of one facility, of these kinds of data (`telemed/exchange`), to read."""

    facility: FacilityId
    kinds: frozenset[str]


@dataclass(frozen=True, slots=True)
class Actor:
    """A person with grants, the program with a reason, or another system with a key; `id` is then the key's."""

    id: UserId
    grants: tuple[Grant, ...] = ()
    reason: str | None = None
    """Only the system has one: why it acts."""
    request_id: str | None = None
    sign_in: SignInId | None = None
    """Which of this person's sign-ins it is; it may be ended while others go on."""
    locked: bool = False
    """The screen is locked, or the session ran out: nothing but help for a patient is let through."""
    accesses: frozenset[ConsultId] = frozenset()
    """Single cases opened for a reason (break-glass, a stated purpose) that has not run out."""
    key: KeyScope | None = None
    """Another system, not a person: it has no grants, and none of the rights that come with them."""

    @classmethod
    def system(cls, reason: str) -> "Actor":
        """The program itself: timers, relay, reactions. Never the database's owner."""
        return cls(SYSTEM_ID, reason=reason)

    @property
    def is_system(self) -> bool:
        return self.reason is not None

    def may(self, right: Right, at: FacilityId) -> bool:
        return any(right in ROLES[g.role].may and (g.wide or g.facility == at) for g in self.grants)

    def may_for(self, right: Right, at: FacilityId, specialty: Specialty | None) -> bool:
        """As `may`, where the grant names this specialty or none. `specialty` None asks for the whole hospital."""
        return any(
            right in ROLES[g.role].may and (g.wide or g.facility == at) and g.specialty in {None, specialty}
            for g in self.grants
        )

    def may_anywhere(self, right: Right) -> bool:
        return any(right in ROLES[g.role].may for g in self.grants)

    def may_everywhere(self, right: Right) -> bool:
        return any(right in ROLES[g.role].may and g.wide for g in self.grants)

    def where(self, right: Right) -> frozenset[FacilityId]:
        """The facilities of the grants that give it; a wide one names its own facility only."""
        return frozenset(g.facility for g in self.grants if right in ROLES[g.role].may)

    def seeing(self, how: Sees) -> frozenset[FacilityId]:
        return frozenset(g.facility for g in self.grants if g.sees is how)

    def departments(self, how: Sees) -> frozenset[tuple[FacilityId, Specialty]]:
        return frozenset((g.facility, g.specialty) for g in self.grants if g.sees is how and g.specialty)

    def has(self, roles: Collection[Role], at: FacilityId) -> bool:
        return any(g.role in roles and g.facility == at for g in self.grants)

    def facilities(self, roles: Collection[Role]) -> frozenset[FacilityId]:
        return frozenset(g.facility for g in self.grants if g.role in roles)

    def specialties(self, at: FacilityId) -> frozenset[Specialty]:
        return frozenset(g.specialty for g in self.grants if g.facility == at and g.specialty)
