"""What who does not treat sees of a case with a restricted label: that it is there, not what it is about. Pure."""

from collections.abc import Sequence
from dataclasses import replace

from telemed.kernel.actor import Actor
from telemed.sessions.model import CaseType, Consult, Request, Ring, RingState
from telemed.sessions.policy import treats


def is_masked(actor: Actor, consult: Consult) -> bool:
    """The label is among what is hidden: its name is the diagnosis."""
    return bool(consult.labels) and not actor.is_system and treats(actor, consult) is None


def without_content(consult: Consult) -> Consult:
    """The same case without any word of it: who, where, when and how urgent stay."""
    request = Request(case_type=CaseType.OTHER, subject=consult.request.subject)
    asked_back = None if consult.returned_question is None else ""
    return replace(
        consult,
        request=request,
        labels=frozenset(),
        consent=None,
        returned_question=asked_back,
        cancel_reason=None,
        without="",
        lacked=(),
    )


def without_words(rings: Sequence[Ring]) -> list[Ring]:
    """Why a step was skipped is the machine's own; why somebody passed it on may name the illness."""
    return [ring if ring.state is RingState.SKIPPED else replace(ring, note=None) for ring in rings]


def seen_by(actor: Actor, consult: Consult) -> Consult:
    return without_content(consult) if is_masked(actor, consult) else consult
