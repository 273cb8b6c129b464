"""Rows of patients: who they are, the words they are found by, corrections, records joined and said to be apart."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Computed,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    Uuid,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.types import TypeEngine

from telemed.infra.tables import AT, metadata

Code = String(32, collation="C")
TEXT = Text()
Word = Text(collation="C")
"""Under the wall only the "C" order uses an index."""


def _told(name: str, kind: TypeEngine[str] = TEXT, default: str = "") -> Column[str]:
    """A particular that came later: rows that never heard of it have nothing there."""
    return Column(name, kind, nullable=False, server_default=default)


patient = Table(
    "patient",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("code", Code, nullable=False, unique=True),
    Column("station_id", Uuid, ForeignKey("facility.id"), nullable=False, index=True),
    Column("full_name", Text, nullable=False),
    Column("sex", Code, nullable=False),
    Column("birth_date", Date),
    Column("birth_precision", Code, nullable=False),
    _told("birth_time", Code),
    Column("national_id", Text, nullable=False),
    _told("other_id_kind", Code),
    _told("other_id"),
    Column("insurance_no", Text, nullable=False),
    _told("social_insurance_no"),
    _told("living_area", Code),
    Column("insurance_valid_from", Date),
    Column("insurance_valid_to", Date),
    _told("insurance_facility_code", Code),
    Column("ethnicity_code", Code, nullable=False),
    _told("nationality_code", Code, "000"),
    Column("phone", Text, nullable=False),
    _told("phone_owner"),
    _told("province_code", Code),
    Column("commune_code", Code, nullable=False),
    Column("village", Text, nullable=False),
    _told("legacy_address"),
    Column("occupation", Text, nullable=False),
    _told("occupation_code", Code),
    _told("workplace"),
    Column("representative", Text, nullable=False),
    _told("representative_name"),
    _told("representative_relation"),
    _told("representative_kind", Code),
    _told("representative_id"),
    _told("representative_phone"),
    Column("language", Text, nullable=False),
    Column("interpreter_needed", Boolean, nullable=False, server_default="false"),
    Column("created_at", AT, nullable=False),
    Column("version", Integer, nullable=False),
    Column("field_versions", JSONB, nullable=False),
    Column("erased_at", AT),
    Column("merged_into", Uuid, index=True),
    Column("is_kept", Boolean, Computed("merged_into is null", persisted=True), nullable=False),
    Column("into_kept", Boolean, Computed("true", persisted=True), nullable=False),
    UniqueConstraint("id", "is_kept", name="patient_kept_key"),
    ForeignKeyConstraint(
        ["merged_into", "into_kept"], ["patient.id", "patient.is_kept"], name="patient_merged_into_fkey"
    ),
)
"""`merged_into`: the record this one was joined with, under which both are seen. The last three columns and their key
let a record be joined only with one that stands for itself, and only while none is joined with it: so no chain and no
circle can come about, whoever acts at once."""

patient_word = Table(
    "patient_word",
    metadata,
    Column("patient_id", Uuid, ForeignKey("patient.id"), primary_key=True),
    Column("word", Word, primary_key=True),
    Column("station_id", Uuid, ForeignKey("facility.id"), nullable=False),
    Index(None, "word", "patient_id"),
    Index(None, "station_id", "word", "patient_id"),
)

patient_history = Table(
    "patient_history",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("patient_id", Uuid, ForeignKey("patient.id"), nullable=False, index=True),
    Column("field", Code, nullable=False),
    Column("before", Text, nullable=False),
    Column("after", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("changed_by", Uuid, ForeignKey("person.id"), nullable=False),
    Column("changed_at", AT, nullable=False),
)
"""What a patient's particulars were before each correction. Erased with the patient, so not append-only."""

patient_merge = Table(
    "patient_merge",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("kept_id", Uuid, ForeignKey("patient.id"), nullable=False, index=True),
    Column("gone_id", Uuid, ForeignKey("patient.id"), nullable=False),
    Column("kept_station_id", Uuid, ForeignKey("facility.id"), nullable=False),
    Column("gone_station_id", Uuid, ForeignKey("facility.id"), nullable=False),
    Column("reason", Text, nullable=False),
    Column("merged_by", Uuid, ForeignKey("person.id"), nullable=False),
    Column("merged_at", AT, nullable=False),
    Column("parted_by", Uuid, ForeignKey("person.id")),
    Column("parted_at", AT),
    Column("parted_reason", Text, nullable=False, server_default=""),
    CheckConstraint("kept_id <> gone_id", name="two"),
    Index("patient_merge_once", "gone_id", unique=True, postgresql_where=text("parted_at is null")),
)
"""Two records that are one person: who said so and why, and who took it back. Its reasons are erased with them."""

patient_apart = Table(
    "patient_apart",
    metadata,
    Column("first_id", Uuid, ForeignKey("patient.id"), primary_key=True),
    Column("second_id", Uuid, ForeignKey("patient.id"), primary_key=True),
    Column("said_by", Uuid, ForeignKey("person.id"), nullable=False),
    Column("said_at", AT, nullable=False),
    CheckConstraint("first_id < second_id", name="ordered"),
    Index(None, "second_id"),
)
"""Two records somebody looked at and found to be two people."""
