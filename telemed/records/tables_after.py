"""Rows of what comes after a consult: appointments, how the patient is days later; seen by the store alone."""

from sqlalchemy import CheckConstraint, Column, Date, ForeignKey, Index, Integer, SmallInteger, Table, Text, Uuid, text

from telemed.infra.tables import AT, metadata
from telemed.records.tables import Code

follow_up = Table(
    "follow_up",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("consult_id", Uuid, ForeignKey("consult.id"), nullable=False, index=True),
    Column("referral_id", Uuid, ForeignKey("referral.id")),
    Column("patient_id", Uuid, ForeignKey("patient.id")),
    Column("station_id", Uuid, ForeignKey("facility.id"), nullable=False),
    Column("hospital_id", Uuid, ForeignKey("facility.id")),
    Column("on", Date, nullable=False),
    Column("reason", Text, nullable=False),
    Column("proposed", Code),
    Column("person_id", Uuid, ForeignKey("person.id")),
    Column("shift_id", Uuid, ForeignKey("shift.id")),
    Column("specialty", Code),
    Column("number", Text, nullable=False),
    Column("state", Code, nullable=False),
    Column("note", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("created_by", Uuid, ForeignKey("person.id"), nullable=False),
    Column("created_at", AT, nullable=False),
    Column("reminded_at", AT),
    Column("marked_by", Uuid, ForeignKey("person.id")),
    Column("marked_at", AT),
    Index(None, "station_id", "on"),
    Index(None, "patient_id"),
    Index("follow_up_due", "on", postgresql_where=text("state in ('planned', 'reminded')")),
    # One open appointment of a case for a day, however many hands make it at once.
    Index("follow_up_day", "consult_id", "on", unique=True, postgresql_where=text("state in ('planned', 'reminded')")),
)

result = Table(
    "result",
    metadata,
    Column("consult_id", Uuid, ForeignKey("consult.id"), primary_key=True),
    Column("day", SmallInteger, primary_key=True),
    Column("condition", Code, nullable=False),
    Column("note", Text, nullable=False),
    Column("recorded_by", Uuid, ForeignKey("person.id"), nullable=False),
    Column("recorded_at", AT, nullable=False),
    CheckConstraint("day in (7, 30)", name="day"),
)
"""How the patient is 7 and 30 days after the advice. Written again when more is known: the trail has who and when."""
