"""Rows of patients, minutes, decisions and referrals; seen by the store alone. Their walls stand in the migrations."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
    Uuid,
    func,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from telemed.infra.tables import APP_MAY, APPEND_ONLY, AT, metadata
from telemed.records.tables_patients import (
    patient,
    patient_apart,
    patient_history,
    patient_merge,
    patient_word,
)

__all__ = [  # what stands in a file of its own is found here too
    "patient",
    "patient_apart",
    "patient_history",
    "patient_merge",
    "patient_word",
]

Code = String(32, collation="C")
Hash = String(64, collation="C")

series = Table(
    "series",
    metadata,
    Column("facility_id", Uuid, ForeignKey("facility.id"), primary_key=True),
    Column("name", Code, primary_key=True),
    Column("last", Integer, nullable=False),
)
"""Numbers of papers, counted by facility and year (or day) without gaps: a roll-back gives its number back."""

minutes = Table(
    "minutes",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("consult_id", Uuid, ForeignKey("consult.id"), nullable=False),
    Column("station_id", Uuid, ForeignKey("facility.id"), nullable=False),
    Column("hospital_id", Uuid, ForeignKey("facility.id"), nullable=False),
    Column("opened_at", AT, nullable=False),
    Column("state", Code, nullable=False),
    Column("version", Integer, nullable=False),
    Column("concluded_at", AT),
    Column("chair_id", Uuid, ForeignKey("person.id")),
    Column("number", Text),
    Column("paper", JSONB),
    Column("document_hash", Hash),
    Column("edition", SmallInteger, nullable=False, server_default="1"),
    Column("corrects_id", Uuid, ForeignKey("minutes.id")),
    Column("previous_hash", Hash),
    Column("correction_reason", Text, nullable=False, server_default=""),
    Column("corrected_by", Uuid, ForeignKey("person.id")),
    UniqueConstraint("consult_id", "edition"),
    CheckConstraint("(edition = 1) = (corrects_id is null)", name="corrects"),
)
"""One row for each edition. What is signed never changes: a trigger holds even the program to that."""

minutes_field = Table(
    "minutes_field",
    metadata,
    Column("minutes_id", Uuid, ForeignKey("minutes.id"), primary_key=True),
    Column("field", Code, primary_key=True),
    Column("text", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("edited_by", Uuid, ForeignKey("person.id")),
    Column("edited_at", AT),
)

opinion = Table(
    "opinion",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("minutes_id", Uuid, ForeignKey("minutes.id"), nullable=False, index=True),
    Column("by", Uuid, ForeignKey("person.id"), nullable=False),
    Column("facility_id", Uuid, ForeignKey("facility.id"), nullable=False),
    Column("at", AT, nullable=False),
    Column("text", Text, nullable=False),
    info={APP_MAY: APPEND_ONLY},
)

signature = Table(
    "signature",
    metadata,
    Column("minutes_id", Uuid, ForeignKey("minutes.id"), primary_key=True),
    Column("id", Uuid, primary_key=True),
    Column("line", Code, primary_key=True),
    Column("by", Uuid, ForeignKey("person.id"), nullable=False),
    Column("at", AT, nullable=False),
    Column("document_hash", Hash, nullable=False),
    Column("cleared_at", AT),
    Column("means", Code, nullable=False, server_default="password"),  # password | passkey
    Column("evidence", JSONB),  # what a passkey answered, for whoever checks it again
    Index("signature_line_key", "minutes_id", "line", unique=True, postgresql_where=text("cleared_at is null")),
    info={APP_MAY: f"{APPEND_ONLY}, update (cleared_at)"},
)
"""Kept for ever; `cleared_at` = an edit took it away. One signing of two lines is one id."""

read_back = Table(
    "read_back",
    metadata,
    Column("minutes_id", Uuid, ForeignKey("minutes.id"), primary_key=True),
    Column("field", Code, primary_key=True),
    Column("side", Code, primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("by", Uuid, ForeignKey("person.id"), nullable=False),
    Column("at", AT, nullable=False),
    info={APP_MAY: APPEND_ONLY},
)
"""That one side read out, or heard read, this version of an item. A later version needs marks of its own."""

minutes_seal = Table(
    "minutes_seal",
    metadata,
    Column("minutes_id", Uuid, ForeignKey("minutes.id"), primary_key=True),
    Column("pdf", LargeBinary, nullable=False),
    Column("sha256", Hash, nullable=False),
    Column("subject", Text, nullable=False),  # of the certificate
    Column("serial", Text(collation="C"), nullable=False),
    Column("sealed_at", AT, nullable=False),
    info={APP_MAY: APPEND_ONLY},
)
"""The printed minutes as the facility's key sealed them: the very bytes, because any others would break the seal."""

