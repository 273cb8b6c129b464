"""Who sees how the test of a shift's channels went, and who makes it again."""

from telemed.kernel.actor import Actor
from telemed.kernel.errors import Denied
from telemed.kernel.rights import Right
from telemed.schedules import NotYourShift, Shift


def require_see_checks(actor: Actor, shift: Shift) -> None:
    """One's own; and whoever plans that part of the roster has to know who cannot be reached."""
    if shift.person != actor.id and not actor.may_for(Right.PLAN_ROSTER, shift.hospital, shift.specialty):
        raise Denied


def require_check_again(actor: Actor, shift: Shift) -> None:
    if shift.person != actor.id:
        raise NotYourShift
