"""Rows of keys that other systems hold, addresses that are told of facts, and what was told; walls: v0012."""

from sqlalchemy import ARRAY, Column, Date, ForeignKey, Index, Integer, LargeBinary, String, Table, Text, Uuid
from sqlalchemy.dialects.postgresql import JSONB

from telemed.infra.tables import AT, metadata

Code = String(32, collation="C")

exchange_key = Table(
    "exchange_key",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("facility_id", Uuid, ForeignKey("facility.id"), nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("hash", LargeBinary, nullable=False, unique=True),
    Column("kinds", ARRAY(String), nullable=False),
    Column("made_by", Uuid, ForeignKey("person.id"), nullable=False),
    Column("made_at", AT, nullable=False),
    Column("expires_at", AT, nullable=False),
    Column("used_at", AT),
    Column("revoked_at", AT),
)
"""The key itself is shown once and never kept."""

webhook = Table(
    "webhook",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("facility_id", Uuid, ForeignKey("facility.id"), nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("secret", LargeBinary, nullable=False),  # encrypted with a key beside the database
    Column("old_secret", LargeBinary),  # the one before, good until:
    Column("old_secret_until", AT),
    Column("topics", ARRAY(String), nullable=False),
    Column("made_by", Uuid, ForeignKey("person.id"), nullable=False),
    Column("made_at", AT, nullable=False),
    Column("failing_since", AT),
    Column("stopped_at", AT),
    Column("stopped_why", Code),
)

webhook_message = Table(
    "webhook_message",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("webhook_id", Uuid, ForeignKey("webhook.id"), nullable=False),
    Column("topic", Code, nullable=False),
    Column("at", AT, nullable=False),
    Column("said", JSONB, nullable=False),  # ids and codes
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("state", Code, nullable=False),  # waiting | delivered | failed
    Column("status", Integer),
    Column("tried_at", AT),
    Index(None, "webhook_id", "at"),
)

commune = Table(
    "commune",
    metadata,
    Column("code", Code, primary_key=True),
    Column("valid_from", Date, primary_key=True),
    Column("name", Text, nullable=False),
    Column("province_code", Code, nullable=False),
    Column("valid_to", Date),  # the last day; none: still so
)
"""The dated list as it was taken in; codes that are not on it go by the list that comes with the program."""
