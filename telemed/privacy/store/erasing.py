"""Blanks what told who a patient was, and what was written of a case. A row stays where counts need it."""

from dataclasses import fields

from sqlalchemy import Table, delete, func, or_, select, update

from telemed.identity.tables import case_access
from telemed.infra.db import Tx
from telemed.kernel.ids import ConsultId, PatientId
from telemed.privacy.forms import ERASED
from telemed.privacy.tables import access_review, subject_request
from telemed.records import tables as records
from telemed.records import tables_after as after
from telemed.records import tables_papers as on_paper
from telemed.records.patient import Particulars
from telemed.sessions import tables as sessions

_WHO = frozenset({"full_name", "sex", "birth_date", "birth_precision"})
_PARTICULARS = tuple(one.name for one in fields(Particulars) if one.name not in _WHO)
_REQUEST = (
    *("reason", "question", "history", "past_history", "examination", "working_diagnosis", "treatment_given"),
    *("allergies", "icd_code", "without"),
)
_REFERRAL = (
    *("clinical_signs", "test_results", "diagnosis", "icd_code", "procedures", "treatment"),
    *("condition_at_transfer", "care_plan", "transport", "escort", "escort_title"),
    *("answer_note", "fit_note", "arrival_note"),
)
_FEEDBACK = ("final_diagnosis", "final_icd_code", "done", "advice", "departure_signs", "insurance_until")


async def is_erased(tx: Tx, patient: PatientId) -> bool:
    found = select(records.patient.c.erased_at).where(records.patient.c.id == patient)
    return await tx.scalar(found) is not None


async def blank_patient(tx: Tx, patient: PatientId) -> None:
    """For good. What anybody asked about this patient's data keeps its kind and dates."""
    p = records.patient
    await tx.execute(
        update(p)
        .where(p.c.id == patient)
        .values(
            {name: getattr(Particulars(), name) for name in _PARTICULARS}
            | {
                "full_name": ERASED,
                "sex": "unknown",
                "birth_date": None,
                "birth_precision": "unknown",
                "field_versions": {},
                "version": p.c.version + 1,
                "erased_at": tx.at,
            }
        )
    )
    for table in (records.patient_word, records.patient_history):
        await tx.execute(delete(table).where(table.c.patient_id == patient))
    m = records.patient_merge
    of_it = or_(m.c.kept_id == patient, m.c.gone_id == patient)
    await tx.execute(update(m).where(of_it).values(reason="", parted_reason=""))
    s = subject_request
    await tx.execute(update(s).where(s.c.patient_id == patient).values(asked_by="", words="", answer=""))


async def records_of(tx: Tx, patient: PatientId) -> list[PatientId]:
    """All records of the person, whichever of them is named, those first that are seen under another."""
    p = records.patient.c
    kept = await tx.scalar(select(func.coalesce(p.merged_into, p.id)).where(p.id == patient))
    gone = await tx.all(select(p.id).where(p.merged_into == kept).order_by(p.id))
    return [*(PatientId(row.id) for row in gone), PatientId(kept)] if kept else []


async def drafts_of(tx: Tx, patient: PatientId) -> list[ConsultId]:
    """Requests about a patient that were never sent."""
    c = sessions.consult.c
    rows = await tx.all(select(c.id).where(c.patient_id == patient, c.sent_at.is_(None)))
    return [ConsultId(row.id) for row in rows]


async def blank_request(tx: Tx, consult: ConsultId) -> None:
    """The words of a request and what was measured. As much as the application may do: consents are append-only."""
    c = sessions.consult
    nothing: dict[str, object] = {"onset_at": None, "pregnant": None, "returned_question": None, "cancel_reason": None}
    nothing |= {"allergy": "unasked", "answers": {}, "lacked": [], "icd_list": None}
    await tx.execute(
        update(c)
        .where(c.c.id == consult)
        .values(
            dict.fromkeys(_REQUEST, "") | nothing | {"labels": [], "field_versions": {}, "version": c.c.version + 1}
        )
    )
    for table in (sessions.vital_signs, sessions.phone_note, sessions.phone_advice):
        await tx.execute(delete(table).where(table.c.consult_id == consult))
    await tx.execute(update(sessions.ring).where(sessions.ring.c.consult_id == consult).values(note=None))
    # Its bytes go with the next sweep, which keeps only what some case still holds.
    nothing_left = {"state": "discarded", "caption": "", "sha256": "", "facts": {}}
    await _delete(tx, records.rendition, consult)
    await tx.execute(update(records.file).where(records.file.c.consult_id == consult).values(nothing_left))


async def erase_case(tx: Tx, consult: ConsultId) -> None:
    """All that was written about it, signed papers too. Only the owner of the tables may: the rest is append-only.

    Who asked, who answered, when, and what became of it stays, without a patient: the counts of past years.
    """
    await blank_request(tx, consult)
    for table in (sessions.consent, sessions.identity_check, records.drawing, records.file, on_paper.slip_paper):
        await _delete(tx, table, consult)
    of_case = select(records.minutes.c.id).where(records.minutes.c.consult_id == consult)
    await tx.execute(delete(records.opinion).where(records.opinion.c.minutes_id.in_(of_case)))
    field = records.minutes_field
    await tx.execute(update(field).where(field.c.minutes_id.in_(of_case)).values(text=""))
    minutes = records.minutes
    await tx.execute(delete(records.minutes_seal).where(records.minutes_seal.c.minutes_id.in_(of_case)))
    bare = {"paper": None, "document_hash": None, "correction_reason": ""}
    await tx.execute(update(minutes).where(minutes.c.consult_id == consult).values(bare))
    decision = records.decision
    await tx.execute(
        update(decision)
        .where(decision.c.consult_id == consult)
        .values(reason="", note="", correction_reason="", changes={})
    )
    referral = records.referral
    blank = dict.fromkeys(_REFERRAL, "") | dict.fromkeys(_FEEDBACK) | {"stays": []}
    blank |= {"patient_id": None, "kept_patient_id": None, "paper": None, "cancel_reason": None}
    await tx.execute(update(referral).where(referral.c.consult_id == consult).values(blank | {"field_versions": {}}))
    follow_up, result = after.follow_up, after.result
    gone = {"patient_id": None, "reason": "", "note": ""}
    await tx.execute(update(follow_up).where(follow_up.c.consult_id == consult).values(gone))
    await tx.execute(update(result).where(result.c.consult_id == consult).values(note=""))
    opened = select(case_access.c.id).where(case_access.c.consult_id == consult)
    review = access_review
    await tx.execute(update(review).where(review.c.access_id.in_(opened)).values(question="", explanation=None))
    await tx.execute(update(case_access).where(case_access.c.consult_id == consult).values(reason=""))
    c = sessions.consult
    await tx.execute(update(c).where(c.c.id == consult).values(patient_id=None, erased_at=tx.at))


async def _delete(tx: Tx, table: Table, consult: ConsultId) -> None:
    await tx.execute(delete(table).where(table.c.consult_id == consult))
