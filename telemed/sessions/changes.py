"""From the wire to values, and how two people's changes of one request are merged. Pure."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime

from telemed.kernel.errors import Stale
from telemed.kernel.ids import PatientId, UserId
from telemed.kernel.values import Label
from telemed.sessions import texts, wire
from telemed.sessions.model import Consent, ConsentDecision, Consult, Purpose, Request, State, Subject, WrongState
from telemed.sessions.vitals import VitalSigns


def request(fields: wire.RequestFields) -> Request:
    return Request(**fields.model_dump(exclude={"subject"}), subject=Subject(**fields.subject.model_dump()))


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
    words = {name: value for name, value in fields.items() if hasattr(consult.request, name)}
    others = {name: value for name, value in fields.items() if name not in words}
    versions = {**consult.field_versions, **dict.fromkeys(names, consult.version + 1)}
    asked = replace(consult.request, **words)  # type: ignore[arg-type]
    return replace(consult, request=asked, field_versions=versions, **others)  # type: ignore[arg-type]


def _value(consult: Consult, name: str) -> object:
    return getattr(consult.request, name) if hasattr(consult.request, name) else getattr(consult, name)
