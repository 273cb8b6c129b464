"""What the minutes print of a patient's consent."""

from datetime import UTC, datetime

import pytest

from telemed.kernel.ids import ConsultId, FacilityId, UserId, uuid7
from telemed.kernel.values import Specialty, Urgency
from telemed.records.papers import _consent
from telemed.sessions import Answer, ConsentDecision, ConsentGround, Consult
from telemed.sessions.model import Consent, Representative, Request

NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)
MAI = UserId(uuid7())


def consult(consent: Consent | None) -> Consult:
    return Consult(
        id=ConsultId(uuid7()),
        code="BL-0001",
        station=FacilityId(uuid7()),
        hospital=FacilityId(uuid7()),
        requester=MAI,
        urgency=Urgency.URGENT,
        specialty=Specialty.INTERNAL,
        answer=Answer.CALL,
        request=Request(),
        created_at=NOW,
        consent=consent,
    )


def test_a_representative_stands_with_the_relation() -> None:
    mother = Consent(
        ConsentGround.RELATIVE,
        "Vàng Thị Chở Demo",
        "",
        "2026-11",
        MAI,
        NOW,
        representative=Representative.STATUTORY,
        relation="mẹ",
    )

    line = _consent(consult(mother))

    assert line is not None
    assert line.given_by == "Vàng Thị Chở Demo, mẹ"


@pytest.mark.parametrize("decision", [ConsentDecision.REFUSED, ConsentDecision.WITHDRAWN])
def test_who_refused_or_withdrew_is_never_printed_as_having_agreed(decision: ConsentDecision) -> None:
    said = Consent(ConsentGround.SPOKEN, "Giàng Thị Sua Demo", "", "2026-11", MAI, NOW, decision=decision)

    assert _consent(consult(said)) is None
