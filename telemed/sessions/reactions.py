"""What facts mean to cases: a handover at a shift's end, two halves of a call joined, a verdict in the end."""

from telemed.infra.db import Tx
from telemed.infra.events import Event
from telemed.infra.relay import Relay
from telemed.schedules import Schedules, ShiftEnded
from telemed.sessions import findings, served
from telemed.sessions.events import (
    CallEnded,
    ConsultCancelled,
    ConsultClosed,
    ConsultConcluded,
    ConsultDrafted,
    ConsultExpired,
    ConsultTransferred,
    LadderEnded,
    PhoneAdviceGiven,
)
from telemed.sessions.service_phone_advice import Telephone

ENDINGS: tuple[type[Event], ...] = (
    *(ConsultConcluded, ConsultClosed, ConsultTransferred, ConsultCancelled, ConsultExpired),
    LadderEnded,
)
"""After each of them a consult without a call can be put down to a cause; a later one corrects an earlier one."""


def subscribe(relay: Relay, schedules: Schedules, telephone: Telephone) -> None:
    async def shift_ended(tx: Tx, fact: ShiftEnded) -> None:
        await served.ended_in_mid_case(tx, fact, schedules)

    async def case_came(tx: Tx, fact: ConsultDrafted) -> None:
        if fact.consult:
            await telephone.case_came(tx, fact.consult)

    async def advised(tx: Tx, fact: PhoneAdviceGiven) -> None:
        await telephone.advised(tx, fact.advice)

    relay.once(ShiftEnded, shift_ended)
    relay.once(ConsultDrafted, case_came)
    relay.once(PhoneAdviceGiven, advised)

    async def call_over(tx: Tx, fact: CallEnded) -> None:
        if fact.consult:
            await findings.call_over(tx, fact.consult, fact.call)

    async def case_over(tx: Tx, fact: Event) -> None:
        if fact.consult:
            await findings.without_call(tx, fact.consult)

    relay.once(CallEnded, call_over)
    for kind in ENDINGS:
        relay.once(kind, case_over)
