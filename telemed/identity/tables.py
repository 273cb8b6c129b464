"""Rows of facilities, people, their dated grants and their sign-ins. No patient stands here, so no wall."""

from sqlalchemy import (
    ARRAY,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    LargeBinary,
    String,
    Table,
    Uuid,
    false,
    text,
)

from telemed.infra.tables import AT, metadata

facility = Table(
    "facility",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("code", String, unique=True),
    Column("name", String, nullable=False),
    Column("short_name", String, nullable=False),
    Column("prefix", String, unique=True),
    Column("kind", String, nullable=False),
    Column("commune_code", String),
    Column("authority", String, nullable=False),
    Column("emergency_phone", String),
    Column("leader_phone", String),
    Column("signing_professions", ARRAY(String), nullable=False),
    Column("signing_document", String),
    CheckConstraint("prefix ~ '^[A-Z]{2,3}$'", name="prefix"),
    CheckConstraint("kind <> 'station' or prefix is not null", name="station_has_prefix"),
    CheckConstraint(
        "signing_document is not null or signing_professions <@ '{doctor}'::varchar[]", name="signing_document"
    ),
)

person = Table(
    "person",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("username", String, nullable=False, unique=True),
    Column("full_name", String, nullable=False),
    Column("title", String, nullable=False),
    Column("profession", String, nullable=False),
    Column("license_no", String),
    Column("password_hash", String),
    Column("disabled_at", AT),
    Column("demo", Boolean, nullable=False, server_default=false()),
    CheckConstraint("username = lower(username)", name="username_lower"),
)

role_grant = Table(
    "role_grant",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("person_id", Uuid, ForeignKey("person.id"), nullable=False, index=True),
    Column("role", String, nullable=False),
    Column("facility_id", Uuid, ForeignKey("facility.id"), nullable=False),
    Column("specialty", String),
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date),
    Column("source", String, nullable=False),
    Column("source_id", Uuid),
    CheckConstraint("valid_from < valid_to", name="days"),
    Index(None, "facility_id", "role"),
)

refresh_token = Table(
    "refresh_token",
    metadata,
    Column("hash", LargeBinary, primary_key=True),
    Column("family", Uuid, nullable=False, index=True),
    Column("person_id", Uuid, ForeignKey("person.id"), nullable=False, index=True),
    Column("signed_in_at", AT, nullable=False),
    Column("issued_at", AT, nullable=False),
    Column("expires_at", AT, nullable=False),
    Column("used_at", AT),
    CheckConstraint(text("length(hash) = 32"), name="hash_length"),
)

socket_ticket = Table(
    "socket_ticket",
    metadata,
    Column("hash", LargeBinary, primary_key=True),
    Column("person_id", Uuid, ForeignKey("person.id"), nullable=False, index=True),
    Column("expires_at", AT, nullable=False),
)