minutes_seal_fault = Table(
    "minutes_seal_fault",
    metadata,
    Column("minutes_id", Uuid, ForeignKey("minutes.id"), primary_key=True),
    Column("code", Code, nullable=False),
    Column("at", AT, nullable=False),
)
"""Why signed minutes are not sealed yet."""

decision = Table(
    "decision",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("consult_id", Uuid, ForeignKey("consult.id"), nullable=False),
    Column("choice", Code, nullable=False),
    Column("reason", Text, nullable=False),
    Column("changed_items", ARRAY(Text), nullable=False),
    Column("outcomes", ARRAY(Text), nullable=False),
    Column("follow_up_on", Date),
    Column("note", Text, nullable=False),
    Column("decided_by", Uuid, ForeignKey("person.id"), nullable=False),
    Column("decided_at", AT, nullable=False),
    Column("changes", JSONB, nullable=False, server_default="{}"),
    Column("died_at", AT),
    Column("edition", SmallInteger, nullable=False, server_default="1"),
    Column("correction_reason", Text, nullable=False, server_default=""),
    UniqueConstraint("consult_id", "edition"),
    info={APP_MAY: APPEND_ONLY},
)
"""The newest edition counts; those it corrects stay."""

referral = Table(
    "referral",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("consult_id", Uuid, ForeignKey("consult.id"), nullable=False, index=True),
    Column("patient_id", Uuid, ForeignKey("patient.id")),
    Column("kept_patient_id", Uuid, ForeignKey("patient.id")),  # who that is since records were joined
    Column("minutes_id", Uuid, ForeignKey("minutes.id")),
    Column("station_id", Uuid, ForeignKey("facility.id"), nullable=False),
    Column("answered_by", Uuid, ForeignKey("person.id")),
    Column("shift_id", Uuid, ForeignKey("shift.id")),
    Column("to_facility_id", Uuid, ForeignKey("facility.id"), nullable=False),
    Column("kind", Code, nullable=False),
    Column("clinical_signs", Text, nullable=False),
    Column("test_results", Text, nullable=False),
    Column("diagnosis", Text, nullable=False),
    Column("icd_code", Code, nullable=False),
    Column("procedures", Text, nullable=False),
    Column("treatment", Text, nullable=False),
    Column("condition_at_transfer", Text, nullable=False),
    Column("transfer_reason", Code, nullable=False),
    Column("care_plan", Text, nullable=False),
    Column("transfer_at", AT),
    Column("valid_one_year", Boolean, nullable=False),
    Column("transport", Text, nullable=False),
    Column("escort", Text, nullable=False),
    Column("created_by", Uuid, ForeignKey("person.id"), nullable=False),
    Column("created_at", AT, nullable=False),
    Column("state", Code, nullable=False),
    Column("is_open", Boolean, nullable=False),
    Column("version", Integer, nullable=False),
    Column("field_versions", JSONB, nullable=False),
    Column("number", Text),
    Column("signed_by", Uuid, ForeignKey("person.id")),
    Column("signed_at", AT),
    Column("valid_until", Date),
    Column("sent_at", AT),
    Column("cancel_reason", Text),
    Column("paper", JSONB),
    Column("escort_title", Text, nullable=False, server_default=""),
    Column("stays", JSONB, nullable=False, server_default=text("'[]'")),
    Column("insurance_expiry", Code, nullable=False, server_default="known"),
    Column("insurance_until", Date),
    Column("answer", Code, nullable=False, server_default="none"),
    Column("answered_at", AT),
    Column("accepted_by", Uuid, ForeignKey("person.id")),
    Column("answer_note", Text, nullable=False, server_default=""),
    Column("redirected_to", Uuid, ForeignKey("facility.id")),
    Column("redirected_from", Uuid, ForeignKey("referral.id")),
    Column("movement", Code, nullable=False, server_default="none"),
    Column("departed_at", AT),
    Column("departed_by", Uuid, ForeignKey("person.id")),
    Column("fit_for_transfer", Code),
    Column("fit_note", Text, nullable=False, server_default=""),
    Column("departure_signs", JSONB),
    Column("travel_minutes", SmallInteger),
    Column("arrived_at", AT),
    Column("arrival_note", Text, nullable=False, server_default=""),
    Column("final_diagnosis", Text),
    Column("final_icd_code", Code),
    Column("done", Text),
    Column("advice", Text),
    Column("result", Code),
    Column("feedback_by", Uuid, ForeignKey("person.id")),
    Column("feedback_at", AT),
    Column("feedback_follow_up_on", Date),
    Index(None, "redirected_from", unique=True),
    Index("referral_valid", "valid_until", postgresql_where=text("is_open and movement = 'none'")),
    Index(None, "station_id", "is_open"),
    Index(None, "to_facility_id", "is_open"),
    Index(None, "patient_id"),
)
# One open referral per patient and destination; who has no patient's row yet is known by the consult.
Index(
    "referral_open_key",
    func.coalesce(referral.c.kept_patient_id, referral.c.patient_id, referral.c.consult_id),
    referral.c.to_facility_id,
    unique=True,
    postgresql_where=referral.c.is_open,
)

