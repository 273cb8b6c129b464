"""Rows of where a browser can be woken, and of what each person has been told."""

from sqlalchemy import Column, ForeignKey, Index, String, Table, Uuid
from sqlalchemy.dialects.postgresql import JSONB

from telemed.infra.tables import AT, metadata

push_subscription = Table(
    "push_subscription",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("person_id", Uuid, ForeignKey("person.id"), nullable=False, index=True),
    Column("endpoint", String, nullable=False, unique=True),  # a secret address: who knows it can wake that browser
    Column("p256dh", String, nullable=False),
    Column("auth", String, nullable=False),
    Column("made_at", AT, nullable=False),
    Column("worked_at", AT),
    Column("gone_at", AT),
)

notice = Table(
    "notice",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("person_id", Uuid, ForeignKey("person.id"), nullable=False),
    Column("kind", String, nullable=False),
    Column("about", Uuid),  # the swap, shift, rotation, consult that it speaks of
    Column("params", JSONB, nullable=False),  # never a word about a patient
    Column("once", String),  # what must not be told twice
    Column("made_at", AT, nullable=False),
    Column("seen_at", AT),
    Index(None, "person_id", "made_at"),
    Index("notice_once", "person_id", "once", unique=True),
)
