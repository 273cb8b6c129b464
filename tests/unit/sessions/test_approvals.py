"""An approval is of exact words: another limit, another hospital, or a taken-back word, and nothing is approved."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from telemed.kernel.ids import CallId, ConsultId, FacilityId, UserId, uuid7
from telemed.sessions import approvals, vitals
from telemed.sessions.approvals import Approval, OtherContent
from telemed.sessions.identifiers import Identifier, IdentityCheck, TwoIdentifiers, confirmed, last_words

NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
HERE, THERE, HEAD = FacilityId(uuid7()), FacilityId(uuid7()), UserId(uuid7())
LIMITS_1 = "8373c6ca1ec74f2797c2e1032a52568f705601ed8266df35ef3408b563ff2198"


def said(
    content: approvals.Content, hospital: FacilityId = HERE, *, approved: bool = True, minute: int = 0
) -> Approval:
    at = NOW + timedelta(minutes=minute)
    return Approval(uuid7(), hospital, content.subject, content.version, content.sha256, approved, "", HEAD, at)


def test_what_was_approved_stands_for_each_hospital_until_it_is_taken_back() -> None:
    content = approvals.limits()
    words = [said(content), said(content, THERE), said(content, THERE, approved=False, minute=5)]

    assert [one.hospital for one in approvals.standing(words, content)] == [HERE]


def test_the_smallest_change_of_a_limit_is_not_approved(monkeypatch: pytest.MonkeyPatch) -> None:
    before = approvals.limits()
    pulse = replace(vitals.LIMITS[0], hard=(vitals.LIMITS[0].hard[0], vitals.LIMITS[0].hard[1] + 1))
    monkeypatch.setattr(vitals, "LIMITS", (pulse, *vitals.LIMITS[1:]))

    assert approvals.standing([said(before)], approvals.limits()) == []
    with pytest.raises(OtherContent):
        approvals.require_current(before.subject, before.version, before.sha256)


def test_limits_in_use_are_the_published_ones() -> None:
    """Whoever changes a limit raises `vitals.VERSION`, and writes the new hash here."""
    assert (vitals.VERSION, approvals.limits().sha256) == (1, LIMITS_1)


def test_every_template_in_use_can_be_approved() -> None:
    assert set(approvals.contents()) >= {"vital_limits", "template.child_pneumonia", "template.newborn_jaundice"}


def check(side: str, matches: bool = True, minute: int = 0, *which: Identifier) -> IdentityCheck:
    given = which or (Identifier.FULL_NAME, Identifier.BIRTH)
    at = NOW + timedelta(minutes=minute)
    return IdentityCheck(uuid7(), CallId(HERE), ConsultId(THERE), HEAD, side, given, matches, at)  # type: ignore[arg-type]


def test_it_takes_both_ends_to_know_that_it_is_the_right_patient() -> None:
    assert not confirmed([])
    assert not confirmed([check("station"), check("station", minute=1)])
    assert confirmed([check("hospital"), check("station")])


def test_the_last_word_of_a_side_holds() -> None:
    words = [check("station"), check("hospital"), check("station", False, 3)]

    assert not confirmed(words)
    assert [(one.side, one.matches) for one in last_words(words)] == [("station", False), ("hospital", True)]


def test_one_identifier_twice_is_not_two() -> None:
    with pytest.raises(TwoIdentifiers):
        check("station", True, 0, Identifier.CODE, Identifier.CODE)
