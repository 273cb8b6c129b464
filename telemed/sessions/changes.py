"""From the wire to values, and how two people's changes of one request are merged. Pure."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime

from telemed.kernel.errors import Stale
from telemed.kernel.ids import PatientId, UserId
from telemed.kernel.values import Label
from telemed.sessions import texts, wire, wire_safety
from telemed.sessions.case_templates import BadAnswer, CaseTemplate, UnknownTemplate, current, template
from telemed.sessions.model import (
    CaseType,
    Consent,
    ConsentDecision,
    Consult,
    Purpose,
    Request,
    State,
    Subject,
    TemplateRef,
    WrongState,
)
from telemed.sessions.vitals import VitalSigns


def request(fields: wire.RequestFields) -> Request:
    """With the template its answers answer: the one that was named, or the newest of its kind of case.

    Raises:
        UnknownTemplate, BadAnswer: see `case_templates.py`.
    """
    asked = _template(fields.case_type, fields.template)
    if asked:
        asked.check_answers(fields.answers)
    elif fields.answers:
        raise BadAnswer(pointer="/body/request/answers")
    words = fields.model_dump(exclude={"subject", "template"})
    return Request(
        **words,
        subject=Subject(**fields.subject.model_dump()),
        template=TemplateRef(asked.id, asked.version) if asked else None,
    )


def _template(case_type: CaseType, named: wire_safety.TemplateRef | None) -> CaseTemplate | None:
    if named is None:
        return current().get(case_type)
    found = template(named.id, named.version)
    if found.case_type is not case_type:
        raise UnknownTemplate(pointer="/body/request/template")
    return found


def signs(sent: wire.Vitals, taken_by: UserId) -> VitalSigns:
    return VitalSigns(**sent.model_dump(), taken_by=taken_by)


def words_of(sent: wire.NewConsult | wire.ConsultChange) -> list[wire.ConsentWord]:
    """All that is said about consent, the short form too."""
    said = list(sent.consents) if isinstance(sent, wire.NewConsult) else []
    if sent.consent is not None:
        short = sent.consent.model_dump()
        said.append(wire.ConsentWord(purpose=Purpose.SHARE, decision=ConsentDecision.GIVEN, **short))
    return said


def consent_of(sent: wire.ConsentWord, by: UserId, at: datetime) -> Consent:
    """With the proof of the words that were read.

    Raises:
        UnknownText: there are none of this version.
    """
    digest = texts.digest(sent.text_version, sent.purpose)
    return Consent(**sent.model_dump(), recorded_by=by, recorded_at=at, text_sha256=digest)


def only_labels(change: wire.ConsultChange) -> bool:
    """Whether nothing else is to change."""
    return change.model_fields_set <= {"seen_version", "labels"}


def merge(consult: Consult, change: wire.ConsultChange) -> dict[str, object]:
    """The fields this change really changes, by name.

    Raises:
        Stale: one of them was changed after the version that the sender's screen showed.
        WrongState: specialty and way of answering are settled once it is sent (a hospital passes it on itself).
    """
    wanted: dict[str, object] = {str(name): text for name, text in change.request.items()}
    wanted |= _of_template(consult, change)
    if change.allergy is not None:
        wanted["allergy"] = change.allergy
    if change.icd_code is not None:
        wanted["icd_code"] = change.icd_code
    if change.without is not None:
        wanted["without"] = change.without
    if change.subject is not None:
        wanted["subject"] = Subject(**change.subject.model_dump())
    if change.case_type is not None:
        wanted["case_type"] = change.case_type
    if change.patient_id is not None:
        wanted["patient"] = PatientId(change.patient_id)
    if change.specialty is not None:
        wanted["specialty"] = change.specialty
    if change.answer is not None:
        wanted["answer"] = change.answer
    if change.labels is not None:
        wanted["labels"] = frozenset(map(Label, change.labels))
    changed = {name: value for name, value in wanted.items() if _value(consult, name) != value}
    for name in changed:
        if name in {"specialty", "answer"} and consult.state is not State.DRAFT:
            raise WrongState(pointer=f"/body/{name}", state=consult.state)
        if consult.field_versions.get(name, 1) > change.seen_version:
            raise Stale(pointer=f"/body/request/{name}", version=consult.version)
    return changed


def with_fields(consult: Consult, fields: Mapping[str, object], names: Collection[str]) -> Consult:
    """The consult with these fields; each of `names` remembers the version it changed at."""
    said = {name.removeprefix(ANSWER): value for name, value in fields.items() if name.startswith(ANSWER)}
    fields = {name: value for name, value in fields.items() if not name.startswith(ANSWER)}
    words = {name: value for name, value in fields.items() if hasattr(consult.request, name)}
    others = {name: value for name, value in fields.items() if name not in words}
    if said or "template" in words:
        before = {} if "template" in words else consult.request.answers
        words["answers"] = {**before, **said}
    versions = {**consult.field_versions, **dict.fromkeys(names, consult.version + 1)}
    asked = replace(consult.request, **words)  # type: ignore[arg-type]
    return replace(consult, request=asked, field_versions=versions, **others)  # type: ignore[arg-type]


ANSWER = "answers."
"""Each answer is a field of its own: two people who answer different questions both win."""


def _of_template(consult: Consult, change: wire.ConsultChange) -> dict[str, object]:
    """Another kind of case brings its own questions; answers are checked against the template they answer."""
    kind = change.case_type or consult.request.case_type
    own = consult.request.template
    moved = kind is not consult.request.case_type or change.template is not None or own is None
    asked = _template(kind, change.template) if moved or own is None else template(own.id, own.version)
    if change.answers:
        if asked is None:
            raise BadAnswer(pointer="/body/answers")
        asked.check_answers(change.answers)
    wanted: dict[str, object] = {f"{ANSWER}{one}": said for one, said in change.answers.items()}
    if moved and (change.answers or change.template or change.case_type):
        wanted["template"] = TemplateRef(asked.id, asked.version) if asked else None
    return wanted


def _value(consult: Consult, name: str) -> object:
    if name.startswith(ANSWER):
        return consult.request.answers.get(name.removeprefix(ANSWER))
    return getattr(consult.request, name) if hasattr(consult.request, name) else getattr(consult, name)
