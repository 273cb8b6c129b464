"""Sizes of a picture, documents, sound and video beside it."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from telemed.infra import wall
from telemed.migrations.versions.v0002_identity_access_privacy_audit import OF_TREATED, SYSTEM

revision: str = "0008"
down_revision: str | None = "0007"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

NEW_WALL = {"rendition": f"{SYSTEM} or {OF_TREATED.format(table='rendition')}"}


def upgrade() -> None:
    # What is kept from before is pictures of one page, which get their sizes when somebody looks.
    facts = postgresql.JSONB(astext_type=sa.Text())
    op.add_column("file", sa.Column("facts", facts, server_default=sa.text("'{}'"), nullable=False))
    op.add_column("drawing", sa.Column("page", sa.Integer(), server_default="0", nullable=False))
    op.create_table(
        "rendition",
        sa.Column("file_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=32, collation="C"), nullable=False),
        sa.Column("page", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("consult_id", sa.Uuid(), nullable=False),
        sa.Column("content_type", sa.String(length=32, collation="C"), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64, collation="C"), nullable=False),
        sa.Column("width", sa.Integer(), nullable=True),
        sa.Column("height", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["consult_id"], ["consult.id"], name=op.f("rendition_consult_id_fkey")),
        sa.ForeignKeyConstraint(["file_id"], ["file.id"], name=op.f("rendition_file_id_fkey")),
        sa.PrimaryKeyConstraint("file_id", "name", "page", name=op.f("rendition_pkey")),
    )
    op.create_index(op.f("rendition_sha256_idx"), "rendition", ["sha256"], unique=False)
    for table, using in NEW_WALL.items():
        for statement in wall.enable(table, using):
            op.execute(statement)


def downgrade() -> None:
    for table in NEW_WALL:
        for statement in wall.disable(table):
            op.execute(statement)
    op.drop_index(op.f("rendition_sha256_idx"), table_name="rendition")
    op.drop_table("rendition")
    op.drop_column("drawing", "page")
    op.drop_column("file", "facts")
