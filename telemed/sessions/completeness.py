"""What a request must hold before it rings. Pure. An emergency is asked for nothing but a voice."""

from collections.abc import Sequence

from telemed.kernel.values import Urgency
from telemed.sessions.consents import require_sharing
from telemed.sessions.gate import SHORTEST_REASON
from telemed.sessions.model import Answer, Consult, Incomplete, StatNeedsVoice

SHORTEST_QUESTION = 20
"""Characters. A request without a question wastes the specialist (`domain.md` 4.1); an emergency needs none."""


def require_complete(c: Consult, lacking: Sequence[str]) -> None:
    """`lacking`: what its kind of case needs and is not there (`gate.py`); words why let it pass.

    Raises:
        StatNeedsVoice: an emergency that wants a written answer.
        Incomplete: `need` names what is missing; of `minimum`, `missing` names each, separated by blanks.
        ConsentNeeded, ConsentRefused: without the patient's word.
    """
    if c.urgency is Urgency.STAT:
        if c.answer is Answer.WRITTEN:
            raise StatNeedsVoice(pointer="/body/answer")
        return
    if not c.request.reason:
        raise Incomplete(pointer="/body/request/reason", need="reason")
    if len(c.request.question) < SHORTEST_QUESTION:
        raise Incomplete(pointer="/body/request/question", need="question", at_least=SHORTEST_QUESTION)
    if c.practice:
        return
    if c.patient is None:
        raise Incomplete(pointer="/body/patient_id", need="patient")
    require_sharing(c)
    if lacking and len(c.without.strip()) < SHORTEST_REASON:
        raise Incomplete(pointer="/body/without", need="minimum", missing=" ".join(lacking))


def kept_lacking(c: Consult, lacking: Sequence[str]) -> tuple[str, ...]:
    """What is remembered of it: of an emergency and of practice nothing was asked."""
    return () if c.urgency is Urgency.STAT or c.practice else tuple(lacking)
