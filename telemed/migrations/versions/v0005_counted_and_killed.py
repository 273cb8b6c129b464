"""What a test of the line cost; a refresh token taken back unused, because a killed browser came with the one before."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0005"
down_revision: str | None = "0004"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.add_column("refresh_token", sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("line_probe", sa.Column("bytes", sa.BigInteger(), server_default="0", nullable=False))


def downgrade() -> None:
    op.drop_column("line_probe", "bytes")
    op.drop_column("refresh_token", "revoked_at")
