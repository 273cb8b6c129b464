"""Rows of facilities, people, their dated grants, what they sign in with, and single cases opened for a reason."""

from sqlalchemy import (
    ARRAY,
    BIGINT,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Uuid,
    false,
    func,
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
    Column("version", Integer, nullable=False, server_default="1"),
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
    Column("facility_id", Uuid, ForeignKey("facility.id")),  # where they are employed: whose admins keep the account
    Column("created_at", AT, nullable=False, server_default=func.now()),
    Column("password_set_at", AT),
    Column("seen_at", AT),
    Column("disabled_reason", String),
    Column("duty_phone", String),  # where a gateway may ring them while they are on duty
    Column("version", Integer, nullable=False, server_default="1"),
    CheckConstraint("username = lower(username)", name="username_lower"),
    Index(None, "facility_id"),
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
    Column("document", String),  # number of the decision that gave it
    Column("given_by", Uuid, ForeignKey("person.id")),
    Column("continues", Uuid, ForeignKey("role_grant.id")),  # that one stood still while its holder was posted
    CheckConstraint("valid_from <= valid_to", name="days"),  # equal: withdrawn before it began
    Index(None, "facility_id", "role"),
    Index(None, "source_id"),
)

device = Table(
    "device",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("secret_hash", LargeBinary, nullable=False, unique=True),
    Column("name", String, nullable=False),
    Column("shared", Boolean, nullable=False),
    Column("created_at", AT, nullable=False),
    Column("seen_at", AT, nullable=False),
)
"""A browser that somebody signed in with in full. Its secret is a cookie no script reads."""

device_person = Table(
    "device_person",
    metadata,
    Column("device_id", Uuid, ForeignKey("device.id"), primary_key=True),
    Column("person_id", Uuid, ForeignKey("person.id"), primary_key=True),
    Column("full_at", AT, nullable=False),  # the last sign-in here with all factors
    Column("used_at", AT, nullable=False),
    Column("pin_failures", Integer, nullable=False, server_default="0"),
    Column("revoked_at", AT),
    Index(None, "person_id"),
)

sign_in = Table(
    "sign_in",
    metadata,
    Column("id", Uuid, primary_key=True),  # also the family of its refresh tokens
    Column("person_id", Uuid, ForeignKey("person.id"), nullable=False, index=True),
    Column("device_id", Uuid, ForeignKey("device.id")),
    Column("method", String, nullable=False),
    Column("began_at", AT, nullable=False),
    Column("seen_at", AT, nullable=False),
    Column("locked_at", AT),
    Column("lock_reason", String),
    Column("ended_at", AT),
    Column("end_reason", String),
    Index("sign_in_open_idx", "person_id", postgresql_where=text("ended_at is null")),
)

pin = Table(
    "pin",
    metadata,
    Column("person_id", Uuid, ForeignKey("person.id"), primary_key=True),
    Column("hash", String, nullable=False),
    Column("set_at", AT, nullable=False),
)

totp = Table(
    "totp",
    metadata,
    Column("person_id", Uuid, ForeignKey("person.id"), primary_key=True),
    Column("secret", LargeBinary, nullable=False),  # encrypted with a key beside the database
    Column("created_at", AT, nullable=False),
    Column("confirmed_at", AT),
    Column("last_step", BIGINT, nullable=False, server_default="0"),  # RFC 6238: each code once
)

passkey = Table(
    "passkey",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("credential_id", LargeBinary, nullable=False, unique=True),
    Column("person_id", Uuid, ForeignKey("person.id"), nullable=False, index=True),
    Column("public_key", LargeBinary, nullable=False),
    Column("sign_count", BIGINT, nullable=False),
    Column("name", String, nullable=False),
    Column("created_at", AT, nullable=False),
    Column("used_at", AT),
)

recovery_code = Table(
    "recovery_code",
    metadata,
    Column("person_id", Uuid, ForeignKey("person.id"), primary_key=True),
    Column("hash", LargeBinary, primary_key=True),
    Column("used_at", AT),
)

ceremony = Table(
    "ceremony",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("person_id", Uuid, ForeignKey("person.id")),  # none while nobody knows who signs in
    Column("kind", String, nullable=False),
    Column("secret", LargeBinary, nullable=False),
    Column("expires_at", AT, nullable=False),
)
"""A WebAuthn challenge or an OpenID Connect sign-in under way: works once, for minutes."""

invitation = Table(
    "invitation",
    metadata,
    Column("hash", LargeBinary, primary_key=True),
    Column("person_id", Uuid, ForeignKey("person.id"), nullable=False, index=True),
    Column("created_by", Uuid, nullable=False),
    Column("created_at", AT, nullable=False),
    Column("expires_at", AT, nullable=False),
    Column("used_at", AT),
)
"""A link with which somebody sets a password; also how a forgotten one is replaced."""

oidc_subject = Table(
    "oidc_subject",
    metadata,
    Column("issuer", String, primary_key=True),
    Column("subject", String, primary_key=True),
    Column("person_id", Uuid, ForeignKey("person.id"), nullable=False, index=True),
    Column("linked_at", AT, nullable=False),
)

case_access = Table(
    "case_access",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("person_id", Uuid, ForeignKey("person.id"), nullable=False),
    Column("consult_id", Uuid, ForeignKey("consult.id"), nullable=False),
    Column("station_id", Uuid, ForeignKey("facility.id"), nullable=False),
    Column("hospital_id", Uuid, ForeignKey("facility.id"), nullable=False),
    Column("ground", String, nullable=False),
    Column("reason", String, nullable=False),
    Column("on_duty", Boolean, nullable=False),
    Column("opened_at", AT, nullable=False),
    Column("until_at", AT, nullable=False),
    Column("review_on", Date, nullable=False),
    Index(None, "person_id", "until_at"),
    Index(None, "review_on"),
)
"""One person's right to one case for a time, given by their own stated reason: break-glass, inspection, complaint."""

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
    Column("revoked_at", AT),  # unused, because the one before it came back
    CheckConstraint(text("length(hash) = 32"), name="hash_length"),
)

socket_ticket = Table(
    "socket_ticket",
    metadata,
    Column("hash", LargeBinary, primary_key=True),
    Column("person_id", Uuid, ForeignKey("person.id"), nullable=False, index=True),
    Column("expires_at", AT, nullable=False),
    Column("sign_in_id", Uuid),
)
