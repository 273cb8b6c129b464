"""What a kind of case needs before it rings, what speaks for an emergency, and that neither ever lowers an urgency."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telemed.kernel.ids import UserId, uuid7
from telemed.sessions import case_templates, gate
from telemed.sessions.case_templates import FIELDS, BadAnswer, QuestionKind, UnknownTemplate, all_templates, current
from telemed.sessions.model import CaseType, Request, Subject, TemplateRef
from telemed.sessions.vitals import BY_ITEM, VitalSigns

NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
WHO = UserId(UUID(int=1))


def signs(**values: object) -> VitalSigns:
    return VitalSigns(id=uuid7(), taken_at=NOW, taken_by=WHO, **values)  # type: ignore[arg-type]


def child(**answers: str) -> Request:
    return Request(case_type=CaseType.CHILD_FEVER, subject=Subject(age_months=14), answers=answers)


WHOLE = signs(respiration=32, spo2=97, temperature=Decimal("38.2"), weight=Decimal("9.8"))
ANSWERED = {
    one.id: "no" if one.kind is QuestionKind.YES_NO else "3 ngày" for one in current()[CaseType.CHILD_FEVER].questions
}


def test_a_kind_of_case_names_what_it_lacks_in_its_own_order() -> None:
    lacking = gate.lacking(child(days="3"), [signs(spo2=97)])

    assert lacking[:3] == ("vital.respiration", "vital.temperature", "vital.weight")
    assert "question.days" not in lacking
    assert "question.chest_indrawing" in lacking


def test_a_whole_request_lacks_nothing_and_speaks_for_nothing() -> None:
    request = child(**ANSWERED)

    assert gate.lacking(request, [WHOLE]) == ()
    assert gate.red_flags(request, [WHOLE]) == ()


def test_unknown_is_an_answer_and_blanks_are_none() -> None:
    assert gate.lacking(child(**ANSWERED | {"convulsion": "unknown"}), [WHOLE]) == ()
    assert gate.lacking(child(**ANSWERED | {"days": "  "}), [WHOLE]) == ("question.days",)


def test_a_child_is_weighed_and_an_adult_with_the_same_fever_is_not() -> None:
    grown = replace(child(**ANSWERED), subject=Subject(age_months=40 * 12))

    assert gate.lacking(child(**ANSWERED), [replace(WHOLE, weight=None)]) == ("vital.weight",)
    assert gate.lacking(grown, [replace(WHOLE, weight=None)]) == ()


def test_a_flag_answered_yes_speaks_for_an_emergency() -> None:
    assert gate.red_flags(child(**ANSWERED | {"chest_indrawing": "yes"}), [WHOLE]) == ("question.chest_indrawing",)


def test_the_newest_value_speaks_and_an_older_one_does_not() -> None:
    bad, good = replace(WHOLE, spo2=84), replace(WHOLE, spo2=97)

    assert gate.red_flags(child(**ANSWERED), [good, bad]) == ("vital.spo2",)
    assert gate.red_flags(child(**ANSWERED), [bad, good]) == ()


def test_pressure_that_has_no_critical_edge_is_a_danger_at_its_first_edge() -> None:
    adult = Request(case_type=CaseType.CHRONIC, subject=Subject(age_months=60 * 12))

    assert gate.red_flags(adult, [signs(systolic=182, diastolic=100)]) == ("vital.systolic",)
    assert gate.red_flags(adult, [signs(systolic=178, diastolic=100)]) == ()


def test_a_pregnant_womans_own_limits_hold() -> None:
    mother = Request(case_type=CaseType.OBSTETRIC, subject=Subject(age_months=25 * 12), pregnant=True)

    assert gate.red_flags(mother, [signs(systolic=165, diastolic=85)]) == ("vital.systolic",)


def test_answers_are_those_the_template_asks_for() -> None:
    asked = current()[CaseType.CHILD_FEVER]

    asked.check_answers({"days": "ba ngày", "convulsion": "no"})
    for wrong in ({"convulsion": "maybe"}, {"days": "x" * 201}, {"nobody_asked": "yes"}):
        with pytest.raises(BadAnswer):
            asked.check_answers(wrong)


def test_the_version_a_request_answers_is_the_one_it_is_judged_by() -> None:
    assert gate.template_of(replace(child(), template=TemplateRef("child_pneumonia", 1))) is all_templates()[0]
    with pytest.raises(UnknownTemplate):
        gate.template_of(replace(child(), template=TemplateRef("child_pneumonia", 99)))


@given(
    st.sampled_from(list(CaseType)),
    st.none() | st.integers(0, 1560),
    st.dictionaries(st.sampled_from(["convulsion", "days", "bleeding"]), st.sampled_from(["yes", "no", "unknown", ""])),
)
def test_more_answers_and_signs_never_make_more_missing(
    kind: CaseType, age: int | None, answers: dict[str, str]
) -> None:
    request = Request(case_type=kind, subject=Subject(age_months=age))
    more = replace(request, answers=answers)

    assert set(gate.lacking(more, [WHOLE])) <= set(gate.lacking(request, []))


# -- the data ----------------------------------------------------------------------------------------------------------


def test_every_template_can_be_read_and_stands_once() -> None:
    known = [(one.id, one.version) for one in all_templates()]

    assert len(known) == len(set(known))
    assert {one.case_type for one in all_templates()} == set(CaseType) - {CaseType.OTHER}


@pytest.mark.parametrize("one", all_templates(), ids=lambda one: one.id)
def test_a_template_asks_three_to_six_things_and_measures_what_can_be_measured(
    one: case_templates.CaseTemplate,
) -> None:
    assert 3 <= len(one.questions) <= 6
    assert len({question.id for question in one.questions}) == len(one.questions)
    assert all(question.flag in {None, "yes", "no"} for question in one.questions)
    assert any(question.flag for question in one.questions)
    for field in one.vitals:
        assert all(item in BY_ITEM for item in FIELDS.get(field.field, (field.field,)))
    assert all(danger.item in BY_ITEM and (danger.below or danger.above) for danger in one.danger)
    assert all(
        set(text) == {"vi", "en"} and all(text.values()) for text in (one.title, *(q.text for q in one.questions))
    )


def test_a_published_version_is_never_edited() -> None:
    """A change is a further version: what a doctor approved, and what requests answered, stays word for word."""
    pinned = Path(__file__).with_name("published_templates.json")

    assert {f"{one.id}@{one.version}": one.sha256 for one in all_templates()} == json.loads(pinned.read_text())
