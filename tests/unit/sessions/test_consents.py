"""When a patient's word counts, and what becomes of the consult by it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from telemed.kernel.ids import ConsultId, FacilityId, UserId, uuid7
from telemed.kernel.values import Specialty, Urgency
from telemed.sessions import consents, texts
from telemed.sessions.consents import (
    Capacity,
    ChildRefused,
    ConsentGroundWrong,
    ConsentIncomplete,
    ConsentNeeded,
    ConsentRefused,
    NothingToWithdraw,
    UnknownText,
)
from telemed.sessions.model import (
    Answer,
    Consent,
    ConsentDecision,
    ConsentGround,
    Consult,
    Purpose,
    Representative,
    Request,
    Sharing,
    Subject,
)
from telemed.sessions.vitals import VitalSigns

NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)
MAI = UserId(uuid7())
ADULT, CHILD, TODDLER = Capacity(40 * 12), Capacity(9 * 12), Capacity(30)
MOTHER: dict[str, Any] = {
    "ground": ConsentGround.RELATIVE,
    "given_by": "Vàng Thị Chở Demo",
    "representative": Representative.STATUTORY,
    "relation": "mẹ",
}


def said(**fields: Any) -> Consent:
    default: dict[str, Any] = {
        "ground": ConsentGround.SPOKEN,
        "given_by": "",
        "reason": "",
        "text_version": "2026-11",
        "recorded_by": MAI,
        "recorded_at": NOW,
    }
    return Consent(**(default | fields))


def consult(urgency: Urgency = Urgency.URGENT, sharing: Sharing = Sharing.UNASKED, age: int | None = None) -> Consult:
    return Consult(
        id=ConsultId(uuid7()),
        code="BL-0001",
        station=FacilityId(uuid7()),
        hospital=FacilityId(uuid7()),
        requester=MAI,
        urgency=urgency,
        specialty=Specialty.INTERNAL,
        answer=Answer.CALL,
        request=Request(subject=Subject(age_months=age)),
        created_at=NOW,
        sharing=sharing,
    )


@pytest.mark.parametrize(
    ("word", "able"),
    [
        (said(), ADULT),
        (said(), Capacity(None)),  # age not known: taken as an adult who speaks
        (said(**(MOTHER | {"ground": ConsentGround.SIGNED})), ADULT),
        (said(**MOTHER), TODDLER),
        (said(**MOTHER, child_agreed=True), CHILD),
        (said(**MOTHER, child_agreed=True), Capacity(18 * 12 - 1)),
        (said(), Capacity(18 * 12)),
        (said(**(MOTHER | {"representative": Representative.CHOSEN_BY_FAMILY})), Capacity(40 * 12, unconscious=True)),
        (said(ground=ConsentGround.EMERGENCY, reason="sốc"), Capacity(40, unconscious=True)),
        (said(decision=ConsentDecision.REFUSED), ADULT),
        (said(decision=ConsentDecision.REFUSED, child_agreed=False), CHILD),
        (said(purpose=Purpose.VIDEO, decision=ConsentDecision.REFUSED, **MOTHER), TODDLER),
    ],
)
def test_a_word_that_proves_what_was_said_is_kept(word: Consent, able: Capacity) -> None:
    consents.check(word, able, None)


@pytest.mark.parametrize(
    ("word", "able", "need"),
    [
        (said(ground=ConsentGround.RELATIVE, given_by="Vàng Thị Chở Demo"), ADULT, "representative"),
        (said(**(MOTHER | {"given_by": ""})), ADULT, "given_by"),
        (said(), TODDLER, "representative"),
        (said(child_agreed=True), CHILD, "representative"),
        (said(**MOTHER), CHILD, "child_agreed"),
        (said(**MOTHER), Capacity(7 * 12), "child_agreed"),
        (said(), Capacity(None, unconscious=True), "representative"),
        (said(ground=ConsentGround.EMERGENCY), ADULT, "reason"),
        (said(decision=ConsentDecision.REFUSED), TODDLER, "representative"),
    ],
)
def test_a_word_that_lacks_a_part_proves_nothing(word: Consent, able: Capacity, need: str) -> None:
    with pytest.raises(ConsentIncomplete) as lacking:
        consents.check(word, able, None)

    assert lacking.value.params["need"] == need
    assert lacking.value.pointer == f"/body/{need}"


def test_nobody_agrees_against_the_will_of_a_child_of_seven() -> None:
    with pytest.raises(ChildRefused):
        consents.check(said(**MOTHER, child_agreed=False), CHILD, None)

    consents.check(said(**MOTHER, child_agreed=False), TODDLER, None)  # at 2 it is not asked


@pytest.mark.parametrize(
    "fields",
    [{"purpose": Purpose.VIDEO}, {"purpose": Purpose.RECORDING}, {"decision": ConsentDecision.REFUSED}],
)
def test_an_emergency_excuses_sharing_and_nothing_else(fields: dict[str, Any]) -> None:
    with pytest.raises(ConsentGroundWrong):
        consents.check(said(ground=ConsentGround.EMERGENCY, reason="sốc", **fields), ADULT, None)


def test_only_what_was_given_is_withdrawn() -> None:
    withdrawn = said(decision=ConsentDecision.WITHDRAWN)
    for last in (None, said(decision=ConsentDecision.REFUSED), withdrawn):
        with pytest.raises(NothingToWithdraw):
            consents.check(withdrawn, ADULT, last)

    consents.check(withdrawn, ADULT, said())


def test_the_last_word_about_sharing_holds_and_other_purposes_leave_it() -> None:
    case = consult()
    for word, expected in (
        (said(purpose=Purpose.VIDEO, decision=ConsentDecision.REFUSED), Sharing.UNASKED),
        (said(ground=ConsentGround.EMERGENCY, reason="sốc"), Sharing.EMERGENCY),
        (said(), Sharing.GIVEN),
        (said(purpose=Purpose.PHOTO), Sharing.GIVEN),
        (said(decision=ConsentDecision.WITHDRAWN), Sharing.WITHDRAWN),
        (said(decision=ConsentDecision.REFUSED), Sharing.REFUSED),
    ):
        case = consents.with_consent(case, word)
        assert case.sharing is expected


@pytest.mark.parametrize(
    ("sharing", "refused_with"),
    [
        (Sharing.UNASKED, ConsentNeeded),
        (Sharing.REFUSED, ConsentRefused),
        (Sharing.WITHDRAWN, ConsentRefused),
        (Sharing.GIVEN, None),
        (Sharing.EMERGENCY, None),
    ],
)
def test_only_an_emergency_goes_without_the_patients_word(
    sharing: Sharing, refused_with: type[Exception] | None
) -> None:
    consents.require_sharing(consult(Urgency.STAT, sharing))
    for urgency in (Urgency.URGENT, Urgency.ROUTINE):
        if refused_with is None:
            consents.require_sharing(consult(urgency, sharing))
        else:
            with pytest.raises(refused_with):
                consents.require_sharing(consult(urgency, sharing))


def test_an_emergency_does_not_overrule_a_withdrawal() -> None:
    assert consents.goes_unasked(consult(Urgency.STAT))
    assert consents.goes_unasked(consult(Urgency.STAT, Sharing.REFUSED))
    assert not consents.goes_unasked(consult(Urgency.STAT, Sharing.WITHDRAWN))
    assert not consents.goes_unasked(consult(Urgency.STAT, Sharing.GIVEN))
    assert not consents.goes_unasked(consult(Urgency.URGENT))


def test_whether_the_patient_speaks_is_told_by_age_and_the_newest_coma_score() -> None:
    case = consult(age=40 * 12)

    def signs(at: datetime, gcs: int | None) -> VitalSigns:
        measured: dict[str, Any] = dict.fromkeys(
            ("pulse", "temperature", "systolic", "diastolic", "respiration", "spo2", "on_oxygen", "weight", "height")
        )
        return VitalSigns(id=uuid7(), taken_at=at, taken_by=MAI, gcs=gcs, glucose=None, **measured)

    deep, awake = signs(NOW, 6), signs(NOW + timedelta(hours=1), 15)
    unscored = signs(NOW + timedelta(hours=2), None)

    assert not consents.capacity(case, [deep]).speaks
    assert not consents.capacity(case, [unscored, deep]).speaks
    assert consents.capacity(case, [awake, deep]).speaks
    assert consents.capacity(case, []).speaks
    assert not consents.capacity(consult(age=17 * 12), []).speaks


# Every version ever read to a patient, for ever: a kept consent points here. Add a version; never touch one.
PUBLISHED = {
    ("2026-11", Purpose.SHARE): "ecbbb7b53b1d3f28f076af8e1db26a2c7cd537475369fd888d9a3cdf84f648ee",
    ("2026-11", Purpose.VIDEO): "98910e56d35bec517da504aefc986522f78f9d17b2ffd5b03d1575fbd8c6f615",
    ("2026-11", Purpose.PHOTO): "5a763a2841bc6e94826d4701125882c6a8d5d41a203cf7768e8c5d05fa4a7c28",
    ("2026-11", Purpose.RECORDING): "c3e39f291cbbc6c9fdcf597cb9fc153d12090020fbfcb43dd0b79a454ba92ca1",
}


def test_a_published_text_is_never_changed() -> None:
    found = {(v, purpose): texts.digest(v, purpose).hex() for v in texts.versions() for purpose in Purpose}

    assert found == PUBLISHED
    assert texts.CURRENT in texts.versions()


def test_every_text_names_the_hospital_in_both_languages() -> None:
    for purpose in Purpose:
        for language in texts.LANGUAGES:
            assert "{hospital}" in texts.text(texts.CURRENT, purpose, language)


def test_a_version_that_never_was_is_refused() -> None:
    for version in ("2025-01", "..", "2026-11/../2026-11", ""):
        with pytest.raises(UnknownText):
            texts.digest(version, Purpose.SHARE)


def test_a_word_changes_nothing_but_sharing() -> None:
    case = consult()

    assert replace(consents.with_consent(case, said()), sharing=Sharing.UNASKED, consent=None) == case