file = Table(
    "file",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("consult_id", Uuid, ForeignKey("consult.id"), nullable=False),
    Column("call_id", Uuid, ForeignKey("call.id")),
    Column("kind", Code, nullable=False),  # photo | still
    Column("content_type", Code, nullable=False),
    Column("size", Integer, nullable=False),
    Column("sha256", Hash, nullable=False),
    Column("width", Integer),
    Column("height", Integer),
    Column("received", Integer, nullable=False),
    Column("state", Code, nullable=False),  # asked | arriving | kept | discarded
    Column("caption", Text, nullable=False, server_default=""),
    Column("made_by", Uuid, ForeignKey("person.id"), nullable=False),
    Column("second_camera_id", Uuid, ForeignKey("second_camera.id")),
    Column("asked_by", Uuid, ForeignKey("person.id")),  # the specialist who wanted it sharp
    Column("taken_at", AT, nullable=False),
    Column("made_at", AT, nullable=False),
    Column("kept_at", AT),
    Index(None, "consult_id", "made_at"),
    Index("file_arriving", "made_at", postgresql_where=text("state = 'arriving'")),
)
"""A picture of a case; its bytes lie in the data directory by their hash."""

drawing = Table(
    "drawing",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("file_id", Uuid, ForeignKey("file.id"), nullable=False),
    Column("consult_id", Uuid, ForeignKey("consult.id"), nullable=False),
    Column("made_by", Uuid, ForeignKey("person.id"), nullable=False),
    Column("made_at", AT, nullable=False),
    Column("shape", JSONB, nullable=False),
    Column("erases", Uuid, ForeignKey("drawing.id")),  # taking a stroke back is a row too
    Index(None, "file_id", "made_at"),
    info={APP_MAY: APPEND_ONLY},
)
"""One stroke or arrow on a picture, by one person."""
