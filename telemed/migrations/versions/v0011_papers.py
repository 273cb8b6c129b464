"""Copies of papers, with the codes they are looked up by."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from telemed.infra import wall
from telemed.migrations.versions.v0002_identity_access_privacy_audit import ACTOR, OF_TREATED, SYSTEM, ids

revision: str = "0011"
down_revision: str | None = "0010"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

OF_REFERRED = f"""exists (select 1 from referral r where r.id = paper_copy.document_id
                         and r.state <> 'draft' and {ids("r.to_facility_id", "hospitals")})"""
NEW_WALL = {
    "paper_copy": f"{SYSTEM} or made_by = {ACTOR} or {OF_TREATED.format(table='paper_copy')} or {OF_REFERRED}",
    "slip_paper": f"{SYSTEM} or {OF_TREATED.format(table='slip_paper')}",
}


def upgrade() -> None:
    op.create_table(
        "paper_copy",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(length=32, collation="C"), nullable=False),
        sa.Column("form", sa.String(length=32, collation="C"), nullable=False),
        sa.Column("document_id", sa.Uuid(), nullable=False),
        sa.Column("consult_id", sa.Uuid(), nullable=False),
        sa.Column("issuer_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("dated_on", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("conversion", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["consult_id"], ["consult.id"], name=op.f("paper_copy_consult_id_fkey")),
        sa.ForeignKeyConstraint(["issuer_id"], ["facility.id"], name=op.f("paper_copy_issuer_id_fkey")),
        sa.ForeignKeyConstraint(["made_by"], ["person.id"], name=op.f("paper_copy_made_by_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("paper_copy_pkey")),
        sa.UniqueConstraint("code", name=op.f("paper_copy_code_key")),
        info={"app_may": "select, insert"},
    )
    op.create_index(op.f("paper_copy_consult_id_idx"), "paper_copy", ["consult_id"], unique=False)
    op.create_index(op.f("paper_copy_document_id_idx"), "paper_copy", ["document_id"], unique=False)
    op.create_table(
        "slip_paper",
        sa.Column("follow_up_id", sa.Uuid(), nullable=False),
        sa.Column("consult_id", sa.Uuid(), nullable=False),
        sa.Column("paper", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["consult_id"], ["consult.id"], name=op.f("slip_paper_consult_id_fkey")),
        sa.ForeignKeyConstraint(["follow_up_id"], ["follow_up.id"], name=op.f("slip_paper_follow_up_id_fkey")),
        sa.PrimaryKeyConstraint("follow_up_id", name=op.f("slip_paper_pkey")),
        info={"app_may": "select, insert"},
    )
    op.create_index(op.f("slip_paper_consult_id_idx"), "slip_paper", ["consult_id"], unique=False)
    for table, using in NEW_WALL.items():
        for statement in wall.enable(table, using):
            op.execute(statement)


def downgrade() -> None:
    for table in NEW_WALL:
        for statement in wall.disable(table):
            op.execute(statement)
    op.drop_index(op.f("slip_paper_consult_id_idx"), table_name="slip_paper")
    op.drop_table("slip_paper")
    op.drop_index(op.f("paper_copy_document_id_idx"), table_name="paper_copy")
    op.drop_index(op.f("paper_copy_consult_id_idx"), table_name="paper_copy")
    op.drop_table("paper_copy")
