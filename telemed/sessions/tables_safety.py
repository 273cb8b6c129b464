"""Rows of what guards a patient: two identifiers compared in a call, limits and templates approved by a department."""

from sqlalchemy import Boolean, CheckConstraint, Column, ForeignKey, Index, SmallInteger, String, Table, Text, Uuid
from sqlalchemy.dialects.postgresql import ARRAY

from telemed.infra.tables import APP_MAY, APPEND_ONLY, AT, metadata

Code = String(32, collation="C")

identity_check = Table(
    "identity_check",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("call_id", Uuid, ForeignKey("call.id"), nullable=False),
    Column("consult_id", Uuid, ForeignKey("consult.id"), nullable=False, index=True),
    Column("person_id", Uuid, ForeignKey("person.id"), nullable=False),
    Column("side", Code, nullable=False),  # station | hospital
    Column("identifiers", ARRAY(Code), nullable=False),
    Column("matches", Boolean, nullable=False),
    Column("at", AT, nullable=False),
    CheckConstraint("cardinality(identifiers) >= 2", name="two_identifiers"),
    Index(None, "call_id", "at"),
    info={APP_MAY: APPEND_ONLY},
)
"""What one end compared, never written over: the last word of each side in each call holds."""

clinical_approval = Table(
    "clinical_approval",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("hospital_id", Uuid, ForeignKey("facility.id"), nullable=False),
    Column("subject", String(64, collation="C"), nullable=False),
    Column("version", SmallInteger, nullable=False),
    Column("sha256", String(64, collation="C"), nullable=False),
    Column("approved", Boolean, nullable=False),  # false: taken back
    Column("note", Text, nullable=False, server_default=""),
    Column("person_id", Uuid, ForeignKey("person.id"), nullable=False),
    Column("at", AT, nullable=False),
    Index(None, "hospital_id", "subject", "at"),
    info={APP_MAY: APPEND_ONLY},
)
"""Who took responsibility for limits or a template, word for word (by hash), or took it back."""
