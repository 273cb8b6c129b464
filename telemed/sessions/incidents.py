"""What happens to a call's media besides figures, and who may say so. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from telemed.kernel.ids import UserId
from telemed.sessions.calls import Side

MOST = 300
"""Of one person in one call; what comes after that is dropped."""


class IncidentKind(StrEnum):
    """Told by a page, but for those the server writes. Codes are kept for ever."""

    RUNG = "rung"
    CAUSE = "cause"
    PATH = "path"
    ICE_RESTART = "ice_restart"
    REBUILT = "rebuilt"
    RELAY_ONLY = "relay_only"
    CAMERA_FAULT = "camera_fault"
    MICROPHONE_FAULT = "microphone_fault"
    FORCED = "forced"
    LINE_LOST = "line_lost"
    """The server's: somebody's socket is gone, and they did not leave."""
    LINE_BACK = "line_back"
    LEFT = "left"
    SERVER_RESTARTED = "server_restarted"


@dataclass(frozen=True, slots=True)
class Incident:
    """`side` None: the server's own."""

    at: datetime
    kind: IncidentKind
    side: Side | None = None
    value: str = ""
    user: UserId | None = None


ON_PURPOSE: Final = frozenset({"chosen", "data_cap"})
"""Causes by which somebody, or the month's megabytes, and not the link, keeps a side low."""


def chosen(told: Sequence[Incident], side: Side, until: datetime) -> bool:
    """Whether the rung that a side is on just before a moment was somebody's choice."""
    mine = [one for one in told if one.side == side and one.at < until]
    forced = [one for one in mine if one.kind is IncidentKind.FORCED]
    why = [one for one in mine if one.kind is IncidentKind.CAUSE]
    return is_chosen(forced[-1] if forced else None, why[-1] if why else None)


def is_chosen(forced: Incident | None, why: Incident | None) -> bool:
    """By the last `forced` and the last `cause`."""
    return (forced is not None and forced.value != "") or (why is not None and why.value in ON_PURPOSE)
