"""Who may read the consult log, the audit trail, coverage. Pure. The wall shows each their own facilities' rows."""

from telemed.kernel.actor import Actor
from telemed.kernel.errors import Denied
from telemed.kernel.ids import ConsultId, FacilityId
from telemed.kernel.rights import Right


class NoLog(Denied):
    """The consult log is for those who answer for it."""

    code = "log.denied"


def require_log(actor: Actor) -> frozenset[FacilityId]:
    """The facilities whose consults this person answers for."""
    found = actor.where(Right.READ_LOG)
    if not found:
        raise NoLog()
    return found


def require_timeline(actor: Actor, consult: ConsultId) -> None:
    """One case's, also for who opened it for a stated reason."""
    if consult not in actor.accesses:
        require_log(actor)


def require_export(actor: Actor) -> frozenset[FacilityId]:
    """Taking rows away is a right apart from reading them (Law 15/2023 Art. 69.3)."""
    found = actor.where(Right.EXPORT_LOG)
    if not found:
        raise NoLog()
    return found


class NoAudit(Denied):
    """The audit trail is for privacy officers."""

    code = "audit.denied"


def require_audit(actor: Actor) -> frozenset[FacilityId] | None:
    """The facilities whose deeds this person watches; None: all of them."""
    if actor.may_everywhere(Right.READ_AUDIT):
        return None
    found = actor.where(Right.READ_AUDIT)
    if not found:
        raise NoAudit()
    return found


def require_coverage(actor: Actor) -> None:
    """Whoever sees a roster sees who answers at every hospital: a gap at one is the other's to answer."""
    if not actor.may_anywhere(Right.SEE_ROSTER):
        raise Denied


def require_replay(actor: Actor, hospital: FacilityId) -> None:
    """Who should have answered at a minute concerns one hospital: whoever sees its roster."""
    if not actor.may(Right.SEE_ROSTER, hospital):
        raise Denied
