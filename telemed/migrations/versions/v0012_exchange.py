"""Keys, webhooks and deliveries for other systems."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from telemed.infra import wall
from telemed.migrations.versions.v0002_identity_access_privacy_audit import SYSTEM, ids, over

revision: str = "0012"
down_revision: str | None = "0011"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

OURS = {
    "exchange_key": f"{SYSTEM} or {over('administered', 'facility_id')}",
    "webhook": f"{SYSTEM} or {over('administered', 'facility_id')}",
    "webhook_message": "exists (select 1 from webhook w where w.id = webhook_message.webhook_id)",
}


def given(kind: str) -> str:
    """First in each condition: for whoever is no key it is false once for the whole query."""
    return f"'{kind}' = any ((select telemed_words('exchange_kinds'))::text[])"


HELD = f"({ids('c.station_id', 'exchange')} or {ids('c.hospital_id', 'exchange')})"
SEEN = f"""{given("cases")} and c.state <> 'draft' and not c.practice and c.erased_at is null and {HELD}
           and (c.labels = '{{}}' or {given("labelled")})"""


def of_seen(table: str) -> str:
    return f"{given('cases')} and exists (select 1 from consult c where c.id = {table}.consult_id and {SEEN})"


READ_BY_KEY = {
    "consult": SEEN.replace("c.", "consult."),
    "consent": of_seen("consent"),
    "patient": f"""{given("identity")} and exists (select 1 from consult c where c.patient_id = patient.id and {SEEN}
                   and ({ids("c.station_id", "exchange")} or c.sharing <> 'withdrawn'))""",
    "minutes": f"{given('papers')} and state = 'signed' and {of_seen('minutes')}",
    "decision": f"{given('papers')} and {of_seen('decision')}",
    "follow_up": f"{given('papers')} and {of_seen('follow_up')}",
    "referral": f"{given('papers')} and state <> 'draft' and {of_seen('referral')}",
}
"""What a key may read besides: a policy of its own beside each wall, for reading only."""


def upgrade() -> None:
    op.create_table(
        "exchange_key",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("facility_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("kinds", postgresql.ARRAY(sa.String()), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["facility_id"], ["facility.id"], name=op.f("exchange_key_facility_id_fkey")),
        sa.ForeignKeyConstraint(["made_by"], ["person.id"], name=op.f("exchange_key_made_by_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("exchange_key_pkey")),
        sa.UniqueConstraint("hash", name=op.f("exchange_key_hash_key")),
    )
    op.create_index(op.f("exchange_key_facility_id_idx"), "exchange_key", ["facility_id"], unique=False)
    op.create_table(
        "webhook",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("facility_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("secret", sa.LargeBinary(), nullable=False),
        sa.Column("topics", postgresql.ARRAY(sa.String()), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("failing_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("stopped_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("stopped_why", sa.String(length=32, collation="C"), nullable=True),
        sa.ForeignKeyConstraint(["facility_id"], ["facility.id"], name=op.f("webhook_facility_id_fkey")),
        sa.ForeignKeyConstraint(["made_by"], ["person.id"], name=op.f("webhook_made_by_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("webhook_pkey")),
    )
    op.create_index(op.f("webhook_facility_id_idx"), "webhook", ["facility_id"], unique=False)
    op.create_table(
        "webhook_message",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("webhook_id", sa.Uuid(), nullable=False),
        sa.Column("topic", sa.String(length=32, collation="C"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("said", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("state", sa.String(length=32, collation="C"), nullable=False),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("tried_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["webhook_id"], ["webhook.id"], name=op.f("webhook_message_webhook_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("webhook_message_pkey")),
    )
    op.create_index(op.f("webhook_message_webhook_id_at_idx"), "webhook_message", ["webhook_id", "at"], unique=False)
    op.create_table(
        "commune",
        sa.Column("code", sa.String(length=32, collation="C"), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("province_code", sa.String(length=32, collation="C"), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("code", "valid_from", name=op.f("commune_pkey")),
    )
    for table, using in OURS.items():
        for statement in wall.enable(table, using):
            op.execute(statement)
    for table, using in READ_BY_KEY.items():
        op.execute(f"create policy exchange on {table} for select using ({using})")


def downgrade() -> None:
    for table in READ_BY_KEY:
        op.execute(f"drop policy if exists exchange on {table}")
    for table in OURS:
        for statement in wall.disable(table):
            op.execute(statement)
    op.drop_table("commune")
    op.drop_index(op.f("webhook_message_webhook_id_at_idx"), table_name="webhook_message")
    op.drop_table("webhook_message")
    op.drop_index(op.f("webhook_facility_id_idx"), table_name="webhook")
    op.drop_table("webhook")
    op.drop_index(op.f("exchange_key_facility_id_idx"), table_name="exchange_key")
    op.drop_table("exchange_key")
