"""Templates of requests, codes of diagnoses, who approved limits, two identifiers at the start of a call."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from telemed.infra import wall
from telemed.migrations.versions.v0002_identity_access_privacy_audit import OF_CALL

revision: str = "0007"
down_revision: str | None = "0006"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

CODE = sa.String(length=32, collation="C")
AT = sa.DateTime(timezone=True)
NEW_WALL = {"identity_check": OF_CALL.format(table="identity_check")}


def of_consult() -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column("allergy", CODE, server_default="unasked", nullable=False),
        sa.Column("allergies", sa.Text(), server_default="", nullable=False),
        sa.Column("icd_code", CODE, server_default="", nullable=False),
        sa.Column("icd_list", CODE, nullable=True),
        sa.Column("template_id", CODE, nullable=True),
        sa.Column("template_version", sa.SmallInteger(), nullable=True),
        sa.Column("answers", postgresql.JSONB(astext_type=sa.Text()), server_default="{}", nullable=False),
        sa.Column("without", sa.Text(), server_default="", nullable=False),
        sa.Column("lacked", postgresql.ARRAY(sa.String()), server_default="{}", nullable=False),
        sa.Column("vitals_at", AT, nullable=True),
        sa.Column("vitals_asked_at", AT, nullable=True),
    )


def upgrade() -> None:
    for column in of_consult():
        op.add_column("consult", column)
    # Open cases of yesterday know how old their vital signs are. The owner is walled too: it acts as the system here.
    op.execute("select set_config('telemed.system', 'on', true)")
    op.execute(
        "update consult set vitals_at = (select max(taken_at) from vital_signs v where v.consult_id = consult.id)"
    )
    op.create_table(
        "identity_check",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("call_id", sa.Uuid(), nullable=False),
        sa.Column("consult_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("side", CODE, nullable=False),
        sa.Column("identifiers", postgresql.ARRAY(CODE), nullable=False),
        sa.Column("matches", sa.Boolean(), nullable=False),
        sa.Column("at", AT, nullable=False),
        sa.CheckConstraint("cardinality(identifiers) >= 2", name=op.f("identity_check_two_identifiers_check")),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"], name=op.f("identity_check_call_id_fkey")),
        sa.ForeignKeyConstraint(["consult_id"], ["consult.id"], name=op.f("identity_check_consult_id_fkey")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("identity_check_person_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("identity_check_pkey")),
        info={"app_may": "select, insert"},
    )
    op.create_index(op.f("identity_check_call_id_at_idx"), "identity_check", ["call_id", "at"], unique=False)
    op.create_index(op.f("identity_check_consult_id_idx"), "identity_check", ["consult_id"], unique=False)
    op.create_table(
        "clinical_approval",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("hospital_id", sa.Uuid(), nullable=False),
        sa.Column("subject", sa.String(length=64, collation="C"), nullable=False),
        sa.Column("version", sa.SmallInteger(), nullable=False),
        sa.Column("sha256", sa.String(length=64, collation="C"), nullable=False),
        sa.Column("approved", sa.Boolean(), nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("at", AT, nullable=False),
        sa.ForeignKeyConstraint(["hospital_id"], ["facility.id"], name=op.f("clinical_approval_hospital_id_fkey")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("clinical_approval_person_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("clinical_approval_pkey")),
        info={"app_may": "select, insert"},
    )
    op.create_index(
        op.f("clinical_approval_hospital_id_subject_at_idx"),
        "clinical_approval",
        ["hospital_id", "subject", "at"],
        unique=False,
    )
    op.create_table(
        "icd_list",
        sa.Column("id", CODE, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("sha256", sa.String(length=64, collation="C"), nullable=False),
        sa.Column("imported_at", AT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("icd_list_pkey")),
        info={"app_may": "select"},
    )
    op.create_table(
        "icd_code",
        sa.Column("list_id", CODE, nullable=False),
        sa.Column("code", CODE, nullable=False),
        sa.Column("title_vi", sa.Text(), nullable=False),
        sa.Column("title_en", sa.Text(), nullable=False),
        sa.Column("not_main", sa.Boolean(), nullable=False),
        sa.Column("unusable", sa.Boolean(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["list_id"], ["icd_list.id"], name=op.f("icd_code_list_id_fkey")),
        sa.PrimaryKeyConstraint("list_id", "code", name=op.f("icd_code_pkey")),
        info={"app_may": "select"},
    )
    for table, using in NEW_WALL.items():
        for statement in wall.enable(table, using):
            op.execute(statement)


def downgrade() -> None:
    for table in NEW_WALL:
        for statement in wall.disable(table):
            op.execute(statement)
    op.drop_table("icd_code")
    op.drop_table("icd_list")
    op.drop_index(op.f("clinical_approval_hospital_id_subject_at_idx"), table_name="clinical_approval")
    op.drop_table("clinical_approval")
    op.drop_index(op.f("identity_check_consult_id_idx"), table_name="identity_check")
    op.drop_index(op.f("identity_check_call_id_at_idx"), table_name="identity_check")
    op.drop_table("identity_check")
    for column in reversed(of_consult()):
        op.drop_column("consult", column.name)
