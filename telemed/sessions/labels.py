"""Who may say that a case needs its own protection, and who may say that it no longer does. Pure."""

from collections.abc import Set

from telemed.kernel.actor import Actor
from telemed.kernel.rights import Right
from telemed.kernel.values import Label
from telemed.sessions.model import Consult
from telemed.sessions.policy import NotYours, treats


def require_labels(actor: Actor, consult: Consult, wanted: Set[Label]) -> None:
    """Adding hides, so any of both ends who treats may; taking away shows, so only who asked or holds the case."""
    own = actor.id in {consult.requester, consult.specialist}
    adds = actor.may(Right.PREPARE, consult.station) and wanted >= consult.labels
    if treats(actor, consult) is None or not (own or adds):
        raise NotYours()
