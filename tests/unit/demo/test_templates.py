"""The cases of the demo's history: for every kind, possible, and whole enough for each paper they end in."""

from datetime import UTC, datetime
from random import Random

import pytest

from telemed.demo.templates import Template, templates
from telemed.kernel.ids import uuid7
from telemed.kernel.values import Urgency
from telemed.records.minutes import PLACES
from telemed.records.referral import icd_in
from telemed.sessions import CaseType, wire
from telemed.sessions.completeness import SHORTEST_QUESTION

each = pytest.mark.parametrize("one", templates(), ids=lambda one: one.reason)


def test_there_is_a_case_of_every_type_and_urgency() -> None:
    assert {one.type for one in templates()} == set(CaseType)
    assert {one.urgency for one in templates()} == set(Urgency)


@each
def test_a_station_could_send_it(one: Template) -> None:
    words = {"reason": one.reason, "question": one.question, "history": one.history}
    filled = {name: text.format(n=one.n[0]) for name, text in words.items()}

    wire.RequestFields(**filled, past_history=one.past, examination=one.exam, working_diagnosis=one.working)
    assert len(filled["question"]) >= SHORTEST_QUESTION
    assert "{" not in one.exam + one.opinion + one.diagnosis + one.treatment + one.monitoring


@each
def test_its_vital_signs_can_be_true(one: Template) -> None:
    rng = Random(1)
    for _ in range(20):
        wire.Vitals(id=uuid7(), taken_at=datetime(2026, 11, 1, tzinfo=UTC), **one.signs(rng))


@each
def test_its_conclusion_is_whole_and_names_one_code(one: Template) -> None:
    assert all((one.diagnosis, one.treatment, one.monitoring, one.follow_up, one.opinion, one.ask, one.told))
    assert one.place in PLACES
    assert icd_in(one.diagnosis)
