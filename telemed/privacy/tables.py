"""Rows of reviews of opened cases, and of what patients asked about their own data."""

from sqlalchemy import Column, Date, ForeignKey, Index, String, Table, Text, Uuid

from telemed.infra.tables import AT, metadata

access_review = Table(
    "access_review",
    metadata,
    Column("access_id", Uuid, ForeignKey("case_access.id"), primary_key=True),
    Column("verdict", String, nullable=False),
    Column("question", Text, nullable=False),
    Column("reviewed_by", Uuid, ForeignKey("person.id"), nullable=False),
    Column("reviewed_at", AT, nullable=False),
    Column("explain_by", Date),
    Column("explanation", Text),
    Column("explained_at", AT),
)

subject_request = Table(
    "subject_request",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("patient_id", Uuid, ForeignKey("patient.id"), nullable=False),
    Column("station_id", Uuid, ForeignKey("facility.id"), nullable=False),
    Column("kind", String, nullable=False),
    Column("asked_by", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("received_at", AT, nullable=False),
    Column("received_by", Uuid, ForeignKey("person.id"), nullable=False),
    Column("due_on", Date, nullable=False),
    Column("state", String, nullable=False),
    Column("answer", Text, nullable=False),
    Column("approved_by", Uuid, ForeignKey("person.id")),
    Column("approved_at", AT),
    Column("answered_by", Uuid, ForeignKey("person.id")),
    Column("answered_at", AT),
    Index(None, "station_id", "state"),
    Index(None, "patient_id"),
)
