"""Rows of printed copies and of slips as issued; seen by their store alone. Their walls stand in the migration."""

from sqlalchemy import Column, Date, ForeignKey, Integer, String, Table, Text, Uuid
from sqlalchemy.dialects.postgresql import JSONB

from telemed.infra.tables import APP_MAY, APPEND_ONLY, AT, metadata

Code = String(32, collation="C")

paper_copy = Table(
    "paper_copy",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("code", Code, nullable=False, unique=True),
    Column("form", Code, nullable=False),
    Column("document_id", Uuid, nullable=False, index=True),  # minutes, referral or follow-up
    Column("consult_id", Uuid, ForeignKey("consult.id"), nullable=False, index=True),
    Column("issuer_id", Uuid, ForeignKey("facility.id"), nullable=False),
    Column("number", Text, nullable=False),
    Column("dated_on", Date, nullable=False),
    Column("valid_until", Date),
    Column("version", Integer, nullable=False),
    Column("conversion", JSONB, nullable=False),
    Column("made_by", Uuid, ForeignKey("person.id"), nullable=False),
    Column("made_at", AT, nullable=False),
    info={APP_MAY: APPEND_ONLY},
)
"""A copy somebody took away: what its foot says, so that it prints again to the byte. No patient's name."""

slip_paper = Table(
    "slip_paper",
    metadata,
    Column("follow_up_id", Uuid, ForeignKey("follow_up.id"), primary_key=True),
    Column("consult_id", Uuid, ForeignKey("consult.id"), nullable=False, index=True),
    Column("paper", JSONB, nullable=False),
    Column("issued_at", AT, nullable=False),
    info={APP_MAY: APPEND_ONLY},
)
"""What a follow-up slip says, frozen when it is first printed."""
